// Package exchange brings tabular files into a catalogue and takes them out
// again: read, recognise, map, plan, apply; export and templates. A plan says row
// by row and cell by cell what would be done before anything is written. It is a
// use case: it may import store and its own packages recognise, spelling,
// workbook and dataverse, and no other use case.
package exchange

import (
	"context"
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Options are the user's answers about an import; zero values leave it to recognition.
type Options struct {
	// Table is the key of the table for sheets that do not say otherwise.
	Table string
	// OnlySheet takes one sheet of each file, by name.
	OnlySheet string
	// HeaderRow is the number of the header row in sheets that Sheets does not correct, 0 to find it.
	HeaderRow int
	// Key are the fields that identify a record, by key, nil for ids, identifiers and names.
	Key []string
	// Mode is what is done with records that are there and with ones that are not.
	Mode Mode
	// Blank is what an emptied cell does.
	Blank Blank
	// Unknown is what happens to names in lookups that no record has.
	Unknown Unknown
	// Partial takes the good rows, and the good cells of rows, where others are rejected.
	Partial bool
	// Dates answers columns whose dates can be read in two ways: "", "dmy" or "mdy".
	Dates string
	// Conflicts resolves all conflicts that Decisions do not.
	Conflicts Resolution
	Decisions []Decision
	// Deletions deletes the records whose rows were deleted from one of our own exports.
	Deletions bool
	// Source is the key of the source system that the files come from; the planner's gate is that one's.
	Source string
	// SourceKey is the header of the column with the keys of the gate's source, "" where the columns say it.
	SourceKey string
	// Answers say what values stand for that the catalogue does not know.
	Answers []Answer
	// Rows say what becomes of single rows.
	Rows []RowAnswer
	// Mapping is the name of the mapping that gave the answers, "" for none. The journal keeps it.
	Mapping string
	// Mapped are how sheets of known shapes are understood, where Sheets do not say otherwise.
	Mapped []MappedSheet
	// Sheets are corrections by sheet.
	Sheets []SheetOptions
}

// SheetOptions correct what was recognised about one sheet.
type SheetOptions struct {
	// File and Sheet are names; "" fits any.
	File, Sheet string
	// Part is the key of the table that these are about in a sheet that is divided, "" for the sheet itself.
	Part string
	// Divide gives the rows to several tables, nil to one.
	Divide *Division
	// Skip leaves the sheet out.
	Skip      bool
	Table     string
	HeaderRow int
	Key       []string
	// Columns maps positions to field keys, "" to leave a column out. Headers does the same by header.
	Columns map[int]string
	Headers map[string]string
}

// of is true for options of a sheet.
func (o *SheetOptions) of(in *input) bool {
	return (o.File == "" || strings.EqualFold(o.File, in.File)) && (o.Sheet == "" || strings.EqualFold(o.Sheet, in.Name))
}

// A Mode says which records an import may touch.
type Mode string

// The modes.
const (
	Upsert     Mode = "upsert"
	CreateOnly Mode = "create"
	UpdateOnly Mode = "update"
)

// Blank says what an emptied cell does.
type Blank string

// The rules for blanks. ByOrigin clears in files that we exported and keeps in others.
const (
	ByOrigin Blank = ""
	Keep     Blank = "keep"
	Clear    Blank = "clear"
)

// Unknown says what happens to names that no record has.
type Unknown string

// What happens to unknown names.
const (
	Reject Unknown = "reject"
	Create Unknown = "create"
)

func (o *Options) check() error {
	switch {
	case o.Mode == "":
		o.Mode = Upsert
	case o.Mode != Upsert && o.Mode != CreateOnly && o.Mode != UpdateOnly:
		return fault.New(fault.Usage, "There is no mode “%s”: use upsert, create or update.", o.Mode)
	}
	switch {
	case o.Blank != ByOrigin && o.Blank != Keep && o.Blank != Clear:
		return fault.New(fault.Usage, "Blank cells cannot be handled as “%s”: use keep or clear.", o.Blank)
	case o.Conflicts != Undecided && o.Conflicts != KeepOurs && o.Conflicts != TakeFile:
		return fault.New(fault.Usage, "Conflicts cannot be resolved as “%s”: use keep for the catalogue’s values, take for the file’s.", o.Conflicts)
	case o.Unknown == "":
		o.Unknown = Reject
	case o.Unknown != Reject && o.Unknown != Create:
		return fault.New(fault.Usage, "Unknown names cannot be handled as “%s”: use reject or create.", o.Unknown)
	case o.Dates != "" && o.Dates != "dmy" && o.Dates != "mdy":
		return fault.New(fault.Usage, "Dates cannot be read as “%s”: use dmy for the day first, mdy for the month first.", o.Dates)
	}
	return nil
}

// Progress is told what is being done, and how far it is; total is 0 while unknown.
type Progress func(phase string, done, total int)

// A Planner makes plans on one snapshot.
type Planner struct {
	Snapshot *snapshot.Snapshot
	// Past knows what the records were before; without it files are compared with the catalogue as it is.
	Past Past
	// IDs makes the ids of records that would be created.
	IDs record.IDs
	// Gate stands before the rows of a source system; nil for files of no source.
	Gate Gate
	// Progress may be nil.
	Progress Progress
	// Pasted are the blocks that stand among the paths by their names.
	Pasted Pasted
	// Shelf keeps what was read for the next plan of the same files; nil keeps nothing.
	Shelf *Shelf
	// Preview, where it is not nil, is given plans of the rows read so far while more are read, each longer than
	// the last. They come from other goroutines, one after the other, and none after Plan has returned; IDs is
	// called from these as well.
	Preview func(*Plan)
}

// Plan reads files and says what importing them would do. The error is a fault with a sentence: a file
// that cannot be read, an option that does not fit, or Cancelled. What is wrong in rows and cells is no
// error but part of the plan.
func (p Planner) Plan(ctx context.Context, paths []string, o Options) (*Plan, error) {
	label := p.labelOf(paths, o)
	if inputs, notes, kept := p.Shelf.take(label); kept {
		return p.plan(ctx, inputs, notes, o, whole)
	}
	r := intake{Planner: p, ctx: ctx, options: o, preview: newPreviewer(ctx, p, o)}
	err := r.read(paths)
	r.preview.stop()
	if err != nil {
		return nil, fault.From(err)
	}
	p.Shelf.put(label, r.inputs, r.notes)
	return p.plan(ctx, r.inputs, r.notes, o, whole)
}

func (p Planner) progress(phase string, done, total int) {
	if p.Progress != nil {
		p.Progress(phase, done, total)
	}
}

func (p Planner) plan(ctx context.Context, inputs []*input, notes []string, o Options, e extent) (*Plan, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	var err error
	if o.Answers, err = checked(p.Snapshot.Model, o.Answers); err != nil {
		return nil, err
	}
	w := newWork(ctx, p, o, e)
	w.plan.Notes = slices.Clone(notes) // the shelf keeps them
	if w.gate != nil {
		w.plan.Notes = append(w.plan.Notes, w.gate.Notes()...)
	}
	for _, in := range inputs {
		if err := w.addSheet(in); err != nil {
			return nil, err
		}
	}
	w.decideDates()
	if err := w.match(); err != nil {
		return nil, fault.From(err)
	}
	for _, s := range w.sheets {
		if err := s.compare(); err != nil {
			return nil, fault.From(err)
		}
	}
	w.mend()
	if err := w.noteAlike(); err != nil {
		return nil, fault.From(err)
	}
	if err := w.findDeletions(); err != nil {
		return nil, fault.From(err)
	}
	return w.finish(), nil
}

// tableOf returns the table that a user named by key, logical name or label.
func tableOf(m *schema.Model, name string) (*schema.Table, error) {
	if t := FindTable(m, name); t != nil {
		return t, nil
	}
	return nil, fault.New(fault.Usage, "There is no table “%s”. “cadastre schema” lists them.", name)
}
