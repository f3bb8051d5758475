package sampledata

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A fieldRule is what a cell of one field must fit, read from testdata/model.txt.
type fieldRule struct {
	required, rich, date, dateTime, number bool

	maxLength      int
	target, choice string
}

// A model is every table's fields and every choice's labels.
type model struct {
	tables  map[string]map[string]fieldRule
	choices map[string][]string
}

func readModel(t *testing.T) model {
	t.Helper()
	text, err := os.ReadFile("testdata/model.txt")
	if err != nil {
		t.Fatal(err)
	}
	m := model{tables: map[string]map[string]fieldRule{}, choices: map[string][]string{}}
	for line := range strings.Lines(string(text)) {
		head, body, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch sort, key, _ := strings.Cut(head, " "); sort {
		case "table":
			m.tables[key] = fieldRules(t, body)
		case "choice":
			m.choices[key] = strings.Split(body, " | ")
		}
	}
	return m
}

var fieldSyntax = regexp.MustCompile(`^([a-z0-9]+)(!)?(?:>(\w+))?(?:=(\w+))?(@@?)?(#)?(?:~(\d+))?(\*)?$`)

func fieldRules(t *testing.T, body string) map[string]fieldRule {
	t.Helper()
	rules := map[string]fieldRule{}
	for _, field := range strings.Fields(body) {
		p := fieldSyntax.FindStringSubmatch(field)
		if p == nil {
			t.Fatalf("testdata/model.txt: %q is not a field", field)
		}
		rule := fieldRule{
			rich: p[2] != "", target: p[3], choice: p[4],
			date: p[5] == "@", dateTime: p[5] == "@@", number: p[6] != "",
			required: p[8] != "", maxLength: 100,
		}
		if p[7] != "" {
			rule.maxLength, _ = strconv.Atoi(p[7])
		}
		rules[p[1]] = rule
	}
	return rules
}

// ours are the table and the fields that the starter kit does not have.
var ours = map[string]bool{
	"itsystemtechnology": true, "ittechnology.technologystatus": true,
	"ittechnology.endoflifedate": true, "ittechnology.endofsupportdate": true,
	"ittechnology.currentstableversion": true,
}

// TestModelIsTheKits compares what the other tests check against with the starter
// kit itself, where that is at hand.
func TestModelIsTheKits(t *testing.T) {
	kit := readKit(t)
	m := readModel(t)
	for table, rules := range m.tables {
		for field, rule := range rules {
			if ours[table] || ours[table+"."+field] {
				continue
			}
			want, ok := kit.tables[table][field]
			if !ok {
				t.Errorf("the kit has no %s.%s", table, field)
			} else if rule != want {
				t.Errorf("%s.%s is %+v, the kit says %+v", table, field, rule, want)
			}
		}
	}
	for key, labels := range m.choices {
		if want := kit.choices[key]; strings.Join(labels, "|") != strings.Join(want, "|") {
			t.Errorf("choice %s is %q, the kit says %q", key, labels, want)
		}
	}
}

// readKit reads the starter kit and its successor's choices.
func readKit(t *testing.T) model {
	t.Helper()
	var kit struct {
		Tables []struct {
			LogicalName string
			Fields      []kitField
		}
		Choices map[string]struct {
			Options []struct{ Label string }
		}
	}
	var successor struct{ Choices map[string][]string }
	readShared(t, "reference/starter-kit.json", &kit)
	readShared(t, "reference/successor-design.json", &successor)
	m := model{tables: map[string]map[string]fieldRule{}, choices: map[string][]string{}}
	for _, table := range kit.Tables {
		rules := map[string]fieldRule{}
		for _, field := range table.Fields {
			rules[key(field.LogicalName)] = field.rule()
		}
		m.tables[key(table.LogicalName)] = rules
	}
	for name, choice := range kit.Choices {
		for _, option := range choice.Options {
			m.choices[key(name)] = append(m.choices[key(name)], option.Label)
		}
	}
	for label, options := range successor.Choices {
		if m.choices[choiceKey(label)] == nil { // the kit's own wording goes first
			m.choices[choiceKey(label)] = options
		}
	}
	return m
}

type kitField struct {
	LogicalName, Type, Format, Choice, Target string
	Required                                  bool
	MaxLength                                 int
}

func (f kitField) rule() fieldRule {
	rule := fieldRule{
		required: f.Required, rich: f.Format == "richtext",
		date: f.Format == "date", dateTime: f.Format == "datetime",
		number: f.Type == "int" || f.Type == "float",
		target: key(f.Target), choice: key(f.Choice), maxLength: f.MaxLength,
	}
	if rule.maxLength == 0 {
		rule.maxLength = 100
	}
	return rule
}

func key(logicalName string) string { return strings.TrimPrefix(logicalName, "govcdm_") }

// readShared reads a document of the shared folder, and skips the test where there is none.
func readShared(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sharedFolder(), name))
	if err != nil {
		t.Skipf("%s is not at hand: %v", name, err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

// sharedFolder is what CADASTRE_SHARED names, or the nearest folder "shared" beside
// or above the repository.
func sharedFolder() string {
	if named := os.Getenv("CADASTRE_SHARED"); named != "" {
		return named
	}
	dir, err := os.Getwd()
	for ; err == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "shared")); err == nil {
			return filepath.Join(dir, "shared")
		}
	}
	return ""
}
