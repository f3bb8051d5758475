package dataverse

import (
	"testing"

	"cadastre/app/exchange/workbook"

	"github.com/google/go-cmp/cmp"
)

func TestAWorksheetDescribesItself(t *testing.T) {
	w := describedBy("lead:aGFzaA==:leadid=%28Do%20Not%20Modify%29%20Lead&checksumLogicalName=Row%20Checksum&subject=Topic+%26+More&owner.subject=Topic%20%26%20More")
	want := &Worksheet{Entity: "lead", Columns: []WorksheetColumn{{"leadid", "(Do Not Modify) Lead"}, {"checksumLogicalName", "Row Checksum"}, {"subject", "Topic & More"}, {"owner.subject", "Topic & More"}}}
	if diff := cmp.Diff(want, w); diff != "" {
		t.Fatal(diff)
	}
	header := workbook.Row{Cells: []workbook.Cell{{Column: 0, Value: "(Do Not Modify) Lead"}, {Column: 2, Value: "Topic & More"}, {Column: 3, Value: "Topic & More"}, {Column: 4, Value: "Mine"}}}
	if diff := cmp.Diff(map[int]string{0: "leadid", 2: "subject", 3: "owner.subject"}, w.Names(header)); diff != "" {
		t.Error(diff)
	}
	if names := w.Names(workbook.Row{Cells: header.Cells[1:]}); names != nil {
		t.Errorf("a row without the ids' header is taken for the header: %v", names)
	}
	for _, text := range []string{"", "High", "lead", "lead:hash:", "lead:hash:topic", "lead:hash:a=%zz"} {
		if got := describedBy(text); got != nil {
			t.Errorf("%q describes %v", text, got)
		}
	}
}
