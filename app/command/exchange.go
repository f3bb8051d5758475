package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cadastre/app/api"
	"cadastre/app/exchange"
	"cadastre/store"
	"cadastre/store/fault"
	"cadastre/store/query"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"
)

type importDocument struct {
	Read      int `json:"read"`
	Created   int `json:"created"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	Skipped   int `json:"skipped"`
	Rejected  int `json:"rejected"`
	// ChangeSet is the number of the change set, 0 when nothing was written.
	ChangeSet uint64 `json:"changeSet"`
	// References are the records created because a cell names them, by table.
	References map[string]int `json:"references"`
	// Conflicts counts the cells changed in the file and in the catalogue since the export.
	Conflicts api.ConflictCounts `json:"conflicts"`
	// Waiting counts the values that the policies of the source do not let in yet.
	Waiting int `json:"waiting"`
	// Deletions are the records whose rows were deleted from the file.
	Deletions []api.PlanDeletion `json:"deletions"`
	// Rejects are the files written with what is to be corrected.
	Rejects  []string         `json:"rejects"`
	Tables   []tableDocument  `json:"tables"`
	Columns  []columnDocument `json:"columns"`
	Problems []api.Problem    `json:"problems"`
	Notes    []string         `json:"notes"`
}

type tableDocument struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Table string `json:"table"`
	Why   string `json:"why"`
	api.Counts
}

type columnDocument struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet"`
	Column string `json:"column"`
	Header string `json:"header"`
	Table  string `json:"table"`
	Field  string `json:"field"`
	How    string `json:"how"`
}

func importFiles(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, -1, opt("into"), opt("table"), opt("sheet"), opt("header-row"), opt("map"), opt("key"), opt("mode"),
		opt("blank"), opt("unknown"), opt("conflicts"), sw("deletions"), opt("rejects"), opt("source"), opt("source-key"), sw("partial"), sw("dry-run"), sw("json"))
	if err != nil {
		return err
	}
	if !w.has("into") {
		return fault.New(fault.Usage, "Say which catalogue to import into: --into CATALOGUE.")
	}
	open := env.with
	if w.has("dry-run") {
		open = env.reading
	}
	return open(w.one("into"), func(s *store.Store) error {
		options, err := importOptions(s.Snapshot(), w)
		if err != nil {
			return err
		}
		return env.importInto(ctx, s, w, options)
	})
}

func (e Environment) importInto(ctx context.Context, s *store.Store, w words, o exchange.Options) error {
	gate, err := api.GateOf(s.Snapshot(), s, o.Source, e.Clock())
	if err != nil {
		return err
	}
	plan, err := exchange.Planner{Snapshot: s.Snapshot(), Past: s, IDs: record.NewID, Gate: gate, Progress: e.progress()}.Plan(ctx, w.args, o)
	if err != nil {
		return err
	}
	doc := importDocumentOf(plan)
	refused := error(nil)
	if !w.has("dry-run") {
		doc.ChangeSet, refused = e.carryOut(ctx, s, plan)
	}
	if refused != nil && fault.CodeOf(refused) != fault.Rejected {
		return refused
	}
	if w.has("rejects") {
		written, err := plan.GiveBack(ctx, w.one("rejects"), !w.has("dry-run") && refused == nil)
		if err != nil {
			return err
		}
		doc.Rejects = append(doc.Rejects, written...)
	}
	if w.has("json") {
		err = writeJSON(e.Out, doc)
	} else {
		writeImport(e.Out, doc)
	}
	switch {
	case err != nil, w.has("dry-run"):
		return err
	case refused != nil:
		return fault.Wrap(refused, fault.Rejected, "%s (--unknown create makes records of unknown names, --partial takes what is good.)", fault.From(refused).Message)
	case plan.Counts.Rejected > 0:
		return errRejected
	case !placed(plan):
		return fault.New(fault.Unsupported, "Nothing was imported, as it is not clear which table the rows belong to. Say it with --table.")
	}
	return nil
}

