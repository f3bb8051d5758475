package exchange

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Into writes the workbook at path, which Power Apps has exported, again as out, another file: the cells that say
// something else than the catalogue are changed, and with grow records that were made here and that it does not
// list are added as new rows. All else stays as it is, so that Power Apps takes the workbook back. Note is told
// what was done and what was not.
func (x Exporter) Into(ctx context.Context, path, out string, grow bool) error {
	if isSameFile(path, out) {
		return fault.New(fault.Usage, "%s is the workbook itself. Name another file, so that it stays as it was.", out)
	}
	w, s, err := x.theirs(ctx, path)
	if err != nil {
		return fault.From(err)
	}
	b := writingBack{sheetWork: s, out: writing{snap: x.Snapshot, names: w.names, links: map[recordKey]string{}},
		edit: workbook.Edit{Sheet: s.Name, HeaderRow: s.head.Number, Cells: map[int]map[int]workbook.Value{}}}
	for i := range s.rows {
		b.row(&s.rows[i])
	}
	b.add(grow)
	untouched, err := workbook.EditInPlace(ctx, path, out, b.edit)
	if err != nil {
		return fault.From(err)
	}
	b.tell(x, untouched)
	return nil
}

func isSameFile(a, b string) bool {
	one, err := os.Stat(a)
	other, missing := os.Stat(b)
	return err == nil && missing == nil && os.SameFile(one, other)
}

// theirs reads such a workbook and finds the records of its rows.
func (x Exporter) theirs(ctx context.Context, path string) (*work, *sheetWork, error) {
	options := Options{Mode: UpdateOnly}
	r := intake{Planner: Planner{Snapshot: x.Snapshot, IDs: record.NewID, Progress: x.Progress}, ctx: ctx, options: options}
	r.preview = newPreviewer(ctx, r.Planner, options)
	err := r.read([]string{path})
	r.preview.stop()
	at := slices.IndexFunc(r.inputs, func(in *input) bool { return in.listed != nil })
	if err != nil {
		return nil, nil, err
	}
	if at < 0 {
		return nil, nil, fault.New(fault.Unsupported, "%s was not exported by Power Apps: the hidden sheet that says so is missing. Export the view there (Export to Excel, static worksheet) and choose that file.", filepath.Base(path))
	}
	w := newWork(ctx, r.Planner, options, whole)
	if err := w.addSheet(r.inputs[at]); err != nil {
		return nil, nil, err
	}
	if len(w.sheets) == 0 {
		return nil, nil, fault.New(fault.Unsupported, "%s cannot be filled in: %s", filepath.Base(path), w.all[0].plan.Why)
	}
	w.decideDates()
	return w, w.sheets[0], w.match()
}

// writingBack is a workbook of somebody else's being filled in.
type writingBack struct {
	*sheetWork
	out  writing
	edit workbook.Edit
	// changed counts the cells that change; strange are rows of which the catalogue has no record.
	changed, strange int
	// unread are cells that nobody here can read, and whose field is blank here.
	unread []string
	// added are the names of the records that become new rows; absent counts the others that the workbook does
	// not list.
	added  []string
	absent int
}

// row finds the cells of a row that say something else than its record.
func (b *writingBack) row(r *rowWork) {
	if !r.found {
		b.strange++
		return
	}
	for _, c := range b.columns {
		if c == nil || c.Field.Num == schema.Owner { // Power Apps knows its own users
			continue
		}
		now := c.held.Value(r.slot)
		if cell := b.find(r.row, c.Column.Index); b.differs(r, c, cell, now) {
			b.put(r.number, c, now)
		}
	}
}

func (b *writingBack) differs(r *rowWork, c *column, cell *workbook.Cell, now record.Value) bool {
	if cell == nil || strings.TrimSpace(cell.Value) == "" {
		return !now.IsBlank()
	}
	says, same := b.sameValue(c, cell, now)
	if c.target != nil && !same && now.IsBlank() {
		says = len(b.meaning(c, strings.TrimSpace(cell.Value)).links) > 0
	}
	if says || !now.IsBlank() {
		return !same
	}
	if !spelling.Nothing(c.Field, cell.Value) {
		b.unread = append(b.unread, fmt.Sprintf("%s%d “%s”", Letter(c.Column.Index), r.number, clip(cell.Value)))
	}
	return false
}

