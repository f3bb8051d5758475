package api

import (
	"cadastre/app/exchange"
	"cadastre/store/schema"
)

// State is what the window needs to know before it shows anything.
type State struct {
	Open bool   `json:"open"`
	Path string `json:"path"`
	// Name is the catalogue's file name without its ending.
	Name    string `json:"name"`
	Records int    `json:"records"`
	// Seq is the number of the latest change set; it grows with every change.
	Seq     uint64   `json:"seq"`
	Who     string   `json:"who"`
	Version string   `json:"version"`
	Recent  []Recent `json:"recent"`
	// Counts are the active records by table.
	Counts map[string]int `json:"counts"`
	Undo   *Step          `json:"undo"`
	Redo   *Step          `json:"redo"`
	// Encrypted is whether the catalogue has a passphrase; Scratch whether it is gone once it is closed.
	Encrypted bool `json:"encrypted"`
	Scratch   bool `json:"scratch"`
	// Place is what is particular about where the file lies, nil for nothing.
	Place    *Place   `json:"place"`
	Standing Standing `json:"standing"`
	// Pending is a catalogue that waits for the person to say something, nil for none.
	Pending *Pending `json:"pending"`
}

// Standing is what may become different about the open catalogue without anybody here doing anything.
type Standing struct {
	// Reading says why the catalogue can only be read, "" when it can be changed.
	Reading string `json:"reading"`
	// Noted is true when only a note from another machine says that somebody has it open.
	Noted bool `json:"noted"`
	// Free is true when nobody has it open for writing any more.
	Free bool `json:"free"`
	// Gone says that the file was moved, deleted or replaced; "" while it is where it was.
	Gone string `json:"gone"`
	// BackupFault says what went wrong with the last backup, "" for nothing.
	BackupFault string `json:"backupFault"`
}

// Place is where a catalogue lies, when that takes care.
type Place struct {
	// Kind is "network" or "synchronized".
	Kind string `json:"kind"`
	// Name is which one: "OneDrive", "NFS".
	Name string `json:"name"`
}

// Pending is a catalogue that cannot be opened yet.
type Pending struct {
	// Kind is "passphrase" when it is encrypted, "backups" when it is broken or gone and has backups.
	Kind    string `json:"kind"`
	Path    string `json:"path"`
	Name    string `json:"name"`
	Message string `json:"message"`
}

// BackupList is the backups of a catalogue, the latest first.
type BackupList struct {
	Folder  string   `json:"folder"`
	Backups []Backup `json:"backups"`
}

// Backup is a copy of a catalogue that was kept by itself or by "Back up now".
type Backup struct {
	Path string `json:"path"`
	Time string `json:"time"`
	Size int64  `json:"size"`
	// Seq is the number of the last change in it.
	Seq uint64 `json:"seq"`
	// Why is "scheduled", "on-demand", "before-update" or "before-restore".
	Why string `json:"why"`
	// Later is how many changes the open catalogue has had since. Same is false when the backup is of another
	// history, which was left by restoring. Both hold only when Known is true.
	Later uint64 `json:"later"`
	Same  bool   `json:"same"`
	Known bool   `json:"known"`
}

// BackupSettings say when backups are taken by themselves and where they go.
type BackupSettings struct {
	// Every is "day" or "week" that the catalogue has changed, or "never".
	Every string `json:"every"`
	// Keep is how many are kept.
	Keep int `json:"keep"`
	// Folder holds all backups; "" keeps each catalogue's beside it.
	Folder string `json:"folder"`
}

// Recent is a catalogue that was open before.
type Recent struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	Opened string `json:"opened"`
	// Missing is true when there is no such file now.
	Missing bool `json:"missing"`
}

// Step is a change set that undo or redo would act on.
type Step struct {
	Seq     uint64 `json:"seq"`
	Summary string `json:"summary"`
	// Size is how many records it touches.
	Size int `json:"size"`
}

// Query asks for records. Everything is decided in Go; the page shows one screenful.
type Query struct {
	Table string `json:"table"`
	// View is the key of a view whose filter holds as well; "" for none.
	View string `json:"view"`
	// Columns are the keys of the fields wanted.
	Columns []string       `json:"columns"`
	Filter  schema.Filter  `json:"filter"`
	Search  string         `json:"search"`
	Order   []schema.Order `json:"order"`
	Offset  int            `json:"offset"`
	Limit   int            `json:"limit"`
}

// Page is one screenful of records.
type Page struct {
	Total int    `json:"total"`
	Rows  []Row  `json:"rows"`
	Seq   uint64 `json:"seq"`
}

// Around is where a record stands in a list.
type Around struct {
	// Position counts from 1; 0 when the list does not hold the record.
	Position int `json:"position"`
	Total    int `json:"total"`
	// Previous and Next are the ids of its neighbours, "" where there is none.
	Previous string `json:"previous"`
	Next     string `json:"next"`
}

