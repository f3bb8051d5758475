// Package source is what the catalogue knows of the systems that its values come
// from: identifiers tie their keys to records, value maps translate their words,
// commit policies say whose values go in, and sync jobs, sync items and the ledger
// keep what each of them brought, what waits and who certified it. The flow is
// about these six tables, so that they are named here. It is a use case: it may
// import store only.
package source

import (
	"strings"

	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// The tables of the flow.
const (
	identifierTable = "integrationidentifier"
	valueMapTable   = "integrationvaluemap"
	policyTable     = "integrationcommitpolicy"
	jobTable        = "integrationsyncjob"
	itemTable       = "integrationsyncitem"
	ledgerTable     = "integrationledger"
)

// The codes of their choices.
const (
	onCertify = 166840001 // of "integrationcommitmode"
	inbound   = 166840000 // of "direction"
	success   = 166840000 // of "overallresult"
	partly    = 166840001
	ofField   = 166840000 // of "ledgeraspect"
	pending   = 166840000 // of "simplecertificationstatus"
	certified = 166840001
)

// flow is what the six tables say in one snapshot.
type flow struct {
	snap                                                    *snapshot.Snapshot
	identifiers, valueMaps, policyRows, jobs, items, ledger rows
	policies                                                policies
	// notes say which policies and value maps have no effect.
	notes []string
	// given are the sources that gave the cells of ruled fields what they hold, by slot.
	given map[ruled][]string
	// named are records by name, of the tables whose records are named by it.
	named map[*schema.Table]map[string]record.ID
}

func flowOf(s *snapshot.Snapshot) *flow {
	f := &flow{snap: s, named: map[*schema.Table]map[string]record.ID{}}
	for table, of := range map[string]*rows{identifierTable: &f.identifiers, valueMapTable: &f.valueMaps, policyTable: &f.policyRows,
		jobTable: &f.jobs, itemTable: &f.items, ledgerTable: &f.ledger} {
		*of = rows{s.Table(s.Model.Table(table).Num)}
	}
	f.policies, f.notes = f.readPolicies()
	return f
}

// Notes say which policies and value maps have no effect.
func (f *flow) Notes() []string { return f.notes }

// rows are the records of one table, read by the keys of its fields.
type rows struct{ *snapshot.Table }

func (r rows) value(slot snapshot.Slot, key string) record.Value {
	return r.Value(slot, r.Schema.Field(key).Num)
}

func (r rows) text(slot snapshot.Slot, key string) string {
	return strings.TrimSpace(r.value(slot, key).Str())
}

func (r rows) active(slot snapshot.Slot) bool {
	return r.Value(slot, schema.State).Int() == schema.StateActive
}

// values are what a record of the flow is given, by the keys of its fields.
type values map[string]record.Value

// create is the edit that makes a record.
func (r rows) create(id record.ID, v values) change.Edit {
	return change.Edit{Op: change.Create, Table: r.Schema.Num, ID: id, Fields: r.fields(v)}
}

// update is the edit that changes the record in a slot, as long as it is as it was read.
func (r rows) update(slot snapshot.Slot, v values) change.Edit {
	return change.Edit{Op: change.Update, Table: r.Schema.Num, ID: r.ID(slot), Expect: r.Version(slot), Fields: r.fields(v)}
}

// remove is the edit that deletes the record in a slot.
func (r rows) remove(slot snapshot.Slot) change.Edit {
	return change.Edit{Op: change.Delete, Table: r.Schema.Num, ID: r.ID(slot), Expect: r.Version(slot)}
}

func (r rows) fields(v values) []record.FieldValue {
	out := make([]record.FieldValue, 0, len(v))
	for key, value := range v {
		out = append(out, record.FieldValue{Num: r.Schema.Field(key).Num, Value: value})
	}
	return out
}

// deactivated is what closes a record of the flow.
var deactivated = record.OfInt(schema.StateInactive)

// A Cell is a field of a record.
type Cell struct {
	Table  schema.TableNum
	Record record.ID
	Field  schema.FieldNum
}

// fold is how keys of sources and their words are compared.
func fold(text string) string { return snapshot.Fold(strings.Join(strings.Fields(text), " ")) }

// target returns the record that a row of the flow is about, and whether it is there. People name it by its name,
// the program by its id.
func (f *flow) target(r rows, slot snapshot.Slot) (t *schema.Table, id record.ID, there bool) {
	t = f.snap.Model.TableCalled(r.text(slot, "targettable"))
	text := r.text(slot, "targetid")
	if t == nil || text == "" {
		return nil, id, false
	}
	if id, err := record.ParseID(text); err == nil {
		return t, id, f.snap.Has(t.Num, id)
	}
	id, there = f.names(t)[fold(text)]
	return t, id, there
}

func (f *flow) names(t *schema.Table) map[string]record.ID {
	if f.named[t] == nil {
		f.named[t] = map[string]record.ID{}
		in := f.snap.Table(t.Num)
		for slot := range in.All().All() {
			f.named[t][fold(in.Name(slot))] = in.ID(slot)
		}
	}
	return f.named[t]
}

// field finds a field of a table by key, logical name or label.
func fieldOf(t *schema.Table, name string) *schema.Field {
	if f := t.Field(name); f != nil {
		return f
	}
	for _, f := range t.Fields {
		if fold(f.Label) == fold(name) {
			return f
		}
	}
	return nil
}

// cell is the cell that an item of the flow is about.
func (f *flow) cell(r rows, slot snapshot.Slot, key string) (Cell, bool) {
	t, id, there := f.target(r, slot)
	if !there {
		return Cell{}, false
	}
	field := fieldOf(t, r.text(slot, key))
	if field == nil {
		return Cell{}, false
	}
	return Cell{t.Num, id, field.Num}, true
}

// now is what a cell holds.
func (f *flow) now(c Cell) record.Value {
	t := f.snap.Table(c.Table)
	slot, there := t.Slot(c.Record)
	if !there {
		return record.Value{}
	}
	return t.Value(slot, c.Field)
}
