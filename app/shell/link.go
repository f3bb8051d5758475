package shell

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"cadastre/store/fault"
)

// safeLink checks that a link leads to the web or to a mail program and says so plainly, and escapes the
// characters that Wails silently refuses to pass on.
func safeLink(link string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return "", fault.Wrap(err, fault.Invalid, "The link %q is not a valid address.", link)
	}
	switch u.Scheme {
	case "http", "https":
		err = checkSite(u)
	case "mailto":
		err = checkMail(u)
	default:
		err = fault.New(fault.Invalid, "The link %q is not opened: only http, https and mailto links are.", link)
	}
	if err != nil {
		return "", err
	}
	return escapeShell(u.String()), nil
}

// checkSite refuses an address without a site, and one with a name before it, which is how an address looks
// like another site's.
func checkSite(u *url.URL) error {
	switch {
	case u.Hostname() == "":
		return fault.New(fault.Invalid, "The link %q names no site.", u)
	case u.User != nil:
		return fault.New(fault.Invalid, "The link is not opened: it gives a name before the site %q, which makes it look like another site.", u.Host)
	}
	return nil
}

// mailParts are what a link may ask of a mail program. Others have it attach files.
var mailParts = []string{"to", "cc", "bcc", "subject", "body"}

func checkMail(u *url.URL) error {
	if !strings.Contains(u.Opaque, "@") {
		return fault.New(fault.Invalid, "The link %q names nobody to write to.", u)
	}
	for part := range u.Query() {
		if !slices.Contains(mailParts, strings.ToLower(part)) {
			return fault.New(fault.Invalid, "The link is not opened: it asks the mail program for %q.", part)
		}
	}
	return nil
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
