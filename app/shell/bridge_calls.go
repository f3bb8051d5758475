//go:build bridge

package shell

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strings"

	"cadastre/store/fault"
)

// A callTable finds bound methods by the name "Service.Method".
type callTable struct {
	methods map[string]reflect.Value
	// services lists methods by package and service, as Wails lays them out in window.go.
	services map[string]map[string][]string
}

func newCallTable(services []any) *callTable {
	t := &callTable{methods: map[string]reflect.Value{}, services: map[string]map[string][]string{}}
	for _, service := range services {
		t.add(reflect.ValueOf(service))
	}
	return t
}

func (t *callTable) add(service reflect.Value) {
	pkg, name, _ := strings.Cut(service.Type().Elem().String(), ".")
	if t.services[pkg] == nil {
		t.services[pkg] = map[string][]string{}
	}
	for i := range service.NumMethod() {
		method := service.Type().Method(i).Name
		t.methods[name+"."+method] = service.Method(i)
		t.services[pkg][name] = append(t.services[pkg][name], method)
	}
}

// names returns the services as JSON.
func (t *callTable) names() []byte {
	text, _ := json.Marshal(t.services) // maps of strings cannot fail
	return text
}

// ServeHTTP answers a call: the arguments come as a JSON array, the answer goes as
// {"result"} or {"error"}.
func (t *callTable) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	result, err := t.call(r)
	if err != nil {
		writeJSON(w, map[string]any{"error": formatError(err)})
		return
	}
	writeJSON(w, map[string]any{"result": result})
}

func (t *callTable) call(r *http.Request) (any, error) {
	name := r.PathValue("method")
	method, ok := t.methods[name]
	if !ok {
		return nil, fault.New(fault.Internal, "The page called %s, which does not exist.", name)
	}
	var args []json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&args); err != nil {
		return nil, fault.Wrap(err, fault.Internal, "The arguments of %s are no JSON array.", name)
	}
	values, err := decodeArgs(method.Type(), name, args)
	if err != nil {
		return nil, err
	}
	return split(method.Call(values))
}

func decodeArgs(method reflect.Type, name string, args []json.RawMessage) ([]reflect.Value, error) {
	if len(args) != method.NumIn() {
		return nil, fault.New(fault.Internal, "%s takes %d arguments, not %d.", name, method.NumIn(), len(args))
	}
	values := make([]reflect.Value, len(args))
	for i, arg := range args {
		value := reflect.New(method.In(i))
		if err := json.Unmarshal(arg, value.Interface()); err != nil {
			return nil, fault.Wrap(err, fault.Internal, "Argument %d of %s does not fit: %v.", i+1, name, err)
		}
		values[i] = value.Elem()
	}
	return values, nil
}

// split takes a method's results apart: at most one value, and an error last.
func split(results []reflect.Value) (value any, err error) {
	for _, result := range results {
		if e, ok := result.Interface().(error); ok {
			err = e
		} else if result.Type() != reflect.TypeFor[error]() {
			value = result.Interface()
		}
	}
	return value, err
}
