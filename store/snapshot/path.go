package snapshot

import (
	"iter"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// A Path leads from the records of a table to one of their fields, or over lookups to one of a record
// that they link to.
type Path struct {
	// Key is what the path is written as: "criticality", "itsystem.criticality".
	Key string
	// Field is the one at its end.
	Field *schema.Field
	// via are the lookups on the way, and the tables that they lead into.
	via []step
	end *Table
}

type step struct {
	from   *Table
	column *Column
	target *Table
}

// Path returns the path of a key from a table, or a fault Invalid when it leads nowhere.
func (s *Snapshot) Path(t *schema.Table, key string) (Path, error) {
	p := Path{Key: key, Field: s.Model.FieldAt(t, key), end: s.Table(t.Num)}
	if p.Field == nil {
		return p, fault.New(fault.Invalid, "%s has no field “%s”.", t.Plural, key)
	}
	steps := strings.Split(key, ".")
	for _, step := range steps[:len(steps)-1] {
		p.follow(s, p.end.Schema.Field(step))
	}
	return p, nil
}

// Paths returns the paths of several keys; a fault Invalid names one that leads nowhere.
func (s *Snapshot) Paths(t *schema.Table, keys []string) ([]Path, error) {
	paths := make([]Path, len(keys))
	for i, key := range keys {
		p, err := s.Path(t, key)
		if err != nil {
			return nil, err
		}
		paths[i] = p
	}
	return paths, nil
}

// FieldPaths are the paths to all of a table's own fields that are wanted.
func (s *Snapshot) FieldPaths(t *schema.Table, wanted func(*schema.Field) bool) []Path {
	var paths []Path
	for _, f := range t.Fields {
		if wanted(f) {
			paths = append(paths, Path{Key: f.Key, Field: f, end: s.Table(t.Num)})
		}
	}
	return paths
}

func (p *Path) follow(s *Snapshot, lookup *schema.Field) {
	target := s.Table(s.Model.Table(lookup.Target).Num)
	p.via, p.end = append(p.via, step{p.end, p.end.Column(lookup.Num), target}), target
}

// Via are the keys of the paths to the links on the way, the nearest first.
func (p Path) Via() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, r := range p.Key {
			if r == '.' && !yield(p.Key[:i]) {
				return
			}
		}
	}
}

// Own is true for a field of the table itself.
func (p Path) Own() bool { return len(p.via) == 0 }

// End is the table that the path leads into.
func (p Path) End() *Table { return p.end }

// Reach leads from the record in a slot to the one that has the field, false where a link on the way is blank.
func (p Path) Reach(slot Slot) (Slot, bool) {
	for _, step := range p.via {
		next, ok := step.target.Slot(step.column.Link(slot))
		if !ok {
			return 0, false
		}
		slot = next
	}
	return slot, true
}

// Follow is Reach for whoever asks for most records: every link on the way is looked up once.
func (p Path) Follow() func(Slot) (Slot, bool) {
	via := make([][]Slot, len(p.via))
	for i, step := range p.via {
		via[i] = step.from.Targets(step.column.num, step.target)
	}
	return func(slot Slot) (Slot, bool) {
		for _, to := range via {
			if slot = to[slot]; slot == Nowhere {
				return 0, false
			}
		}
		return slot, true
	}
}

// Value is what stands at the end of the path of the record in a slot; blank where a link on it is.
func (p Path) Value(slot Slot) record.Value {
	if at, ok := p.Reach(slot); ok {
		return p.end.Value(at, p.Field.Num)
	}
	return record.Value{}
}

// Label names a path to people: "Criticality (IT System)".
func (s *Snapshot) Label(t *schema.Table, p Path) string {
	if p.Own() {
		return p.Field.Label
	}
	via := s.Model.FieldAt(t, p.Key[:strings.LastIndex(p.Key, ".")])
	return p.Field.Label + " (" + via.Label + ")"
}
