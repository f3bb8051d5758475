package workbook

import (
	"context"
	"path/filepath"

	"cadastre/store/fault"
)

// Open opens a workbook or a csv file, which it recognises by its content. A
// limit that is zero takes its default. The error is a fault with a sentence,
// or the context's error.
func Open(ctx context.Context, path string, limits Limits) (Book, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	limits = limits.orDefault()
	file, err := openFile(path, limits)
	if err != nil {
		return nil, err
	}
	format, err := sniff(file, limits)
	switch {
	case err != nil:
	case format == XLSX:
		return openXLSX(ctx, file, limits)
	case format == CSV:
		return openCSV(ctx, file, limits)
	default:
		err = fault.New(fault.Unsupported, "%q is a Configuration Migration package and no workbook.", filepath.Base(path))
	}
	file.Close()
	return nil, err
}
