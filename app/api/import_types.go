package api

import "cadastre/app/exchange"

// ImportOptions are the user's answers about an import; zero values leave it to recognition.
type ImportOptions struct {
	Paths []string `json:"paths"`
	// Source is the key of the source system that the files come from, "" for none.
	Source string `json:"source"`
	// Table is the key of the table for sheets that do not say otherwise, "" to recognise it.
	Table string `json:"table"`
	// Mode is "upsert", "create" or "update".
	Mode string `json:"mode"`
	// Blank is "keep" or "clear", "" for the rule: our own exports clear, others keep.
	Blank string `json:"blank"`
	// Unknown is "reject" or "create": what happens to names that no record has.
	Unknown string `json:"unknown"`
	// Partial takes the good rows and cells where others are rejected.
	Partial bool `json:"partial"`
	// DayFirst answers columns whose dates can be read both ways: "" undecided, "dmy" or "mdy".
	DayFirst string `json:"dayFirst"`
	// Conflicts resolves conflicts that Decisions do not: "" undecided, "keep" the catalogue's, "take" the file's.
	Conflicts string           `json:"conflicts"`
	Decisions []ImportDecision `json:"decisions"`
	// Deletions deletes the records whose rows were deleted from one of our exports.
	Deletions bool `json:"deletions"`
	// Answers say what values stand for that the catalogue does not know.
	Answers []exchange.Answer `json:"answers"`
	// Rows say what becomes of single rows.
	Rows []ImportRow `json:"rows"`
	// Mapping is the name of the mapping that the answers began with, "" for none.
	Mapping string `json:"mapping"`
	// Sheets are corrections by sheet.
	Sheets []SheetOptions `json:"sheets"`
}

// ImportRow says what becomes of one row: that it is about a record, stands apart, or else is left out.
type ImportRow struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Row    int    `json:"row"`
	Record string `json:"record"`
	// Apart lets the row become a record of its own, however like another it is.
	Apart bool `json:"apart"`
	// Name is what the record is called, for those who read the answer.
	Name string `json:"name"`
}

// ImportDecision resolves the conflicts of a field, of one record where it names one. Without a field it is
// about the deletion of the record.
type ImportDecision struct {
	Table  string `json:"table"`
	Field  string `json:"field"`
	Record string `json:"record"`
	// Choice is "keep" or "take".
	Choice string `json:"choice"`
}

// SheetOptions correct what was recognised about one sheet.
type SheetOptions struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	// Part is the table that these are about in a sheet that is divided, "" for the sheet itself.
	Part string `json:"part"`
	// Divide gives the rows to several tables by the values of a column, nil to one.
	Divide *exchange.Division `json:"divide"`
	// Skip leaves the sheet out.
	Skip      bool   `json:"skip"`
	Table     string `json:"table"`
	HeaderRow int    `json:"headerRow"`
	// Key are the fields that identify a record, nil for the usual.
	Key []string `json:"key"`
	// Columns maps a column's position (0 is A) to a field's key; "" leaves the column out.
	Columns map[int]string `json:"columns"`
}

// Conflict is a cell that was changed in the file, and otherwise in the catalogue, since the export.
type Conflict struct {
	Table    string `json:"table"`
	Field    string `json:"field"`
	Record   string `json:"record"`
	Exported string `json:"exported"`
	Now      string `json:"now"`
	// Choice is "" while nobody has decided: the catalogue's value stays.
	Choice string `json:"choice"`
}

// ConflictCounts count conflicts by what was decided.
type ConflictCounts struct {
	Open  int `json:"open"`
	Kept  int `json:"kept"`
	Taken int `json:"taken"`
}

// PlanDeletion is a record whose row was deleted from the file.
type PlanDeletion struct {
	Table string      `json:"table"`
	ID    string      `json:"id"`
	Name  string      `json:"name"`
	Links []LinkCount `json:"links"`
	// Kept says why the record stays, "" when it is deleted.
	Kept string `json:"kept"`
}

// LinkCount counts the records that link to one by a field.
type LinkCount struct {
	Table string `json:"table"`
	Field string `json:"field"`
	Count int    `json:"count"`
}

// PlanDeletions is one screenful of them.
type PlanDeletions struct {
	Total     int            `json:"total"`
	Deletions []PlanDeletion `json:"deletions"`
}
