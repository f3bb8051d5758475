//go:build bridge

package shell

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type Sums struct{}

func (*Sums) Add(a, b int) (int, error) {
	if a+b > 100 {
		return 0, errors.New("too much")
	}
	return a + b, nil
}

func (*Sums) Forget() {}

func TestCallsAnswerAsTheWindowDoes(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("POST /call/{method}", newCallTable([]any{&Sums{}}))
	server := httptest.NewServer(mux)
	defer server.Close()

	for _, c := range []struct{ method, args, want string }{
		{"Sums.Add", "[1, 2]", `{"result":3}`},
		{"Sums.Forget", "[]", `{"result":null}`},
		{"Sums.Add", "[99, 2]", "too much"},
		{"Sums.Add", "[1]", "takes 2 arguments, not 1"},
		{"Sums.Add", `[1, "x"]`, "Argument 2 of Sums.Add does not fit"},
		{"Sums.Multiply", "[]", "does not exist"},
	} {
		response, err := http.Post(server.URL+"/call/"+c.method, "application/json", strings.NewReader(c.args))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		if !strings.Contains(string(body), c.want) {
			t.Errorf("%s%s = %s, want %s", c.method, c.args, body, c.want)
		}
	}
}

func TestAReturningPageMissesNoEvent(t *testing.T) {
	log := newEventLog(nil)
	server := httptest.NewServer(log)
	defer server.Close()
	for _, name := range []string{"a", "b", "c"} {
		log.add(name, nil)
	}

	request, _ := http.NewRequest(http.MethodGet, server.URL, nil)
	request.Header.Set("Last-Event-ID", "1")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()

	var got []event
	for lines := bufio.NewScanner(response.Body); len(got) < 3 && lines.Scan(); {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			var e event
			if err := json.Unmarshal([]byte(data), &e); err != nil {
				t.Fatal(err)
			}
			got = append(got, e)
			if len(got) == 2 {
				log.add("d", nil) // while the page listens
			}
		}
	}
	if diff := cmp.Diff([]event{{Seq: 2, Name: "b"}, {Seq: 3, Name: "c"}, {Seq: 4, Name: "d"}}, got); diff != "" {
		t.Error("(-want +got):\n" + diff)
	}
}

func TestDialogsAreAnsweredFromTheQueue(t *testing.T) {
	host := newBridgeHost()
	host.answers <- []string{"/a.xlsx", "/b.xlsx"}
	host.answers <- nil

	if got, err := host.OpenFiles("Import", nil, true); err != nil || len(got) != 2 {
		t.Errorf("OpenFiles = %q, %v", got, err)
	}
	if got, err := host.SaveFile("Export", "out.xlsx", nil); err != nil || got != "" {
		t.Errorf("a cancelled SaveFile = %q, %v", got, err)
	}
	if len(host.asked) != 2 || host.asked[1].SuggestedName != "out.xlsx" {
		t.Errorf("asked: %+v", host.asked)
	}
}

func TestTheCallThatClosesIsAnswered(t *testing.T) {
	for range 50 {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		host := newBridgeHost()
		host.mayClose = func() bool { return true }
		mux := http.NewServeMux()
		mux.Handle("GET /events", host.events)
		mux.HandleFunc("POST /test/close", func(http.ResponseWriter, *http.Request) { host.Quit() })
		served := make(chan error, 1)
		go func() { served <- serve(listener, mux, host.closed) }()

		url := "http://" + listener.Addr().String()
		stream, err := http.Get(url + "/events")
		if err != nil {
			t.Fatal(err)
		}
		defer stream.Body.Close()
		if _, err := http.Post(url+"/test/close", "", nil); err != nil {
			t.Fatal(err)
		}
		if err := <-served; err != nil {
			t.Fatal(err)
		}
	}
}
