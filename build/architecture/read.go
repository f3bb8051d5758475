package architecture

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// readGo returns the imports of every Go file, whatever its build tags.
func readGo(project fs.FS) ([]importing, error) {
	var found []importing
	err := walk(project, ".", []string{".go"}, func(file string, content []byte) error {
		syntax, err := parser.ParseFile(token.NewFileSet(), file, content, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range syntax.Imports {
			what, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found = append(found, importing{file, what})
		}
		return nil
	})
	return found, err
}

// What follows "from", "import" or "import(" in quotes.
var pageImport = regexp.MustCompile(`(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']`)

// readPage returns the imports between the page's own files.
func readPage(project fs.FS) ([]importing, error) {
	var found []importing
	err := walk(project, "frontend", []string{".ts", ".tsx"}, func(file string, content []byte) error {
		for _, match := range pageImport.FindAllSubmatch(content, -1) {
			if what := string(match[1]); strings.HasPrefix(what, ".") {
				found = append(found, importing{file, path.Join(path.Dir(file), what)})
			}
		}
		return nil
	})
	return found, err
}

// walk calls visit for every file under folder with one of the endings, passing over
// what is not ours. A folder that is not there holds no files.
func walk(project fs.FS, folder string, endings []string, visit func(file string, content []byte) error) error {
	if _, err := fs.Stat(project, folder); err != nil {
		return nil
	}
	return fs.WalkDir(project, folder, func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "dist" || entry.Name() == ".git"):
			return fs.SkipDir
		case entry.IsDir() || !hasEnding(file, endings):
			return nil
		}
		content, err := fs.ReadFile(project, file)
		if err != nil {
			return err
		}
		return visit(file, content)
	})
}

func hasEnding(file string, endings []string) bool {
	for _, ending := range endings {
		if path.Ext(file) == ending {
			return true
		}
	}
	return false
}
