package fault

import (
	"errors"
	"strings"
	"testing"
)

func TestASentenceIsOneLineWhateverItQuotes(t *testing.T) {
	for name, want := range map[string]string{
		"Permits": "“Permits” is none.", "a\x1b[2Jb\r\n": "“a [2Jb  ” is none.", "\u202egnp.exe": "“gnp.exe” is none.", "\xffé": "“\ufffdé” is none.",
	} {
		if got := New(Invalid, "“%s” is none.", name).Message; got != want {
			t.Errorf("%q is quoted as %q", name, got)
		}
	}
}

func TestASentenceQuotesTheBeginningOfALongText(t *testing.T) {
	long := strings.Repeat("é", 50<<20/2)
	got := Wrap(errors.New(long), Invalid, "“%s” is none.", long).Message
	if want := "“" + strings.Repeat("é", quotedMost) + "…” is none."; got != want {
		t.Errorf("%d bytes: %.80s", len(got), got)
	}
}
