package api

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
