package api

import (
	"fmt"
	"strings"

	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// notDuplicates is the table that keeps which records are alike and not the same.
const notDuplicates = "notduplicate"

// pairOf names two records, whichever comes first.
func pairOf(a, b record.ID) string {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	return a.String() + " " + b.String()
}

// toldApart are the pairs that somebody has said are not the same.
func toldApart(snap *snapshot.Snapshot) map[string]bool {
	out := map[string]bool{}
	rows, pair := pairsOf(snap)
	for slot := range rows.All().All() {
		out[rows.Value(slot, pair).Str()] = true
	}
	return out
}

func pairsOf(snap *snapshot.Snapshot) (rows *snapshot.Table, pair schema.FieldNum) {
	rows = snap.Table(snap.Model.Table(notDuplicates).Num)
	return rows, rows.Schema.Field("pair").Num
}

// apart collects the edits that tell records of a table apart.
type apart struct {
	snap  *snapshot.Snapshot
	table *schema.Table
	told  map[string]bool
	edits []change.Edit
}

func (p *apart) names(a, b record.ID) string {
	return fmt.Sprintf("“%s” and “%s”", p.snap.Name(p.table.Num, a), p.snap.Name(p.table.Num, b))
}

// fields are what is kept of a pair.
func (p *apart) fields(a, b record.ID) []record.FieldValue {
	rows, pair := pairsOf(p.snap)
	return []record.FieldValue{{Num: rows.Schema.PrimaryField().Num, Value: record.OfString(p.names(a, b))}, {Num: pair, Value: record.OfString(pairOf(a, b))}}
}

// known is true for a pair that is told apart already, and notes it.
func (p *apart) known(pair string) bool {
	if p.told == nil {
		p.told = toldApart(p.snap)
	}
	was := p.told[pair]
	p.told[pair] = true
	return was
}

// tell tells two records apart, once.
func (p *apart) tell(a, b record.ID) {
	if !p.known(pairOf(a, b)) {
		rows, _ := pairsOf(p.snap)
		p.edits = append(p.edits, change.Edit{Op: change.Create, Table: rows.Schema.Num, ID: record.NewID(), Fields: p.fields(a, b)})
	}
}

// follow lets what was told apart from records that are merged into another be told apart from that one.
func (p *apart) follow(into change.Into) {
	rows, pair := pairsOf(p.snap)
	for slot := range rows.All().All() {
		a, b, ok := p.ends(rows.Value(slot, pair).Str())
		toA, goesA := into[change.Ref{Table: p.table.Num, ID: a}]
		toB, goesB := into[change.Ref{Table: p.table.Num, ID: b}]
		if goesA {
			a = toA
		}
		if goesB {
			b = toB
		}
		if !ok || !goesA && !goesB {
			continue
		}
		e := change.Edit{Op: change.Update, Table: rows.Schema.Num, ID: rows.ID(slot), Fields: p.fields(a, b)}
		if a == b || p.known(pairOf(a, b)) {
			e.Op, e.Fields = change.Delete, nil
		}
		p.edits = append(p.edits, e)
	}
}

// ends are the two records of a pair.
func (p *apart) ends(pair string) (a, b record.ID, ok bool) {
	first, second, _ := strings.Cut(pair, " ")
	a, err := record.ParseID(first)
	if err != nil {
		return a, b, false
	}
	b, err = record.ParseID(second)
	return a, b, err == nil
}
