package source

import (
	"slices"
	"strings"

	"cadastre/store/fault"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// A policy says whose values go into a field, and how.
type policy struct {
	name string
	// sources are the keys of those that may, the one that counts most first; none for all alike.
	sources []string
	// certify lets values wait until somebody certifies them; auto is certified at once.
	certify, auto bool
	// stale is after how many days without a word of its source a value is, 0 for never.
	stale int64
}

type ruled struct {
	table *schema.Table
	field *schema.Field // nil for the whole table
}

// policies are those of tables and fields.
type policies map[ruled]*policy

// readPolicies reads the active policies. Those that have no effect are told in notes.
func (f *flow) readPolicies() (out policies, notes []string) {
	out = policies{}
	r := f.policyRows
	for slot := range r.All().All() {
		if !r.active(slot) {
			continue
		}
		at, understood := f.ruledBy(slot)
		switch other := out[at]; {
		case !understood:
			notes = append(notes, fault.Sentence("The commit policy “%s” has no effect: it names a table or a field that the catalogue does not have. Correct its Target Table or Field Name.", r.Name(slot)))
		case other != nil:
			notes = append(notes, fault.Sentence("The commit policy “%s” has no effect: “%s” is about the same field.", r.Name(slot), other.name))
		default:
			out[at] = f.policy(slot)
		}
	}
	return out, notes
}

func (f *flow) policy(slot snapshot.Slot) *policy {
	r := f.policyRows
	return &policy{name: r.Name(slot), sources: listed(r.text(slot, "authoritativesources")), stale: r.value(slot, "staleafterdays").Int(),
		certify: r.value(slot, "commitmode").Int() == onCertify, auto: r.value(slot, "autocertify").Int() == schema.CodeYes}
}

// ruledBy is what a policy is about.
func (f *flow) ruledBy(slot snapshot.Slot) (at ruled, understood bool) {
	at.table = f.snap.Model.TableCalled(f.policyRows.text(slot, "targettable"))
	name := f.policyRows.text(slot, "fieldname")
	if at.table == nil || name == "" {
		return at, at.table != nil
	}
	at.field = fieldOf(at.table, name)
	return at, at.field != nil
}

// listed are the keys of a list as people write it.
func listed(text string) (keys []string) {
	for _, key := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) }) {
		if key = strings.TrimSpace(key); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// about returns the policy for a field: its own, else that of its table; nil for none.
func (p policies) about(t *schema.Table, f *schema.Field) *policy {
	if f.System {
		return nil
	}
	if own := p[ruled{t, f}]; own != nil {
		return own
	}
	return p[ruled{t, nil}]
}

// rank is the place of a source in the list, behind all for one that is not in it.
func (p *policy) rank(source string) int {
	i := slices.IndexFunc(p.sources, func(key string) bool { return fold(key) == fold(source) })
	if i < 0 {
		return len(p.sources)
	}
	return i
}

// yields says whether what the holder gave makes room for a source, and else why not. What a person typed has no
// holder: it makes room for the sources that the policy names.
func (p *policy) yields(holder, source string) string {
	switch mine := p.rank(source); {
	case len(p.sources) == 0 || fold(holder) == fold(source):
		return ""
	case holder == "" && mine == len(p.sources):
		return fault.Sentence("“%s” names the sources that may change it, and %s is none of them.", p.name, source)
	case holder != "" && mine > p.rank(holder):
		return fault.Sentence("the value came from %s, which “%s” puts before %s.", holder, p.name, source)
	}
	return ""
}
