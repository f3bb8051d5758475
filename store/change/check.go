package change

import (
	"fmt"
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

type fieldFault struct {
	field   *schema.Field
	message string
}

// invalid makes one fault of those of a record's fields, nil of none.
func (p *preparation) invalid(w *work, faults []fieldFault) error {
	if len(faults) == 0 {
		return nil
	}
	e := &fault.Error{Code: fault.Invalid, Field: faults[0].field.Key, Fields: map[string]string{}}
	messages := make([]string, len(faults))
	for i, f := range faults {
		messages[i] = f.message
		e.Fields[f.field.Key] = f.message
	}
	e.Message = strings.Join(messages, " ")
	if p.draft.several() {
		e.Message = w.subject() + ": " + e.Message
	}
	return e
}

// subject says which record of several is meant.
func (w *work) subject() string {
	switch name := w.after.Get(w.table.PrimaryField().Num).Str(); {
	case name != "":
		return fmt.Sprintf("%s “%s”", w.table.Label, name)
	case w.row != 0:
		return fmt.Sprintf("%s in row %d", w.table.Label, w.row)
	}
	return w.table.Label
}

// check completes and verifies every record that the draft leaves behind, and stamps those that have changed.
func (p *preparation) check() error {
	for _, w := range p.order {
		if w.deleted {
			continue
		}
		if !p.draft.Restore {
			p.compose(w)
		}
		if err := p.checkRecord(w); err != nil {
			return err
		}
		if !p.draft.Restore && (w.before == nil || !slices.Equal(w.before.Values, w.after)) {
			p.stamp(w)
		}
	}
	return nil
}

// compose fills texts that are made of other fields: when a part changed and the text did not, or when
// it is blank. A whole name without parts is taken apart at its last blank, “Doe, Jane” at its comma.
func (p *preparation) compose(w *work) {
	for _, f := range w.table.Fields {
		if len(f.Parts) == 0 {
			continue
		}
		before := w.valuesBefore()
		parts, changed := p.parts(w, f, before)
		given := before.Get(f.Num) != w.after.Get(f.Num)
		switch {
		case len(parts) > 0 && (changed && !given || w.after.Get(f.Num).IsBlank()):
			whole, _ := record.Clean(f, record.OfString(clip(strings.Join(parts, " "), f.MaxLength)))
			p.set(w, record.FieldValue{Num: f.Num, Value: whole})
		case given && !changed:
			p.takeApart(w, f)
		}
	}
}

func (p *preparation) parts(w *work, f *schema.Field, before record.Values) (parts []string, changed bool) {
	for _, partKey := range f.Parts {
		part := w.table.Field(partKey)
		v := w.after.Get(part.Num)
		changed = changed || v != before.Get(part.Num)
		s := v.Str()
		if part.Kind == schema.Lookup && !v.IsBlank() {
			s = p.name(p.model.Table(part.Target), v.ID())
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	return parts, changed
}

func (p *preparation) takeApart(w *work, f *schema.Field) {
	if len(f.Parts) != 2 || w.table.Field(f.Parts[0]).Kind != schema.Text {
		return
	}
	for i, s := range firstAndLast(w.after.Get(f.Num).Str()) {
		part := w.table.Field(f.Parts[i])
		if v, err := record.Clean(part, record.OfString(s)); err == nil && record.Fits(part, v) == nil {
			p.set(w, record.FieldValue{Num: part.Num, Value: v})
		}
	}
}

// firstAndLast takes a name apart. What follows a whole name after a comma, as in “Ann Lee, PMP”, is part of neither.
func firstAndLast(whole string) []string {
	name, rest, found := strings.Cut(whole, ", ")
	i := strings.LastIndexByte(name, ' ')
	switch {
	case i > 0:
		return []string{name[:i], name[i+1:]}
	case found:
		return []string{rest, name}
	}
	return []string{"", whole}
}

// clip cuts a composed text to a field's length.
func clip(s string, most int) string {
	if r := []rune(s); most > 0 && len(r) > most {
		return string(r[:most])
	}
	return s
}

func (p *preparation) name(t *schema.Table, id record.ID) string {
	if w := p.work[key{t.Num, id}]; w != nil {
		return w.after.Get(t.PrimaryField().Num).Str()
	}
	return p.reader.Name(t.Num, id)
}

func (p *preparation) checkRecord(w *work) error {
	var faults []fieldFault
	for _, f := range p.breakable(w.table) {
		v := w.after.Get(f.Num)
		switch {
		case v.IsBlank() && f.Required && (p.draft.Complete && w.edited || f.Key == w.table.Primary):
			faults = append(faults, fieldFault{f, f.Label + " is missing. Fill it in."})
		case !w.changes(f.Num):
		case !p.draft.Long && !p.draft.Restore && record.Fits(f, v) != nil:
			faults = append(faults, fieldFault{f, fault.From(record.Fits(f, v)).Message})
		case f.Kind == schema.Lookup && !v.IsBlank():
			if message := p.checkLink(w.key, f, v.ID()); message != "" {
				faults = append(faults, fieldFault{f, message})
			}
		}
	}
	return p.invalid(w, faults)
}

// breakable are the fields of a table that a record is checked for.
func (p *preparation) breakable(t *schema.Table) []*schema.Field {
	fields, known := p.checked[t.Num]
	if !known {
		for _, f := range t.Fields {
			if f.Key == t.Primary || p.canBreak(f) {
				fields = append(fields, f)
			}
		}
		p.checked[t.Num] = fields
	}
	return fields
}

// canBreak is false for fields of which any clean value will do.
func (p *preparation) canBreak(f *schema.Field) bool {
	return f.Required || f.Kind == schema.Lookup || f.MaxLength > 0 && !p.draft.Long && !p.draft.Restore
}

func (w *work) changes(n schema.FieldNum) bool {
	return w.before == nil || w.before.Values.Get(n) != w.after.Get(n)
}

// checkLink returns what is wrong with a link, "" for nothing.
func (p *preparation) checkLink(k key, f *schema.Field, target record.ID) string {
	table := p.model.Table(f.Target)
	if !p.exists(key{table.Num, target}) {
		return f.Label + " points to a record that is not in the catalogue. Choose another."
	}
	if f.Parent && p.inCircle(k, f.Num, target) {
		return f.Label + " would make a circle: the record chosen is this one or lies below it. Choose another."
	}
	return ""
}

func (p *preparation) exists(k key) bool {
	if w := p.work[k]; w != nil {
		return !w.deleted
	}
	return p.reader.Has(k.table, k.id)
}

// inCircle climbs from the parent.
func (p *preparation) inCircle(k key, parent schema.FieldNum, up record.ID) bool {
	a := p.ascents[k.table]
	if a == nil {
		a = &Ascent{Parent: func(id record.ID) record.ID { return p.values(key{k.table, id}).Get(parent).ID() }}
		p.ascents[k.table] = a
	}
	return a.Returns(k.id, up)
}

func (p *preparation) values(k key) record.Values {
	if w := p.work[k]; w != nil {
		return w.after
	}
	if r, ok := p.reader.Record(k.table, k.id); ok {
		return r.Values
	}
	return nil
}
