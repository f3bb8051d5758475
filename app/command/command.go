// Package command is the use cases as commands, without a window: what scripts and
// other programs rely on. It may import app/api for the documents, app/exchange and
// store. Documents go to standard output, messages to standard error.
package command

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"time"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// The exit codes.
const (
	done         = 0 // also a dry run
	failed       = 1 // it could not be done
	wrongUsage   = 2
	rowsRejected = 3
)

// An Environment is what commands take from outside.
type Environment struct {
	Version  string
	Out, Err io.Writer
	Clock    func() time.Time
	// Who is the name that the journal notes; "" stands for the system's user.
	Who string
	// Passphrase opens encrypted catalogues, and encrypts new ones.
	Passphrase string
}

// command is one of the words.
type command struct {
	name, usage string
	run         func(context.Context, Environment, []string) error
}

var commands = []command{
	{"new", "new FILE [--sample]", newCatalogue},
	{"import", `import FILE... --into CATALOGUE [--table T] [--sheet S] [--header-row N] [--map FILE|NAME] [--key FIELD,...]
         [--mode upsert|create|update] [--blank keep|clear] [--unknown reject|create] [--partial]
         [--conflicts keep|take] [--deletions] [--rejects OUT]
         [--source KEY [--source-key COLUMN]] [--dry-run] [--json]`, importFiles},
	{"export", `export CATALOGUE OUT.xlsx|OUT.csv|OUT.zip [--table T]... [--view V] [--template] [--kit]
         [--into THEIRS.xlsx [--no-new]]`, export},
	{"list", "list CATALOGUE TABLE [--view V] [--where FIELD=VALUE]... [--search TEXT] [--sort FIELD[:desc]] [--limit N] [--json]", list},
	{"show", "show CATALOGUE TABLE ID|NAME [--json]", show},
	{"set", "set CATALOGUE TABLE ID|NAME FIELD=VALUE...", set},
	{"history", "history CATALOGUE [--table T --record ID|NAME] [--json]", history},
	{"undo", "undo CATALOGUE [CHANGE]", undo},
	{"check", "check CATALOGUE [--json]", check},
	{"backup", "backup CATALOGUE OUT", backup},
	{"backups", "backups CATALOGUE [--json]", backups},
	{"restore", "restore CATALOGUE [BACKUP]", restore},
	{"passphrase", "passphrase CATALOGUE --new-passphrase-file F | --remove", setPassphrase},
	{"schema", "schema [--json]", showSchema},
	{"version", "version", version},
}

// Main runs the command that the arguments name and returns the exit code. An interrupt cancels it.
func Main(args []string, env Environment) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	env.Who = cmp.Or(env.Who, api.SystemUser())
	if len(args) == 0 || slices.Contains([]string{"help", "--help", "-h"}, args[0]) {
		fmt.Fprint(env.Out, usage())
		return done
	}
	i := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] })
	if i < 0 {
		fmt.Fprintf(env.Err, "There is no command “%s”.\n%s", args[0], usage())
		return wrongUsage
	}
	rest, err := env.takePassphrase(args[1:])
	if err == nil {
		err = commands[i].run(ctx, env, rest)
	}
	return exitCode(env.Err, commands[i], err)
}

func usage() string {
	text := "cadastre                                    the window\n"
	for _, c := range commands {
		text += "cadastre " + c.usage + "\n"
	}
	return text + passphraseUsage
}

var errRejected = errors.New("rows were rejected")

func exitCode(out io.Writer, c command, err error) int {
	switch {
	case err == nil:
		return done
	case errors.Is(err, errRejected):
		return rowsRejected
	}
	fmt.Fprintln(out, fault.From(err).Message)
	switch fault.CodeOf(err) {
	case fault.Usage:
		fmt.Fprintf(out, "Usage: cadastre %s\n", c.usage)
		return wrongUsage
	case fault.Rejected:
		return rowsRejected
	}
	return failed
}

func writeJSON(w io.Writer, doc any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(doc)
}
