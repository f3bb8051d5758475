//go:build !bridge && !bindings

package shell

const withoutWindow = "These commands work without a window: new, import, export, list, show, set, history, " +
	"undo, check, backup, schema and version. 'cadastre help' explains them."
