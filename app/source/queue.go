package source

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Kind says what an entry of the queue waits for.
type Kind string

// The kinds of entries.
const (
	// Proposed values are not in the catalogue: somebody accepts or declines them.
	Proposed Kind = "proposed"
	// Uncertified values are, and nobody has certified them.
	Uncertified Kind = "uncertified"
	// Stale values have not been confirmed for longer than their policy says.
	Stale Kind = "stale"
)

// An Entry is a value that waits for somebody.
type Entry struct {
	// ID names it as long as it waits.
	ID   string
	Kind Kind
	Cell
	Table *schema.Table
	Field *schema.Field
	// Name is what the record is called.
	Name string
	// Now is what the catalogue holds, Proposed what the source says.
	Now, Proposed string
	Source        string
	// Since is when it began to wait, or was last confirmed, in seconds.
	Since int64
	Why   string

	slot  snapshot.Slot // of the item or the ledger's entry
	value record.Value
	stuck error // why it cannot be accepted
}

// Stuck says why the value cannot be accepted as it is, "" when it can.
func (e *Entry) Stuck() string {
	if e.stuck == nil {
		return ""
	}
	return fault.From(e.stuck).Message
}

// A Queue is what waits in one snapshot.
type Queue struct {
	*flow
	// Entries are ordered by table, record and field.
	Entries []Entry

	booked map[ofSource]snapshot.Slot // the ledger's entries
	said   brought
	// codes are those of the sources whose words had to be looked up, by their keys.
	codes map[string]codes
}

// Waiting finds what waits at a moment.
func Waiting(s *snapshot.Snapshot, now time.Time) *Queue {
	q := &Queue{flow: flowOf(s), booked: map[ofSource]snapshot.Slot{}, codes: map[string]codes{}}
	q.said = q.readItems()
	maps.DeleteFunc(q.said.waiting, func(of ofSource, i item) bool { return !q.propose(of.Cell, i) })
	q.readLedger()
	q.findStale(now)
	slices.SortFunc(q.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Table.Num, b.Table.Num), cmp.Compare(fold(a.Name), fold(b.Name)), a.Record.Compare(b.Record),
			cmp.Compare(a.Cell.Field, b.Cell.Field), cmp.Compare(a.ID, b.ID))
	})
	return q
}

// touched are the change sets that touched what an entry shows last: its record, and what its source said.
func (q *Queue) touched(e *Entry) (seqs []uint64) {
	t := q.snap.Table(e.Table.Num)
	if slot, there := t.Slot(e.Record); there {
		seqs = append(seqs, t.Seq(slot))
	}
	if e.Kind == Proposed {
		seqs = append(seqs, q.items.Seq(e.slot))
	}
	return seqs
}

// entry begins an entry about a cell.
func (q *Queue) entry(c Cell, kind Kind, source string) Entry {
	t := q.snap.Model.TableByNum(c.Table)
	f := t.FieldByNum(c.Field)
	return Entry{Kind: kind, Cell: c, Table: t, Field: f, Name: q.snap.Name(c.Table, c.Record), Now: q.snap.Display(f, q.now(c)), Source: source}
}

// propose adds a value that waits, unless the catalogue has come to hold it.
func (q *Queue) propose(c Cell, i item) bool {
	e := q.entry(c, Proposed, i.source)
	e.slot, e.ID = i.slot, q.items.ID(i.slot).String()
	if q.understand(&e, i.text); e.stuck == nil && e.value == q.now(c) {
		return false
	}
	e.Since = q.items.Value(i.slot, schema.CreatedOn).Int()
	if job, there := q.jobs.Slot(q.items.value(i.slot, "integrationsyncjob").ID()); there {
		e.Since = q.jobs.value(job, "submitteddatetime").Int()
	}
	e.Why = begun(strings.TrimPrefix(q.items.text(i.slot, "processmessage"), waitsFor))
	q.Entries = append(q.Entries, e)
	return true
}

