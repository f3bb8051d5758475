package workbook

import (
	"context"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"cadastre/store/fault"
)

// WriteCSV writes one sheet as csv that Excel opens as it should: UTF-8 with a byte order
// mark, comma, CRLF, every text quoted and guarded by GuardText. Dates are written as
// 2006-01-02, date-times as 2006-01-02 15:04:05 in UTC. Everything else is as in Write;
// the rows are walked once.
func WriteCSV(ctx context.Context, path string, sheet OutSheet, progress func(rows int)) error {
	return Replace(path, func(w io.Writer) error {
		c := csvWriter{out: w, sheet: &sheet, t: &ticker{ctx: ctx, progress: progress}}
		return c.write()
	})
}

const byteOrderMark = "\uFEFF"

type csvWriter struct {
	out    io.Writer
	buffer []byte
	sheet  *OutSheet
	t      *ticker
}

func (c *csvWriter) write() error {
	c.buffer = append(c.buffer, byteOrderMark...)
	header := make(OutRow, len(c.sheet.Columns))
	for i, column := range c.sheet.Columns {
		header[i] = TextValue(column.Header)
	}
	if err := c.row(header); err != nil {
		return err
	}
	if c.sheet.Rows != nil {
		for row := range c.sheet.Rows {
			if err := c.row(row); err != nil {
				return err
			}
			if err := c.t.row(); err != nil {
				return err
			}
		}
	}
	c.t.finish()
	return c.t.ctx.Err()
}

func (c *csvWriter) row(row OutRow) error {
	for i := range c.sheet.Columns {
		if i > 0 {
			c.buffer = append(c.buffer, ',')
		}
		if i >= len(row) {
			continue
		}
		if err := c.value(row[i]); err != nil {
			return err
		}
	}
	c.buffer = append(c.buffer, "\r\n"...)
	_, err := c.out.Write(c.buffer)
	c.buffer = c.buffer[:0]
	return err
}

func (c *csvWriter) value(value Value) error {
	switch value.kind {
	case textValue:
		if !utf8.ValidString(value.text) {
			return c.refuse("holds something that is no valid text")
		}
		c.quoted(GuardText(value.text))
	case numberValue:
		if math.IsNaN(value.number) || math.IsInf(value.number, 0) {
			return c.refuse("holds something that is no number where a number belongs")
		}
		c.buffer = strconv.AppendFloat(c.buffer, value.number, 'f', -1, 64)
	case dateValue, dateTimeValue:
		c.buffer = append(c.buffer, value.iso()...)
	}
	return nil
}

// refuse names the row that cannot be written.
func (c *csvWriter) refuse(what string) error {
	return fault.New(fault.Invalid, "Row %d of “%s” %s. Correct it and export again.", c.t.rows+2, c.sheet.Name, what)
}

func (c *csvWriter) quoted(text string) {
	c.buffer = append(c.buffer, '"')
	c.buffer = append(c.buffer, strings.ReplaceAll(text, `"`, `""`)...)
	c.buffer = append(c.buffer, '"')
}
