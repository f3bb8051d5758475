package command_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cadastre/app/api"
	"cadastre/app/command"
	"cadastre/store"
	"cadastre/store/snapshot"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	bolt "go.etcd.io/bbolt"
)

func environment() command.Environment {
	return command.Environment{Version: "1.2.3", Who: "ann", Out: os.Stdout, Err: os.Stderr, Clock: time.Now}
}

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cadastre": func() { os.Exit(command.Main(os.Args[1:], environment())) }})
}

var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"exits": exits, "keys": keys, "value": value, "content": content, "hold": hold, "cut": cut, "newer": newer, "readme": readme, "edit": edit, "drop": drop,
}

// TestCommands runs the scripts, which say what other programs rely on: words, documents and exit codes.
func TestCommands(t *testing.T) {
	folder, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/scripts",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PROJECT", folder)
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Condition: condition,
		Cmds:      scriptCommands,
	})
}

// condition knows [office]: LibreOffice and its Python bridge are there, and the tests may take long.
func condition(name string) (bool, error) {
	if name != "office" {
		return false, fmt.Errorf("there is no condition %s", name)
	}
	_, err := exec.LookPath("soffice")
	return err == nil && !testing.Short() && exec.Command("/usr/bin/python3", "-c", "import uno").Run() == nil, nil
}

// exits runs a program and demands an exit code: exits CODE PROGRAM WORDS...
func exits(ts *testscript.TestScript, _ bool, args []string) {
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		left := (*exec.ExitError)(nil)
		if !errors.As(err, &left) {
			ts.Fatalf("%v", err)
		}
		got = left.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// edit gives a cell of a workbook its value, as a person does: edit FILE NAME HEADER VALUE
func edit(ts *testscript.TestScript, _ bool, args []string) {
	inWorkbook(ts, args[0], args[1], func(f *excelize.File, sheet string, header []string, row int) error {
		cell, err := excelize.CoordinatesToCellName(slices.Index(header, args[2])+1, row)
		ts.Check(err)
		return f.SetCellStr(sheet, cell, args[3])
	})
}

// drop deletes a row of a workbook: drop FILE NAME
func drop(ts *testscript.TestScript, _ bool, args []string) {
	inWorkbook(ts, args[0], args[1], func(f *excelize.File, sheet string, _ []string, row int) error { return f.RemoveRow(sheet, row) })
}

// inWorkbook does something to the row with a name in the first sheet of a workbook.
func inWorkbook(ts *testscript.TestScript, path, name string, do func(f *excelize.File, sheet string, header []string, row int) error) {
	f, err := excelize.OpenFile(ts.MkAbs(path))
	ts.Check(err)
	sheet := f.GetSheetList()[0]
	rows, err := f.GetRows(sheet)
	ts.Check(err)
	i := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, name) })
	if i < 0 {
		ts.Fatalf("no row of %s has %q", path, name)
	}
	ts.Check(do(f, sheet, rows[0], i+1))
	ts.Check(f.Save())
}

// document finds a part of the JSON document that was printed: "rows.0.values".
func document(ts *testscript.TestScript, path string) any {
	var part any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &part))
	for step := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '.' }) {
		switch whole := part.(type) {
		case map[string]any:
			part = whole[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(whole) {
				ts.Fatalf("%s: no %s in a list of %d", path, step, len(whole))
			}
			part = whole[i]
		}
	}
	return part
}

// keys demands exactly these keys of an object in the printed document: keys PATH KEY...; "." is the whole.
func keys(ts *testscript.TestScript, _ bool, args []string) {
	object, ok := document(ts, args[0]).(map[string]any)
	if !ok {
		ts.Fatalf("%s is no object", args[0])
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if got := slices.Sorted(maps.Keys(object)); !slices.Equal(got, want) {
		ts.Fatalf("%s has %q, want %q", args[0], got, want)
	}
}

// value demands a value of the printed document: value PATH JSON; of a list or an object, how many it holds.
func value(ts *testscript.TestScript, negated bool, args []string) {
	got := ""
	switch part := document(ts, args[0]).(type) {
	case []any:
		got = strconv.Itoa(len(part))
	case map[string]any:
		got = strconv.Itoa(len(part))
	case float64:
		got = strconv.FormatFloat(part, 'f', -1, 64)
	default:
		got = fmt.Sprint(part)
	}
	if (got == args[1]) == negated {
		ts.Fatalf("%s is %q", args[0], got)
	}
}

// hold keeps a catalogue open until the script ends, as another program does.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), store.Options{Clock: time.Now})
	ts.Check(err)
	ts.Defer(func() { _ = s.Close() })
}

// cut copies the first half of a file: cut FROM TO
func cut(ts *testscript.TestScript, _ bool, args []string) {
	whole := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(whole[:len(whole)/2]), 0o600))
}

// newer makes a catalogue one of a later version of the program: newer CATALOGUE
func newer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("cadastre")).Put([]byte("format"), binary.BigEndian.AppendUint64(nil, store.Format+1))
	}))
	ts.Check(db.Close())
}

// readme runs every line of a text that is a command of ours: readme FILE
func readme(ts *testscript.TestScript, _ bool, args []string) {
	lines := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "cadastre" {
			lines++
			if err := ts.Exec(words[0], words[1:]...); err != nil {
				ts.Fatalf("%s%v", line, err)
			}
		}
	}
	if lines == 0 {
		ts.Fatalf("%s shows no command", args[0])
	}
}

// content writes every stored value of every record; the version and the stamps of the last write are
// left out, as they say that it was written: content CATALOGUE FILE
func content(ts *testscript.TestScript, _ bool, args []string) {
	s, err := store.Open(ts.MkAbs(args[0]), store.Options{Clock: time.Now})
	ts.Check(err)
	defer func() { _ = s.Close() }()
	text := ""
	for _, t := range s.Model().Tables {
		rows := s.Snapshot().Table(t.Num)
		for i := range rows.Slots() {
			if slot := snapshot.Slot(i); rows.Live(slot) {
				values := api.RowOf(s.Snapshot(), rows, slot).Values
				delete(values, "modifiedon")
				delete(values, "modifiedby")
				line, err := json.Marshal(values)
				ts.Check(err)
				text += fmt.Sprintf("%s %s %s\n", t.Key, rows.ID(slot), line)
			}
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}
