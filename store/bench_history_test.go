package store_test

import (
	"context"
	"fmt"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
)

const (
	ownChanges, linkSets, linksEach = 10_000, 1_000, 100
	// historyPage and historyNames are what the window asks for at once.
	historyPage, historyNames = 30, 5
)

// The last page of a record's own long history against the first: each costs what stands on it.
func BenchmarkHistoryOwn(b *testing.B) {
	s, id := newStore(b, b.TempDir()), record.NewID()
	e := create("Permits")
	e.ID = id
	mustApply(b, s, e)
	for i := 1; i < ownChanges; i++ {
		mustApply(b, s, rename(id, fmt.Sprint("Permits ", i)))
	}
	eachEnd(b, func(b *testing.B, from uint64) {
		sets, _, err := s.HistoryFrom(systems.Num, id, from, historyPage)
		if err != nil || len(sets) != historyPage {
			b.Fatal(len(sets), err)
		}
	})
}

// The same for one to which 100,000 link, of a thousand changes.
func BenchmarkHistoryLinks(b *testing.B) {
	s, id := newStore(b, b.TempDir()), record.NewID()
	mustApply(b, s, account(id))
	for range linkSets {
		mustApply(b, s, supplies(id, linksEach)...)
	}
	eachEnd(b, func(b *testing.B, from uint64) { linkedPage(b, s, id, from, historyPage) })
}

// A page on which one change stands that brought 100,000 links, or 100: it costs the few that are named.
func BenchmarkHistoryOfOneChange(b *testing.B) {
	for _, links := range []int{linksEach, linkSets * linksEach} {
		s, id := newStore(b, b.TempDir()), record.NewID()
		mustApply(b, s, account(id))
		mustApply(b, s, supplies(id, links)...)
		linkedPage(b, s, id, 0, 1) // the journal is read once
		b.Run(fmt.Sprint(links), func(b *testing.B) {
			for b.Loop() {
				linkedPage(b, s, id, 0, 1)
			}
		})
	}
}

// eachEnd reads the first page and the last, of a history that began with the first change of the catalogue.
func eachEnd(b *testing.B, read func(*testing.B, uint64)) {
	read(b, 0) // the journal is read once
	for _, end := range []struct {
		name string
		from uint64
	}{{"first", 0}, {"last", historyPage + 1}} {
		b.Run(end.name, func(b *testing.B) {
			for b.Loop() {
				read(b, end.from)
			}
		})
	}
}

func linkedPage(b *testing.B, s *store.Store, id record.ID, from uint64, sets int) {
	got, _, err := s.LinkedFrom(context.Background(), accounts.Num, id, from, sets, historyNames)
	if err != nil || len(got) != sets || len(got[0].Links[0].First) != historyNames {
		b.Fatal(len(got), err)
	}
}

func account(id record.ID) change.Edit {
	return change.Edit{Op: change.Create, Table: accounts.Num, ID: id,
		Fields: []record.FieldValue{{Num: field(accounts, "name"), Value: record.OfString("Quarry Works")}}}
}

// supplies are new systems of a vendor.
func supplies(vendor record.ID, systems int) []change.Edit {
	edits := manySystems(systems)
	for i := range edits {
		edits[i].Fields = append(edits[i].Fields, supplied(vendor))
	}
	return edits
}
