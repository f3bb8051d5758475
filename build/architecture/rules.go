package architecture

import (
	"slices"
	"strings"
)

// A layer is a folder and what in the project it may import beside itself.
// Folders are listed so that the first that fits decides.
type layer struct {
	folder string
	may    []string
}

var useCases = []string{"app/exchange", "app/source", "app/flow", "app/insight"}

// Arrows run down only: main, app, store, schema.
var layers = []layer{
	{"store/schema", nil},
	{"store/fault", nil},
	{"store", []string{"store"}},
	{"sampledata", []string{"store"}},
	{"frontend", nil},
	{"build/bench", []string{"store", "app/exchange", "build/window/driver"}},
	{"build/torture", []string{"app/exchange", "store"}},
	{"build", nil},
	{"app/exchange", []string{"store"}},
	{"app/source", []string{"store"}},
	{"app/flow", []string{"store"}},
	{"app/insight", []string{"store"}},
	{"app/api", slices.Concat(useCases, []string{"store", "sampledata"})},
	{"app/command", slices.Concat(useCases, []string{"app/api", "store"})},
	{"app/shell", []string{"app/api", "store/fault", "frontend"}},
	{".", []string{"app/shell", "app/command"}},
}

const module = "cadastre/"

// breaksLayers says why a folder may not import another of ours, or "".
func breaksLayers(i importing) string {
	target, ours := strings.CutPrefix(i.what, module)
	if !ours {
		return ""
	}
	for _, l := range layers {
		if !within(i.folder(), l.folder) {
			continue
		}
		if within(target, l.folder) || slices.ContainsFunc(l.may, func(may string) bool { return within(target, may) }) {
			return ""
		}
		if len(l.may) == 0 {
			return l.folder + " imports nothing of ours"
		}
		return l.folder + " may import of ours only " + strings.Join(l.may, ", ")
	}
	return i.folder() + " has no place in the architecture: give it one in build/architecture"
}

// A home is the only folder that imports a heavy dependency; tests elsewhere may, and so may
// the peers of the bench, which are a module of their own.
var homes = map[string]string{
	"github.com/wailsapp/wails":  "app/shell",
	"go.etcd.io/bbolt":           "store",
	"github.com/xuri/excelize":   "app/exchange/workbook",
	"github.com/tc-hib/winres":   "build",
	"golang.org/x/net/websocket": "build/window/driver",
}

const peers = "build/bench/peers"

// breaksHome says who alone may import a heavy dependency, or "".
func breaksHome(i importing) string {
	if within(i.folder(), peers) {
		return ""
	}
	for dependency, home := range homes {
		if within(i.what, dependency) && i.folder() != home && !i.inTest() {
			return "only " + home + " does"
		}
	}
	return ""
}

const (
	features = "frontend/src/features"
	bindings = "frontend/wailsjs"
	pageAPI  = "frontend/src/api"
)

// breaksPage says why a file of the page may not import another, or "".
func breaksPage(i importing) string {
	switch {
	case within(i.what, bindings) && !within(i.file, pageAPI) && !within(i.file, bindings):
		return "only " + pageAPI + " talks to Go"
	case within(i.file, features) && within(i.what, features) && feature(i.file) != feature(i.what):
		return "features never import each other"
	}
	return ""
}

// feature returns the name of the feature that a path lies in.
func feature(path string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(path, features+"/"), "/")
	return name
}
