package source_test

import (
	"fmt"
	"testing"
	"time"

	"cadastre/app/source"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// What waits is found anew after every change: here with 1,500 values that no value map of their source explains.
func BenchmarkWaitingStuckValues(b *testing.B) {
	for _, maps := range []int{30, 300} {
		b.Run(fmt.Sprintf("maps=%d", maps), func(b *testing.B) {
			snap, now := stuckValues(b, 1500, maps), time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
			for b.Loop() {
				if q := source.Waiting(snap, now); len(q.Entries) != 1500 || q.Entries[0].Stuck() == "" {
					b.Fatalf("%d entries", len(q.Entries))
				}
			}
		})
	}
}

func stuckValues(b *testing.B, values, maps int) *snapshot.Snapshot {
	b.Helper()
	model, job := schema.Default(), record.NewID()
	snap := snapshot.NewBuilder(model).Snapshot(0)
	d := change.Draft{Who: "tester"}
	create := func(table string, id record.ID, texts map[string]string) {
		t := model.Table(table)
		e := change.Edit{Op: change.Create, Table: t.Num, ID: id}
		for key, text := range texts {
			v, err := record.Parse(t.Field(key), text)
			if err != nil {
				b.Fatal(err)
			}
			e.Fields = append(e.Fields, record.FieldValue{Num: t.Field(key).Num, Value: v})
		}
		d.Edits = append(d.Edits, e)
	}
	create("integrationsyncjob", job, map[string]string{"name": "Run", "sourcesystemkey": "SNOW"})
	for i := range maps {
		create("integrationvaluemap", record.NewID(), map[string]string{"name": fmt.Sprint(i), "sourcesystemkey": "SNOW", "codelist": "Criticality", "sourcecode": fmt.Sprint("code ", i), "canonicalcodevalue": "High"})
	}
	for i := range values {
		id := record.NewID()
		create("itsystem", id, map[string]string{"name": fmt.Sprint("System ", i)})
		create("integrationsyncitem", record.NewID(), map[string]string{"name": fmt.Sprint(i), "integrationsyncjob": job.String(), "targettable": "itsystem", "targetid": id.String(), "fieldname": "criticality", "newvalue": fmt.Sprint("word ", i)})
	}
	set, err := change.Prepare(model, snap, d, time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC), record.NewID)
	if err != nil {
		b.Fatal(err)
	}
	set.Seq = 1
	return snap.Apply(&set)
}
