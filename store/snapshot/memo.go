package snapshot

import (
	"slices"
	"sync"
	"sync/atomic"

	"cadastre/store/schema"
)

// patchMost is how many records may have changed for what is derived from a table to be patched;
// beyond it is made anew.
const patchMost = 512

// A memo is something computed from one field of a table when it is first asked for. Snapshots share it
// until the field changes; then the next one's patches it for the records that did.
type memo[T any] struct {
	made atomic.Pointer[T]

	// mu is held while it is made, and guards what follows.
	mu      sync.Mutex
	base    *memo[T] // of an earlier snapshot, made or being made; nil for none
	touched []Slot   // changed since, in order
}

func (m *memo[T]) get(compute func() T, patch func(base T, touched []Slot) T) T {
	if v := m.made.Load(); v != nil {
		return *v
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if v := m.made.Load(); v != nil {
		return *v
	}
	var v T
	if base := m.base.wait(); base != nil {
		v = patch(*base, m.touched)
	} else {
		v = compute()
	}
	m.made.Store(&v)
	m.base, m.touched = nil, nil
	return v
}

// ready is true when get computes nothing anew and waits for nobody who does.
func (m *memo[T]) ready() bool {
	if m.made.Load() != nil {
		return true
	}
	if !m.mu.TryLock() {
		return false
	}
	defer m.mu.Unlock()
	return m.made.Load() != nil || m.base != nil && m.base.made.Load() != nil
}

// wait returns what is made or being made, nil for none.
func (m *memo[T]) wait() *T {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.made.Load()
}

// after returns the memo of the next snapshot, nil when that has to begin from nothing. It never waits.
func (m *memo[T]) after(touched []Slot) *memo[T] {
	switch {
	case len(touched) == 0:
		return m
	case len(touched) > patchMost:
		return nil
	case m.made.Load() != nil || !m.mu.TryLock():
		return &memo[T]{base: m, touched: touched}
	}
	defer m.mu.Unlock()
	if m.made.Load() != nil {
		return &memo[T]{base: m, touched: touched}
	}
	if m.base == nil || len(m.touched)+len(touched) > patchMost {
		return nil
	}
	all := slices.Concat(m.touched, touched)
	slices.Sort(all)
	return &memo[T]{base: m.base, touched: slices.Compact(all)}
}

// memos are those of a table by field.
type memos[T any] struct {
	mu      sync.Mutex
	byField map[schema.FieldNum]*memo[T]
}

func (m *memos[T]) of(n schema.FieldNum) *memo[T] {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.byField == nil {
		m.byField = map[schema.FieldNum]*memo[T]{}
	}
	if m.byField[n] == nil {
		m.byField[n] = &memo[T]{}
	}
	return m.byField[n]
}

func (m *memos[T]) after(touched touched) *memos[T] {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := &memos[T]{byField: make(map[schema.FieldNum]*memo[T], len(m.byField))}
	for n, memo := range m.byField {
		if later := memo.after(touched.of(n)); later != nil {
			next.byField[n] = later
		}
	}
	return next
}
