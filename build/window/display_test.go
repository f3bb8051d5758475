//go:build window

package window

import (
	"bytes"
	"image"
	_ "image/png" // what import writes
	"os"
	"os/exec"
	"strings"
	"testing"

	"cadastre/build/window/driver"
)

// A display is an X server of the test's own.
type display driver.Display

// newDisplay starts one until the test ends.
func newDisplay(t *testing.T) display {
	t.Helper()
	d, end, err := driver.NewDisplay()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	return display(d)
}

// run runs a program on the display and returns its output.
func (d display) run(t *testing.T, words ...string) []byte {
	t.Helper()
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = append(os.Environ(), "DISPLAY="+string(d))
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(words, " "), err, problems.String())
	}
	return out
}

// picture returns what the display shows.
func (d display) picture(t *testing.T) image.Image {
	t.Helper()
	picture, _, err := image.Decode(bytes.NewReader(d.run(t, "import", "-window", "root", "png:-")))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// colours counts the different colours of a picture: a window that shows text has
// dozens, from smoothed edges, and a blank one has two or three.
func colours(picture image.Image) int {
	seen := map[[3]uint32]bool{}
	bounds := picture.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}
