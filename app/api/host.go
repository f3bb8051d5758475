package api

// FileFilter limits a native file dialog to some sorts of file.
type FileFilter struct {
	Name string `json:"name"`
	// Pattern lists the endings: "*.xlsx;*.csv".
	Pattern string `json:"pattern"`
}

// Host is what the window offers to the services.
type Host interface {
	// OpenFiles shows the native open dialog; no path means that it was cancelled.
	OpenFiles(title string, filters []FileFilter, multiple bool) ([]string, error)
	// OpenFolder shows the native dialog for a folder; "" means that it was cancelled.
	OpenFolder(title string) (string, error)
	// SaveFile shows the native save dialog; "" means that it was cancelled.
	SaveFile(title, suggestedName string, filters []FileFilter) (string, error)
	// Emit sends an event to the page.
	Emit(event string, payload any)
	// OpenLink opens a link in the user's browser or mail program.
	OpenLink(url string) error
	SetTitle(title string)
	// Quit asks to close the window, as its close button does.
	Quit()
}
