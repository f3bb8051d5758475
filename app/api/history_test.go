package api_test

import (
	"slices"
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
	for next, first := (api.HistoryPlace{}), true; first || next != (api.HistoryPlace{}); first = false {
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
	part, err := s.history.OfRecord("itsystem", id, api.HistoryPlace{}, 1)
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
	part, err := s.history.OfRecord("itsystem", was.ID, api.HistoryPlace{}, 9)
	if err != nil || len(part.Sets) < 2 {
		t.Fatalf("%+v %v", part, err)
	}
	out := s.restore(t, was, part.Sets[1].Changes[0].Version)
	now, err := s.records.Get("itsystem", was.ID)
	if err != nil || out.Done.Created != 1 || now.Name != was.Name || now.Display["abbreviation"] != was.Display["abbreviation"] {
		t.Errorf("%+v %+v %v", now, out, err)
	}
}

// linked is what a record's history tells of links, newest first: "added itsystemtechnology PostgreSQL 16".
func (s *services) linked(t *testing.T, id string, limit int) (told []string) {
	t.Helper()
	for next, first := (api.HistoryPlace{}), true; first || next != (api.HistoryPlace{}); first = false {
		part, err := s.history.OfRecord("itsystem", id, next, limit)
		if err != nil || len(part.Sets) > limit {
			t.Fatalf("%d sets of %d (%v)", len(part.Sets), limit, err)
		}
		for _, set := range part.Sets {
			for _, l := range set.Linked {
				told = append(told, l.How+" "+l.Table+" "+l.Records[0].Name)
			}
		}
		next = part.Next
	}
	return told
}

func TestAHistoryTellsWhatCameToLinkToARecord(t *testing.T) {
	s := sample(t)
	rows := s.systems(t, 2)
	here, there := rows[0].ID, rows[1].ID
	before := s.linked(t, here, 50)
	technology := s.page(t, api.Query{Table: "ittechnology", Limit: 1}).Rows[0]
	use := s.save(t, "itsystemtechnology", "", map[string]any{"itsystem": here, "ittechnology": technology.ID})
	part := s.save(t, "itsystemcomponent", "", map[string]any{"name": "Archive", "itsystem": here})
	s.save(t, "itsystem", here, map[string]any{"abbreviation": "HERE"})
	s.save(t, "itsystemcomponent", part.ID, map[string]any{"description": "Nothing about the system"})
	s.save(t, "itsystemcomponent", part.ID, map[string]any{"itsystem": there})
	if _, err := s.records.Delete(api.Selection{Table: "itsystemtechnology", IDs: []string{use.ID}}); err != nil {
		t.Fatal(err)
	}
	want := append([]string{
		"removed itsystemtechnology " + technology.Name,
		"unlinked itsystemcomponent Archive",
		"added itsystemcomponent Archive",
		"added itsystemtechnology " + technology.Name,
	}, before...)
	for _, limit := range []int{1, 2, 50} {
		if got := s.linked(t, here, limit); !slices.Equal(got, want) {
			t.Errorf("%d at a time:\n%s\nwanted:\n%s", limit, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if got := s.linked(t, there, 50); len(got) == 0 || got[0] != "linked itsystemcomponent Archive" {
		t.Errorf("the other system tells %v", got)
	}
}
