package exchange

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cadastre/app/exchange/recognise"
	"cadastre/app/exchange/spelling"
	"cadastre/app/exchange/workbook"
	"cadastre/store/fault"
)

// ToCorrect counts the rows that are rejected, of which a cell is left out, or that somebody has left out.
func (p *Plan) ToCorrect() (n int) {
	for i := range p.Rows {
		if p.faulty(&p.Rows[i]) {
			n++
		}
	}
	return n
}

func (p *Plan) faulty(r *Row) bool {
	for _, problem := range p.Problems[r.FirstProblem : r.FirstProblem+r.Problems] {
		if problem.keepsOut() {
			return true
		}
	}
	return r.Outcome == Rejected
}

// keepsOut is true where a row or a cell is not taken for something that may be corrected in the file.
func (p *Problem) keepsOut() bool {
	return p.Severity != Note || p.Code == rowLeftOut || p.Code == valueLeftOut
}

// GiveBack writes each file that has rows to correct again as it is, with the cells at fault marked and the
// reasons beside them, and returns what it wrote. Of several files out is the folder. Taken says that the
// plan was carried out: then a file that comes back takes just the rows with a reason.
func (p *Plan) GiveBack(ctx context.Context, out string, taken bool) ([]string, error) {
	files := p.toCorrect(taken)
	if len(files) == 0 {
		return nil, nil
	}
	info, err := os.Stat(out)
	folder := err == nil && info.IsDir()
	if len(files) > 1 && !folder {
		return nil, fault.New(fault.Usage, "%d files have rows to correct. Name a folder that they go to.", len(files))
	}
	var written []string
	for _, f := range files {
		to := out
		if folder {
			to = filepath.Join(out, f.correctName())
		}
		if err := f.write(ctx, to, taken); err != nil {
			return written, fault.From(err)
		}
		written = append(written, to)
	}
	return written, nil
}

// correctName is what a file is called that goes back: "inventory to correct.xlsx".
func (f *faultyFile) correctName() string {
	if f.pasted != "" {
		return strings.ReplaceAll(f.path, ":", ".") + " to correct.xlsx"
	}
	ext := filepath.Ext(f.path)
	return strings.TrimSuffix(filepath.Base(f.path), ext) + " to correct" + ext
}

// FilesToCorrect are what the files are called that go back because they have rows to correct.
func (p *Plan) FilesToCorrect() (names []string) {
	for _, f := range p.toCorrect(false) {
		names = append(names, f.correctName())
	}
	return names
}

// A faultyFile is a file with rows to correct, or what was pasted.
type faultyFile struct {
	path, pasted string
	sheets       []workbook.ReturnedSheet
}

func (p *Plan) toCorrect(taken bool) (files []faultyFile) {
	header := workbook.ToCorrect
	if taken {
		header = workbook.NotTaken
	}
	sheet := -1
	for i := range p.Rows {
		r := &p.Rows[i]
		if !p.faulty(r) {
			continue
		}
		s := &p.Sheets[r.Sheet]
		if n := len(files); n == 0 || files[n-1].path != s.path {
			files = append(files, faultyFile{path: s.path, pasted: s.pasted})
			sheet = -1
		}
		f := &files[len(files)-1]
		if sheet < 0 || f.sheets[sheet].Sheet != s.Sheet {
			sheet = f.sheet(s.Sheet)
		}
		if sheet < 0 {
			sheet = len(f.sheets)
			f.sheets = append(f.sheets, workbook.ReturnedSheet{Sheet: s.Sheet, HeaderRow: s.HeaderRow, Header: header})
		}
		at := &f.sheets[sheet]
		at.Rows = append(at.Rows, p.returned(r))
	}
	for _, f := range files {
		for i := range f.sheets {
			f.sheets[i].Rows = inOrder(f.sheets[i].Rows)
		}
	}
	return files
}

// sheet is the place of a sheet, -1 while it has none: the parts of a divided one are one in the file.
func (f *faultyFile) sheet(name string) int {
	return slices.IndexFunc(f.sheets, func(s workbook.ReturnedSheet) bool { return s.Sheet == name })
}

