package main

import (
	"fmt"

	"cadastre/build/bench/data"
)

// A figure is one metric of one task. A metric that ends in "/" stands for all that begin so: the
// worst of them counts.
type figure struct{ task, metric string }

// A bound is what a row must keep. What is zero bounds nothing.
type bound struct {
	ratio float64 // at the most so many times what it is measured against
	most  float64 // at the most so much
	least float64 // at least so much
}

// A row is one line of the table of speed.
type row struct {
	name, what string
	unit       unit
	bound      bound
	ours       figure
	floor      figure   // what ours is measured against; none where the bound is in figures
	beside     []figure // peers, for comparison
	means      string   // to the user
	idea       string   // why it is outside, and what to try next
}

// judgedAt is the size that the budget is stated for.
const judgedAt = 100_000

// rows is the table of what is promised, at the main size of a run and, where the budget
// says so, at its largest.
func rows(s sizes) []row {
	list := append(importRows(s.main), exportRows(s.main)...)
	list = append(list, openRow(s.main, "open"), sortRow(s.main, "sort", 0.015))
	if s.largest() != s.main {
		list = append(list, openRow(s.largest(), "open-largest"), sortRow(s.largest(), "sort-largest", 0.080))
	}
	return append(append(list, queryRows(s.main)...), windowRows(s)...)
}

func importRows(n int) []row {
	f := figure{"excelize rows", "seconds"}
	size := count(n)
	return []row{
		{name: "import", what: "import " + size + " × 25 into an empty catalogue, from the file to the disk", unit: times, bound: bound{ratio: 0.35},
			ours: figure{at("import", n), "seconds"}, floor: f,
			beside: []figure{{"LibreOffice to csv", "seconds"}, {"openpyxl read", "seconds"}, {"excelize GetRows", "seconds"}, {"xlsxreader", "seconds"}, {"tealeg", "seconds"}},
			means:  "How long you wait when you bring in a whole inventory: less than other programs need to only open it.",
			idea:   "Two thirds are the plan, which reads and compares every cell, the rest the change: half of that is completing and checking the records, a quarter writing them and their history while the next state in memory is made, a quarter the pages of the file and the disk. The ratio depends on the processor: one that runs excelize almost three times as fast as another runs this twice as fast. Next: half of the records are checked beside the other half."},
		{name: "import-memory", what: "the same, memory", unit: memory, bound: bound{most: 500e6}, ours: figure{at("import", n), "peak"},
			floor: figure{"excelize rows", "peak"}, beside: []figure{{"LibreOffice to csv", "peak"}, {"openpyxl read", "peak"}, {"excelize GetRows", "peak"}, {"xlsxreader", "peak"}, {"tealeg", "peak"}},
			means: "Whether an ordinary office computer can do it beside everything else that is open."},
		{name: "import-inline", what: "the same with texts inside the cells", unit: times, bound: bound{ratio: 0.35},
			ours: figure{"import inline", "seconds"}, floor: figure{"excelize rows inline", "seconds"},
			means: "The same for workbooks that other programs have exported.",
			idea:  "As for texts that are shared."},
		{name: "import-again", what: "the same file again, nothing changed", unit: times, bound: bound{ratio: 0.15}, ours: figure{"import again", "seconds"}, floor: f,
			means: "How long it takes to learn that a file brings nothing new.",
			idea:  "As for the first time, of which this is the plan: unpacking, scanning rows, scanning texts and taking the rows in go on beside each other and take half of the processor's time; nearly half of what follows finds the record of each row, on one core. Next: the index of keys is made while the rows are read."},
		{name: "import-edited", what: "the same file with 6% of its rows edited", unit: times, bound: bound{ratio: 0.22}, ours: figure{"import edited", "seconds"}, floor: f,
			means: "The monthly update of an inventory."},
		{name: "plan-first", what: "the first page of an import's plan on the screen", unit: times, bound: bound{ratio: 0.05}, ours: figure{"page", "plan"}, floor: f,
			means: "When you can begin to look at what an import would do.",
			idea:  "Go has the first plan after a hundredth of the time: texts are read as far as its rows ask for them. The rest is the page's: the way to Go and back three times, and React and Fluent making the screen, most of whose styles are there before the files are, since it is prepared beside the page; its first rows are read while it is made. Next: a saved mapping is looked for where the plan is begun, so that one way there and back less comes before it."},
		{name: "bulk", what: "change a field of every tenth record of " + size, unit: times, bound: bound{ratio: 0.1}, ours: figure{"bulk", "seconds"}, floor: f,
			means: "Correcting ten thousand records at once."},
		{name: "undo", what: "take the whole import of " + size + " back", unit: times, bound: bound{ratio: 0.35}, ours: figure{"undo", "seconds"}, floor: f,
			means: "How fast the largest mistake is gone."},
	}
}

