package api

// DuplicatesFound is what was found in a table: groups of records that are likely one.
type DuplicatesFound struct {
	// Total counts the groups, of which Groups are the likeliest.
	Total  int              `json:"total"`
	Groups []DuplicateGroup `json:"groups"`
}

// DuplicateGroup is records that are likely one, with the pairs by which that is seen, the likeliest first.
type DuplicateGroup struct {
	Records []DuplicateRecord `json:"records"`
	Pairs   []DuplicatePair   `json:"pairs"`
	// More counts pairs that are not listed.
	More int `json:"more"`
}

// DuplicatePair is two records of a group, by their places in it, with the reasons.
type DuplicatePair struct {
	A       int               `json:"a"`
	B       int               `json:"b"`
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