// inOrder puts rows into the order of the file; what is wrong with one row is one reason.
func inOrder(rows []workbook.ReturnedRow) (out []workbook.ReturnedRow) {
	slices.SortStableFunc(rows, func(a, b workbook.ReturnedRow) int { return cmp.Compare(a.Number, b.Number) })
	for _, r := range rows {
		if last := len(out) - 1; last >= 0 && out[last].Number == r.Number {
			out[last].Cells = append(out[last].Cells, r.Cells...)
			out[last].Reason += "\n" + r.Reason
			continue
		}
		out = append(out, r)
	}
	return out
}

// returned gathers what is wrong with a row.
func (p *Plan) returned(r *Row) workbook.ReturnedRow {
	out := workbook.ReturnedRow{Number: r.Number}
	var reasons []string
	for _, problem := range p.Problems[r.FirstProblem : r.FirstProblem+r.Problems] {
		if !problem.keepsOut() {
			continue
		}
		reason := problem.Message
		if problem.Header != "" && !strings.HasPrefix(reason, problem.Header+" ") {
			reason = problem.Header + ": " + reason
		}
		reasons = append(reasons, reason)
		if problem.Column != "" {
			out.Cells = append(out.Cells, workbook.ReturnedCell{Column: workbook.ColumnPosition(problem.Column), Suggestions: p.offered(r, &problem)})
		}
	}
	out.Reason = strings.Join(reasons, "\n")
	return out
}

// offered are what a cell at fault may hold: what it may have meant, then the other choices of its field.
func (p *Plan) offered(r *Row, problem *Problem) []string {
	out := slices.Clone(problem.Suggestions)
	if problem.Code != string(spelling.UnknownChoice) {
		return out
	}
	columns := p.Sheets[r.Sheet].Columns
	i := slices.IndexFunc(columns, func(m recognise.Match) bool { return Letter(m.Column.Index) == problem.Column && m.Field != nil })
	if i < 0 || columns[i].Field.Choice == "" {
		return out
	}
	for _, o := range p.base.Model.ChoiceSet(columns[i].Field.Choice).Options {
		if !slices.Contains(out, o.Label) {
			out = append(out, o.Label)
		}
	}
	return out
}

func (f *faultyFile) write(ctx context.Context, out string, taken bool) error {
	if f.pasted != "" {
		return workbook.ReturnText(ctx, f.path, f.pasted, out, f.sheets[0])
	}
	if same, err := os.Stat(out); err == nil {
		if from, err := os.Stat(f.path); err == nil && os.SameFile(same, from) {
			return fault.New(fault.Usage, "%s is the file itself. Choose another name, so that it stays as it was.", filepath.Base(out))
		}
	}
	switch format, err := workbook.Sniff(f.path); {
	case err != nil:
		return err
	case format == workbook.XLSX:
		return workbook.Return(ctx, f.path, out, f.sheets)
	case format == workbook.CSV:
		at := map[int]bool{}
		for _, r := range f.sheets[0].Rows {
			at[r.Number] = true
		}
		return workbook.ReturnCSV(ctx, f.path, out, f.sheets[0], func(row int) bool { return !taken || at[row] })
	}
	return fault.New(fault.Unsupported, "%s is a package, which cannot be marked. Its problems can be copied as text.", filepath.Base(f.path))
}

// skipTaken leaves out the rows of a file that came back which were taken the first time.
func (s *sheetWork) skipTaken() {
	if s.reasons < 0 {
		return
	}
	n := 0
	for i := range s.rows {
		if r := &s.rows[i]; r.out == "" && s.find(r.row, s.reasons) == nil {
			r.out = Skipped
			n++
		}
	}
	if n > 0 {
		s.report(Problem{Code: "taken-before", Severity: Note, Column: Letter(s.reasons), Header: workbook.NotTaken, Message: fault.Sentence(
			"%s of “%s” have nothing in the column “%s”: they were taken before and are left out. Write something there to bring a row in all the same.", plural(n, "row", "rows"), s.Name, workbook.NotTaken)})
	}
}
