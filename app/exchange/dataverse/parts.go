package dataverse

import (
	"archive/zip"
	"io"
	"path/filepath"
	"strings"

	"cadastre/store/fault"
)

// The parts of a package.
const (
	contentTypesPart = "[Content_Types].xml"
	schemaPart       = "data_schema.xml"
	dataPart         = "data.xml"
)

// What is read at most. A package that unpacks to more than suspiciousRatio times its size
// is refused once it has passed suspiciousSize.
const (
	maxSchema       = 32 << 20
	maxData         = 512 << 20
	suspiciousSize  = 32 << 20
	suspiciousRatio = 200
)

// parts are the unpacked parts of a package.
type parts struct {
	schema, data []byte
	// attached is the number of files that belong to records.
	attached int
}

func readParts(path string) (*parts, error) {
	name := filepath.Base(path)
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, openFault(err, name)
	}
	defer func() { _ = archive.Close() }()
	var p parts
	found := map[string]*zip.File{}
	for _, file := range archive.File {
		found[strings.ToLower(file.Name)] = file
		if strings.HasPrefix(strings.ToLower(file.Name), "files/") && !file.FileInfo().IsDir() {
			p.attached++
		}
	}
	if p.schema, err = readPart(found[schemaPart], schemaPart, name, maxSchema); err != nil {
		return nil, err
	}
	if p.data, err = readPart(found[dataPart], dataPart, name, maxData); err != nil {
		return nil, err
	}
	return &p, nil
}

// encrypted is the flag of parts that are protected by a password.
const encrypted = 1

func readPart(file *zip.File, part, name string, limit int64) ([]byte, error) {
	if file == nil {
		return nil, fault.New(fault.Unsupported, "“%s” is not a package of the Configuration Migration tool: it has no %s.", name, part)
	}
	if file.Flags&encrypted != 0 {
		return nil, fault.New(fault.Unsupported, "“%s” is protected by a password. Save it without one and try again.", name)
	}
	content, err := file.Open()
	if err != nil {
		return nil, damaged(err, part, name)
	}
	defer func() { _ = content.Close() }()
	if size := int64(file.CompressedSize64); size < limit/suspiciousRatio {
		limit = max(suspiciousSize, size*suspiciousRatio)
	}
	data, err := io.ReadAll(io.LimitReader(content, limit+1))
	if err != nil {
		return nil, damaged(err, part, name)
	}
	if int64(len(data)) > limit {
		return nil, fault.New(fault.TooLarge, "The part %s of “%s” is larger than Cadastre reads. Export fewer records into one package.", part, name)
	}
	return data, nil
}
