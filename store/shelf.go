package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// A Shelf is where the backups of a catalogue are kept by themselves.
type Shelf struct {
	// Folder holds the backups of all catalogues; "" keeps each catalogue's beside it.
	Folder string
	// Keep is how many are kept, the latest; 0 for the usual number.
	Keep int
}

// KeepUsual is how many backups are kept when nobody says otherwise.
const KeepUsual = 10

// Why a backup was taken.
const (
	OnSchedule    = "scheduled"
	OnDemand      = "on-demand"
	BeforeUpdate  = "before-update"
	BeforeRestore = "before-restore"
)

// A Kept is a backup on the shelf.
type Kept struct {
	Path string
	Time time.Time
	Size int64
	// Seq is the number of the last change set in it.
	Seq uint64
	Why string
}

// For is the folder with the backups of a catalogue. In a folder for all, catalogues of the same name from
// different places are told apart.
func (s Shelf) For(path string) string {
	if s.Folder == "" {
		return filepath.Join(filepath.Dir(path), NameOf(path)+" backups")
	}
	sum := sha256.Sum256([]byte(path))
	return filepath.Join(s.Folder, fmt.Sprintf("%s %x", NameOf(path), sum[:4]))
}

const timeInName = "2006-01-02T150405Z"

func nameOfKept(path string, k Kept) string {
	return fmt.Sprintf("%s %s change-%d %s%s", NameOf(path), k.Time.UTC().Format(timeInName), k.Seq, k.Why, Extension)
}

var keptName = regexp.MustCompile(`^(.+) (\d{4}-\d\d-\d\dT\d{6}Z) change-(\d{1,19}) ([a-z-]+)` + regexp.QuoteMeta(Extension) + `$`)

// Backups are the backups of a catalogue that are on the shelf, the latest first. The catalogue itself need
// not be there.
func (s Shelf) Backups(path string) ([]Kept, error) {
	entries, err := os.ReadDir(s.For(path))
	switch {
	case os.IsNotExist(err):
		return nil, nil
	case err != nil:
		return nil, fault.Wrap(err, fault.ReadOnly, "The folder of backups %s cannot be read: %v.", s.For(path), err)
	}
	var kept []Kept
	for _, e := range entries {
		if k, ok := readKept(NameOf(path), e); ok {
			k.Path = filepath.Join(s.For(path), e.Name())
			kept = append(kept, k)
		}
	}
	slices.SortFunc(kept, func(a, b Kept) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.Seq, a.Seq)) })
	return kept, nil
}

// readKept reads what a backup's name says.
func readKept(catalogue string, e os.DirEntry) (k Kept, ok bool) {
	m := keptName.FindStringSubmatch(e.Name())
	if m == nil || m[1] != catalogue {
		return k, false
	}
	info, err := e.Info()
	at, badTime := time.Parse(timeInName, m[2])
	seq, badSeq := strconv.ParseUint(m[3], 10, 64)
	if err != nil || badTime != nil || badSeq != nil || !info.Mode().IsRegular() {
		return k, false
	}
	return Kept{Time: at, Size: info.Size(), Seq: seq, Why: m[4]}, true
}

// place makes the folder and the path for a new backup. Two of the same second get different times, so that
// their order stays.
func (s Shelf) place(path string, k Kept) (string, error) {
	folder := s.For(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fault.Wrap(err, fault.ReadOnly, "The folder for backups %s cannot be made: %v. Choose another one in the settings.", folder, err)
	}
	removeParts(filepath.Join(folder, NameOf(path)+" *"))
	kept, err := s.Backups(path)
	for slices.ContainsFunc(kept, func(other Kept) bool { return other.Time.Equal(k.Time) }) {
		k.Time = k.Time.Add(time.Second)
	}
	return filepath.Join(folder, nameOfKept(path, k)), err
}

// prune removes all but the latest backups of a catalogue, as many as can be. It returns why the first that
// stays could not be removed.
func (s Shelf) prune(path string) error {
	kept, first := s.Backups(path)
	for _, k := range kept[min(len(kept), cmp.Or(s.Keep, KeepUsual)):] {
		if err := os.Remove(k.Path); err != nil && first == nil {
			first = fault.Wrap(err, fault.ReadOnly, "The old backup %s cannot be removed: %v. New ones are taken all the same; remove it yourself, or check the permissions of its folder.", k.Path, err)
		}
	}
	return first
}

// Keep takes a backup, puts it on the shelf and removes the oldest when there are too many; that some cannot be
// removed is told by Unpruned. One Keep waits for another.
func (s *Store) Keep(ctx context.Context, why string) (Kept, error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.settle()
	k := Kept{Time: s.options.Clock().UTC().Truncate(time.Second), Why: why}
	err := s.view(func(tx *bolt.Tx) error {
		k.Seq = lastEntry(tx)
		return nil
	})
	if err != nil {
		return k, err
	}
	if k.Path, err = s.options.Shelf.place(s.path, k); err != nil {
		return k, err
	}
	if err := s.backup(ctx, k.Path); err != nil {
		return k, err
	}
	left := s.options.Shelf.prune(s.path)
	s.mu.Lock()
	s.unpruned = left
	s.mu.Unlock()
	return k, nil
}

// Unpruned is why old backups could not be removed when the last one was taken, nil when they were: there are
// more of them than was asked for, and nothing else is wrong.
func (s *Store) Unpruned() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.unpruned
}

// Since tells how a backup differs from the catalogue as it stands: how many changes came later. It is
// false when the backup is of another history, one that was left by restoring.
func (s *Store) Since(k Kept) (later uint64, same bool) {
	headers := s.Headers()
	now := uint64(len(headers))
	if k.Seq > now || k.Seq > 0 && headers[k.Seq-1].Time.After(k.Time.Add(time.Second)) {
		return 0, false
	}
	return now - k.Seq, true
}

// DueSince is whether a backup should be taken because the catalogue has changed since the latest, which
// is from before a moment.
func (s *Store) DueSince(moment time.Time) bool {
	kept, err := s.options.Shelf.Backups(s.path)
	if err != nil || s.reading != nil || len(s.Headers()) == 0 {
		return false
	}
	if len(kept) == 0 {
		return true
	}
	later, same := s.Since(kept[0])
	return kept[0].Time.Before(moment) && (later > 0 || !same)
}
