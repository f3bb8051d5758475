package exchange_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/schema"

	"pgregory.net/rapid"
)

// A column of our export that was given the name of another one beside it fills neither's field: it is told of.
func TestAColumnRenamedLikeAnotherOverwritesNothing(t *testing.T) {
	for _, header := range []string{"Criticality", "criticality "} {
		c := emptyCatalogue(t)
		c.bring(exchange.Options{Table: "itsystem"}, "systems.csv", "Name,Criticality,Description\nPayroll,High,pays people\n")
		book := copyOf(t, c.export("systems.xlsx", "itsystem"))
		s := book.sheets[0]
		s.set(0, "description", textCell("Low"))
		s.Columns[s.column("description")].Header = header
		path := filepath.Join(c.dir, "back.xlsx")
		book.write(t, path)
		plan := c.plan(exchange.Options{}, path)
		if said := problemAt(t, plan, "unplaced-column"); plan.Counts.Unchanged != 1 || !strings.Contains(said.Message, "called like a field that another column fills") {
			t.Errorf("%+v\n%s%s", plan.Counts, cells(plan), problems(plan))
		}
	}
}

// However the columns of our export are renamed, a cell goes into the field that its header names, else into the one
// that stood in its place, or it is told that its column is left out.
func TestACellGoesWhereItsHeaderOrElseItsPlaceSays(t *testing.T) {
	c := emptyCatalogue(t)
	c.bring(exchange.Options{Table: "itsystem"}, "systems.csv", "Name\nPayroll\n")
	exported := c.export("systems.xlsx", "itsystem")
	rapid.Check(t, func(t *rapid.T) {
		book := copyOf(t, exported)
		s := book.sheets[0]
		texts, want := textColumns(c, s), map[string]string{}
		for i, at := range texts {
			key := s.Columns[at].Key
			other := rapid.SampledFrom(texts).Draw(t, "like")
			s.Columns[at].Header = rapid.SampledFrom([]string{labelOf(c, key), labelOf(c, s.Columns[other].Key), fmt.Sprint("My column ", i)}).Draw(t, "header")
			for _, k := range texts {
				if s.Columns[at].Header == labelOf(c, s.Columns[k].Key) {
					key = s.Columns[k].Key
				}
			}
			want[fmt.Sprint("cell ", i)] = key
			s.set(0, s.Columns[at].Key, textCell(fmt.Sprint("cell ", i)))
		}
		path := filepath.Join(c.dir, "back.xlsx")
		book.write(t, path)
		plan := c.plan(exchange.Options{}, path)
		written := plan.Cells(&plan.Rows[0])
		for _, cell := range written {
			if want[cell.After] != cell.Field.Key {
				t.Errorf("%q goes into %s, and belongs to %s", cell.After, cell.Field.Key, want[cell.After])
			}
		}
		if told := codes(plan)["unplaced-column"]; len(written)+told != len(texts) {
			t.Errorf("of %d cells %d are written and %d told of\n%s%s", len(texts), len(written), told, cells(plan), problems(plan))
		}
	})
}

// textColumns are the columns of the fields that take any text, but for the name.
func textColumns(c *catalogue, s *copiedSheet) (out []int) {
	table := c.snap.Model.Table(s.Table)
	for at, column := range s.Columns {
		f := table.Field(column.Key)
		if f != nil && !f.System && f.Key != table.Primary && slices.Contains([]schema.Kind{schema.Text, schema.Memo}, f.Kind) {
			out = append(out, at)
		}
	}
	return out
}

func labelOf(c *catalogue, key string) string { return c.snap.Model.Table("itsystem").Field(key).Label }
