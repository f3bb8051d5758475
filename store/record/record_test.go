package record

import (
	"html"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"cadastre/store/fault"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func anyValue() *rapid.Generator[Value] {
	return rapid.OneOf(
		rapid.Map(rapid.StringN(1, 40, -1), OfString),
		rapid.Map(rapid.Int64(), OfInt),
		rapid.Map(rapid.Float64(), func(f float64) Value { return OfFloat(f) }).Filter(func(v Value) bool { return !v.IsBlank() }),
		rapid.Custom(func(t *rapid.T) Value {
			var id ID
			copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
			id[0] |= 1
			return OfID(id)
		}),
	)
}

func anyValues() *rapid.Generator[Values] {
	return rapid.Custom(func(t *rapid.T) Values {
		nums := rapid.SliceOfNDistinct(rapid.Uint16Range(1, 60), 0, 20, rapid.ID).Draw(t, "fields")
		var out []FieldValue
		for _, n := range nums {
			out = append(out, FieldValue{Num: schema.FieldNum(n), Value: anyValue().Draw(t, "value")})
		}
		return Sorted(out)
	})
}

// someFields are a few in any order, some of them blank or there twice, or a run of them in order.
func someFields() *rapid.Generator[[]FieldValue] {
	field := rapid.Custom(func(t *rapid.T) FieldValue {
		f := FieldValue{Num: schema.FieldNum(rapid.Uint16Range(1, 12).Draw(t, "field"))}
		if rapid.IntRange(0, 3).Draw(t, "filled") > 0 {
			f.Value = anyValue().Draw(t, "value")
		}
		return f
	})
	run := rapid.Custom(func(t *rapid.T) (fields []FieldValue) {
		first := rapid.Uint16Range(1, 9).Draw(t, "first")
		for i := range rapid.Uint16Range(1, 4).Draw(t, "length") {
			fields = append(fields, FieldValue{schema.FieldNum(first + i), anyValue().Draw(t, "value")})
		}
		return fields
	})
	return rapid.OneOf(rapid.SliceOfN(field, 0, 6), run)
}

func TestCodecKeepsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := &Record{ID: NewID(), Version: rapid.Uint64().Draw(t, "version"), Seq: rapid.Uint64().Draw(t, "seq"), Values: anyValues().Draw(t, "values")}
		got, err := Decode(want.ID, string(Append(nil, want)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Value{}), cmp.Transformer("nil", func(v Values) []FieldValue { return append([]FieldValue{}, v...) })); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCodecRefusesEveryCut(t *testing.T) {
	whole := string(Append(nil, &Record{Version: 3, Seq: 300, Values: Sorted([]FieldValue{
		{16, OfString("Permits")}, {20, OfInt(166840000)}, {21, OfFloat(2.5)}, {22, OfID(NewID())}})}))
	for n := range len(whole) {
		if _, err := Decode(NoID, whole[:n]); err == nil {
			t.Errorf("a record cut to %d of %d bytes was taken", n, len(whole))
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(string(Append(nil, &Record{Version: 1, Values: Sorted([]FieldValue{{16, OfString("x")}})})))
	f.Add(string(Append(nil, &Record{Version: 300, Seq: 1 << 40, Values: Sorted([]FieldValue{{1, OfInt(0)}, {16, OfString("Permits\nü")}, {20, OfInt(-166840000)}, {21, OfFloat(2.5)}, {4000, OfID(NewID())}})})))
	f.Fuzz(func(t *testing.T, s string) {
		r, err := Decode(NoID, s)
		if err != nil {
			return
		}
		again, err := Decode(NoID, string(Append(nil, r)))
		if err != nil || !cmp.Equal(r, again, cmp.AllowUnexported(Value{})) {
			t.Fatalf("decoded %v, then %v (%v)", r, again, err)
		}
		if sorted := Sorted(r.Values); len(sorted) != len(r.Values) || cap(r.Values) > len(s) {
			t.Fatalf("%d bytes hold %v in room for %d", len(s), r.Values, cap(r.Values))
		}
	})
}

func TestWithIsAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		model := map[schema.FieldNum]Value{}
		var values Values
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			changes := someFields().Draw(t, "changes")
			before := append(Values(nil), values...)
			next := values.With(changes...)
			if !cmp.Equal(append(Values(nil), values...), before, cmp.AllowUnexported(Value{})) {
				t.Fatal("With changed its receiver")
			}
			values = next
			for _, c := range changes {
				model[c.Num] = c.Value
			}
			if !slices.IsSortedFunc(values, func(a, b FieldValue) int { return int(a.Num) - int(b.Num) }) {
				t.Fatalf("not in order: %v", values)
			}
		}
		for n, v := range model {
			if values.Get(n) != v {
				t.Fatalf("field %d: %v, want %v", n, values.Get(n), v)
			}
		}
	})
}

