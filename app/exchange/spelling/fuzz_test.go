package spelling

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"cadastre/app/exchange/workbook"
	"cadastre/store/record"
	"cadastre/store/schema"

	"golang.org/x/net/html"
)

// everyKind are fields of every kind, and of every set of choices.
func everyKind() (fields []*schema.Field) {
	seen := map[string]bool{}
	for _, table := range schema.Default().Tables {
		for _, f := range table.Fields {
			if sort := string(f.Kind) + f.Choice; !seen[sort] {
				seen[sort] = true
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// FuzzKinds reads a text as each kind of field does, as people write it and in the stored form. What is
// taken is in its normal form, can be shown, stored and read again as the same, and holds nothing that runs;
// what is not taken is answered with a sentence.
func FuzzKinds(f *testing.F) {
	fields := everyKind()
	for _, seed := range []string{
		"Permits", " n/a ", "3 Mar 2024 5:06 pm", "2024-05-16T12:40:57+02:00", "45000.5", "1.234,5 %", "(12)", "1e308", "-0", "+49 170 1",
		"166840001", "High (FIPS 199)", "0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11", "<p onclick=x>a &amp; b</p><script>c</script>",
		`<a href="java&#x0A;script:a">b</a>`, "JavaScript:alert(1)", "JavaScript", "https://example.org/?q=1", "ann@example.org", "a\r\nb\tc\u2028d\x00", "\u202egnp.exe", "\xff\xfe",
	} {
		for i := range fields {
			f.Add(uint8(i), uint8(i%int(workbook.Error)), seed)
		}
	}
	f.Fuzz(func(t *testing.T, field, cell uint8, text string) {
		of := fields[int(field)%len(fields)]
		if v, err := record.Parse(of, text); err == nil {
			sound(t, of, v)
		} else if !readable(err.Error()) {
			t.Fatalf("%s: %q is answered with %q", of.Kind, text, err)
		}
		if of.Kind == schema.Lookup {
			return
		}
		r := Reader{Model: schema.Default(), Field: of, Exact: cell&8 != 0, Plain: cell&16 != 0, Date1904: cell&32 != 0,
			Dates: []DateOrder{Undecided, DayFirst, MonthFirst}[int(cell>>6)%3]}
		v, trouble := r.Read(workbook.Cell{Kind: workbook.CellKind(cell&7) % (workbook.Error + 1), Value: text})
		if trouble == nil {
			sound(t, of, v)
		} else if !readable(trouble.Message) {
			t.Fatalf("%s: %q is answered with %q", of.Kind, text, trouble.Message)
		}
	})
}

// sound fails the test for a value that no record should hold.
func sound(t *testing.T, f *schema.Field, v record.Value) {
	t.Helper()
	if clean, err := record.Clean(f, v); err != nil || clean != v {
		t.Fatalf("%s: %q is not clean: %q, %v", f.Kind, record.Format(f, v), record.Format(f, clean), err)
	}
	if again, err := record.Parse(f, record.Format(f, v)); err != nil || again != v {
		t.Fatalf("%s: %q reads as %q, %v", f.Kind, record.Format(f, v), record.Format(f, again), err)
	}
	doc, err := json.Marshal(record.JSON(f, v))
	var plain any
	if err == nil {
		err = json.Unmarshal(doc, &plain)
	}
	if again, other := record.FromJSON(f, plain); err != nil || other != nil || again != v {
		t.Fatalf("%s: %q through JSON is %q, %v, %v", f.Kind, record.Format(f, v), record.Format(f, again), err, other)
	}
	r := &record.Record{Values: record.Sorted([]record.FieldValue{{Num: f.Num, Value: v}})}
	if back, err := record.Decode(record.NoID, string(record.Append(nil, r))); err != nil || back.Values.Get(f.Num) != v {
		t.Fatalf("%s: %q is not stored: %v", f.Kind, record.Format(f, v), err)
	}
	harmless(t, f, v)
}

// harmless fails the test for texts that break a line, a log or a page.
func harmless(t *testing.T, f *schema.Field, v record.Value) {
	t.Helper()
	for _, c := range v.Str() {
		if unicode.IsControl(c) && (f.Kind != schema.Memo && f.Kind != schema.RichText || c != '\n' && c != '\t') {
			t.Fatalf("%s: %q holds a control character", f.Kind, v.Str())
		}
	}
	if scheme, _, is := strings.Cut(strings.ToLower(v.Str()), ":"); is && f.Kind == schema.URL && slices.Contains([]string{"javascript", "data", "vbscript", "file", "blob"}, scheme) {
		t.Fatalf("%q would run", v.Str())
	}
	if f.Kind != schema.RichText {
		return
	}
	for z := html.NewTokenizer(strings.NewReader(v.Str())); z.Next() != html.ErrorToken; {
		token := z.Token()
		if slices.Contains([]string{"script", "style", "iframe", "img", "svg", "object", "embed", "form", "link", "meta", "base"}, token.Data) && token.Type != html.TextToken {
			t.Fatalf("%q holds a <%s>", v.Str(), token.Data)
		}
		for _, a := range token.Attr {
			link, _, _ := strings.Cut(a.Val, ":")
			if a.Key != "href" || strings.Contains(a.Val, ":") && !slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(link)) && !strings.ContainsAny(link, "/?#") {
				t.Fatalf("%q holds %s=%q", v.Str(), a.Key, a.Val)
			}
		}
	}
}

// readable is true for a sentence that can be shown as it stands.
func readable(s string) bool {
	return utf8.ValidString(s) && strings.HasSuffix(s, ".") && !strings.ContainsFunc(s, unicode.IsControl)
}
