// Package store is the catalogue file: open, lock, apply all or nothing,
// journal, undo, migrate, back up, check. It is the truth; everything else reads
// its snapshots and hands it drafts. It is the only importer of bbolt and may
// import the packages below it; it knows nothing of windows, workbooks or HTTP.
package store

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"cadastre/store/change"
	"cadastre/store/fault"
	"cadastre/store/record"
	"cadastre/store/schema"
	"cadastre/store/snapshot"

	bolt "go.etcd.io/bbolt"
)

// Extension is how the names of catalogue files end.
const Extension = ".cadastre"

// Options are what a store takes from outside; zero values are the running program's.
type Options struct {
	Clock func() time.Time
	IDs   record.IDs
	Log   *slog.Logger
	// MaxSize bounds the file in bytes, as a full disk would; 0 for no bound.
	MaxSize int
	// Wait is how long to wait for another program to let go of the file; 0 for a second.
	Wait time.Duration
	// Who is named to others as the one who has the catalogue open; "" for nobody in particular.
	Who string
	// Passphrase opens a catalogue that is encrypted, and encrypts a new one; "" for none.
	Passphrase string
	// keys saves opening the same vault again.
	keys *unlocked
	// TakeOver opens for writing although a note beside the file says that somebody on another machine has it.
	TakeOver bool
	// Shelf is where backups are kept by themselves.
	Shelf Shelf
	// Gone is called when a change was refused because the file was moved, deleted or replaced.
	Gone func()
	// Progress is told how many of how many records have been read while opening, at last of all.
	Progress func(done, total int)
}

func (o Options) complete() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.IDs == nil {
		o.IDs = record.NewID
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Wait == 0 {
		o.Wait = time.Second
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	if o.Gone == nil {
		o.Gone = func() {}
	}
	return o
}

// A Store is an open catalogue. All methods may be called from any goroutine.
type Store struct {
	path    string
	disk    string // the file that is worked with: path, or a copy of it
	options Options
	db      *bolt.DB
	file    *os.File // the one that db works with
	model   *schema.Model
	current atomic.Pointer[snapshot.Snapshot]
	// half is true when one of the file's two meta records was broken.
	half bool
	// torn is true when something stood after the last change set of the log.
	torn bool
	// codec is between values and the file, encrypted whether it encrypts.
	codec     codec
	encrypted bool
	// note is true when the note beside the file is ours.
	note bool
	// reading is why the catalogue can only be read; nil when it can be changed. readOnly is true when the
	// file itself is opened so, rather than a copy.
	reading  *reading
	readOnly bool

	// writing is held by the one writer at a time.
	writing sync.Mutex
	// doubt is true when it is not certain which log the disk has; writing guards it.
	doubt bool
	// keeping is held while a backup goes onto the shelf.
	keeping sync.Mutex

	// origins are where cells have their values from.
	origins origins
	// linkings are where records got links and lost them.
	linkings linkings

	// mu guards what follows.
	mu        sync.Mutex
	headers   []change.Header
	listeners []func(Event)
	unpruned  error
}

// An Event tells that the catalogue has changed.
type Event struct {
	Header change.Header
	Tables []schema.TableNum
}

// Path is the catalogue's file.
func (s *Store) Path() string { return s.path }

// Model is the model of the data.
func (s *Store) Model() *schema.Model { return s.model }

// Snapshot returns the catalogue as it stands. It never waits and never changes.
func (s *Store) Snapshot() *snapshot.Snapshot { return s.current.Load() }

// Headers returns the journal's entries in order, without their changes. The caller does not change them.
func (s *Store) Headers() []change.Header {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.headers[:len(s.headers):len(s.headers)]
}

// Listen calls f after every change set, in order, from the goroutine that made it. Until f returns no
// other change can be made, so f makes none itself and waits for nobody who does.
func (s *Store) Listen(f func(Event)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.listeners = append(s.listeners, f)
}

// Close gives the file back, after the change under way.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.emptyLog()
	s.removeNote() // before others can have the file
	err := s.db.Close()
	s.removeCopy()
	if err != nil {
		return fault.Wrap(err, fault.Internal, "%s could not be closed: %v.", s.path, err)
	}
	return nil
}

// Apply carries out a draft as one change set and answers with its header, whose Seq is 0 when nothing
// had to change. When it returns without a fault the change is on the disk. It returns the faults of
// change.Prepare, Cancelled, and NoSpace, ReadOnly, NotFound or Damaged when the file cannot be written;
// then nothing has changed. Cancelling has an effect until the file is written. One Apply waits for
// another; readers wait for none.
func (s *Store) Apply(ctx context.Context, d change.Draft) (change.Header, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.apply(ctx, d)
}

func (s *Store) apply(ctx context.Context, d change.Draft) (change.Header, error) {
	if s.reading != nil {
		return change.Header{}, s.reading.refusal
	}
	now := s.Snapshot()
	set, err := change.Prepare(s.model, now, d, s.options.Clock(), s.options.IDs)
	if err != nil {
		return change.Header{}, err
	}
	if len(set.Changes) == 0 {
		return change.Header{}, nil
	}
	set.Seq = now.Seq + 1
	if err := ctx.Err(); err != nil {
		return change.Header{}, fault.From(err)
	}
	next, err := s.write(ctx, &set, now, d.Progress)
	if err != nil {
		return change.Header{}, err
	}
	s.publish(&set, next)
	return set.Header, nil
}

func (s *Store) publish(set *change.Set, next *snapshot.Snapshot) {
	s.mu.Lock()
	s.headers = append(s.headers, set.Header)
	listeners := s.listeners
	s.mu.Unlock()
	s.current.Store(next) // after its header, so that whoever sees a record can read its history
	s.options.Log.Info("change set applied", "seq", set.Seq, "origin", set.Kind, "created", set.Created, "updated", set.Updated, "deleted", set.Deleted)
	event := Event{Header: set.Header, Tables: tablesOf(set)}
	for _, listen := range listeners {
		listen(event)
	}
}

func tablesOf(set *change.Set) []schema.TableNum {
	var tables []schema.TableNum
	for i := range set.Changes {
		if n := len(tables); n == 0 || tables[n-1] != set.Changes[i].Table {
			tables = append(tables, set.Changes[i].Table)
		}
	}
	return tables
}