func TestEveryKindHasABehaviour(t *testing.T) {
	for _, table := range schema.Default().Tables {
		for _, f := range table.Fields {
			if b := BehaviourOf(f.Kind); b == nil || b.Clean == nil || b.Parse == nil || b.Format == nil {
				t.Errorf("%s.%s: kind %q has no behaviour", table.Key, f.Key, f.Kind)
			}
		}
	}
}

func TestStoredTextRoundTrips(t *testing.T) {
	table := schema.Default().Table("itsystem")
	for key, s := range map[string]string{
		"name": "Permits", "nextreviewdate": "2026-03-31", "lifecyclestage": "166840002",
		"pointofcontact": "0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11", "createdon": "2026-03-31T14:30:00Z",
	} {
		f := table.Field(key)
		v, err := Parse(f, s)
		if err != nil || Format(f, v) != s {
			t.Errorf("%s: %q became %q (%v)", key, s, Format(f, v), err)
		}
		back, err := FromJSON(f, JSON(f, v))
		if err != nil || back != v {
			t.Errorf("%s: %v through JSON became %v (%v)", key, v, back, err)
		}
	}
}

func TestBadValuesNameTheField(t *testing.T) {
	table := schema.Default().Table("itsystem")
	for key, s := range map[string]string{
		"name": strings.Repeat("é", LongestText+1), "nextreviewdate": "31/03/2026", "lifecyclestage": "7",
		"pointofcontact": "Ann", "url": "javascript:alert(1)",
	} {
		_, err := Parse(table.Field(key), s)
		if e := fault.From(err); e == nil || e.Code != fault.Invalid || e.Field != key || !strings.Contains(e.Message, table.Field(key).Label) {
			t.Errorf("%s: %v", key, err)
		}
	}
}

func TestLengthCountsCharacters(t *testing.T) {
	name := schema.Default().Table("itsystem").Field("name")
	if err := Fits(name, OfString(strings.Repeat("é", 100))); err != nil {
		t.Errorf("100 characters in 200 bytes: %v", err)
	}
	if err := Fits(name, OfString(strings.Repeat("e", 101))); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("101 characters: %v", err)
	}
}

func TestRichTextKeepsOnlyWhatIsHarmless(t *testing.T) {
	f := schema.Default().Table("itsystem").Field("description")
	for in, want := range map[string]string{
		`<div class="ck-content" style="x"><p style="margin: 0;">Tracks <b>all</b></p></div>`: `<div><p>Tracks <b>all</b></p></div>`,
		`<img src=x onerror=alert(1)>hi<script>alert(1)</script>`:                             `hi`,
		`<a href="javascript:alert(1)">x</a>`:                                                 `x`,
		"<p>&nbsp;</p>":                                                                       "",
	} {
		v, err := Clean(f, OfString(in))
		if err != nil || v.Str() != want {
			t.Errorf("%s became %q (%v), want %q", in, v.Str(), err, want)
		}
	}
}

