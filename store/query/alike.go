package query

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A Pair is two records that may be the same thing kept twice: indexes of what was compared, A before B.
type Pair struct {
	A, B    int
	Reasons []Reason
}

// A Reason is why two records are thought to be one.
type Reason struct {
	// Field is the key of the field, Words says what is alike in it.
	Field, Words string
	weight       int
}

// weight is how much all reasons say together.
func (p *Pair) weight() int {
	sum := 0
	for _, r := range p.Reasons {
		sum += r.weight
	}
	return sum
}

// What reasons weigh. Less than enough is not told.
const (
	strong = 6
	good   = 4
	fair   = 3
	weak   = 2
	enough = 2
	// against is what different identifiers, parents or types take away: as much as one name gives.
	against = strong
)

// commonMost is how many records may share a value for it to tell anything.
const commonMost = 8

// neighbours is with how many others a name is compared, in order of its letters forwards and backwards.
const neighbours = 10

// Telling returns what a record holds in the fields by which a table's duplicates are seen.
func Telling(s *snapshot.Snapshot, t *snapshot.Table, slot snapshot.Slot) []string {
	texts := make([]string, len(t.Schema.Telling))
	for i, key := range t.Schema.Telling {
		f := t.Schema.Field(key)
		texts[i] = s.Display(f, t.Value(slot, f.Num))
	}
	return texts
}

// A Likeness is records of a table among which some are likely the same thing.
type Likeness struct {
	Table *schema.Table
	// Records are given by what they hold in the table's telling fields.
	Records [][]string
	// First is the first record of interest: of each pair one is at or after it.
	First int
	// Progress is told now and then how much of the work is done, counted in records, unless it is nil.
	Progress func(done, total int)
}

// Pairs finds the pairs that are likely the same thing, the likeliest first. It never compares each with each,
// and ends early with the context's error.
func (l Likeness) Pairs(ctx context.Context) ([]Pair, error) {
	a := &alike{Likeness: l, stop: ctx.Err, forms: make([]form, len(l.Records)), pairs: map[[2]int]*Pair{}}
	for i, texts := range l.Records {
		a.forms[i] = a.formOf(texts)
		if err := a.step(); err != nil {
			return nil, err
		}
	}
	if err := a.byName(); err != nil {
		return nil, err
	}
	a.byKeys()
	return a.likely(), nil
}

// likely are the pairs of which the reasons say enough.
func (a *alike) likely() (out []Pair) {
	for _, p := range a.pairs {
		if a.contradict(p); p.weight() >= enough {
			out = append(out, *p)
		}
	}
	slices.SortFunc(out, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(q.weight(), p.weight()), cmp.Compare(a.forms[p.A].squeezed, a.forms[q.A].squeezed), cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
	return out
}

type alike struct {
	Likeness
	stop  func() error // says why the work shall end early
	done  int          // how many records were looked at, each several times
	forms []form
	pairs map[[2]int]*Pair
}

const (
	// rounds is how often every record is looked at: once by itself, and in each order of names.
	rounds = 4
	// stride is after how many records the work looks up.
	stride = 1024
)

// step notes that one more record was looked at, and says why to end.
func (a *alike) step() error {
	if a.done++; a.done%stride != 0 {
		return nil
	}
	if a.Progress != nil {
		a.Progress(a.done/rounds, len(a.forms))
	}
	return a.stop()
}

// note adds a reason to a pair; of several for one field the first stands.
func (a *alike) note(i, j int, r Reason) {
	if i > j {
		i, j = j, i
	}
	if i == j || j < a.First {
		return
	}
	p := a.pairs[[2]int{i, j}]
	if p == nil {
		p = &Pair{A: i, B: j}
		a.pairs[[2]int{i, j}] = p
	}
	if !slices.ContainsFunc(p.Reasons, func(old Reason) bool { return old.Field == r.Field }) {
		p.Reasons = append(p.Reasons, r)
	}
}

// contradict takes the weight of what tells things apart from a pair.
func (a *alike) contradict(p *Pair) {
	for i, key := range a.Table.Telling {
		x, y := a.forms[p.A].keys[i], a.forms[p.B].keys[i]
		if (slices.Contains(a.Table.Identifiers, key) || a.tellsApart(key)) && x != "" && y != "" && x != y {
			p.Reasons = append(p.Reasons, Reason{Field: key, Words: "differs", weight: -against})
		}
	}
}

// byName compares each name with those beside it, in order of letters forwards, backwards, and of words.
func (a *alike) byName() error {
	for _, key := range []func(*form) string{
		func(f *form) string { return f.squeezed },
		func(f *form) string { return f.backwards },
		func(f *form) string { return f.sorted },
	} {
		order := make([]int, len(a.forms))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(i, j int) int { return cmp.Compare(key(&a.forms[i]), key(&a.forms[j])) })
		for at, i := range order {
			for _, j := range order[at+1 : min(at+1+neighbours, len(order))] {
				if words, weight := a.forms[i].likeName(&a.forms[j]); weight > 0 {
					a.note(i, j, Reason{a.Table.Primary, words, weight})
				}
			}
			if err := a.step(); err != nil {
				return err
			}
		}
	}
	return nil
}

// byKeys puts together what holds the same in the other fields, and names that are another's abbreviation.
func (a *alike) byKeys() {
	for n, key := range a.Table.Telling[min(1, len(a.Table.Telling)):] {
		field := n + 1
		if a.tellsApart(key) {
			continue
		}
		a.together(func(f *form) string { return f.keys[field] }, func(i, j int) { a.note(i, j, a.sameReason(key)) })
	}
	short := map[string][]int{}
	for i := range a.forms {
		for _, s := range a.forms[i].shorts(a.Table) {
			short[s] = append(short[s], i)
		}
	}
	for i := range a.forms {
		if same := short[a.forms[i].squeezed]; len(same) <= commonMost {
			for _, j := range same {
				a.note(i, j, Reason{a.Table.Primary, "is short for the other’s", fair})
			}
		}
	}
}

// together calls found for every two records with the same key, unless many have it.
func (a *alike) together(key func(*form) string, found func(i, j int)) {
	by := map[string][]int{}
	for i := range a.forms {
		if k := key(&a.forms[i]); k != "" {
			by[k] = append(by[k], i)
		}
	}
	for _, same := range by {
		if len(same) > commonMost {
			continue
		}
		for n, i := range same {
			for _, j := range same[n+1:] {
				found(i, j)
			}
		}
	}
}

// tellsApart is true for a field that says where or of which type a thing is: many share it, and it speaks only against.
func (a *alike) tellsApart(key string) bool { return a.Table.Field(key).Kind == schema.Lookup }

func (a *alike) sameReason(key string) Reason {
	r := Reason{Field: key, Words: "is the same", weight: weak}
	switch f := a.Table.Field(key); {
	case slices.Contains(a.Table.Identifiers, key):
		r.weight = strong
	case f.Kind == schema.URL, f.Kind == schema.Email:
		r.weight = good
	}
	return r
}

// addressOf is a URL without what does not tell sites apart.
func addressOf(text string) string {
	text = snapshot.Fold(text)
	if _, rest, found := strings.Cut(text, "://"); found {
		text = rest
	}
	text, _, _ = strings.Cut(text, "#")
	return strings.TrimSuffix(strings.TrimPrefix(text, "www."), "/")
}