func exportRows(n int) []row {
	return []row{
		{name: "export", what: "export " + count(n) + " × 25 with styles, lists and hidden columns", unit: times, bound: bound{ratio: 0.6},
			ours: figure{"export", "seconds"}, floor: figure{"excelize StreamWriter", "seconds"},
			beside: []figure{{"openpyxl write", "seconds"}, {"XlsxWriter", "seconds"}},
			means:  "How long you wait for the workbook that you hand on."},
		{name: "export-memory", what: "the same, memory, with the open catalogue", unit: memory, bound: bound{most: 300e6},
			ours: figure{"export", "peak"}, floor: figure{"excelize StreamWriter", "peak"}, beside: []figure{{"openpyxl write", "peak"}, {"XlsxWriter", "peak"}},
			means: "Whether exporting disturbs anything else.",
			idea:  "The records take about 80 MB; the rest, most of it alive only for a moment, is what reading the catalogue and preparing the rows left, not collected yet. Next: find what of it need not be made."},
	}
}

func openRow(n int, name string) row {
	return row{name: name, what: "open " + count(n) + " systems, first page ready", unit: times, bound: bound{ratio: 3},
		ours: figure{at("open", n), "seconds"}, floor: figure{at("decode", n), "seconds"}, beside: []figure{{at("decode JSON", n), "seconds"}},
		means: "The wait after you choose a catalogue.",
		idea:  "Two thirds are reading and decoding on one core while the other makes the columns, an eighth is reading every page once before to see whether the file is whole, a sixth putting the names in order at last, on both."}
}

func sortRow(n int, name string, most float64) row {
	return row{name: name, what: "sort " + count(n) + " by two fields, page in the middle, worst of all pairs", unit: times, bound: bound{most: most},
		ours: figure{at("sort", n), "worst"}, means: "A click on a column's head answers at once, whatever the columns.",
		idea: "A text's order is kept, and only what comes before it is sorted into; the slowest are pairs of dates and choices, whose values are looked up in the order of the names, all over the memory. Next: keep the order of every field once it was asked for."}
}

func queryRows(n int) []row {
	filter, search, save := at("filter", n), at("search", n), at("save", n)
	return []row{
		{name: "filter", what: "filter by two choices and a range of dates, sorted by name, page of 100, middle of 1,000", unit: times, bound: bound{ratio: 1.0 / 3},
			ours: figure{filter, "p50"}, floor: figure{"SQLite filter", "p50"}, means: "Narrowing a list answers before you notice."},
		{name: "filter-worst", what: "the same, worst of 1,000", unit: times, bound: bound{most: 0.003}, ours: figure{filter, "worst"},
			floor: figure{"SQLite filter", "worst"}, means: "And does so every time.",
			idea: "The slowest filter takes less than half a millisecond by itself. Beyond are those that meet a collection of garbage, which is one in a thousand and has little to look through, and those that meet another program. Next: no memory of its own for a page either."},
		{name: "count", what: "count the choices of eight fields for the current filter, 99 of 100 are faster", unit: times, bound: bound{most: 0.002},
			ours: figure{at("count", n), "p99"}, means: "The numbers beside the choices of a filter are always those of the list."},
		{name: "search", what: "search in names, abbreviations and descriptions, page of 100, worst of all searches", unit: times, bound: bound{most: 0.010},
			ours: figure{search, "worst"}, floor: figure{"SQLite search", "worst"}, means: "The list follows your typing."},
		{name: "search-each", what: "the same, each search against SQLite's trigram page, the worst pair", unit: times, bound: bound{ratio: 1},
			ours: figure{search, "each/"}, floor: figure{"SQLite search", "each/"}, means: "No word for which a database would have been the better choice.",
			idea: "All that is found is counted, and no more put in order than the page shows; SQLite does not count. Half of the time is the texts of the page, the other the sets of rows of the words that a search is part of, one for all where they are many."},
		{name: "save", what: "save one record, durable, with its history, middle of hundreds", unit: times, bound: bound{ratio: 3}, ours: figure{save, "p50"},
			floor: figure{"bare write", "p50"}, beside: []figure{{"SQLite save", "p50"}, {"pebble save", "p50"}, {"badger save", "p50"}},
			means: "“Saved” appears at once and is true.",
			idea:  "It is put at the end of a log in the file, which waits for the disk once, as the floor does; a sixth is our own work: checking it, the next state in memory, and reading the log for what comes last. Next: keep in mind where the log ends."},
		{name: "save-p99", what: "the same, 99 of 100 are faster", unit: times, bound: bound{ratio: 5}, ours: figure{save, "p99"},
			floor: figure{"bare write", "p99"}, beside: []figure{{"SQLite save", "p99"}, {"pebble save", "p99"}, {"badger save", "p99"}},
			means: "And stays so.",
			idea:  "As for the middle; one of some two hundred also brings what the log holds to its place, which no 99th sees, and the rest is the disk's and other programs'. Next: bring it there while nobody saves."},
	}
}