// Row is a record as grids and forms show it.
type Row struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version uint64 `json:"version"`
	// State is "active" or "inactive".
	State string `json:"state"`
	// Stub is true for records known by name only.
	Stub bool `json:"stub"`
	// Values are the stored forms by field key: text, code, number, id, ISO date; blank fields are absent.
	Values map[string]any `json:"values"`
	// Display are the texts to show by field key; rich text comes as plain text here.
	Display map[string]string `json:"display"`
}

// Edit is one record as the page wants it saved.
type Edit struct {
	Table string `json:"table"`
	// ID is "" for a new record.
	ID string `json:"id"`
	// Version is the version that the page showed; saving is refused when it is no longer the latest.
	Version uint64 `json:"version"`
	// Values are the fields changed, in their stored form; null clears a field.
	Values map[string]any `json:"values"`
	// Complete asks that all required fields are filled.
	Complete bool `json:"complete"`
}

// Selection names records: by id, or all that a query finds but for some.
type Selection struct {
	Table  string   `json:"table"`
	IDs    []string `json:"ids"`
	Query  *Query   `json:"query"`
	Except []string `json:"except"`
}

// Act is what is done to every record of a selection.
type Act struct {
	// Kind is "set", "activate", "deactivate" or "delete".
	Kind      string    `json:"kind"`
	Selection Selection `json:"selection"`
	// Values are those that "set" gives, in their stored form; null clears a field.
	Values map[string]any `json:"values"`
}

// Joining names records of one table that are to be joined with a record of another, by a table that holds
// nothing but such pairs.
type Joining struct {
	// Table holds the pairs; Via is its lookup to the one record, ID.
	Table string `json:"table"`
	Via   string `json:"via"`
	ID    string `json:"id"`
	// To are the records at the other end.
	To Selection `json:"to"`
}

// Joined says what joining records did.
type Joined struct {
	Done Done `json:"done"`
	// Already counts those that were joined before.
	Already int `json:"already"`
}

// Done says what a change did.
type Done struct {
	// Seq is the number of the change set, 0 when nothing had to change.
	Seq     uint64 `json:"seq"`
	Created int    `json:"created"`
	Updated int    `json:"updated"`
	Deleted int    `json:"deleted"`
	Summary string `json:"summary"`
	// ID is the record that was saved, where there was one.
	ID string `json:"id"`
}

// LinkUse counts the records of one field that link to a selection.
type LinkUse struct {
	Table string   `json:"table"`
	Field string   `json:"field"`
	Count int      `json:"count"`
	Names []string `json:"names"`
}

// Candidate is a record that a lookup may take.
type Candidate struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Detail string `json:"detail"`
	Active bool   `json:"active"`
}

// Found is a record that answers to a text.
type Found struct {
	Table string `json:"table"`
	ID    string `json:"id"`
	Name  string `json:"name"`
	// Field is the key of the field that the text was found in, "" for the name alone.
	Field string `json:"field"`
	// Text is what that field says around the text.
	Text string `json:"text"`
	// Near is true when it is spelled a little otherwise.
	Near bool `json:"near"`
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
	// Undone is true while it is taken back, where the window asks.
	Undone  bool           `json:"undone,omitempty"`
	Files   []string       `json:"files"`
	Changes []RecordChange `json:"changes"`
}

// UndoPart is what of a change set is to be taken back.
type UndoPart struct {
	Seq uint64 `json:"seq"`
	// Records are those wanted, none for all.
	Records []RecordRef `json:"records"`
	// Over takes back also what has been changed since.
	Over bool `json:"over"`
}

