package main

import (
	"github.com/tealeg/xlsx/v3"
	"github.com/thedatashed/xlsxreader"
	"github.com/xuri/excelize/v2"

	"cadastre/build/bench/job"
)

// reading times the reading of a workbook's first sheet, which tells the number of cells.
func reading(read func() (cells int, err error)) (job.Metrics, error) {
	cells := 0
	seconds, err := job.Timed(func() (err error) { cells, err = read(); return err })
	return job.Metrics{"seconds": seconds, "cells": float64(cells)}, err
}

// excelizeRows is the floor F: it walks the rows, raw, and throws the cells away: BOOK.
func excelizeRows(words []string) (job.Metrics, error) {
	return reading(func() (cells int, err error) {
		f, err := excelize.OpenFile(words[0], excelize.Options{RawCellValue: true})
		if err != nil {
			return 0, err
		}
		defer f.Close()
		rows, err := f.Rows(f.GetSheetName(0))
		if err != nil {
			return 0, err
		}
		for rows.Next() {
			row, err := rows.Columns()
			if err != nil {
				return 0, err
			}
			cells += len(row)
		}
		return cells, rows.Close()
	})
}

// excelizeGetRows reads all at once: BOOK.
func excelizeGetRows(words []string) (job.Metrics, error) {
	return reading(func() (cells int, err error) {
		f, err := excelize.OpenFile(words[0], excelize.Options{RawCellValue: true})
		if err != nil {
			return 0, err
		}
		defer f.Close()
		rows, err := f.GetRows(f.GetSheetName(0))
		for _, row := range rows {
			cells += len(row)
		}
		return cells, err
	})
}

// xlsxReader reads by thedatashed/xlsxreader: BOOK.
func xlsxReader(words []string) (job.Metrics, error) {
	return reading(func() (cells int, err error) {
		f, err := xlsxreader.OpenFile(words[0])
		if err != nil {
			return 0, err
		}
		defer f.Close()
		for row := range f.ReadRows(f.Sheets[0]) {
			if row.Error != nil {
				return 0, row.Error
			}
			cells += len(row.Cells)
		}
		return cells, nil
	})
}

// tealeg reads by tealeg/xlsx: BOOK.
func tealeg(words []string) (job.Metrics, error) {
	return reading(func() (cells int, err error) {
		f, err := xlsx.OpenFile(words[0])
		if err != nil {
			return 0, err
		}
		err = f.Sheets[0].ForEachRow(func(r *xlsx.Row) error {
			return r.ForEachCell(func(c *xlsx.Cell) error {
				if c.Value != "" {
					cells++
				}
				return nil
			})
		})
		return cells, err
	})
}
