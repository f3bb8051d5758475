package api

import (
	"context"
	"path/filepath"
	"slices"
	"sync"

	"cadastre/app/exchange"
	"cadastre/store/fault"
	"cadastre/store/record"
)

// Import plans and applies imports.
type Import struct {
	a  *API
	mu sync.Mutex
	// plans are those by the jobs that made them, nil while one is being made.
	plans map[string]*exchange.Plan
	// shelf keeps the rows of the files while there is a plan of them.
	shelf exchange.Shelf
	// pasted are the blocks that were pasted, while there is a plan of something; fresh is the one that none has
	// begun with yet.
	pasted exchange.Pasted
	fresh  string
}

var importFiles = []FileFilter{
	{Name: "Spreadsheets and packages", Pattern: "*.xlsx;*.xlsm;*.xltx;*.csv;*.tsv;*.txt;*.zip"},
	{Name: "All files", Pattern: "*"},
}

// Choose asks for the files to import; none means that it was cancelled.
func (i *Import) Choose() (out []string, err error) {
	defer rescue(&err)
	paths, err := i.a.host.OpenFiles("Import", importFiles, true)
	return nonNil(paths), err
}

// Start plans an import in the background. When the job has ended without an error its plan is there, and
// previews of it as they are counted by the job.
func (i *Import) Start(o ImportOptions) (out Job, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return out, err
	}
	if len(o.Paths) == 0 {
		return out, fault.New(fault.Usage, "No file was chosen.")
	}
	planner := exchange.Planner{Snapshot: s.Snapshot(), Past: s, IDs: record.NewID, Pasted: i.begun(o.Paths), Shelf: &i.shelf}
	return i.a.jobs.start("import", "Reading "+filepath.Base(o.Paths[0]), func(ctx context.Context, r *running) error {
		job := r.get().ID
		i.keep(job, nil)
		gate, err := GateOf(planner.Snapshot, s, o.Source, i.a.options.Clock())
		if planner.Gate = gate; err == nil {
			err = i.plan(ctx, r, planner, o)
		}
		if err != nil {
			i.Discard(job)
		}
		return err
	}), nil
}

// plan makes the plan of a job.
func (i *Import) plan(ctx context.Context, r *running, p exchange.Planner, o ImportOptions) error {
	job := r.get().ID
	p.Progress = r.progress
	p.Preview = func(plan *exchange.Plan) {
		i.keep(job, plan)
		r.previewed()
	}
	options, err := optionsOf(o)
	if err != nil {
		return err
	}
	plan, err := p.Plan(ctx, o.Paths, options)
	if err != nil {
		return err
	}
	i.keep(job, plan)
	return nil
}

func (i *Import) keep(job string, p *exchange.Plan) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.plans[job] = p
}

func optionsOf(o ImportOptions) (exchange.Options, error) {
	out := exchange.Options{Source: o.Source, Table: o.Table, Mode: exchange.Mode(o.Mode), Blank: exchange.Blank(o.Blank), Unknown: exchange.Unknown(o.Unknown),
		Partial: o.Partial, Dates: o.DayFirst, Conflicts: exchange.Resolution(o.Conflicts), Deletions: o.Deletions, Answers: o.Answers, Mapping: o.Mapping}
	for _, s := range o.Sheets {
		out.Sheets = append(out.Sheets, exchange.SheetOptions{File: s.File, Sheet: s.Sheet, Part: s.Part, Divide: s.Divide, Skip: s.Skip, Table: s.Table,
			HeaderRow: s.HeaderRow, Key: s.Key, Columns: s.Columns})
	}
	var err error
	if out.Decisions, err = decisionsOf(o.Decisions); err != nil {
		return out, err
	}
	out.Rows, err = rowAnswersOf(o.Rows)
	return out, err
}

func rowAnswersOf(rows []ImportRow) (out []exchange.RowAnswer, err error) {
	for _, r := range rows {
		a := exchange.RowAnswer{File: r.File, Sheet: r.Sheet, Row: r.Row, Apart: r.Apart}
		if r.Record != "" {
			if a.Record, err = record.ParseID(r.Record); err != nil {
				return nil, err
			}
		}
		out = append(out, a)
	}
	return out, nil
}

func (i *Import) find(job string) (*exchange.Plan, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if p := i.plans[job]; p != nil {
		return p, nil
	}
	return nil, fault.New(fault.NotFound, "This plan is no longer there. Choose the files again.")
}

// Plan returns the plan of a job that has ended, or the last preview of one under way.
func (i *Import) Plan(job string) (out Plan, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	return planOf(job, p), nil
}

// Rows returns a screenful of the plan's rows with one outcome, "" for all.
func (i *Import) Rows(job, outcome string, offset, limit int) (out PlanRows, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	out.Rows = []PlanRow{}
	for n := range p.Rows {
		r := &p.Rows[n]
		if outcome != "" && string(r.Outcome) != outcome {
			continue
		}
		if out.Total++; out.Total > offset && len(out.Rows) < min(limit, pageMost) {
			out.Rows = append(out.Rows, rowOf(p, r))
		}
	}
	return out, nil
}

// Problems returns a screenful of the plan's problems, or of its remarks, with one code, "" for all.
func (i *Import) Problems(job, code string, remarks bool, offset, limit int) (out Problems, err error) {
	defer rescue(&err)
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	out.Problems = []Problem{}
	for _, problem := range p.Problems {
		if problem.Remark() != remarks || code != "" && problem.Code != code {
			continue
		}
		if out.Total++; out.Total > offset && len(out.Problems) < min(limit, pageMost) {
			out.Problems = append(out.Problems, ProblemOf(problem))
		}
	}
	return out, nil
}

