package shell

import (
	"fmt"
	"net/url"
	"strings"

	"cadastre/store/fault"
)

// safeLink checks that a link leads to the web or to a mail program, and escapes the
// characters that Wails silently refuses to pass on.
func safeLink(link string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return "", fault.Wrap(err, fault.Invalid, "The link %q is not a valid address.", link)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return "", fault.New(fault.Invalid, "The link %q names no site.", link)
		}
	case "mailto":
	default:
		return "", fault.New(fault.Invalid, "The link %q is not opened: only http, https and mailto links are.", link)
	}
	return escapeShell(u.String()), nil
}

func escapeShell(link string) string {
	var b strings.Builder
	for i := range len(link) {
		if strings.IndexByte(";|`$\\<>*{}[]()~! ", link[i]) >= 0 {
			fmt.Fprintf(&b, "%%%02X", link[i])
		} else {
			b.WriteByte(link[i])
		}
	}
	return b.String()
}
