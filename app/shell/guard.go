package shell

import "sync/atomic"

// A closeGuard decides whether the window may close. It may, unless the page has
// said that something is unsaved; then the page is asked.
type closeGuard struct {
	unsaved atomic.Bool
	ask     func()
}

// mayClose reports whether the window may close now, and asks the page if it may not.
func (g *closeGuard) mayClose() bool {
	if !g.unsaved.Load() {
		return true
	}
	g.ask()
	return false
}
