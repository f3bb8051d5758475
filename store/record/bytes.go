package record

// What a text holds besides plain ASCII, as bits. Texts are looked at in one pass: an import reads millions.
const (
	// unusual are control characters and what is beyond ASCII.
	unusual byte = 1 << iota
	// markup is what HTML is written with.
	markup
	// quotes have to be escaped in HTML.
	quotes
)

var bytesHold = func() (hold [256]byte) {
	for b := range hold {
		switch {
		case b < ' ' || b > '~':
			hold[b] = unusual
		case b == '<' || b == '>' || b == '&':
			hold[b] = markup
		case b == '"' || b == '\'':
			hold[b] = quotes
		}
	}
	return hold
}()

// bytesOf returns what a text holds.
func bytesOf(s string) (all byte) {
	for i := range len(s) {
		all |= bytesHold[s[i]]
	}
	return all
}

func blankEnds(s string) bool { return s != "" && (s[0] == ' ' || s[len(s)-1] == ' ') }
