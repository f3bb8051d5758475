package api

import (
	"cadastre/app/insight"
	"cadastre/store/schema"
)

// Insight answers what dashboards and charts ask.
type Insight struct{ a *API }

// Chart draws the records that a query finds.
func (i *Insight) Chart(q Query, c schema.Chart) (out insight.Drawing, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return out, err
	}
	snap := s.Snapshot()
	asked, _, err := i.a.queryOf(s, snap, q)
	if err != nil {
		return out, err
	}
	out, err = insight.Draw(snap, asked, c)
	out.Groups, out.Series, out.Cells = nonNil(out.Groups), nonNil(out.Series), nonNil(out.Cells)
	return out, err
}
