package api_test

import (
	"maps"
	"path/filepath"
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
	"cadastre/store/schema"
)

// What a person does with any table is done with every one of the model, also with those that are added later.
func TestEveryTableIsWorkedWith(t *testing.T) {
	s := sample(t)
	for _, table := range schema.Default().Tables {
		w := &walk{services: s, T: t, table: table}
		t.Run(table.Key, func(t *testing.T) { w.T = t; w.all() })
	}
}

type walk struct {
	*services
	*testing.T
	table *schema.Table
}

func (w *walk) all() {
	id := w.create()
	w.quickCreate()
	w.edit(id)
	w.rest(id)
	w.filter(id)
	w.comeBack(id)
}

// create fills every field of the main form.
func (w *walk) create() string {
	values := w.values()
	id := w.save(api.Edit{Values: values, Complete: true}).ID
	row := w.get(id)
	for key := range values {
		if row.Display[key] == "" {
			w.Errorf("%s was filled and is blank", key)
		}
	}
	if row.Name == "" || row.State != "active" {
		w.Errorf("the new record is %q, %s", row.Name, row.State)
	}
	return id
}

// quickCreate fills what the short form offers: it must hold all that a record needs.
func (w *walk) quickCreate() {
	all, short := w.values(), map[string]any{}
	for _, key := range fieldsOf(schema.Default().Form(w.table.Key, schema.QuickCreate)) {
		if value, ok := all[key]; ok {
			short[key] = value
		}
	}
	w.delete(w.save(api.Edit{Values: short, Complete: true}).ID)
}

func (w *walk) edit(id string) {
	before := w.get(id)
	change := map[string]any{}
	for _, f := range w.table.Fields {
		if value, ok := other[f.Kind]; ok && !f.System && len(f.Parts) == 0 && len(change) < 3 {
			change[f.Key] = value
		}
	}
	w.save(api.Edit{ID: id, Version: before.Version, Values: change})
	after := w.get(id)
	if after.Version != before.Version+1 {
		w.Errorf("version %d after %d", after.Version, before.Version)
	}
	for key := range change {
		if after.Display[key] == before.Display[key] {
			w.Errorf("%s is still %q", key, after.Display[key])
		}
	}
}

// rest puts the record away and takes it back.
func (w *walk) rest(id string) {
	one := api.Selection{Table: w.table.Key, IDs: []string{id}}
	for _, active := range []bool{false, true} {
		if done, err := w.records.SetActive(one, active); err != nil || done.Updated != 1 {
			w.Fatalf("active %v: %+v %v", active, done, err)
		}
		if now := w.get(id).State; (now == "active") != active {
			w.Errorf("the state is %s", now)
		}
		if w.isIn(w.usual().Key, schema.Filter{}, id) != active {
			w.Errorf("active is %v, and the view %q has it otherwise", active, w.usual().Label)
		}
	}
}

// filter narrows the list by every field that is filled.
func (w *walk) filter(id string) {
	values := w.get(id).Values
	for _, f := range w.table.Fields {
		_, filled := values[f.Key]
		for operator, want := range map[schema.Operator]bool{schema.IsNotNull: filled, schema.IsNull: !filled} {
			where := schema.Filter{Conditions: []schema.Condition{{Field: f.Key, Op: operator}}}
			if w.isIn("", where, id) != want {
				w.Errorf("%s %s does not find what it should", f.Key, operator)
			}
		}
	}
}

// comeBack exports the table, deletes the record and imports it again: a workbook knows that the record was
// deleted since, csv does not.
func (w *walk) comeBack(id string) {
	book, text := w.export("xlsx"), w.export("csv")
	for _, path := range []string{book, text} {
		if plan := w.plan(w.T, path); plan.Counts.Unchanged != plan.Counts.Read || plan.Counts.Read == 0 {
			w.Fatalf("%s comes back with changes: %+v", path, plan.Counts)
		}
	}
	before := w.get(id)
	w.delete(id)
	if plan := w.plan(w.T, book); plan.Counts.Skipped != 1 || plan.Counts.Unchanged != plan.Counts.Read-1 || plan.Remarks == 0 || plan.Problems > 0 {
		w.Errorf("the workbook does not leave the record deleted with a word about it: %+v", plan.Counts)
	}
	w.apply(w.plan(w.T, text))
	if after := w.get(id); !maps.Equal(visible(before), visible(after)) {
		w.Errorf("it went out as %v\nand came in as %v", visible(before), visible(after))
	}
}

