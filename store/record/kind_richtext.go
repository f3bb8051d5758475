package record

import (
	"slices"
	"strings"
	"sync"

	"cadastre/store/schema"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
)

// richText is a small subset of HTML: paragraphs, lists, headings, emphasis, links, tables.
// Whatever else is given is taken out, so that nothing in it can run or load.
var richText = Behaviour{Class: String, Clean: cleanRichText, Parse: parseText, Format: formatText}

var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "u", "s", "code", "pre", "blockquote",
		"h1", "h2", "h3", "h4", "hr", "div", "table", "thead", "tbody", "tr", "th", "td")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto")
	p.RequireParseableURLs(true)
	return p
})

func cleanRichText(f *schema.Field, v Value) (Value, error) {
	if s := v.Str(); bytesOf(s)&^quotes == 0 && !blankEnds(s) {
		return v, storable(f, s)
	}
	s := lines(v.Str())
	if strings.ContainsAny(s, "<>&") && !escaped(s) {
		s = sanitized(s)
	}
	if !beginsVisibly(s) && PlainText(s) == "" {
		return Value{}, nil
	}
	return OfString(s), storable(f, s)
}

// beginsVisibly is true for a rich text whose first byte a reader sees as it is.
func beginsVisibly(s string) bool {
	return s != "" && s[0] > ' ' && s[0] <= '~' && s[0] != '<' && s[0] != '&'
}

// sanitized takes out of a text what may run. A reference such as &#12; comes out as the character that it stands for,
// and what is left without it is looked at again.
func sanitized(s string) string {
	s = strings.TrimSpace(policy().Sanitize(s))
	if clean := lines(s); clean != s {
		return strings.TrimSpace(policy().Sanitize(clean))
	}
	return s
}

// entities are what html.EscapeString writes.
var entities = []string{"&amp;", "&lt;", "&gt;", "&#34;", "&#39;"}

// escaped is true for what html.EscapeString makes of a plain text: there is nothing to take out of it.
func escaped(s string) bool {
	if strings.ContainsAny(s, `<>"'`) {
		return false
	}
	for i := strings.IndexByte(s, '&'); i >= 0; {
		if !slices.ContainsFunc(entities, func(e string) bool { return strings.HasPrefix(s[i:], e) }) {
			return false
		}
		s = s[i+1:]
		i = strings.IndexByte(s, '&')
	}
	return true
}

// FromPlainText returns plain text as rich text: blank lines part paragraphs, other line breaks stay.
func FromPlainText(s string) string {
	if bytesOf(s) == 0 && !blankEnds(s) {
		return s
	}
	s = lines(s)
	if !strings.ContainsAny(s, "<>&\n\"'") {
		return s
	}
	if !strings.Contains(s, "\n") {
		return html.EscapeString(s)
	}
	var b strings.Builder
	for _, paragraph := range strings.Split(s, "\n\n") {
		b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(paragraph), "\n", "<br>") + "</p>")
	}
	return b.String()
}

// PlainText returns what a reader sees of a rich text: paragraphs as lines, list items after "• ".
func PlainText(s string) string {
	if bytesOf(s)&^quotes == 0 && !blankEnds(s) {
		return s
	}
	if !strings.Contains(s, "<") {
		return tidy(html.UnescapeString(s))
	}
	if text, ok := appendSimple(make([]byte, 0, len(s)), s); ok {
		return tidy(string(text))
	}
	return tidy(plainOfAny(s))
}

// AppendPlainText appends what a reader sees of a rich text, and blanks as they come.
func AppendPlainText(b []byte, s string) []byte {
	if !strings.Contains(s, "<") {
		return append(b, html.UnescapeString(s)...)
	}
	if out, ok := appendSimple(b, s); ok {
		return out
	}
	return append(b, plainOfAny(s)...)
}

// simple are the tags that appendSimple knows.
var simple = map[string]bool{"p": true, "br": true, "ul": true, "ol": true, "li": true, "strong": true, "b": true, "em": true, "i": true, "u": true,
	"s": true, "code": true, "h1": true, "h2": true, "h3": true, "h4": true, "div": true, "td": true, "th": true, "tr": true}

// appendSimple reads what most rich texts are, simple tags without attributes, many times as fast as
// a tokenizer; false when there is anything else.
func appendSimple(b []byte, s string) ([]byte, bool) {
	if strings.Contains(s, "\r") || strings.Contains(s, "\x00") {
		return b, false
	}
	for out := b; ; {
		text, rest, more := strings.Cut(s, "<")
		out = append(out, html.UnescapeString(text)...)
		if !more {
			return out, true
		}
		tag, rest, _ := strings.Cut(rest, ">")
		name, closing := strings.CutPrefix(tag, "/")
		if !simple[name] || len(rest)+len(text)+len(tag)+2 != len(s) {
			return b, false
		}
		if closing {
			out = append(out, closings[name]...)
		} else {
			out = append(out, openings[name]...)
		}
		s = rest
	}
}

func plainOfAny(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			b.WriteString(openings[string(name)])
		case html.EndTagToken:
			name, _ := z.TagName()
			b.WriteString(closings[string(name)])
		}
	}
}

var (
	openings = map[string]string{"br": "\n", "li": "• ", "hr": "\n"}
	closings = map[string]string{"p": "\n", "li": "\n", "h1": "\n", "h2": "\n", "h3": "\n", "h4": "\n", "tr": "\n",
		"td": "\t", "th": "\t", "pre": "\n", "blockquote": "\n", "div": "\n"}
)

// tidy trims every line and leaves out blank ones: how far apart paragraphs stand is no text.
func tidy(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\u00a0", " "))
	if !strings.Contains(s, "\n") {
		return s
	}
	out := strings.Split(s, "\n")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return strings.Join(slices.DeleteFunc(out, func(line string) bool { return line == "" }), "\n")
}
