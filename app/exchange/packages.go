package exchange

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"cadastre/app/exchange/dataverse"
	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	"github.com/google/uuid"
)

// A package holds records as Dataverse does: fields by their logical names, choices by code, links by id with
// the name beside it. It takes every value of a catalogue; what only this catalogue knows is left at home: the
// history, and who made and changed a record when.

// userTable is the table in which Dataverse keeps people who work with it.
const userTable = "systemuser"

// userSpace is where the ids come from by which a package names users, whom we know by name only.
var userSpace = uuid.NewSHA1(uuid.NameSpaceDNS, []byte("cadastre.user"))

// writePackage writes parts as a package and notes what stays out.
func (w *writing) writePackage(ctx context.Context, path string, parts []Part, x Exporter, progress func(rows int)) error {
	pack := dataverse.Package{Time: time.Now()}
	written := 0
	for _, p := range parts {
		if x.KitOnly && p.Table.Own() {
			x.note("The starter kit has no table for %s: %s.", p.Table.Plural, stayOut(len(p.Slots), "record", "records"))
			continue
		}
		pack.Tables = append(pack.Tables, w.entity(p, x, func() {
			if written++; written%readEvery == 0 {
				progress(written)
			}
		}))
	}
	if err := dataverse.Write(ctx, path, pack); err != nil {
		return err
	}
	progress(written)
	return nil
}

func stayOut(n int, one, many string) string {
	if n == 1 {
		return "its only " + one + " stays out"
	}
	return plural(n, one, many) + " stay out"
}

// entity is a part as a table of a package.
func (w *writing) entity(p Part, x Exporter, row func()) dataverse.Table {
	t := p.Table
	out := dataverse.Table{Entity: dataverse.Entity{Name: t.LogicalName, DisplayName: t.Entity(), PrimaryID: t.IDField, PrimaryName: t.PrimaryField().LogicalName,
		Fields: []dataverse.Field{{Name: t.IDField, DisplayName: t.Entity(), Type: "guid", PrimaryKey: true}}}}
	fields := w.fieldsOut(p, x)
	for _, f := range fields {
		out.Fields = append(out.Fields, w.fieldOut(f))
	}
	out.Rows = w.rowsOut(p, fields, row)
	return out
}

// fieldsOut are the fields that go out, those asked for or all that a person may fill.
func (w *writing) fieldsOut(p Part, x Exporter) (fields []*schema.Field) {
	var left []string
	for _, c := range w.columns(p) {
		switch {
		case !c.Own():
		case x.KitOnly && c.Field.Own():
			if w.filled(p, c.Field) > 0 {
				left = append(left, c.Field.Label)
			}
		default:
			fields = append(fields, c.Field)
		}
	}
	if len(left) > 0 {
		x.note("The starter kit has no field of %s for %s: what they hold stays out.", p.Table.Plural, strings.Join(left, ", "))
	}
	if primary := p.Table.PrimaryField(); !slices.Contains(fields, primary) {
		fields = append(fields, primary) // without it a record has no name where it arrives
	}
	return fields
}

func (w *writing) filled(p Part, f *schema.Field) (n int) {
	held := w.snap.Table(p.Table.Num).Column(f.Num)
	for _, slot := range p.Slots {
		if !held.Value(slot).IsBlank() {
			n++
		}
	}
	return n
}

func (w *writing) fieldOut(f *schema.Field) dataverse.Field {
	out := dataverse.Field{Name: f.LogicalName, DisplayName: f.Label, Type: "string", Custom: f.LogicalName != f.Key}
	switch f.Kind {
	case schema.Choice:
		out.Type = "optionsetvalue"
	case schema.Lookup:
		out.Type, out.LookupTable = "entityreference", w.snap.Model.Table(f.Target).LogicalName
	case schema.User:
		out.Type, out.LookupTable = "entityreference", userTable
	case schema.Date, schema.DateTime:
		out.Type = "datetime"
	case schema.Whole:
		out.Type = "number"
	case schema.Decimal:
		out.Type = "float"
	}
	switch f.Num {
	case schema.State:
		out.Type = "state"
	case schema.Owner:
		out.Type = "owner"
	}
	return out
}

func (w *writing) rowsOut(p Part, fields []*schema.Field, told func()) iter.Seq[workbook.Row] {
	records := w.snap.Table(p.Table.Num)
	return func(yield func(workbook.Row) bool) {
		for _, slot := range p.Slots {
			row := workbook.Row{Cells: []workbook.Cell{{Value: records.ID(slot).String()}}}
			for i, f := range fields {
				if v := records.Value(slot, f.Num); !v.IsBlank() && !w.composed(records, slot, f, v) {
					row.Cells = append(row.Cells, w.cellOut(i+1, f, v))
				}
			}
			if told(); !yield(row) {
				return
			}
		}
	}
}

// composed is true for a text that is no more than its parts joined, where these are texts: whoever reads the
// package composes it himself, and Dataverse lets nobody else.
func (w *writing) composed(records *snapshot.Table, slot snapshot.Slot, f *schema.Field, v record.Value) bool {
	var parts []string
	for _, key := range f.Parts {
		part := records.Schema.Field(key)
		if part.Kind != schema.Text {
			return false
		}
		if text := records.Value(slot, part.Num).Str(); text != "" {
			parts = append(parts, text)
		}
	}
	return len(parts) > 0 && strings.Join(parts, " ") == v.Str()
}

func (w *writing) cellOut(column int, f *schema.Field, v record.Value) workbook.Cell {
	cell := workbook.Cell{Column: column, Kind: workbook.Text, Value: record.Format(f, v)}
	switch f.Kind {
	case schema.RichText:
		cell.Value = asHTML(v)
	case schema.Choice:
		cell.Kind, cell.Value = workbook.Number, strconv.FormatInt(v.Int(), 10)
	case schema.Lookup:
		target := w.snap.Model.Table(f.Target)
		cell.Value, cell.Ref, cell.RefTable = w.snap.Name(target.Num, v.ID()), v.ID().String(), target.LogicalName
	case schema.User:
		cell.Ref, cell.RefTable = uuid.NewSHA1(userSpace, []byte(v.Str())).String(), userTable
	case schema.Date:
		cell.Kind = workbook.Date
	case schema.DateTime:
		cell.Kind, cell.Value = workbook.Date, v.Time().Format("2006-01-02T15:04:05")
	case schema.Whole, schema.Decimal:
		cell.Kind = workbook.Number
	}
	return cell
}

// asHTML is rich text as Dataverse keeps it: as HTML also where it has no tags, so that nobody takes it for plain text.
func asHTML(v record.Value) string {
	if text := v.Str(); strings.Contains(text, "</") {
		return text
	}
	return "<p>" + v.Str() + "</p>"
}

func (x Exporter) note(format string, args ...any) {
	if x.Note != nil {
		x.Note(fmt.Sprintf(format, args...))
	}
}
