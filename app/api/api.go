// Package api is what the window may ask for: thin bound services, one file an
// area, with one shape of error. It may import the other use cases and store; no
// use case imports it.
package api
