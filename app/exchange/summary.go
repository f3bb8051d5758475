package exchange

import (
	"fmt"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/schema"
)

func rejected(sentence string) error { return fault.New(fault.Rejected, "%s", sentence) }

// summary names the files and what the import does: "Import of a.xlsx: 15 IT Systems created".
func (p *Plan) summary() string {
	var files []string
	for _, s := range p.Sheets {
		if n := len(files); n == 0 || files[n-1] != s.File {
			files = append(files, s.File)
		}
	}
	if len(files) > 3 {
		files = append(files[:2], fmt.Sprintf("%d more", len(files)-2))
	}
	var done []string
	for _, part := range []struct {
		n    int
		verb string
	}{{p.Counts.Created, "created"}, {p.Counts.Updated, "updated"}, {p.Deleted(), "deleted"}} {
		if part.n > 0 {
			done = append(done, fmt.Sprintf("%s %s", p.things(part.n), part.verb))
		}
	}
	from := strings.Join(files, ", ")
	if p.gate != nil {
		from += " from " + p.gate.Key()
	}
	return strings.TrimSuffix("Import of "+from+": "+strings.Join(done, ", "), ": ")
}

// things names the records of an import: by their table where it is one, else as records.
func (p *Plan) things(n int) string {
	var table *schema.Table
	for _, s := range p.Sheets {
		if s.Table != nil && table != nil && s.Table != table {
			return plural(n, "record", "records")
		}
		if s.Table != nil {
			table = s.Table
		}
	}
	if table == nil {
		return plural(n, "record", "records")
	}
	return plural(n, table.Label, table.Plural)
}

// plural writes a number before a word.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", thousands(n), many)
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
