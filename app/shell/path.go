package shell

import (
	"os"
	"path/filepath"
	"strings"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// withExtension gives a name typed without an ending that of the first filter, and takes back one that was
// typed although the dialog kept its own: "mine.xlsx.xlsx". The dialog asked about overwriting the name as
// typed only, so the other one must be new.
func withExtension(path string, filters []api.FileFilter) (string, error) {
	if len(filters) == 0 {
		return path, nil
	}
	first, _, _ := strings.Cut(filters[0].Pattern, ";")
	ending := strings.TrimPrefix(first, "*")
	var full string
	switch {
	case strings.HasSuffix(path, ending+ending):
		full = strings.TrimSuffix(path, ending)
	case filepath.Ext(path) == "":
		full = path + ending
	default:
		return path, nil
	}
	if _, err := os.Lstat(full); err == nil {
		return "", fault.New(fault.Invalid,
			"There is a file %q already. Choose it in the dialog to replace it, or another name.", full)
	}
	return full, nil
}
