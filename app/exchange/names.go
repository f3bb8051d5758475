package exchange

import (
	"slices"
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// fold is how names are compared: as they are kept, without case and accents.
func fold(name string) string {
	name = snapshot.Fold(record.OneLine(name))
	if strings.Contains(name, "  ") {
		return strings.Join(strings.Fields(name), " ")
	}
	return strings.TrimSpace(name)
}

// names finds records by what they are called: those of the catalogue and those that the import would
// create or rename.
type names struct {
	snap   *snapshot.Snapshot
	tables map[*schema.Table]*tableNames
}

// tableNames are the names of one table.
type tableNames struct {
	snap    *snapshot.Snapshot
	table   *schema.Table
	records *snapshot.Table
	// byName and byKey find the places of records: slots of the catalogue, then places in added.
	byName *chains
	byKey  map[string]*chains
	added  []addedName
	// stated are ids of added records that a file may state.
	stated map[record.ID]bool
	// known remembers what texts have meant, as long as they mean something.
	known map[string]*meaning
	// asked are the questions about records that would be created because cells name them.
	asked map[record.ID]*Question
	// missed remembers what is suggested for texts that mean nothing.
	missed map[string][]string
	near   *spelling.Names
}

type addedName struct {
	id   record.ID
	name string
}

func newNames(s *snapshot.Snapshot) *names {
	return &names{snap: s, tables: map[*schema.Table]*tableNames{}}
}

func (n *names) of(t *schema.Table) *tableNames {
	if n.tables[t] == nil {
		n.tables[t] = &tableNames{snap: n.snap, table: t, records: n.snap.Table(t.Num), byKey: map[string]*chains{},
			stated: map[record.ID]bool{}, known: map[string]*meaning{}, asked: map[record.ID]*Question{}, missed: map[string][]string{}}
	}
	return n.tables[t]
}

// chains lists places by key; one key may have several.
type chains struct {
	last map[string]int32
	// before is the place with the same key that was added before, by place; -1 for none.
	before []int32
}

func newChains(size int) *chains { return &chains{last: make(map[string]int32, size)} }

func (c *chains) add(key string, place int) {
	for len(c.before) <= place {
		c.before = append(c.before, -1)
	}
	if last, there := c.last[key]; there {
		c.before[place] = last
	}
	c.last[key] = int32(place)
}

// places returns the places with a key, the last added first.
func (c *chains) places(key string) []int {
	var out []int
	place, there := c.last[key]
	for ; there && place >= 0; place = c.before[place] {
		out = append(out, int(place))
	}
	return out
}

// named returns the index by name, made when it is first needed.
func (n *tableNames) named() *chains {
	if n.byName != nil {
		return n.byName
	}
	n.byName = newChains(n.records.Len())
	for i, text := range n.records.Folded(n.table.PrimaryField().Num) {
		if n.records.Live(snapshot.Slot(i)) {
			n.byName.add(fold(text), i)
		}
	}
	for i := range n.added {
		n.byName.add(fold(n.added[i].name), n.records.Slots()+i)
	}
	return n.byName
}

// add notes what a record would be called that would be created or renamed.
func (n *tableNames) add(name string, id record.ID) {
	n.added = append(n.added, addedName{id, name})
	if n.byName != nil {
		n.byName.add(fold(name), n.records.Slots()+len(n.added)-1)
	}
}

// forget forgets what texts meant before names were added.
func (n *names) forget() {
	for _, t := range n.tables {
		clear(t.known)
	}
}

// slots returns the records of the catalogue with a name.
func (n *tableNames) slots(name string) []snapshot.Slot {
	return n.ofCatalogue(n.named().places(fold(name)))
}

func (n *tableNames) ofCatalogue(places []int) []snapshot.Slot {
	var out []snapshot.Slot
	for _, p := range places {
		if p < n.records.Slots() {
			out = append(out, snapshot.Slot(p))
		}
	}
	return out
}

// keyed returns the records of the catalogue whose fields read as key says, see keyOf.
func (n *tableNames) keyed(fields []*schema.Field, key string) []snapshot.Slot {
	of := ""
	for _, f := range fields {
		of += f.Key + " "
	}
	index := n.byKey[of]
	if index == nil {
		index = newChains(n.records.Len())
		for i := range n.records.Slots() {
			if slot := snapshot.Slot(i); n.records.Live(slot) {
				index.add(n.recordKey(fields, slot), i)
			}
		}
		n.byKey[of] = index
	}
	return n.ofCatalogue(index.places(key))
}

// recordKey is the key of a record: what its fields show, folded and joined.
func (n *tableNames) recordKey(fields []*schema.Field, slot snapshot.Slot) string {
	parts := make([]string, len(fields))
	for i, f := range fields {
		parts[i] = fold(n.snap.Display(f, n.records.Value(slot, f.Num)))
	}
	return joinKey(parts)
}

// joinKey joins the parts of a key, "" when one of them is blank.
func joinKey(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	for _, p := range parts {
		if p == "" {
			return ""
		}
	}
	return strings.Join(parts, "\x00")
}

// A meaning is what a text in a cell may stand for: a link to one record, or to several of the same name.
type meaning struct {
	links []record.Value
	// question is the one about a record that cells create by naming it.
	question *Question
}

// meant returns the links that a text in a cell may stand for.
func (n *tableNames) meant(text string) []record.Value { return n.meaning(text).links }

func (n *tableNames) meaning(text string) *meaning {
	if known, ok := n.known[text]; ok {
		return known
	}
	found := &meaning{links: n.find(text)}
	if len(found.links) == 1 && len(n.asked) > 0 {
		found.question = n.asked[found.links[0].ID()]
	}
	if len(found.links) > 0 {
		n.known[strings.Clone(text)] = found
	}
	return found
}

func (n *tableNames) find(text string) []record.Value {
	if id, ok := n.byID(text); ok {
		return []record.Value{record.OfID(id)}
	}
	for _, spelt := range spellings(n.table, text) {
		if places := n.exact(n.named().places(fold(spelt)), spelt); len(places) > 0 {
			return n.values(places)
		}
	}
	for _, key := range n.table.Identifiers {
		var found []record.Value
		for _, slot := range n.keyed([]*schema.Field{n.table.Field(key)}, fold(text)) {
			found = append(found, record.OfID(n.records.ID(slot)))
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// byID reads an id by itself or in brackets after a name, the form that tells records of one name apart.
func (n *tableNames) byID(text string) (record.ID, bool) {
	id, err := record.ParseID(text)
	if i := strings.LastIndexByte(text, '('); err != nil && i >= 0 && strings.HasSuffix(text, ")") {
		id, err = record.ParseID(text[i+1 : len(text)-1])
	}
	if err != nil {
		return id, false
	}
	return id, n.exists(id)
}

// withoutID is a name without the id in brackets after it.
func withoutID(text string) string {
	if i := strings.LastIndexByte(text, '('); i > 0 && strings.HasSuffix(text, ")") {
		if _, err := record.ParseID(text[i+1 : len(text)-1]); err == nil {
			return strings.TrimSpace(text[:i])
		}
	}
	return text
}

func (n *tableNames) exists(id record.ID) bool {
	_, there := n.records.Slot(id)
	return there || n.stated[id]
}

// exact keeps, of records whose names differ in case and accents only, those that are called just so.
func (n *tableNames) exact(places []int, name string) []int {
	if len(places) < 2 {
		return places
	}
	var same []int
	for _, p := range places {
		if n.name(p) == record.OneLine(name) {
			same = append(same, p)
		}
	}
	if len(same) > 0 {
		return same
	}
	return places
}

func (n *tableNames) name(place int) string {
	if slots := n.records.Slots(); place >= slots {
		return n.added[place-slots].name
	}
	return n.records.Name(snapshot.Slot(place))
}

// called returns what a record is called, "" if there is none.
func (n *tableNames) called(id record.ID) string {
	if slot, there := n.records.Slot(id); there {
		return n.records.Name(slot)
	}
	i := slices.IndexFunc(n.added, func(a addedName) bool { return a.id == id })
	if i < 0 {
		return ""
	}
	return n.added[i].name
}

// values are links to the records at places, each record once.
func (n *tableNames) values(places []int) []record.Value {
	var out []record.Value
	seen := map[record.ID]bool{}
	for _, p := range places {
		var id record.ID
		if slots := n.records.Slots(); p >= slots {
			id = n.added[p-slots].id
		} else {
			id = n.records.ID(snapshot.Slot(p))
		}
		if !seen[id] {
			seen[id] = true
			out = append(out, record.OfID(id))
		}
	}
	return out
}

// spellings are a name as it stands and, in tables whose names are composed of two texts, turned round: Jane Doe
// and “Doe, Jane” are one person.
func spellings(t *schema.Table, name string) []string {
	parts := t.PrimaryField().Parts
	if len(parts) != 2 || slices.ContainsFunc(parts, func(key string) bool { return t.Field(key).Kind != schema.Text }) {
		return []string{name}
	}
	if last, first, found := strings.Cut(name, ","); found {
		return []string{name, strings.TrimSpace(first) + " " + strings.TrimSpace(last)}
	}
	whole := strings.TrimSpace(name)
	if i := strings.LastIndexByte(whole, ' '); i > 0 {
		return []string{name, whole[i+1:] + ", " + strings.TrimSpace(whole[:i])}
	}
	return []string{name}
}

// missedMost is how many different unknown names of a table get suggestions.
const missedMost = 500

// nearest are the names that a misspelt one may have meant.
func (n *tableNames) nearest(name string) []string {
	near, known := n.missed[name]
	if !known && len(n.missed) < missedMost {
		near = n.spelt().Nearest(name)
		n.missed[strings.Clone(name)] = near
	}
	return near
}

// comingMost is how many names that come with the import may be meant by misspelt ones: each is compared with each.
const comingMost = 2000

// spelt are the names as misspelt ones are compared with them: of the catalogue, and the first that come with the import.
func (n *tableNames) spelt() *spelling.Names {
	if n.near == nil {
		var all []string
		for _, slot := range n.records.Order(n.table.PrimaryField().Num).Sorted {
			all = append(all, n.records.Name(slot))
		}
		coming := map[string]bool{}
		for _, a := range n.added[:min(len(n.added), comingMost)] {
			if key := fold(a.name); !coming[key] && len(n.slots(a.name)) == 0 {
				coming[key], all = true, append(all, a.name)
			}
		}
		n.near = spelling.NewNames(all)
	}
	return n.near
}
