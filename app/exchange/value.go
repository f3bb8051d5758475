package exchange

import (
	"strings"

	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Value reads a value as people write it: dates and choices as in cells, lookups by id or name. An empty
// text is blank.
func Value(s *snapshot.Snapshot, f *schema.Field, text string) (record.Value, error) {
	if strings.TrimSpace(text) == "" {
		return record.Value{}, nil
	}
	if f.Kind == schema.Lookup {
		id, err := FindRecord(s, s.Model.Table(f.Target), text)
		return record.OfID(id), err
	}
	r := spelling.Reader{Model: s.Model, Field: f, Exact: true}
	v, trouble := r.Read(workbook.Cell{Value: text})
	if trouble != nil {
		return v, trouble.Error
	}
	return v, nil
}

// FindRecord finds a record by id or name. A fault Ambiguous names the ids of those with the same name.
func FindRecord(s *snapshot.Snapshot, t *schema.Table, name string) (record.ID, error) {
	if id, err := record.ParseID(name); err == nil {
		if _, ok := s.Table(t.Num).Slot(id); ok {
			return id, nil
		}
	}
	switch ids := query.Find(s, t.Num, strings.TrimSpace(name)); len(ids) {
	case 0:
		return record.NoID, fault.New(fault.NotFound, "No %s is called “%s”.", t.Label, name)
	case 1:
		return ids[0], nil
	default:
		texts := make([]string, min(len(ids), 5))
		for i := range texts {
			texts[i] = ids[i].String()
		}
		return record.NoID, fault.New(fault.Ambiguous, "%s are called “%s”. Name one by its id: %s.", plural(len(ids), t.Label, t.Plural), name, strings.Join(texts, ", "))
	}
}
