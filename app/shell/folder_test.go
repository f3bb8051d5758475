package shell

import (
	"os"
	"path/filepath"
	"testing"
)

func TestDialogsBeginWhereTheLastFileWas(t *testing.T) {
	home, other := t.TempDir(), filepath.Join(t.TempDir(), "stick")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	var f lastFolder
	expect := func(want string) {
		t.Helper()
		if got := f.get(); got != want {
			t.Errorf("begins in %q, want %q", got, want)
		}
	}
	expect(home)
	f.of(filepath.Join(other, "systems.xlsx"))
	expect(other)
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	expect(home)
}
