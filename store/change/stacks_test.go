package change_test

import (
	"slices"
	"testing"

	"cadastre/store/change"

	"pgregory.net/rapid"
)

func TestStacks(t *testing.T) {
	for name, c := range map[string]struct {
		undoes     []uint64 // by set, from 1 on
		undo, redo []uint64
	}{
		"nothing":                    {nil, nil, nil},
		"two changes":                {[]uint64{0, 0}, []uint64{1, 2}, nil},
		"the last undone":            {[]uint64{0, 0, 2}, []uint64{1}, []uint64{3}},
		"both undone":                {[]uint64{0, 0, 2, 1}, nil, []uint64{3, 4}},
		"one of two done again":      {[]uint64{0, 0, 2, 1, 4}, []uint64{5}, []uint64{3}},
		"both done again":            {[]uint64{0, 0, 2, 1, 4, 3}, []uint64{5, 6}, nil},
		"done again and undone":      {[]uint64{0, 0, 2, 3, 4}, []uint64{1}, []uint64{5}},
		"a new change after undo":    {[]uint64{0, 0, 2, 0}, []uint64{1, 4}, nil},
		"an older one undone":        {[]uint64{0, 0, 0, 1}, []uint64{2, 3}, []uint64{4}},
		"an older undo taken back":   {[]uint64{0, 0, 2, 0, 3}, []uint64{1, 4, 5}, nil},
		"undone after a new one too": {[]uint64{0, 0, 2, 0, 4, 1}, nil, []uint64{5, 6}},
	} {
		headers := make([]change.Header, len(c.undoes))
		for i, n := range c.undoes {
			headers[i] = change.Header{Seq: uint64(i + 1), Origin: change.Origin{Undoes: n}}
		}
		if undo, redo := change.Stacks(headers); !slices.Equal(undo, c.undo) || !slices.Equal(redo, c.redo) {
			t.Errorf("%s: undo %v and redo %v, want %v and %v", name, undo, redo, c.undo, c.redo)
		}
	}
}

// Undo and redo in the menu do what two plain stacks of texts would.
func TestStacksAreThoseOfAnEditor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var headers []change.Header
		did := map[uint64]uint64{} // which first change a set does or takes back
		var undo, redo []uint64
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			gotUndo, gotRedo := change.Stacks(headers)
			if !slices.Equal(named(gotUndo, did), undo) || !slices.Equal(named(gotRedo, did), redo) {
				t.Fatalf("undo %v, redo %v, want %v, %v", named(gotUndo, did), named(gotRedo, did), undo, redo)
			}
			seq, undoes := uint64(len(headers)+1), uint64(0)
			switch step := rapid.IntRange(0, 2).Draw(t, "step"); {
			case step == 0 && len(undo) > 0:
				undoes = gotUndo[len(gotUndo)-1]
				undo, redo = undo[:len(undo)-1], append(redo, undo[len(undo)-1])
			case step == 1 && len(redo) > 0:
				undoes = gotRedo[len(gotRedo)-1]
				redo, undo = redo[:len(redo)-1], append(undo, redo[len(redo)-1])
			default:
				did[seq], undo, redo = seq, append(undo, seq), nil
			}
			if undoes != 0 {
				did[seq] = did[undoes]
			}
			headers = append(headers, change.Header{Seq: seq, Origin: change.Origin{Undoes: undoes}})
		}
	})
}

func named(seqs []uint64, did map[uint64]uint64) (out []uint64) {
	for _, s := range seqs {
		out = append(out, did[s])
	}
	return out
}
