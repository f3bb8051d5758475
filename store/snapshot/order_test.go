package snapshot

import (
	"slices"
	"testing"

	"cadastre/store/record"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func tableOf(names ...string) *Table {
	b := NewBuilder(model)
	for i, name := range names {
		b.Add(systems.Num, &record.Record{ID: id(uint64(i)), Values: record.Sorted([]record.FieldValue{{Num: 16, Value: record.OfString(name)}})})
	}
	return b.Snapshot(1).Table(systems.Num)
}

func TestNamesAreSortedAsPeopleDo(t *testing.T) {
	want := []string{"-dash", "2 systems", "10 systems", "10a", "100", "äpfel", "apple", "Apple", "Banana", "café", "Cafe 2", "cafe 10", "naïve",
		"Straße", "strasse 2", "system 9", "System 10", "system 10 b", "zoo", "Ω", "漢字"}
	given := append([]string{""}, want[5:]...)
	table := tableOf(append(given, want[:5]...)...)
	var got []string
	for _, s := range table.Order(16).Sorted {
		got = append(got, table.Name(s))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNumbersAreSortedByTheirSize(t *testing.T) {
	want := []string{"System", "System 0", "System 000 b", "System 0 c", "System 1 a", "System 01 b", "System 1.0 beta", "System 1.1 beta", "System 1.10 beta",
		"System 2", "System ٣", "System 4", "System 123456789", "System 1234567890", "System 12345678901234567890123", "System 20000000000000000000000", "System a"}
	table := tableOf(append(slices.Clone(want[9:]), want[:9]...)...)
	var got []string
	for _, s := range table.Order(16).Sorted {
		got = append(got, table.Name(s))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEqualNamesShareARank(t *testing.T) {
	table := tableOf("b", "", "cafe\u0301", "b", "café", "a")
	if diff := cmp.Diff([]uint32{2, 0, 3, 2, 3, 1}, table.Order(16).Ranks); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Slot{5, 0, 3, 2, 4}, table.Order(16).Sorted); diff != "" {
		t.Error(diff)
	}
}

func TestFoldForgetsCaseAndAccents(t *testing.T) {
	for in, want := range map[string]string{
		"Permits": "permits", "CAFÉ": "cafe", "cafe\u0301": "cafe", "Straße": "strasse", "STRASSE": "strasse", "Ærø": "aero", "Œuvre": "oeuvre",
		"Łódź": "lodz", "İstanbul": "istanbul", "ΟΔΟΣ": "οδοσ", "οδος": "οδοσ", "ﬁle": "file", "Ｆｕｌｌ": "full", "don’t": "don't", "a–b": "a-b",
		"x\u00a0y": "x y", "한국": "한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8": "한국", "Ж": "ж", "": "", "½": "1⁄2", "Å": "a", "ĐẶNG": "dang",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// However a text is spelled in Unicode and in whatever case, a search finds it; and folding is done once.
func TestFoldIsTheSameForEverySpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		want := Fold(s)
		for name, other := range map[string]string{"composed": norm.NFC.String(s), "decomposed": norm.NFD.String(s), "folded": want} {
			if got := Fold(other); got != want {
				t.Fatalf("%q folds to %q, %s %q to %q", s, want, name, other, got)
			}
		}
	})
}
