package shell

import (
	"os"
	"path/filepath"
	"sync"
)

// lastFolder is where the dialogs begin: in the folder of the file chosen last, at first in the
// user's own. Safe for use by several goroutines.
type lastFolder struct {
	mu   sync.Mutex
	path string
}

// of takes the folder of a file that was chosen.
func (f *lastFolder) of(file string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.path = filepath.Dir(file)
}

// get names a folder that is there, or "" where the system is to decide.
func (f *lastFolder) get() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	home, _ := os.UserHomeDir()
	for _, path := range []string{f.path, home} {
		if info, err := os.Stat(path); path != "" && err == nil && info.IsDir() {
			return path
		}
	}
	return ""
}
