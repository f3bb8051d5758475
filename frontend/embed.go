// Package frontend holds the built page, embedded. It imports only the standard
// library; the page itself is TypeScript under src.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Assets returns the built page with index.html at its root. Before the page has
// been built it holds a placeholder only.
func Assets() fs.FS {
	assets, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // only a misspelt folder name can do this, and the first run shows it
	}
	return assets
}
