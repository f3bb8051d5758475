package api_test

import (
	"path/filepath"
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store"
	"cadastre/store/fault"
)

func TestTheFirstCatalogueIsThereWhoeverAsksFirst(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	if _, err := s.catalogue.Close(); err != nil {
		t.Fatal(err)
	}
	s.api.OpenFirst(path)
	if p, err := s.records.Page(api.Query{Table: "itsystem", Limit: 1}); err != nil || p.Total != 1 {
		t.Errorf("%d systems, %v", p.Total, err)
	}
}

func TestAFirstCatalogueThatCannotBeOpenedIsToldOnce(t *testing.T) {
	s := newServices(t)
	s.api.OpenFirst(filepath.Join(t.TempDir(), "Gone.cadastre"))
	if _, err := s.views.List(""); fault.CodeOf(err) != fault.NotFound {
		t.Error("who needs a catalogue hears", err)
	}
	if _, err := s.catalogue.State(); err == nil || !strings.Contains(err.Error(), "Gone.cadastre") {
		t.Error("who asks how it stands hears", err)
	}
	if state, err := s.catalogue.State(); err != nil || state.Open {
		t.Error("the next one hears", err)
	}
}

// A window may be closed before anybody has asked for the catalogue that it was started with.
func TestClosingGivesBackWhatIsStillBeingOpened(t *testing.T) {
	s := newServices(t)
	path := openNew(t, s)
	if _, err := s.catalogue.Close(); err != nil {
		t.Fatal(err)
	}
	s.api.OpenFirst(path)
	s.api.Close()
	if !store.Free(path) {
		t.Error("the catalogue is still held")
	}
}

func TestTheWindowBeginsInTheColoursThatWereShownLast(t *testing.T) {
	s := newServices(t)
	for _, c := range []struct {
		theme, shown string
		dark         bool
	}{
		{"system", "", false}, {"system", "dark", true}, {"dark", "light", true}, {"light", "dark", false},
	} {
		settings := api.Settings{Theme: c.theme, Layouts: map[string]string{}}
		if c.shown != "" {
			settings.Layouts["scheme"] = `"` + c.shown + `"`
		}
		if _, err := s.prefs.Set(settings); err != nil {
			t.Fatal(err)
		}
		if got := s.api.Dark(); got != c.dark {
			t.Errorf("theme %q, shown last %q: dark is %v", c.theme, c.shown, got)
		}
	}
}
