package snapshot

import (
	"maps"
	"math/bits"
	"slices"

	"cadastre/store/schema"
)

// codesMost is how many different codes of one field have a set of records each. No set of choices is
// as large; a damaged file may hold more.
const codesMost = 255

// choices are the records of a table by the code that they have in a field.
type choices struct {
	having map[int64]Bits // BlankInt for none
	rest   Bits           // records whose code is not among these
}

// KeepHaving keeps those of some records that have one of some codes in a field of choices; BlankInt stands for
// none. It changes what it is given and returns it.
func (t *Table) KeepHaving(in Bits, n schema.FieldNum, codes []int64) Bits {
	c, column := t.choices(n), t.Column(n)
	var sets []Bits
	for _, code := range codes {
		if having := c.having[code]; having != nil {
			sets = append(sets, having)
		}
	}
	for i, word := range in {
		var wanted uint64
		for _, set := range sets {
			wanted |= set[i]
		}
		for rest := c.rest[i] & word; rest != 0; rest &= rest - 1 {
			at := bits.TrailingZeros64(rest)
			if slices.Contains(codes, column.ints.at(i*64+at)) {
				wanted |= 1 << at
			}
		}
		in[i] &= wanted
	}
	return in
}

// CountCodes returns how many of some records have which code in a field of choices, BlankInt for none.
func (t *Table) CountCodes(n schema.FieldNum, among Bits) map[int64]int {
	c, column := t.choices(n), t.Column(n)
	counts := make(map[int64]int, len(c.having))
	for code, having := range c.having {
		if n := common(having, among); n > 0 {
			counts[code] = n
		}
	}
	rest := c.rest.Clone()
	rest.And(among)
	for s := range rest.All() {
		counts[column.ints.at(int(s))]++
	}
	return counts
}

// common is how many slots are in both.
func common(a, b Bits) int {
	n := 0
	for i, word := range b[:len(a)] {
		n += bits.OnesCount64(a[i] & word)
	}
	return n
}

func (t *Table) choices(n schema.FieldNum) *choices {
	return t.derived.choices.of(n).get(
		func() *choices { return t.newChoices(n) },
		func(base *choices, touched []Slot) *choices { return t.patchChoices(n, base, touched) })
}

func (t *Table) newChoices(n schema.FieldNum) *choices {
	c, ints := &choices{having: map[int64]Bits{}, rest: NewBits(t.slots)}, &t.Column(n).ints
	last, set := int64(0), Bits(nil)
	for s := range t.slots {
		if code := ints.at(s); set == nil || code != last {
			last, set = code, c.of(code, t.slots)
		}
		set.Add(Slot(s))
	}
	return c
}

// of returns the set for a code, of so many slots.
func (c *choices) of(code int64, slots int) Bits {
	set, known := c.having[code]
	switch {
	case known:
		return set
	case len(c.having) == codesMost:
		return c.rest
	}
	c.having[code] = NewBits(slots)
	return c.having[code]
}

// patchChoices puts the touched records where they belong now.
func (t *Table) patchChoices(n schema.FieldNum, base *choices, touched []Slot) *choices {
	next, ints := &choices{having: maps.Clone(base.having), rest: base.rest.grown(t.slots)}, &t.Column(n).ints
	for code, set := range next.having {
		next.having[code] = set.grown(t.slots)
	}
	for _, s := range touched {
		next.rest.Remove(s)
		for _, set := range next.having {
			set.Remove(s)
		}
		next.of(ints.at(int(s)), t.slots).Add(s)
	}
	return next
}
