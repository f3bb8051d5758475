package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"
)

// An apostrophe that is straight: "the file's".
var straight = regexp.MustCompile(`\pL'\pL`)

// What people read has the apostrophe that the page has: “the file’s”, never “the file's”.
func TestTheWordsOfTheProgramHaveCurvedApostrophes(t *testing.T) {
	project, seen := os.DirFS("../.."), 0
	for _, folder := range []string{"app", "store"} {
		err := walk(project, folder, []string{".go"}, func(file string, content []byte) error {
			if strings.HasSuffix(file, "_test.go") {
				return nil
			}
			seen++
			for _, text := range texts(t, file, content) {
				if straight.MatchString(text) {
					t.Errorf("%s: %s", file, text)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if seen == 0 {
		t.Error("no file was read")
	}
}

// texts are the literals of a Go file.
func texts(t *testing.T, file string, content []byte) (out []string) {
	syntax, err := parser.ParseFile(token.NewFileSet(), file, content, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(syntax, func(n ast.Node) bool {
		if text, is := n.(*ast.BasicLit); is && text.Kind == token.STRING {
			out = append(out, text.Value)
		}
		return true
	})
	return out
}
