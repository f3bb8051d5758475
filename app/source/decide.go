package source

import (
	"fmt"
	"slices"
	"time"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Decider is who decides about entries, and when.
type Decider struct {
	Who string
	Now time.Time
	IDs record.IDs
	// Seen is the last change set in what the decider looked at: what was touched later is left. 0 leaves nothing.
	Seen uint64
	// Own are the decider's own decisions since: they were made about what was seen.
	Own []uint64
}

// A Decision is what deciding about entries would do, in one change set.
type Decision struct {
	Draft change.Draft
	// Decided is about how many entries. Left are those that cannot be, with the reasons.
	Decided int
	Left    []error

	queue *Queue
	// accepted are the items whose values are let in.
	accepted []snapshot.Slot
}

// NameImport names in the draft the import that brought what is accepted, and its files, as far as it is one.
func (d *Decision) NameImport(past Past) error {
	items := d.queue.items
	by, err := past.Givers(d.queue.snap, items.Schema.Num, items.Schema.Field("integrationsyncjob").Num)
	if err != nil {
		return err
	}
	imports := map[uint32]bool{}
	for _, slot := range d.accepted {
		imports[at(by, slot)] = true
	}
	for seq := range imports {
		if headers := past.Headers(); len(imports) == 1 && seq != 0 && headers[seq-1].Kind == change.FromImport {
			d.Draft.Origin.Accepts, d.Draft.Origin.Files = uint64(seq), headers[seq-1].Files
		}
	}
	return nil
}

// Accept writes what is proposed, and certifies it and what is in the catalogue already. Of two values that sources
// propose for one cell the one of the better source is taken; the other goes on waiting.
func (q *Queue) Accept(entries []Entry, by Decider) Decision {
	d := deciding{Queue: q, by: by, kinds: map[Kind]bool{}}
	entries = d.seen(entries)
	best := map[Cell]*Entry{}
	for i := range entries {
		if e := &entries[i]; e.Kind == Proposed && e.stuck == nil && q.better(e, best[e.Cell]) {
			best[e.Cell] = e
		}
	}
	for i := range entries {
		switch e := &entries[i]; {
		case e.stuck != nil:
			d.left(fault.New(fault.Invalid, "%s of “%s” was left: %s", e.Field.Label, e.Name, fault.From(e.stuck).Message))
		case e.Kind == Proposed && best[e.Cell] != e:
			d.left(fault.New(fault.Conflict, "%s of “%s” was left: %s says something else, and counts more.", e.Field.Label, e.Name, best[e.Cell].Source))
		default:
			d.accept(e)
		}
	}
	return d.done(d.verb())
}

// better is true for a value whose source counts more than that of another.
func (q *Queue) better(e, than *Entry) bool {
	if than == nil {
		return true
	}
	p := q.policies.about(e.Table, e.Field)
	return p != nil && p.rank(e.Source) < p.rank(than.Source)
}

// Decline lets the catalogue stand as it is. A value that was declined is not asked about again.
func (q *Queue) Decline(entries []Entry, by Decider) Decision {
	d := deciding{Queue: q, by: by}
	entries = d.seen(entries)
	for i := range entries {
		if e := &entries[i]; e.Kind == Proposed {
			d.decline(e)
		} else {
			d.left(fault.New(fault.Invalid, "%s of “%s” is in the catalogue. Correct it in the record instead.", e.Field.Label, e.Name))
		}
	}
	return d.done("declined")
}

// deciding collects what is decided.
type deciding struct {
	*Queue
	by  Decider
	out Decision
	// last is the entry decided about last.
	last *Entry
	// kinds are those of what was accepted.
	kinds map[Kind]bool
}

// accepting is what accepting values of one kind is called.
var accepting = map[Kind]string{Proposed: "accepted", Uncertified: "certified", Stale: "confirmed"}

// verb is what accepting these values is called.
func (d *deciding) verb() string {
	if len(d.kinds) == 1 {
		return accepting[d.last.Kind]
	}
	return accepting[Proposed]
}

func (d *deciding) left(why error) { d.out.Left = append(d.out.Left, why) }

func (d *deciding) edit(e change.Edit) { d.out.Draft.Edits = append(d.out.Draft.Edits, e) }

// seen are the entries that stand as the decider saw them.
func (d *deciding) seen(entries []Entry) (out []Entry) {
	for _, e := range entries {
		if d.by.Seen != 0 && slices.ContainsFunc(d.touched(&e), d.unseen) {
			d.left(fault.New(fault.Conflict, "%s of “%s” was left: it has changed since you saw it. Look at it again, then decide.", e.Field.Label, e.Name))
			continue
		}
		out = append(out, e)
	}
	return out
}

// unseen is true for a change set that the decider does not know.
func (d *deciding) unseen(seq uint64) bool { return seq > d.by.Seen && !slices.Contains(d.by.Own, seq) }

func (d *deciding) accept(e *Entry) {
	d.last, d.kinds[e.Kind] = e, true
	d.out.Decided++
	if e.Kind == Proposed {
		d.out.accepted = append(d.out.accepted, e.slot)
		d.edit(change.Edit{Op: change.Update, Table: e.Table.Num, ID: e.Record, Expect: d.version(e), Fields: []record.FieldValue{{Num: e.Field.Num, Value: e.value}}})
		d.edit(d.items.update(e.slot, values{"applieddatetime": record.OfTime(d.by.Now), "processmessage": record.OfString("Accepted by " + d.by.Who + ".")}))
	}
	v := values{"ledgerstatus": record.OfInt(certified), "statecode": record.OfInt(schema.StateActive),
		"certifiedby": record.OfString(d.by.Who), "certifieddatetime": record.OfTime(d.by.Now)}
	if slot, there := d.booked[ofSource{e.Cell, fold(e.Source)}]; there {
		d.edit(d.ledger.update(slot, v))
		return
	}
	d.edit(d.ledger.create(d.by.IDs(), booking(v, e.Source, e.Table, e.Record, e.Name, e.Field)))
}

// version is that of the record as the queue knows it.
func (d *deciding) version(e *Entry) uint64 {
	t := d.snap.Table(e.Table.Num)
	slot, there := t.Slot(e.Record)
	if !there {
		return 0
	}
	return t.Version(slot)
}

func (d *deciding) decline(e *Entry) {
	d.last = e
	d.out.Decided++
	d.edit(d.items.update(e.slot, values{"statecode": deactivated, "processmessage": record.OfString(fmt.Sprintf("Declined by %s.", d.by.Who))}))
	of := ofSource{e.Cell, fold(e.Source)}
	if slot, there := d.booked[of]; there && !d.gaveOpen(&d.said, of, slot) {
		d.edit(d.unbook(slot))
	}
}

// done says in words what was decided.
func (d *deciding) done(verb string) Decision {
	out := &d.out
	out.queue = d.Queue
	out.Draft.Who, out.Draft.Long, out.Draft.Origin = d.by.Who, true, change.Origin{Kind: change.FromQueue}
	out.Draft.Summary = fmt.Sprintf("%d values of sources %s", out.Decided, verb)
	if e := d.last; out.Decided == 1 {
		out.Draft.Summary = fmt.Sprintf("%s of “%s” from %s %s", e.Field.Label, e.Name, e.Source, verb)
	}
	return *out
}

// booking completes what the ledger says of a cell for the first time.
func booking(v values, source string, t *schema.Table, id record.ID, name string, f *schema.Field) values {
	v["name"] = record.OfString(fmt.Sprintf("%s %s from %s", name, f.Label, source))
	v["sourcesystemkey"], v["ledgeraspect"], v["aspectkey"] = record.OfString(source), record.OfInt(ofField), record.OfString(f.Key)
	v["targettable"], v["targetid"] = record.OfString(t.Key), record.OfString(id.String())
	return v
}