func windowRows(s sizes) []row {
	return []row{
		{name: "memory", what: "memory for each of " + count(s.largest()) + " records, everything included", unit: memory, bound: bound{most: 1500},
			ours: figure{at("open", s.largest()), "bytes-all"}, means: "How large a catalogue your computer can hold."},
		{name: "window", what: "from the start of the process to the first rows in the window", unit: times, bound: bound{ratio: 1.5},
			ours: figure{"window", "seconds"}, floor: figure{"empty window", "seconds"}, means: "The wait after a double click.",
			idea: "With hardly a record to read it still takes twice as long as an empty window: of what the page's thread does until the rows are there half is React and Fluent making frame and list, a sixth reading 1.1 MB of code and running what of it is run once, a seventh laying out. Reading 100,000 systems and putting their names in order takes a third of the processor's time of all, and keeps the second core busy. Reading that lets the window go first brings the page sooner and its rows no sooner, as the page waits for the records then; nor does a frame that is shown while they are still being read: the two cores have no time left. Next: rows in the page's first rendering, which is laid out once then; the order of names kept in the file."},
		{name: "keystroke", what: "a keystroke in the filter to new rows painted, middle of 100", unit: times, bound: bound{most: 0.035}, ours: figure{"page", "keystroke"},
			means: "Typing feels immediate.",
			idea:  "Go is asked before the letter stands in its place, and for no more rows than are in sight; the letter is drawn while it answers, by the browser alone, the page around the rows hears of it when they are painted, and what only follows, as the rows beyond and the letters below, waits for a pause in typing. Of the processor's time in the page until then a quarter is the key itself, an eighth the frame with the letter, and the rest comes once Go has answered: a third of that is React rendering 130 cells, a quarter laying out their texts, the rest painting and layering. The way to Go and back, over HTTP here, ends as a rule while the page is still at the letter: Go takes 1 to 2 ms of it, the browser's processes, on two cores, the rest. Then comes the wait for the next frame, which the letter makes longer where its own was drawn late. Next: rows of plain elements whose texts are changed without React."},
		{name: "keystroke-worst", what: "the same, worst of 100", unit: times, bound: bound{most: 0.080}, ours: figure{"page", "keystroke-worst"},
			means: "And never hangs.",
			idea:  "The texts are read once the first list is painted, 35 MB in a fifth of a second of one core; until the index of words is there a letter takes 4 to 13 ms of the processor to look through them, and the next looks only where the one before was found. Who types before they have been read waits for the rest of them; a collection of garbage, a hundredth of a second, is seldom in the way. Next: the first letter looks no further than the name where that has it."},
		{name: "page-sort", what: "a click on a column's head to sorted rows painted, middle of ten", unit: times, bound: bound{most: 0.1}, ours: figure{"page", "sort"},
			means: "Sorting is seen at once.",
			idea:  "As for a keystroke; Go, which takes a few milliseconds of it, is asked before the address changes, the head shows the order at once, and the page around the rows hears of it when they are painted. Next: as for a keystroke."},
		{name: "page-sort-worst", what: "the same, worst of ten, four of which are the first by their column", unit: times, bound: bound{most: 0.5}, ours: figure{"page", "sort-worst"},
			means: "Also the first time.",
			idea:  "The first sort by a text makes the keys of all its texts. Next: make those of the columns in sight beside the index of words, once the list is shown."},
		{name: "scroll", what: "frames a second while scrolling", unit: rate, bound: bound{least: 55}, ours: figure{"page", "frames"}, floor: figure{"page", "bare rows"}, means: "Scrolling is smooth.",
			idea: "Bare rows are a line of text each, without any program: what this browser gives without a graphics card. The page's thread works 10 to 12 ms of a frame's 16.7, more where another program runs: a quarter of that is React rendering three or four new rows, a sixth laying out their texts, an eighth finding what is under a point, most of it for this bench itself, which looks for blank rows so, the rest painting and layering. Drawing all that takes other threads 8 ms more. Next: fewer rows beyond the sight, if none is missed by the wheel."},
		{name: "scroll-blank", what: "share of frames with a blank row meanwhile", unit: share, bound: bound{most: 0.0001}, ours: figure{"page", "blank"},
			means: "You never look at a row that is not there yet."},
	}
}

// at names a task that is done at several sizes.
func at(task string, n int) string { return fmt.Sprintf("%s %d", task, n) }

func catalogueFile(n, components int) string {
	return fmt.Sprintf("@catalogue-%d-%d.cadastre", n, components)
}

func bookFile(n int, kind data.Kind) string { return fmt.Sprintf("@book-%d-%s.xlsx", n, kind) }

func importedFile(n int) string { return fmt.Sprintf("@imported-%d.cadastre", n) }
