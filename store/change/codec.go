package change

import (
	"encoding/binary"
	"encoding/json"
	"math"

	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
)

// AppendHeader appends the stored form of a header, a JSON document, to b.
func AppendHeader(b []byte, h *Header) ([]byte, error) {
	doc, err := json.Marshal(h)
	return append(b, doc...), err
}

// DecodeHeader reads what AppendHeader wrote.
func DecodeHeader(b []byte) (Header, error) {
	var h Header
	if err := json.Unmarshal(b, &h); err != nil {
		return Header{}, fault.Wrap(err, fault.Damaged, "An entry of the journal cannot be read.")
	}
	return h, nil
}

// AppendChange appends the stored form of a change to b.
func AppendChange(b []byte, c *Change) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(c.Table))
	b = append(b, c.ID[:]...)
	b = append(b, byte(c.Op))
	b = binary.AppendUvarint(b, c.Version)
	b = binary.AppendUvarint(b, c.Prev)
	b = binary.AppendUvarint(b, uint64(c.Sheet))
	b = binary.AppendUvarint(b, uint64(c.Row))
	b = record.AppendValues(b, c.Before)
	return record.AppendValues(b, c.After)
}

// DecodeChanges reads changes written one after the other.
func DecodeChanges(s string) ([]Change, error) {
	var out []Change
	d := record.NewDecoder(s)
	for !d.Empty() {
		table := d.Bytes(2)
		c := Change{ID: d.ID()}
		if len(table) == 2 {
			c.Table = schema.TableNum(table[0])<<8 | schema.TableNum(table[1])
		}
		if op := d.Bytes(1); op != "" {
			c.Op = Op(op[0])
		}
		c.Version, c.Prev = d.Uvarint(), d.Uvarint()
		sheet, row := d.Uvarint(), d.Uvarint()
		c.Before, c.After = d.Values(), d.Values()
		if c.Op < Create || c.Op > Delete || sheet > math.MaxUint16 || row > math.MaxUint32 {
			return nil, fault.New(fault.Damaged, "A change in the journal cannot be read.")
		}
		c.Sheet, c.Row = uint16(sheet), uint32(row)
		out = append(out, c)
	}
	if err := d.Done(); err != nil {
		return nil, fault.Wrap(err, fault.Damaged, "A change in the journal cannot be read.")
	}
	return out, nil
}
