package workbook

import (
	"context"
	"io"
	"iter"

	"cadastre/store/ahead"
)

// The read-ahead's chunks: small enough that a cancelled context is noticed
// within a few thousand rows.
const (
	minChunkBytes = 1 << 10
	chunkBytes    = 128 << 10
)

// bufferBytes is the size of a buffer for a source that is said to have a size.
func bufferBytes(size uint64, most int) int {
	return int(min(max(size, minChunkBytes), uint64(most)))
}

// A readAhead reads a source in a goroutine of its own, a few chunks in advance,
// so that unpacking and scanning share the work.
type readAhead struct {
	ctx  context.Context
	next func() (*[]byte, error, bool)
	// stop returns when the source is no longer read.
	stop func()
	rest []byte
	err  error
}

// newReadAhead starts reading a source of about that size, until stop.
func newReadAhead(ctx context.Context, src io.Reader, size uint64) *readAhead {
	a := &readAhead{ctx: ctx}
	a.next, a.stop = iter.Pull2(ahead.Each(func(next func() *[]byte) error {
		for {
			b := next()
			if b == nil {
				return nil
			}
			if *b == nil {
				*b = make([]byte, bufferBytes(size, chunkBytes))
			}
			n, err := fill(src, (*b)[:cap(*b)])
			if *b = (*b)[:n]; err != nil {
				next() // hands on what was read before
				return err
			}
		}
	}))
	return a
}

// fill reads one chunk. A decoder that panics on damaged data has read damaged data.
func fill(src io.Reader, b []byte) (n int, err error) {
	defer func() {
		if recover() != nil {
			n, err = 0, broken("its packed data cannot be unpacked")
		}
	}()
	for n < len(b) && err == nil {
		var m int
		m, err = src.Read(b[n:])
		n += m
	}
	return n, err
}

// Read implements io.Reader.
func (a *readAhead) Read(p []byte) (int, error) {
	if err := a.ctx.Err(); err != nil {
		return 0, err
	}
	for len(a.rest) == 0 {
		if a.err != nil {
			return 0, a.err
		}
		chunk, err, _ := a.next()
		if a.err = err; err == nil {
			a.rest = *chunk
		}
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}
