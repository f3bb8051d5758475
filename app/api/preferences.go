package api

import (
	"encoding/json"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"cadastre/store"
	"cadastre/store/fault"
)

// Preferences keeps one person's settings in a file of their own.
type Preferences struct {
	mu   sync.Mutex
	path string
}

// stored is what the file holds.
type stored struct {
	Settings
	Recent []struct {
		Path   string `json:"path"`
		Opened string `json:"opened"`
	} `json:"recent"`
}

func newPreferences(path string) *Preferences { return &Preferences{path: path} }

func settingsFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		dir = os.TempDir() // without a home there is nothing to remember between two sessions
	}
	return filepath.Join(dir, "cadastre", "settings.json")
}

// Get returns the settings, with the usual ones where none were made.
func (p *Preferences) Get() (out Settings, err error) {
	defer rescue(&err)
	s := p.load().Settings
	s.Who = p.who()
	return s, nil
}

// Set keeps the settings.
func (p *Preferences) Set(s Settings) (out Settings, err error) {
	defer rescue(&err)
	err = p.change(func(old *stored) { old.Settings = s })
	return s, err
}

// dark reports whether the page begins in the dark: as the person chose, else as it was shown last.
func (p *Preferences) dark() bool {
	s := p.load()
	if s.Theme == "dark" || s.Theme == "light" {
		return s.Theme == "dark"
	}
	return s.Layouts["scheme"] == `"dark"`
}

// load reads the file; one that is missing or broken gives the usual settings.
func (p *Preferences) load() stored {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.read()
}

func (p *Preferences) read() stored {
	s := stored{Settings: Settings{Theme: "system", Density: "comfortable", Layouts: map[string]string{},
		Backups: BackupSettings{Every: "day", Keep: store.KeepUsual}}}
	raw, err := os.ReadFile(p.path)
	if err != nil || json.Unmarshal(raw, &s) != nil {
		return s
	}
	if s.Layouts == nil {
		s.Layouts = map[string]string{}
	}
	return s
}

func (p *Preferences) change(f func(*stored)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.read()
	f(&s)
	raw, err := json.MarshalIndent(s, "", "  ")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(p.path), 0o700)
	}
	if err == nil {
		err = replace(p.path, raw)
	}
	if err != nil {
		return fault.Wrap(err, fault.ReadOnly, "The settings could not be kept in %s: %v.", p.path, err)
	}
	return nil
}

// replace writes a file whole or not at all.
func replace(path string, raw []byte) error {
	tmp := path + ".new"
	if err := os.WriteFile(tmp, raw, 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}

// who is the name that the journal notes: the one set, else the system's.
func (p *Preferences) who() string {
	if name := p.load().Who; name != "" {
		return name
	}
	return SystemUser()
}

// SystemUser is the name of the person whom the operating system knows.
func SystemUser() string {
	u, err := user.Current()
	switch {
	case err != nil:
		return "unknown"
	case u.Name != "":
		return u.Name
	}
	return u.Username
}

// recentMost is how many catalogues are remembered.
const recentMost = 10

func (p *Preferences) opened(path string, at time.Time) error {
	return p.change(func(s *stored) {
		s.forget(path)
		s.Recent = slices.Insert(s.Recent, 0, struct {
			Path   string `json:"path"`
			Opened string `json:"opened"`
		}{path, at.UTC().Format(time.RFC3339)})
		s.Recent = s.Recent[:min(len(s.Recent), recentMost)]
	})
}

func (p *Preferences) forget(path string) error {
	return p.change(func(s *stored) { s.forget(path) })
}

func (s *stored) forget(path string) {
	for i := range s.Recent {
		if s.Recent[i].Path == path {
			s.Recent = slices.Delete(s.Recent, i, i+1)
			return
		}
	}
}
