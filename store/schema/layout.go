package schema

// A Form lays a table's fields out for one record.
type Form struct {
	Table string `json:"table"`
	// Use is "main" for the record page and "quickCreate" for the short form beside another page.
	Use    string   `json:"kind"`
	Header []string `json:"header,omitempty"`
	Tabs   []Tab    `json:"tabs"`
	// Facts are the dates of linked records that say something about the health of this one.
	Facts []LinkedDate `json:"facts,omitempty"`
}

// A LinkedDate is a date of the record that a lookup leads to.
type LinkedDate struct {
	Via   string `json:"via"`
	Date  string `json:"date"`
	Label string `json:"label"`
	// None is what is said while the lookup is blank.
	None string `json:"none,omitempty"`
	// Among is what the record of the lookup is called among others that this one is joined with, "" where those
	// do not count.
	Among string `json:"among,omitempty"`
}

// The uses of a form.
const (
	MainForm    = "main"
	QuickCreate = "quickCreate"
)

// A Tab is one page of a form.
type Tab struct {
	Label    string    `json:"label"`
	Sections []Section `json:"sections"`
}

// A Section is a card of fields, or a grid of records that link to this one.
type Section struct {
	Label string `json:"label"`
	// KitLabel is what the kit calls the section where its wording was left unfinished.
	KitLabel string   `json:"kitLabel,omitempty"`
	Fields   []string `json:"fields"`
	// Subgrid shows the records of Table whose lookup Via points to this record.
	Subgrid *Subgrid `json:"subgrid,omitempty"`
}

// A Subgrid names the records that a section lists.
type Subgrid struct {
	Table string `json:"table"`
	Via   string `json:"via"`
	// Tree shows them as the hierarchy that they form, rather than as a list.
	Tree bool `json:"tree,omitempty"`
	// Columns are those of the list, nil for those of the table's default view.
	Columns []string `json:"columns,omitempty"`
}

// A View is a named list of a table's records.
type View struct {
	Key   string `json:"key"`
	Table string `json:"table"`
	Label string `json:"label"`
	// Columns are fields' keys; "lookup.field" looks one link further.
	Columns []string `json:"columns"`
	Filter  Filter   `json:"filter"`
	Order   []Order  `json:"order"`
	// Default marks the view that a table opens with.
	Default bool `json:"default,omitempty"`
	// Group puts rows together that have the same value.
	Group *GroupBy `json:"group,omitempty"`
	// Totals are shown below the rows.
	Totals []Measure `json:"totals,omitempty"`
	// Chart is drawn beside the rows, nil for none.
	Chart *Chart `json:"chart,omitempty"`
}

// A Filter holds when all of its conditions and groups hold, or with Any when one does; with Not it holds
// for the other records. An empty filter holds for every record.
type Filter struct {
	Any        bool        `json:"any,omitempty"`
	Not        bool        `json:"not,omitempty"`
	Conditions []Condition `json:"conditions,omitempty"`
	Groups     []Filter    `json:"groups,omitempty"`
}

// Empty is true for a filter that asks for nothing.
func (f Filter) Empty() bool { return len(f.Conditions)+len(f.Groups) == 0 }

// An Operator compares a field with the values of a condition.
type Operator string

// The operators. Dates compare by day; relative operators count from today.
const (
	Equals      Operator = "eq"
	NotEquals   Operator = "ne"
	In          Operator = "in"
	NotIn       Operator = "not-in"
	IsNull      Operator = "null"
	IsNotNull   Operator = "not-null"
	Contains    Operator = "like"
	NotContains Operator = "not-like"
	BeginsWith  Operator = "begins-with"
	EndsWith    Operator = "ends-with"
	Less        Operator = "lt"
	AtMost      Operator = "le"
	Greater     Operator = "gt"
	AtLeast     Operator = "ge"
	Between     Operator = "between"
	Today       Operator = "today"
	Past        Operator = "past"
	Future      Operator = "future"
	NextDays    Operator = "next-x-days"
	LastDays    Operator = "last-x-days"
	OlderDays   Operator = "olderthan-x-days"
	ThisMonth   Operator = "this-month"
	NextMonth   Operator = "next-month"
	LastMonth   Operator = "last-month"
	ThisYear    Operator = "this-year"
	NextYear    Operator = "next-year"
	LastYear    Operator = "last-year"
	ThisQuarter Operator = "this-quarter"
	NextQuarter Operator = "next-quarter"
	LastQuarter Operator = "last-quarter"
	LaterDays   Operator = "later-than-x-days"
	Under       Operator = "under"     // in the hierarchy, at or below a record
	Over        Operator = "over"      // a record, or one that it leads to by the lookup, step by step
	EqualsMe    Operator = "eq-userid" // a user field that names who is working
	CameFrom    Operator = "came-from" // holds what a change set gave it, by its number
)

