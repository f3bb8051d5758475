package snapshot

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var (
	model      = schema.Default()
	systems    = model.Table("itsystem")
	components = model.Table("itsystemcomponent")
	stages     = model.ChoiceSet("lifecyclestage").Options

	plainValues = cmp.Comparer(func(a, b record.Value) bool { return a == b })
)

func id(n uint64) (out record.ID) {
	binary.BigEndian.PutUint64(out[8:], n)
	out[0] = 1
	return out
}

type recordKey struct {
	table schema.TableNum
	id    record.ID
}

// A plain catalogue is what a snapshot must hold, as maps.
type plain map[recordKey]record.Record

func (p plain) carryOut(set *change.Set) plain {
	next := maps.Clone(p)
	for _, c := range set.Changes {
		k := recordKey{c.Table, c.ID}
		r := next[k]
		if c.Op == change.Delete {
			delete(next, k)
			continue
		}
		next[k] = record.Record{ID: c.ID, Version: c.Version, Seq: set.Seq, Values: r.Values.With(c.Values()...)}
	}
	return next
}

// same compares a snapshot with what it must hold, every way of asking.
func (p plain) same(s *Snapshot) error {
	got := plain{}
	for _, table := range model.Tables {
		t := s.Table(table.Num)
		live := 0
		for i := range t.Slots() {
			slot := Slot(i)
			if !t.Live(slot) {
				continue
			}
			live++
			r := t.Record(slot)
			got[recordKey{table.Num, r.ID}] = *r
			if found, ok := t.Slot(r.ID); !ok || found != slot || t.ID(slot) != r.ID || t.Version(slot) != r.Version {
				return fmt.Errorf("record %s of slot %d is found in slot %d (%v)", r.ID, slot, found, ok)
			}
		}
		if live != t.Len() {
			return fmt.Errorf("%s has %d records and says %d", table.Key, live, t.Len())
		}
	}
	if diff := cmp.Diff(p, got, plainValues, cmp.Transformer("nil", func(v record.Values) []record.FieldValue { return append([]record.FieldValue{}, v...) })); diff != "" {
		return fmt.Errorf("the snapshot differs:\n%s", diff)
	}
	if s.Len() != len(p) {
		return fmt.Errorf("%d records, want %d", s.Len(), len(p))
	}
	return p.sameLinks(s)
}

func (p plain) sameLinks(s *Snapshot) error {
	var want []change.Link
	ids := map[record.ID]bool{}
	f := components.Field("itsystem").Num
	for k, r := range p {
		if k.table == components.Num && !r.Values.Get(f).IsBlank() {
			ids[r.Values.Get(f).ID()] = true
			want = append(want, change.Link{Table: components.Num, ID: k.id, Field: f, Target: r.Values.Get(f).ID()})
		}
	}
	var got []change.Link
	s.Links(systems.Num, ids, func(l change.Link) { got = append(got, l) })
	order := func(a, b change.Link) int { return a.ID.Compare(b.ID) }
	slices.SortFunc(want, order)
	slices.SortFunc(got, order)
	if !slices.Equal(got, want) {
		return fmt.Errorf("links %v, want %v", got, want)
	}
	return nil
}

// anySet draws a set that fits what is there.
func (p plain) anySet(t *rapid.T, seq uint64) *change.Set {
	set := &change.Set{Header: change.Header{Seq: seq}}
	for _, n := range rapid.SliceOfNDistinct(rapid.Uint64Range(0, 40), 1, 12, rapid.ID).Draw(t, "records") {
		table := systems
		if n%2 == 1 {
			table = components
		}
		before, there := p[recordKey{table.Num, id(n)}]
		c := change.Change{Table: table.Num, ID: id(n), Op: change.Create, Version: before.Version + 1, Prev: before.Seq}
		if there {
			c.Op = rapid.SampledFrom([]change.Op{change.Update, change.Delete}).Draw(t, "op")
		}
		if c.Op == change.Delete {
			c.Before = before.Values
		} else {
			c.Before, c.After = before.Values, record.Sorted(anyFields(t, table))
		}
		set.Changes = append(set.Changes, c)
	}
	return set
}

func anyFields(t *rapid.T, table *schema.Table) []record.FieldValue {
	fields := []record.FieldValue{{Num: table.PrimaryField().Num, Value: record.OfString(anyName().Draw(t, "name"))}}
	if rapid.Bool().Draw(t, "filled") {
		fields = append(fields, record.FieldValue{Num: table.Field("description").Num, Value: record.OfString("<p>" + anyName().Draw(t, "text") + "</p>")},
			record.FieldValue{Num: table.Field("lifecyclestage").Num, Value: record.OfInt(rapid.SampledFrom(stages).Draw(t, "stage").Code)},
			record.FieldValue{Num: 9000, Value: record.OfFloat(rapid.Float64().Draw(t, "number"))})
	}
	if table == components {
		fields = append(fields, record.FieldValue{Num: table.Field("itsystem").Num, Value: record.OfID(id(rapid.Uint64Range(0, 20).Draw(t, "system") * 2))})
	}
	return fields
}

func anyName() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{"a", "A", "á", "b", "ß", "ss", "9", "10", "010", "é", "e\u0301", "Z", " ", "-", "Ω", "漢", "\u00ad", "x2", ".", "_"})
	return rapid.Map(rapid.SliceOfN(word, 1, 4), func(parts []string) string { return "n" + fmt.Sprint(parts) })
}
