package change

import (
	"fmt"
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// checkLinks finds links that an inversion would leave hanging, and circles that it would make.
func (v *inversion) checkLinks() {
	own := make(map[key]*Edit, len(v.edits))
	for i := range v.edits {
		own[key{v.edits[i].Table, v.edits[i].ID}] = &v.edits[i]
	}
	v.checkLinksTo(own)
	ascents := map[schema.TableNum]*Ascent{}
	for i := range v.edits {
		e := &v.edits[i]
		table := v.model.TableByNum(e.Table)
		for _, value := range e.Fields {
			if f := table.FieldByNum(value.Num); f != nil && f.Kind == schema.Lookup && !value.Value.IsBlank() {
				v.checkLink(own, ascents, &v.set.Changes[i], f, value.Value.ID())
			}
		}
	}
}

// checkLinksTo finds links from other records to those that would go.
func (v *inversion) checkLinksTo(own map[key]*Edit) {
	gone := map[schema.TableNum]map[record.ID]bool{}
	for k, e := range own {
		if e.Op == Delete {
			if gone[k.table] == nil {
				gone[k.table] = map[record.ID]bool{}
			}
			gone[k.table][k.id] = true
		}
	}
	for table, ids := range gone {
		v.reader.Links(table, ids, func(l Link) {
			if !v.over && !takesLink(own[key{l.Table, l.ID}], l.Field) {
				why := fmt.Sprintf("it links to “%s” since", v.reader.Name(table, l.Target))
				v.held = append(v.held, Held{Standing: Standing{l.Table, l.ID, v.reader.Name(l.Table, l.ID), why}, change: key{table, l.Target}})
			}
		})
	}
}

// takesLink is true for an edit that ends a link by itself.
func takesLink(e *Edit, n schema.FieldNum) bool {
	return e != nil && (e.Op == Delete || slices.ContainsFunc(e.Fields, func(f record.FieldValue) bool { return f.Num == n }))
}

// checkLink looks at a link that would come back.
func (v *inversion) checkLink(own map[key]*Edit, ascents map[schema.TableNum]*Ascent, c *Change, f *schema.Field, target record.ID) {
	k := key{v.model.Table(f.Target).Num, target}
	exists := v.reader.Has(k.table, k.id)
	if e := own[k]; e != nil {
		exists = e.Op != Delete
	}
	if !exists {
		v.stays(c, fmt.Sprintf("its %s has been deleted since", f.Label))
		return
	}
	if !f.Parent {
		return
	}
	if ascents[c.Table] == nil {
		ascents[c.Table] = &Ascent{Parent: func(id record.ID) record.ID { return v.parent(own, key{c.Table, id}, f.Num) }}
	}
	if ascents[c.Table].Returns(c.ID, target) {
		v.stays(c, "it would come to lie below itself")
	}
}

// parent returns what would be above a record.
func (v *inversion) parent(own map[key]*Edit, k key, n schema.FieldNum) record.ID {
	if e := own[k]; e != nil {
		for _, f := range e.Fields {
			if f.Num == n {
				return f.Value.ID()
			}
		}
	}
	if r, ok := v.reader.Record(k.table, k.id); ok {
		return r.Values.Get(n).ID()
	}
	return record.NoID
}
