package exchange

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Part of an export is one list of records.
type Part struct {
	Table *schema.Table
	// Slots are the records, in order. A template has none.
	Slots []snapshot.Slot
	// Template makes the part one to be filled in: with an example, and with what is missing marked.
	Template bool
	// Columns are the fields wanted, also of linked records; nil for all that an import can take back.
	Columns []snapshot.Path
}

// All returns a part with every record of a table, sorted by name.
func All(s *snapshot.Snapshot, t *schema.Table) Part {
	rows := s.Table(t.Num)
	part := Part{Table: t, Slots: append([]snapshot.Slot{}, rows.Order(t.PrimaryField().Num).Sorted...)}
	return part
}

// listMost is how many names the drop-down of a lookup offers at the most.
const listMost = 5000

// An Exporter writes records of one snapshot.
type Exporter struct {
	Snapshot *snapshot.Snapshot
	// Progress is told the number of rows written; it may be nil.
	Progress Progress
	// Headers are the journal's entries, so that a workbook can say after which it was made; nil where there are none.
	Headers []change.Header
	// KitOnly leaves out of a package what Microsoft's starter kit has no table or field for.
	KitOnly bool
	// Note is told in sentences what is not written; it may be nil.
	Note func(sentence string)
}

// A writing is an export under way.
type writing struct {
	snap *snapshot.Snapshot
	// names finds out which names stand for one record only.
	names *names
	// links are the texts of lookups by target.
	links map[recordKey]string
}

// Write writes parts to a file whose ending says the format: .xlsx, a sheet a part, .zip for a package of the
// Configuration Migration tool, or .csv for a single part. The file appears or is replaced when it is complete.
// The error is a fault with a sentence.
func (x Exporter) Write(ctx context.Context, path string, parts []Part) error {
	total := 0
	for _, p := range parts {
		total += len(p.Slots)
	}
	progress := func(rows int) {
		if x.Progress != nil {
			x.Progress("Writing "+filepath.Base(path), rows, total)
		}
	}
	if x.KitOnly && !strings.EqualFold(filepath.Ext(path), ".zip") {
		return fault.New(fault.Usage, "Only a package (.zip) is written for the starter kit alone.")
	}
	w := writing{snap: x.Snapshot, names: newNames(x.Snapshot), links: map[recordKey]string{}}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		doc := w.document(parts)
		if list, known := x.after(); known {
			doc.Lists = append(doc.Lists, list)
		}
		return workbook.Write(ctx, path, doc, progress)
	case ".csv":
		if len(parts) != 1 {
			return fault.New(fault.Usage, "A csv file holds one list, and %d were asked for. Export to .xlsx, or name one table.", len(parts))
		}
		return workbook.WriteCSV(ctx, path, w.sheet(parts[0], csvFile), progress)
	case ".zip":
		if slices.ContainsFunc(parts, func(p Part) bool { return p.Template }) {
			return fault.New(fault.Usage, "A package holds records, so there is no template of it. Export the template to .xlsx.")
		}
		return w.writePackage(ctx, path, parts, x, progress)
	}
	return fault.New(fault.Usage, "%s has no ending that says the format. Use .xlsx, .csv or .zip.", filepath.Base(path))
}

func (w *writing) document(parts []Part) workbook.Document {
	doc := workbook.Document{Title: "Cadastre"}
	lists := map[string]bool{}
	var templates []Part
	for _, p := range parts {
		doc.Sheets = append(doc.Sheets, w.sheet(p, xlsxFile))
		if list := w.exported(p); len(list.Items) > 0 && !lists[list.Name] {
			lists[list.Name] = true
			doc.Lists = append(doc.Lists, list)
		}
		for _, c := range w.columns(p) {
			f := c.Field
			if name := w.listName(f); c.Own() && name != "" && !lists[name] {
				lists[name] = true
				doc.Lists = append(doc.Lists, w.list(f, name))
			}
		}
		if p.Template {
			templates = append(templates, p)
		}
	}
	if len(templates) > 0 {
		doc.Sheets = append(doc.Sheets, w.instructions(templates))
	}
	return doc
}

// A fileKind is what a sheet is written to.
type fileKind int

const (
	xlsxFile fileKind = iota
	csvFile
)

