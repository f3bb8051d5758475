package main

import (
	"fmt"
	"slices"
	"strconv"

	"cadastre/build/bench/data"
)

// A task is one process that does one job and tells what it measured. Words that begin with "@" are files
// of the data, which are made before; those that begin with "%" are files of its own, gone afterwards.
type task struct {
	name    string
	program string
	words   []string
}

// sizes are the numbers of systems of a run.
type sizes struct {
	all        []int
	main       int // of the table of speed
	components int // of every system
}

func newSizes(all []int, components int) sizes {
	s := sizes{slices.Sorted(slices.Values(all)), 0, components}
	s.main = s.largest()
	if slices.Contains(all, judgedAt) {
		s.main = judgedAt
	}
	return s
}

func (s sizes) largest() int { return s.all[len(s.all)-1] }

// tasks are everything that can be measured, in the order of one round: each beside what it is compared with.
func tasks(s sizes) []task {
	list := slices.Concat(importTasks(s), exportTasks(s), s.each(s.main, "decode", "open", "decode JSON"), queryTasks(s), saveTasks(s), windowTasks(s))
	for _, n := range s.all {
		if n != s.main {
			list = append(list, s.each(n, "import", "decode", "open", "decode JSON", "filter", "sort", "search", "save")...)
		}
	}
	return list
}

// each are the tasks that are done at every size.
func (s sizes) each(n int, kinds ...string) []task {
	catalogue := catalogueFile(n, s.components)
	bolt := fmt.Sprintf("@bolt-%d-%d.db", n, s.components)
	at := func(kind, program string, w ...string) task { return task{at(kind, n), program, w} }
	all := map[string]task{
		"import":      at("import", cadastre, "import", bookFile(n, data.Shared), "%a.cadastre"),
		"decode":      at("decode", peers, "decode", bolt),
		"open":        at("open", cadastre, "open", catalogue),
		"decode JSON": at("decode JSON", peers, "decode-json", bolt),
		"filter":      at("filter", cadastre, "filter", catalogue),
		"sort":        at("sort", cadastre, "sort", catalogue),
		"search":      at("search", cadastre, "search", catalogue),
		"count":       at("count", cadastre, "count", catalogue),
		"save":        at("save", cadastre, "save", catalogue, "%a.cadastre", s.saves()),
	}
	list := make([]task, len(kinds))
	for i, kind := range kinds {
		list[i] = all[kind]
	}
	return list
}

// saves is how many saves one task measures.
func (s sizes) saves() string { return strconv.Itoa(min(s.main, 500)) }

func importTasks(s sizes) []task {
	book, inline, imported := bookFile(s.main, data.Shared), bookFile(s.main, data.Inline), importedFile(s.main)
	return slices.Concat(
		[]task{{"excelize rows", peers, words("excelize-rows", book)}},
		s.each(s.main, "import"),
		[]task{
			{"import again", cadastre, words("import", book, "%a.cadastre", imported)},
			{"import edited", cadastre, words("import", bookFile(s.main, data.Edited), "%a.cadastre", imported)},
			{"bulk", cadastre, words("bulk", imported, "%a.cadastre")},
			{"undo", cadastre, words("undo", imported, "%a.cadastre")},
			{"LibreOffice to csv", libreOffice, words("%profile", "%", book)},
			{"openpyxl read", openpyxl, words("read", book)},
			{"excelize GetRows", peers, words("excelize-getrows", book)},
			{"xlsxreader", peers, words("xlsxreader", book)},
			{"tealeg", peers, words("tealeg", book)},
			{"excelize rows inline", peers, words("excelize-rows", inline)},
			{"import inline", cadastre, words("import", inline, "%a.cadastre")},
		})
}

func exportTasks(s sizes) []task {
	imported, values := importedFile(s.main), fmt.Sprintf("@values-%d.csv", s.main)
	return []task{
		{"excelize StreamWriter", peers, words("streamwriter", imported, "%a.xlsx")},
		{"export", cadastre, words("export", imported, "%a.xlsx")},
		{"openpyxl write", openpyxl, words("openpyxl", values, "%a.xlsx")},
		{"XlsxWriter", xlsxWriter, words("xlsxwriter", values, "%a.xlsx")},
	}
}

func (s sizes) database() string { return fmt.Sprintf("@sqlite-%d-%d.db", s.main, s.components) }

func queryTasks(s sizes) []task {
	return slices.Concat(
		[]task{{"SQLite filter", peers, words("sqlite-filter", s.database())}},
		s.each(s.main, "filter", "sort", "search", "count"),
		[]task{{"SQLite search", peers, words("sqlite-search", s.database())}})
}

func saveTasks(s sizes) []task {
	return slices.Concat(
		[]task{{"bare write", cadastre, words("bare-write", "%a", s.saves())}},
		s.each(s.main, "save"),
		[]task{
			{"SQLite save", peers, words("sqlite-save", s.database(), "%a.db", s.saves())},
			{"pebble save", peers, words("pebble-save", "%pebble", s.saves())},
			{"badger save", peers, words("badger-save", "%badger", s.saves())},
		})
}

func windowTasks(s sizes) []task {
	catalogue := catalogueFile(s.main, s.components)
	return []task{
		{"empty window", emptyWindow, words("window", emptyBinary, "document.querySelector('h1')")},
		{"window", window, words("window", windowBinary, listShown, catalogue)},
		{"page", page, words(catalogue, bookFile(s.main, data.Shared), strconv.Itoa(min(2+s.main/1000, 30)))},
	}
}

// listShown opens the list of systems as soon as it can be chosen, and holds when its rows are seen.
const listShown = `window.chosen ? document.querySelector("[role=grid]:not(.grid-hidden) [role=gridcell]:not(:empty)") :
	[...document.querySelectorAll("nav a")].some((a) => a.textContent.includes("IT Systems") && (a.click(), window.chosen = true)) && false`

func words(w ...string) []string { return w }
