package record

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"

	"cadastre/store/schema"
)

// The stored form of a record is its version and sequence number followed by its values; integers are
// varints. Values of fields that this program does not know are kept as they are.

var errCodec = errors.New("record: malformed")

// Append appends the stored form of r, without its id, to b.
func Append(b []byte, r *Record) []byte {
	b = binary.AppendUvarint(b, r.Version)
	b = binary.AppendUvarint(b, r.Seq)
	return AppendValues(b, r.Values)
}

// AppendValues appends the stored form of values to b.
func AppendValues(b []byte, values Values) []byte {
	b = binary.AppendUvarint(b, uint64(len(values)))
	for i := range values {
		b = AppendField(b, &values[i])
	}
	return b
}

// AppendField appends the stored form of one field, which may be blank, to b.
func AppendField(b []byte, f *FieldValue) []byte {
	b = binary.AppendUvarint(b, uint64(f.Num)<<3|uint64(f.Value.class))
	switch f.Value.class {
	case String:
		b = binary.AppendUvarint(b, uint64(len(f.Value.text)))
		b = append(b, f.Value.text...)
	case Link:
		b = append(b, f.Value.text...)
	case Int:
		b = binary.AppendVarint(b, int64(f.Value.bits))
	case Float:
		b = binary.BigEndian.AppendUint64(b, f.Value.bits)
	}
	return b
}

// Decode reads what Append wrote. Texts of the record share the memory of s.
func Decode(id ID, s string) (*Record, error) {
	r := &Record{}
	if err := r.Decode(id, s); err != nil {
		return nil, err
	}
	return r, nil
}

// Decode is Decode into a record that nobody else has, whose memory for values is used again.
func (r *Record) Decode(id ID, s string) error {
	d := Decoder{s: s}
	r.ID, r.Version, r.Seq = id, d.Uvarint(), d.Uvarint()
	r.Values = d.valuesIn(r.Values)
	return d.Done()
}

// A Decoder reads stored forms from a string. After a fault every read gives zero and Done the fault.
type Decoder struct {
	s   string
	bad bool
}

// NewDecoder reads from s, whose memory the texts read share.
func NewDecoder(s string) *Decoder { return &Decoder{s: s} }

// Done returns an error if anything read was malformed or bytes are left over.
func (d *Decoder) Done() error {
	if d.bad || d.s != "" {
		return errCodec
	}
	return nil
}

// Empty is true when everything has been read or something was malformed.
func (d *Decoder) Empty() bool { return d.bad || d.s == "" }

// Uvarint reads an unsigned integer.
func (d *Decoder) Uvarint() uint64 {
	var n uint64
	for i := 0; i < len(d.s) && i < binary.MaxVarintLen64; i++ {
		c := d.s[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			if i == binary.MaxVarintLen64-1 && c > 1 {
				break
			}
			d.s = d.s[i+1:]
			return n
		}
	}
	d.bad = true
	return 0
}

// Varint reads a signed integer.
func (d *Decoder) Varint() int64 {
	u := d.Uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// Bytes reads n bytes.
func (d *Decoder) Bytes(n uint64) string {
	if d.bad || n > uint64(len(d.s)) {
		d.bad = true
		return ""
	}
	out := d.s[:n]
	d.s = d.s[n:]
	return out
}

// Text reads a text with its length before it.
func (d *Decoder) Text() string { return d.Bytes(d.Uvarint()) }

// ID reads an id.
func (d *Decoder) ID() ID {
	var id ID
	copy(id[:], d.Bytes(uint64(len(id))))
	return id
}

// Values reads what AppendValues wrote.
func (d *Decoder) Values() Values { return d.valuesIn(nil) }

// valuesIn reads values into memory that is no longer used, where it is enough.
func (d *Decoder) valuesIn(used Values) Values {
	n := d.Uvarint()
	if d.bad || n > uint64(len(d.s)) {
		d.bad = d.bad || n > 0
		return nil
	}
	values := slices.Grow(used[:0], int(n))
	last := schema.FieldNum(0)
	for range n {
		f := d.Field()
		if d.bad || f.Num <= last || f.Value.IsBlank() {
			d.bad = true
			return nil
		}
		last = f.Num
		values = append(values, f)
	}
	return values
}

// Field reads what AppendField wrote.
func (d *Decoder) Field() FieldValue {
	head := d.Uvarint()
	num := head >> 3
	v := d.value(Class(head & 7))
	d.bad = d.bad || num > math.MaxUint16
	return FieldValue{Num: schema.FieldNum(num), Value: v}
}

// value reads a value. Forms that no value has are malformed.
func (d *Decoder) value(c Class) (v Value) {
	switch c {
	case String:
		v = OfString(d.Text())
	case Link:
		v = Value{text: d.Bytes(uint64(len(noLink))), class: Link}
		d.bad = d.bad || v.text == noLink
	case Int:
		v = OfInt(d.Varint())
	case Float:
		v = d.float()
	}
	d.bad = d.bad || v.class != c
	return v
}

var noLink = string(NoID[:])

func (d *Decoder) float() Value {
	raw := d.Bytes(8)
	if d.bad {
		return Value{}
	}
	bits := binary.BigEndian.Uint64([]byte(raw))
	v := OfFloat(math.Float64frombits(bits))
	d.bad = v.bits != bits
	return v
}
