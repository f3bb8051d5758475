package exchange

import (
	"maps"
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// The keys under which our exports keep ids and versions.
const (
	idKey      = "_id"
	versionKey = "_version"
)

// mapColumns finds the field of each column: as the user said, as the file says, as recognised.
func (s *sheetWork) mapColumns(opts SheetOptions, columns []recognise.Column) error {
	if s.own {
		s.realign(columns)
	}
	matches := recognise.MatchColumns(s.model, s.table, columns)
	names := columnNames(matches)
	for i := range matches {
		m := &matches[i]
		s.useFile(m)
		if err := s.useGiven(m, names[i], opts); err != nil {
			return err
		}
	}
	for i := range matches {
		s.leaveReasons(&matches[i])
	}
	s.findLinks(matches)
	oneEach(matches)
	for i := range matches {
		s.takeColumn(&matches[i])
	}
	s.plan.Columns = matches
	s.checkHeaders(opts)
	return nil
}

// leaveReasons knows the column that a file given back has of us.
func (s *sheetWork) leaveReasons(m *recognise.Match) {
	if !workbook.IsReason(m.Column.Header) {
		return
	}
	m.Field, m.How = nil, recognise.LeftOut
	if m.Column.Header == workbook.NotTaken {
		s.reasons = m.Column.Index
	}
}

// useFile takes what the file itself says of a column.
func (s *sheetWork) useFile(m *recognise.Match) {
	switch {
	case s.listed != nil:
		s.useName(m)
	case s.fields != nil:
		s.useTag(m)
	case s.pack:
		s.usePacked(m)
	case s.ofLinked(m.Column.Header):
		m.Field, m.How = nil, recognise.LeftOut
	}
}

// usePacked takes a column of a package for what it is called, whatever it holds.
func (s *sheetWork) usePacked(m *recognise.Match) {
	if strings.EqualFold(m.Column.Header, s.table.IDField) {
		m.Field, m.How = nil, recognise.ByID
	} else if f := s.table.Field(m.Column.Header); f != nil && !f.System {
		m.Field, m.How = f, recognise.ByName
	}
}

func (s *sheetWork) useTag(m *recognise.Match) {
	key, tagged := s.fields[m.Column.Index]
	switch f := s.table.Field(key); {
	case key == idKey:
		m.Field, m.How = nil, recognise.ByID
	case key == versionKey && s.foreign:
		m.Field, m.How = nil, recognise.LeftOut
	case key == versionKey:
		m.Field, m.How, s.version = nil, recognise.ByTag, m.Column.Index
	case tagged && f != nil:
		m.Field, m.How = f, recognise.ByTag
	case tagged && s.model.FieldAt(s.table, key) != nil:
		m.Field, m.How = nil, recognise.LeftOut // of a linked record: there to be read
	}
}

// ofLinked is true for a header that our lists write over what belongs to linked records: "Criticality (IT System)".
func (s *sheetWork) ofLinked(header string) bool {
	label, via, _ := strings.Cut(strings.TrimSuffix(header, ")"), " (")
	return slices.ContainsFunc(s.table.Fields, func(f *schema.Field) bool {
		return f.Label == via && f.Kind == schema.Lookup && FindField(s.model.Table(f.Target), label) != nil
	})
}

// useGiven takes what the user said of a column, called as columnNames does; fields are named by key or label.
func (s *sheetWork) useGiven(m *recognise.Match, called string, opts SheetOptions) error {
	name, given := opts.Columns[m.Column.Index]
	for header, field := range opts.Headers {
		if !given && sameHeader(header, called) {
			name, given = field, true
		}
	}
	if !given && s.givenKey(called) {
		name, given = sourceKey, true
	}
	switch {
	case !given:
		return nil
	case name == "":
		m.Field, m.Link, m.How = nil, nil, recognise.LeftOut
		return nil
	case strings.EqualFold(name, "id"):
		m.Field, m.How = nil, recognise.ByID
		return nil
	case strings.EqualFold(name, sourceKey):
		m.Field, m.Link, m.How = nil, nil, recognise.BySource
		return nil
	}
	if m.Link = recognise.FindLink(s.model, s.table, name); m.Link != nil {
		m.Field, m.How = nil, recognise.Given
		return nil
	}
	if m.Field = FindField(s.table, name); m.Field == nil {
		return fault.New(fault.Usage, "%s has no field “%s”.", s.table.Plural, name)
	}
	m.How = recognise.Given
	return nil
}

func sameHeader(a, b string) bool { return plain(a) == plain(b) }

// plain is a header as headers are compared.
func plain(header string) string { return snapshot.Fold(strings.TrimSpace(header)) }

// checkHeaders notes what was said of columns that the sheet does not have.
func (s *sheetWork) checkHeaders(opts SheetOptions) {
	names := columnNames(s.plan.Columns)
	isMissing := func(header string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return sameHeader(header, name) })
	}
	for _, header := range slices.Sorted(maps.Keys(opts.Headers)) {
		if isMissing(header) {
			s.report(Problem{Code: "no-such-column", Header: header, Severity: Note,
				Message: fault.Sentence("The mapping names a column “%s”, and “%s” has none of that name.", header, s.Name)})
		}
	}
	if header := s.options.SourceKey; s.gate != nil && !s.derived && header != "" && isMissing(header) {
		s.report(Problem{Code: "no-such-column", Header: header, Severity: Note,
			Message: fault.Sentence("The keys of %s are to be in a column “%s”, and “%s” has none of that name. Its records are found without them.", s.gate.Key(), header, s.Name)})
	}
}

