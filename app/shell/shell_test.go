package shell

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cadastre/app/api"
	"cadastre/store/fault"
)

func TestOpensOnlyForNothingOrACatalogue(t *testing.T) {
	for _, c := range []struct {
		args []string
		want bool
	}{
		{nil, true},
		{[]string{"agency.cadastre"}, true},
		{[]string{"Agency.CADASTRE"}, true},
		{[]string{"version"}, false},
		{[]string{"check", "agency.cadastre"}, false},
		{[]string{"--help"}, false},
	} {
		if got := Opens(c.args); got != c.want {
			t.Errorf("Opens(%q) = %v, want %v", c.args, got, c.want)
		}
	}
}

func TestErrorsReachThePageWhole(t *testing.T) {
	err := &fault.Error{
		Code: fault.Invalid, Message: "The name is too long.", Field: "name",
		Fields: map[string]string{"name": "Too long."}, Cause: errors.New("201 > 200"),
	}
	var got api.Fault
	if err := json.Unmarshal([]byte(formatError(err)), &got); err != nil {
		t.Fatal(err)
	}
	want := api.Fault{
		Code: "invalid", Message: "The name is too long.", Field: "name",
		Fields: map[string]string{"name": "Too long."}, Details: "invalid: 201 > 200",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error("(-want +got):\n" + diff)
	}
}

func TestOnlyLinksToTheWebAndToMailAreOpened(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a?b=c&d=e#f":                     "https://example.org/a?b=c&d=e#f",
		"https://example.org/wiki/Fog_(sea)":                  "https://example.org/wiki/Fog_%28sea%29",
		"mailto:owner@example.org":                            "mailto:owner@example.org",
		"javascript:alert(1)":                                 "",
		"file:///etc/passwd":                                  "",
		"https://":                                            "",
		"example.org":                                         "",
		"HTTPS://example.org":                                 "https://example.org",
		"https://xn--pple-43d.com/":                           "https://xn--pple-43d.com/",
		"mailto:owner@example.org?cc=a@example.org&subject=x": "mailto:owner@example.org?cc=a@example.org&subject=x",
		"\tjavascript:alert(1)":                               "",
		"java\nscript:alert(1)":                               "",
		"JavaScript://example.org/%0Aalert(1)":                "",
		"vbscript:msgbox(1)":                                  "",
		"data:text/html,<script>alert(1)</script>":            "",
		"blob:https://example.org/1":                          "",
		"tel:+15550100":                                       "",
		"ms-msdt:/id":                                         "",
		"//example.org":                                       "",
		"https://bank.example@evil.example/":                  "",
		"https://ann:secret@example.org/":                     "",
		"https://bank.example\\@evil.example/":                "",
		"https://:443/":                                       "",
		"https://exa mple.org/":                               "",
		"mailto:":                                             "",
		"mailto://owner@example.org":                          "",
		"mailto:a@example.org?attach=/etc/passwd":             "",
		"mailto:a@example.org?Attachment=C:%5Ca.txt":          "",
	} {
		got, err := safeLink(link)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("safeLink(%q) = %q, %v, want %q", link, got, err, want)
		}
	}
}

func TestANameWithoutEndingGetsOneAndReplacesNothing(t *testing.T) {
	folder := t.TempDir()
	filters := []api.FileFilter{{Name: "Workbook", Pattern: "*.xlsx;*.csv"}}
	plain := filepath.Join(folder, "out")

	if got, err := withExtension(plain, filters); err != nil || got != plain+".xlsx" {
		t.Errorf("withExtension = %q, %v", got, err)
	}
	if got, err := withExtension(plain+".csv", filters); err != nil || got != plain+".csv" {
		t.Errorf("withExtension = %q, %v", got, err)
	}
	if got, err := withExtension(plain+".xlsx.xlsx", filters); err != nil || got != plain+".xlsx" {
		t.Errorf("withExtension = %q, %v", got, err)
	}
	if err := os.WriteFile(plain+".xlsx", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{plain, plain + ".xlsx.xlsx"} {
		if _, err := withExtension(typed, filters); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("a file that the user did not name would be replaced: %v", err)
		}
	}
}
