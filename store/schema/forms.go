package schema

import "slices"

// ownForms are ours for tables that the kit left without one, and that people fill in by hand.
var ownForms = []*Form{
	{Table: "integrationcommitpolicy", Use: MainForm, Tabs: []Tab{{Label: "General", Sections: []Section{
		{Label: "What It Is About", Fields: []string{"name", "targettable", "fieldname", "ownerid"}},
		{Label: "How Values Go In", Fields: []string{"authoritativesources", "commitmode", "autocertify", "staleafterdays"}},
	}}}},
	{Table: "integrationvaluemap", Use: MainForm, Tabs: []Tab{{Label: "General", Sections: []Section{
		{Label: "What the Source Says", Fields: []string{"name", "sourcesystemkey", "codelist", "sourcecode", "sourcelabel"}},
		{Label: "What It Stands For", Fields: []string{"canonicalcodevalue", "confidence", "ownerid"}},
	}}}},
}

// allForms returns the kit's forms and, for tables that the kit left without, a form with every field.
func allForms(tables []*Table) []*Form {
	forms := slices.Concat(kitForms, ownForms)
	has := func(table, use string) bool {
		return slices.ContainsFunc(forms, func(f *Form) bool { return f.Table == table && f.Use == use })
	}
	for _, t := range tables {
		if !has(t.Key, MainForm) {
			forms = append(forms, mainForm(t))
		}
		if !has(t.Key, QuickCreate) {
			forms = append(forms, quickCreateForm(t))
		}
	}
	return forms
}

// mainForm shows short fields first and long texts in a section of their own.
func mainForm(t *Table) *Form {
	short, long := Section{Fields: []string{}}, Section{Label: "Details", Fields: []string{}}
	for _, f := range t.Fields {
		switch {
		case f.System || f.Num == State:
		case f.Kind == RichText || f.Kind == Memo:
			long.Fields = append(long.Fields, f.Key)
		default:
			short.Fields = append(short.Fields, f.Key)
		}
	}
	sections := []Section{short}
	if len(long.Fields) > 0 {
		sections = append(sections, long)
	}
	return &Form{Table: t.Key, Use: MainForm, Tabs: []Tab{{Label: "General", Sections: sections}}}
}

// quickCreateMost is how many fields a quick-create form of ours asks for.
const quickCreateMost = 6

// quickCreateForm asks for what is required, then for the first few other fields.
func quickCreateForm(t *Table) *Form {
	keys := []string{}
	add := func(want func(*Field) bool) {
		for _, f := range t.Fields {
			if len(keys) < quickCreateMost && f.Num >= FirstOwn && !slices.Contains(keys, f.Key) && want(f) {
				keys = append(keys, f.Key)
			}
		}
	}
	add(func(f *Field) bool { return f.Required && len(f.Parts) == 0 })
	add(func(f *Field) bool { return f.Kind != RichText && len(f.Parts) == 0 })
	return &Form{Table: t.Key, Use: QuickCreate, Tabs: []Tab{{Label: "General", Sections: []Section{{Fields: keys}}}}}
}
