package schema

import "slices"

// A Due says what a date asks for, once it has passed or soon will.
type Due struct {
	// SettledBy is the key of the choice of the same table by which nothing is asked any more: where that has a
	// good or a muted option ("Complete", "Retired"). "" where nothing settles it.
	SettledBy string `json:"settledBy,omitempty"`
	// Label is what the date is called among the facts of a record, "" where it is none of them.
	Label string `json:"label,omitempty"`
	// How says in which words it is told.
	How How `json:"how,omitempty"`
	// Ahead is how many days before it becomes worth a warning.
	Ahead int `json:"ahead,omitempty"`
	// None is what is said while there is no such date, "" where there need not be one.
	None string `json:"none,omitempty"`
}

// How says in which words a date is told.
type How string

// The words for dates: what is to be done by then, what holds until then, what ends then.
const (
	Overdue How = "overdue"
	Expires How = "expires"
	Ends    How = "ends"
)

// Facts are the keys of what a person wants to know of a record before its fields.
type Facts struct {
	// States say in what state it is, the most telling first.
	States []string `json:"states"`
	// People answer for it.
	People []string `json:"people"`
	// Dates are those with a Due that has a label, the most pressing first.
	Dates []string `json:"dates"`
}

// dues are the dates that ask for something, by key, the most pressing first.
var dues = []struct {
	key string
	Due
}{
	{"nextreviewdate", Due{SettledBy: "lifecyclestage", Label: "Next review", How: Overdue, Ahead: 30, None: "Not planned"}},
	{"expirationdate", Due{SettledBy: "lifecyclestage", Label: "Valid until", How: Expires, Ahead: 90, None: "Not set"}},
	{"expirationreviewdate", Due{}},
	{"duedate", Due{SettledBy: "actionstatus", Label: "Due", How: Overdue, Ahead: 14, None: "Not set"}},
	{"targetcompletiondate", Due{SettledBy: "compliancestatus", Label: "Target completion", How: Overdue, Ahead: 14}},
	{"targetmitigationdate", Due{SettledBy: "actionstatus", Label: "Target mitigation", How: Overdue, Ahead: 14}},
	{"nextactiondate", Due{SettledBy: "compliancestatus", Label: "Next action", How: Overdue, Ahead: 14}},
	{"approvalexpirationdate", Due{Label: "Approved until", How: Expires, Ahead: 90}},
	{"endofsupportdate", Due{SettledBy: "lifecyclestage", Label: "End of support", How: Ends, Ahead: 180}},
	{"endoflifedate", Due{SettledBy: "lifecyclestage", Label: "End of life", How: Ends, Ahead: 180}},
	{"accessexpirationdatetime", Due{SettledBy: "actionstatus", Label: "Access", How: Expires, Ahead: 30}},
	{"actionexpirationdatetime", Due{SettledBy: "actionstatus"}},
}

// states say in what state something is, people who answers for it, the most telling first; answered are the
// groups of tables whose records somebody must answer for.
var (
	states   = []string{"lifecyclestage", "operationalstatus", "technologystatus", "actionstatus", "compliancestatus", "risklevel"}
	people   = []string{"pointofcontact", "primarysteward", "person", "assessedby"}
	answered = []string{"catalog", "accreditation", "service"}
)

// tellFacts marks the dates of a table that ask for something, and names what tells of its records first.
func (t *Table) tellFacts() {
	t.Facts = Facts{States: t.having(states), People: []string{}, Dates: []string{}}
	if slices.Contains(answered, t.Group) {
		t.Facts.People = append(t.having(people), t.byNum[Owner].Key)
	}
	for _, d := range dues {
		f := t.byKey[d.key]
		if f == nil {
			continue
		}
		due := d.Due
		if by := t.byKey[due.SettledBy]; by == nil || by.Kind != Choice {
			due.SettledBy = ""
		}
		f.Due = &due
		if due.Label != "" {
			t.Facts.Dates = append(t.Facts.Dates, d.key)
		}
	}
}

// having returns those of some keys that the table has.
func (t *Table) having(keys []string) []string {
	out := []string{}
	for _, k := range keys {
		if t.byKey[k] != nil {
			out = append(out, k)
		}
	}
	return out
}
