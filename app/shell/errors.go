package shell

import (
	"encoding/json"

	"cadastre/app/api"
)

// formatError renders err as JSON text: Wails passes text through as it is, while an
// object would reach the page as "[object Object]".
func formatError(err error) string {
	text, _ := json.Marshal(api.FaultOf(err)) // strings cannot fail
	return string(text)
}
