package schema_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cadastre/store/schema"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden file anew")

// The golden file freezes numbers, names and kinds: a catalogue file written by one version is
// read by the next, so a line here may be added but never changed or taken away.
func TestModelIsFrozen(t *testing.T) {
	var b strings.Builder
	for _, table := range schema.Default().All() {
		fmt.Fprintf(&b, "%d %s %s\n", table.Num, table.Key, table.LogicalName)
		for _, f := range table.Fields {
			fmt.Fprintf(&b, "  %d.%d %s %s %s %s%s %d\n", table.Num, f.Num, f.Key, f.LogicalName, f.Kind, f.Choice, f.Target, f.MaxLength)
		}
	}
	for _, c := range schema.Default().Choices {
		fmt.Fprintf(&b, "%s %s\n", c.Key, c.LogicalName)
		for _, o := range c.Options {
			fmt.Fprintf(&b, "  %d %s\n", o.Code, o.Label)
		}
	}
	golden := filepath.Join("testdata", "model.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the model changed (go test ./store/schema -update accepts it):\n%s", diff)
	}
}

func TestEveryNameLeadsSomewhere(t *testing.T) {
	m := schema.Default()
	tables, logical := map[schema.TableNum]string{}, map[string]bool{}
	for _, table := range m.All() {
		if other, taken := tables[table.Num]; taken {
			t.Errorf("%s has the number of %s", table.Key, other)
		}
		tables[table.Num] = table.Key
		if logical[table.LogicalName] {
			t.Errorf("%s is there twice", table.LogicalName)
		}
		logical[table.LogicalName] = true
		checkFields(t, m, table)
	}
	for _, f := range m.Forms {
		checkForm(t, m, f)
	}
	for _, v := range m.Views {
		checkView(t, m, v)
	}
	for _, a := range m.Apps {
		checkApp(t, m, a)
	}
}

func checkFields(t *testing.T, m *schema.Model, table *schema.Table) {
	t.Helper()
	nums, keys := map[schema.FieldNum]bool{}, map[string]bool{}
	for _, f := range table.Fields {
		if nums[f.Num] || keys[f.Key] {
			t.Errorf("%s.%s: its number or key is taken", table.Key, f.Key)
		}
		nums[f.Num], keys[f.Key] = true, true
		if f.Kind == schema.Choice && m.ChoiceSet(f.Choice) == nil {
			t.Errorf("%s.%s: no choice set %q", table.Key, f.Key, f.Choice)
		}
		if f.Kind == schema.Lookup && m.Table(f.Target) == nil {
			t.Errorf("%s.%s: no table %q", table.Key, f.Key, f.Target)
		}
		if f.Names != nil && f.Names.Of != "" && table.Field(f.Names.Of) == nil {
			t.Errorf("%s.%s: names a field of a table that %q is to name", table.Key, f.Key, f.Names.Of)
		}
		if f.Parent && f.Target != table.Key {
			t.Errorf("%s.%s: a parent of another table", table.Key, f.Key)
		}
	}
	named := slices.Concat([]string{table.Primary}, table.Identifiers, table.Searched)
	if k := table.Keys; k != nil {
		named = append(named, k.Key, k.Table, k.Record)
	}
	for _, key := range named {
		if table.Field(key) == nil {
			t.Errorf("%s: no field %q", table.Key, key)
		}
	}
}

func checkForm(t *testing.T, m *schema.Model, f *schema.Form) {
	t.Helper()
	table := m.Table(f.Table)
	for _, fact := range f.Facts {
		if date := m.FieldAt(table, fact.Via+"."+fact.Date); date == nil || date.Kind != schema.Date {
			t.Errorf("form of %s: no date %s.%s", f.Table, fact.Via, fact.Date)
		}
	}
	for _, tab := range f.Tabs {
		for _, s := range tab.Sections {
			for _, key := range s.Fields {
				if table.Field(key) == nil {
					t.Errorf("form of %s: no field %q", f.Table, key)
				}
			}
			if s.Subgrid == nil {
				continue
			}
			via := m.Table(s.Subgrid.Table).Field(s.Subgrid.Via)
			if via == nil || via.Target != f.Table {
				t.Errorf("form of %s: subgrid %v does not link here", f.Table, *s.Subgrid)
			}
			checkSubgrid(t, m, f, s.Subgrid)
		}
	}
}

