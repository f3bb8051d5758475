package source

import (
	"fmt"
	"iter"
	"strings"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Row is what a file of the source says of one record.
type Row struct {
	Table *schema.Table
	ID    record.ID
	Name  string
	// Key is the source's own for it, "" for none.
	Key string
	// Rejected rows are counted; nothing else is known of them.
	Created, Rejected bool
	// Taken are the values that go in, Waiting those that do not, Same the fields of which the file says what the
	// catalogue holds, Declined those of which it says what somebody has declined.
	Taken          []record.FieldValue
	Waiting        []Withheld
	Same, Declined []*schema.Field
}

// Withheld is a value that a policy does not let in yet.
type Withheld struct {
	Field *schema.Field
	Value record.Value
	Why   string
}

// A Delivery is an import of files of the source.
type Delivery struct {
	Files []string
	Rows  iter.Seq[Row]
	// Show is what people see for a value, also for links to records that the import makes.
	Show func(*schema.Field, record.Value) string
	// Decided is what somebody answered about values.
	Decided []Translation
}

// Edits are what the flow's tables keep of a delivery, to be written in the change set of its rows: a job for each
// table, an item for each value that goes in or waits, the identifiers, the ledger and the value maps. The fault is a
// Conflict when somebody has worked on these tables since the gate was opened.
func (g *Gate) Edits(now *snapshot.Snapshot, d Delivery) (iter.Seq[*change.Edit], error) {
	for _, r := range []rows{g.identifiers, g.valueMaps, g.policyRows, g.jobs, g.items, g.ledger} {
		if now.Table(r.Schema.Num) != r.Table {
			return nil, fault.New(fault.Conflict, "What is known of source systems has changed since the file was read. Read it again.")
		}
	}
	return func(yield func(*change.Edit) bool) {
		j := journal{Gate: g, show: d.Show, jobs: map[*schema.Table]*job{}, files: strings.Join(d.Files, ", "), yield: yield}
		for r := range d.Rows {
			if j.row(&r); j.ended {
				return
			}
		}
		j.learn(d.Decided)
		j.finish()
	}, nil
}

// A journal yields the edits of one delivery.
type journal struct {
	*Gate
	show  func(*schema.Field, record.Value) string
	files string
	jobs  map[*schema.Table]*job
	order []*job
	yield func(*change.Edit) bool
	ended bool // nobody wants more
}

func (j *journal) edit(e change.Edit) { j.ended = j.ended || !j.yield(&e) }

// A job is the sync job of one table.
type job struct {
	id    record.ID
	table *schema.Table
	open  bool // something waits or was rejected
}

func (j *journal) job(t *schema.Table) *job {
	if j.jobs[t] == nil {
		j.jobs[t] = &job{id: j.ids(), table: t}
		j.order = append(j.order, j.jobs[t])
	}
	return j.jobs[t]
}

func (j *journal) row(r *Row) {
	job := j.job(r.Table)
	if job.open = job.open || r.Rejected || len(r.Waiting) > 0; r.Rejected {
		return
	}
	if r.Key != "" {
		j.identify(r)
	}
	if r.Created {
		j.item(r, nil, record.OfString(r.Name), "Created.", true)
	}
	for _, v := range r.Taken {
		if f := r.Table.FieldByNum(v.Num); !r.Created || j.policies.about(r.Table, f) != nil {
			j.taken(r, f, v.Value)
		}
	}
	for _, w := range r.Waiting {
		j.waits(r, w)
	}
	for _, f := range r.Same {
		j.same(r, f)
	}
	for _, f := range r.Declined {
		j.withdraw(Cell{r.Table.Num, r.ID, f.Num})
	}
}

// identify ties the source's key to the record, and notes that it was seen.
func (j *journal) identify(r *Row) {
	v := values{"lastseendatetime": record.OfTime(j.now), "targetid": record.OfString(r.ID.String())}
	if slot, there := j.Gate.tied[tied{r.Table, fold(r.Key)}]; there {
		j.edit(j.identifiers.update(slot, v))
		return
	}
	v["name"], v["externalkey"] = record.OfString(j.key+":"+r.Key), record.OfString(r.Key)
	v["sourcesystemkey"], v["targettable"], v["firstseendatetime"] = record.OfString(j.key), record.OfString(r.Table.Key), record.OfTime(j.now)
	j.edit(j.identifiers.create(j.ids(), v))
}

// taken notes a value that goes in.
func (j *journal) taken(r *Row, f *schema.Field, v record.Value) {
	message := "Applied."
	if p := j.policies.about(r.Table, f); p != nil {
		if p.auto {
			message = "Applied, and certified by policy."
		}
		j.book(r, f, p.auto)
	}
	j.item(r, f, v, message, true)
}

// waitsFor begins what an item says that waits.
const waitsFor = "Waits: "

// waits notes a value that does not, unless it waits already.
func (j *journal) waits(r *Row, w Withheld) {
	c := Cell{r.Table.Num, r.ID, w.Field.Num}
	if i, there := j.waiting[j.of(c)]; there && j.says(i, w.Field, w.Value) {
		return
	}
	j.book(r, w.Field, false)
	j.item(r, w.Field, w.Value, waitsFor+w.Why, false)
}

// same notes that the source says what the catalogue holds: what waited of it has no more to wait for, and a value
// that a lesser source gave, or that it gave itself before the policy was made, is booked as its own from now on.
func (j *journal) same(r *Row, f *schema.Field) {
	c, p := Cell{r.Table.Num, r.ID, f.Num}, j.policies.about(r.Table, f)
	now := j.flow.now(c)
	holder := j.holder(&j.brought, c, now)
	_, noted := j.last[c]
	if p.rank(j.key) >= p.rank(holder) && (noted || fold(holder) != fold(j.key)) {
		j.withdraw(c)
		return
	}
	if i, there := j.waiting[j.of(c)]; there {
		j.edit(j.items.remove(i.slot))
	}
	j.book(r, f, p.auto)
	j.add(r, f, now, "Confirmed: the catalogue says the same.", true)
}

// withdraw takes back what waited of a cell: the source does not say it any more. What it gave before stays booked,
// certified where it was.
func (j *journal) withdraw(c Cell) {
	i, there := j.waiting[j.of(c)]
	if !there {
		return
	}
	j.edit(j.items.remove(i.slot))
	if slot, booked := j.entries[c]; booked && !j.gaveOpen(&j.brought, j.of(c), slot) {
		j.edit(j.unbook(slot))
	}
}

// gaveOpen is true where the catalogue holds what the source gave, and nobody has certified that since.
func (f *flow) gaveOpen(b *brought, of ofSource, entry snapshot.Slot) bool {
	mine := fold(f.holder(b, of.Cell, f.now(of.Cell))) == of.source
	return mine && f.ledger.value(entry, "certifieddatetime").Int() < b.last[of.Cell].applied
}

// item notes what became of a value, in the item that waited for it or in a new one. Without a field it is about the
// whole record.
func (j *journal) item(r *Row, f *schema.Field, v record.Value, message string, applied bool) {
	if f == nil {
		j.add(r, f, v, message, applied)
		return
	}
	i, there := j.waiting[j.of(Cell{r.Table.Num, r.ID, f.Num})]
	if !there {
		j.add(r, f, v, message, applied)
		return
	}
	j.edit(j.items.update(i.slot, j.said(r, f, v, message, applied)))
}

func (j *journal) add(r *Row, f *schema.Field, v record.Value, message string, applied bool) {
	said := j.said(r, f, v, message, applied)
	said["name"] = record.OfString(r.Name)
	if f != nil {
		said["name"] = record.OfString(r.Name + " " + f.Label)
		said["fieldname"] = record.OfString(f.Key)
	}
	said["targettable"], said["targetid"] = record.OfString(r.Table.Key), record.OfString(r.ID.String())
	j.edit(j.items.create(j.ids(), said))
}

// said is what an item says of a value.
func (j *journal) said(r *Row, f *schema.Field, v record.Value, message string, applied bool) values {
	out := values{"integrationsyncjob": record.OfID(j.job(r.Table).id), "newvalue": v, "processmessage": record.OfString(message)}
	if f != nil {
		out["newvalue"] = record.OfString(written(f, v, j.show(f, v)))
	}
	if applied {
		out["applieddatetime"] = record.OfTime(j.now)
	}
	return out
}

// book writes the ledger's entry about a cell: certified by policy, or pending.
func (j *journal) book(r *Row, f *schema.Field, byPolicy bool) {
	v := values{"ledgerstatus": record.OfInt(pending), "statecode": record.OfInt(schema.StateActive)}
	if byPolicy {
		v["ledgerstatus"], v["certifieddatetime"], v["certifiedby"], v["notes"] = record.OfInt(certified), record.OfTime(j.now), record.Value{}, record.OfString("By policy.")
	}
	if slot, there := j.entries[Cell{r.Table.Num, r.ID, f.Num}]; there {
		j.edit(j.ledger.update(slot, v))
		return
	}
	j.edit(j.ledger.create(j.ids(), booking(v, j.key, r.Table, r.ID, r.Name, f)))
}

// unbook closes the ledger's entry about a value that did not go in; one that had been certified before stays so.
func (f *flow) unbook(slot snapshot.Slot) change.Edit {
	if f.ledger.value(slot, "certifieddatetime").IsBlank() {
		return f.ledger.update(slot, values{"statecode": deactivated})
	}
	return f.ledger.update(slot, values{"ledgerstatus": record.OfInt(certified)})
}

// finish are the jobs themselves.
func (j *journal) finish() {
	for _, job := range j.order {
		status := success
		if job.open {
			status = partly
		}
		j.edit(j.Gate.jobs.create(job.id, values{
			"name":      record.OfString(fmt.Sprintf("%s: %s from %s", j.key, job.table.Plural, j.files)),
			"direction": record.OfInt(inbound), "entitytype": record.OfString(job.table.Key), "jobstatus": record.OfInt(int64(status)),
			"sourcesystemkey": record.OfString(j.key), "submitteddatetime": record.OfTime(j.now)}))
	}
}
