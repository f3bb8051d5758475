package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// A Report is what Check found.
type Report struct {
	Records    int
	ChangeSets int
	// Problems is empty when everything is right.
	Problems []Problem
}

// A Problem is one thing that is wrong with a catalogue. Codes: "page" (the file's structure),
// "record" (cannot be read), "value" (breaks a rule of its field), "link" (points nowhere), "circle"
// (of parents), "journal" (an entry cannot be read or does not fit), "state" (a record is not what the
// journal made it), "memory" (the records in memory are not those of the file). Where the structure is
// broken, nothing else is looked at.
type Problem struct {
	Code    string
	Table   string
	Record  string
	Message string
}

// problemsMost is how many problems a report names; more are counted in a last one.
const problemsMost = 1000

// Check verifies the file's pages, every record, value, link and parent, and every journal entry: that
// the journal, carried out from its beginning, makes the records that are there.
func (s *Store) Check(ctx context.Context) (Report, error) {
	c := &checker{store: s, ctx: ctx, state: map[stateKey]stateOf{}, ascents: map[schema.TableNum]*change.Ascent{}}
	s.writing.Lock()
	defer s.writing.Unlock()
	err := s.settled(c.run)
	if fault.CodeOf(err) == fault.Damaged {
		c.found("page", "", "", "%s", err)
		err = nil
	}
	if c.dropped > 0 {
		c.report.Problems = append(c.report.Problems, Problem{Code: "more", Message: fmt.Sprintf("%d more problems.", c.dropped)})
	}
	return c.report, err
}

type stateKey struct {
	table schema.TableNum
	id    record.ID
}

type stateOf struct {
	version, seq uint64
	values       record.Values
}

type checker struct {
	store   *Store
	ctx     context.Context
	report  Report
	dropped int
	// state is what the journal makes of every record.
	state   map[stateKey]stateOf
	ascents map[schema.TableNum]*change.Ascent
}

func (c *checker) found(code, table, id, format string, args ...any) {
	if len(c.report.Problems) >= problemsMost {
		c.dropped++
		return
	}
	c.report.Problems = append(c.report.Problems, Problem{code, table, id, fmt.Sprintf(format, args...)})
}

func (c *checker) run(tx *bolt.Tx) error {
	if sound, err := c.pages(); err != nil || !sound {
		return err
	}
	if err := c.journal(tx); err != nil {
		return err
	}
	if err := c.records(tx); err != nil {
		return err
	}
	for _, k := range slices.SortedFunc(maps.Keys(c.state), compareKeys) {
		c.found("state", c.table(k.table), k.id.String(), "The journal has a record that is not among the records.")
	}
	return c.ctx.Err()
}

// pages checks the file's structure. Where it is broken, bbolt could not be trusted with it.
func (c *checker) pages() (sound bool, err error) {
	t, err := readForest(c.store.file)
	if err != nil {
		return false, err
	}
	for _, broken := range t.faults {
		c.found("page", "", "", "The file’s structure is broken: %s", broken)
	}
	if t.lost > 0 {
		c.found("page", "", "", "%d pages of the file are neither used nor free.", t.lost)
	}
	if t.half || c.store.half {
		c.found("page", "", "", "One of the two places where the file’s beginning is noted is broken. The last changes before that may be missing.")
	}
	if c.store.torn {
		c.found("page", "", "", "Something after the last change that was saved cannot be read. Another change after it may be missing.")
	}
	return len(t.faults) == 0, nil
}

// Mishap says that the file was not whole when it was opened, nil when it was: what it held can be read, and the last
// change may be missing. Check tells more, until the next change has been saved.
func (s *Store) Mishap() error {
	if !s.half && !s.torn {
		return nil
	}
	return fault.New(fault.Damaged, "The end of %s was not whole when it was opened, as when a computer goes off while it saves. Everything before it is there; the last change may be missing. Look at the history, and make it again if it is.", s.path)
}

func compareKeys(a, b stateKey) int {
	if a.table != b.table {
		return int(a.table) - int(b.table)
	}
	return a.id.Compare(b.id)
}

// journal carries the journal out in memory.
func (c *checker) journal(tx *bolt.Tx) error {
	headers, err := c.store.loadHeaders(tx)
	if err != nil {
		c.found("journal", "", "", "%s", err)
	}
	c.report.ChangeSets = len(headers)
	for i := range headers {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		c.entry(tx, &headers[i])
	}
	return nil
}

