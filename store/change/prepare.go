package change

import (
	"cmp"
	"slices"
	"time"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// Prepare turns a draft into the change set that carries it out on the catalogue as it stands, without
// its number. What changes nothing is left out. A fault says which record cannot be changed and why:
// Conflict when it is not at the expected version, NotFound when it is gone, Invalid when values break
// a rule, with a sentence for each field at fault; where the draft has several edits, the whole message
// begins with the record's name.
func Prepare(m *schema.Model, r Reader, d Draft, now time.Time, ids record.IDs) (Set, error) {
	p := &preparation{model: m, reader: r, draft: &d, now: now.UTC().Truncate(time.Millisecond),
		work: make(map[key]*work, len(d.Edits)), ascents: map[schema.TableNum]*Ascent{}, checked: map[schema.TableNum][]*schema.Field{}}
	if err := p.takeAll(ids); err != nil {
		return Set{}, err
	}
	p.unlinkDeleted()
	if err := p.check(); err != nil {
		return Set{}, err
	}
	set := Set{Header: Header{ID: ids(), Time: p.now, Who: d.Who, Origin: d.Origin, Summary: d.Summary}, Changes: p.changes()}
	for i := range set.Changes {
		switch set.Changes[i].Op {
		case Create:
			set.Created++
		case Update:
			set.Updated++
		case Delete:
			set.Deleted++
		}
	}
	return set, nil
}

type key struct {
	table schema.TableNum
	id    record.ID
}

// work is a record while a draft is being prepared.
type work struct {
	key
	table   *schema.Table
	before  *record.Record // nil for a create
	after   record.Values
	owned   bool // after is not before's any more
	deleted bool
	edited  bool // the draft names it; otherwise only a link of it is cleared
	sheet   uint16
	row     uint32
	// version and since continue the numbers of a record that comes back.
	version, since uint64
}

// stamps is how many fields a new record gets beside those that it is given, mostly.
const stamps = 6

// valuesBefore are those that the record has so far.
func (w *work) valuesBefore() record.Values {
	if w.before == nil {
		return nil
	}
	return w.before.Values
}

type preparation struct {
	model  *schema.Model
	reader Reader
	draft  *Draft
	now    time.Time
	work   map[key]*work
	order  []*work
	space  []work        // for those to come
	memory record.Values // of values, for those to come
	// ascents are by table; they are used when links do not change any more.
	ascents map[schema.TableNum]*Ascent
	// checked are the fields that can break, by table.
	checked map[schema.TableNum][]*schema.Field
}

// take adds one edit to the work.
func (p *preparation) take(e *cleaned) error {
	w, err := p.open(e.table, &e.Edit)
	if err != nil {
		return err
	}
	w.edited = true
	if e.Row != 0 {
		w.sheet, w.row = e.Sheet, e.Row
	}
	if e.Op == Delete {
		w.deleted = true
		return nil
	}
	p.set(w, e.Fields...)
	if e.Op == Update && !p.draft.Restore && len(e.Fields) > 0 {
		p.set(w, record.FieldValue{Num: schema.Stub}) // somebody has looked after it
	}
	return p.invalid(w, e.faults)
}

// open returns the work on the edit's record, after checking that the edit fits it.
func (p *preparation) open(table *schema.Table, e *Edit) (*work, error) {
	k := key{e.Table, e.ID}
	known := p.work[k]
	if known != nil && (e.Op == Update && !known.deleted || e.Op == Delete) {
		return known, nil
	}
	before, exists := p.record(e)
	switch {
	case e.Op == Create && (exists || known != nil):
		return nil, fault.New(fault.Conflict, "%s %s is there already.", table.Label, e.ID)
	case e.Op != Create && (!exists || known != nil):
		return nil, fault.New(fault.NotFound, "This %s is no longer in the catalogue: it was deleted. Go back to the list.", table.Label)
	case exists && e.Expect != 0 && e.Expect != before.Version:
		return nil, fault.New(fault.Conflict, "%s “%s” was changed in the meantime. Look at its history, then save again.", table.Label, p.reader.Name(e.Table, e.ID))
	}
	w := p.add(k, table, before)
	if !exists {
		w.version, w.since = e.Expect, e.Since
	}
	return w, nil
}

// record returns the record of an edit; one that is created is looked for only.
func (p *preparation) record(e *Edit) (*record.Record, bool) {
	if e.Op == Create && !p.reader.Has(e.Table, e.ID) {
		return nil, false
	}
	return p.reader.Record(e.Table, e.ID)
}

// workAtOnce is for how many records memory is taken at once, at the most.
const workAtOnce = 256

// add begins the work on a record.
func (p *preparation) add(k key, table *schema.Table, before *record.Record) *work {
	if len(p.space) == 0 {
		p.space = make([]work, min(len(p.order)+1, workAtOnce)) // twice as many each time
	}
	w := &p.space[0]
	p.space = p.space[1:]
	w.key, w.table, w.before, w.after = k, table, before, nil
	w.after = w.valuesBefore()
	p.work[k] = w
	p.order = append(p.order, w)
	return w
}

// set gives fields of a record their values.
func (p *preparation) set(w *work, fields ...record.FieldValue) {
	if !w.owned {
		w.after, w.owned = append(p.room(len(w.after)+len(fields)+stamps), w.after...), true
	}
	w.after = w.after.Set(fields...)
}

// room returns memory for so many values.
func (p *preparation) room(n int) record.Values {
	if len(p.memory) < n {
		p.memory = make(record.Values, n*min(len(p.order), workAtOnce))
	}
	room := p.memory[:0:n]
	p.memory = p.memory[n:]
	return room
}

// unlinkDeleted clears the links to records that the draft deletes.
func (p *preparation) unlinkDeleted() {
	gone := map[schema.TableNum]map[record.ID]bool{}
	for _, w := range p.order {
		if w.deleted {
			if gone[w.key.table] == nil {
				gone[w.key.table] = map[record.ID]bool{}
			}
			gone[w.key.table][w.id] = true
		}
	}
	for table, ids := range gone {
		p.reader.Links(table, ids, func(l Link) { p.unlink(l) })
	}
}

// unlink clears one link unless the draft deletes its record or has changed the link itself.
func (p *preparation) unlink(l Link) {
	k := key{l.Table, l.ID}
	w := p.work[k]
	if w == nil {
		before, _ := p.reader.Record(l.Table, l.ID)
		w = p.add(k, p.model.TableByNum(l.Table), before)
	}
	if !w.deleted && w.after.Get(l.Field).ID() == l.Target {
		p.set(w, record.FieldValue{Num: l.Field})
	}
}

// changes are the differences that remain, in the order of a journal.
func (p *preparation) changes() []Change {
	slices.SortFunc(p.order, func(a, b *work) int {
		return cmp.Or(cmp.Compare(a.key.table, b.key.table), a.id.Compare(b.id))
	})
	out := make([]Change, 0, len(p.order))
	for _, w := range p.order {
		if w.deleted && w.before == nil {
			continue
		}
		if c := w.change(); c.Op == Delete || len(c.Before)+len(c.After) > 0 {
			out = append(out, c)
		}
	}
	return out
}

func (w *work) change() Change {
	c := Change{Table: w.key.table, ID: w.id, Op: Update, Version: w.version + 1, Prev: w.since, Sheet: w.sheet, Row: w.row}
	before := w.valuesBefore()
	if w.before == nil {
		c.Op = Create
	} else {
		c.Version, c.Prev = w.before.Version+1, w.before.Seq
	}
	if w.deleted {
		c.Op, c.Before = Delete, before
		return c
	}
	c.Before, c.After = differences(before, w.after)
	return c
}

// stamp notes who made or changed the record, and when.
func (p *preparation) stamp(w *work) {
	who, now := record.OfString(p.draft.Who), record.OfTime(p.now)
	given := make([]record.FieldValue, 0, stamps)
	if w.before == nil {
		for _, f := range []record.FieldValue{{Num: schema.State, Value: record.OfInt(schema.StateActive)}, {Num: schema.Owner, Value: who}} {
			if w.after.Get(f.Num).IsBlank() {
				given = append(given, f)
			}
		}
		given = append(given, record.FieldValue{Num: schema.CreatedOn, Value: now}, record.FieldValue{Num: schema.CreatedBy, Value: who})
	}
	p.set(w, append(given, record.FieldValue{Num: schema.ModifiedOn, Value: now}, record.FieldValue{Num: schema.ModifiedBy, Value: who})...)
}

// differences returns the fields of before and after that are not the same in both.
func differences(before, after record.Values) (b, a record.Values) {
	if len(before) == 0 {
		return nil, after
	}
	for _, f := range before {
		if after.Get(f.Num) != f.Value {
			b = append(b, f)
		}
	}
	for _, f := range after {
		if before.Get(f.Num) != f.Value {
			a = append(a, f)
		}
	}
	return b, a
}
