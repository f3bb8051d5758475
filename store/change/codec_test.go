package change_test

import (
	"testing"
	"time"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func anyValues(t *rapid.T, label string) record.Values {
	var out []record.FieldValue
	for _, n := range rapid.SliceOfN(rapid.Uint16Range(1, 500), 0, 6).Draw(t, label) {
		v := rapid.OneOf(
			rapid.Map(rapid.String(), record.OfString),
			rapid.Map(rapid.Int64(), record.OfInt),
			rapid.Map(rapid.Float64(), record.OfFloat),
			rapid.Map(rapid.Uint64(), func(n uint64) record.Value { return record.OfID(numbered(n)) }),
		).Draw(t, "value")
		out = append(out, record.FieldValue{Num: schema.FieldNum(n), Value: v})
	}
	return record.Sorted(out)
}

func anyChange(t *rapid.T) change.Change {
	return change.Change{
		Table: schema.TableNum(rapid.Uint16().Draw(t, "table")), ID: numbered(rapid.Uint64().Draw(t, "id")),
		Op:      change.Op(rapid.Uint8Range(1, 3).Draw(t, "op")),
		Version: rapid.Uint64().Draw(t, "version"), Prev: rapid.Uint64().Draw(t, "prev"),
		Before: anyValues(t, "before"), After: anyValues(t, "after"),
		Sheet: rapid.Uint16().Draw(t, "sheet"), Row: rapid.Uint32().Draw(t, "row"),
	}
}

func TestChangesAreReadAsTheyWereWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Custom(anyChange), 1, 4).Draw(t, "changes")
		var stored []byte
		for i := range want {
			stored = change.AppendChange(stored, &want[i])
		}
		got, err := change.DecodeChanges(string(stored))
		if diff := cmp.Diff(want, got, sameValues, cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Fatalf("%v\n%s", err, diff)
		}
	})
}

func TestEveryCutIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyChange(t)
		stored := string(change.AppendChange(nil, &c))
		for n := 1; n < len(stored); n++ {
			if _, err := change.DecodeChanges(stored[:n]); fault.CodeOf(err) != fault.Damaged {
				t.Fatalf("a change cut to %d of %d bytes: %v", n, len(stored), err)
			}
		}
	})
}

func FuzzChanges(f *testing.F) {
	f.Add(string(change.AppendChange(nil, &change.Change{Table: 1, ID: numbered(1), Op: change.Create, Version: 1,
		After: record.Sorted([]record.FieldValue{{Num: 16, Value: record.OfString("Permits")}, {Num: 20, Value: record.OfInt(-3)}})})))
	f.Add(string(change.AppendChange(nil, &change.Change{Table: 2, ID: numbered(2), Op: change.Delete, Version: 9, Prev: 8, Sheet: 1, Row: 70000,
		Before: record.Sorted([]record.FieldValue{{Num: 21, Value: record.OfFloat(2.5)}, {Num: 22, Value: record.OfID(numbered(1))}})})))
	f.Fuzz(func(t *testing.T, s string) {
		changes, err := change.DecodeChanges(s)
		if err != nil {
			return
		}
		var stored []byte
		for i := range changes {
			stored = change.AppendChange(stored, &changes[i])
		}
		again, err := change.DecodeChanges(string(stored))
		if diff := cmp.Diff(changes, again, sameValues); err != nil || diff != "" {
			t.Fatalf("%v\n%s", err, diff)
		}
	})
}

func TestHeadersAreReadAsTheyWereWritten(t *testing.T) {
	want := change.Header{Seq: 7, ID: numbered(7), Time: time.Date(2026, 3, 1, 9, 0, 0, 5_000_000, time.UTC), Who: "Ann “A” Lee", Summary: "Import <of> systems",
		Origin:  change.Origin{Kind: change.FromImport, Files: []string{"a.xlsx", "ü.csv"}, Sheets: []string{"Systems"}, Source: "SNOW", Undoes: 3},
		Created: 100_000, Updated: 2, Deleted: 1}
	stored, err := change.AppendHeader(nil, &want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := change.DecodeHeader(stored)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Fatalf("%v\n%s", err, diff)
	}
	for n := range len(stored) {
		if _, err := change.DecodeHeader(stored[:n]); fault.CodeOf(err) != fault.Damaged {
			t.Errorf("a header cut to %d of %d bytes: %v", n, len(stored), err)
		}
	}
}
