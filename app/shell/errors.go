package shell

import (
	"encoding/json"

	"cadastre/app/api"
	"cadastre/store/fault"
)

// formatError renders err as JSON text: Wails passes text through as it is, while an
// object would reach the page as "[object Object]".
func formatError(err error) string {
	f := fault.From(err)
	out := api.Fault{Code: string(f.Code), Message: f.Message, Field: f.Field, Fields: f.Fields}
	if f.Cause != nil {
		out.Details = f.Cause.Error()
	}
	text, _ := json.Marshal(out) // strings cannot fail
	return string(text)
}
