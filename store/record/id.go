package record

import (
	"bytes"

	"cadastre/store/fault"

	"github.com/google/uuid"
)

// An ID names a record for ever: a UUID, kept when imported and of version 7 when new.
type ID [16]byte

// NoID is the zero ID, which no record has.
var NoID ID

// IDs makes new ids; each call returns another one, later ones sorting after earlier ones.
type IDs func() ID

// NewID is the IDs of the running program.
func NewID() ID { return ID(uuid.Must(uuid.NewV7())) }

// Made is true for an id that NewID has made, here or in another catalogue, rather than some other system.
func (id ID) Made() bool { return uuid.UUID(id).Version() == 7 }

// ParseID reads a UUID in its usual spellings, with or without braces and hyphens.
func ParseID(s string) (ID, error) {
	u, err := uuid.Parse(s)
	if err != nil || u == uuid.Nil {
		return NoID, fault.Wrap(err, fault.Invalid, "%q is not an id (a UUID such as 0192f0c1-7a3e-7cc0-9d7e-3f1f0f6b2a11).", s)
	}
	return ID(u), nil
}

// String returns the id in lower case with hyphens.
func (id ID) String() string { return uuid.UUID(id).String() }

// MarshalText writes the id as String does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what ParseID reads.
func (id *ID) UnmarshalText(text []byte) (err error) {
	*id, err = ParseID(string(text))
	return err
}

// Compare orders ids by their bytes, as catalogue files do.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }
