package command

import (
	"strconv"
	"strings"

	"cadastre/store/fault"
)

// words are a command's arguments: those in order, and the options wherever they stand.
type words struct {
	args    []string
	options map[string][]string
}

// An option takes a value unless it is a switch.
type option struct {
	name     string
	isSwitch bool
}

func sw(name string) option { return option{name, true} }

func opt(name string) option { return option{name, false} }

// parse reads arguments; least and most bound how many there are beside the options, most below 0 not at all.
func parse(in []string, least, most int, options ...option) (words, error) {
	w := words{options: map[string][]string{}}
	for i := 0; i < len(in); i++ {
		name, value, joined := strings.Cut(in[i], "=")
		if !strings.HasPrefix(name, "--") || len(name) == 2 {
			w.args = append(w.args, in[i])
			continue
		}
		o, ok := known(options, name[2:])
		switch {
		case !ok:
			return w, fault.New(fault.Usage, "There is no option %s here.", name)
		case o.isSwitch && joined:
			return w, fault.New(fault.Usage, "%s takes no value.", name)
		case !o.isSwitch && !joined:
			if i++; i >= len(in) {
				return w, fault.New(fault.Usage, "%s needs a value.", name)
			}
			value = in[i]
		}
		w.options[o.name] = append(w.options[o.name], value)
	}
	if len(w.args) < least || most >= 0 && len(w.args) > most {
		return w, fault.New(fault.Usage, "The command has too few or too many words.")
	}
	return w, nil
}

func known(options []option, name string) (option, bool) {
	for _, o := range options {
		if o.name == name {
			return o, true
		}
	}
	return option{}, false
}

func (w words) has(name string) bool { return len(w.options[name]) > 0 }

// one is an option's value, the last where it is given several times.
func (w words) one(name string) string {
	if values := w.options[name]; len(values) > 0 {
		return values[len(values)-1]
	}
	return ""
}

// oneOr is an option's value, another where it is not given.
func (w words) oneOr(name, otherwise string) string {
	if w.has(name) {
		return w.one(name)
	}
	return otherwise
}

func (w words) number(name string, otherwise int) (int, error) {
	if !w.has(name) {
		return otherwise, nil
	}
	n, err := strconv.Atoi(w.one(name))
	if err != nil || n < 0 {
		return 0, fault.New(fault.Usage, "--%s takes a number, not “%s”.", name, w.one(name))
	}
	return n, nil
}
