package workbook

import (
	"bytes"
	"io"
	"math"
	"strings"
)

// separators are the candidates in the order of preference, with their names.
var separators = []struct {
	sep  byte
	name string
}{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}, {'|', "vertical bars"}}

// separatorRows is how many records are weighed.
const separatorRows = 1000

// declaredSeparator reads a first line such as "sep=;" by which some programs state the separator.
func declaredSeparator(sample []byte) (sep byte, ok bool) {
	line, _, _ := bytes.Cut(sample, []byte("\n"))
	text := strings.Trim(strings.TrimPrefix(string(line), bomUTF8), "\"\r ")
	if len(text) != len("sep=")+1 || !strings.EqualFold(text[:4], "sep=") {
		return 0, false
	}
	sep = text[4]
	return sep, sep == '\t' || sep > ' ' && sep < 0x7f && sep != '"' && !letter(sep) && (sep < '0' || sep > '9')
}

// tabbed is true for a text with a tab in its first line.
func tabbed(sample []byte) bool {
	line := bytes.TrimLeft(sample, "\r\n")
	at := bytes.IndexAny(line, "\t\r\n")
	return at >= 0 && line[at] == '\t'
}

// guessSeparator returns the separator that cuts the sample into records of the
// most even number of fields, above all the first record; 0 when none does and
// the file has one column. With titles a table may stand under a first record
// that is not cut.
func guessSeparator(sample []byte, whole, titles bool, limits Limits) byte {
	best, bestScore := byte(0), 0.0
	for _, candidate := range separators {
		counts, prose := fieldCounts(sample, whole, candidate.sep, limits)
		if len(counts) > 0 && counts[0] == 1 && (prose || !titles) {
			continue
		}
		if score := evenness(counts); score > bestScore {
			best, bestScore = candidate.sep, score
		}
	}
	return best
}

// guessSpaced says whether spaces before quotes mean nothing, as in "a", "b":
// whether quotes then stand around whole fields, and only then.
func guessSpaced(sample []byte, sep byte, limits Limits) bool {
	if sep == 0 || !bytes.Contains(sample, []byte{sep, ' ', '"'}) {
		return false
	}
	s := newCSVScanner(bytes.NewReader(sample), sep, "", limits)
	s.spaced = true
	for s.record < separatorRows {
		if ok, err := s.next(); !ok || err != nil {
			break
		}
	}
	return s.trailing.count == 0
}

// fieldCounts counts the fields of the sample's records that are not blank. In
// prose a space follows where the first of them is cut, as in "Esri, Inc.".
func fieldCounts(sample []byte, whole bool, sep byte, limits Limits) (counts []int, prose bool) {
	limits.Columns = math.MaxInt // a row with too many is for the reading to report
	s, divided := newCSVScanner(bytes.NewReader(sample), sep, "", limits), false
	for len(counts) < separatorRows {
		ok, err := s.next()
		if !ok || err != nil {
			return counts, prose
		}
		cut := !whole && s.eof && s.pos == s.end
		if len(s.values) > 0 && (!cut || len(counts) == 0) {
			counts = append(counts, len(s.ends))
			if !divided && len(s.ends) > 1 {
				divided, prose = true, s.prose()
			}
		}
	}
	return counts, prose
}

// prose is true for a record with a space where it is cut.
func (s *csvScanner) prose() (found bool) {
	s.fields(func(column, from, to int) {
		found = found || column > 0 && to > from && s.values[from] == ' '
	})
	return found
}

// evenness is the share of the records that have the most frequent number of
// fields above one, and more if the first has it too; equal shares are weighed
// by that number. It is 0 when nothing is cut.
func evenness(counts []int) float64 {
	frequency := map[int]int{}
	for _, n := range counts {
		frequency[n]++
	}
	usual := 0
	for n, times := range frequency {
		if n > 1 && (usual == 0 || times > frequency[usual] || times == frequency[usual] && n > usual) {
			usual = n
		}
	}
	if usual == 0 || counts[0] == 1 && frequency[1] > frequency[usual] {
		return 0
	}
	score := float64(frequency[usual]) / float64(len(counts))
	if counts[0] > 1 {
		score += 0.5
	}
	return score + float64(usual)/1e6
}

// sampleBytes is how much text the separator is guessed from.
const sampleBytes = 1 << 20

// takeSample reads the start of the decoded text and says whether that is all of it.
func takeSample(text io.Reader) (sample []byte, whole bool, err error) {
	sample, err = io.ReadAll(io.LimitReader(text, sampleBytes))
	return sample, len(sample) < sampleBytes, err
}