func TestRichTextIsStableOnceClean(t *testing.T) {
	f := &schema.Field{Key: "d", Label: "D", Kind: schema.RichText}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.SampledFrom([]string{"<p>", "</p>", "a", " ", "&amp;", "&", "<", "\"", "<br>", "<li>", "<b>", "\n", "é",
			"&#12;", "&#x0c", "&#x2028;", "&#xfeff;", "<a href=\"java", "script:a\">", "https:"})), func(p []string) string { return strings.Join(p, "") })).Draw(t, "html")
		once, err := Clean(f, OfString(s))
		if err != nil {
			t.Fatal(err)
		}
		twice, _ := Clean(f, once)
		if once != twice {
			t.Fatalf("%q, then %q", once.Str(), twice.Str())
		}
		if !once.IsBlank() && PlainText(once.Str()) == "" {
			t.Fatalf("nobody sees anything of %q", once.Str())
		}
	})
}

func TestPlainTextStaysWhatItIsWhenItBecomesRichText(t *testing.T) {
	for _, s := range []string{"a", "a\t\nb", "a \n b", "a\u00a0b", "a & b < c", "a\u00a0b\n\nc", "a\n\n\n\nb"} {
		if got, want := PlainText(FromPlainText(s)), PlainText(html.EscapeString(s)); got != want {
			t.Errorf("%q reads %q as rich text, %q as it stands", s, got, want)
		}
	}
}

func TestPlainTextIsWhatAReaderSees(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                "plain",
		"<p>One &amp; two</p><p>Three</p>":     "One & two\nThree",
		"<ul><li>a</li><li>b</li></ul>":        "• a\n• b",
		"&amp;lt;b&amp;gt; stays as it is":     "&lt;b&gt; stays as it is",
		FromPlainText("a < b\nand \"c\"\n\nd"): "a < b\nand \"c\"\nd",
	} {
		if got := PlainText(in); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}

func TestDaysAndTimes(t *testing.T) {
	for _, day := range []string{"0001-01-01", "1899-12-31", "1970-01-01", "2024-02-29", "9999-12-31"} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := TimeOfDay(DayOf(at)).Format(time.DateOnly); got != day {
			t.Errorf("%s became %s", day, got)
		}
	}
}

// A value that reads as blank, or that no value equals, would be lost or differ for ever.
func TestCodecRefusesWhatNoValueIs(t *testing.T) {
	for name, v := range map[string]Value{
		"an empty text": {class: String}, "no link": {class: Link, text: string(make([]byte, 16))}, "a blank": {},
		"not a number": {class: Float, bits: math.Float64bits(math.NaN())}, "infinity": {class: Float, bits: math.Float64bits(math.Inf(-1))},
		"minus zero": {class: Float, bits: math.Float64bits(math.Copysign(0, -1))},
	} {
		if r, err := Decode(NoID, string(Append(nil, &Record{Values: Values{{Num: 16, Value: v}}}))); err == nil {
			t.Errorf("%s was read as %+v", name, r.Values)
		}
	}
	if v := OfFloat(math.Copysign(0, -1)); v != OfFloat(0) {
		t.Errorf("-0 is %+v", v)
	}
}

// The quick way to read a rich text reads as the tokenizer does, or leaves it to that.
func TestSimpleRichTextReadsAsAnyDoes(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"<p>", "</p>", "<br>", "<li>", "</li>", "<b>", "</b>", "<p", ">", "<", "</", "&amp;", "&am", "p;", "a", "\u00a0", "\n",
		"\r", " ", "<BR>", "<br/>", `<a href="x>y">`, "</a>", "<!-- <p> -->", "<script>", "</script>", "<td>", "</td>", "\x00", "é"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(pieces, 0, 12).Draw(t, "text"), "")
		if got, ok := appendSimple(nil, s); ok && string(got) != plainOfAny(s) {
			t.Fatalf("%q reads %q, want %q", s, got, plainOfAny(s))
		}
		if got, want := strings.Fields(string(AppendPlainText(nil, s))), strings.Fields(PlainText(s)); !slices.Equal(got, want) {
			t.Fatalf("%q reads %q, want %q", s, got, want)
		}
	})
}
