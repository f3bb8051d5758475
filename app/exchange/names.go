package exchange

import (
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// names finds records by what they are called: those of the catalogue and those that the import would create.
type names struct {
	work    *work
	indexes map[*schema.Table]map[string][]snapshot.Slot
	keys    map[string]map[string][]snapshot.Slot
	created map[*schema.Table]map[string][]record.ID
}

func newNames(w *work) *names {
	return &names{work: w, indexes: map[*schema.Table]map[string][]snapshot.Slot{}, keys: map[string]map[string][]snapshot.Slot{},
		created: map[*schema.Table]map[string][]record.ID{}}
}

// fold is how names are compared: as they are kept, without case and accents.
func fold(name string) string {
	return strings.Join(strings.Fields(snapshot.Fold(record.OneLine(name))), " ")
}

// slots returns the records of the catalogue with a name.
func (n *names) slots(t *schema.Table, name string) []snapshot.Slot {
	index, ok := n.indexes[t]
	if !ok {
		index = map[string][]snapshot.Slot{}
		rows := n.work.snap.Table(t.Num)
		for i, text := range rows.Folded(t.PrimaryField().Num) {
			if slot := snapshot.Slot(i); rows.Live(slot) {
				key := strings.Join(strings.Fields(text), " ")
				index[key] = append(index[key], slot)
			}
		}
		n.indexes[t] = index
	}
	return index[fold(name)]
}

// byKey returns the records whose key fields read the same as key, joined by zero bytes.
func (n *names) byKey(t *schema.Table, fields []*schema.Field, key string) []snapshot.Slot {
	of := t.Key
	for _, f := range fields {
		of += " " + f.Key
	}
	index, ok := n.keys[of]
	if !ok {
		index = map[string][]snapshot.Slot{}
		rows := n.work.snap.Table(t.Num)
		for i := range rows.Slots() {
			slot := snapshot.Slot(i)
			if !rows.Live(slot) {
				continue
			}
			parts := make([]string, len(fields))
			for j, f := range fields {
				parts[j] = snapshot.Fold(n.work.snap.Display(f, rows.Value(slot, f.Num)))
			}
			joined := strings.Join(parts, "\x00")
			index[joined] = append(index[joined], slot)
		}
		n.keys[of] = index
	}
	return index[key]
}

// add notes a record that would be created.
func (n *names) add(t *schema.Table, name string, id record.ID) {
	if n.created[t] == nil {
		n.created[t] = map[string][]record.ID{}
	}
	n.created[t][fold(name)] = append(n.created[t][fold(name)], id)
}

// ids returns every record that a name in a cell may mean: by name, as "Last, First", by identifier.
func (n *names) ids(t *schema.Table, name string) []record.ID {
	for _, spelt := range spellings(t, name) {
		if ids := n.withName(t, spelt); len(ids) > 0 {
			return ids
		}
	}
	for _, key := range t.Identifiers {
		if ids := n.idsOf(t, n.byKey(t, []*schema.Field{t.Field(key)}, snapshot.Fold(name))); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

func (n *names) withName(t *schema.Table, name string) []record.ID {
	return append(n.idsOf(t, n.slots(t, name)), n.created[t][fold(name)]...)
}

func (n *names) idsOf(t *schema.Table, slots []snapshot.Slot) []record.ID {
	var ids []record.ID
	for _, slot := range slots {
		ids = append(ids, n.work.snap.Table(t.Num).ID(slot))
	}
	return ids
}

// spellings are a name as it stands and, in tables whose names are composed, turned round at its comma.
func spellings(t *schema.Table, name string) []string {
	if last, first, found := strings.Cut(name, ","); found && len(t.PrimaryField().Parts) == 2 {
		return []string{name, strings.TrimSpace(first) + " " + strings.TrimSpace(last)}
	}
	return []string{name}
}

// nearest are the names of a table that a misspelt one may have meant.
func (n *names) nearest(t *schema.Table, name string) []string {
	n.slots(t, name)
	var all []string
	rows := n.work.snap.Table(t.Num)
	for _, slots := range n.indexes[t] {
		all = append(all, rows.Name(slots[0]))
	}
	return spelling.Nearest(name, all)
}
