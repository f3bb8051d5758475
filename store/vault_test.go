package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cadastre/store"
	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

const passphrase = "correct horse battery"

func mustRekey(t *testing.T, path, old, next string) {
	t.Helper()
	left, err := store.Rekey(context.Background(), path, next, store.Options{Passphrase: old})
	if err != nil || len(left) > 0 {
		t.Fatalf("%v %v", left, err)
	}
}

func TestAPassphraseIsSetChangedAndRemoved(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits", "Payroll")
	s := mustOpen(t, path, store.Options{})
	mustKeep(t, s)
	want := look(t, s)
	s.Close()
	for _, step := range []struct{ old, next string }{{"", passphrase}, {passphrase, "another passphrase"}, {"another passphrase", ""}} {
		mustRekey(t, path, step.old, step.next)
		if step.next != "" {
			_, err := store.Open(path, store.Options{})
			refused(t, err, fault.Locked, path, "encrypted")
			_, err = store.Open(path, store.Options{Passphrase: "not the passphrase"})
			refused(t, err, fault.WrongPassphrase, path)
		}
		s := mustOpen(t, path, store.Options{Passphrase: step.next})
		if s.Encrypted() != (step.next != "") {
			t.Errorf("encrypted is %v after %+v", s.Encrypted(), step)
		}
		stays(t, s, want)
		s.Close()
		for _, k := range mustBackups(t, store.Shelf{}, path) {
			mustHave(t, k.Path, store.Options{Passphrase: step.next}, "Payroll", "Permits")
		}
	}
}

func TestNothingReadableIsInAnEncryptedCatalogue(t *testing.T) {
	secret := "Wolverhampton Ledger"
	path := catalogueOf(t, store.Options{Passphrase: passphrase}, secret)
	s := mustOpen(t, path, store.Options{Passphrase: passphrase})
	mustKeep(t, s)
	mustApply(t, s, create("Payroll of "+secret))
	reader, err := store.OpenReader(path, store.Options{Passphrase: passphrase, Wait: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	stays(t, reader, look(t, s))
	reader.Close()
	if _, err := s.Undo(context.Background(), 0, "Bob"); err != nil {
		t.Fatal(err)
	}
	mustBeClean(t, s)
	s.Close()
	all := []string{path}
	for _, k := range mustBackups(t, store.Shelf{}, path) {
		all = append(all, k.Path)
	}
	for _, file := range all {
		raw, err := os.ReadFile(file)
		if err != nil || bytes.Contains(raw, []byte("Wolverhampton")) || bytes.Contains(raw, []byte("Payroll")) {
			t.Errorf("%s can be read without its passphrase (%v)", filepath.Base(file), err)
		}
	}
}

// What was written in clear is not in the folder any more, also not under another name.
func TestSettingAPassphraseLeavesNothingInClear(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Wolverhampton")
	old, err := os.Open(path) // as a program that looks at the disk would have it
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	mustRekey(t, path, "", passphrase)
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v %v", entries, err)
	}
	raw := make([]byte, 1<<20)
	if n, _ := old.ReadAt(raw, 0); n == 0 || bytes.Contains(raw, []byte("Wolverhampton")) {
		t.Errorf("the old file was not overwritten (%d bytes)", n)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func TestSwappedAndAlteredValuesAreNoticed(t *testing.T) {
	for what, harm := range map[string]func(*bolt.Bucket, [][]byte) error{
		"swapped": func(b *bolt.Bucket, keys [][]byte) error {
			first, second := bytes.Clone(b.Get(keys[0])), bytes.Clone(b.Get(keys[1]))
			if err := b.Put(keys[0], second); err != nil {
				return err
			}
			return b.Put(keys[1], first)
		},
		"altered": func(b *bolt.Bucket, keys [][]byte) error {
			v := bytes.Clone(b.Get(keys[0]))
			v[len(v)/2] ^= 1
			return b.Put(keys[0], v)
		},
	} {
		path := catalogueOf(t, store.Options{Passphrase: passphrase}, "Permits", "Payroll")
		db, err := bolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bolt.Tx) error {
			b := tx.Bucket([]byte("records"))
			var keys [][]byte
			_ = b.ForEach(func(k, _ []byte) error { keys = append(keys, bytes.Clone(k)); return nil })
			return harm(b, keys)
		})
		if err != nil || db.Close() != nil {
			t.Fatal(err)
		}
		if _, err := store.Open(path, store.Options{Passphrase: passphrase}); fault.CodeOf(err) != fault.Damaged {
			t.Errorf("%s values: %v", what, err)
		}
	}
}

func TestAPassphraseThatCannotBeSetChangesNothing(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = store.Rekey(context.Background(), path, "short", store.Options{})
	refused(t, err, fault.Invalid, "at least 8 characters")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = store.Rekey(ctx, path, passphrase, store.Options{})
	refused(t, err, fault.Cancelled)
	s := mustOpen(t, path, store.Options{})
	_, err = store.Rekey(context.Background(), path, passphrase, store.Options{Wait: time.Millisecond})
	refused(t, err, fault.InUse, path)
	s.Close()
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("the catalogue was changed", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

// An accent typed as a letter with it or after it is the same passphrase.
func TestAnAccentIsAnAccentHoweverItIsTyped(t *testing.T) {
	path := catalogueOf(t, store.Options{Passphrase: "caf\u00e9 au lait"}, "Permits")
	mustHave(t, path, store.Options{Passphrase: "cafe\u0301 au lait"}, "Permits")
}

func TestWhereBackupsCannotBeReadNoPassphraseIsSet(t *testing.T) {
	path := catalogueOf(t, store.Options{}, "Permits")
	if err := os.WriteFile(store.Shelf{}.For(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Rekey(context.Background(), path, passphrase, store.Options{})
	refused(t, err, fault.ReadOnly)
	mustHave(t, path, store.Options{}, "Permits")
}