func (b *writingBack) put(row int, c *column, v record.Value) {
	if b.edit.Cells[row] == nil {
		b.edit.Cells[row] = map[int]workbook.Value{}
	}
	b.edit.Cells[row][c.Column.Index] = b.theirValue(c, v)
	b.changed++
}

// theirValue is a value as Power Apps writes it: links by their names, rich text as HTML, a date as the column
// has them.
func (b *writingBack) theirValue(c *column, v record.Value) workbook.Value {
	text := slices.ContainsFunc(c.Column.Distinct, func(cell workbook.Cell) bool { return cell.Kind == workbook.Text })
	switch {
	case v.IsBlank():
		return workbook.Value{}
	case c.target != nil:
		return workbook.TextValue(b.snap.Name(c.target.Num, v.ID()))
	case c.Field.Kind == schema.RichText:
		return workbook.TextValue(asHTML(v))
	case c.Field.Kind == schema.Date && text:
		return workbook.TextValue(record.TimeOfDay(v.Int()).Format(time.DateOnly))
	}
	return b.out.cell(c.Field, v)
}

// add makes rows of the records that were made here and are not in the workbook, where that is wanted.
func (b *writingBack) add(grow bool) {
	claimed := b.claimsOn(b.table).bySlot
	for _, slot := range b.records.Order(b.table.PrimaryField().Num).Sorted {
		switch id := b.records.ID(slot); {
		case claimed[slot] != nil, b.records.Value(slot, schema.State).Int() != schema.StateActive:
		case !grow || !id.Made():
			b.absent++
		default:
			b.added = append(b.added, b.records.Name(slot))
			b.edit.Added = append(b.edit.Added, b.newRow(slot))
		}
	}
}

func (b *writingBack) newRow(slot snapshot.Slot) map[int]workbook.Value {
	row := map[int]workbook.Value{}
	for _, c := range b.columns {
		if c != nil && c.Field.Num != schema.Owner {
			if v := c.held.Value(slot); !v.IsBlank() {
				row[c.Column.Index] = b.theirValue(c, v)
			}
		}
	}
	return row
}

// namedMost is how many names a sentence lists.
const namedMost = 5

// tell says what was done, and what was not.
func (b *writingBack) tell(x Exporter, untouched []string) {
	label, many := b.table.Label, b.table.Plural
	if b.changed == 0 && len(b.added) == 0 {
		x.note("Nothing differs: the workbook says what the catalogue says.")
	}
	if n := b.changed - len(untouched); n > 0 {
		x.note("%s changed in %s.", plural(n, "cell", "cells"), plural(len(b.edit.Cells), "row", "rows"))
	}
	if n := len(b.added); n > 0 {
		x.note("%s made here, added as new: %s.", plural(n, label, many), some(b.added))
	}
	if n := len(untouched); n > 0 {
		x.note("%s that compute their content were left alone: %s.", plural(n, "cell", "cells"), some(untouched))
	}
	if n := len(b.unread); n > 0 {
		x.note("%s left alone, for the catalogue cannot read them and has nothing in their place: %s.", plural(n, "cell", "cells"), some(b.unread))
	}
	if b.strange > 0 {
		x.note("%s without a record in the catalogue, left alone.", plural(b.strange, "row", "rows"))
	}
	if b.absent > 0 {
		x.note("%s not in the workbook and not added. Power Apps may have them: a view need not show all.", plural(b.absent, label, many))
	}
}

// some lists names, the first few where there are many.
func some(names []string) string {
	if n := len(names) - namedMost; n > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:namedMost], ", "), n)
	}
	return strings.Join(names, ", ")
}
