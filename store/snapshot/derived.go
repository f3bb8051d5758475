package snapshot

import (
	"cadastre/store/record"
	"cadastre/store/schema"

	"golang.org/x/sync/errgroup"
)

// derived holds what is computed from a table's columns when it is first asked for.
type derived struct {
	orders  *memos[*Order]
	folds   *memos[[]string]
	parts   [volumes]memo[[]part]
	library *library
}

func newDerived() *derived {
	return &derived{orders: &memos[*Order]{}, folds: &memos[[]string]{}, library: &library{}}
}

// after returns what the next snapshot starts from.
func (d *derived) after(touched []Slot) *derived {
	return &derived{orders: d.orders.after(touched), folds: d.folds.after(touched), library: d.library}
}

// afterMuch returns what the next snapshot starts from when too much has changed to patch.
func (d *derived) afterMuch() *derived {
	next := newDerived()
	next.library = d.library
	return next
}

// An Order is the records of a table sorted by a text field as people sort: by the rules of the
// language-neutral collation, numbers by their size.
type Order struct {
	// Sorted are the live slots with a value, in order.
	Sorted []Slot
	// Ranks are places in the order by slot, equal texts sharing one, from 1; 0 for blank.
	Ranks []uint32
}

// Order returns the records sorted by a text field. It is computed once for a snapshot.
func (t *Table) Order(n schema.FieldNum) *Order {
	return t.derived.orders.of(n).get(
		func() *Order { return t.newOrder(n) },
		func(base *Order, touched []Slot) *Order { return t.patchOrder(n, base, touched) })
}

// Folded returns the texts of a field by slot as a search compares them: without case and accents,
// rich text as a reader sees it. It is computed once for a snapshot.
func (t *Table) Folded(n schema.FieldNum) []string {
	return t.derived.folds.of(n).get(
		func() []string { return t.newFolded(n) },
		func(base []string, touched []Slot) []string {
			folds := make([]string, t.slots)
			copy(folds, base)
			for _, s := range touched {
				folds[s] = t.fold(n, s)
			}
			return folds
		})
}

// workers is how many goroutines share what takes long.
const workers = 2

// inParts calls do with parts of 0 to n, side by side.
func inParts(n int, do func(from, to int)) {
	var group errgroup.Group
	for w := range workers {
		group.Go(func() error {
			do(n*w/workers, n*(w+1)/workers)
			return nil
		})
	}
	_ = group.Wait() // no part returns an error
}

func (t *Table) newFolded(n schema.FieldNum) []string {
	folds := make([]string, t.slots)
	inParts(t.slots, func(from, to int) {
		for s := from; s < to; s++ {
			folds[s] = t.fold(n, Slot(s))
		}
	})
	return folds
}

func (t *Table) fold(n schema.FieldNum, s Slot) string {
	text := t.Column(n).texts.at(int(s))
	if t.Schema.FieldByNum(n).Kind == schema.RichText {
		text = record.PlainText(text)
	}
	return Fold(text)
}
