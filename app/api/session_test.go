package api

import (
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"cadastre/store"
)

// A catalogue that was closed is neither prepared for searches nor kept by an answer that comes late.
func TestAClosedCatalogueIsLeftAlone(t *testing.T) {
	open, err := store.Create(filepath.Join(t.TempDir(), "a.cadastre"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = open.Close() }()
	synctest.Test(t, func(t *testing.T) {
		s, done := &session{store: open}, 0
		if !s.isFirst(open) || s.isFirst(open) {
			t.Error("the first list is not told from the next")
		}
		s.after(painted, open, func() { done++ })
		time.Sleep(painted)
		synctest.Wait()
		if done != 1 {
			t.Error("an open catalogue is not prepared")
		}
		s.after(painted, open, func() { done++ })
		s.store, s.lists = nil, nil
		if s.isFirst(open) || s.lists != nil {
			t.Error("a late list brings back what was closed")
		}
		time.Sleep(painted)
		synctest.Wait()
		if done != 1 {
			t.Error("a closed catalogue is prepared")
		}
	})
}
