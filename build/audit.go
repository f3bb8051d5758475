package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// govulncheck is what looks for Go code that runs into known faults.
const govulncheck = "golang.org/x/vuln/cmd/govulncheck@v1.8.0"

// auditTarget asks which faults are known in what the program is made of. It asks both, whatever the first says.
func auditTarget(args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	return errors.Join(
		inOrder(step{"Go: known faults", auditGo}),
		inOrder(step{"page: known faults", auditPage}))
}

// auditGo finds known faults in Go and its modules that our code runs into.
func auditGo() error {
	bin, err := filepath.Abs("bin")
	if err != nil {
		return err
	}
	if err := program("go", "install", govulncheck).with("GOBIN=" + bin).quietly(); err != nil {
		return fmt.Errorf("nothing was checked: %s could not be fetched. It takes a network, or a module proxy that has it.\n%w", govulncheck, err)
	}
	const findings = 3 // the exit code for them
	var exit *exec.ExitError
	err = program(filepath.Join(bin, "govulncheck"), "-tags", windowTags, "./...").quietly()
	if errors.As(err, &exit) && exit.ExitCode() != findings {
		return fmt.Errorf("nothing was checked: the database of known faults could not be asked. It takes a network, or GOVULNDB with the address of a copy.\n%w", err)
	}
	return err
}

// npmAudit is what npm says of known faults.
type npmAudit struct {
	Vulnerabilities map[string]struct {
		Severity string `json:"severity"`
		Range    string `json:"range"`
	} `json:"vulnerabilities"`
}

// auditPage finds known faults in the page's libraries and what it is built with.
func auditPage() error {
	out, err := npm("audit", "--json").command().Output()
	if err == nil {
		return nil
	}
	var said npmAudit
	if parsed := json.Unmarshal(out, &said); parsed != nil || len(said.Vulnerabilities) == 0 {
		return fmt.Errorf("nothing was checked: npm's registry could not be asked. It takes a network, and a registry that answers “npm audit”.\n%s\n%w", out, err)
	}
	var found strings.Builder
	for _, name := range slices.Sorted(maps.Keys(said.Vulnerabilities)) {
		v := said.Vulnerabilities[name]
		fmt.Fprintf(&found, "%s %s: %s\n", name, v.Range, v.Severity)
	}
	return errors.New("npm audit names\n" + found.String())
}