// RecordRef names a record.
type RecordRef struct {
	Table string `json:"table"`
	ID    string `json:"id"`
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

// TableCount is a number of records of one table.
type TableCount struct {
	Table string `json:"table"`
	Count int    `json:"count"`
}

// DuplicatePage is a part of the pairs that are likely duplicates.
type DuplicatePage struct {
	Total int         `json:"total"`
	Pairs []Duplicate `json:"pairs"`
}

// Duplicate is two records that are likely one, with the reasons.
type Duplicate struct {
	A       DuplicateRecord   `json:"a"`
	B       DuplicateRecord   `json:"b"`
	Reasons []DuplicateReason `json:"reasons"`
}

// DuplicateRecord is one of them.
type DuplicateRecord struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// DuplicateReason is what is alike: a field's label, and what follows it: "is the same".
type DuplicateReason struct {
	Field string `json:"field"`
	Words string `json:"words"`
}

// MergeRequest asks to make one record of two.
type MergeRequest struct {
	Table string `json:"table"`
	// Keep is the id of the record that stays, Drop of the one that goes; the versions are those that the page showed.
	Keep        string `json:"keep"`
	Drop        string `json:"drop"`
	KeepVersion uint64 `json:"keepVersion"`
	DropVersion uint64 `json:"dropVersion"`
	// Take are the keys of the fields that the record that stays takes from the other.
	Take []string `json:"take"`
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
	Version uint64        `json:"version,omitempty"`
	Name    string        `json:"name"`
	Op      string        `json:"op"`
	Sheet   string        `json:"sheet"`
	Row     int           `json:"row"`
	Fields  []FieldChange `json:"fields"`
}

// FieldChange is one field's text before and after.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// Job is long work under way. Its state comes with the event "job" and from Jobs.Get.
type Job struct {
	ID string `json:"id"`
	// Kind is "import", "apply", "export", "backup", "passphrase", "act".
	Kind string `json:"kind"`
	// Phase is what is being done, for people: "Reading inventory.xlsx".
	Phase string `json:"phase"`
	Done  int    `json:"done"`
	// Total is 0 while unknown.
	Total    int  `json:"total"`
	Finished bool `json:"finished"`
	// Error is set when the job failed or was cancelled.
	Error *Fault `json:"error"`
	// Result says what came of it: the path written.
	Result string `json:"result"`
	// Made is what the work changed in the catalogue, nil for nothing.
	Made *Done `json:"made"`
	// Previews counts what an import has shown of its plan so far; Import.Plan returns the last.
	Previews int `json:"previews"`
}

// Fault is the one shape of an error: every rejected promise carries one, as a JSON string.
type Fault struct {
	Code    string            `json:"code"`
	Message string            `json:"message"`
	Field   string            `json:"field"`
	Fields  map[string]string `json:"fields"`
	// Details are for whoever helps: what to copy.
	Details string `json:"details"`
}

// ImportOptions are the user's answers about an import; zero values leave it to recognition.
type ImportOptions struct {
	Paths []string `json:"paths"`
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
	// Sheets are corrections by sheet.
	Sheets []SheetOptions `json:"sheets"`
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

// Plan is what an import would do, before anything is written.
type Plan struct {
	Job string `json:"job"`
	// Reading is true for a preview: the rows read so far, while more are read.
	Reading bool        `json:"reading"`
	Counts  Counts      `json:"counts"`
	Sheets  []PlanSheet `json:"sheets"`
	// Problems is how many there are; ProblemCounts groups them by code.
	Problems      int            `json:"problems"`
	ProblemCounts []ProblemCount `json:"problemCounts"`
	Conflicts     ConflictCounts `json:"conflicts"`
	// Deletions counts the rows that were deleted from the file, Deleted those of them whose records go.
	Deletions int `json:"deletions"`
	Deleted   int `json:"deleted"`
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
	// How says how it was matched: "id", "name", "label", "synonym", "likeness", "several", "given", "left out", "unplaced".
	How    string   `json:"how"`
	Filled int      `json:"filled"`
	Sample []string `json:"sample"`
}

// ProblemCount is how often a problem occurs.
type ProblemCount struct {
	Code  string `json:"code"`
	Count int    `json:"count"`
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
	File    string `json:"file"`
	Sheet   string `json:"sheet"`
	Row     int    `json:"row"`
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
}

// Problems is one screenful of problems.
type Problems struct {
	Total    int       `json:"total"`
	Problems []Problem `json:"problems"`
}

// ExportRequest asks for a file.
type ExportRequest struct {
	// Tables are exported whole, a sheet each; with Query that one list is exported instead.
	Tables []string `json:"tables"`
	Query  *Query   `json:"query"`
	// Template leaves the rows out.
	Template bool `json:"template"`
	// Format is "xlsx" or "csv".
	Format string `json:"format"`
}

// Settings are one person's, on one machine.
type Settings struct {
	// Theme is "system", "light" or "dark".
	Theme string `json:"theme"`
	// Density is "comfortable" or "compact".
	Density string `json:"density"`
	// Locale is how dates and numbers are shown: "de-DE" for instance, "" for ISO. Files are not written by it.
	Locale string `json:"locale"`
	// WeekStart is the day on which weeks begin: "monday", "sunday" or "saturday", "" as the locale has it.
	WeekStart string `json:"weekStart"`
	// Who is the name that the journal notes.
	Who     string         `json:"who"`
	Backups BackupSettings `json:"backups"`
	// Layouts are what the page remembers of its grids and panes, by a name that it chooses: JSON text.
	Layouts map[string]string `json:"layouts"`
}

// ChangeSets is one screenful of the journal, newest first.
type ChangeSets struct {
	Total int         `json:"total"`
	Sets  []ChangeSet `json:"sets"`
}

// RecordHistory is a part of a record's history, newest first.
type RecordHistory struct {
	Sets []ChangeSet `json:"sets"`
	// Next is the number of the set to go on with, 0 when there is no earlier one.
	Next uint64 `json:"next"`
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
