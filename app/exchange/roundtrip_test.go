package exchange_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"cadastre/app/exchange"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// odd are texts that spreadsheets and importers like to change.
var odd = []string{"=1+2", "+1 555-0100", "-- none --", "-5", "@home", "'quoted", "''=x", "'", "\"", "007", "1e5", "0x1F", "12:30", "3/4/2026",
	"46204", "TRUE", "n/a", "none", "-", "?", "unknown", "TBD", "#N/A", "_x000D_", "_x0041_", "<b>bold</b>", "a < b & c > d", "&amp;", "&#39;",
	"</p>", "<br>", "line\nbreak", "para\n\ngraph", "tab\there", "Zoë", "Zoe", "zoe", "ＺＯＥ", "Straße", "İstanbul", "ﬁn", "日本語", "👩‍💻", "e\u0301", "a\u00a0b", "a\u200bb",
	"a  b", "A B", "Smith, Jane", "Jane Smith", "Name (Remarks)", "0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11", "{0192F0C1-7A3E-7CC0-9D7E-3F1F0F6B2A11}",
	"Total", "Notes: as agreed", "Name", "ID", ";", ",", "a,b;c\td", "\ufffd", "\ufffe", "\U0010ffff", "=cmd|' /C calc'!A0", strings.Repeat("long ", 60)}

func oddText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(odd), rapid.SampledFrom(odd), rapid.String(),
		rapid.Custom(func(t *rapid.T) string {
			return rapid.SampledFrom(odd).Draw(t, "start") + " " + rapid.SampledFrom(odd).Draw(t, "end")
		}))
}

// A generator fills a catalogue with records of every table.
type generator struct {
	*rapid.T
	model *schema.Model
	ids   map[string][]record.ID
}

// draft makes records of some tables; every link leads to one of them, parents only to earlier ones.
func (g *generator) draft() change.Draft {
	d := change.Draft{Who: "generator", Long: true}
	g.ids = map[string][]record.ID{}
	for _, t := range g.model.Tables {
		for range rapid.IntRange(0, 3).Draw(g.T, t.Key) {
			g.ids[t.Key] = append(g.ids[t.Key], record.NewID())
		}
	}
	for _, t := range g.model.Tables {
		for i := range g.ids[t.Key] {
			d.Edits = append(d.Edits, change.Edit{Op: change.Create, Table: t.Num, ID: g.ids[t.Key][i], Fields: g.fields(t, i)})
		}
	}
	return d
}

func (g *generator) fields(t *schema.Table, i int) []record.FieldValue {
	var out []record.FieldValue
	for _, f := range t.Fields {
		primary := f.Key == t.Primary
		if f.System || !primary && rapid.IntRange(0, 2).Draw(g.T, "blank") == 0 {
			continue
		}
		v, err := record.Clean(f, g.value(f, i))
		if v.IsBlank() && primary {
			v = record.OfString(fmt.Sprintf("%s %d", t.Label, i))
		}
		if err == nil && !v.IsBlank() {
			out = append(out, record.FieldValue{Num: f.Num, Value: v})
		}
	}
	return out
}

func (g *generator) value(f *schema.Field, i int) record.Value {
	const day = 24 * 60 * 60
	switch f.Kind {
	case schema.Choice:
		return record.OfInt(rapid.SampledFrom(g.model.ChoiceSet(f.Choice).Options).Draw(g.T, f.Key).Code)
	case schema.Lookup:
		return g.link(f, i)
	case schema.Date:
		return record.OfInt(rapid.OneOf(rapid.Int64Range(-719162, 2932896), rapid.Int64Range(-25600, -25500), rapid.Int64Range(15000, 30000)).Draw(g.T, f.Key))
	case schema.DateTime:
		return record.OfInt(rapid.OneOf(rapid.Int64Range(-719162*day, 2932896*day), rapid.Int64Range(1.5e9, 2e9)).Draw(g.T, f.Key))
	case schema.Whole:
		return record.OfInt(rapid.OneOf(rapid.Int64Range(-(1<<53-1), 1<<53-1), rapid.Int64Range(-10, 10000)).Draw(g.T, f.Key))
	case schema.Decimal:
		n := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-1, 1), rapid.SampledFrom([]float64{0, 0.1, 1.0 / 3, math.MaxFloat64, math.SmallestNonzeroFloat64, 1e15 + 0.3, 123456789012345678})).Draw(g.T, f.Key)
		return record.OfFloat(n)
	case schema.RichText:
		return record.OfString(rapid.OneOf(oddText(), rapid.Custom(func(t *rapid.T) string {
			return "<p>" + record.FromPlainText(oddText().Draw(t, "inner")) + "</p><ul><li>one</li><li><b>two</b> &lt;/p&gt;</li></ul>"
		})).Draw(g.T, f.Key))
	case schema.Email:
		return record.OfString("a" + strings.Map(func(r rune) rune {
			if strings.ContainsRune(" ,;<>@\n\t", r) {
				return -1
			}
			return r
		}, oddText().Draw(g.T, f.Key)) + "@example.org")
	}
	return record.OfString(oddText().Draw(g.T, f.Key))
}

func (g *generator) link(f *schema.Field, i int) record.Value {
	targets := g.ids[f.Target]
	if f.Parent {
		targets = targets[:i]
	}
	if len(targets) == 0 {
		return record.Value{}
	}
	return record.OfID(rapid.SampledFrom(targets).Draw(g.T, f.Key))
}

// TestExportComesBackUnchanged is the promise of every export: brought in again it changes nothing, whatever
// the catalogue holds, as a workbook and as csv, and an empty catalogue becomes the same by it.
func TestExportComesBackUnchanged(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		dir, err := os.MkdirTemp(t.TempDir(), "")
		if err != nil {
			rt.Fatal(err)
		}
		defer os.RemoveAll(dir)
		g := &generator{T: rt, model: schema.Default()}
		c := newCatalogue(rt, dir)
		c.apply(g.draft())
		if c.snap.Len() == 0 {
			return
		}
		book := c.export("all.xlsx")
		c.unchanged(exchange.Options{}, book)
		for _, table := range sortedKeys(c.content()) {
			c.unchanged(exchange.Options{Table: table}, c.export(table+".csv", table))
		}
		again := newCatalogue(rt, dir)
		again.carryOut(again.plan(exchange.Options{}, book))
		if diff := cmp.Diff(c.content(), again.content()); diff != "" {
			rt.Fatalf("the empty catalogue became another (-first +again):\n%s", diff)
		}
	})
}