func checkSubgrid(t *testing.T, m *schema.Model, f *schema.Form, s *schema.Subgrid) {
	t.Helper()
	from := m.Table(s.Table)
	if s.Tree && from.ParentField() == nil {
		t.Errorf("form of %s: %s are no tree", f.Table, from.Plural)
	}
	for _, key := range s.Columns {
		if m.FieldAt(from, key) == nil {
			t.Errorf("form of %s: %s have no column %q", f.Table, from.Plural, key)
		}
	}
}

func checkView(t *testing.T, m *schema.Model, v *schema.View) {
	t.Helper()
	keys := slices.Clone(v.Columns)
	for _, o := range v.Order {
		keys = append(keys, o.Field)
	}
	for _, key := range keys {
		if m.FieldAt(m.Table(v.Table), key) == nil {
			t.Errorf("view %s: no field %q", v.Label, key)
		}
	}
	if m.View(v.Table, v.Key) != v || m.View(v.Table, v.Label) != v {
		t.Errorf("view %s of %s is not found by its names", v.Label, v.Table)
	}
}

func checkApp(t *testing.T, m *schema.Model, a *schema.App) {
	t.Helper()
	for _, area := range a.Areas {
		for _, g := range area.Groups {
			for _, key := range g.Tables {
				if m.Table(key) == nil {
					t.Errorf("app %s: no table %q", a.Label, key)
				}
			}
		}
	}
}

func TestEveryTableHasFormsAndViews(t *testing.T) {
	m := schema.Default()
	for _, table := range m.Tables {
		for _, use := range []string{schema.MainForm, schema.QuickCreate} {
			if m.Form(table.Key, use) == nil {
				t.Errorf("%s has no form for %s", table.Key, use)
			}
		}
		if m.View(table.Key, "") == nil {
			t.Errorf("%s has no default view", table.Key)
		}
	}
}

func TestModelCoversTheKit(t *testing.T) {
	kit := readKit(t)
	m := schema.Default()
	for _, kt := range kit.Tables {
		table := m.Table(kt.LogicalName)
		if table == nil || table.Entity() != kt.Label || table.Plural != kt.Plural {
			t.Errorf("table %s: have %+v", kt.LogicalName, table)
			continue
		}
		for _, kf := range kt.Fields {
			f := table.Field(kf.LogicalName)
			if f == nil || f.Label != kf.Label || kf.MaxLength != 0 && f.MaxLength != kf.MaxLength || kf.Required && !f.Required {
				t.Errorf("%s.%s: have %+v", kt.LogicalName, kf.LogicalName, f)
			}
		}
	}
	for name, kc := range kit.Choices {
		for _, ko := range kc.Options {
			if o, ok := m.ChoiceSet(name).Option(ko.Value); !ok || o.Label != ko.Label {
				t.Errorf("%s: %d is %q, not %q", name, ko.Value, o.Label, ko.Label)
			}
		}
	}
	for _, kv := range kit.Views {
		v := m.View(schema.Key(kv.Table), kv.Label)
		if v == nil || len(v.Columns) != len(kv.Columns) {
			t.Errorf("view %s: have %+v", kv.Label, v)
		}
	}
}

// Every main form has the kit's tabs and sections in their order, with at least the kit's fields and lists.
func TestFormsAreTheKits(t *testing.T) {
	kit := readKit(t)
	m := schema.Default()
	for _, kf := range kit.Forms {
		form := m.Form(schema.Key(kf.Table), map[string]string{"main": schema.MainForm, "quickCreate": schema.QuickCreate}[kf.Kind])
		if form == nil {
			t.Errorf("no form %s of %s", kf.Kind, kf.Table)
			continue
		}
		if diff := cmp.Diff(keysOf(kf.Header), nonNil(form.Header)); diff != "" {
			t.Errorf("header of %s:\n%s", kf.Table, diff)
		}
		if len(form.Tabs) < len(kf.Tabs) {
			t.Errorf("form of %s has %d tabs, the kit's %d", kf.Table, len(form.Tabs), len(kf.Tabs))
			continue
		}
		for i, kt := range kf.Tabs {
			checkKitTab(t, kf.Table, kt, form.Tabs[i])
		}
	}
}