func (w *walk) export(format string) (path string) {
	path = filepath.Join(w.TempDir(), w.table.Key+"."+format)
	w.answers = []string{path}
	if _, err := w.exports.Start(api.ExportRequest{Tables: []string{w.table.Key}, Format: format}); err != nil {
		w.Fatal(err)
	}
	if job := w.wait(w.T); job.Error != nil {
		w.Fatalf("%+v", job.Error)
	}
	return path
}

func (w *walk) apply(plan api.Plan) {
	if plan.Counts.Created != 1 || plan.Counts.Rejected != 0 {
		w.Fatalf("%+v, blocked: %q", plan.Counts, plan.Blocked)
	}
	if _, err := w.imports.Apply(plan.Job); err != nil {
		w.Fatal(err)
	}
	if job := w.wait(w.T); job.Error != nil {
		w.Fatalf("%+v", job.Error)
	}
}

func (w *walk) delete(id string) {
	done, err := w.records.Delete(api.Selection{Table: w.table.Key, IDs: []string{id}})
	if err != nil || done.Deleted != 1 {
		w.Fatalf("%+v %v", done, err)
	}
	if _, err := w.records.Get(w.table.Key, id); fault.CodeOf(err) != fault.NotFound {
		w.Errorf("it is still there: %v", err)
	}
}

func (w *walk) save(e api.Edit) api.Done {
	e.Table = w.table.Key
	done, err := w.records.Save(e)
	if err != nil {
		w.Fatalf("%+v: %v", e.Values, err)
	}
	return done
}

func (w *walk) get(id string) api.Row {
	row, err := w.records.Get(w.table.Key, id)
	if err != nil {
		w.Fatal(err)
	}
	return row
}

// isIn tells whether a view that is narrowed holds the record; the view "" leaves nothing out.
func (w *walk) isIn(view string, where schema.Filter, id string) bool {
	q := api.Query{Table: w.table.Key, View: view, Filter: where}
	around, err := w.records.Around(q, id, 0)
	if err != nil {
		w.Fatal(err)
	}
	return around.Position > 0
}

func (w *walk) usual() *schema.View { return schema.Default().View(w.table.Key, "") }

// The values that fields are filled with, and changed to, by kind. Their own tables answer for choices and links.
var (
	some = map[schema.Kind]any{
		schema.Text: "Walked", schema.Memo: "One line\nand another", schema.RichText: "<p>Some <strong>words</strong></p>",
		schema.URL: "https://walked.example.gov/", schema.Email: "walked@example.gov", schema.Phone: "+1 555 0100",
		schema.Date: "2027-02-28", schema.DateTime: "2027-02-28T13:45:00Z", schema.Whole: 42.0, schema.Decimal: 4.25, schema.User: "Ada Marsh",
	}
	other = map[schema.Kind]any{
		schema.Text: "Walked on", schema.Memo: "Another line", schema.URL: "https://other.example.gov/", schema.Email: "other@example.gov",
		schema.Date: "2028-02-29", schema.Whole: 43.0, schema.Decimal: 5.5,
	}
)

// values are one for each field that a person fills.
func (w *walk) values() map[string]any {
	out := map[string]any{}
	for _, f := range w.table.Fields {
		if f.System || f.Num == schema.State || len(f.Parts) > 0 {
			continue
		}
		if value := w.value(f); value != nil {
			out[f.Key] = value
		}
	}
	return out
}

func (w *walk) value(f *schema.Field) any {
	switch f.Kind {
	case schema.Choice:
		options := schema.Default().ChoiceSet(f.Choice).Options
		return float64(options[len(options)-1].Code)
	case schema.Lookup:
		found, err := w.records.Candidates(f.Target, "", 1)
		if err != nil || len(found) == 0 {
			return nil // nothing to link to yet
		}
		return found[0].ID
	}
	return some[f.Kind]
}

// visible is what people see of a record, without when and by whom it was written.
func visible(row api.Row) map[string]string {
	out := maps.Clone(row.Display)
	for _, key := range []string{"createdon", "createdby", "modifiedon", "modifiedby"} {
		delete(out, key)
	}
	return out
}

// fieldsOf are the keys of the fields of a form.
func fieldsOf(form *schema.Form) []string {
	var out []string
	for _, tab := range form.Tabs {
		for _, section := range tab.Sections {
			out = append(out, section.Fields...)
		}
	}
	return out
}
