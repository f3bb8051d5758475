package workbook

import "strconv"

// cell writes a value in the format of its column, if there is one.
func (w *sheetWriter) cell(column *cellColumn, value Value) {
	switch value.kind {
	case textValue:
		w.text(column, w.textStyle(column, value.text), value.text)
	case numberValue:
		w.number(column, column.style, value.number)
	case dateValue:
		w.date(column, styleDate, value)
	case dateTimeValue:
		w.date(column, styleDateTime, value)
	}
}

// textStyle chooses the format of a text: a text is kept as one also in columns of numbers and dates.
func (w *sheetWriter) textStyle(column *cellColumn, text string) int {
	switch {
	case column.kind == LinkColumn && w.links.add(column.name, w.row, text):
		return styleLink
	case startsLikeFormula(text):
		return styleQuoted
	}
	return styleText
}

// startsLikeFormula is true for texts that Excel takes for something else when they are
// edited; an apostrophe it would swallow.
func startsLikeFormula(text string) bool {
	switch text[0] {
	case '=', '+', '-', '@', '\'':
		return true
	}
	return false
}

func (w *sheetWriter) text(column *cellColumn, style int, text string) {
	w.startCell(column, style)
	if needsSpacePreserved(text) {
		w.buffer = append(w.buffer, ` t="inlineStr"><is><t xml:space="preserve">`...)
	} else {
		w.buffer = append(w.buffer, ` t="inlineStr"><is><t>`...)
	}
	w.buffer = appendEscaped(w.buffer, text)
	w.buffer = append(w.buffer, `</t></is></c>`...)
}

func (w *sheetWriter) number(column *cellColumn, style int, number float64) {
	w.startCell(column, style)
	w.buffer = append(w.buffer, `><v>`...)
	w.buffer = strconv.AppendFloat(w.buffer, number, 'g', -1, 64)
	w.buffer = append(w.buffer, `</v></c>`...)
}

// date writes a date as Excel's serial number, or as text where Excel has none.
func (w *sheetWriter) date(column *cellColumn, style int, value Value) {
	if serial, ok := value.serial(); ok {
		w.number(column, style, serial)
		return
	}
	w.text(column, styleText, value.iso())
}

func (w *sheetWriter) startCell(column *cellColumn, style int) {
	w.buffer = append(w.buffer, `<c r="`...)
	w.buffer = append(w.buffer, column.name...)
	w.buffer = append(w.buffer, w.digits...)
	w.buffer = append(w.buffer, `" s="`...)
	w.buffer = append(w.buffer, byte('0'+style), '"')
}
