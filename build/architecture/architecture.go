// Package architecture states which part of the project may import which, and finds
// the imports that break it: for Go and for the page. It imports nothing of ours.
package architecture

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// An importing is one import in one file.
type importing struct {
	file string // from the project's root
	what string // a Go import path, or the file that a page's import leads to
}

func (i importing) folder() string { return path.Dir(i.file) }

func (i importing) inTest() bool { return strings.HasSuffix(i.file, "_test.go") }

// Check returns a sentence for every import in the project that breaks a rule.
func Check(project fs.FS) ([]string, error) {
	goImports, goErr := readGo(project)
	pageImports, pageErr := readPage(project)
	if err := errors.Join(goErr, pageErr); err != nil {
		return nil, err
	}
	var broken []string
	add := func(i importing, why string) {
		if why != "" {
			broken = append(broken, fmt.Sprintf("%s imports %s: %s", i.file, i.what, why))
		}
	}
	for _, i := range goImports {
		add(i, breaksLayers(i))
		add(i, breaksHome(i))
	}
	for _, i := range pageImports {
		add(i, breaksPage(i))
	}
	return broken, nil
}

// within reports whether a folder is the other or lies in it.
func within(folder, other string) bool {
	return other == "" || folder == other || strings.HasPrefix(folder, other+"/")
}
