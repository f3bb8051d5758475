package query

import "cadastre/store/schema"

// places tell the place of a code in its choice set. Most codes of a set lie close together: those are
// looked up without a map.
type places struct {
	set   *schema.ChoiceSet
	least int64
	near  []uint16 // by code less least
}

// nearMost is how far apart codes may lie to be near.
const nearMost = 1 << 10

func placesOf(set *schema.ChoiceSet) *places {
	p := &places{set: set}
	for i, o := range set.Options {
		if i == 0 || o.Code < p.least {
			p.least = o.Code
		}
	}
	for i, o := range set.Options {
		d := uint64(o.Code - p.least)
		for d < nearMost && d >= uint64(len(p.near)) {
			p.near = append(p.near, 0)
		}
		if d < nearMost {
			p.near[d] = uint16(i + 1)
		}
	}
	return p
}

// of returns the place of a code, from 1; 0 when the set lacks it.
func (p *places) of(code int64) int {
	if d := uint64(code - p.least); d < uint64(len(p.near)) {
		return int(p.near[d])
	}
	return p.set.Position(code) + 1
}
