package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"iter"
	"os"
	"path/filepath"
	"runtime"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/snapshot"

	"github.com/google/go-cmp/cmp"
)

const pageSize = 4096

// A harm changes a file; before is the same catalogue some changes earlier.
type harm func(a *attempt, data, before []byte) []byte

func damages() (all []trial) {
	for fault, h := range map[string]harm{
		"flipped bits": flip, "overwritten bytes": overwrite, "cut or longer files": cut, "zeroed pages": zero, "swapped pages": swap,
		"doubled pages": double, "pages of an earlier time": stale,
	} {
		all = append(all, trial{fault: "damage: " + fault, try: func(a *attempt) { damage(a, h) }})
	}
	all = append(all, trial{fault: "damage: after kill -9", try: damageLog})
	return sorted(all)
}

// damageLog damages what a killed program has left, whose last changes are in the log. A page of it as it was before
// cannot be told from one to which nothing was written since.
func damageLog(a *attempt) {
	path := filepath.Join(a.dir, "killed"+store.Extension)
	s := tell(a.Rand, state{}, 0, 24, a.dir)
	a.killedAfter(path, s, len(s.ops))
	data, err := os.ReadFile(path)
	a.must(err)
	c := a.opened(path)
	want, err := see(c)
	a.must(err)
	a.must(c.Close())
	for _, h := range []harm{flip, overwrite, cut, zero, swap, double} {
		a.must(os.WriteFile(path, h(a, bytes.Clone(data), nil), 0o600))
		a.note(a.face(path, want))
	}
}

// damagesEach is how often one catalogue is damaged.
const damagesEach = 10

// damage damages copies of a catalogue and opens each.
func damage(a *attempt, h harm) {
	before, data, want := a.twoMoments()
	path := filepath.Join(a.dir, "damaged"+store.Extension)
	for range damagesEach {
		broken := h(a, bytes.Clone(data), before)
		a.must(os.WriteFile(path, broken, 0o600))
		a.note(a.face(path, want))
	}
}

// content is everything that a person can see of a catalogue.
type content struct {
	Records map[record.ID]record.Values
	Sets    []change.Set
}

func see(c *store.Store) (content, error) {
	t := c.Snapshot().Table(systems.Num)
	out := content{Records: map[record.ID]record.Values{}}
	for slot := range live(t) {
		out.Records[t.ID(slot)] = t.Record(slot).Values
	}
	for _, h := range c.Headers() {
		set, err := c.Set(h.Seq)
		if err != nil {
			return out, err
		}
		out.Sets = append(out.Sets, set)
	}
	return out, nil
}

// live yields the slots of a table that hold a record.
func live(t *snapshot.Table) iter.Seq[snapshot.Slot] {
	return func(yield func(snapshot.Slot) bool) {
		for slot := range snapshot.Slot(t.Slots()) {
			if t.Live(slot) && !yield(slot) {
				return
			}
		}
	}
}

// twoMoments makes a catalogue and returns it as it was, as it is, and what it holds.
func (a *attempt) twoMoments() (before, after []byte, want content) {
	path := filepath.Join(a.dir, "whole"+store.Extension)
	c, err := store.Create(path, store.Options{})
	a.must(err)
	copied := func(name string) []byte {
		a.must(c.Backup(filepath.Join(a.dir, name)))
		data, err := os.ReadFile(filepath.Join(a.dir, name))
		a.must(err)
		return data
	}
	for _, o := range tell(a.Rand, state{}, 0, 20, a.dir).ops {
		a.must(o.do(c, a.dir))
	}
	before = copied("before")
	for _, o := range tell(a.Rand, held(c.Snapshot()), uint64(len(c.Headers())), 4, a.dir).ops {
		a.must(o.do(c, a.dir))
	}
	after = copied("after")
	want, err = see(c)
	a.must(err)
	a.must(c.Close())
	return before, after, want
}

// openFrugally opens a small catalogue, which takes little memory, whatever it says of itself.
func (a *attempt) openFrugally(path string) (*store.Store, error) {
	const most = 64 << 20
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	c, err := store.Open(path, store.Options{})
	runtime.ReadMemStats(&to)
	if used := to.TotalAlloc - from.TotalAlloc; used > most {
		a.wrong("it took %d MB to open it", used>>20)
	}
	return c, err
}

