package command

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"cadastre/store"
	"cadastre/store/fault"
)

// passphraseVariable names a passphrase where a file would be in the way.
const passphraseVariable = "CADASTRE_PASSPHRASE"

const passphraseUsage = `
Every command takes --passphrase-file F for an encrypted catalogue; the first line of F is its passphrase.
Without it, the environment variable ` + passphraseVariable + ` is used.
`

// takePassphrase takes --passphrase-file out of a command's words, or else looks into the environment.
func (e *Environment) takePassphrase(in []string) (rest []string, err error) {
	if e.Passphrase == "" {
		e.Passphrase = os.Getenv(passphraseVariable)
	}
	const name = "--passphrase-file"
	for i := 0; i < len(in); i++ {
		file, joined := strings.CutPrefix(in[i], name+"=")
		switch {
		case in[i] == name && i+1 < len(in):
			i++
			file = in[i]
		case in[i] == name:
			return nil, fault.New(fault.Usage, "%s needs a value.", name)
		case !joined:
			rest = append(rest, in[i])
			continue
		}
		if e.Passphrase, err = readPassphrase(file); err != nil {
			return nil, err
		}
	}
	return rest, nil
}

// readPassphrase reads the first line of a file. A passphrase is no argument: those others can see.
func readPassphrase(file string) (string, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return "", fault.Wrap(err, fault.NotFound, "The file with the passphrase cannot be read: %v.", err)
	}
	line, _, _ := strings.Cut(strings.TrimPrefix(string(raw), "\ufeff"), "\n")
	if line = strings.TrimSuffix(line, "\r"); line == "" {
		return "", fault.New(fault.Invalid, "%s has no passphrase in its first line.", file)
	}
	return line, nil
}

type backupsDocument struct {
	Folder  string           `json:"folder"`
	Backups []backupDocument `json:"backups"`
}

type backupDocument struct {
	Path   string `json:"path"`
	Time   string `json:"time"`
	Size   int64  `json:"size"`
	Change uint64 `json:"change"`
	Why    string `json:"why"`
}

func backups(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 1, sw("json"))
	if err != nil {
		return err
	}
	path, kept, err := env.kept(w.args[0])
	if err != nil {
		return err
	}
	doc := backupsDocument{Folder: env.options().Shelf.For(path), Backups: []backupDocument{}}
	for _, k := range kept {
		doc.Backups = append(doc.Backups, backupDocument{k.Path, k.Time.Format("2006-01-02T15:04:05Z"), k.Size, k.Seq, k.Why})
	}
	if w.has("json") {
		return writeJSON(env.Out, doc)
	}
	t := tabwriter.NewWriter(env.Out, 0, 4, 2, ' ', 0)
	for _, b := range doc.Backups {
		fmt.Fprintf(t, "%s\tchange %d\t%d bytes\t%s\t%s\n", b.Time, b.Change, b.Size, b.Why, filepath.Base(b.Path))
	}
	fmt.Fprintf(env.Err, "%d backups in %s.\n", len(doc.Backups), doc.Folder)
	return t.Flush()
}

// kept finds the backups of a catalogue, by the path that the window has for it.
func (e Environment) kept(catalogue string) (path string, kept []store.Kept, err error) {
	path, err = filepath.Abs(catalogue)
	if err == nil {
		kept, err = e.options().Shelf.Backups(path)
	}
	return path, kept, err
}

func restore(_ context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 2)
	if err != nil {
		return err
	}
	path, kept, err := env.kept(w.args[0])
	if err != nil {
		return err
	}
	var backup string
	switch {
	case len(w.args) == 2:
		backup = named(kept, w.args[1])
	case len(kept) == 0:
		return fault.New(fault.NotFound, "There is no backup of %s in %s. Name one: cadastre restore CATALOGUE BACKUP.", path, env.options().Shelf.For(path))
	default:
		backup = kept[0].Path
	}
	if err := store.Restore(path, backup, env.options()); err != nil {
		return err
	}
	fmt.Fprintf(env.Err, "%s is as in %s. What it was before is the newest of its backups.\n", w.args[0], backup)
	return nil
}

// named is the backup of that name on the shelf, else the file of that name.
func named(kept []store.Kept, name string) string {
	for _, k := range kept {
		if filepath.Base(k.Path) == name {
			return k.Path
		}
	}
	return name
}

func setPassphrase(ctx context.Context, env Environment, in []string) error {
	w, err := parse(in, 1, 1, opt("new-passphrase-file"), sw("remove"))
	if err != nil {
		return err
	}
	if w.has("remove") == w.has("new-passphrase-file") {
		return fault.New(fault.Usage, "Give either --new-passphrase-file or --remove.")
	}
	next := ""
	if !w.has("remove") {
		if next, err = readPassphrase(w.one("new-passphrase-file")); err != nil {
			return err
		}
	}
	path, _, err := env.kept(w.args[0])
	if err != nil {
		return err
	}
	left, err := store.Rekey(ctx, path, next, env.options())
	for _, backup := range left {
		fmt.Fprintf(env.Err, "The backup %s could not be written anew and is as it was.\n", backup)
	}
	if err != nil {
		return err
	}
	said := "is encrypted now. Without its passphrase nobody can open it"
	if next == "" {
		said = "is not encrypted any more"
	}
	fmt.Fprintf(env.Err, "%s %s.\n", w.args[0], said)
	return nil
}
