package workbook

import (
	"context"
	"io"
)

// The read-ahead's chunks: small enough that a cancelled context is noticed
// within a few thousand rows.
const (
	minChunkBytes = 1 << 10
	chunkBytes    = 128 << 10
	chunkCount    = 4
)

// bufferBytes is the size of a buffer for a source that is said to have a size.
func bufferBytes(size uint64, most int) int {
	return int(min(max(size, minChunkBytes), uint64(most)))
}

// An ahead reads a source in a goroutine of its own, a few chunks in advance,
// so that unpacking and scanning share the work.
type ahead struct {
	ctx  context.Context
	full chan chunk
	free chan []byte
	quit chan struct{}
	cur  chunk
	rest []byte
}

type chunk struct {
	data []byte
	err  error
}

// readAhead starts reading a source of about that size, until stop.
func readAhead(ctx context.Context, src io.Reader, size uint64) *ahead {
	a := &ahead{
		ctx:  ctx,
		full: make(chan chunk, chunkCount),
		free: make(chan []byte, chunkCount),
		quit: make(chan struct{}),
	}
	for range chunkCount {
		a.free <- make([]byte, bufferBytes(size, chunkBytes))
	}
	go a.fetch(src)
	return a
}

// fetch fills chunks until the source ends or nobody wants more.
func (a *ahead) fetch(src io.Reader) {
	defer close(a.full)
	for {
		select {
		case <-a.quit:
			return
		case b := <-a.free:
			c := fill(src, b)
			a.full <- c
			if c.err != nil {
				return
			}
		}
	}
}

// fill reads one chunk. A decoder that panics on damaged data has read damaged data.
func fill(src io.Reader, b []byte) (c chunk) {
	defer func() {
		if recover() != nil {
			c = chunk{err: broken("its packed data cannot be unpacked")}
		}
	}()
	n := 0
	for n < len(b) {
		m, err := src.Read(b[n:])
		n += m
		if err != nil {
			return chunk{b[:n], err}
		}
	}
	return chunk{b, nil}
}

// Read implements io.Reader.
func (a *ahead) Read(p []byte) (int, error) {
	if err := a.ctx.Err(); err != nil {
		return 0, err
	}
	for len(a.rest) == 0 {
		if a.cur.err != nil {
			return 0, a.cur.err
		}
		if a.cur.data != nil {
			a.free <- a.cur.data[:cap(a.cur.data)]
		}
		a.cur = <-a.full
		a.rest = a.cur.data
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// stop returns when the source is no longer read.
func (a *ahead) stop() {
	close(a.quit)
	for range a.full {
	}
}
