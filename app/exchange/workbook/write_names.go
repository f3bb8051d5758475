package workbook

import (
	"fmt"
	"strings"
)

// maxSheetName is the length of a tab's name in characters as Excel counts them.
const maxSheetName = 31

// listsSheet is the name of the sheet that serves the drop-downs.
const listsSheet = "_cadastre_lists"

// InstructionsSheet is the name of the sheet of a template that says what goes where.
const InstructionsSheet = "How to fill this in"

// MachineSheet is true for the sheets in our own workbooks that serve the program and
// hold no records.
func MachineSheet(name string) bool { return name == listsSheet || name == suggestionsSheet }

// sheetNames returns a name for each sheet that Excel accepts and that no other sheet has,
// and last the name of the sheet of the lists.
func sheetNames(sheets []OutSheet) []string {
	taken := map[string]bool{"history": true, listsSheet: true}
	var names []string
	for _, sheet := range sheets {
		names = append(names, freeName(allowedName(sheet.Name), taken))
	}
	return append(names, listsSheet)
}

// allowedName replaces what Excel forbids in the name of a tab.
func allowedName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\|`, r):
			return '-'
		case strings.ContainsRune(`[]:*?`, r), r < ' ', r == 0x7F, r == '\uFFFE', r == '\uFFFF':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, " "))
	name = strings.Join(strings.Fields(name), " ")
	name = strings.Trim(cut(name, maxSheetName), "' ")
	if name == "" {
		return "Sheet"
	}
	return name
}

// freeName numbers a name that is taken; Excel does not tell upper case from lower.
func freeName(name string, taken map[string]bool) string {
	free := name
	for n := 2; taken[foldName(free)]; n++ {
		suffix := fmt.Sprintf(" (%d)", n)
		free = strings.TrimRight(cut(name, maxSheetName-len(suffix)), " ") + suffix
	}
	taken[foldName(free)] = true
	return free
}

// foldName makes names equal that differ only in case.
func foldName(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// quoteSheet is a sheet's name as it stands in a reference.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