// entry carries one set out.
func (c *checker) entry(tx *bolt.Tx, h *change.Header) {
	ops := map[change.Op]int{}
	last := stateKey{}
	err := c.store.eachBlock(tx, h.Seq, func(changes []change.Change) error {
		for i := range changes {
			k := stateKey{changes[i].Table, changes[i].ID}
			if compareKeys(last, k) >= 0 {
				c.found("journal", c.table(k.table), k.id.String(), "Entry %d is out of order.", h.Seq)
			}
			last = k
			ops[changes[i].Op]++
			c.carryOut(h.Seq, &changes[i])
		}
		return nil
	})
	if err != nil {
		c.found("journal", "", "", "Entry %d: %s", h.Seq, err)
	} else if ops[change.Create] != h.Created || ops[change.Update] != h.Updated || ops[change.Delete] != h.Deleted {
		c.found("journal", "", "", "Entry %d does not have as many changes as its header says.", h.Seq)
	}
}

func (c *checker) carryOut(seq uint64, ch *change.Change) {
	k := stateKey{ch.Table, ch.ID}
	was, there := c.state[k]
	wrong := there == (ch.Op == change.Create) || ch.Prev != was.seq && ch.Op != change.Create || there && ch.Version != was.version+1
	for _, n := range ch.Fields() {
		wrong = wrong || was.values.Get(n) != ch.Before.Get(n)
	}
	if wrong {
		c.found("journal", c.table(ch.Table), ch.ID.String(), "Entry %d does not fit what was before it.", seq)
	}
	if ch.Op == change.Delete {
		delete(c.state, k)
		return
	}
	c.state[k] = stateOf{ch.Version, seq, was.values.With(ch.Values()...)}
}

// records compares every record with the journal, the rules and the memory.
func (c *checker) records(tx *bolt.Tx) error {
	snap, read, r := c.store.Snapshot(), &texts{}, &stored{}
	err := tx.Bucket(recordsBucket).ForEach(func(k, v []byte) error {
		if c.report.Records++; c.report.Records%cancelEvery == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		if err := c.store.decodeRecord(r, k, v, read); err != nil {
			c.found("record", "", fmt.Sprintf("%x", k), "A record cannot be read.")
			return nil
		}
		c.record(snap, r.table, &r.record)
		return nil
	})
	if c.report.Records != snap.Len() {
		c.found("memory", "", "", "The file has %d records, the memory %d.", c.report.Records, snap.Len())
	}
	return err
}

func (c *checker) record(snap *snapshot.Snapshot, n schema.TableNum, r *record.Record) {
	k := stateKey{n, r.ID}
	made, there := c.state[k]
	delete(c.state, k)
	if !there || made.version != r.Version || made.seq != r.Seq || !slices.Equal(made.values, r.Values) {
		c.found("state", c.table(n), r.ID.String(), "The record is not what the journal made it.")
	}
	if m, ok := snap.Record(n, r.ID); !ok || m.Version != r.Version || m.Seq != r.Seq || !slices.Equal(m.Values, r.Values) {
		c.found("memory", c.table(n), r.ID.String(), "The record in memory is not the one in the file.")
	}
	table := c.store.model.TableByNum(n)
	if table == nil {
		c.found("record", "", r.ID.String(), "The record belongs to table number %d, which this version does not know.", n)
		return
	}
	if r.Values.Get(table.PrimaryField().Num).IsBlank() {
		c.found("value", table.Key, r.ID.String(), "The record has no name.")
	}
	for _, f := range r.Values {
		if field := table.FieldByNum(f.Num); field != nil {
			c.value(snap, table, field, r, f.Value)
		}
	}
}

func (c *checker) value(snap *snapshot.Snapshot, t *schema.Table, f *schema.Field, r *record.Record, v record.Value) {
	if clean, err := record.Clean(f, v); err != nil || clean != v {
		c.found("value", t.Key, r.ID.String(), "%s holds a value that breaks its rules.", f.Label)
		return
	}
	if f.Kind != schema.Lookup {
		return
	}
	target := snap.Model.Table(f.Target).Num
	if _, ok := snap.Table(target).Slot(v.ID()); !ok {
		c.found("link", t.Key, r.ID.String(), "%s points to a record that is not there.", f.Label)
	}
	if f.Parent && c.ascent(snap.Table(target), f.Num).Returns(r.ID, v.ID()) {
		c.found("circle", t.Key, r.ID.String(), "%s leads back to the record itself.", f.Label)
	}
}

func (c *checker) ascent(t *snapshot.Table, parent schema.FieldNum) *change.Ascent {
	if c.ascents[t.Schema.Num] == nil {
		c.ascents[t.Schema.Num] = &change.Ascent{Parent: func(id record.ID) record.ID {
			if slot, ok := t.Slot(id); ok {
				return t.Column(parent).Link(slot)
			}
			return record.NoID
		}}
	}
	return c.ascents[t.Schema.Num]
}

func (c *checker) table(n schema.TableNum) string {
	if t := c.store.model.TableByNum(n); t != nil {
		return t.Key
	}
	return fmt.Sprint(n)
}
