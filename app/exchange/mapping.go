package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// A Mapping is how files of one shape are understood: what people save by name, and what --map reads.
type Mapping struct {
	Mode    Mode    `json:"mode,omitempty"`
	Blank   Blank   `json:"blank,omitempty"`
	Unknown Unknown `json:"unknown,omitempty"`
	Partial bool    `json:"partial,omitempty"`
	// Source is the key of the source system that the files come from.
	Source string `json:"source,omitempty"`
	// DayFirst is "dmy" or "mdy".
	DayFirst string        `json:"dayFirst,omitempty"`
	Sheets   []MappedSheet `json:"sheets,omitempty"`
	Values   []Answer      `json:"values,omitempty"`
}

// A MappedSheet is how sheets of one shape are understood.
type MappedSheet struct {
	// File and Sheet are names, "" for any.
	File  string `json:"file,omitempty"`
	Sheet string `json:"sheet,omitempty"`
	// Headers are those of the sheet, in any order: it is known by them, whatever it is called, and its header row is
	// found by them. Nil means any.
	Headers []string `json:"headers,omitempty"`
	// Part is the table that the rest is about in a sheet that is divided among several, "-" for what is left out.
	Part      string          `json:"part,omitempty"`
	Divide    *MappedDivision `json:"divide,omitempty"`
	Skip      bool            `json:"skip,omitempty"`
	Table     string          `json:"table,omitempty"`
	HeaderRow int             `json:"headerRow,omitempty"`
	Key       []string        `json:"key,omitempty"`
	// Columns maps headers to fields, "" to leave a column out. The second column of a header is "HEADER (2)",
	// one without a header "column F".
	Columns map[string]string `json:"columns,omitempty"`
}

// A MappedDivision gives the rows of a sheet to several tables.
type MappedDivision struct {
	// Column is the header of the column by whose values they are given.
	Column string `json:"column"`
	// Tables are keys of tables by value, "" to leave the rows out. Other values go to the sheet's own table.
	Tables map[string]string `json:"tables"`
}

func (d *MappedDivision) division() *Division {
	if d == nil {
		return nil
	}
	return &Division{Header: d.Column, Tables: d.Tables}
}

// ReadMapping reads what a mapping's file says. A misspelt word is a fault: it would be passed over in silence.
func ReadMapping(raw []byte) (m Mapping, err error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\uFEFF"))))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return m, fault.Wrap(err, fault.Usage, "This is no mapping: it is no JSON of the expected form (%v).", err)
	}
	return m, nil
}

// Text is the mapping as its file holds it.
func (m *Mapping) Text() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return b.Bytes(), err
}

// Write writes the mapping's file, whole or not at all.
func (m *Mapping) Write(path string) error {
	text, err := m.Text()
	if err != nil {
		return err
	}
	return workbook.Replace(path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// Options are the options of an import that goes by a mapping.
func (m *Mapping) Options() Options {
	return Options{Source: m.Source, Mode: m.Mode, Blank: m.Blank, Unknown: m.Unknown, Partial: m.Partial, Dates: m.DayFirst, Mapped: m.Sheets, Answers: m.Values}
}

// MappingOf is how a plan understood its files, for files of the same shape.
func MappingOf(p *Plan) Mapping {
	o := p.options
	m := Mapping{Source: o.Source, Mode: o.Mode, Blank: o.Blank, Unknown: o.Unknown, Partial: o.Partial, DayFirst: o.Dates, Values: o.Answers}
	for i := range p.Sheets {
		s := &p.Sheets[i]
		if s.whole != nil && (i == 0 || p.Sheets[i-1].whole != s.whole) {
			m.Sheets = append(m.Sheets, p.dividedSheet(i))
		}
		if (len(s.Columns) > 0 || s.asked.Skip) && s.Part != leftOutPart && !s.Derived {
			m.Sheets = append(m.Sheets, s.mapped())
		}
	}
	return m
}

// dividedSheet is what is said of a sheet as a whole whose first part is at i.
func (p *Plan) dividedSheet(i int) MappedSheet {
	s := &p.Sheets[i]
	m := MappedSheet{Table: s.whole.Table, Divide: &MappedDivision{Column: s.by, Tables: s.whole.Divide.Tables}}
	for j := i; j < len(p.Sheets) && m.Headers == nil; j++ {
		m.Headers = p.Sheets[j].mapped().Headers
	}
	return m
}

func (s *SheetPlan) mapped() MappedSheet {
	m := MappedSheet{Part: s.Part, Skip: s.asked.Skip, Key: s.asked.Key, Columns: map[string]string{}}
	if m.Skip {
		m.Sheet = s.Sheet
		return m
	}
	if s.Table != nil {
		m.Table = s.Table.Key
	}
	if strings.TrimSuffix(s.File, filepath.Ext(s.File)) != s.Sheet { // the sheet of a csv is called like its file
		m.Sheet = s.Sheet
	}
	names := columnNames(s.Columns)
	for i, c := range s.Columns {
		if c.Column.Header != "" {
			m.Headers = append(m.Headers, strings.TrimSpace(c.Column.Header))
		}
		switch {
		case c.How == recognise.ByID:
			m.Columns[names[i]] = "id"
		case c.How == recognise.BySource:
			m.Columns[names[i]] = sourceKey
		case c.Link != nil:
			m.Columns[names[i]] = c.Link.Key()
		case c.Field != nil:
			m.Columns[names[i]] = c.Field.Key
		case c.How == recognise.LeftOut:
			m.Columns[names[i]] = ""
		}
	}
	return m
}

// columnNames tells columns apart by their headers: a second one of the same header has its number behind it,
// one without a header is called by its letter.
func columnNames(columns []recognise.Match) []string {
	names, seen := make([]string, len(columns)), map[string]int{}
	for i, c := range columns {
		header := strings.TrimSpace(c.Column.Header)
		if header == "" {
			names[i] = "column " + Letter(c.Column.Index)
			continue
		}
		names[i] = header
		if seen[fold(header)]++; seen[fold(header)] > 1 {
			names[i] = fmt.Sprintf("%s (%d)", header, seen[fold(header)])
		}
	}
	return names
}
