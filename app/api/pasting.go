package api

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cadastre/app/exchange"
	"cadastre/app/exchange/recognise"
	"cadastre/store/fault"
)

// pastedName is what the names of all blocks begin with.
const pastedName = "Copied rows "

// Paste takes a block of cells from the clipboard in as text and returns the name by which Start, Offers and
// ReadMapping take it among their paths. It is kept in memory: until there is no plan any more, and before one begins
// with it until another is pasted or Forget is told of it.
func (i *Import) Paste(text string) (name string, err error) {
	defer rescue(&err)
	if err := exchange.CheckPasted(text); err != nil {
		return "", err
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.pasted, i.fresh)
	name = pastedName + i.a.options.Clock().Local().Format("2006-01-02 15:04")
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

// begun are the blocks for a plan of certain paths; i.mu is held. It returns NotFound for one that is gone.
func (i *Import) begun(paths []string) (exchange.Pasted, error) {
	for _, path := range paths {
		if strings.HasPrefix(path, pastedName) && i.pasted[path] == "" {
			return nil, fault.New(fault.NotFound, "“%s” is no longer there. Paste the rows again.", path)
		}
	}
	if slices.Contains(paths, i.fresh) {
		i.fresh = ""
	}
	return maps.Clone(i.pasted), nil
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
