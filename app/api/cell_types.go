package api

// Range is a block of cells of a list: some records by id in their order, or those that a query finds from
// its offset on, as many as its limit; and fields of them, also of linked records.
type Range struct {
	Table  string   `json:"table"`
	IDs    []string `json:"ids"`
	Query  *Query   `json:"query"`
	Fields []string `json:"fields"`
}

// Copied is a range in the two forms that spreadsheets take.
type Copied struct {
	// Text is a line for each row, its cells parted by tabs.
	Text string `json:"text"`
	HTML string `json:"html"`
	Rows int    `json:"rows"`
}

// Figures sum a range up.
type Figures struct {
	Rows   int `json:"rows"`
	Filled int `json:"filled"`
	// Numbers counts the filled cells of number fields; Sum is their sum.
	Numbers int     `json:"numbers"`
	Sum     float64 `json:"sum"`
}

// Put is cells to be put into a range.
type Put struct {
	Range Range `json:"range"`
	// Rows is how many rows are meant; those that the range lacks are beyond the last record.
	Rows int `json:"rows"`
	// Cells are repeated until the range is full. A blank text clears.
	Cells [][]string `json:"cells"`
	// Fill takes the first row ("down") or the first column ("right") of the range instead of Cells.
	Fill string `json:"fill"`
	// Verb is what the journal says of the cells: "pasted", "cleared", "filled".
	Verb string `json:"verb"`
	// Create makes records of the rows beyond the last.
	Create bool `json:"create"`
	// DayFirst answers dates that can be read both ways: "" undecided, "dmy" or "mdy".
	DayFirst string `json:"dayFirst"`
	// Corrections replace single cells.
	Corrections []Correction `json:"corrections"`
	// Take puts the good cells although others are not.
	Take bool `json:"take"`

	wide int
}

// Correction is one cell of a block, counted from 0, as it is meant.
type Correction struct {
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

// PutResult says what was put, or would be.
type PutResult struct {
	// Done has the number of the change set, 0 when nothing was written.
	Done Done `json:"done"`
	// Cells and Records count what changes.
	Cells   int `json:"cells"`
	Records int `json:"records"`
	// Beyond counts the rows below the last record.
	Beyond int `json:"beyond"`
	// Total counts the problems, Problems are the first of them.
	Total       int          `json:"total"`
	Problems    []PutProblem `json:"problems"`
	AskDayFirst bool         `json:"askDayFirst"`
}

// PutProblem is a cell that cannot be put as it stands.
type PutProblem struct {
	// Row and Column count from 0; Column is -1 for a problem of the whole row.
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Name   string `json:"name"`
	Field  string `json:"field"`
	// Before is what the cell shows now, Value what was to be put.
	Before      string   `json:"before"`
	Value       string   `json:"value"`
	Message     string   `json:"message"`
	Suggestions []string `json:"suggestions"`
	// Severity is "row" when the row is left out, "cell" when only the cell is, "note" when it is taken.
	Severity string `json:"severity"`
	// Settable is false for cells that nobody can change in a list.
	Settable bool `json:"settable"`
}

// CellAt is a cell of a range, counted from 0.
type CellAt struct {
	Row    int `json:"row"`
	Column int `json:"column"`
}

// Match is a cell that holds a text, -1 where none does.
type Match struct {
	Row    int `json:"row"`
	Column int `json:"column"`
	// Number is which of all the matches it is, from 1.
	Number int `json:"number"`
	Total  int `json:"total"`
}