// face opens a damaged catalogue and says what came of it.
func (a *attempt) face(path string, want content) string {
	c, err := a.openFrugally(path)
	if err != nil {
		if f := fault.From(err); f.Code != fault.Damaged && f.Code != fault.NotOurs && f.Code != fault.Newer {
			a.wrong("refused with %s: %s", f.Code, f.Message)
		}
		return "refused"
	}
	defer func() { a.must(c.Close()) }()
	report, err := c.Check(context.Background())
	if err != nil {
		a.wrong("check: %v", err)
	}
	got, err := see(c)
	switch {
	case len(report.Problems) > 0:
		a.goOn(c)
		return "opened, and check names it"
	case err != nil:
		a.wrong("nothing is said to be wrong, but: %v", err)
	case !cmp.Equal(want, got, cmp.AllowUnexported(record.Value{})):
		a.wrong("nothing is said to be wrong, but %d records and %d change sets are not the %d and %d that were there",
			len(got.Records), len(got.Sets), len(want.Records), len(want.Sets))
	}
	return "harmless"
}

// goOn does what a user does who has not looked at the check: nothing of it may end the program.
func (a *attempt) goOn(c *store.Store) {
	for _, o := range tell(a.Rand, held(c.Snapshot()), uint64(len(c.Headers())), 3, a.dir).ops {
		if err := o.do(c, a.dir); err != nil && fault.CodeOf(err) == fault.Internal {
			a.wrong("a change to a damaged catalogue is refused with: %v", err)
		}
	}
	t := c.Snapshot().Table(systems.Num)
	for slot := range live(t) {
		if _, err := c.History(systems.Num, t.ID(slot)); err != nil && fault.CodeOf(err) != fault.Damaged && fault.CodeOf(err) != fault.NotFound {
			a.wrong("the history of a damaged catalogue: %v", err)
		}
	}
}

func flip(a *attempt, data, _ []byte) []byte {
	for range 1 + a.IntN(3) {
		data[a.place(len(data))] ^= 1 << a.IntN(8)
	}
	return data
}

// place is anywhere, often where the structure of a page is noted.
func (a *attempt) place(size int) int {
	if a.IntN(3) == 0 {
		return a.IntN(size/pageSize)*pageSize + a.IntN(100)
	}
	return a.IntN(size)
}

func overwrite(a *attempt, data, _ []byte) []byte {
	at := a.place(len(data))
	for i := range min(1<<a.IntN(13), len(data)-at) {
		data[at+i] = byte(a.Uint32())
	}
	return data
}

func cut(a *attempt, data, _ []byte) []byte {
	if a.IntN(4) == 0 {
		return append(data, make([]byte, a.IntN(3*pageSize))...)
	}
	return data[:a.IntN(len(data))]
}

func (a *attempt) page(data []byte) []byte {
	at := a.IntN(len(data)/pageSize) * pageSize
	return data[at : at+pageSize]
}

func zero(a *attempt, data, _ []byte) []byte {
	clear(a.page(data))
	return data
}

func swap(a *attempt, data, _ []byte) []byte {
	one, other := a.page(data), a.page(data)
	kept := bytes.Clone(one)
	copy(one, other)
	copy(other, kept)
	a.disguise(data, one)
	a.disguise(data, other)
	return data
}

func double(a *attempt, data, _ []byte) []byte {
	one, other := a.page(data), a.page(data)
	copy(one, other)
	a.disguise(data, one)
	return data
}

// disguise makes a page say, now and then, that it is where it is.
func (a *attempt) disguise(data, page []byte) {
	if a.IntN(2) == 0 {
		binary.LittleEndian.PutUint64(page, uint64(cap(data)-cap(page))/pageSize)
	}
}

// stale puts a page as it once was: a write that the disk has lost.
func stale(a *attempt, data, before []byte) []byte {
	for range 1 + a.IntN(2) {
		at := a.IntN(min(len(data), len(before))/pageSize) * pageSize
		copy(data[at:at+pageSize], before[at:at+pageSize])
	}
	return data
}
