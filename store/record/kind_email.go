package record

import (
	"strings"

	"cadastre/store/schema"
)

// email is a mail address: something, one "@", a domain.
var email = Behaviour{Class: String, Clean: cleanEmail, Parse: parseText, Format: formatText}

func cleanEmail(f *schema.Field, v Value) (Value, error) {
	s := OneLine(v.Str())
	local, domain, found := strings.Cut(s, "@")
	if !found || local == "" || domain == "" || strings.ContainsAny(s, " ,;<>") || strings.Contains(domain, "@") {
		return Value{}, invalid(f, "%s takes one mail address such as name@example.org.", f.Label)
	}
	return OfString(s), storable(f, s)
}
