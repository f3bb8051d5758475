package api_test

import (
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
	"cadastre/store/schema"
)

// uses are the records that join a system with technologies.
func (s *services) uses(t *testing.T, system string) []api.Row {
	t.Helper()
	linked := schema.Filter{Conditions: []schema.Condition{{Field: "itsystem", Op: schema.Equals, Values: []string{system}}}}
	return s.page(t, api.Query{Table: "itsystemtechnology", Filter: linked, Columns: []string{"name", "ittechnology"}, Limit: 1000}).Rows
}

func TestSeveralTechnologiesAreAddedToASystemAtOnce(t *testing.T) {
	s := sample(t)
	system := s.systems(t, 1)[0]
	before := s.uses(t, system.ID)
	technologies := s.page(t, api.Query{Table: "ittechnology", Limit: 1000})
	join := api.Joining{Table: "itsystemtechnology", Via: "itsystem", ID: system.ID,
		To: api.Selection{Table: "ittechnology", Query: &api.Query{Table: "ittechnology"}}}
	out, err := s.records.Join(join)
	if err != nil || out.Done.Created != technologies.Total-len(before) || out.Already != len(before) || len(before) == 0 {
		t.Fatalf("%+v of %d, %d before (%v)", out, technologies.Total, len(before), err)
	}
	after := s.uses(t, system.ID)
	if len(after) != technologies.Total || after[len(after)-1].Name == "" {
		t.Errorf("%d uses, the last named %q", len(after), after[len(after)-1].Name)
	}
	if again, err := s.records.Join(join); err != nil || again.Done.Seq != 0 || again.Already != technologies.Total {
		t.Errorf("added again: %+v %v", again, err)
	}
	if _, err := s.history.Undo(out.Done.Seq); err != nil || len(s.uses(t, system.ID)) != len(before) {
		t.Errorf("undo leaves %d of %d (%v)", len(s.uses(t, system.ID)), len(before), err)
	}
}

func TestOnlyTablesOfPairsJoin(t *testing.T) {
	s := sample(t)
	system := s.systems(t, 1)[0]
	for _, j := range []api.Joining{{Table: "itsystemcomponent", Via: "itsystem"}, {Table: "itsystemtechnology", Via: "itsystemcomponent"},
		{Table: "contact", Via: "firstname"}, {Table: "nothing", Via: "itsystem"}} {
		j.ID, j.To = system.ID, api.Selection{Table: "ittechnology", IDs: []string{}}
		if _, err := s.records.Join(j); fault.CodeOf(err) != fault.Usage && fault.CodeOf(err) != fault.NotFound {
			t.Errorf("%s by %s: %v", j.Table, j.Via, err)
		}
	}
}
