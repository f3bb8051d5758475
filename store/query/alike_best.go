package query

import (
	"cmp"
	"fmt"
	"slices"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Best proposes how records that are the same thing become one.
type Best struct {
	// Keep stays. Why says in a sentence why it is proposed, "" where it was asked for.
	Keep record.ID
	Why  string
	// From is by field from which record its value is best taken, of the fields in which the records differ.
	From map[schema.FieldNum]Choice
}

// A Choice is from which record a value is best taken, and why in a few words; "" where no other is better than the one
// that stays.
type Choice struct {
	ID  record.ID
	Why string
}

// An Authority tells which source a value of a record came from, and its place among those that a policy names for
// the field, the first being 0; false for a value that came from none of them.
type Authority func(record.ID, *schema.Field) (source string, rank int, ok bool)

// BestOf proposes how records of a table become one. All of them are there; keep is the one that stays, NoID to
// propose one as well.
func BestOf(t *snapshot.Table, ids []record.ID, keep record.ID, authority Authority) Best {
	b := best{table: t, authority: authority}
	for _, id := range ids {
		slot, _ := t.Slot(id)
		b.all = append(b.all, candidateOf(t, id, slot))
	}
	slices.SortFunc(b.all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(x.made, y.made), x.id.Compare(y.id))
	})
	out := Best{Keep: keep, From: map[schema.FieldNum]Choice{}}
	if keep == record.NoID {
		out.Keep, out.Why = b.fullest()
	}
	b.keep = out.Keep
	for _, f := range t.Schema.Fields {
		if own(f) && b.differ(f) {
			out.From[f.Num] = b.choose(f)
		}
	}
	return out
}

type candidate struct {
	id     record.ID
	slot   snapshot.Slot
	filled int
	// made and changed are when somebody did it; an undo leaves them as they were.
	made, changed int64
}

func candidateOf(t *snapshot.Table, id record.ID, slot snapshot.Slot) candidate {
	at := func(n schema.FieldNum) int64 { return t.Value(slot, n).Int() }
	return candidate{id: id, slot: slot, filled: filled(t, slot), made: at(schema.CreatedOn), changed: at(schema.ModifiedOn)}
}

type best struct {
	table     *snapshot.Table
	authority Authority
	all       []candidate // the oldest first, in whatever order they were asked for
	keep      record.ID
}

// own is true for fields that hold something by themselves.
func own(f *schema.Field) bool { return !f.System && len(f.Parts) == 0 }

// filled counts the fields of a record that hold something.
func filled(t *snapshot.Table, slot snapshot.Slot) (n int) {
	for _, f := range t.Schema.Fields {
		if own(f) && !t.Value(slot, f.Num).IsBlank() {
			n++
		}
	}
	return n
}

// fullest is the record that says most, of several the one that was changed last, of those the oldest.
func (b *best) fullest() (record.ID, string) {
	order := slices.Clone(b.all)
	slices.SortStableFunc(order, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.filled, x.filled), cmp.Compare(y.changed, x.changed))
	})
	switch first, next := order[0], order[min(1, len(order)-1)]; {
	case first.filled > next.filled:
		return first.id, "It has the most fields filled."
	case first.changed > next.changed:
		return first.id, "Of those that have the most fields filled it was changed last."
	}
	return order[0].id, "It says as much as any other."
}

func (b *best) value(c candidate, f *schema.Field) record.Value { return b.table.Value(c.slot, f.Num) }

func (b *best) differ(f *schema.Field) bool {
	return slices.ContainsFunc(b.all, func(c candidate) bool { return b.value(c, f) != b.value(b.all[0], f) })
}

// choose takes what only one says, else what the best source says, else the longest of long texts, else what was
// changed last; the record that stays keeps its name, and whatever no other says better.
func (b *best) choose(f *schema.Field) Choice {
	var say []candidate // the one that stays first
	for _, c := range b.all {
		if b.value(c, f).IsBlank() {
			continue
		}
		if say = append(say, c); c.id == b.keep {
			say = slices.Insert(say[:len(say)-1], 0, c)
		}
	}
	if !slices.ContainsFunc(say, func(c candidate) bool { return b.value(c, f) != b.value(say[0], f) }) {
		return Choice{say[0].id, "the only value"}
	}
	if c, ok := b.authoritative(f, say); ok {
		return c
	}
	switch {
	case f.Key == b.table.Schema.Primary:
	case f.Kind == schema.Memo || f.Kind == schema.RichText:
		return b.most(say, "the longest", func(c candidate) int64 { return int64(len(b.value(c, f).Str())) })
	default:
		return b.most(say, "changed last", func(c candidate) int64 { return c.changed })
	}
	return b.kept(say)
}

// kept is the choice where no other is better: what needs no reason is what the one that stays says.
func (b *best) kept(say []candidate) Choice {
	if say[0].id == b.keep {
		return Choice{ID: b.keep}
	}
	return Choice{say[0].id, "the oldest"}
}

// most is what the record says that has the most of something, as long as it has more than the one that stays.
func (b *best) most(say []candidate, why string, of func(candidate) int64) Choice {
	top := slices.MaxFunc(say, func(x, y candidate) int { return cmp.Compare(of(x), of(y)) }) // the first of equal ones
	if of(top) == of(say[0]) {
		return b.kept(say)
	}
	return Choice{top.id, why}
}

// authoritative is what the source said that a policy puts first.
func (b *best) authoritative(f *schema.Field, say []candidate) (out Choice, found bool) {
	first := 0
	for _, c := range say {
		if source, rank, ok := b.authority(c.id, f); ok && (!found || rank < first) {
			out, found, first = Choice{c.id, fmt.Sprintf("from %s, which counts first", source)}, true, rank
		}
	}
	return out, found
}
