package api

// Step is a change set that undo or redo would act on.
type Step struct {
	Seq     uint64 `json:"seq"`
	Summary string `json:"summary"`
	// Size is how many records it touches.
	Size int `json:"size"`
}

// ChangeSet is one entry of the journal.
type ChangeSet struct {
	ID      string `json:"id"`
	Seq     uint64 `json:"seq"`
	Time    string `json:"time"`
	Who     string `json:"who"`
	Origin  string `json:"origin"`
	Summary string `json:"summary"`
	Created int    `json:"created"`
	Updated int    `json:"updated"`
	Deleted int    `json:"deleted"`
	// Undoes is the number of the set that this one takes back, 0 for none.
	Undoes uint64 `json:"undoes"`
	// Part is the number of the set of which this one takes back some records, 0 for none.
	Part uint64 `json:"part,omitempty"`
	// Undone is true while it is taken back, where the window asks.
	Undone bool     `json:"undone,omitempty"`
	Files  []string `json:"files"`
	// Mapping is the name of the mapping that an import went by, "" for none.
	Mapping string `json:"mapping,omitempty"`
	// Told are sentences about what an import found and what was decided, where one set is asked for.
	Told []string `json:"told,omitempty"`
	// Problems and Notes count what an import found in its files, as its plan did, and Decided the values that were decided.
	Problems int            `json:"problems,omitempty"`
	Notes    int            `json:"notes,omitempty"`
	Decided  int            `json:"decided,omitempty"`
	Changes  []RecordChange `json:"changes"`
	// Linked is told in the history of one record: who came to link to it, and who no longer does.
	Linked []LinkChange `json:"linked,omitempty"`
}

// LinkChange tells of records of one table that came to link to a record by one lookup, or ceased to.
type LinkChange struct {
	Table string `json:"table"`
	Field string `json:"field"`
	// How it came about: "added" and "removed" with the record itself, "linked" and "unlinked" where it was there and stays.
	How string `json:"how"`
	// Records are the first of them, Total counts all.
	Records []LinkedRecord `json:"records"`
	Total   int            `json:"total"`
}

// LinkedRecord is one of them: what it is called, what it is at this record, and what opens to see it.
type LinkedRecord struct {
	Table  string `json:"table"`
	Record string `json:"record"`
	Name   string `json:"name"`
	// Detail is the first choice of a record that joins two, "" for none.
	Detail string `json:"detail"`
	// Gone is true for one that is not there any more.
	Gone bool `json:"gone,omitempty"`
}

// ChangeSets is one screenful of the journal, newest first.
type ChangeSets struct {
	Total int         `json:"total"`
	Sets  []ChangeSet `json:"sets"`
}

// UndoPart is what of a change set is to be taken back.
type UndoPart struct {
	Seq uint64 `json:"seq"`
	// Records are those wanted, none for all.
	Records []RecordRef `json:"records"`
	// Over takes back also what has been changed since.
	Over bool `json:"over"`
}

// UndoPlan is what taking back a part of a change set would do.
type UndoPlan struct {
	// Records is how many are wanted.
	Records int `json:"records"`
	// Creates, Updates and Deletes count those that would come back, get their values back, and go.
	Creates int `json:"creates"`
	Updates int `json:"updates"`
	Deletes int `json:"deletes"`
	// Held are the first of the later changes in the way, HeldTotal counts all, Loose those that undoing over them would change.
	Held      []HeldChange `json:"held"`
	HeldTotal int          `json:"heldTotal"`
	Loose     int          `json:"loose"`
}

// HeldChange is a record that keeps a change from being taken back.
type HeldChange struct {
	Table  string `json:"table"`
	Record string `json:"record"`
	Name   string `json:"name"`
	// Why follows the name: "it has been changed since".
	Why string `json:"why"`
	// Firm is true where undoing over later changes does not help.
	Firm bool `json:"firm"`
	// By is the change that touched the record last.
	By ChangeSet `json:"by"`
}

// Source is where a field has its value from: a change, and the row of the file that it read.
type Source struct {
	Field string    `json:"field"`
	Set   ChangeSet `json:"set"`
	Sheet string    `json:"sheet"`
	Row   int       `json:"row"`
}

// RecordChange is what a change set did to one record.
type RecordChange struct {
	Table  string `json:"table"`
	Record string `json:"record"`
	// Version is the record's after the change; it is told in the history of one record.
	Version uint64 `json:"version,omitempty"`
	Name    string `json:"name"`
	Op      string `json:"op"`
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
	// TakenBack is when the change was taken back for this record alone, "" when it was not, where the window asks.
	TakenBack string        `json:"takenBack,omitempty"`
	Fields    []FieldChange `json:"fields"`
}

// FieldChange is one field's text before and after.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// RecordHistory is a part of a record's history, newest first.
type RecordHistory struct {
	Sets []ChangeSet `json:"sets"`
	// Next is where to go on, HistoryPlace{} when there is nothing earlier.
	Next HistoryPlace `json:"next"`
}

// HistoryPlace is a place in a record's history: the numbers of the sets that come next, one of those that touched the
// record and one of those by which others came to link to it or ceased to, 0 for none. HistoryPlace{} is the beginning.
type HistoryPlace struct {
	Own    uint64 `json:"own"`
	Linked uint64 `json:"linked"`
}

// Restored says what putting back an earlier state did.
type Restored struct {
	Done Done `json:"done"`
	// Left are sentences about fields that stay as they are: the records that they linked to are gone.
	Left []string `json:"left"`
}

// RecordChanges is one screenful of what a change set did.
type RecordChanges struct {
	Total   int            `json:"total"`
	Changes []RecordChange `json:"changes"`
}
