package api

import "cadastre/app/exchange"

// Plan is what an import would do, before anything is written.
type Plan struct {
	Job string `json:"job"`
	// Reading is true for a preview: the rows read so far, while more are read.
	Reading bool        `json:"reading"`
	Counts  Counts      `json:"counts"`
	Sheets  []PlanSheet `json:"sheets"`
	// Problems counts what cannot be taken as it stands or is to be decided, Remarks what is only told;
	// ProblemCounts groups both by code.
	Problems      int            `json:"problems"`
	Remarks       int            `json:"remarks"`
	ProblemCounts []ProblemCount `json:"problemCounts"`
	// Alike counts the rows that are likely duplicates, by their reasons.
	Alike     []AlikeCount   `json:"alike"`
	Conflicts ConflictCounts `json:"conflicts"`
	// Deletions counts the rows that were deleted from the file, Deleted those of them whose records go.
	Deletions int `json:"deletions"`
	Deleted   int `json:"deleted"`
	// Source is the key of the source system that the files come from, "" for none.
	Source string `json:"source"`
	// Waiting counts the values that the source's policies do not let in yet.
	Waiting int `json:"waiting"`
	// ToCorrect counts the rows that can go back in their file to be corrected.
	ToCorrect int `json:"toCorrect"`
	// Questions counts the values that the catalogue does not know, each once; Open those that nobody has answered.
	Questions int `json:"questions"`
	Open      int `json:"open"`
	// References counts records that would be made because a cell names them, by table.
	References map[string]int `json:"references"`
	// Notes are sentences about the files as a whole.
	Notes []string `json:"notes"`
	// Blocked says in a sentence why Apply would refuse, "" when it would not.
	Blocked string `json:"blocked"`
	// AskDayFirst is true when a date column can be read both ways and nobody has answered.
	AskDayFirst bool `json:"askDayFirst"`
}

// Counts reconcile: Read is the sum of the others.
type Counts struct {
	Read      int `json:"read"`
	Created   int `json:"created"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	Skipped   int `json:"skipped"`
	Rejected  int `json:"rejected"`
}

// PlanSheet is how one sheet was understood.
type PlanSheet struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	// Table is "" when the sheet is left out; Why says why, or how the table was recognised.
	Table     string       `json:"table"`
	Why       string       `json:"why"`
	HeaderRow int          `json:"headerRow"`
	Key       []string     `json:"key"`
	Counts    Counts       `json:"counts"`
	Columns   []PlanColumn `json:"columns"`
	// Part is the table whose rows these are in a divided sheet, "-" for those that are left out, "" for a whole sheet.
	Part string `json:"part"`
	// Derived is true for the links that cells of the sheet name, several in a cell.
	Derived bool `json:"derived"`
	// Proposal is how the sheet could be divided, nil where nothing speaks for it.
	Proposal *exchange.Division `json:"proposal"`
	// Values are those of the column that divides the sheet, or would.
	Values []DividedValue `json:"values"`
}

// DividedValue is a value of the column that divides a sheet.
type DividedValue struct {
	Value string `json:"value"`
	// Table is the key of the table for its rows, "" to leave them out.
	Table string `json:"table"`
	Rows  int    `json:"rows"`
}

// PlanColumn is how one column was understood.
type PlanColumn struct {
	Column int `json:"column"`
	// Letter is the column's name in a spreadsheet: "A".
	Letter string `json:"letter"`
	Header string `json:"header"`
	// Field is the key of the field that the column fills, "" when it fills none; of a column whose cells name several
	// records it is the key of the link: "itsystemtechnology.ittechnology".
	Field string `json:"field"`
	// How says how it was matched: "id", "name", "label", "synonym", "record", "likeness", "several", "source", "given", "left out", "unplaced".
	How    string `json:"how"`
	Filled int    `json:"filled"`
	// Open counts its different values that nobody has decided.
	Open   int      `json:"open"`
	Sample []string `json:"sample"`
}

// ProblemCount is how often a problem occurs.
type ProblemCount struct {
	Code string `json:"code"`
	// Remark is true for those that are only told.
	Remark bool `json:"remark"`
	Count  int  `json:"count"`
}

// AlikeCount is how many rows are likely duplicates for the same reasons.
type AlikeCount struct {
	Reasons string `json:"reasons"`
	Count   int    `json:"count"`
}

// PlanRow is what would happen to one row.
type PlanRow struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	Table string `json:"table"`
	// Outcome is "created", "updated", "unchanged", "skipped" or "rejected".
	Outcome string     `json:"outcome"`
	Name    string     `json:"name"`
	ID      string     `json:"id"`
	Cells   []PlanCell `json:"cells"`
	// Problems are those of this row.
	Problems []Problem `json:"problems"`
}

// PlanCell is one field of a row that would change.
type PlanCell struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// PlanRows is one screenful of a plan.
type PlanRows struct {
	Total int       `json:"total"`
	Rows  []PlanRow `json:"rows"`
}

// Problem is something in a file that could not be taken as it stands.
type Problem struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	// Name is what the row's record is called.
	Name    string `json:"name"`
	Column  string `json:"column"`
	Header  string `json:"header"`
	Value   string `json:"value"`
	Code    string `json:"code"`
	Message string `json:"message"`
	// Suggestions are what the cell may have meant.
	Suggestions []string `json:"suggestions"`
	// Severity is "row" when the row is rejected, "cell" when only the cell is left out, "note" when it is taken.
	Severity string `json:"severity"`
	// Conflict is set for the code "conflict"; Value is what the file says.
	Conflict *Conflict `json:"conflict,omitempty"`
	// Twin is set where the row may be about a record that is there already.
	Twin *Twin `json:"twin,omitempty"`
	// Reasons say why the row is likely a duplicate, "" for another problem.
	Reasons string `json:"reasons,omitempty"`
}

// Twin is a record that is likely the one that a row would create.
type Twin struct {
	Table string `json:"table"`
	ID    string `json:"id"`
	Name  string `json:"name"`
}

// Problems is one screenful of problems.
type Problems struct {
	Total    int       `json:"total"`
	Problems []Problem `json:"problems"`
}
