package api

// FileFilter limits a native file dialog to some sorts of file.
type FileFilter struct {
	Name string `json:"name"`
	// Pattern lists the endings: "*.xlsx;*.csv".
	Pattern string `json:"pattern"`
}

// Host is what the window offers to the services.
type Host interface {
	OpenFiles(title string, filters []FileFilter, multiple bool) ([]string, error)
	SaveFile(title, suggestedName string, filters []FileFilter) (string, error)
	Emit(event string, payload any)
	OpenLink(url string) error
	SetTitle(title string)
	Quit()
}

// API holds the services.
type API struct{ host Host }

// New makes the services for a window.
func New(host Host) *API { return &API{host} }

// Services returns the bound structs, one for each area.
func (a *API) Services() []any { return nil }
