package workbook

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"cadastre/store/fault"
)

// endless is a sheet that has more rows than anybody waits for.
func endless() OutSheet {
	return OutSheet{Name: "S", Columns: []OutColumn{{Header: "H"}}, Rows: func(yield func(OutRow) bool) {
		for range maxRows - 1 {
			if !yield(OutRow{TextValue("some text")}) {
				return
			}
		}
	}}
}

// entries lists what is in a folder.
func entries(t *testing.T, dir string) []fs.DirEntry {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCancelLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	stop := func(rows int) {
		if rows > 5000 {
			cancel()
		}
	}
	if err := WriteCSV(ctx, filepath.Join(dir, "out.csv"), endless(), stop); fault.CodeOf(err) != fault.Cancelled {
		t.Errorf("csv: %v", err)
	}
	if err := Write(ctx, filepath.Join(dir, "out.xlsx"), Document{Sheets: []OutSheet{endless()}}, stop); fault.CodeOf(err) != fault.Cancelled {
		t.Errorf("while measuring: %v", err)
	}
	if all := entries(t, dir); len(all) != 0 {
		t.Errorf("left behind: %v", all)
	}
}

func TestCancelWhileWritingKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.xlsx")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	sheet := endless()
	sheet.Rows = func(yield func(OutRow) bool) {
		for range 3000 {
			if !yield(OutRow{TextValue("some text")}) {
				return
			}
		}
	}
	err := Write(ctx, path, Document{Sheets: []OutSheet{sheet}}, func(int) { cancel() })
	content, _ := os.ReadFile(path)
	if fault.CodeOf(err) != fault.Cancelled || string(content) != "old" || len(entries(t, dir)) != 1 {
		t.Errorf("%v, %q, %v", err, content, entries(t, dir))
	}
}

func TestReplaceIsPrivateAndFollowsLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("file modes and links of Unix")
	}
	dir := t.TempDir()
	link := filepath.Join(dir, "link.csv")
	if err := os.WriteFile(filepath.Join(dir, "real.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.csv", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteCSV(context.Background(), link, OutSheet{Columns: []OutColumn{{Header: "H"}}}, nil); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(filepath.Join(dir, "real.csv"))
	if err != nil || info.Size() == 0 || info.Mode() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}

func TestRefusalsAreSentences(t *testing.T) {
	dir := t.TempDir()
	guarded := filepath.Join(dir, "guarded.csv")
	if err := os.WriteFile(guarded, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	failing := func(number syscall.Errno) func(io.Writer) error {
		return func(io.Writer) error { return &fs.PathError{Op: "write", Path: "temp", Err: number} }
	}
	fine := func(io.Writer) error { return nil }
	tests := []struct {
		path  string
		write func(io.Writer) error
		want  fault.Code
	}{
		{dir, fine, fault.Invalid},
		{guarded, fine, fault.ReadOnly},
		{filepath.Join(dir, "missing", "out.csv"), fine, fault.NotFound},
		{filepath.Join(guarded, "out.csv"), fine, fault.NotFound},
		{filepath.Join(dir, "out.csv"), failing(syscall.ENOSPC), fault.NoSpace},
		{filepath.Join(dir, "out.csv"), failing(syscall.EROFS), fault.ReadOnly},
		{filepath.Join(dir, "out.csv"), failing(syscall.EACCES), fault.ReadOnly},
		{filepath.Join(dir, "out.csv"), failing(syscall.EIO), fault.Invalid},
		{filepath.Join(dir, "out.csv"), func(io.Writer) error { return fault.New(fault.TooLarge, "Too much.") }, fault.TooLarge},
	}
	for _, test := range tests {
		if err := Replace(test.path, test.write); fault.CodeOf(err) != test.want {
			t.Errorf("%s: %v, want %s", test.path, err, test.want)
		}
	}
	if all := entries(t, dir); len(all) != 1 {
		t.Errorf("left behind: %v", all)
	}
}
