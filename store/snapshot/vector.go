package snapshot

// chunkSize is how many slots are copied when one of them changes.
const chunkSize = 1024

// A token marks the chunks that one edit has made for itself and may still write to.
type token struct{ _ byte }

type chunk[T any] struct {
	owner *token
	cells [chunkSize]T
}

// A vector is a persistent array: set copies the chunk that it writes to unless the edit owns it.
// Chunks in which nothing was ever set are nil and hold blank.
type vector[T comparable] struct {
	blank  T
	chunks []*chunk[T]
}

func (v *vector[T]) at(i int) T {
	if c := i / chunkSize; c < len(v.chunks) && v.chunks[c] != nil {
		return v.chunks[c].cells[i%chunkSize]
	}
	return v.blank
}

// chunk returns the chunk with the given number, nil where everything is blank.
func (v *vector[T]) chunk(c int) *chunk[T] {
	if c < len(v.chunks) {
		return v.chunks[c]
	}
	return nil
}

// cells returns the cells of a chunk, nil where everything is blank.
func (v *vector[T]) cells(c int) *[chunkSize]T {
	if chunk := v.chunk(c); chunk != nil {
		return &chunk.cells
	}
	return nil
}

func (v *vector[T]) set(i int, x T, edit *token) {
	c := i / chunkSize
	if (c >= len(v.chunks) || v.chunks[c] == nil) && x == v.blank {
		return
	}
	for c >= len(v.chunks) {
		v.chunks = append(v.chunks, nil)
	}
	switch old := v.chunks[c]; {
	case old == nil:
		v.chunks[c] = &chunk[T]{owner: edit}
		if v.blank != *new(T) {
			fill(&v.chunks[c].cells, v.blank)
		}
	case old.owner != edit:
		v.chunks[c] = &chunk[T]{owner: edit, cells: old.cells}
	}
	v.chunks[c].cells[i%chunkSize] = x
}

func fill[T any](cells *[chunkSize]T, x T) {
	for i := range cells {
		cells[i] = x
	}
}

// fork returns a vector that an edit may change without v's readers seeing it.
func (v *vector[T]) fork() vector[T] {
	chunks := make([]*chunk[T], len(v.chunks), len(v.chunks)+1)
	copy(chunks, v.chunks)
	return vector[T]{blank: v.blank, chunks: chunks}
}
