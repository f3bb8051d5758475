// Package change is what is done to a catalogue: change sets with their before
// and after, how they are made from what a person or a file wants, and how they
// are inverted. It is pure: it reads through an interface and writes nothing.
// It may import store/schema, store/record and store/fault.
package change

import (
	"iter"
	"time"

	"cadastre/store/record"
	"cadastre/store/schema"
)

// An Op is what is done to one record. Numbers are stored in catalogue files.
type Op uint8

// The operations.
const (
	Create Op = 1
	Update Op = 2
	Delete Op = 3
)

// String returns the operation's name in documents.
func (o Op) String() string {
	return map[Op]string{Create: "create", Update: "update", Delete: "delete"}[o]
}

// A Set is one entry of the journal: changes applied as one.
type Set struct {
	Header
	// Changes are ordered by table and id; a record is in it once.
	Changes []Change
}

// A Header describes a change set without its changes.
type Header struct {
	// Seq numbers the sets of a catalogue from 1 on.
	Seq  uint64
	ID   record.ID
	Time time.Time // UTC, to the millisecond
	Who  string
	Origin
	Summary string
	// Created, Updated and Deleted count the changes.
	Created, Updated, Deleted int
}

// Size is the number of changes.
func (h *Header) Size() int { return h.Created + h.Updated + h.Deleted }

// An Origin says where a change set came from.
type Origin struct {
	// Kind is one of the Origin constants.
	Kind string
	// Files are the names of the files that an import read.
	Files []string
	// Sheets are the sheets that rows of the set came from; Change.Sheet counts from 1 into it.
	Sheets []string
	// Source is the key of the source system whose values an import brought, "" for none.
	Source string `json:",omitempty"`
	// Mapping is the name of the mapping by which an import understood them, "" for none.
	Mapping string `json:",omitempty"`
	// Told are sentences about what an import found in the files and what was decided, few enough to be kept in memory.
	Told []string `json:",omitempty"`
	// Problems and Notes count what an import found in the files, as its plan did, and Decided the values that were decided.
	Problems int `json:",omitempty"`
	Notes    int `json:",omitempty"`
	Decided  int `json:",omitempty"`
	// Accepts is the number of the import whose waiting values this one lets in, 0 for none or for those of several.
	Accepts uint64 `json:",omitempty"`
	// Undoes is the number of the set that this one takes back, 0 for none.
	Undoes uint64
	// Part is the number of the set of which this one takes back some records, 0 for none.
	Part uint64 `json:",omitempty"`
}

// The kinds of origin. They are stored in catalogue files.
const (
	FromForm      = "form"
	FromGrid      = "grid"
	FromPaste     = "paste"
	FromImport    = "import"
	FromQueue     = "queue" // of values that waited
	FromCommand   = "command"
	FromUndo      = "undo"
	FromSample    = "sample"
	FromMigration = "migration"
)

// A Change is what a set did to one record.
type Change struct {
	Table schema.TableNum
	ID    record.ID
	Op    Op
	// Version is the record's version after the change; for a delete the version that it removes, plus one.
	Version uint64
	// Prev is the number of the set that touched the record before, 0 for none.
	Prev uint64
	// Before and After hold the fields that differ; a field that is in neither did not change.
	Before, After record.Values
	// Sheet and Row say which row of the origin asked for it, 0 for none.
	Sheet uint16
	Row   uint32
}

// Fields returns the numbers of the fields that differ, in order.
func (c *Change) Fields() []schema.FieldNum {
	var nums []schema.FieldNum
	i, j := 0, 0
	for i < len(c.Before) || j < len(c.After) {
		switch {
		case j == len(c.After) || i < len(c.Before) && c.Before[i].Num < c.After[j].Num:
			nums = append(nums, c.Before[i].Num)
			i++
		case i == len(c.Before) || c.After[j].Num < c.Before[i].Num:
			nums = append(nums, c.After[j].Num)
			j++
		default:
			nums = append(nums, c.After[j].Num)
			i, j = i+1, j+1
		}
	}
	return nums
}

// Values returns what the change gives its fields, blank where it clears them.
func (c *Change) Values() []record.FieldValue {
	if len(c.Before) == 0 {
		return c.After
	}
	nums := c.Fields()
	out := make([]record.FieldValue, len(nums))
	for i, n := range nums {
		out[i] = record.FieldValue{Num: n, Value: c.After.Get(n)}
	}
	return out
}

// A Draft is what somebody wants done. Prepare turns it into a Set.
type Draft struct {
	Who     string
	Origin  Origin
	Summary string
	Edits   []Edit
	// More yields further edits, where they are too many to be held at once. Each is read before the next is
	// asked for, which may take over its memory.
	More iter.Seq[*Edit]
	// Complete asks that every required field of the records touched is filled, as forms do.
	Complete bool
	// Long takes texts that are longer than their fields allow, as imports do.
	Long bool
	// Restore takes everything as it is given, as undo does: it stamps no system fields and composes no names.
	Restore bool
	// Progress is told how many of how many changes have been written; nil tells nobody.
	Progress func(done, total int)
}

// each yields all edits.
func (d *Draft) each(yield func(*Edit) bool) {
	for i := range d.Edits {
		if !yield(&d.Edits[i]) {
			return
		}
	}
	if d.More != nil {
		d.More(yield)
	}
}

// several is true unless the draft is known to have one edit at the most.
func (d *Draft) several() bool { return len(d.Edits) > 1 || d.More != nil }

// An Edit is what a draft wants for one record.
type Edit struct {
	Op    Op
	Table schema.TableNum
	// ID is the record's. A create without one gets a new id, which Prepare writes here.
	ID record.ID
	// Expect is the version that the editor saw; 0 takes any.
	Expect uint64
	// Fields are the values wanted; a blank value clears its field, other fields stay.
	Fields []record.FieldValue
	// Since is the number of the set that deleted the record, where a create brings it back;
	// Expect is then its last version.
	Since uint64
	Sheet uint16
	Row   uint32
}

// A Reader is the catalogue as it stands.
type Reader interface {
	// Record returns a record.
	Record(schema.TableNum, record.ID) (*record.Record, bool)
	// Has is true when a record is there.
	Has(schema.TableNum, record.ID) bool
	// Name returns what a record is called, or was when it was deleted, "" if that is not known.
	Name(schema.TableNum, record.ID) string
	// Links calls found for every link from any record to one of the given records of a table.
	Links(to schema.TableNum, ids map[record.ID]bool, found func(Link))
}

// A Link is a lookup from one record to another.
type Link struct {
	Table  schema.TableNum
	ID     record.ID
	Field  schema.FieldNum
	Target record.ID
}