func (w *writing) sheet(p Part, kind fileKind) workbook.OutSheet {
	columns := w.columns(p)
	out := workbook.OutSheet{Name: p.Table.Plural, Table: p.Table.Key}
	id := workbook.OutColumn{Header: idHeader, Key: idKey, Hidden: true, Note: "Says which record the row is. Leave it as it is; a new row has none."}
	if kind == xlsxFile {
		out.FrozenColumns = 3
		out.Columns = append(out.Columns, id, workbook.OutColumn{Header: versionHeader, Key: versionKey, Kind: workbook.NumberColumn, Hidden: true,
			Note: "Says which version of the record was exported. Leave it as it is."})
	}
	for _, c := range columns {
		out.Columns = append(out.Columns, w.column(p.Table, c))
	}
	if kind == csvFile {
		out.Columns = append(out.Columns, id)
	}
	if p.Template && kind == xlsxFile {
		out.MarkMissing = true
		example := w.example(p.Table, columns)
		out.Rows = func(yield func(workbook.OutRow) bool) { yield(example) }
		return out
	}
	out.Rows = func(yield func(workbook.OutRow) bool) {
		row := make(workbook.OutRow, 0, len(out.Columns))
		for _, slot := range p.Slots {
			if row = w.row(row[:0], p.Table, columns, slot, kind); !yield(row) {
				return
			}
		}
	}
	return out
}

func (w *writing) row(row workbook.OutRow, t *schema.Table, columns []snapshot.Path, slot snapshot.Slot, kind fileKind) workbook.OutRow {
	records := w.snap.Table(t.Num)
	id := workbook.TextValue(records.ID(slot).String())
	if kind == xlsxFile {
		row = append(row, id, workbook.NumberValue(float64(records.Version(slot))))
	}
	for _, c := range columns {
		row = append(row, w.cell(c.Field, c.Value(slot)))
	}
	if kind == csvFile {
		row = append(row, id)
	}
	return row
}

// columns are the fields asked for, or all but those that the program fills by itself.
func (w *writing) columns(p Part) []snapshot.Path {
	if p.Columns != nil {
		return p.Columns
	}
	return w.snap.FieldPaths(p.Table, func(f *schema.Field) bool { return !f.System })
}

// column says how a column is written. One of linked records is there to be read: an import leaves it.
func (w *writing) column(t *schema.Table, p snapshot.Path) workbook.OutColumn {
	f := p.Field
	c := workbook.OutColumn{Header: w.snap.Label(t, p), Key: p.Key, Note: "Belongs to the record that is linked to. An import leaves it alone."}
	if p.Own() {
		c.Required, c.List, c.Note = f.Required, w.listName(f), f.Help
	}
	switch f.Kind {
	case schema.Date:
		c.Kind = workbook.DateColumn
	case schema.DateTime:
		c.Kind = workbook.DateTimeColumn
	case schema.Whole, schema.Decimal:
		c.Kind = workbook.NumberColumn
	case schema.URL, schema.Email:
		c.Kind, c.MaxLength = workbook.LinkColumn, f.MaxLength
	default:
		c.MaxLength = f.MaxLength
	}
	return c
}

// listName is the drop-down of a field: its choices, or the names that a lookup may take where they are not too many.
func (w *writing) listName(f *schema.Field) string {
	switch f.Kind {
	case schema.Choice:
		return f.Choice
	case schema.Lookup:
		if n := w.snap.Table(w.snap.Model.Table(f.Target).Num).Len(); n > 0 && n <= listMost {
			return "names of " + f.Target
		}
	}
	return ""
}

func (w *writing) list(f *schema.Field, name string) workbook.List {
	list := workbook.List{Name: name}
	if f.Kind == schema.Choice {
		for _, o := range w.snap.Model.ChoiceSet(f.Choice).Options {
			list.Items = append(list.Items, o.Label)
		}
		return list
	}
	list.Open = true
	target := w.snap.Table(w.snap.Model.Table(f.Target).Num)
	for _, slot := range target.Order(target.Schema.PrimaryField().Num).Sorted {
		list.Items = append(list.Items, w.link(target.Schema, record.OfID(target.ID(slot))))
	}
	return list
}

// cell is a value as a workbook holds it: dates and numbers as such, all else as the text that people see.
func (w *writing) cell(f *schema.Field, v record.Value) workbook.Value {
	switch {
	case v.IsBlank():
		return workbook.Value{}
	case f.Kind == schema.Date:
		return workbook.DateValue(int(v.Int()))
	case f.Kind == schema.DateTime:
		return workbook.DateTimeValue(v.Int())
	case f.Kind == schema.Whole:
		return workbook.NumberValue(float64(v.Int()))
	case f.Kind == schema.Decimal:
		return workbook.NumberValue(v.Float())
	case f.Kind == schema.Lookup:
		return workbook.TextValue(w.link(w.snap.Model.Table(f.Target), v))
	}
	return workbook.TextValue(w.snap.Display(f, v))
}

// link is the text of a lookup: the name of its target, with the id where the name alone may mean another.
func (w *writing) link(t *schema.Table, v record.Value) string {
	key := recordKey{t, v.ID()}
	if text, known := w.links[key]; known {
		return text
	}
	text := w.snap.Name(t.Num, v.ID())
	if meant := w.names.of(t).meant(text); len(meant) != 1 || meant[0] != v {
		text = describe(text, v.ID())
	}
	w.links[key] = text
	return text
}
