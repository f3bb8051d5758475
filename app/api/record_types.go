package api

import "cadastre/store/schema"

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
	// Holder is the key of the table that has the field where it is not the record's own: one that keeps a key of it.
	Holder string `json:"holder,omitempty"`
	// Text is what that field says around the text.
	Text string `json:"text"`
	// Near is true when it is spelled a little otherwise.
	Near bool `json:"near"`
}

// TableCount is a number of records of one table.
type TableCount struct {
	Table string `json:"table"`
	Count int    `json:"count"`
}

// RecordRef names a record.
type RecordRef struct {
	Table string `json:"table"`
	ID    string `json:"id"`
}
