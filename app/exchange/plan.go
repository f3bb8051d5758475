package exchange

import (
	"cadastre/app/exchange/recognise"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// An Outcome is what an import would do with one row.
type Outcome string

// The outcomes.
const (
	Created   Outcome = "created"
	Updated   Outcome = "updated"
	Unchanged Outcome = "unchanged"
	Skipped   Outcome = "skipped"
	Rejected  Outcome = "rejected"
)

// Counts reconcile: Read is the sum of the others.
type Counts struct{ Read, Created, Updated, Unchanged, Skipped, Rejected int }

func (c *Counts) add(o Outcome) {
	c.Read++
	switch o {
	case Created:
		c.Created++
	case Updated:
		c.Updated++
	case Unchanged:
		c.Unchanged++
	case Skipped:
		c.Skipped++
	case Rejected:
		c.Rejected++
	}
}

// Plus returns the sum of two counts.
func (c Counts) Plus(d Counts) Counts {
	return Counts{c.Read + d.Read, c.Created + d.Created, c.Updated + d.Updated, c.Unchanged + d.Unchanged, c.Skipped + d.Skipped, c.Rejected + d.Rejected}
}

// A Plan is what an import would do.
type Plan struct {
	// Reading is true for a preview: more rows are being read, and the plan that counts is still to come.
	Reading  bool
	Counts   Counts
	Sheets   []SheetPlan
	Rows     []Row
	Problems []Problem
	// References are the records that would be created because a cell names them.
	References []Reference
	// Questions are the values that the catalogue does not know, each once.
	Questions []Question
	// Conflicts counts the cells that were changed in the file and in the catalogue; each is a problem.
	Conflicts ConflictCounts
	// Deletions are the records whose rows were deleted from the file; empty unless they were asked for.
	Deletions []Deletion
	// Notes are sentences about the files as a whole.
	Notes []string
	// AskDates is true when a date can be read in two ways and nobody has said which.
	AskDates bool
	// Blocked says in a sentence why Draft refuses, "" when it does not.
	Blocked string

	base    *snapshot.Snapshot
	options Options
	gate    Gate
	// block is what the plan is about where it is no file.
	block *Block
	// created returns the names of records that do not exist yet.
	created func() map[recordKey]string
}

type recordKey struct {
	table *schema.Table
	id    record.ID
}

// newNames are the names of the records that the plan would create.
func (p *Plan) newNames() map[recordKey]string {
	out := map[recordKey]string{}
	for _, r := range p.References {
		out[recordKey{r.Table, r.ID}] = r.Name
	}
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Outcome == Created {
			out[recordKey{r.Table, r.ID}] = r.Name
		}
	}
	return out
}

// A SheetPlan is how one sheet was understood.
type SheetPlan struct {
	File, Sheet string
	// Table is nil for sheets that are left out.
	Table *schema.Table
	// Why says how the table was recognised, or why the sheet is left out.
	Why string
	// Part is the key of the table whose rows these are in a sheet that is divided among several, "-" for rows
	// that are left out, "" for a whole sheet.
	Part string
	// Derived is true for links that cells of another part of the sheet name, several in a cell.
	Derived bool
	// Values are those of the column that divides the sheet, or would as Proposal says.
	Values   []DividedValue
	Proposal *Division
	// HeaderRow is the number of the header row, 0 for none.
	HeaderRow int
	// Key are the fields that records were matched by, beside their ids.
	Key     []string
	Counts  Counts
	Columns []recognise.Match

	path string
	// pasted is the text that path is the name of, "" for a file.
	pasted string
	// asked are the options that the sheet was read with.
	asked SheetOptions
	// whole are those of the whole sheet where this is a part, by the header of the column that divides it.
	whole *SheetOptions
	by    string
}

// A Row is what would happen to one row of a sheet.
type Row struct {
	// Sheet is an index into Plan.Sheets.
	Sheet   int
	Number  int
	Outcome Outcome
	Table   *schema.Table
	ID      record.ID
	Name    string
	// Version is the version of the record that the plan saw, 0 for one that would be created; since is the set
	// that deleted one which would come back.
	Version, since uint64
	// fields are the values that would change.
	fields packedFields
	// delivered is what the gate is told beside them, nil for nothing.
	delivered *Delivered
	// FirstProblem and Problems say which of Plan.Problems are the row's.
	FirstProblem, Problems int
}

// A Reference is a record that would be created because a cell names it.
type Reference struct {
	Table *schema.Table
	ID    record.ID
	Name  string
}

// A Severity says what a problem does.
type Severity string

// The severities.
const (
	// RejectsRow leaves the row out.
	RejectsRow Severity = "row"
	// RejectsCell leaves the cell out, and without Options.Partial the row.
	RejectsCell Severity = "cell"
	// Note is something that the user should know; the row is taken.
	Note Severity = "note"
)

// A Problem is something in a file that could not be taken as it stands. Row is 0 for one about a
// column or sheet.
type Problem struct {
	File, Sheet string
	Row         int
	// Name is what the row's record is called, "" where it has no name.
	Name string
	// Column is the letter of the column, "" for a problem of the whole row.
	Column, Header, Value string
	Code                  string
	Message               string
	Suggestions           []string
	Severity              Severity
	// Conflict is set for a problem "conflict".
	Conflict *Conflict
	// Twin is the record that the row may be about as well, where it is likely there already.
	Twin *Twin
	// Reasons say why a row is likely a duplicate, "" for another problem.
	Reasons string
}

// A Twin is a record that is likely the one that a row would create.
type Twin struct {
	Table *schema.Table
	ID    record.ID
	Name  string
}

// Remark is true for what is only told: it holds nothing up and leaves nothing to decide.
func (p *Problem) Remark() bool { return p.Severity == Note && p.Conflict == nil }

// Cells returns what would change in a row, as people read it.
func (p *Plan) Cells(r *Row) []CellChange {
	var out []CellChange
	before, _ := p.base.Record(r.Table.Num, r.ID)
	for _, f := range r.fields.unpack(nil) {
		field := r.Table.FieldByNum(f.Num)
		c := CellChange{Field: field, After: p.display(field, f.Value)}
		if before != nil {
			c.Before = p.display(field, before.Values.Get(f.Num))
		}
		out = append(out, c)
	}
	return out
}

// A CellChange is one field's text before and after.
type CellChange struct {
	Field         *schema.Field
	Before, After string
}

func (p *Plan) display(f *schema.Field, v record.Value) string {
	if f.Kind == schema.Lookup {
		if name, ok := p.created()[recordKey{p.base.Model.Table(f.Target), v.ID()}]; ok {
			return name
		}
	}
	return p.base.Display(f, v)
}
