package exchange

import (
	"iter"
	"slices"

	"cadastre/app/exchange/workbook"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Gate stands between the rows of a source system and the catalogue: it knows which records the source's keys
// stand for, what its words mean, and which of its values may go in. It answers for the planner's snapshot and
// does not change: every preview and every plan asks it.
type Gate interface {
	// Key is what the source is called.
	Key() string
	// Notes are what somebody should know of the rules that it goes by.
	Notes() []string
	// Translations are what its words stand for. What a person answers counts before them.
	Translations() []Translation
	// Known returns the record that one of its keys stands for, NoID for none; the sentence says why none any more.
	Known(t *schema.Table, key string) (record.ID, string)
	// Moved says that one of its keys stands for another record than this, which is to have it, "" when it does not.
	Moved(t *schema.Table, id record.ID, key string) string
	// Another is true for a record that the source knows by another key.
	Another(t *schema.Table, id record.ID, key string) bool
	// Ruled is true for a field whose values are judged.
	Ruled(t *schema.Table, f *schema.Field) bool
	// Judge says why a value may not go in where now stands, "" when it may. One that somebody has declined does not
	// wait either.
	Judge(t *schema.Table, id record.ID, f *schema.Field, now, v record.Value) (why string, declined bool)
	// Edits are what is written beside the rows, in the same change set. The fault is a Conflict when what the gate
	// goes by has changed since.
	Edits(now *snapshot.Snapshot, d Delivery) (iter.Seq[*change.Edit], error)
}

// A Translation is an answer that a source's value maps give; one that is not sure is asked about, and suggested.
type Translation struct {
	Answer
	Sure bool
	// Disputed says which value maps contradict each other about the value, "" where they do not.
	Disputed string
}

// A Delivery is what a gate is told when a plan is carried out.
type Delivery struct {
	Files []string
	Rows  iter.Seq[Delivered]
	// Show is what people see for a value, also for links to records that the plan makes.
	Show func(*schema.Field, record.Value) string
	// Decided are the values that somebody has taken for something, each with what it becomes.
	Decided []Question
}

// Delivered is what came of one row.
type Delivered struct {
	*Row
	// Key is the source's own key for the record, "" for none.
	Key string
	// Taken are the values that go in, Waiting those that do not; of Same the file says what the catalogue holds, of
	// Declined what somebody has declined.
	Taken          []record.FieldValue
	Waiting        []Withheld
	Same, Declined []*schema.Field
}

// Withheld is a value that the gate does not let in yet.
type Withheld struct {
	Field *schema.Field
	Value record.Value
	Why   string
}

// sourceKey is what a column is said to fill that holds the source's own keys.
const sourceKey = "sourcekey"

// keyHeaders are headers over which sources write their own keys, folded.
var keyHeaders = []string{"external key", "external id", "source key", "sys_id", "sys id"}

// givenKey is true for the column that the user, or else its header, says holds the source's keys.
func (s *sheetWork) givenKey(called string) bool {
	switch {
	case s.gate == nil:
		return false
	case s.options.SourceKey != "":
		return sameHeader(s.options.SourceKey, called)
	}
	return s.table.Field(fold(called)) == nil && slices.Contains(keyHeaders, fold(called))
}

// keyOfSource is the source's own key for a row, "" for none.
func (s *sheetWork) keyOfSource(r *rowWork) string {
	if s.gate == nil || s.keys < 0 {
		return ""
	}
	return s.textAt(r.row, s.keys)
}

// matchBySource finds the records of the rows that state keys of their source.
func (w *work) matchBySource() error {
	for _, s := range w.sheets {
		if s.gate == nil || s.keys < 0 {
			continue
		}
		if err := s.eachRow((*sheetWork).matchByKeyOfSource); err != nil {
			return err
		}
	}
	return nil
}

// matchByKeyOfSource finds the record of a row that states a key of its source.
func (s *sheetWork) matchByKeyOfSource(r *rowWork) {
	key := s.keyOfSource(r)
	if key == "" {
		return
	}
	at := groupKey{table: s.table, text: fold(key)}
	if other := s.claimedKeys[at]; other != nil {
		s.problem(r, &workbook.Cell{Column: s.keys, Value: key}, "duplicate-key", RejectsRow, nil, "Row %d%s has the same key of %s. Each row needs its own.", other.number, other.elsewhere(s), s.gate.Key())
		return
	}
	s.deliver(r).Key, s.claimedKeys[at] = s.kept.keepText(key), r
	if r.id != record.NoID {
		if moved := s.gate.Moved(s.table, r.id, key); moved != "" {
			s.problem(r, &workbook.Cell{Column: s.keys, Value: key}, "source-key-moves", Note, nil, "%s", moved)
		}
		return
	}
	id, gone := s.gate.Known(s.table, key)
	if gone != "" {
		s.problem(r, &workbook.Cell{Column: s.keys, Value: key}, "source-record-gone", Note, nil, "%s", gone)
	}
	if slot, there := s.records.Slot(id); there {
		s.claim(r, slot)
	}
}

// takes is true for a value that may go in. One that may not waits, unless it was declined; either is told.
func (s *sheetWork) takes(r *rowWork, c *column, cell *workbook.Cell, now, v record.Value) bool {
	if s.gate == nil || c.Field.System || !r.found && (c == s.primary || slices.Contains(s.parts, c)) {
		return true
	}
	switch why, declined := s.gate.Judge(s.table, r.id, c.Field, now, v); {
	case why == "":
		return true
	case declined:
		s.problem(r, cell, "declined", Note, nil, "%s stays as it is: somebody has declined what %s says.", c.Field.Label, s.gate.Key())
		d := s.deliver(r)
		d.Declined = append(d.Declined, c.Field)
	default:
		s.problem(r, cell, "waits", Note, nil, "%s waits: %s", c.Field.Label, why)
		d := s.deliver(r)
		d.Waiting = append(d.Waiting, Withheld{c.Field, s.kept.keepValue(v), why})
	}
	return false
}

// agree notes a cell that says what the catalogue holds, where the gate judges its field.
func (s *sheetWork) agree(r *rowWork, c *column, cell *workbook.Cell) {
	if s.gate == nil || !r.found || !s.gate.Ruled(s.table, c.Field) {
		return
	}
	if says, same := s.sameValue(c, cell, s.current(r, c)); says && same {
		d := s.deliver(r)
		d.Same = append(d.Same, c.Field)
	}
}

// deliver is what the gate is told of a row.
func (s *sheetWork) deliver(r *rowWork) *Delivered {
	if r.delivered == nil {
		r.delivered = &Delivered{}
	}
	return r.delivered
}

// beside yields what the gate has written beside the rows, nothing without one.
func (p *Plan) beside(now *snapshot.Snapshot) (iter.Seq[*change.Edit], error) {
	if p.gate == nil {
		return func(func(*change.Edit) bool) {}, nil
	}
	return p.gate.Edits(now, p.delivery())
}

// delivery is what the plan's gate is told.
func (p *Plan) delivery() Delivery {
	d := Delivery{Show: p.display, Rows: p.delivered}
	for i := range p.Sheets {
		if f := p.Sheets[i].File; !slices.Contains(d.Files, f) {
			d.Files = append(d.Files, f)
		}
	}
	for _, q := range p.Questions {
		if q.answer != nil && q.Use == MapTo && q.Code == "" && slices.Contains(p.options.Answers, *q.answer) {
			d.Decided = append(d.Decided, q)
		}
	}
	return d
}

// delivered yields what came of each row that has a table.
func (p *Plan) delivered(yield func(Delivered) bool) {
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.Table == nil || r.Outcome == Skipped {
			continue
		}
		d := Delivered{}
		if r.delivered != nil {
			d = *r.delivered
		}
		d.Row, d.Taken = r, r.fields.unpack(nil)
		if !yield(d) {
			return
		}
	}
}

