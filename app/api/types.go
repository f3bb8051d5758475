package api

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
	// Notes are sentences about what was written and what was not.
	Notes []string `json:"notes"`
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

// ExportRequest asks for a file.
type ExportRequest struct {
	// Tables are exported whole, a sheet each; with Query that one list is exported instead.
	Tables []string `json:"tables"`
	Query  *Query   `json:"query"`
	// Selection is of the query's list, of which only those rows are exported, where it is given.
	Selection *Selection `json:"selection"`
	// Template leaves the rows out.
	Template bool `json:"template"`
	// Format is "xlsx", "csv", or "zip" for a package of the Configuration Migration tool.
	Format string `json:"format"`
	// KitOnly leaves out of a package what Microsoft's starter kit does not have.
	KitOnly bool `json:"kitOnly"`
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