// A Condition compares one field.
type Condition struct {
	// Field is a field's key; "lookup.field" looks one link further. "table:lookup" asks for active
	// records of another table that link here: whether there is one (not-null) or none (null), or
	// with "table:lookup.field" whether there is one that meets the rest of the condition. With "" a record
	// came from a change set when any of its fields did.
	Field string   `json:"attribute"`
	Op    Operator `json:"operator"`
	// Values are in the stored form as text: a code, an id, an ISO date, a number of days.
	Values []string `json:"values,omitempty"`
}

// An Order sorts by one field, which may be one link further: "lookup.field".
type Order struct {
	Field      string `json:"attribute"`
	Descending bool   `json:"descending"`
}

// An Interval puts dates together.
type Interval string

// The intervals. Weeks begin on Monday. With none, dates are put together by day.
const (
	Day     Interval = "day"
	Week    Interval = "week"
	Month   Interval = "month"
	Quarter Interval = "quarter"
	Year    Interval = "year"
)

// A GroupBy puts records together that have the same value of a field.
type GroupBy struct {
	// Field is a field's key; "lookup.field" looks one link further.
	Field    string   `json:"attribute"`
	Interval Interval `json:"interval,omitempty"`
}

// An Aggregate makes one number of many records.
type Aggregate string

// The aggregates.
const (
	Count   Aggregate = "count"
	Sum     Aggregate = "sum"
	Average Aggregate = "avg"
	Least   Aggregate = "min"
	Most    Aggregate = "max"
)

// A Measure is a number of a group of records. Count with no field counts the records, with one those
// that have it filled; the others need a number, Least and Most a number or a date.
type Measure struct {
	Field     string    `json:"attribute,omitempty"`
	Aggregate Aggregate `json:"aggregate"`
}

// A Chart draws the records of a view: how many there are in each group, or a measure of each.
type Chart struct {
	Key   string    `json:"key"`
	Table string    `json:"table"`
	Label string    `json:"label"`
	Kind  ChartKind `json:"kind"`
	// By are the fields that put records together; a second one divides each group.
	By []GroupBy `json:"by"`
	// Bands stand in place of the first field.
	Bands []Band `json:"bands,omitempty"`
	// Missing makes a band of each field of the table's main form that is in use: the records that lack it.
	Missing bool    `json:"missing,omitempty"`
	Measure Measure `json:"measure"`
	// Most is how many groups stand by themselves, where a place has no room for all that a chart can show.
	Most int `json:"most,omitempty"`
}

// A ChartKind is how a chart looks.
type ChartKind string

// The kinds of chart. Bars lie, columns stand; stacked ones divide their length by a second field.
const (
	Bar     ChartKind = "bar"
	Column  ChartKind = "column"
	Stacked ChartKind = "stacked"
	Line    ChartKind = "line"
	Pie     ChartKind = "pie"
)

// A Band is the records that meet a filter, under one name.
type Band struct {
	Label string `json:"label"`
	// Tone is that of an Option, or "warning".
	Tone   string `json:"tone,omitempty"`
	Filter Filter `json:"filter"`
	// Else leaves out the records of the bands before.
	Else bool `json:"else,omitempty"`
}

// A Dashboard is a page of cells.
type Dashboard struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Cells []Cell `json:"cells"`
}

// A Cell of a dashboard shows a view as a grid, or a chart of a view. Span is its width in thirds.
type Cell struct {
	Label string `json:"label"`
	Table string `json:"table"`
	View  string `json:"view"`
	// Filter narrows the view of a grid to what the cell is about.
	Filter Filter `json:"filter"`
	Chart  string `json:"chart,omitempty"`
	Span   int    `json:"span"`
	Rows   int    `json:"rows,omitempty"`
}

// An App is a way through the catalogue for one job.
type App struct {
	Key   string `json:"key"`
	Label string `json:"app"`
	Areas []Area `json:"areas"`
}

// An Area is one of the navigations of an app.
type Area struct {
	Label  string  `json:"label"`
	Groups []Group `json:"groups"`
}

// A Group is a heading with entries.
type Group struct {
	Label      string   `json:"label"`
	Dashboards []string `json:"dashboards,omitempty"`
	// Screens are the keys of pages of the program's own.
	Screens []string `json:"screens,omitempty"`
	Tables  []string `json:"tables"`
}