// Waiting counts the values that the source's policies do not let in yet.
func (p *Plan) Waiting() (n int) {
	for i := range p.Rows {
		if d := p.Rows[i].delivered; d != nil && p.Rows[i].Outcome != Rejected {
			n += len(d.Waiting)
		}
	}
	return n
}

// Source is the key of the source that the files come from, "" for none.
func (p *Plan) Source() string {
	if p.gate == nil {
		return ""
	}
	return p.gate.Key()
}

// hints returns the nearest of a question with what the source's value map takes it for, though not surely, first.
func (w *work) hints(q *Question) []string {
	for _, t := range w.translations {
		if t.Sure || answerKey(t.Value) != answerKey(q.Value) || t.Table != q.Table.Key || (q.Field == nil) != (t.Field == "") || q.Field != nil && q.Field.Key != t.Field {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(q.Nearest), func(have string) bool { return fold(have) == fold(t.To) })
		return append([]string{t.To}, others...)
	}
	return q.Nearest
}

// disputesFor are the value maps' contradictions about the values of a field, by what answerKey makes of a value.
func (w *work) disputesFor(t *schema.Table, f *schema.Field) map[string][]*Translation {
	out := map[string][]*Translation{}
	for i := range w.translations {
		d := &w.translations[i]
		if d.Disputed != "" && d.about(t, f) {
			key := answerKey(d.Value)
			out[key] = append(out[key], d)
		}
	}
	return out
}

// contested tells of a cell that value maps contradict each other about, unless somebody has said what it stands for.
func (s *sheetWork) contested(r *rowWork, c *column, cell *workbook.Cell) bool {
	if len(c.disputes) == 0 || c.answers.to(cell.Value) != nil {
		return false
	}
	all := c.disputes[answerKey(cell.Value)]
	if len(all) == 0 {
		return false
	}
	q := s.ask(r, c, cell.Value, disputedValue)
	q.Nearest = nil
	for _, d := range all {
		q.Nearest = append(q.Nearest, d.To)
	}
	s.problem(r, cell, disputedValue, RejectsCell, q.Nearest, "%s", all[0].Disputed)
	return true
}

// disputedValue is the code of a value that value maps contradict each other about.
const disputedValue = "disputed-value"