// strength is how much is to be said for the way in which a column came to its field.
func strength(h recognise.How) int {
	return slices.Index([]recognise.How{recognise.ByList, recognise.ByTag, recognise.Given}, h)
}

// oneEach leaves each field to one column: to the one that the user gave, to the one that we marked, else to the first.
func oneEach(matches []recognise.Match) {
	best := map[*schema.Field]*recognise.Match{}
	for i := range matches {
		m := &matches[i]
		if m.Field == nil {
			continue
		}
		if other := best[m.Field]; other != nil && strength(other.How) >= strength(m.How) {
			m.Field, m.How = nil, recognise.Unplaced
			continue
		} else if other != nil {
			other.Field, other.How = nil, recognise.Unplaced
		}
		best[m.Field] = m
	}
}

func (s *sheetWork) takeColumn(m *recognise.Match) {
	switch {
	case m.Link != nil:
		s.links = append(s.links, &linkColumn{*m, s.separator(m.Column.Index, m.Link)})
		return
	case m.How == recognise.ByID && s.ids < 0:
		s.ids = m.Column.Index
		return
	case m.How == recognise.BySource && s.keys < 0:
		s.takeKeys(m)
		return
	case m.How == recognise.ByID, m.How == recognise.BySource:
		m.How = recognise.Unplaced
	case m.Field != nil && !m.Field.System:
		s.addColumn(m)
	}
	if m.How == recognise.Unplaced && m.Column.Filled > 0 && !(s.pack && platform[m.Column.Header]) {
		s.report(Problem{Column: Letter(m.Column.Index), Header: m.Column.Header, Code: "unplaced-column", Severity: Note,
			Message: fault.Sentence("The column %s %s and is left out (%s).", called(m), s.unplaced(m), plural(m.Column.Filled, "cell", "cells"))})
	}
}

// unplaced says why a column came to no field.
func (s *sheetWork) unplaced(m *recognise.Match) string {
	switch f := FindField(s.table, m.Column.Header); {
	case f == nil:
		return "fits no field of " + s.table.Plural
	case f.System:
		return "is what Cadastre notes by itself"
	default:
		return "is called like a field that another column fills"
	}
}

// takeKeys takes the column with the keys of the source, which somebody must name.
func (s *sheetWork) takeKeys(m *recognise.Match) {
	s.keys = m.Column.Index
	if s.gate == nil {
		s.report(Problem{Column: Letter(m.Column.Index), Header: m.Column.Header, Code: "no-source", Severity: Note,
			Message: fault.Sentence("The column %s holds the keys of a source system, and nobody has said of which one. Say where the rows come from; until then it is left out.", called(m))})
	}
}

