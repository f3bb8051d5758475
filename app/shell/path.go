package shell

import (
	"os"
	"path/filepath"
	"strings"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// withExtension adds the first filter's extension to a name typed without one. The
// dialog asked about overwriting the name as typed only, so the longer one must be new.
func withExtension(path string, filters []api.FileFilter) (string, error) {
	if filepath.Ext(path) != "" || len(filters) == 0 {
		return path, nil
	}
	first, _, _ := strings.Cut(filters[0].Pattern, ";")
	full := path + strings.TrimPrefix(first, "*")
	if _, err := os.Lstat(full); err == nil {
		return "", fault.New(fault.Invalid,
			"There is a file %q already. Choose it in the dialog to replace it, or another name.", full)
	}
	return full, nil
}
