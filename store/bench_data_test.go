package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// benchSizes are numbers of systems: CADASTRE_BENCH=10000,100000,500000, or 10,000 alone.
func benchSizes(b *testing.B) []int {
	var sizes []int
	for _, s := range strings.Split(os.Getenv("CADASTRE_BENCH"), ",") {
		if n, err := strconv.Atoi(s); err == nil {
			sizes = append(sizes, n)
		}
	}
	if sizes == nil {
		return []int{10_000}
	}
	return sizes
}

func forSizes(b *testing.B, f func(b *testing.B, n int)) {
	for _, n := range benchSizes(b) {
		b.Run(fmt.Sprint(n), func(b *testing.B) { f(b, n) })
	}
}

var vocabulary = strings.Fields(`permit licence payroll ledger citizen portal gateway archive report inspection case registry
	identity payment billing mapping survey fleet asset records health safety benefit grant procurement contract audit training
	recruitment calendar messaging directory monitoring backup storage network firewall analytics dashboard forecasting scheduling`)

func prose(r *rand.Rand, words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = vocabulary[r.IntN(len(vocabulary))]
	}
	return strings.Join(out, " ")
}

// benchSystem is a record of about 900 bytes in 25 fields.
func benchSystem(r *rand.Rand, i int, vendors, people []record.ID) change.Edit {
	e := change.Edit{Op: change.Create, Table: systems.Num, Row: uint32(i + 2), Sheet: 1}
	put := func(key string, v record.Value) {
		e.Fields = append(e.Fields, record.FieldValue{Num: field(systems, key), Value: v})
	}
	name := prose(r, 3)
	put("name", record.OfString(fmt.Sprintf("%s %d", strings.ToUpper(name[:1])+name[1:], r.IntN(1_000_000))))
	put("abbreviation", record.OfString(strings.ToUpper(name[:3])+strconv.Itoa(i)))
	put("systemcode", record.OfString(fmt.Sprintf("SYS-%07d", i)))
	put("description", record.OfString("<p>"+prose(r, 20)+" – "+prose(r, 20)+".</p>"))
	put("dependenciessummary", record.OfString(prose(r, 12)))
	for _, key := range []string{"url", "documentationurl", "repositoryurl"} {
		put(key, record.OfString(fmt.Sprintf("https://%s.example.org/%s/%d", key, vocabulary[r.IntN(len(vocabulary))], i)))
	}
	for _, key := range []string{"criticality", "securityclassification", "lifecyclestage", "operationalstatus", "primaryithostingmodel",
		"ispublicapiavailable", "visibility", "catalogstatus", "systemtype", "containspii"} {
		options := schema.Default().ChoiceSet(systems.Field(key).Choice).Options
		put(key, record.OfInt(options[r.IntN(len(options))].Code))
	}
	for _, key := range []string{"lastreviewdate", "nextreviewdate", "golivedate", "retirementdate"} {
		put(key, record.OfInt(18_000+r.Int64N(4000)))
	}
	put("vendor", record.OfID(vendors[r.IntN(len(vendors))]))
	put("pointofcontact", record.OfID(people[r.IntN(len(people))]))
	put("informationsecurityofficer", record.OfID(people[r.IntN(len(people))]))
	return e
}

// benchDraft has 200 vendors, 1,000 people and n systems.
func benchDraft(n int) change.Draft {
	r := rand.New(rand.NewPCG(1, 2))
	d := change.Draft{Who: "Ann", Summary: "Import", Origin: change.Origin{Kind: change.FromImport}}
	named := func(table string, count int) []record.ID {
		t := schema.Default().Table(table)
		ids := make([]record.ID, count)
		for i := range ids {
			ids[i] = record.NewID()
			name := record.FieldValue{Num: t.PrimaryField().Num, Value: record.OfString(fmt.Sprintf("%s %d", prose(r, 2), i))}
			d.Edits = append(d.Edits, change.Edit{Op: change.Create, Table: t.Num, ID: ids[i], Fields: []record.FieldValue{name}})
		}
		return ids
	}
	vendors, people := named("account", 200), named("contact", 1000)
	for i := range n {
		d.Edits = append(d.Edits, benchSystem(r, i, vendors, people))
	}
	return d
}

var benchFiles = struct {
	sync.Mutex
	byN map[int]string
}{byN: map[int]string{}}

// benchFile is a catalogue of n systems, made once; TestMain removes it.
func benchFile(b *testing.B, n int) string {
	b.Helper()
	benchFiles.Lock()
	defer benchFiles.Unlock()
	if path := benchFiles.byN[n]; path != "" {
		return path
	}
	dir, err := os.MkdirTemp("", "cadastre-bench-")
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(dir, "bench.cadastre")
	s, err := store.Create(path, store.Options{})
	if err == nil {
		_, err = s.Apply(context.Background(), benchDraft(n))
	}
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	benchFiles.byN[n] = path
	return path
}

func benchStore(b *testing.B, n int) *store.Store {
	b.Helper()
	s, err := store.Open(benchFile(b, n), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	return s
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, path := range benchFiles.byN {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}