func checkKitTab(t *testing.T, table string, want kitTab, have schema.Tab) {
	t.Helper()
	if want.Label != "" && want.Label != have.Label {
		t.Errorf("form of %s: tab %q instead of %q", table, have.Label, want.Label)
	}
	for _, ks := range want.Sections {
		found := slices.ContainsFunc(have.Sections, func(s schema.Section) bool {
			label := s.Label
			if s.KitLabel != "" {
				label = s.KitLabel
			}
			grid := ks.Subgrid == "" || s.Subgrid != nil && s.Subgrid.Table == schema.Key(ks.Subgrid)
			missing := slices.DeleteFunc(keysOf(ks.Fields), func(key string) bool { return slices.Contains(s.Fields, key) })
			return label == ks.Label && grid && len(missing) == 0
		})
		if !found {
			t.Errorf("form of %s: tab %q lacks the section %q with %v %s", table, have.Label, ks.Label, ks.Fields, ks.Subgrid)
		}
	}
}

func keysOf(logicalNames []string) []string {
	keys := []string{}
	for _, name := range logicalNames {
		keys = append(keys, schema.Key(name))
	}
	return keys
}

func nonNil(list []string) []string { return append([]string{}, list...) }

type kitTab struct {
	Label    string
	Sections []struct {
		Label, Subgrid string
		Fields         []string
	}
}

type kit struct {
	Forms []struct {
		Table, Kind string
		Header      []string
		Tabs        []kitTab
	}
	Tables []struct {
		LogicalName, Label, Plural string
		Fields                     []struct {
			LogicalName, Label string
			Required           bool
			MaxLength          int
		}
	}
	Choices map[string]struct {
		Options []struct {
			Value int64
			Label string
		}
	}
	Views []struct {
		Table, Label string
		Columns      []string
	}
}

func readKit(t *testing.T) kit {
	t.Helper()
	shared := os.Getenv("CADASTRE_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	raw, err := os.ReadFile(filepath.Join(shared, "reference", "starter-kit.json"))
	if err != nil {
		t.Skip("the kit's description is not beside the project")
	}
	var k kit
	if err := json.Unmarshal(raw, &k); err != nil {
		t.Fatal(err)
	}
	return k
}

func TestEveryDashboardLeadsSomewhere(t *testing.T) {
	m := schema.Default()
	charts := map[string]*schema.Chart{}
	for _, c := range m.Charts {
		charts[c.Key] = c
	}
	keys := map[string]bool{}
	for _, d := range m.Dashboards {
		keys[d.Key] = true
		for _, cell := range d.Cells {
			if v := m.View(cell.Table, cell.View); v == nil {
				t.Errorf("%s: no view %q of %q", cell.Label, cell.View, cell.Table)
			}
			if c := charts[cell.Chart]; cell.Chart != "" && (c == nil || c.Table != cell.Table) {
				t.Errorf("%s: no chart %q of %q", cell.Label, cell.Chart, cell.Table)
			}
		}
	}
	for _, a := range m.Apps {
		shown := a.Areas[0].Groups[0].Dashboards
		if len(shown) == 0 || !keys[shown[0]] {
			t.Errorf("%s has no dashboard of %v", a.Label, keys)
		}
	}
}

func TestRecordsTellFirstWhatTheirTablesHave(t *testing.T) {
	want := schema.Facts{States: []string{"lifecyclestage", "operationalstatus"}, People: []string{"pointofcontact", "ownerid"}, Dates: []string{"nextreviewdate"}}
	systems := schema.Default().Table("itsystem")
	if diff := cmp.Diff(want, systems.Facts); diff != "" {
		t.Error(diff)
	}
	if by := systems.Field("nextreviewdate").Due.SettledBy; by != "lifecyclestage" {
		t.Errorf("a review is settled by %q", by)
	}
	// A technology has no stage of life: nothing settles the end of its support.
	if by := schema.Default().Table("ittechnology").Field("endofsupportdate").Due.SettledBy; by != "" {
		t.Errorf("the end of support is settled by %q, which technologies do not have", by)
	}
}
