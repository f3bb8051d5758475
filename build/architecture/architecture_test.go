package architecture

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheProjectKeepsItsArchitecture(t *testing.T) {
	broken, err := Check(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, sentence := range broken {
		t.Error(sentence)
	}
}

func TestEveryRuleCanBeBroken(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{"main.go", `import "cadastre/store"`, "may import of ours only app/shell, app/command"},
		{"store/apply.go", `import "cadastre/app/flow"`, "store may import of ours only store"},
		{"store/query/find.go", `import "cadastre/frontend"`, "store may import of ours only store"},
		{"store/schema/tables.go", `import "cadastre/store/fault"`, "store/schema imports nothing of ours"},
		{"store/fault/fault.go", `import "cadastre/store/schema"`, "store/fault imports nothing of ours"},
		{"app/flow/move.go", `import "cadastre/app/exchange"`, "app/flow may import"},
		{"app/exchange/plan.go", `import "cadastre/app/api"`, "app/exchange may import"},
		{"app/exchange/dataverse/zip.go", `import "cadastre/app/insight"`, "app/exchange may import"},
		{"app/shell/menu.go", `import "cadastre/store"`, "app/shell may import"},
		{"app/command/new.go", `import "cadastre/app/shell"`, "app/command may import"},
		{"app/stray/stray.go", `import "cadastre/store"`, "has no place in the architecture"},
		{"app/api/window.go", `import "github.com/wailsapp/wails/v2/pkg/runtime"`, "only app/shell does"},
		{"store/snapshot/load.go", `import "go.etcd.io/bbolt"`, "only store does"},
		{"app/exchange/plan.go", `import "github.com/xuri/excelize/v2"`, "only app/exchange/workbook does"},
		{"build/bench/main.go", `import "cadastre/app/api"`, "build/bench may import of ours only store, app/exchange, build/window/driver"},
		{"build/torture/kill.go", `import "cadastre/app/api"`, "build/torture may import of ours only app/exchange, store"},
		{"build/bench/ours/jobs.go", `import "go.etcd.io/bbolt"`, "only store does"},
		{"app/api/bridge.go", `import "github.com/wailsapp/wails/v2"`, "only app/shell does"},
	} {
		check(t, c.file, goFile(c.content), c.want)
	}
	for _, c := range []struct{ file, content, want string }{
		{"frontend/src/features/import/Plan.tsx", `import { Grid } from "../records/Grid";`, "features never import each other"},
		{"frontend/src/features/import/Plan.tsx", "import {\n  a,\n  b,\n} from '../records';", "features never import each other"},
		{"frontend/src/features/import/Plan.tsx", `const Later = lazy(() => import("../history/History"));`, "features never import each other"},
		{"frontend/src/grid/Grid.tsx", `import type { api } from "../../wailsjs/go/models";`, "only frontend/src/api talks to Go"},
		{"frontend/e2e/grid.e2e.ts", `import "../wailsjs/runtime/runtime";`, "only frontend/src/api talks to Go"},
	} {
		check(t, c.file, c.content, c.want)
	}
}

func TestWhatTheRulesAllow(t *testing.T) {
	for file, content := range map[string]string{
		"main.go":                               goFile(`import "cadastre/app/shell"`),
		"store/store.go":                        goFile(`import ("cadastre/store/record"; "go.etcd.io/bbolt")`),
		"store/record/record.go":                goFile(`import "cadastre/store/schema"`),
		"app/exchange/plan.go":                  goFile(`import ("cadastre/store"; "cadastre/app/exchange/workbook")`),
		"app/exchange/plan_test.go":             goFile(`import "github.com/xuri/excelize/v2"`),
		"build/bench/peers/read.go":             goFile(`import ("cadastre/store"; "github.com/xuri/excelize/v2")`),
		"app/api/import.go":                     goFile(`import ("cadastre/app/exchange"; "cadastre/store")`),
		"app/shell/window.go":                   goFile(`import ("cadastre/app/api"; "github.com/wailsapp/wails/v2")`),
		"frontend/src/api/index.ts":             `import * as records from "../../wailsjs/go/api/Records";`,
		"frontend/src/features/import/Plan.tsx": `import { Grid } from "../../grid/Grid"; import { Row } from "./Row";`,
		"frontend/src/App.tsx":                  `import { Records } from "./features/records";`,
	} {
		check(t, file, content, "")
	}
}

// goFile makes a file whose build tag no build has: the rules hold for all of them.
func goFile(imports string) string { return "//go:build never\n\npackage x\n" + imports + "\n" }

// check runs the rules over a project of one file; want is part of the one sentence
// expected, or "" for none.
func check(t *testing.T, file, content, want string) {
	t.Helper()
	broken, err := Check(fstest.MapFS{file: {Data: []byte(content)}})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	switch {
	case want == "" && len(broken) > 0:
		t.Errorf("%s: %q", file, broken)
	case want != "" && (len(broken) != 1 || !strings.Contains(broken[0], want)):
		t.Errorf("%s: %q, want %q", file, broken, want)
	}
}
