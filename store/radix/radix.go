// Package radix sorts numbers by their digits. It imports nothing of ours.
package radix

const (
	digitBits = 11
	digits    = 1 << digitBits
)

// Sort sorts numbers by their bits from least up to most, a digit at a time, keeping the order of equals. It
// needs as much room as they take, and answers with both slices, the sorted one first.
func Sort(from, to []uint64, least, most int) (sorted, room []uint64) {
	passes := (most - least + digitBits - 1) / digitBits
	for pass := range passes {
		shift := least + (most-least)*pass/passes
		mask := uint64(1)<<(least+(most-least)*(pass+1)/passes-shift) - 1
		var next [digits]int32
		for _, n := range from {
			next[n>>shift&mask]++
		}
		sum := int32(0)
		for d, n := range next {
			next[d], sum = sum, sum+n
		}
		for _, n := range from {
			d := n >> shift & mask
			to[next[d]] = n
			next[d]++
		}
		from, to = to, from
	}
	return from, to
}
