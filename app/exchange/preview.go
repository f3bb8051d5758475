package exchange

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
)

// The first preview is made after firstPreview rows, and each next one after previewGrowth times as many: so
// that something is on screen at once, and all previews together cost a small part of the plan.
const (
	firstPreview  = 250
	previewGrowth = 32
)

// A previewer plans the rows read so far while more are read, one plan at a time; more wait for the first.
type previewer struct {
	// ctx ends when the rows are read, so that no preview holds up the plan.
	ctx     context.Context
	cancel  context.CancelFunc
	planner Planner
	options Options
	due     int // rows after which the next is made
	busy    atomic.Bool
	under   sync.WaitGroup
}

func newPreviewer(ctx context.Context, p Planner, o Options) *previewer {
	v := &previewer{planner: p, options: o, due: firstPreview}
	v.planner.Progress = nil
	v.ctx, v.cancel = context.WithCancel(ctx)
	return v
}

// offer begins a preview when one is due and nothing else is being planned.
func (v *previewer) offer(rows int, inputs []*input, e extent) {
	if rows < v.due || v.planner.Preview == nil || !v.busy.CompareAndSwap(false, true) {
		return
	}
	first, read := v.due == firstPreview, heads(inputs)
	v.due = rows * previewGrowth
	if first {
		v.make(read, e)
	} else {
		v.under.Go(func() { v.make(read, e) })
	}
}

func (v *previewer) make(read []*input, e extent) {
	defer v.busy.Store(false)
	plan, err := v.planner.plan(v.ctx, read, nil, v.options, e)
	if err == nil && v.ctx.Err() == nil { // whatever is wrong comes up again when all is planned
		v.planner.Preview(plan)
	}
}

// stop returns when no preview will come any more.
func (v *previewer) stop() {
	v.cancel()
	v.under.Wait()
}

// head is a sheet as far as it has been read; it does not change while more is.
func (in *input) head() *input {
	out := *in
	out.rows, out.Head = in.rows[:len(in.rows):len(in.rows)], in.Head[:len(in.Head):len(in.Head)]
	out.texts, out.buf, out.worded = texts{}, nil, slices.Clone(in.worded)
	return &out
}

// An extent is how much of an import is planned.
type extent int

const (
	whole extent = iota
	// lastSheet is a plan while the last sheet is being read.
	lastSheet
	// someSheets is a plan while whole sheets are still to come.
	someSheets
)

// mayCome is true when rows that are not read yet may bring records of a table that a lookup points into.
func (s *sheetWork) mayCome(c *column) bool {
	if s.extent != lastSheet {
		return s.extent == someSheets
	}
	for _, other := range s.sheets {
		if other.table == c.target {
			return true
		}
	}
	return false
}
