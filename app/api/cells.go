package api

import (
	"context"

	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

// Cells reads and writes blocks of cells of a list.
type Cells struct{ a *API }

// block is a range as it was found.
type block struct {
	snap    *snapshot.Snapshot
	table   *schema.Table
	rows    *snapshot.Table
	columns []snapshot.Path
	slots   []snapshot.Slot
}

func (c *Cells) find(r Range) (*store.Store, *block, error) {
	s, t, err := c.a.session.table(r.Table)
	if err != nil {
		return nil, nil, err
	}
	b := &block{snap: s.Snapshot(), table: t}
	b.rows = b.snap.Table(b.table.Num)
	if b.columns, err = b.snap.Paths(b.table, r.Fields); err != nil {
		return nil, nil, err
	}
	b.slots, err = c.slots(s, b, r)
	return s, b, err
}

func (c *Cells) slots(s *store.Store, b *block, r Range) ([]snapshot.Slot, error) {
	if r.Query != nil {
		asked, _, err := c.a.queryOf(s, b.snap, *r.Query)
		if err != nil {
			return nil, err
		}
		list, err := c.a.session.answers.list(b.snap, asked)
		if err != nil {
			return nil, err
		}
		return list.Page(r.Query.Offset, r.Query.Limit), nil
	}
	ids, err := parseIDs(r.IDs)
	if err != nil {
		return nil, err
	}
	slots := make([]snapshot.Slot, 0, len(ids))
	for _, id := range ids {
		slot, ok := b.rows.Slot(id)
		if !ok {
			return nil, goneFault(b.table)
		}
		slots = append(slots, slot)
	}
	return slots, nil
}

// Copy returns a range as spreadsheets take it.
func (c *Cells) Copy(r Range) (out Copied, err error) {
	defer rescue(&err)
	_, b, err := c.find(r)
	if err != nil {
		return out, err
	}
	text, html := exchange.Clipboard(len(b.slots), len(b.columns), b.copied)
	return Copied{Text: text, HTML: html, Rows: len(b.slots)}, nil
}

func (b *block) copied(row, column int) exchange.CopiedCell {
	c := b.columns[column]
	return exchange.CopiedCell{Shown: b.display(row, column), Field: c.Field, Value: c.Value(b.slots[row])}
}

func (b *block) display(row, column int) string {
	c := b.columns[column]
	return b.snap.Display(c.Field, c.Value(b.slots[row]))
}

// Figures sums a range up: how many of its cells are filled, and what its numbers come to.
func (c *Cells) Figures(r Range) (out Figures, err error) {
	defer rescue(&err)
	_, b, err := c.find(r)
	if err != nil {
		return out, err
	}
	out.Rows = len(b.slots)
	for _, column := range b.columns {
		for _, slot := range b.slots {
			v := column.Value(slot)
			if v.IsBlank() {
				continue
			}
			out.Filled++
			switch column.Field.Kind {
			case schema.Whole:
				out.add(float64(v.Int()))
			case schema.Decimal:
				out.add(v.Float())
			}
		}
	}
	return out, nil
}

func (f *Figures) add(n float64) {
	f.Numbers++
	f.Sum += n
}

// Put plans what putting cells into a range would do. When every cell is good, or the person has said to
// take the good ones, it is done as one change set.
func (c *Cells) Put(p Put) (out PutResult, err error) {
	defer rescue(&err)
	s, b, err := c.find(p.Range)
	if err != nil {
		return out, err
	}
	if p.Fill == "" && len(p.Cells) == 0 {
		return out, fault.New(fault.Usage, "There are no cells to put into the list.")
	}
	out.Beyond = max(0, p.Rows-len(b.slots))
	planner := exchange.Planner{Snapshot: b.snap, IDs: record.NewID}
	plan, err := planner.PlanBlock(context.Background(), b.put(&p, out.Beyond), p.DayFirst)
	if err != nil {
		return out, err
	}
	out.Cells, out.Records = plan.Changes()
	out.AskDayFirst = plan.AskDates
	b.tell(&p, plan, &out)
	if !p.Take && (out.Total > 0 || out.Beyond > 0) || out.Cells == 0 {
		return out, nil
	}
	draft, err := plan.Draft(c.a.prefs.who(), s.Snapshot())
	if err != nil {
		return out, err
	}
	h, err := s.Apply(context.Background(), draft)
	out.Done = doneOf(h)
	return out, err
}

// put is the block that a person wants to put onto the range.
func (b *block) put(p *Put, beyond int) exchange.Block {
	out := exchange.Block{Table: b.table, Columns: b.columns, Origin: change.FromGrid, Verb: p.Verb, Cell: b.cells(p)}
	if p.Fill == "" && p.Verb == "pasted" {
		out.Origin = change.FromPaste
	}
	for _, slot := range b.slots {
		out.IDs = append(out.IDs, b.rows.ID(slot))
	}
	if p.Create {
		for range beyond {
			out.IDs = append(out.IDs, record.NewID())
		}
	}
	return out
}

// cells says what is put where: the first row or column again, or the cells given as often as they fit.
func (b *block) cells(p *Put) func(row, column int) exchange.BlockCell {
	corrected := map[CellAt]string{}
	for _, c := range p.Corrections {
		corrected[CellAt{c.Row, c.Column}] = c.Text
	}
	return func(row, column int) exchange.BlockCell {
		if text, ok := corrected[CellAt{row, column}]; ok {
			return exchange.BlockCell{Text: text}
		}
		switch p.Fill {
		case "down":
			c := b.columns[column]
			return exchange.CellOf(b.snap, c.Field, c.Value(b.slots[0]))
		case "right":
			return exchange.BlockCell{Text: b.display(row, 0)}
		}
		if line := p.Cells[row%len(p.Cells)]; len(line) > 0 && column%p.width() < len(line) {
			return exchange.BlockCell{Text: line[column%p.width()]}
		}
		return exchange.BlockCell{}
	}
}

// width is how many columns the cells have; lines may be shorter.
func (p *Put) width() int {
	if p.wide == 0 {
		for _, line := range p.Cells {
			p.wide = max(p.wide, len(line))
		}
	}
	return max(p.wide, 1)
}

// problemsMost is how many problems of a block are shown at once.
const problemsMost = 200

// tell lists what is wrong with the cells of a block.
func (b *block) tell(p *Put, plan *exchange.Plan, out *PutResult) {
	out.Total, out.Problems = len(plan.Problems), []PutProblem{}
	cells := b.cells(p)
	for _, problem := range plan.Problems[:min(len(plan.Problems), problemsMost)] {
		told := PutProblem{Row: problem.Row - 1, Column: -1, Field: problem.Header, Value: problem.Value, Message: problem.Message,
			Suggestions: nonNil(problem.Suggestions), Severity: string(problem.Severity), Name: "New " + b.table.Label}
		for i := range b.columns {
			if exchange.Letter(i) == problem.Column {
				told.Column = i
			}
		}
		if told.Row >= 0 && told.Row < len(b.slots) {
			told.Name = b.rows.Name(b.slots[told.Row])
			if told.Column >= 0 {
				told.Before = b.display(told.Row, told.Column)
			}
		}
		if told.Row >= 0 && told.Column >= 0 {
			told.Value = cells(told.Row, told.Column).Text
			told.Settable = exchange.Settable(b.table, b.columns[told.Column])
		}
		out.Problems = append(out.Problems, told)
	}
}
