package store

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// A Place is what is particular about where a catalogue lies.
type Place struct {
	// Kind is "network" or "synchronized", "" for an ordinary folder.
	Kind string
	// Name is which one, for people: "OneDrive", "NFS".
	Name string
}

// The kinds of place.
const (
	Network      = "network"
	Synchronized = "synchronized"
)

// PlaceOf looks at where a file lies. A synchronized folder on a network is synchronized.
func PlaceOf(path string) Place {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	folder := filepath.Dir(path)
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	if name := syncedBy(folder); name != "" {
		return Place{Synchronized, name}
	}
	if strings.HasPrefix(folder, `\\`) && runtime.GOOS == "windows" && !strings.HasPrefix(folder, `\\?\`) {
		return Place{Network, "a shared folder"}
	}
	if name := networkOf(folder); name != "" {
		return Place{Network, name}
	}
	return Place{}
}

// A program that synchronizes folders, and how they are known: by how their names begin, or by what lies in
// them, a * standing for anything.
type synchronizer struct {
	name    string
	folders []string
	markers []string
}

var synchronizers = []synchronizer{
	{"OneDrive", []string{"OneDrive"}, []string{".849C9593-D756-4E56-8D6E-42412F2A707B"}},
	{"Dropbox", []string{"Dropbox"}, []string{".dropbox", ".dropbox.cache"}},
	{"Google Drive", []string{"Google Drive", "GoogleDrive", "My Drive"}, []string{".tmp.drivedownload", ".tmp.driveupload"}},
	{"iCloud Drive", []string{"iCloudDrive", "iCloud Drive", "com~apple~CloudDocs"}, nil},
	{"Nextcloud", []string{"Nextcloud"}, []string{".nextcloudsync.log"}},
	{"ownCloud", []string{"ownCloud"}, []string{".owncloudsync.log"}},
	{"Nextcloud or ownCloud", nil, []string{".sync_*.db", "._sync_*.db"}},
	{"Syncthing", nil, []string{".stfolder"}},
	{"Box", []string{"Box Sync"}, nil},
	{"pCloud", []string{"pCloudDrive", "pCloud Sync"}, nil},
	{"Seafile", []string{"Seafile"}, []string{".seafile-data"}},
}

// syncedBy names the program that synchronizes a folder or one above it.
func syncedBy(folder string) string {
	for ; ; folder = filepath.Dir(folder) {
		for _, s := range synchronizers {
			if s.owns(folder) {
				return s.name
			}
		}
		if filepath.Dir(folder) == folder {
			return ""
		}
	}
}

func (s synchronizer) owns(folder string) bool {
	for _, name := range s.folders {
		if begins(filepath.Base(folder), name) {
			return true
		}
	}
	for _, marker := range s.markers {
		if found, _ := filepath.Glob(filepath.Join(literally(folder), marker)); len(found) > 0 {
			return true
		}
	}
	return false
}

// begins is whether a folder's name is that of a synchronizer's, or goes on after it as "OneDrive - Agency".
func begins(folder, name string) bool {
	if len(folder) < len(name) || !strings.EqualFold(folder[:len(name)], name) {
		return false
	}
	rest := folder[len(name):]
	return rest == "" || strings.HasPrefix(rest, " -") || strings.HasPrefix(rest, " (") || strings.HasPrefix(rest, "-")
}

// literally makes a path a pattern that only it matches.
func literally(path string) string {
	if os.PathSeparator == '\\' {
		return path // no other way there, and such names are rare
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}
