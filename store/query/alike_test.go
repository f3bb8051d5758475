package query_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cadastre/store/query"
	"cadastre/store/schema"
)

// alike are the pairs of systems, given by name, code, abbreviation and address, as "A=B: reasons".
func alike(first int, rows ...[4]string) []string {
	return alikeIn(schema.Default().Table("itsystem"), first, rows...)
}

func alikeIn(t *schema.Table, first int, rows ...[4]string) (out []string) {
	var records [][]string
	for _, r := range rows {
		records = append(records, append(r[:min(len(r), len(t.Telling))], make([]string, max(0, len(t.Telling)-len(r)))...))
	}
	pairs, err := query.Likeness{Table: t, Records: records, First: first}.Pairs(context.Background())
	if err != nil {
		panic(err)
	}
	for _, p := range pairs {
		var why []string
		for _, r := range p.Reasons {
			why = append(why, r.Field+" "+r.Words)
		}
		out = append(out, fmt.Sprintf("%s=%s: %s", rows[p.A][0], rows[p.B][0], strings.Join(why, ", ")))
	}
	return out
}

func TestDuplicatesAreFoundWithTheirReasons(t *testing.T) {
	if want := []string{"name", "systemcode", "abbreviation", "url"}; !slices.Equal(schema.Default().Table("itsystem").Telling, want) {
		t.Fatal("the test expects the fields", want)
	}
	for name, c := range map[string]struct {
		rows []string
		want string
	}{
		"spelled otherwise":   {[]string{"Pay-Roll", "Payroll"}, "Pay-Roll=Payroll: name is the same"},
		"misspelled":          {[]string{"Environmental Permits", "Environmental Permts"}, "Environmental Permits=Environmental Permts: name is nearly the same"},
		"words turned":        {[]string{"Permits, Environmental", "Environmental Permits"}, "Permits, Environmental=Environmental Permits: name has the same words"},
		"first letter":        {[]string{"Mayroll System", "Payroll System"}, "Mayroll System=Payroll System: name is nearly the same"},
		"initials":            {[]string{"EPLS", "Environmental Permits and Licensing System"}, "EPLS=Environmental Permits and Licensing System: name is short for the other’s"},
		"the address":         {[]string{"Permits|||https://www.permits.gov/", "Licences|||http://permits.gov"}, "Permits=Licences: url is the same"},
		"the code":            {[]string{"Permits|S-1", "Licences|s-1"}, "Permits=Licences: systemcode is the same"},
		"the abbreviation":    {[]string{"Permits||PRM", "Licences||prm"}, "Permits=Licences: abbreviation is the same"},
		"another number":      {[]string{"Server 001", "Server 002"}, ""},
		"numbers parted":      {[]string{"AC-2(1)", "AC-21"}, ""},
		"another letter":      {[]string{"Plan A", "Plan B"}, ""},
		"another code":        {[]string{"Permit|S-1", "Permits|S-2"}, ""},
		"one name, two codes": {[]string{"MacBook Pro|S-1", "MacBook Pro|S-2"}, ""},
		"one more reason":     {[]string{"Permits|S-1||permits.gov", "Permits|S-2||permits.gov"}, "Permits=Permits: name is the same, url is the same, systemcode differs"},
		"not at all":          {[]string{"Permits", "Payroll"}, ""},
	} {
		var rows [][4]string
		for _, text := range c.rows {
			var r [4]string
			copy(r[:], strings.Split(text, "|"))
			rows = append(rows, r)
		}
		if got := strings.Join(alike(0, rows...), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// Things of one name below different parents, or of different types, are different things.
// What a company is by law tells no two apart.
func TestCompaniesAreAlikeWhateverTheirLegalForm(t *testing.T) {
	vendors := schema.Default().Table("account")
	for _, two := range [][2]string{{"Esri", "Esri, Inc."}, {"Microsoft", "Microsoft Corporation"}, {"Oracle Corp.", "oracle"}, {"SAP SE", "SAP"}, {"Hilti AG & Co. KG", "Hilti"}} {
		want := fmt.Sprintf("%s=%s: name is the same but for the legal form", two[0], two[1])
		if got := alikeIn(vendors, 0, [4]string{two[0]}, [4]string{two[1]}); !slices.Equal(got, []string{want}) {
			t.Errorf("%q", got)
		}
	}
	if got := alikeIn(vendors, 0, [4]string{"Inc"}, [4]string{"Corp"}); got != nil {
		t.Errorf("names without a company: %q", got)
	}
	if got := alike(0, [4]string{"Payroll"}, [4]string{"Payroll SE"}); got != nil {
		t.Errorf("systems have no legal form: %q", got)
	}
}

func TestParentsAndTypesTellApart(t *testing.T) {
	component := schema.Default().Table("itsystemcomponent")
	of := func(more map[string]string) (out []string) {
		for _, key := range component.Telling {
			out = append(out, more[key])
		}
		return out
	}
	first := map[string]string{"name": "Adobe Reader", "parentitsystemcomponent": "PC 1", "itsystemcomponenttype": "Software"}
	for want, other := range []map[string]string{
		{"name": "Adobe Reader", "parentitsystemcomponent": "PC 2"},
		{"name": "Adobe-Reader", "parentitsystemcomponent": "PC 1", "itsystemcomponenttype": "Software"},
	} {
		pairs, err := query.Likeness{Table: component, Records: [][]string{of(first), of(other)}}.Pairs(t.Context())
		if err != nil || len(pairs) != want {
			t.Errorf("%v: %+v %v", other, pairs, err)
		}
	}
}

func TestAValueThatManyShareTellsNothing(t *testing.T) {
	var rows [][4]string
	for i := range 30 {
		rows = append(rows, [4]string{fmt.Sprintf("System %d", i), "", "HR", "https://intranet"})
	}
	if got := alike(0, rows...); got != nil {
		t.Errorf("%q", got)
	}
}

func TestOnlyPairsWithANewRecordAreAskedFor(t *testing.T) {
	got := alike(2, [4]string{"Payroll"}, [4]string{"Pay roll"}, [4]string{"Payrol"})
	slices.Sort(got)
	if want := []string{"Payroll=Payrol: name is nearly the same"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Records that are alike by others in between are one group, but never a large one.
func TestPairsWithARecordInCommonAreOneGroup(t *testing.T) {
	sizes := func(pairs ...query.Pair) (out []int) {
		for _, g := range query.Grouped(pairs) {
			out = append(out, len(g))
		}
		return out
	}
	if got := sizes(query.Pair{A: 4, B: 5}, query.Pair{A: 0, B: 1}, query.Pair{A: 1, B: 2}, query.Pair{A: 0, B: 2}); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("%v", got)
	}
	var chain []query.Pair
	for i := range 20 {
		chain = append(chain, query.Pair{A: i, B: i + 1})
	}
	if got := sizes(chain...); !slices.Equal(got, []int{11, 1, 8}) {
		t.Errorf("a chain of 20 pairs: %v", got)
	}
}

func TestLookingForDuplicatesTellsHowFarItIsAndEndsWhenAsked(t *testing.T) {
	records := make([][]string, 5000)
	for i := range records {
		records[i] = []string{fmt.Sprint("System ", i), "", "", ""}
	}
	ctx, cancel := context.WithCancel(t.Context())
	told := 0
	l := query.Likeness{Table: schema.Default().Table("itsystem"), Records: records, Progress: func(done, total int) {
		if told++; done > total || total != len(records) || told > 2 {
			t.Errorf("%d of %d", done, total)
		}
		if told == 2 {
			cancel()
		}
	}}
	if pairs, err := l.Pairs(ctx); !errors.Is(err, context.Canceled) || pairs != nil || told != 2 {
		t.Errorf("%d pairs, %v, told %d times", len(pairs), err, told)
	}
}

// The work grows with the records, not with their pairs.
func BenchmarkAlike(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		var records [][]string
		for i := range n {
			records = append(records, []string{fmt.Sprintf("Regional service %d of department %d", i*7919%n, i%97), fmt.Sprint("S-", i), "", fmt.Sprintf("https://site%d.example", i)})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				l := query.Likeness{Table: schema.Default().Table("itsystem"), Records: records}
				if _, err := l.Pairs(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
