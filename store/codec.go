package store

import (
	"crypto/aes"
	"crypto/cipher"

	"cadastre/store/fault"
)

// A codec stands between the values of a catalogue and the bytes of its file. It is the one place where
// encryption is; it may be used by several at a time.
type codec interface {
	// seal returns what to store for the value of a key.
	seal(bucket, key, value []byte) []byte
	// open returns the value that was stored for a key, or a fault Damaged.
	open(bucket, key, stored []byte) ([]byte, error)
}

// plain is the codec of a catalogue without a passphrase.
type plain struct{}

func (plain) seal(_, _, value []byte) []byte { return value }

func (plain) open(_, _, stored []byte) ([]byte, error) { return stored, nil }

// encrypted is the codec of a catalogue with a passphrase. Where a value belongs is authenticated with it,
// so that one which was put in another's place is noticed like one that was altered.
type encrypted struct{ aead cipher.AEAD }

// newCodec returns the codec for a data key; nil stands for none.
func newCodec(key []byte) (codec, error) {
	if key == nil {
		return plain{}, nil
	}
	aead, err := newAEAD(key)
	return encrypted{aead}, err
}

// newAEAD is AES-256-GCM with a random nonce before each text.
func newAEAD(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

func (c encrypted) seal(bucket, key, value []byte) []byte {
	return c.aead.Seal(nil, nil, value, belonging(bucket, key))
}

func (c encrypted) open(bucket, key, stored []byte) ([]byte, error) {
	value, err := c.aead.Open(nil, nil, stored, belonging(bucket, key))
	if err != nil {
		return nil, fault.Wrap(err, fault.Damaged, "A value was altered or is not in its place.")
	}
	return value, nil
}

// belonging says where a value belongs. No name of a bucket has a zero byte.
func belonging(bucket, key []byte) []byte {
	out := make([]byte, 0, 48)
	return append(append(append(out, bucket...), 0), key...)
}