// called names a column by its header, or by its letter where it has none.
func called(m *recognise.Match) string {
	if strings.TrimSpace(m.Column.Header) == "" {
		return Letter(m.Column.Index) + ", which has no header,"
	}
	return "“" + strings.TrimSpace(m.Column.Header) + "”"
}

// platform are the fields of packages that say nothing about a record but how the system of origin keeps it.
var platform = map[string]bool{"statuscode": true, "importsequencenumber": true, "overriddencreatedon": true, "timezoneruleversionnumber": true,
	"utcconversiontimezonecode": true, "versionnumber": true, "owningbusinessunit": true, "owninguser": true, "owningteam": true,
	"createdon": true, "createdby": true, "createdonbehalfby": true, "modifiedon": true, "modifiedby": true, "modifiedonbehalfby": true}

func (s *sheetWork) addColumn(m *recognise.Match) {
	c := &column{Match: *m, target: s.model.Table(m.Field.Target), held: s.records.Column(m.Field.Num),
		texts: record.BehaviourOf(m.Field.Kind).Class == record.String, reader: spelling.Reader{Model: s.model, Field: m.Field,
			Date1904: s.date1904, Exact: s.exact(), Plain: s.own}, answers: s.answersFor(s.table, m.Field), disputes: s.disputesFor(s.table, m.Field)}
	for len(s.columns) <= m.Column.Index {
		s.columns = append(s.columns, nil)
	}
	s.columns[m.Column.Index] = c
	s.byField[m.Field] = c
	primary := s.table.PrimaryField()
	switch {
	case m.Field == primary:
		s.primary = c
	case slices.Contains(primary.Parts, m.Field.Key):
		s.parts = append(s.parts, c)
		slices.SortFunc(s.parts, func(a, b *column) int {
			return slices.Index(primary.Parts, a.Field.Key) - slices.Index(primary.Parts, b.Field.Key)
		})
	}
}

// chooseKey decides by what records are matched that have no id: the fields given, else an identifier,
// else the name.
func (s *sheetWork) chooseKey(opts SheetOptions) error {
	given := opts.Key
	if given == nil {
		given = s.options.Key
	}
	for _, name := range given {
		f := FindField(s.table, name)
		if f == nil {
			return fault.New(fault.Usage, "%s has no field “%s” to match by.", s.table.Plural, name)
		}
		c := s.byField[f]
		if c == nil {
			return fault.New(fault.Usage, "No column of “%s” fills “%s”, so records cannot be matched by it.", s.Name, f.Label)
		}
		s.key = append(s.key, c)
	}
	if s.strict = len(given) > 0; !s.strict {
		s.key = s.usualKey()
	}
	for _, c := range s.key {
		s.plan.Key = append(s.plan.Key, c.Field.Key)
		s.keyed += c.Field.Key + "\x00"
	}
	if len(s.key) == 0 {
		s.plan.Key = []string{s.table.Primary}
	}
	return nil
}

// leastDistinct is the part of an identifier's values that must be different for it to be taken for one.
const leastDistinct = 0.9

func (s *sheetWork) usualKey() []*column {
	for _, key := range s.table.Identifiers {
		if c := s.byField[s.table.Field(key)]; c != nil && s.identifies(c) {
			return []*column{c}
		}
	}
	return nil
}

// identifies is true for columns that are filled and tell nearly all of their rows apart.
func (s *sheetWork) identifies(c *column) bool {
	seen := make(map[string]bool, c.Column.Filled)
	filled := 0
	for cell := range s.filled(c.Column.Index) {
		if text := s.keyText(c, cell); text != "" {
			filled++
			seen[text] = true
		}
	}
	return filled > 0 && float64(len(seen)) >= leastDistinct*float64(filled)
}

// Letter is a column's name in a spreadsheet: 0 is "A".
func Letter(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
