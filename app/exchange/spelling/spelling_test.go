package spelling

import (
	"slices"
	"testing"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"
)

func reader(key string) *Reader {
	return &Reader{Model: schema.Default(), Field: schema.Default().Table("itsystem").Field(key)}
}

func TestDatesAsRealFilesHoldThem(t *testing.T) {
	for in, want := range map[string]string{
		"2024-05-16": "2024-05-16", "2024/5/6": "2024-05-06", "20240516": "2024-05-16", "2024-05-16 12:40:57": "2024-05-16",
		"2024-05-16T12:40:57Z": "2024-05-16", "16.05.2024": "2024-05-16", "3.4.24": "2024-04-03", "13/4/2024": "2024-04-13",
		"4/13/2024": "2024-04-13", "5/5/2024": "2024-05-05", "3 Mar 2024": "2024-03-03", "March 3rd, 2024": "2024-03-03",
		"Mar-24": "2024-03-01", "March 2024": "2024-03-01", "03/2024": "2024-03-01", "Friday, 1 March 2024": "2024-03-01",
		"45000": "2023-03-15", "1. Mai 2024": "2024-05-01", "12-Dec-1999": "1999-12-12", "2024-5": "2024-05-01",
		"2024-10-16 (pilot)": "2024-10-16",
	} {
		v, trouble := reader("nextreviewdate").Read(workbook.Cell{Value: in})
		if trouble != nil || record.Format(reader("nextreviewdate").Field, v) != want {
			t.Errorf("%q was read as %s (%v), want %s", in, record.Format(reader("nextreviewdate").Field, v), trouble, want)
		}
	}
}

func TestDatesThatCannotBeTakenSayWhy(t *testing.T) {
	for in, want := range map[string]string{
		"3/4/2024": "ambiguous-date", "31/31/2024": "not-a-date", "soon": "not-a-date", "2024": "incomplete-date",
		"FY2024": "incomplete-date", "Q3 2024": "incomplete-date", "30.2.2024": "not-a-date",
	} {
		v, trouble := reader("nextreviewdate").Read(workbook.Cell{Value: in})
		if trouble == nil || string(trouble.Code) != want {
			t.Errorf("%q: %v %v, want %s", in, v, trouble, want)
		}
	}
}

func TestOrderIsDecidedByTheWholeColumn(t *testing.T) {
	for _, c := range []struct {
		cells []string
		want  DateOrder
	}{
		{[]string{"1/2/2024", "25/2/2024"}, DayFirst},
		{[]string{"1/2/2024", "2/25/2024"}, MonthFirst},
		{[]string{"1/2/2024", "5/6/2024"}, Undecided},
		{[]string{"25/2/2024", "2/25/2024"}, "both"},
		{[]string{"2024-02-25", "25.2.2024"}, Undecided},
	} {
		if got := DecideOrder(slices.Values(c.cells)); got != c.want {
			t.Errorf("%v: %q, want %q", c.cells, got, c.want)
		}
	}
}

func TestBothDateSystems(t *testing.T) {
	r := reader("nextreviewdate")
	for _, c := range []struct {
		date1904 bool
		serial   string
	}{{false, "45000"}, {true, "43538"}} {
		r.Date1904 = c.date1904
		if v, trouble := r.Read(workbook.Cell{Kind: workbook.Number, Value: c.serial}); trouble != nil || record.Format(r.Field, v) != "2023-03-15" {
			t.Errorf("%s in the %v system: %s (%v)", c.serial, c.date1904, record.Format(r.Field, v), trouble)
		}
	}
}

func TestChoicesByCodeLabelAndSpelling(t *testing.T) {
	set := schema.Default().ChoiceSet("highmediumlow")
	for in, want := range map[string]string{"166840001": "Medium", "medium": "Medium", " MODERATE ": "Medium", "High (FIPS 199)": "High", "Low - for now": "Low"} {
		v, trouble := reader("criticality").Read(workbook.Cell{Value: in})
		if o, _ := set.Option(v.Int()); trouble != nil || o.Label != want {
			t.Errorf("%q was read as %q (%v), want %q", in, o.Label, trouble, want)
		}
	}
	_, trouble := reader("criticality").Read(workbook.Cell{Value: "Hihg"})
	if trouble == nil || trouble.Code != UnknownChoice || !slices.Equal(trouble.Suggestions, []string{"High"}) {
		t.Errorf("a misspelt choice: %+v", trouble)
	}
}

func TestEveryLabelOfTheModelReadsAsItself(t *testing.T) {
	for _, set := range schema.Default().Choices {
		for _, o := range set.Options {
			if code, ok := matchChoice(set, o.Label); !ok || code != o.Code {
				t.Errorf("%s: %q reads as %d", set.Key, o.Label, code)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	f := &schema.Field{Key: "n", Label: "Number", Kind: schema.Decimal}
	r := &Reader{Model: schema.Default(), Field: f}
	for in, want := range map[string]float64{"2,499.99": 2499.99, "2.499,99": 2499.99, "$1,000": 1000, "12 %": 0.12, "3,5": 3.5, "1 234": 1234, "-4": -4, "1e3": 1000} {
		if v, trouble := r.Read(workbook.Cell{Value: in}); trouble != nil || v.Float() != want {
			t.Errorf("%q was read as %v (%v), want %v", in, v.Float(), trouble, want)
		}
	}
	if _, trouble := r.Read(workbook.Cell{Value: "about ten"}); trouble == nil || trouble.Code != NotANumber {
		t.Errorf("no number: %v", trouble)
	}
}

func TestNothingInWords(t *testing.T) {
	for in, blank := range map[string]bool{"n/a": true, " - ": true, "": true, "TBD": true, "High": false} {
		v, trouble := reader("criticality").Read(workbook.Cell{Value: in})
		if trouble != nil || v.IsBlank() != blank {
			t.Errorf("%q: %v %v", in, v, trouble)
		}
	}
	if v, _ := reader("name").Read(workbook.Cell{Value: "N/A"}); v.Str() != "N/A" {
		t.Errorf("a text keeps its words: %v", v)
	}
}

func FuzzDate(f *testing.F) {
	f.Add("3 Mar 2024 5:06 pm")
	f.Add("2024-05-16T12:40:57+02:00")
	f.Fuzz(func(t *testing.T, s string) {
		r := reader("nextreviewdate")
		v, trouble := r.Read(workbook.Cell{Value: s})
		if trouble != nil {
			return
		}
		again, trouble := r.Read(workbook.Cell{Value: record.Format(r.Field, v)})
		if trouble != nil || again != v {
			t.Errorf("%q: %v, then %v %v", s, v, again, trouble)
		}
	})
}
