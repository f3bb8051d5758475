package api_test

import (
	"strings"
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// save gives a record values and returns it as it is then.
func (s *services) save(t *testing.T, table, id string, values map[string]any) api.Row {
	t.Helper()
	done, err := s.records.Save(api.Edit{Table: table, ID: id, Values: values})
	if err != nil {
		t.Fatal(err)
	}
	row, err := s.records.Get(table, done.ID)
	if err != nil {
		t.Fatal(err)
	}
	return row
}

func (s *services) restore(t *testing.T, row api.Row, version uint64, fields ...string) api.Restored {
	t.Helper()
	out, err := s.history.Restore("itsystem", row.ID, version, fields)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestALongHistoryIsReadInPages(t *testing.T) {
	s := sample(t)
	id := s.systems(t, 1)[0].ID
	for _, text := range []string{"A", "B", "C", "D"} {
		s.save(t, "itsystem", id, map[string]any{"abbreviation": text})
	}
	var seen []string
	for next, first := uint64(0), true; first || next != 0; first = false {
		part, err := s.history.OfRecord("itsystem", id, next, 2)
		if err != nil || len(part.Sets) == 0 || len(part.Sets) > 2 {
			t.Fatalf("%+v %v", part, err)
		}
		for _, set := range part.Sets {
			for _, f := range set.Changes[0].Fields {
				if f.Field == "abbreviation" {
					seen = append(seen, f.After)
				}
			}
		}
		next = part.Next
	}
	if got := strings.Join(seen, " "); !strings.HasPrefix(got, "D C B A ") || len(seen) != 5 {
		t.Errorf("read: %s", got)
	}
}

func TestAFieldOrAWholeRecordIsPutBackAndThatIsUndone(t *testing.T) {
	s := sample(t)
	was := s.systems(t, 1, "abbreviation", "criticality")[0]
	s.save(t, "itsystem", was.ID, map[string]any{"abbreviation": "NEW", "criticality": 166840002.0})
	s.save(t, "itsystem", was.ID, map[string]any{"url": "https://example.org"})

	one := s.restore(t, was, was.Version, "abbreviation")
	now, err := s.records.Get("itsystem", was.ID)
	if err != nil || now.Display["abbreviation"] != was.Display["abbreviation"] || now.Display["criticality"] != "Low" {
		t.Fatalf("%+v %v", now.Display, err)
	}
	if !strings.Contains(one.Done.Summary, was.Display["abbreviation"]) || !strings.Contains(one.Done.Summary, was.Name) {
		t.Errorf("the journal says %q", one.Done.Summary)
	}
	whole := s.restore(t, was, was.Version)
	now, err = s.records.Get("itsystem", was.ID)
	if err != nil || now.Display["criticality"] != was.Display["criticality"] || now.Display["url"] == "https://example.org" {
		t.Fatalf("%+v %v", now.Display, err)
	}
	if _, err := s.history.Undo(whole.Done.Seq); err != nil {
		t.Fatal(err)
	}
	if now, err = s.records.Get("itsystem", was.ID); err != nil || now.Display["url"] != "https://example.org" || now.Display["criticality"] != "Low" {
		t.Errorf("after undo %+v %v", now.Display, err)
	}
}

func TestALinkToADeletedRecordIsNamedAndNotPutBack(t *testing.T) {
	s := sample(t)
	vendor := s.save(t, "account", "", map[string]any{"name": "Quarry Works"})
	id := s.systems(t, 1)[0].ID
	linked := s.save(t, "itsystem", id, map[string]any{"vendor": vendor.ID, "abbreviation": "OLD"})
	s.save(t, "itsystem", id, map[string]any{"vendor": nil, "abbreviation": "NEW"})
	if _, err := s.records.Delete(api.Selection{Table: "account", IDs: []string{vendor.ID}}); err != nil {
		t.Fatal(err)
	}
	part, err := s.history.OfRecord("itsystem", id, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	var before string
	for _, f := range part.Sets[0].Changes[0].Fields {
		if f.Field == "vendor" {
			before = f.Before
		}
	}
	if before != "Quarry Works (deleted)" {
		t.Errorf("the history names %q", before)
	}
	if _, err := s.history.Restore("itsystem", id, linked.Version, []string{"vendor"}); fault.CodeOf(err) != fault.Conflict || !strings.Contains(err.Error(), "Quarry Works") {
		t.Errorf("putting the link back: %v", err)
	}
	out := s.restore(t, linked, linked.Version)
	now, err := s.records.Get("itsystem", id)
	if err != nil || now.Display["abbreviation"] != "OLD" || now.Display["vendor"] != "" || len(out.Left) != 1 {
		t.Errorf("%+v %+v %v", now.Display, out, err)
	}
}

func TestADeletedRecordComesBackFromItsHistory(t *testing.T) {
	s := sample(t)
	was := s.systems(t, 1, "abbreviation")[0]
	if _, err := s.records.Delete(api.Selection{Table: "itsystem", IDs: []string{was.ID}}); err != nil {
		t.Fatal(err)
	}
	part, err := s.history.OfRecord("itsystem", was.ID, 0, 9)
	if err != nil || len(part.Sets) < 2 {
		t.Fatalf("%+v %v", part, err)
	}
	out := s.restore(t, was, part.Sets[1].Changes[0].Version)
	now, err := s.records.Get("itsystem", was.ID)
	if err != nil || out.Done.Created != 1 || now.Name != was.Name || now.Display["abbreviation"] != was.Display["abbreviation"] {
		t.Errorf("%+v %+v %v", now, out, err)
	}
}
