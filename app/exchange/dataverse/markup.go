package dataverse

import (
	"bufio"
	"encoding/xml"
	"strings"
)

// markup writes elements, each on a line of its own. Errors appear when it is flushed.
type markup struct{ *bufio.Writer }

// open writes the start of an element, with names and values of attributes in turn; those
// that are empty are left out.
func (m *markup) open(indent int, name string, attributes ...string) {
	m.start(indent, name, attributes)
	_, _ = m.WriteString(">\n")
}

// leaf writes an element that holds nothing.
func (m *markup) leaf(indent int, name string, attributes ...string) {
	m.start(indent, name, attributes)
	_, _ = m.WriteString(" />\n")
}

// close writes the end of an element.
func (m *markup) close(indent int, name string) {
	_, _ = m.WriteString(strings.Repeat("  ", indent) + "</" + name + ">\n")
}

func (m *markup) start(indent int, name string, attributes []string) {
	_, _ = m.WriteString(strings.Repeat("  ", indent) + "<" + name)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		_, _ = m.WriteString(" " + attributes[i] + `="`)
		_ = xml.EscapeText(m, []byte(attributes[i+1]))
		_ = m.WriteByte('"')
	}
}
