package exchange_test

import (
	"fmt"
	"slices"

	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// texts are those of every record by table, id and field.
type texts = map[string]map[string]map[string]string

// A branching is one case of the property: a catalogue, its export, and what was done to both since.
type branching struct {
	*generator
	*branched
	book *copied
	// then and file are what was exported and what the file says, without the rows deleted from it.
	then, file texts
	// added are the rows that the person with the file adds, by table and name.
	added texts
	// staying are the records that neither side deletes, by table.
	staying map[string][]record.ID
	gone    map[string]bool
}

// editable are the fields that the property edits: whatever is no part of another field, and means one thing
// however it is spelt.
func editable(t *schema.Table) (out []*schema.Field) {
	for _, f := range t.Fields {
		part := slices.Contains(t.PrimaryField().Parts, f.Key) || f == t.PrimaryField() && len(f.Parts) > 0
		if !f.System && !part && !f.Parent && slices.Contains([]schema.Kind{schema.Text, schema.Memo, schema.Choice, schema.Date, schema.Lookup}, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}

// newValue is a value for a field, the cell that says it, and the text that content has of it.
func (b *branching) newValue(t *schema.Table, f *schema.Field, side string) (record.Value, copiedCell, string) {
	if f != t.PrimaryField() && f.Num != schema.State && rapid.IntRange(0, 3).Draw(b.T, "blanked") == 0 {
		return record.Value{}, copiedCell{}, ""
	}
	switch f.Kind {
	case schema.Choice:
		o := rapid.SampledFrom(b.model.ChoiceSet(f.Choice).Options).Draw(b.T, f.Key)
		v := record.OfInt(o.Code)
		return v, textCell(o.Label), record.Format(f, v)
	case schema.Date:
		day := rapid.IntRange(20000, 20002).Draw(b.T, f.Key)
		v := record.OfInt(int64(day))
		return v, copiedCell{Value: workbook.DateValue(day)}, record.Format(f, v)
	case schema.Lookup:
		if len(b.staying[f.Target]) == 0 {
			return record.Value{}, copiedCell{}, ""
		}
		id := rapid.SampledFrom(b.staying[f.Target]).Draw(b.T, f.Key)
		return record.OfID(id), textCell(id.String()), id.String()
	}
	text := rapid.SampledFrom([]string{"alpha", "beta"}).Draw(b.T, f.Key)
	if f == t.PrimaryField() {
		text = fmt.Sprintf("%s %s %d", side, text, rapid.IntRange(0, 1<<30).Draw(b.T, "unique"))
	}
	return record.OfString(text), textCell(text), text
}

// begin fills the catalogue and exports it.
func (b *branching) begin() {
	d := b.draft()
	for i := range d.Edits {
		if p := b.model.TableByNum(d.Edits[i].Table).PrimaryField(); len(p.Parts) == 0 {
			d.Edits[i].Fields = append(d.Edits[i].Fields, record.FieldValue{Num: p.Num, Value: record.OfString(fmt.Sprintf("Record %d", i))})
		}
	}
	b.branched.apply(d)
	b.then, b.gone, b.staying, b.added = b.content(), map[string]bool{}, map[string][]record.ID{}, texts{}
	b.book = copyOf(b.branched, b.exportAfter("all.xlsx"))
	b.file = b.content()
	for _, t := range b.model.Tables {
		for _, id := range b.ids[t.Key] {
			b.gone[id.String()] = rapid.IntRange(0, 5).Draw(b.T, "may go") == 0
			if !b.gone[id.String()] {
				b.staying[t.Key] = append(b.staying[t.Key], id)
			}
		}
	}
}

// editCatalogue is what others do while the file is out. At most one record goes: what links to it then is
// seen in each.
func (b *branching) editCatalogue() {
	var d change.Draft
	deleted := false
	for _, t := range b.model.Tables {
		for _, id := range b.ids[t.Key] {
			e := change.Edit{Op: change.Update, Table: t.Num, ID: id}
			if !deleted && b.gone[id.String()] && rapid.Bool().Draw(b.T, "deleted") {
				e.Op, deleted = change.Delete, true
			} else if rapid.IntRange(0, 2).Draw(b.T, "edited") == 0 {
				for range rapid.IntRange(1, 3).Draw(b.T, "fields") {
					f := rapid.SampledFrom(editable(t)).Draw(b.T, "field")
					v, _, _ := b.newValue(t, f, "Ours")
					e.Fields = append(e.Fields, record.FieldValue{Num: f.Num, Value: v})
				}
			}
			d.Edits = append(d.Edits, e)
		}
		if p := t.PrimaryField(); len(p.Parts) == 0 && rapid.IntRange(0, 4).Draw(b.T, "made") == 0 {
			v, _, _ := b.newValue(t, p, "Ours new")
			d.Edits = append(d.Edits, change.Edit{Op: change.Create, Table: t.Num, ID: record.NewID(), Fields: []record.FieldValue{{Num: p.Num, Value: v}}})
		}
	}
	b.branched.apply(d)
}

// editFile is what the person with the file does.
func (b *branching) editFile() {
	deleted := false
	for _, s := range b.book.sheets {
		t := b.model.Table(s.Table)
		for i := len(s.rows) - 1; i >= 0; i-- {
			id := s.id(i)
			if !deleted && b.gone[id] && rapid.Bool().Draw(b.T, "row deleted") {
				deleted = true
				s.rows = slices.Delete(s.rows, i, i+1)
				delete(b.file[s.Table], id)
				continue
			}
			for range rapid.IntRange(0, 2).Draw(b.T, "cells") {
				f := rapid.SampledFrom(editable(t)).Draw(b.T, "cell")
				_, cell, text := b.newValue(t, f, "Theirs")
				s.set(i, f.Key, cell)
				put(b.file[s.Table][id], f.Key, text)
			}
		}
		if len(t.PrimaryField().Parts) == 0 {
			for range rapid.IntRange(0, 2).Draw(b.T, "rows added") {
				b.addRow(s, t)
			}
		}
		s.shuffle(b.T)
	}
}

// addRow adds a row with a name and some cells.
func (b *branching) addRow(s *copiedSheet, t *schema.Table) {
	s.rows = append(s.rows, nil)
	name := fmt.Sprintf("Theirs, new %d", len(b.added[t.Key]))
	s.set(len(s.rows)-1, t.Primary, textCell(name))
	fields := map[string]string{"statecode": "0", "ownerid": "tester", t.Primary: name}
	for _, f := range editable(t) {
		if f != t.PrimaryField() && f.Kind != schema.Text && rapid.Bool().Draw(b.T, "filled") {
			_, cell, text := b.newValue(t, f, "Theirs")
			s.set(len(s.rows)-1, f.Key, cell)
			if text != "" {
				fields[f.Key] = text
			}
		}
	}
	keep(b.added, t.Key, name, fields)
}

// takeAdded takes the records that rows were added for out of what the catalogue holds now, and compares them.
func (b *branching) takeAdded(got texts, before texts) texts {
	found := texts{}
	for table, records := range got {
		for id, fields := range records {
			name := fields[b.model.Table(table).Primary]
			if _, there := before[table][id]; there || b.added[table][name] == nil {
				continue
			}
			keep(found, table, name, fields)
			delete(records, id)
		}
		if len(records) == 0 {
			delete(got, table)
		}
	}
	if diff := cmp.Diff(b.added, found); diff != "" {
		b.T.Fatalf("the rows added came to something else (-want +got):\n%s", diff)
	}
	return got
}

func put(fields map[string]string, key, text string) {
	if fields[key] = text; text == "" {
		delete(fields, key)
	}
}
