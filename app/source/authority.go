package source

import (
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Authority tells of the values in a snapshot which source they came from, and its place among the sources that a
// commit policy names for the field; false where it names none, or the value came from none of them.
func Authority(s *snapshot.Snapshot, past Past, t *schema.Table) (func(record.ID, *schema.Field) (source string, rank int, ok bool), error) {
	f := flowOf(s)
	if len(f.policies) == 0 {
		return func(record.ID, *schema.Field) (string, int, bool) { return "", 0, false }, nil
	}
	items := f.readItems()
	if err := f.readGiven(past); err != nil {
		return nil, err
	}
	return func(id record.ID, field *schema.Field) (string, int, bool) {
		p, c := f.policies.about(t, field), Cell{t.Num, id, field.Num}
		if p == nil {
			return "", 0, false
		}
		source := f.holder(&items, c, f.now(c))
		rank := p.rank(source)
		return source, rank, source != "" && rank < len(p.sources)
	}, nil
}
