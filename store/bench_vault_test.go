package store_test

import (
	"path/filepath"
	"testing"

	"cadastre/store"
)

// What a passphrase costs: each is run without and with one, so that the ratio is of one run.
// The time that opening takes at the least is that of argon2id, which is slow on purpose.

func BenchmarkPassphraseOpen(b *testing.B) {
	eachWay(b, func(b *testing.B, path string, o store.Options) {
		for b.Loop() {
			s, err := store.Open(path, o)
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
}

func BenchmarkPassphraseSave(b *testing.B) {
	eachWay(b, func(b *testing.B, path string, o store.Options) {
		s, err := store.Open(path, o)
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		for b.Loop() {
			mustApply(b, s, create("Permits"))
		}
	})
}

func eachWay(b *testing.B, run func(*testing.B, string, store.Options)) {
	for name, o := range map[string]store.Options{"clear": {}, "encrypted": {Passphrase: passphrase}} {
		path := filepath.Join(b.TempDir(), name+store.Extension)
		s, err := store.Create(path, o)
		if err != nil {
			b.Fatal(err)
		}
		for range 20 {
			mustApply(b, s, manySystems(5000)...)
		}
		s.Close()
		b.Run(name, func(b *testing.B) { run(b, path, o) })
	}
}
