// Package window holds the tests of the shipped binary in a real window on a display
// of its own. They run with the tag window, after the binary has been built:
// `go run ./build test` does both. It imports only its driver: what it checks is what a
// user would have.
package window
