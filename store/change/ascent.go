package change

import "cadastre/store/record"

// An Ascent climbs a hierarchy to find circles. It remembers which records lead to a top, so that a deep
// hierarchy is climbed once; what Parent answers must not change meanwhile.
type Ascent struct {
	// Parent returns the record above another, NoID for none.
	Parent func(record.ID) record.ID
	known  map[record.ID]place
}

type place uint8

const (
	onTheWay place = iota + 1
	leadsToATop
)

// Returns is true when climbing from up comes to id. It ends also where others form a circle.
func (a *Ascent) Returns(id, up record.ID) bool {
	if a.known == nil {
		a.known = map[record.ID]place{}
	}
	var way []record.ID
	for up != id && up != record.NoID && a.known[up] == 0 {
		a.known[up] = onTheWay
		way = append(way, up)
		up = a.Parent(up)
	}
	top := up == record.NoID || up != id && a.known[up] == leadsToATop
	for _, passed := range way {
		if top {
			a.known[passed] = leadsToATop
		} else {
			delete(a.known, passed)
		}
	}
	return up == id
}