// understand reads what a source says of a cell, with the help of its value maps where they say what its word stands for.
func (q *Queue) understand(e *Entry, text string) {
	e.Proposed = q.shown(e.Field, text)
	e.value, e.stuck = q.read(e.Field, text)
	if e.stuck == nil || e.Field.Kind != schema.Choice && e.Field.Kind != schema.Lookup {
		return
	}
	if e.value, e.stuck = q.codesFor(e.Source).translated(e.Table, e.Field, text, e.stuck); e.stuck == nil {
		e.Proposed = fmt.Sprintf("%s (“%s” by a value map)", q.snap.Display(e.Field, e.value), text)
	}
}

func (q *Queue) codesFor(source string) codes {
	key := fold(source)
	if _, there := q.codes[key]; !there {
		q.codes[key] = q.codesOf(source)
	}
	return q.codes[key]
}

// begun is what followed a colon as a sentence of its own.
func begun(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// readLedger adds the values that went in and that nobody has certified, unless those of another source have taken
// their place.
func (q *Queue) readLedger() {
	r := q.ledger
	for slot := range r.All().All() {
		c, ok := q.cell(r, slot, "aspectkey")
		if !ok || r.value(slot, "ledgeraspect").Int() != ofField {
			continue
		}
		source := r.text(slot, "sourcesystemkey")
		of := ofSource{c, fold(source)}
		q.booked[of] = slot
		if _, waits := q.said.waiting[of]; waits || !r.active(slot) || r.value(slot, "ledgerstatus").Int() != pending {
			continue
		}
		if by := q.holder(&q.said, c, q.now(c)); by != "" && fold(by) != of.source {
			continue
		}
		e := q.entry(c, Uncertified, source)
		e.slot, e.ID, e.Since = slot, r.ID(slot).String(), r.Value(slot, schema.ModifiedOn).Int()
		e.Why = "It is in the catalogue, and nobody has certified it."
		q.Entries = append(q.Entries, e)
	}
}

const secondsPerDay = 24 * 60 * 60

// findStale adds the values whose sources have not confirmed them for longer than their policies say.
func (q *Queue) findStale(now time.Time) {
	seen := q.seen()
	for at, p := range q.policies {
		if at.field == nil || p.stale == 0 {
			continue
		}
		last := map[Cell]sighting{}
		for _, key := range p.sources {
			for id, when := range seen[tied{at.table, fold(key)}] {
				c := Cell{at.table.Num, id, at.field.Num}
				if slot, there := q.booked[ofSource{c, fold(key)}]; there {
					when = max(when, q.ledger.value(slot, "certifieddatetime").Int())
				}
				if was, there := last[c]; !there || when > was.when {
					last[c] = sighting{key, when}
				}
			}
		}
		for c, s := range last {
			if now.Unix()-s.when > p.stale*secondsPerDay && !q.now(c).IsBlank() {
				q.Entries = append(q.Entries, q.stale(c, s, p))
			}
		}
	}
}

// A sighting is which source confirmed a value last, and when.
type sighting struct {
	source string
	when   int64
}

func (q *Queue) stale(c Cell, s sighting, p *policy) Entry {
	e := q.entry(c, Stale, s.source)
	e.ID, e.Since = strings.Join([]string{e.Table.Key, c.Record.String(), e.Field.Key}, " "), s.when
	e.Why = fault.Sentence("“%s” lets a value stand for %d days without a word of its source.", p.name, p.stale)
	return e
}

// seen is when each source brought each record of a table last.
func (q *Queue) seen() map[tied]map[record.ID]int64 {
	out, r := map[tied]map[record.ID]int64{}, q.identifiers
	for slot := range r.All().All() {
		t, id, there := q.target(r, slot)
		if !there {
			continue
		}
		of := tied{t, fold(r.text(slot, "sourcesystemkey"))}
		if out[of] == nil {
			out[of] = map[record.ID]int64{}
		}
		out[of][id] = max(out[of][id], r.value(slot, "lastseendatetime").Int())
	}
	return out
}