// placed reports whether any sheet of a plan found its table.
func placed(p *exchange.Plan) bool {
	return slices.ContainsFunc(p.Sheets, func(s exchange.SheetPlan) bool { return s.Table != nil })
}

func (e Environment) carryOut(ctx context.Context, s *store.Store, plan *exchange.Plan) (uint64, error) {
	draft, err := plan.Draft(e.Who, s.Snapshot())
	if err != nil {
		return 0, err
	}
	h, err := s.Apply(ctx, draft)
	return h.Seq, err
}

// progress tells a person at a terminal how far the work is.
func (e Environment) progress() exchange.Progress {
	f, ok := e.Err.(*os.File)
	if !ok || !isTerminal(f) {
		return nil
	}
	return func(phase string, done, total int) {
		if total > 0 {
			fmt.Fprintf(f, "\r\x1b[K%s: %d of %d", phase, done, total)
			return
		}
		fmt.Fprintf(f, "\r\x1b[K%s: %d", phase, done)
	}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func importOptions(snap *snapshot.Snapshot, w words) (exchange.Options, error) {
	var o exchange.Options
	var err error
	if w.has("map") {
		mapping, err := readMap(snap, w.one("map"))
		if err != nil {
			return o, err
		}
		o = mapping.Options()
		o.Mapping = strings.TrimSuffix(filepath.Base(w.one("map")), ".json")
	}
	o.Table, o.OnlySheet, o.Conflicts, o.Deletions = w.one("table"), w.one("sheet"), exchange.Resolution(w.one("conflicts")), w.has("deletions")
	o.Mode, o.Blank = exchange.Mode(w.oneOr("mode", string(o.Mode))), exchange.Blank(w.oneOr("blank", string(o.Blank)))
	o.Unknown, o.Partial = exchange.Unknown(w.oneOr("unknown", string(o.Unknown))), o.Partial || w.has("partial")
	if o.HeaderRow, err = w.number("header-row", 0); err != nil {
		return o, err
	}
	o.Source, o.SourceKey = w.oneOr("source", o.Source), w.one("source-key")
	if o.SourceKey != "" && o.Source == "" {
		return o, fault.New(fault.Usage, "--source-key names the column with the keys of a source system: say which one with --source KEY.")
	}
	if w.has("key") {
		o.Key = strings.Split(w.one("key"), ",")
	}
	return o, nil
}

// readMap reads a mapping's file, or takes the one saved in the catalogue under that name.
func readMap(snap *snapshot.Snapshot, path string) (m exchange.Mapping, err error) {
	raw, err := os.ReadFile(path)
	if saved := api.FindMapping(snap, path); err != nil && saved != nil {
		return saved.Mapping, nil
	}
	if err != nil {
		return m, fault.Wrap(err, fault.NotFound, "The mapping %s cannot be read: %v.", path, err)
	}
	if m, err = exchange.ReadMapping(raw); err != nil {
		return m, fault.Wrap(err, fault.Usage, "%s: %s", path, fault.From(err).Message)
	}
	return m, nil
}

func importDocumentOf(p *exchange.Plan) importDocument {
	doc := importDocument{Read: p.Counts.Read, Created: p.Counts.Created, Updated: p.Counts.Updated, Unchanged: p.Counts.Unchanged,
		Skipped: p.Counts.Skipped, Rejected: p.Counts.Rejected, References: map[string]int{}, Tables: []tableDocument{}, Columns: []columnDocument{},
		Problems: []api.Problem{}, Notes: append([]string{}, p.Notes...)}
	for _, r := range p.References {
		doc.References[r.Table.Key]++
	}
	doc.Conflicts, doc.Deletions = api.ConflictCounts(p.Conflicts), []api.PlanDeletion{}
	doc.Rejects, doc.Waiting = []string{}, p.Waiting()
	for i := range p.Deletions {
		doc.Deletions = append(doc.Deletions, api.DeletionOf(&p.Deletions[i]))
	}
	for _, s := range p.Sheets {
		t := tableDocument{File: s.File, Sheet: s.Sheet, Why: s.Why, Counts: api.Counts(s.Counts)}
		if s.Table != nil {
			t.Table = s.Table.Key
		}
		doc.Tables = append(doc.Tables, t)
		for _, m := range s.Columns {
			c := columnDocument{File: s.File, Sheet: s.Sheet, Column: exchange.Letter(m.Column.Index), Header: m.Column.Header, Table: t.Table, How: string(m.How)}
			if m.Field != nil {
				c.Field = m.Field.Key
			}
			doc.Columns = append(doc.Columns, c)
		}
	}
	for _, problem := range p.Problems {
		doc.Problems = append(doc.Problems, api.ProblemOf(problem))
	}
	return doc
}

// shownProblems is how many problems are written for people; --json has them all.
const shownProblems = 50

func writeImport(out io.Writer, doc importDocument) {
	for _, n := range doc.Notes {
		fmt.Fprintln(out, n)
	}
	for _, t := range doc.Tables {
		fmt.Fprintf(out, "%s %s: %s (%s)\n", t.File, t.Sheet, orNone(t.Table), t.Why)
	}
	for i, p := range remarksLast(doc.Problems) {
		if i == shownProblems {
			fmt.Fprintf(out, "… and %d more; --json lists them all.\n", len(doc.Problems)-i)
			break
		}
		fmt.Fprintf(out, "%s: %s\n", place(p), p.Message)
	}
	writeDeletions(out, doc)
	for _, path := range doc.Rejects {
		fmt.Fprintf(out, "%s says what to correct.\n", path)
	}
	if doc.Waiting > 0 {
		fmt.Fprintf(out, "%d values wait for somebody to accept them (Source Systems, Waiting Values).\n", doc.Waiting)
	}
	fmt.Fprintf(out, "%d rows: %d created, %d updated, %d unchanged, %d skipped, %d rejected.\n", doc.Read, doc.Created, doc.Updated, doc.Unchanged, doc.Skipped, doc.Rejected)
}

// remarksLast puts what is only told behind what is to be corrected or decided.
func remarksLast(all []api.Problem) []api.Problem {
	rank := func(p api.Problem) int {
		if p.Severity == string(exchange.Note) && p.Conflict == nil {
			return 1
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b api.Problem) int { return rank(a) - rank(b) })
}

// writeDeletions tells what becomes of the records whose rows are gone, and of conflicts.
func writeDeletions(out io.Writer, doc importDocument) {
	for i, d := range doc.Deletions {
		links := 0
		for _, l := range d.Links {
			links += l.Count
		}
		switch {
		case d.Kept != "": // a problem has told it
		case i == shownProblems:
			fmt.Fprintf(out, "… and more; --json lists all %d deletions.\n", len(doc.Deletions))
		case i < shownProblems:
			fmt.Fprintf(out, "%s “%s” is deleted; %d links to it are cleared.\n", d.Table, d.Name, links)
		}
	}
	if c := doc.Conflicts; c.Open+c.Kept+c.Taken > 0 {
		fmt.Fprintf(out, "%d conflicts: %d kept, %d taken from the file, %d undecided (--conflicts keep|take).\n", c.Open+c.Kept+c.Taken, c.Kept, c.Taken, c.Open)
	}
}

func orNone(table string) string {
	if table == "" {
		return "left out"
	}
	return table
}

// place says where a problem is: "a.xlsx, Systems, C12".
func place(p api.Problem) string {
	at := p.File
	if p.Sheet != "" && !strings.HasPrefix(p.File, p.Sheet+".") {
		at += ", " + p.Sheet
	}
	switch {
	case p.Row > 0 && p.Column != "":
		at += fmt.Sprintf(", %s%d", p.Column, p.Row)
	case p.Row > 0:
		at += fmt.Sprintf(", row %d", p.Row)
	case p.Column != "":
		at += ", column " + p.Column
	}
	return at
}

func export(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 2, 2, opt("table"), opt("view"), sw("template"), sw("kit"), opt("into"), sw("no-new"))
	if err != nil {
		return err
	}
	return env.reading(w.args[0], func(s *store.Store) error {
		x := exchange.Exporter{Snapshot: s.Snapshot(), Headers: s.Headers(), KitOnly: w.has("kit"), Progress: env.progress(),
			Note: func(sentence string) { fmt.Fprintln(env.Err, sentence) }}
		if w.has("into") {
			return exportInto(ctx, x, w)
		}
		parts, err := env.parts(s, w)
		if err != nil {
			return err
		}
		if err := x.Write(ctx, w.args[1], parts); err != nil {
			return err
		}
		rows := 0
		for _, p := range parts {
			if !x.KitOnly || !p.Table.Own() {
				rows += len(p.Slots)
			}
		}
		fmt.Fprintf(env.Err, "%s holds %d rows.\n", w.args[1], rows)
		return nil
	})
}

