package api_test

import (
	"testing"

	"cadastre/app/api"
	"cadastre/store/fault"
)

func TestDuplicatesAreFoundMergedAndBroughtBack(t *testing.T) {
	s := empty(t)
	s.imported(t, "systems.csv", "Name,Abbreviation,URL\nPayroll,,https://pay.example.gov\nPay-Roll,PAY,http://www.pay.example.gov/\nPermits,PER,\n")
	found, err := s.duplicates.Find("itsystem", 0, 10)
	if err != nil || found.Total != 1 || len(found.Pairs[0].Reasons) != 2 || found.Pairs[0].Reasons[0] != (api.DuplicateReason{Field: "Name", Words: "is the same"}) {
		t.Fatalf("%+v %v", found, err)
	}
	keep, drop := found.Pairs[0].A, found.Pairs[0].B
	if keep.Name != "Payroll" {
		keep, drop = drop, keep
	}
	m := api.MergeRequest{Table: "itsystem", Keep: keep.ID, Drop: drop.ID, KeepVersion: 1, DropVersion: 2, Take: []string{"abbreviation"}}
	if _, err := s.duplicates.Merge(m); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another version: %v", err)
	}
	m.DropVersion = 1
	done, err := s.duplicates.Merge(m)
	if err != nil || done.Updated != 1 || done.Deleted != 1 {
		t.Fatalf("%+v %v", done, err)
	}
	if row, err := s.records.Get("itsystem", keep.ID); err != nil || row.Name != "Payroll" || row.Values["abbreviation"] != "PAY" {
		t.Errorf("%+v %v", row, err)
	}
	if found, err = s.duplicates.Find("itsystem", 0, 10); err != nil || found.Total != 0 {
		t.Errorf("merged: %+v %v", found, err)
	}
	if _, err := s.history.Undo(done.Seq); err != nil {
		t.Fatal(err)
	}
	if found, err = s.duplicates.Find("itsystem", 0, 10); err != nil || found.Total != 1 {
		t.Errorf("brought back: %+v %v", found, err)
	}
	apart, err := s.duplicates.TellApart("itsystem", drop.ID, keep.ID)
	if err != nil {
		t.Fatal(err)
	}
	if found, err = s.duplicates.Find("itsystem", 0, 10); err != nil || found.Total != 0 {
		t.Errorf("told apart: %+v %v", found, err)
	}
	if _, err := s.history.Undo(apart.Seq); err != nil {
		t.Fatal(err)
	}
	if found, err = s.duplicates.Find("itsystem", 0, 10); err != nil || found.Total != 1 {
		t.Errorf("taken back: %+v %v", found, err)
	}
}
