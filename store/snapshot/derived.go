package snapshot

import (
	"cmp"
	"sync/atomic"

	"cadastre/store/record"
	"cadastre/store/schema"

	"golang.org/x/sync/errgroup"
)

// derived holds what is computed from a table's columns when it is first asked for.
type derived struct {
	orders  *memos[*Order]
	folds   *memos[[]string]
	choices *memos[*choices]
	targets *memos[*targets]
	parts   [volumes]*memo[[]part]
	library *library
	lately  atomic.Pointer[finding] // while there is no index yet
}

func newDerived() *derived {
	d := &derived{orders: &memos[*Order]{}, folds: &memos[[]string]{}, choices: &memos[*choices]{}, targets: &memos[*targets]{}, library: &library{}}
	for volume := range volumes {
		d.parts[volume] = &memo[[]part]{}
	}
	return d
}

// after returns what the next snapshot of a table starts from.
func (d *derived) after(t *Table, changed touched) *derived {
	next := &derived{orders: d.orders.after(changed), folds: d.folds.after(changed), choices: d.choices.after(changed), targets: d.targets.after(changed), library: d.library}
	for volume := range volumes {
		var fields []schema.FieldNum
		for _, c := range t.searched(volume) {
			fields = append(fields, c.num)
		}
		next.parts[volume] = cmp.Or(d.parts[volume].after(changed.of(fields...)), &memo[[]part]{})
	}
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

// several is how many goroutines share what takes long.
const several = 2

// inParts calls do with parts of 0 to n, so many side by side.
func inParts(workers, n int, do func(from, to int)) {
	if workers == 1 {
		do(0, n)
		return
	}
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
	inParts(several, t.slots, func(from, to int) {
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
