//go:build bridge

package shell

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"

	"cadastre/frontend"
	"cadastre/store/fault"
)

//go:embed bridge.js
var bridgeScript string

// run serves the page and the same services as the window on the loopback address,
// so that an ordinary browser can drive them. The address that it prints holds a
// random token; without it nothing answers. CADASTRE_PORT names the port.
func run(o Options) error {
	index, err := fs.ReadFile(frontend.Assets(), "index.html")
	if err != nil {
		return fault.Wrap(err, fault.NotFound, "The page has not been built; 'go run ./build page' builds it.")
	}
	port := cmp.Or(os.Getenv("CADASTRE_PORT"), "0")
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fault.Wrap(err, fault.InUse, "The bridge cannot listen on port %s: %v.", port, err)
	}
	host := newBridgeHost()
	token := "/" + rand.Text()
	handler := http.StripPrefix(token, bridgeHandler(host, o, index))
	fmt.Fprintf(o.Out, "http://%s%s/\n", listener.Addr(), token)
	return serve(listener, handler, host.closed)
}

// serve answers until closed is closed, and returns once what was asked before is answered:
// the call that closes, too.
func serve(listener net.Listener, handler http.Handler, closed <-chan struct{}) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-closed:
	}
	grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	defer server.Close() // what is not answered by then
	return server.Shutdown(grace)
}

func bridgeHandler(host *bridgeHost, o Options, index []byte) http.Handler {
	a := services(host, o)
	host.mayClose = a.MayClose
	calls := newCallTable(a.Services())

	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) { w.Write(withScript(index)) })
	mux.HandleFunc("GET /bridge.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprintf(w, "const services = %s;\n%s", calls.names(), bridgeScript)
	})
	mux.Handle("GET /", http.FileServerFS(frontend.Assets()))
	mux.Handle("POST /call/{method}", calls)
	mux.Handle("GET /events", host.events)
	mux.HandleFunc("POST /test/dialog", host.answerDialog)
	mux.HandleFunc("GET /test/asked", host.listAsked)
	mux.HandleFunc("POST /test/drop", host.dropFiles)
	mux.HandleFunc("POST /test/close", func(http.ResponseWriter, *http.Request) { host.Quit() })
	return mux
}

// withScript puts the bridge's script before the page's own.
func withScript(index []byte) []byte {
	return bytes.Replace(index, []byte("<script"), []byte(`<script src="./bridge.js"></script><script`), 1)
}

func writeJSON(w http.ResponseWriter, value any) {
	text, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(text))) // known at once, it need not come in chunks
	w.Write(text)
}
