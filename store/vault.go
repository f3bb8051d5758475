package store

import (
	"crypto/rand"
	"encoding/binary"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// A catalogue with a passphrase has a random data key, which its values are encrypted with. The file holds
// that key only encrypted, by a key that argon2id makes of the passphrase: this is the vault. Ids of
// records, numbers of changes and how much there is stay in clear; names and values do not.
var vaultKey = []byte("vault")

const (
	keySize      = 32
	saltSize     = 16
	vaultVersion = 1
	// vaultHead is the vault's beginning: version, passes, KiB, threads, salt; the data key follows.
	vaultHead = 1 + 4 + 4 + 1 + saltSize
	// What argon2id takes: the second recommendation of RFC 9106, for machines with little memory.
	passes, kibibytes, threads = 3, 64 << 10, 4
	// The most that a file may ask for, which others may have written.
	passesMost, kibibytesMost = 64, 1 << 20
)

// PassphraseLeast is how many characters a passphrase has at the least.
const PassphraseLeast = 8

// newVault wraps a data key with a passphrase.
func newVault(passphrase string, key []byte) ([]byte, error) {
	head := binary.BigEndian.AppendUint32([]byte{vaultVersion}, passes)
	head = append(binary.BigEndian.AppendUint32(head, kibibytes), threads)
	salt := make([]byte, saltSize)
	_, _ = rand.Read(salt) // it never fails
	head = append(head, salt...)
	aead, err := newAEAD(keyOf(passphrase, head))
	if err != nil {
		return nil, err
	}
	return aead.Seal(head, nil, key, head), nil
}

// keyOf is the key that a passphrase gives with what a vault's head says. However a letter with an accent
// was typed, it is the same passphrase.
func keyOf(passphrase string, head []byte) []byte {
	return argon2.IDKey(norm.NFC.Bytes([]byte(passphrase)), head[10:vaultHead],
		binary.BigEndian.Uint32(head[1:]), binary.BigEndian.Uint32(head[5:]), head[9], keySize)
}

// openVault unwraps the data key.
func (s *Store) openVault(vault []byte, passphrase string) ([]byte, error) {
	switch {
	case len(vault) == 0 || vault[0] != vaultVersion:
		return nil, s.newer("it is encrypted in a way that this one does not know")
	case len(vault) < vaultHead || binary.BigEndian.Uint32(vault[1:]) > passesMost || binary.BigEndian.Uint32(vault[5:]) > kibibytesMost,
		binary.BigEndian.Uint32(vault[1:]) == 0 || vault[9] == 0:
		return nil, s.damaged(nil)
	case passphrase == "":
		return nil, fault.New(fault.Locked, "%s is encrypted. Give its passphrase to open it.", s.path)
	}
	head := vault[:vaultHead]
	aead, err := newAEAD(keyOf(passphrase, head))
	if err != nil {
		return nil, err
	}
	key, err := aead.Open(nil, nil, vault[vaultHead:], head)
	if err != nil {
		return nil, fault.Wrap(err, fault.WrongPassphrase, "This is not the passphrase of %s. Mind capitals and the keyboard’s language.", s.path)
	}
	return key, nil
}

// unlock makes the codec that the file's values need.
func (s *Store) unlock(tx *bolt.Tx) (err error) {
	vault := tx.Bucket(metaBucket).Get(vaultKey)
	if vault == nil {
		s.codec, s.encrypted = plain{}, false
		return nil
	}
	if s.options.keys == nil || s.options.keys.vault != string(vault) {
		key, err := s.openVault(vault, s.options.Passphrase)
		if err != nil {
			return err
		}
		s.options.keys = &unlocked{string(vault), key}
	}
	s.encrypted = true
	s.codec, err = newCodec(s.options.keys.key)
	return err
}

// unlocked is a vault that was opened before: opening one takes time on purpose.
type unlocked struct {
	vault string
	key   []byte
}

// Encrypted is whether the catalogue has a passphrase.
func (s *Store) Encrypted() bool { return s.encrypted }

// lockUp makes the vault and the codec for a passphrase, both of nothing for "".
func lockUp(passphrase string) (vault []byte, c codec, err error) {
	if passphrase == "" {
		return nil, plain{}, nil
	}
	if n := len([]rune(passphrase)); n < PassphraseLeast {
		return nil, nil, fault.New(fault.Invalid, "A passphrase has at least %d characters; this one has %d. A few words are easier to keep in mind than signs.", PassphraseLeast, n)
	}
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // it never fails
	if vault, err = newVault(passphrase, key); err == nil {
		c, err = newCodec(key)
	}
	return vault, c, err
}
