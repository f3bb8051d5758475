package driver

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"golang.org/x/net/websocket"
)

// An Inspector evaluates JavaScript in the window, as WebKit's remote inspector does.
type Inspector struct {
	socket *websocket.Conn
	target string
	calls  int
}

// envelope is a message of the inspector's protocol. A page's own messages travel as
// text inside Target.sendMessageToTarget and Target.dispatchMessageFromTarget.
type envelope struct {
	ID     int    `json:"id,omitempty"`
	Method string `json:"method,omitempty"`
	Params params `json:"params,omitzero"`
	Result result `json:"result,omitzero"`
}

type params struct {
	TargetID      string     `json:"targetId,omitempty"`
	Message       string     `json:"message,omitempty"`
	TargetInfo    targetInfo `json:"targetInfo,omitzero"`
	Expression    string     `json:"expression,omitempty"`
	ReturnByValue bool       `json:"returnByValue,omitempty"`
}

type targetInfo struct {
	TargetID string `json:"targetId"`
	Type     string `json:"type"`
}

type result struct {
	WasThrown bool `json:"wasThrown"`
	Result    struct {
		Value       json.RawMessage `json:"value"`
		Description string          `json:"description"`
	} `json:"result"`
}

// Inspect connects to the page of the window whose inspector listens at address.
func Inspect(address string) (*Inspector, error) {
	if err := listed(address); err != nil {
		return nil, err
	}
	socket, err := websocket.Dial("ws://"+address+"/socket/1/1/WebPage", "", "http://"+address)
	if err != nil {
		return nil, err
	}
	i := &Inspector{socket: socket}
	for i.target == "" {
		message, err := i.receive()
		if err != nil {
			return nil, err
		}
		if message.Method == "Target.targetCreated" && message.Params.TargetInfo.Type == "page" {
			i.target = message.Params.TargetInfo.TargetID
		}
	}
	return i, nil
}

// listed reports whether the inspector has a page. WebKit crashes when it is asked for
// one that is not there yet.
func listed(address string) error {
	response, err := http.Get("http://" + address)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	list, err := io.ReadAll(response.Body)
	if err == nil && !strings.Contains(string(list), "/socket/1/1/WebPage") {
		err = errors.New("the inspector lists no page")
	}
	return err
}

// Evaluate returns the value of a JavaScript expression as JSON.
func (i *Inspector) Evaluate(expression string) (json.RawMessage, error) {
	i.calls++
	inner, err := json.Marshal(envelope{
		ID: i.calls, Method: "Runtime.evaluate", Params: params{Expression: expression, ReturnByValue: true},
	})
	if err != nil {
		return nil, err
	}
	outer := envelope{
		ID: -i.calls, Method: "Target.sendMessageToTarget",
		Params: params{TargetID: i.target, Message: string(inner)},
	}
	if err := websocket.JSON.Send(i.socket, outer); err != nil {
		return nil, err
	}
	return i.answer(i.calls)
}

func (i *Inspector) answer(id int) (json.RawMessage, error) {
	for {
		message, err := i.receive()
		if err != nil {
			return nil, err
		}
		if message.Method != "Target.dispatchMessageFromTarget" {
			continue
		}
		var inner envelope
		if err := json.Unmarshal([]byte(message.Params.Message), &inner); err != nil {
			return nil, err
		}
		switch {
		case inner.ID != id:
		case inner.Result.WasThrown:
			return nil, errors.New(inner.Result.Result.Description)
		default:
			return inner.Result.Result.Value, nil
		}
	}
}

func (i *Inspector) receive() (envelope, error) {
	var message envelope
	if err := i.socket.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
		return message, err
	}
	if err := websocket.JSON.Receive(i.socket, &message); err != nil {
		return message, fmt.Errorf("the window does not answer: %w", err)
	}
	return message, nil
}
