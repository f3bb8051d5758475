package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"cadastre/store/fault"

	bolt "go.etcd.io/bbolt"
)

// rekeyBatch is how many bytes of values are rewritten in one transaction.
const rekeyBatch = 16 << 20

// Rekey writes a catalogue that nobody has open anew under a passphrase, or in clear for "", and then its
// backups on the shelf. The new file takes the place of the old at once, and the old is overwritten as far
// as the disk allows it. After a fault the catalogue is as it was. The backups left are those that could
// not be rewritten: they are damaged, or have yet another passphrase.
func Rekey(ctx context.Context, path, passphrase string, o Options) (left []string, err error) {
	vault, into, err := lockUp(passphrase)
	if err != nil {
		return nil, err
	}
	kept, err := o.Shelf.Backups(path)
	if err != nil {
		return nil, err
	}
	if err := rekey(ctx, path, vault, into, &o); err != nil {
		return nil, err
	}
	for i, k := range kept {
		o.complete().Progress(i+1, len(kept)+1)
		if rekey(ctx, k.Path, vault, into, &o) != nil {
			left = append(left, k.Path)
		}
	}
	return left, nil
}

// rekey writes one file anew. What opened it is kept in the options: it mostly opens the next one too.
func rekey(ctx context.Context, path string, vault []byte, into codec, o *Options) error {
	if err := probe(path); err != nil {
		return err
	}
	s := newStore(path, *o)
	defer s.letGo()
	err := s.inspect()
	o.keys = s.options.keys
	if err != nil {
		return err
	}
	if err := s.open(); err != nil {
		return err
	}
	if err := s.takePossession(); err != nil {
		return err
	}
	return s.guard(func() error {
		older, err := s.older()
		if err == nil && older {
			err = s.update()
		}
		if err != nil {
			return err
		}
		return s.rewrite(ctx, vault, into)
	})
}

// rewrite makes the new file beside and gives it the place of the old.
func (s *Store) rewrite(ctx context.Context, vault []byte, into codec) error {
	file := whereItLies(s.path)
	tmp, err := os.CreateTemp(filepath.Dir(file), partName(file))
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // gone already when all went well
	if err := tmp.Close(); err != nil {
		return err
	}
	if err := s.rewriteTo(ctx, tmp.Name(), vault, into); err != nil {
		return err
	}
	shred := shredder(file)
	s.letGo() // an open file cannot be replaced everywhere
	if err := replace(tmp.Name(), file); err != nil {
		return err
	}
	shred()
	return nil
}

func (s *Store) rewriteTo(ctx context.Context, path string, vault []byte, into codec) error {
	to, err := bolt.Open(path, fileMode, &bolt.Options{NoSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return err
	}
	err = s.settled(func(tx *bolt.Tx) error {
		for _, bucket := range [][]byte{metaBucket, recordsBucket, journalBucket} {
			w := rewriter{ctx: ctx, from: s.codec, into: into, to: to, bucket: bucket}
			if err := w.run(tx.Bucket(bucket), vault); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = to.Update(beginLog)
	}
	if err == nil {
		err = to.Sync()
	}
	return errors.Join(err, to.Close())
}

// A rewriter puts the values of a bucket into another file, in batches.
type rewriter struct {
	ctx        context.Context
	from, into codec
	to         *bolt.DB
	bucket     []byte
	keys       [][]byte
	values     [][]byte
	size       int
}

func (w *rewriter) run(from *bolt.Bucket, vault []byte) error {
	err := from.ForEach(func(k, v []byte) error {
		if bytes.Equal(w.bucket, metaBucket) {
			if !bytes.Equal(k, vaultKey) {
				w.add(k, slices.Clone(v))
			}
			return nil
		}
		clear, err := w.from.open(w.bucket, k, v)
		if err != nil {
			return err
		}
		w.add(k, w.into.seal(w.bucket, k, clear))
		if w.size >= rekeyBatch {
			return w.flush()
		}
		return nil
	})
	if vault != nil && bytes.Equal(w.bucket, metaBucket) {
		w.add(vaultKey, vault)
	}
	if err != nil {
		return err
	}
	return w.flush()
}

func (w *rewriter) add(k, v []byte) {
	w.keys, w.values = append(w.keys, slices.Clone(k)), append(w.values, v)
	w.size += len(k) + len(v)
}

func (w *rewriter) flush() error {
	if err := w.ctx.Err(); err != nil {
		return fault.From(err)
	}
	err := w.to.Update(func(tx *bolt.Tx) error {
		bucket, err := tx.CreateBucketIfNotExists(w.bucket)
		if err != nil {
			return err
		}
		bucket.FillPercent = denseFill
		for i, k := range w.keys {
			if err := bucket.Put(k, w.values[i]); err != nil {
				return err
			}
		}
		return nil
	})
	w.keys, w.values, w.size = nil, nil, 0
	return err
}
