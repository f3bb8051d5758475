package api

// SourceSystem is a system that values come from. It is nothing but a key.
type SourceSystem struct {
	Key string `json:"key"`
	// Records counts those that it has a key for.
	Records int `json:"records"`
	// Seen is when it last brought something, "" for never.
	Seen string `json:"seen"`
}

// QueueFilter narrows the queue; "" stands for all.
type QueueFilter struct {
	// Kind is "proposed", "uncertified" or "stale".
	Kind   string `json:"kind"`
	Source string `json:"source"`
	Table  string `json:"table"`
	// Text is looked for in names, fields and values.
	Text string `json:"text"`
}

// QueueEntry is a value that waits for somebody.
type QueueEntry struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Table string `json:"table"`
	// Record is the id of the record, Name what it is called.
	Record string `json:"record"`
	Name   string `json:"name"`
	Field  string `json:"field"`
	// Now is what the catalogue holds, Proposed what the source says, as people read it.
	Now      string `json:"now"`
	Proposed string `json:"proposed"`
	Source   string `json:"source"`
	// Since is when it began to wait, or was last confirmed.
	Since string `json:"since"`
	Why   string `json:"why"`
	// Stuck says why what is proposed cannot be accepted as it is, "" when it can.
	Stuck string `json:"stuck"`
}

// QueuePage is one screenful of the queue.
type QueuePage struct {
	// Seq is the last change set in what is shown.
	Seq     uint64       `json:"seq"`
	Total   int          `json:"total"`
	Entries []QueueEntry `json:"entries"`
	// Counts are how many of each kind there are without a filter.
	Counts map[string]int `json:"counts"`
	// Sources and Tables are those that anything waits of.
	Sources []string `json:"sources"`
	Tables  []string `json:"tables"`
	// Notes say which policies have no effect, and why.
	Notes []string `json:"notes"`
}

// QueueDecision accepts or declines entries.
type QueueDecision struct {
	Accept bool `json:"accept"`
	// IDs name the entries; none means all of the filter.
	IDs    []string    `json:"ids"`
	Filter QueueFilter `json:"filter"`
	// Seen is the page's Seq: what has changed since is left. 0 leaves nothing.
	Seen uint64 `json:"seen"`
	// Own are the change sets of the decisions that were made on the same page.
	Own []uint64 `json:"own"`
}

// QueueDecided is what came of a decision.
type QueueDecided struct {
	Done    Done `json:"done"`
	Decided int  `json:"decided"`
	// Left says of each entry that goes on waiting why it does.
	Left []string `json:"left"`
}
