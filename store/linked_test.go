package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
)

var accounts = schema.Default().Table("account")

// vendor makes an account with so many systems in one change set, which fills several blocks.
func vendor(t testing.TB, s *store.Store, systems int) record.ID {
	t.Helper()
	id := record.NewID()
	mustApply(t, s, append(supplies(id, systems), account(id))...)
	return id
}

func supplied(by record.ID) record.FieldValue {
	v := record.FieldValue{Num: field(systems, "vendor")}
	if by != record.NoID {
		v.Value = record.OfID(by)
	}
	return v
}

func supply(id, by record.ID) change.Edit {
	return change.Edit{Op: change.Update, Table: systems.Num, ID: id, Fields: []record.FieldValue{supplied(by)}}
}

// links are what a history tells of an account, newest first: "1 vendor create true 2 of 1500".
func links(ctx context.Context, s *store.Store, id record.ID) (told []string, err error) {
	sets, _, err := s.LinkedFrom(ctx, accounts.Num, id, 0, 9, 2)
	for _, set := range sets {
		for _, l := range set.Links {
			told = append(told, fmt.Sprintf("%d %s %s %v %d of %d", set.Seq, l.By.Key, l.Op, l.Now, len(l.First), l.Total))
		}
	}
	return told, err
}

// A checked is a context that ends once somebody has asked it so many times whether it has.
type checked struct {
	context.Context
	left int
}

func (c *checked) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestManyLinksAreCountedAndTheFirstAreKept(t *testing.T) {
	s := newStore(t, t.TempDir())
	id := vendor(t, s, 1500)
	of := s.Snapshot().Table(systems.Num)
	mustApply(t, s, supply(of.ID(0), record.NoID), supply(of.ID(1), record.NoID), supply(of.ID(2), record.NoID), remove(of.ID(3)))
	mustApply(t, s, supply(of.ID(0), id))
	got, err := links(context.Background(), s, id)
	want := []string{"3 vendor update true 1 of 1", "2 vendor update false 2 of 3", "2 vendor delete false 1 of 1", "1 vendor create true 2 of 1500"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

// Whoever closes the catalogue need not wait until all has been read.
func TestReadingLinksIsStopped(t *testing.T) {
	s := newStore(t, t.TempDir())
	id := vendor(t, s, 1500)
	for known := range 2 { // the journal is read before the second, which looks once
		got, err := links(&checked{context.Background(), 1 - known}, s, id)
		if len(got) > 0 || fault.CodeOf(err) != fault.Cancelled {
			t.Errorf("%d: %v, told %v", known, err, got)
		}
		if _, err := links(context.Background(), s, id); err != nil {
			t.Fatal(err)
		}
	}
}

// However far the reading has come when it is stopped, whoever asks next is told everything once.
func TestReadingLinksIsStoppedAnywhereAndBegunAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.cadastre")
	s, err := store.Create(path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	id := vendor(t, s, 1500)
	want := []string{"1 vendor create true 2 of 1500"}
	for stop := 0; ; stop++ {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = store.Open(path, store.Options{}); err != nil {
			t.Fatal(err)
		}
		got, stopped := links(&checked{context.Background(), stop}, s, id)
		if stopped != nil && (len(got) > 0 || fault.CodeOf(stopped) != fault.Cancelled) {
			t.Errorf("stopped at %d: %v, told %v", stop, stopped, got)
		}
		if got, err = links(context.Background(), s, id); err != nil || !cmp.Equal(got, want) {
			t.Errorf("after a stop at %d: %v %v, want %v", stop, err, got, want)
		}
		if stopped == nil {
			if stop < 5 {
				t.Errorf("looked %d times whether to stop", stop)
			}
			break
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
