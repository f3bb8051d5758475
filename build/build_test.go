package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAFailingStepStopsTheRest(t *testing.T) {
	var done []string
	does := func(name string, err error) step {
		return step{name, func() error { done = append(done, name); return err }}
	}
	broken := errors.New("broken")
	if err := inOrder(does("a", nil), does("b", broken), does("c", nil)); !errors.Is(err, broken) {
		t.Errorf("inOrder = %v", err)
	}
	if diff := cmp.Diff([]string{"a", "b"}, done); diff != "" {
		t.Error("done (-want +got):\n" + diff)
	}
}

func TestAFailingProgramShowsWhatItPrinted(t *testing.T) {
	err := program("go", "vet", "./no-such-folder").quietly()
	if err == nil || !strings.Contains(err.Error(), "no-such-folder") || !strings.Contains(err.Error(), "exit status") {
		t.Errorf("err = %v", err)
	}
}

func TestDifferencesNameEveryFileThatIsNotTheSame(t *testing.T) {
	kept := map[string][]byte{"same": []byte("1"), "changed": []byte("1"), "gone": []byte("1")}
	fresh := map[string][]byte{"same": []byte("1"), "changed": []byte("2"), "new": []byte("1")}
	if diff := cmp.Diff([]string{"changed", "gone", "new"}, differences(kept, fresh)); diff != "" {
		t.Error("(-want +got):\n" + diff)
	}
}

func TestFuzzTestsAreFoundByName(t *testing.T) {
	t.Chdir("..")
	found, err := fuzzTests("FuzzKinds")
	if diff := cmp.Diff([]fuzzed{{"FuzzKinds", "app/exchange/spelling"}}, found, cmp.AllowUnexported(fuzzed{})); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if _, err := fuzzTests("FuzzNoSuchThing"); err == nil {
		t.Error("a name that no fuzz test has is taken")
	}
}
