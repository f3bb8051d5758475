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

// tasks are everything that can be measured, in the order of one round: a peer beside what it is compared with.
func tasks(s sizes) []task {
	book, imported, catalogue := bookFile(s.main, data.Shared), importedFile(s.main), catalogueFile(s.main, s.components)
	inline := bookFile(s.main, data.Inline)
	database := fmt.Sprintf("@sqlite-%d-%d.db", s.main, s.components)
	saves := strconv.Itoa(min(s.main, 500))
	values := fmt.Sprintf("@values-%d.csv", s.main)
	list := []task{
		{"excelize rows", peers, words("excelize-rows", book)},
		{"LibreOffice to csv", libreOffice, words("%profile", "%", book)},
		{"openpyxl read", openpyxl, words("read", book)},
		{"excelize GetRows", peers, words("excelize-getrows", book)},
		{"xlsxreader", peers, words("xlsxreader", book)},
		{"tealeg", peers, words("tealeg", book)},
		{"import again", cadastre, words("import", book, "%a.cadastre", imported)},
		{"import edited", cadastre, words("import", bookFile(s.main, data.Edited), "%a.cadastre", imported)},
		{"bulk", cadastre, words("bulk", imported, "%a.cadastre")},
		{"undo", cadastre, words("undo", imported, "%a.cadastre")},
		{"excelize rows inline", peers, words("excelize-rows", inline)},
		{"import inline", cadastre, words("import", inline, "%a.cadastre")},
		{"excelize StreamWriter", peers, words("streamwriter", imported, "%a.xlsx")},
		{"export", cadastre, words("export", imported, "%a.xlsx")},
		{"openpyxl write", openpyxl, words("openpyxl", values, "%a.xlsx")},
		{"XlsxWriter", xlsxWriter, words("xlsxwriter", values, "%a.xlsx")},
		{"SQLite filter", peers, words("sqlite-filter", database)},
		{"SQLite search", peers, words("sqlite-search", database)},
		{"bare write", cadastre, words("bare-write", "%a", saves)},
		{"SQLite save", peers, words("sqlite-save", database, "%a.db", saves)},
		{"pebble save", peers, words("pebble-save", "%pebble", saves)},
		{"badger save", peers, words("badger-save", "%badger", saves)},
		{"empty window", emptyWindow, words("window", emptyBinary, "document.querySelector('h1')")},
		{"window", window, words("window", windowBinary, listShown, catalogue)},
		{"page", page, words(catalogue, book)},
	}
	for _, n := range s.all {
		list = append(list, sized(n, s.components, saves)...)
	}
	return list
}

// sized are the tasks that are done at every size.
func sized(n, components int, saves string) []task {
	catalogue := catalogueFile(n, components)
	return []task{
		{at("import", n), cadastre, words("import", bookFile(n, data.Shared), "%a.cadastre")},
		{at("decode", n), peers, words("decode", catalogue)},
		{at("open", n), cadastre, words("open", catalogue)},
		{at("decode JSON", n), peers, words("decode-json", catalogue)},
		{at("filter", n), cadastre, words("filter", catalogue)},
		{at("sort", n), cadastre, words("sort", catalogue)},
		{at("search", n), cadastre, words("search", catalogue)},
		{at("save", n), cadastre, words("save", catalogue, "%a.cadastre", saves)},
	}
}

// listShown opens the list of systems as soon as it can be chosen, and holds when it has rows.
const listShown = `window.chosen ? document.querySelector("[role=grid] [role=gridcell]:not(:empty)") :
	[...document.querySelectorAll("nav a")].some((a) => a.innerText.includes("IT Systems") && (a.click(), window.chosen = true)) && false`

func words(w ...string) []string { return w }
