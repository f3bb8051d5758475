package api_test

import (
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// foundIn looks for the likely duplicates of a table.
func (s *services) foundIn(t *testing.T, table string) (api.DuplicatesFound, error) {
	t.Helper()
	job, err := s.duplicates.Begin(table)
	if err != nil {
		return api.DuplicatesFound{}, err
	}
	if end := s.wait(t); end.Error != nil {
		t.Fatal(end.Error)
	}
	return s.duplicates.Found(job.ID)
}

// What is alike by others in between is one group, until one of its pairs is told apart.
func TestDuplicatesOfThreeRecordsAreOneGroup(t *testing.T) {
	s := empty(t)
	s.imported(t, "systems.csv", "Name,URL\nPayroll,\nPay-Roll,https://pay.example.gov\nWages,https://pay.example.gov\nPermits,\nPermit,\n")
	found, err := s.foundIn(t, "itsystem")
	if err != nil || found.Total != 2 || len(found.Groups[0].Records) != 3 || len(found.Groups[0].Reasons) != 2 {
		t.Fatalf("%+v %v", found, err)
	}
	if names := found.Groups[1].Records; len(names) != 2 || names[0].Name == names[1].Name {
		t.Errorf("%+v", names)
	}
}

func TestDuplicatesAreFoundMergedAndBroughtBack(t *testing.T) {
	s := empty(t)
	s.imported(t, "systems.csv", "Name,Abbreviation,URL\nPayroll,,https://pay.example.gov\nPay-Roll,PAY,http://www.pay.example.gov/\nPermits,PER,\n")
	found, err := s.foundIn(t, "itsystem")
	if err != nil || found.Total != 1 || len(found.Groups[0].Reasons) != 2 || found.Groups[0].Reasons[0] != (api.DuplicateReason{Field: "Name", Words: "is the same"}) {
		t.Fatalf("%+v %v", found, err)
	}
	keep, drop := found.Groups[0].Records[0], found.Groups[0].Records[1]
	if keep.Name != "Payroll" {
		keep, drop = drop, keep
	}
	m := api.MergeRequest{Table: "itsystem", Keep: keep.ID, Drop: []string{drop.ID}, Versions: map[string]uint64{keep.ID: 1, drop.ID: 2}, From: map[string]string{"abbreviation": drop.ID}}
	if _, err := s.duplicates.Merge(m); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another version: %v", err)
	}
	m.Versions[drop.ID] = 1
	done, err := s.duplicates.Merge(m)
	if err != nil || done.Updated != 1 || done.Deleted != 1 {
		t.Fatalf("%+v %v", done, err)
	}
	if row, err := s.records.Get("itsystem", keep.ID); err != nil || row.Name != "Payroll" || row.Values["abbreviation"] != "PAY" {
		t.Errorf("%+v %v", row, err)
	}
	if found, err = s.foundIn(t, "itsystem"); err != nil || found.Total != 0 {
		t.Errorf("merged: %+v %v", found, err)
	}
	if _, err := s.history.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	if found, err = s.foundIn(t, "itsystem"); err != nil || found.Total != 1 {
		t.Errorf("brought back: %+v %v", found, err)
	}
	apart, err := s.duplicates.TellApart("itsystem", []string{drop.ID, keep.ID})
	if err != nil {
		t.Fatal(err)
	}
	if found, err = s.foundIn(t, "itsystem"); err != nil || found.Total != 0 {
		t.Errorf("told apart: %+v %v", found, err)
	}
	if _, err := s.history.Undo(apart.Seq); err != nil {
		t.Fatal(err)
	}
	if found, err = s.foundIn(t, "itsystem"); err != nil || found.Total != 1 {
		t.Errorf("taken back: %+v %v", found, err)
	}
}
