package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cadastre/app/command"
	"cadastre/store"
)

// home keeps a test from the settings of whoever runs it.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, dir)
	}
	return dir
}

func run(words ...string) (code int, out, said string) {
	var o, e bytes.Buffer
	code = command.Main(words, command.Environment{Version: "test", Out: &o, Err: &e, Clock: time.Now, Who: "Ann"})
	return code, o.String(), e.String()
}

func mustRun(t *testing.T, words ...string) string {
	t.Helper()
	code, out, said := run(words...)
	if code != 0 {
		t.Fatalf("%s: %d %s", strings.Join(words, " "), code, said)
	}
	return out
}

// refused runs a command that must end with 1 and a sentence with certain parts.
func refused(t *testing.T, words []string, parts ...string) {
	t.Helper()
	code, _, said := run(words...)
	if code != 1 {
		t.Errorf("%s ended with %d", strings.Join(words, " "), code)
	}
	for _, part := range parts {
		if !strings.Contains(said, part) {
			t.Errorf("%q does not say %q", said, part)
		}
	}
}

func TestWhileAWindowHasTheCatalogueReadingWorksAndWritingSaysWhoHasIt(t *testing.T) {
	path := filepath.Join(home(t), "it.cadastre")
	mustRun(t, "new", path, "--sample")
	s, err := store.Open(path, store.Options{Who: "Ada Marsh"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, words := range [][]string{{"list", path, "itsystem"}, {"history", path}, {"check", path}, {"export", path, path + ".xlsx"}, {"backup", path, path + ".copy.cadastre"}} {
		mustRun(t, words...)
	}
	refused(t, []string{"undo", path}, "Ada Marsh", "since")
	refused(t, []string{"restore", path, path + ".copy.cadastre"}, "Ada Marsh")
}

func TestABackupIsRestoredByACommand(t *testing.T) {
	path := filepath.Join(home(t), "it.cadastre")
	mustRun(t, "new", path, "--sample")
	refused(t, []string{"restore", path}, "no backup")
	s, err := store.Open(path, store.Options{})
	if err == nil {
		_, err = s.Keep(t.Context(), store.OnSchedule)
	}
	if err != nil || s.Close() != nil {
		t.Fatal(err)
	}
	const system = "Payroll and Time Reporting"
	mustRun(t, "set", path, "itsystem", system, "abbreviation=XYZ")
	mustRun(t, "restore", path)
	if out := mustRun(t, "show", path, "itsystem", system); strings.Contains(out, "XYZ") {
		t.Error("the system is not as it was")
	}
	var doc struct{ Backups []struct{ Path, Why string } }
	if err := json.Unmarshal([]byte(mustRun(t, "backups", path, "--json")), &doc); err != nil || len(doc.Backups) != 2 || doc.Backups[0].Why != store.BeforeRestore {
		t.Fatalf("%+v %v", doc, err)
	}
	mustRun(t, "restore", path, filepath.Base(doc.Backups[0].Path))
	if out := mustRun(t, "show", path, "itsystem", system); !strings.Contains(out, "XYZ") {
		t.Error("restoring was not taken back")
	}
}

func TestAPassphraseByFileAndByEnvironment(t *testing.T) {
	dir := home(t)
	path, secret, next := filepath.Join(dir, "it.cadastre"), filepath.Join(dir, "secret"), filepath.Join(dir, "next")
	for name, text := range map[string]string{secret: "first passphrase\r\n", next: "second passphrase"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mustRun(t, "new", path, "--passphrase-file", secret)
	refused(t, []string{"check", path}, "encrypted")
	mustRun(t, "check", "--passphrase-file="+secret, path)
	mustRun(t, "passphrase", path, "--new-passphrase-file", next, "--passphrase-file", secret)
	refused(t, []string{"check", path, "--passphrase-file", secret}, "not the passphrase")
	t.Setenv("CADASTRE_PASSPHRASE", "second passphrase")
	mustRun(t, "check", path)
	mustRun(t, "passphrase", path, "--remove")
	t.Setenv("CADASTRE_PASSPHRASE", "")
	mustRun(t, "check", path)
}