// Apply carries a plan out in the background, as one change set or not at all. The job tells which.
func (i *Import) Apply(job string) (out Job, err error) {
	defer rescue(&err)
	s, err := i.a.session.catalogue()
	if err != nil {
		return out, err
	}
	p, err := i.find(job)
	if err != nil {
		return out, err
	}
	draft, err := p.Draft(i.a.prefs.who(), s.Snapshot())
	if err != nil {
		return out, err
	}
	return i.a.jobs.start("apply", "Writing the catalogue", func(ctx context.Context, r *running) error {
		h, err := s.Apply(ctx, draft)
		if err != nil {
			return err
		}
		r.made(doneOf(h))
		return nil
	}), nil
}

// Discard forgets a plan, and with the last one the rows of its files.
func (i *Import) Discard(job string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.plans, job)
	if len(i.plans) == 0 {
		i.shelf.Clear()
		i.forgetPasted()
	}
}

func planOf(job string, p *exchange.Plan) Plan {
	out := Plan{Job: job, Reading: p.Reading, Counts: countsOf(p.Counts), Sheets: []PlanSheet{}, ProblemCounts: []ProblemCount{},
		References: map[string]int{}, Alike: []AlikeCount{}, Notes: nonNil(p.Notes), Blocked: p.Blocked, AskDayFirst: p.AskDates,
		Conflicts: ConflictCounts(p.Conflicts), Deletions: len(p.Deletions), Deleted: p.Deleted(), Waiting: p.Waiting(), Source: p.Source(), ToCorrect: p.ToCorrect(), Questions: len(p.Questions), Open: p.Open()}
	for i := range p.Sheets {
		out.Sheets = append(out.Sheets, sheetOf(p, &p.Sheets[i]))
	}
	for _, r := range p.References {
		out.References[r.Table.Key]++
	}
	for i := range p.Problems {
		out.count(&p.Problems[i])
	}
	return out
}

// count counts a problem, or a remark.
func (p *Plan) count(problem *exchange.Problem) {
	remark := problem.Remark()
	if remark {
		p.Remarks++
	} else {
		p.Problems++
	}
	n := slices.IndexFunc(p.ProblemCounts, func(c ProblemCount) bool { return c.Code == problem.Code && c.Remark == remark })
	if n < 0 {
		n = len(p.ProblemCounts)
		p.ProblemCounts = append(p.ProblemCounts, ProblemCount{Code: problem.Code, Remark: remark})
	}
	p.ProblemCounts[n].Count++
	if problem.Reasons != "" {
		p.countAlike(problem)
	}
}

// countAlike counts a likely duplicate by its reasons.
func (p *Plan) countAlike(problem *exchange.Problem) {
	n := slices.IndexFunc(p.Alike, func(c AlikeCount) bool { return c.Reasons == problem.Reasons })
	if n < 0 {
		n = len(p.Alike)
		p.Alike = append(p.Alike, AlikeCount{Reasons: problem.Reasons})
	}
	p.Alike[n].Count++
}

func countsOf(c exchange.Counts) Counts { return Counts(c) }

func sheetOf(p *exchange.Plan, s *exchange.SheetPlan) PlanSheet {
	out := PlanSheet{File: s.File, Sheet: s.Sheet, Why: s.Why, HeaderRow: s.HeaderRow, Key: nonNil(s.Key), Counts: countsOf(s.Counts), Columns: []PlanColumn{},
		Part: s.Part, Derived: s.Derived, Proposal: s.Proposal, Values: []DividedValue{}}
	for _, v := range s.Values {
		out.Values = append(out.Values, DividedValue(v))
	}
	if s.Table != nil {
		out.Table = s.Table.Key
	}
	for _, m := range s.Columns {
		c := PlanColumn{Column: m.Column.Index, Letter: exchange.Letter(m.Column.Index), Header: m.Column.Header, How: string(m.How), Filled: m.Column.Filled, Open: p.OpenIn(&m), Sample: []string{}}
		if m.Field != nil {
			c.Field = m.Field.Key
		} else if m.Link != nil {
			c.Field = m.Link.Key()
		}
		for _, cell := range m.Column.Distinct[:min(len(m.Column.Distinct), 3)] {
			c.Sample = append(c.Sample, cell.Value)
		}
		out.Columns = append(out.Columns, c)
	}
	return out
}

func rowOf(p *exchange.Plan, r *exchange.Row) PlanRow {
	s := &p.Sheets[r.Sheet]
	out := PlanRow{File: s.File, Sheet: s.Sheet, Row: r.Number, Outcome: string(r.Outcome), Name: r.Name, Cells: []PlanCell{}, Problems: []Problem{}}
	if r.Table == nil {
		return out
	}
	out.Table = r.Table.Key
	if r.ID != record.NoID {
		out.ID = r.ID.String()
	}
	for _, c := range p.Cells(r) {
		out.Cells = append(out.Cells, PlanCell{Field: c.Field.Key, Before: c.Before, After: c.After})
	}
	for _, problem := range p.Problems[r.FirstProblem : r.FirstProblem+r.Problems] {
		out.Problems = append(out.Problems, ProblemOf(problem))
	}
	return out
}

// ProblemOf is a problem of an import as documents show it.
func ProblemOf(p exchange.Problem) Problem {
	return Problem{File: p.File, Sheet: p.Sheet, Row: p.Row, Name: p.Name, Column: p.Column, Header: p.Header, Value: p.Value, Code: p.Code,
		Message: p.Message, Suggestions: nonNil(p.Suggestions), Severity: string(p.Severity), Conflict: conflictOf(p.Conflict), Twin: twinOf(p.Twin), Reasons: p.Reasons}
}

func twinOf(t *exchange.Twin) *Twin {
	if t == nil {
		return nil
	}
	return &Twin{Table: t.Table.Key, ID: t.ID.String(), Name: t.Name}
}
