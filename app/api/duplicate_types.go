package api

// DuplicatesFound is what was found in a table: groups of records that are likely one.
type DuplicatesFound struct {
	// Seq is the last change set of what was compared.
	Seq uint64 `json:"seq"`
	// Total counts the groups, of which Groups are the likeliest.
	Total  int              `json:"total"`
	Groups []DuplicateGroup `json:"groups"`
}

// DuplicateGroup is records that are likely one, the likeliest first, with what is alike in them.
type DuplicateGroup struct {
	Records []DuplicateRecord `json:"records"`
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

// MergeRequest asks to make one record of several.
type MergeRequest struct {
	Table string `json:"table"`
	// Keep is the id of the record that stays, Drop are those of the ones that go.
	Keep string   `json:"keep"`
	Drop []string `json:"drop"`
	// Versions are those that the page showed, by id; of a record that is not in it any is taken.
	Versions map[string]uint64 `json:"versions"`
	// From says by the keys of fields of which record the one that stays takes the value; it has the others already.
	From map[string]string `json:"from"`
	// Apart are the ids of records that are alike and not the same: they are not found again with the one that stays.
	Apart []string `json:"apart"`
}

// Comparison is records that are likely one beside each other, with what is proposed for their merge.
type Comparison struct {
	// Rows are the records, in the order asked for.
	Rows []Row `json:"rows"`
	// Keep is the id of the record that stays: as asked for, else the one that says most; Why says so.
	Keep string `json:"keep"`
	Why  string `json:"why"`
	// From is by field from which record its value is best taken, of the fields in which the records differ.
	From map[string]Proposal `json:"from"`
}

// Proposal is from which record a value is best taken, and why in a few words: "changed last", "" where
// no other is better than the one that stays.
type Proposal struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}
