package record

import (
	neturl "net/url"
	"strings"

	"cadastre/store/schema"
)

// url is an address. Anything that a browser would run instead of open is refused.
var url = Behaviour{Class: String, Clean: cleanURL, Parse: parseText, Format: formatText}

func cleanURL(f *schema.Field, v Value) (Value, error) {
	s := OneLine(v.Str())
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return OfString(s), storable(f, s)
	}
	if u, err := neturl.Parse(s); err == nil {
		switch strings.ToLower(u.Scheme) {
		case "javascript", "data", "vbscript", "file", "blob":
			return Value{}, invalid(f, "%s takes web addresses; %s: is not allowed there.", f.Label, strings.ToLower(u.Scheme))
		}
	}
	return OfString(s), storable(f, s)
}
