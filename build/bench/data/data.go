// Package data makes what the bench measures on, the same on every machine: catalogues
// of systems, workbooks, and the questions that are asked of both us and the peers. It
// may import store; the workbooks are written by hand, so that no reader or writer
// that is measured has made them.
package data

import (
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"cadastre/store/record"
)

// moment is when everything was made.
var moment = time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)

var vocabulary = strings.Fields(`permit licence payroll ledger citizen portal gateway archive report inspection case registry
	identity payment billing mapping survey fleet asset records health safety benefit grant procurement contract audit training
	recruitment calendar messaging directory monitoring backup storage network firewall analytics dashboard forecasting scheduling
	café dépôt Übersicht señal`)

// A source of everything that looks like chance; the same seed gives the same.
type source struct{ *rand.Rand }

func newSource(seed uint64) source { return source{rand.New(rand.NewPCG(seed, 2026))} }

func (s source) word() string { return vocabulary[s.IntN(len(vocabulary))] }

func (s source) prose(words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = s.word()
	}
	return strings.Join(out, " ")
}

// ids are UUIDs of version 7, one for every millisecond.
func (s source) ids() record.IDs {
	now := uint64(moment.UnixMilli())
	return func() record.ID {
		var id record.ID
		now++
		binary.BigEndian.PutUint64(id[:], now<<16|0x7000|s.Uint64()&0xfff)
		binary.BigEndian.PutUint64(id[8:], 1<<63|s.Uint64()>>2)
		return id
	}
}

func (s source) name(n int) string {
	name := s.prose(3)
	first := letters(name, 1)
	return fmt.Sprintf("%s%s %d", strings.ToUpper(first), name[len(first):], n)
}

// letters are the first n letters of a text that has as many.
func letters(text string, n int) string { return string([]rune(text)[:n]) }

// Copy copies a file, and waits until the disk has it, so that what is measured next does not.
func Copy(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err = io.Copy(out, in); err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}
