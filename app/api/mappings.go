package api

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cadastre/app/exchange"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// savedMappings is the table that keeps how files of one shape are understood.
const savedMappings = "importmapping"

// SavedMapping is a mapping that somebody saved in the catalogue.
type SavedMapping struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Owner   string           `json:"owner"`
	Mapping exchange.Mapping `json:"-"`
	seq     uint64           // of the change that saved it
}

// MappingOffer is a saved mapping with the answers that it gives for certain files.
type MappingOffer struct {
	SavedMapping
	Options ImportOptions `json:"options"`
}

// SavedMappings are those of a catalogue, the last saved first.
func SavedMappings(snap *snapshot.Snapshot) []SavedMapping {
	rows := snap.Table(snap.Model.Table(savedMappings).Num)
	out := []SavedMapping{}
	for i := range rows.Slots() {
		slot := snapshot.Slot(i)
		if !rows.Live(slot) {
			continue
		}
		text := func(key string) string { return rows.Value(slot, rows.Schema.Field(key).Num).Str() }
		m, err := exchange.ReadMapping([]byte(text("definition")))
		if err == nil { // one of a later version asks what this one does not know
			out = append(out, SavedMapping{ID: rows.ID(slot).String(), Name: rows.Name(slot), Owner: text("ownerid"), Mapping: m, seq: rows.Record(slot).Seq})
		}
	}
	slices.SortFunc(out, func(a, b SavedMapping) int { return cmp.Compare(b.seq, a.seq) })
	return out
}

// FindMapping returns the saved mapping with a name, nil if there is none.
func FindMapping(snap *snapshot.Snapshot, name string) *SavedMapping {
	all := SavedMappings(snap)
	i := slices.IndexFunc(all, func(m SavedMapping) bool { return strings.EqualFold(m.Name, strings.TrimSpace(name)) })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// Mappings returns the mappings saved in the catalogue, the last saved first.
func (i *Import) Mappings() (out []SavedMapping, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	return SavedMappings(s.Snapshot()), nil
}

// Offers returns the saved mappings that fit files, the last saved first.
func (i *Import) Offers(paths []string) (out []MappingOffer, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	out = []MappingOffer{}
	saved := SavedMappings(s.Snapshot())
	if len(saved) == 0 {
		return out, nil
	}
	sheets, err := i.heads(paths)
	if err != nil {
		return nil, err
	}
	for _, m := range saved {
		if o, fits := m.Mapping.Fit(s.Model(), sheets); fits {
			o.Mapping = m.Name
			out = append(out, MappingOffer{m, importOptionsOf(paths, o)})
		}
	}
	return out, nil
}

// SaveMapping keeps how a plan understood its files, under a name; an earlier one of that name is replaced.
func (i *Import) SaveMapping(job, name string) (err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return err
	}
	p, err := i.find(job)
	if err != nil {
		return err
	}
	if name = strings.TrimSpace(name); name == "" {
		return &fault.Error{Code: fault.Invalid, Field: "name", Message: "A mapping needs a name."}
	}
	m := exchange.MappingOf(p)
	definition, err := m.Text()
	if err != nil {
		return err
	}
	snap := s.Snapshot()
	t := snap.Model.Table(savedMappings)
	e := change.Edit{Op: change.Create, Table: t.Num, ID: record.NewID()}
	if old := FindMapping(snap, name); old != nil {
		e.Op = change.Update
		if e.ID, err = record.ParseID(old.ID); err != nil {
			return err
		}
	}
	e.Fields = []record.FieldValue{
		{Num: t.Field("name").Num, Value: record.OfString(name)},
		{Num: t.Field("definition").Num, Value: record.OfString(string(definition))},
		{Num: schema.Owner, Value: record.OfString(i.a.prefs.who())},
	}
	return i.applyMapping(e, fmt.Sprintf("Import mapping “%s” saved", name))
}

// DeleteMapping takes a saved mapping away.
func (i *Import) DeleteMapping(id string) (err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return err
	}
	record, err := record.ParseID(id)
	if err != nil {
		return err
	}
	t := s.Model().Table(savedMappings)
	name := s.Snapshot().Name(t.Num, record)
	return i.applyMapping(change.Edit{Op: change.Delete, Table: t.Num, ID: record}, fmt.Sprintf("Import mapping “%s” deleted", name))
}

func (i *Import) applyMapping(e change.Edit, summary string) error {
	s, err := i.a.session.catalogue()
	if err != nil {
		return err
	}
	_, err = s.Apply(context.Background(), change.Draft{Who: i.a.prefs.who(), Origin: change.Origin{Kind: change.FromForm}, Summary: summary, Edits: []change.Edit{e}})
	return err
}

var mappingFiles = []FileFilter{{Name: "Import mappings", Pattern: "*.json"}}

// WriteMapping asks where to and writes how a plan understood its files, as --map reads it; "" means that it was cancelled.
func (i *Import) WriteMapping(job string) (path string, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return "", err
	}
	path, err = i.a.host.SaveFile("Save the mapping as a file", "import mapping.json", mappingFiles)
	if err != nil || path == "" {
		return "", err
	}
	m := exchange.MappingOf(p)
	return path, m.Write(path)
}

// ReadMapping asks for a mapping's file and returns what it answers about certain files; nil means that it was cancelled.
func (i *Import) ReadMapping(paths []string) (out *ImportOptions, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return nil, err
	}
	chosen, err := i.a.host.OpenFiles("Choose a mapping", mappingFiles, false)
	if err != nil || len(chosen) == 0 {
		return nil, err
	}
	m, err := readMapping(chosen[0])
	if err != nil {
		return nil, err
	}
	sheets, err := i.heads(paths)
	if err != nil {
		return nil, err
	}
	o, fits := m.Fit(s.Model(), sheets)
	if !fits {
		return nil, fault.New(fault.Invalid, "This mapping is for files with other columns than these.")
	}
	o.Mapping = strings.TrimSuffix(filepath.Base(chosen[0]), filepath.Ext(chosen[0]))
	options := importOptionsOf(paths, o)
	return &options, nil
}

func readMapping(path string) (m exchange.Mapping, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return m, fault.Wrap(err, fault.NotFound, "%s cannot be read: %v.", path, err)
	}
	return exchange.ReadMapping(raw)
}

// importOptionsOf are options as the page answers and corrects them.
func importOptionsOf(paths []string, o exchange.Options) ImportOptions {
	mode, unknown := string(o.Mode), string(o.Unknown)
	if mode == "" {
		mode = string(exchange.Upsert)
	}
	if unknown == "" {
		unknown = string(exchange.Reject)
	}
	out := ImportOptions{Paths: paths, Source: o.Source, Mode: mode, Blank: string(o.Blank), Unknown: unknown, Partial: o.Partial, DayFirst: o.Dates,
		Decisions: []ImportDecision{}, Answers: nonNil(o.Answers), Rows: []ImportRow{}, Mapping: o.Mapping, Sheets: []SheetOptions{}}
	for _, s := range o.Sheets {
		columns := s.Columns
		if columns == nil {
			columns = map[int]string{}
		}
		out.Sheets = append(out.Sheets, SheetOptions{File: s.File, Sheet: s.Sheet, Part: s.Part, Divide: s.Divide, Skip: s.Skip, Table: s.Table, HeaderRow: s.HeaderRow, Key: nonNil(s.Key), Columns: columns})
	}
	return out
}
