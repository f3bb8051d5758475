package workbook

import (
	"context"
	"path"
	"strings"
)

// A relationship leads from one part to another.
type relationship struct {
	kind     string // the last word of its type, such as "worksheet"
	target   string // the part's key in the archive
	external bool
}

// relationships reads where the parts are that a part refers to, by id. A part
// without such a list refers to none.
func (a *archive) relationships(ctx context.Context, of string) (map[string]relationship, error) {
	folder, file := path.Split(of)
	list := folder + "_rels/" + file + ".rels"
	found := map[string]relationship{}
	if a.find(list) == nil {
		return found, nil
	}
	err := a.scanList(ctx, list, func(s *scanner) error {
		return s.walk(func(name []byte) error {
			if string(name) != "Relationship" {
				return nil
			}
			id, target, err := s.pair("Id", "Target")
			if err != nil {
				return err
			}
			found[id] = relationship{
				kind:     path.Base(string(s.attr("Type"))),
				target:   resolve(folder, target),
				external: strings.EqualFold(string(s.attr("TargetMode")), "External"),
			}
			return nil
		})
	})
	return found, err
}

// walk calls visit at every start tag to the regular end of the document.
func (s *scanner) walk(visit func(local []byte) error) error {
	for {
		tok, err := s.next()
		if err != nil || tok == ended {
			return err
		}
		if tok == opened {
			if err := visit(s.local); err != nil {
				return err
			}
		}
	}
}

// pair returns two attributes as texts.
func (s *scanner) pair(first, second string) (string, string, error) {
	a, err := attrText(s.attr(first))
	if err != nil {
		return "", "", err
	}
	b, err := attrText(s.attr(second))
	return a, b, err
}

// mainPart finds the part that describes the workbook: where the package says, or else by its usual name.
func (a *archive) mainPart(ctx context.Context) (string, error) {
	roots, err := a.relationships(ctx, "")
	if err != nil {
		return "", err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" && a.find(r.target) != nil {
			return r.target, nil
		}
	}
	if a.has("xl/workbook.xml") {
		return "xl/workbook.xml", nil
	}
	return "", broken("the part that lists its sheets is missing")
}

// A tab is a sheet as the workbook lists it.
type tab struct {
	name   string
	hidden bool
	rel    string // id of the relationship to its part
}

// A contents is what the main part says.
type contents struct {
	date1904 bool
	tabs     []tab
}

// readContents reads the main part.
func (a *archive) readContents(ctx context.Context, part string) (c contents, err error) {
	err = a.scanList(ctx, part, func(s *scanner) error {
		return s.walk(func(name []byte) error {
			switch parent := string(s.parent()); {
			case string(name) == "workbookPr" && parent == "workbook":
				c.date1904 = isTrue(s.attr("date1904"))
			case string(name) == "sheet" && parent == "sheets":
				return c.add(s)
			}
			return nil
		})
	})
	return c, err
}

// add takes in one sheet.
func (c *contents) add(s *scanner) error {
	name, err := attrText(s.attr("name"))
	if err != nil {
		return err
	}
	state := string(s.attr("state"))
	t := tab{name: name, hidden: state == "hidden" || state == "veryHidden"}
	for _, a := range s.attrs {
		if local := localName(a.name); string(local) == "id" && len(local) < len(a.name) {
			t.rel = string(a.value)
		}
	}
	c.tabs = append(c.tabs, t)
	return nil
}

// parent is the local name of the element around the one that was opened last.
func (s *scanner) parent() []byte {
	last := len(s.marks) - 1
	if last < 1 {
		return nil
	}
	return localName(s.names[s.marks[last-1]:s.marks[last]])
}

// isTrue reads a flag of the format.
func isTrue(value []byte) bool {
	switch string(value) {
	case "1", "true", "on":
		return true
	}
	return false
}
