package query

import (
	"math/bits"

	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A filter keeps those of some records that it holds for. It may change what it is given and return it.
type filter func(in snapshot.Bits) snapshot.Bits

// A test says whether the record in a slot is wanted.
type test func(snapshot.Slot) bool

func everything(in snapshot.Bits) snapshot.Bits { return in }

func nothing(in snapshot.Bits) snapshot.Bits { return make(snapshot.Bits, len(in)) }

// each asks one record after the other.
func each(holds test) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		for slot := range in.All() {
			if !holds(slot) {
				in.Remove(slot)
			}
		}
		return in
	}
}

func all(filters []filter) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		for _, keep := range filters {
			in = keep(in)
		}
		return in
	}
}

func any(filters []filter) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		out := make(snapshot.Bits, len(in))
		for _, keep := range filters {
			found := keep(in.Clone())
			out.Or(found)
			in.AndNot(found)
		}
		return out
	}
}

func not(keep filter) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		in.AndNot(keep(in.Clone()))
		return in
	}
}

// within keeps the records whose integer lies in a range; a blank is the least integer.
func within(column *snapshot.Column, from, to int64) filter {
	return eachInt(column, func(n int64) bool { return from <= n && n <= to }, func(cells *[64]int64) (mask uint64) {
		width := uint64(to) - uint64(from)
		for i, n := range cells {
			var bit uint64
			if uint64(n)-uint64(from) <= width {
				bit = 1
			}
			mask |= bit << i
		}
		return mask
	})
}

// oneOf keeps the records whose integer is one of some.
func oneOf(column *snapshot.Column, numbers []int64) filter {
	if len(numbers) == 1 {
		return within(column, numbers[0], numbers[0])
	}
	least := numbers[0]
	for _, n := range numbers {
		least = min(least, n)
	}
	var wanted uint64
	for _, n := range numbers {
		if uint64(n)-uint64(least) >= 64 {
			return anyWithin(column, numbers)
		}
		wanted |= 1 << (n - least)
	}
	holds := func(n int64) bool { return uint64(n)-uint64(least) < 64 && wanted>>(uint64(n)-uint64(least))&1 != 0 }
	return eachInt(column, holds, func(cells *[64]int64) (mask uint64) {
		for i, n := range cells {
			d := uint64(n) - uint64(least)
			bit := wanted >> (d & 63) & 1
			if d > 63 {
				bit = 0
			}
			mask |= bit << i
		}
		return mask
	})
}

func anyWithin(column *snapshot.Column, numbers []int64) filter {
	var filters []filter
	for _, n := range numbers {
		filters = append(filters, within(column, n, n))
	}
	return any(filters)
}

// few is how many of 64 records are asked one by one rather than all.
const few = 12

// eachInt asks the integers of a column: one by one, or 64 at a time where most are asked for.
func eachInt(column *snapshot.Column, one func(int64) bool, many func(cells *[64]int64) uint64) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		var cells [64]int64
		for i, word := range in {
			if bits.OnesCount64(word) > few {
				column.Ints(i, &cells)
				in[i] &= many(&cells)
				continue
			}
			for ; word != 0; word &= word - 1 {
				at := bits.TrailingZeros64(word)
				if n, _ := column.Int(snapshot.Slot(i*64 + at)); !one(n) {
					in[i] &^= 1 << at
				}
			}
		}
		return in
	}
}

// having keeps the records that have one of some codes.
func having(t *snapshot.Table, f *schema.Field, codes ...int64) filter {
	return func(in snapshot.Bits) snapshot.Bits {
		return t.KeepHaving(in, f.Num, codes)
	}
}

func isBlank(t *snapshot.Table, f *schema.Field) filter {
	column := t.Column(f.Num)
	if f.Kind == schema.Choice {
		return having(t, f, snapshot.BlankInt)
	}
	switch record.BehaviourOf(f.Kind).Class {
	case record.String:
		return each(func(s snapshot.Slot) bool { return column.Text(s) == "" })
	case record.Int:
		return within(column, snapshot.BlankInt, snapshot.BlankInt)
	case record.Link:
		return each(func(s snapshot.Slot) bool { return column.Link(s) == record.NoID })
	}
	return each(func(s snapshot.Slot) bool { return column.Value(s).IsBlank() })
}
