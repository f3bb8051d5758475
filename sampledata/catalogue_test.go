package sampledata

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var day = time.Date(2026, time.November, 22, 23, 30, 0, 0, time.FixedZone("", -8*3600))

// A row is one record of the sample by field key.
type row map[string]string

// name returns the record's primary name.
func (r row) name() string {
	if r["lastname"] != "" && r["name"] == "" {
		return strings.TrimSpace(r["firstname"] + " " + r["lastname"])
	}
	return r["name"]
}

// sample reads the whole catalogue, by table.
func sample(t *testing.T) map[string][]row {
	t.Helper()
	files, err := Files(day)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]row{}
	for _, file := range files {
		records, err := csv.NewReader(bytes.NewReader(file.CSV)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", file.Name, err)
		}
		for _, record := range records[1:] {
			r := row{}
			for i, field := range records[0] {
				r[field] = record[i]
			}
			all[file.Table] = append(all[file.Table], r)
		}
	}
	return all
}

func named(rows []row) map[string]row {
	byName := map[string]row{}
	for _, r := range rows {
		byName[r.name()] = r
	}
	return byName
}

func TestEveryEmbeddedFileIsHandedOut(t *testing.T) {
	embedded, err := fs.Glob(catalogue, "catalogue/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, path := range embedded {
		want = append(want, strings.TrimPrefix(path, "catalogue/"))
	}
	for _, table := range tables {
		got = append(got, table+".csv")
	}
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("embedded are %q, handed out %q", want, got)
	}
}

func TestFilesAreUTF8WithLineFeeds(t *testing.T) {
	for _, table := range tables {
		raw, err := catalogue.ReadFile("catalogue/" + table + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(raw) || bytes.ContainsAny(raw, "\r\ufeff") {
			t.Errorf("%s.csv is not plain UTF-8 with line feeds", table)
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	for table, rows := range sample(t) {
		seen := map[string]bool{}
		for _, r := range rows {
			folded := strings.ToLower(strings.Join(strings.Fields(r.name()), " "))
			if seen[folded] || r.name() != strings.TrimSpace(r.name()) {
				t.Errorf("%s: %q is there twice or has spaces around it", table, r.name())
			}
			seen[folded] = true
		}
	}
}

func TestCellsFitTheirFields(t *testing.T) {
	m := readModel(t)
	for table, rows := range sample(t) {
		for _, r := range rows {
			for field, cell := range r {
				rule, ok := m.tables[table][field]
				if !ok {
					t.Fatalf("%s has no field %s", table, field)
				}
				if err := m.check(rule, cell); err != nil {
					t.Errorf("%s %q, %s: %q: %v", table, r.name(), field, cell, err)
				}
			}
			for field, rule := range m.tables[table] {
				if rule.required && r[field] == "" {
					t.Errorf("%s %q has no %s", table, r.name(), field)
				}
			}
		}
	}
}

// check says what keeps a cell from being a value of a field; lookups are another test's.
func (m model) check(rule fieldRule, cell string) error {
	if cell == "" {
		return nil
	}
	switch {
	case rule.choice != "":
		if !slices.Contains(m.choices[rule.choice], cell) {
			return errors.New("no such choice")
		}
	case rule.date:
		_, err := time.Parse(time.DateOnly, cell)
		return err
	case rule.dateTime:
		_, err := time.Parse(time.RFC3339, cell)
		return err
	case rule.number:
		_, err := strconv.ParseFloat(cell, 64)
		return err
	case utf8.RuneCountInString(cell) > rule.maxLength && rule.target == "":
		return errors.New("too long")
	case rule.rich:
		return checkRich(cell)
	case strings.ContainsAny(cell, "<>\n"):
		return errors.New("markup or a line break in plain text")
	}
	return nil
}

// checkRich says whether text is well-formed and of the few elements that rich text may have.
func checkRich(text string) error {
	d := xml.NewDecoder(strings.NewReader("<r>" + text + "</r>"))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok && !slices.Contains([]string{"r", "p", "ul", "li", "strong", "em", "a"}, e.Name.Local) {
			return errors.New("element " + e.Name.Local)
		}
	}
}

func TestPeopleAndAddressesAreInvented(t *testing.T) {
	mail := regexp.MustCompile(`^[a-z.\-]+@([a-z]+\.)?example\.gov$`)
	for table, rows := range sample(t) {
		for _, r := range rows {
			for _, field := range []string{"emailaddress1", "emailaddress"} {
				if r[field] != "" && !mail.MatchString(r[field]) {
					t.Errorf("%s %q has the address %s", table, r.name(), r[field])
				}
			}
			for _, field := range []string{"url", "publicapiendpoint"} {
				if r[field] != "" && table == "itsystem" && !strings.Contains(r[field], ".example.gov") {
					t.Errorf("%s %q has the address %s", table, r.name(), r[field])
				}
			}
		}
	}
}
