package workbook

import (
	"bytes"
	"io"
	"unicode/utf16"

	"cadastre/store/fault"
)

// entryBytes is the size and the alignment of a directory entry in a compound
// file, the container of old Office documents and of encrypted new ones.
const entryBytes = 128

// nameLengthAt is where an entry keeps the length of its name.
const nameLengthAt = 64

// compoundFault says what a compound file is: an encrypted workbook or one of an old Excel.
func compoundFault(file io.ReaderAt, name string) error {
	switch {
	case hasEntry(file, "EncryptedPackage"):
		return fault.New(fault.Unsupported,
			"%q is protected by a password. Open it in Excel or LibreOffice, save it without a password and bring that in.", name)
	case hasEntry(file, "Workbook"), hasEntry(file, "Book"):
		return fault.New(fault.Unsupported,
			"%q is a workbook in the old Excel format (.xls). Open it in Excel or LibreOffice and save it as .xlsx.", name)
	}
	return fault.New(fault.Unsupported,
		"%q is an Office document in an old format, and no workbook was found in it. If it is one, open it in Excel or LibreOffice and save it as .xlsx.", name)
}

// hasEntry looks for a directory entry by its name, wherever the directory is.
func hasEntry(file io.ReaderAt, name string) bool {
	want := entryName(name)
	block := make([]byte, 1<<20)
	for off := int64(0); ; off += int64(len(block)) {
		n, err := file.ReadAt(block, off)
		for b := block[:n]; len(b) >= entryBytes; b = b[entryBytes:] {
			if bytes.HasPrefix(b, want) && int(b[nameLengthAt]) == len(want) {
				return true
			}
		}
		if err != nil {
			return false
		}
	}
}

// entryName is a name as an entry holds it.
func entryName(name string) (b []byte) {
	for _, unit := range utf16.Encode([]rune(name + "\x00")) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return b
}