// exportInto fills in a copy of a workbook that Power Apps exported.
func exportInto(ctx context.Context, x exchange.Exporter, w words) error {
	if w.has("table") || w.has("view") || w.has("template") || w.has("kit") {
		return fault.New(fault.Usage, "--into takes table and columns from the workbook, so nothing else can be chosen.")
	}
	return x.Into(ctx, w.one("into"), w.args[1], !w.has("no-new"))
}

// parts are the tables asked for, or all that have records; with a view, the records and columns of it.
func (e Environment) parts(s *store.Store, w words) ([]exchange.Part, error) {
	snap := s.Snapshot()
	var tables []*schema.Table
	for _, name := range w.options["table"] {
		t := exchange.FindTable(snap.Model, name)
		if t == nil {
			return nil, noTable(name)
		}
		tables = append(tables, t)
	}
	if w.has("view") {
		return e.viewPart(s, tables, w)
	}
	for _, t := range snap.Model.Tables {
		if !w.has("table") && (w.has("template") || snap.Table(t.Num).Len() > 0) {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return nil, fault.New(fault.NotFound, "The catalogue is empty, so there is nothing to export. --template writes empty sheets.")
	}
	parts := make([]exchange.Part, len(tables))
	for i, t := range tables {
		parts[i] = exchange.Part{Table: t, Template: w.has("template")}
		if !w.has("template") {
			parts[i] = exchange.All(snap, t)
		}
	}
	return parts, nil
}

func (e Environment) viewPart(s *store.Store, tables []*schema.Table, w words) ([]exchange.Part, error) {
	if len(tables) > 1 {
		return nil, fault.New(fault.Usage, "A view is of one table, and %d were named.", len(tables))
	}
	snap := s.Snapshot()
	if len(tables) == 0 {
		tables = snap.Model.Tables
	}
	v := (*schema.View)(nil)
	for _, t := range tables {
		if found := api.FindView(snap, t, w.one("view"), e.Who); found != nil && v == nil {
			v = found
		}
	}
	if v == nil {
		return nil, fault.New(fault.Usage, "There is no view “%s” of that table. “cadastre schema --json” lists those of the program.", w.one("view"))
	}
	part := exchange.Part{Table: snap.Model.Table(v.Table), Template: w.has("template")}
	columns, err := snap.Paths(part.Table, v.Columns)
	if part.Columns = columns; err != nil || w.has("template") {
		return []exchange.Part{part}, err
	}
	slots, err := query.Slots(snap, query.Query{Table: part.Table.Num, Filters: []schema.Filter{v.Filter}, Order: v.Order, Today: record.DayOf(e.Clock()), Me: e.Who, From: s.CameFrom})
	part.Slots = slots
	return []exchange.Part{part}, err
}
