package api

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"cadastre/app/exchange"
	"cadastre/app/exchange/recognise"
)

// Paste takes a block of cells from the clipboard in as text and returns the name by which Start, Offers and
// ReadMapping take it among their paths. It is kept in memory: until there is no plan any more, and before one begins
// with it until another is pasted.
func (i *Import) Paste(text string) (name string, err error) {
	defer rescue(&err)
	if err := exchange.CheckPasted(text); err != nil {
		return "", err
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.pasted, i.fresh)
	name = "Copied rows " + i.a.options.Clock().Local().Format("2006-01-02 15:04")
	for plain, n := name, 2; i.pasted[name] != ""; n++ {
		name = fmt.Sprintf("%s (%d)", plain, n)
	}
	i.pasted[name], i.fresh = text, name
	return name, nil
}

// Forget lets go of what was pasted for an import that is not begun; files among the paths are left alone.
func (i *Import) Forget(paths []string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if slices.Contains(paths, i.fresh) {
		delete(i.pasted, i.fresh)
		i.fresh = ""
	}
}

// begun are the blocks for a plan of certain paths.
func (i *Import) begun(paths []string) exchange.Pasted {
	i.mu.Lock()
	defer i.mu.Unlock()
	if slices.Contains(paths, i.fresh) {
		i.fresh = ""
	}
	return maps.Clone(i.pasted)
}

// forgetPasted lets go of all blocks but the one that an import is about to begin with; i.mu is held.
func (i *Import) forgetPasted() {
	maps.DeleteFunc(i.pasted, func(name, _ string) bool { return name != i.fresh })
}

// heads reads the first rows of the sheets of files and blocks.
func (i *Import) heads(paths []string) ([]recognise.Sheet, error) {
	i.mu.Lock()
	pasted := maps.Clone(i.pasted)
	i.mu.Unlock()
	return exchange.Heads(context.Background(), paths, pasted)
}
