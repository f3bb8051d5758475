// Package ahead lets one goroutine make what another uses, some way ahead of it. It imports nothing of ours.
package ahead

import "iter"

const (
	// atOnce is how many small items are handed on together.
	atOnce = 256
	// waiting is how many times as many may be made before they are used.
	waiting = 2
)

// Of yields what fill makes, each until the next, while fill goes on in a goroutine of its own. Fill asks next
// where to put an item, and finds there one that was used before, with its memory; nil means that nobody wants
// more, and that fill should return. An error of fill comes last, in place of the item that was begun. What
// panics in fill panics where the items are used. Fill has ended when the loop has.
func Of[T any](fill func(next func() *T) error) iter.Seq2[*T, error] { return of(fill, atOnce) }

// Each is Of for few large items, each of which is handed on as soon as the next is asked for.
func Each[T any](fill func(next func() *T) error) iter.Seq2[*T, error] { return of(fill, 1) }

func of[T any](fill func(next func() *T) error, atOnce int) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		m := &maker[T]{atOnce: atOnce, full: make(chan *batch[T], waiting), used: make(chan *batch[T], waiting+2), stop: make(chan struct{}), batch: &batch[T]{}}
		go m.run(fill)
		defer func() {
			close(m.stop)
			for range m.full { // until it has ended
			}
		}()
		for b := range m.full {
			for i := range b.items {
				if !yield(&b.items[i], nil) {
					return
				}
			}
			if b.panicked != nil {
				panic(b.panicked)
			}
			if b.err != nil {
				yield(nil, b.err)
				return
			}
			m.used <- b
		}
	}
}

// A batch is some items in a row, and what ended them early.
type batch[T any] struct {
	items    []T
	err      error
	panicked any
}

type maker[T any] struct {
	full, used chan *batch[T]
	stop       chan struct{}
	batch      *batch[T]
	atOnce     int
}

func (m *maker[T]) run(fill func(next func() *T) error) {
	defer close(m.full)
	defer func() {
		if m.batch.panicked = recover(); m.batch.panicked != nil {
			m.drop()
		}
		m.send()
	}()
	if m.batch.err = fill(m.next); m.batch.err != nil {
		m.drop()
	}
}

// drop leaves out the item that was begun.
func (m *maker[T]) drop() { m.batch.items = m.batch.items[:max(len(m.batch.items)-1, 0)] }

// next hands a full batch on and returns room for one more item.
func (m *maker[T]) next() *T {
	if n := len(m.batch.items); n == m.atOnce && !m.send() {
		return nil
	}
	b := m.batch
	if b.items == nil {
		b.items = make([]T, 0, m.atOnce)
	}
	b.items = b.items[:len(b.items)+1]
	return &b.items[len(b.items)-1]
}

// send hands the batch on, and takes one that was used.
func (m *maker[T]) send() bool {
	select {
	case m.full <- m.batch:
	case <-m.stop:
		return false
	}
	select {
	case m.batch = <-m.used:
		m.batch.items = m.batch.items[:0]
	default:
		m.batch = &batch[T]{}
	}
	return true
}
