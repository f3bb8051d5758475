package workbook

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cadastre/store/fault"
)

// A Format is what a file is by its content; its name does not matter.
type Format string

// The formats.
const (
	// XLSX is a workbook in the Office Open XML format, with or without macros.
	XLSX Format = "xlsx"
	// CSV is text with a value for each column, however separated.
	CSV Format = "csv"
	// Package is a Configuration Migration package: data.xml with data_schema.xml.
	Package Format = "package"
	// Unsupported is anything else.
	Unsupported Format = "unsupported"
)

// Sniff says what a file is. With Unsupported comes a fault whose sentence says
// what the file is and what to do.
func Sniff(path string) (Format, error) {
	file, err := openFile(path, DefaultLimits())
	if err != nil {
		return Unsupported, err
	}
	defer file.Close()
	return sniff(file, DefaultLimits())
}

// openFile opens a regular file of an acceptable size.
func openFile(path string, limits Limits) (*os.File, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, pathFault(err, name)
	case info.IsDir():
		return nil, fault.New(fault.Invalid, "%q is a folder. Choose one of the files in it.", name)
	case !info.Mode().IsRegular():
		return nil, fault.New(fault.Unsupported, "%q is no ordinary file. Choose a workbook or a csv file.", name)
	case info.Size() == 0:
		return nil, fault.New(fault.Unsupported, "%q is empty: it holds nothing to read. Check that it was saved or copied whole.", name)
	case info.Size() > limits.FileBytes:
		return nil, fault.New(fault.TooLarge, "%q has %s MB; at most %s MB can be read. Split it into several files.",
			name, thousands(int(info.Size()>>20)), thousands(int(limits.FileBytes>>20)))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, pathFault(err, name)
	}
	return file, nil
}

// pathFault says why a file cannot be opened.
func pathFault(err error, name string) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "There is no file %q at that place. Check its name, and that its drive is connected.", name)
	case errors.Is(err, fs.ErrPermission):
		return fault.Wrap(err, fault.Invalid, "You may not read %q. Ask for the right to read it, or copy it to a folder of your own.", name)
	}
	return fault.Wrap(err, fault.Invalid, "%q cannot be opened: %v. Close it in other programs, or copy it to this computer, and try again.", name, err)
}

// headSniffed is how much of a file is looked at to know it.
const headSniffed = 64 << 10

// sniff says what an open file is.
func sniff(file *os.File, limits Limits) (Format, error) {
	name := filepath.Base(file.Name())
	head := make([]byte, headSniffed)
	n, err := file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return Unsupported, pathFault(err, name)
	}
	head = head[:n]
	switch {
	case hasPrefix(head, "PK\x03\x04"), hasPrefix(head, "PK\x05\x06"):
		return sniffZip(file, name, limits)
	case hasPrefix(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return Unsupported, compoundFault(file, name)
	}
	if strings.HasPrefix(name, "~$") {
		return Unsupported, fault.New(fault.Unsupported, "%q is only the mark of a workbook that is open in Excel. Choose %q instead.", name, name[2:])
	}
	if a := foreign(head); a != nil {
		return Unsupported, fault.New(fault.Unsupported, "%q is %s, not a workbook or a csv file that can be read. %s", name, a.what, a.advice)
	}
	return CSV, nil
}

func hasPrefix(b []byte, prefix string) bool {
	return len(b) >= len(prefix) && string(b[:len(prefix)]) == prefix
}
