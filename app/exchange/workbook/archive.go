package workbook

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"math"
	"net/url"
	"os"
	"path"
	"strings"
	"sync/atomic"

	"cadastre/store/fault"
)

// directoryBytes is the most that an archive's list of members may take: some
// hundred thousand of them.
const directoryBytes = 16 << 20

// An archive is an open zip file whose members are found as Excel finds them:
// whatever the case of their names, the direction of their slashes and a
// leading slash.
type archive struct {
	name    string
	limits  Limits
	list    []*zip.File
	members map[string]*zip.File
	twice   map[string]bool
}

// openArchive reads the list of members.
func openArchive(file *os.File, name string, limits Limits) (*archive, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	source := &bounded{ReaderAt: file, name: name}
	source.left.Store(directoryBytes)
	list, err := zip.NewReader(source, info.Size())
	source.left.Store(math.MaxInt64) // from here on each part has its own bounds
	var known *fault.Error
	if errors.As(err, &known) {
		return nil, err
	}
	if err != nil {
		return nil, fault.Wrap(err, fault.Damaged,
			"%q is cut off or damaged: the list of its parts cannot be read. Copy or download it again, or ask for it again.", name)
	}
	a := &archive{name: name, limits: limits, list: list.File, members: map[string]*zip.File{}, twice: map[string]bool{}}
	for _, member := range list.File {
		key := partKey(member.Name)
		a.twice[key] = a.members[key] != nil
		a.members[key] = member
	}
	return a, nil
}

// has says whether the archive has such a part.
func (a *archive) has(name string) bool { return a.members[partKey(name)] != nil }

// find returns the part that a name means, nil when there is none.
func (a *archive) find(name string) *zip.File {
	if member := a.members[partKey(name)]; member != nil {
		return member
	}
	if plain, err := url.PathUnescape(name); err == nil {
		return a.members[partKey(plain)]
	}
	return nil
}

// listBytes is the most that a part may hold which lists something of a workbook, such as its styles.
const listBytes = 32 << 20

// scanList is scan for parts that list something.
func (a *archive) scanList(ctx context.Context, name string, read func(*scanner) error) error {
	limits := a.limits
	limits.PartBytes = min(limits.PartBytes, listBytes)
	return a.scan(ctx, name, limits, read)
}

// scan calls read with a scanner over a part. It reads to the end of the part
// only if read does.
func (a *archive) scan(ctx context.Context, name string, limits Limits, read func(*scanner) error) error {
	member := a.find(name)
	switch {
	case member == nil:
		return brokenf("its part %s is missing", name)
	case a.twice[partKey(member.Name)]:
		return brokenf("its part %s is there twice", name)
	}
	src, err := openPart(member, a.name, limits)
	if err != nil {
		return err
	}
	plain := newReadAhead(ctx, src, member.UncompressedSize64)
	defer plain.stop()
	text, err := utf8XML(plain)
	if err == nil {
		s := newScanner(text, member.UncompressedSize64)
		s.most = limits.EmptyBytes
		err = read(s)
	}
	if errors.Is(err, errQuiet) {
		return fault.New(fault.TooLarge, "%q holds more than %s MB without any content (%s). Delete its empty rows and columns and bring it in again.",
			a.name, thousands(limits.EmptyBytes>>20), name)
	}
	return inPart(err, name)
}

// inPart says in which part something is broken; a fault says so already.
func inPart(err error, name string) error {
	var known *fault.Error
	var why broken
	if !errors.As(err, &known) && errors.As(err, &why) {
		return brokenf("%s (%s)", why, name)
	}
	return err
}

// partKey is what names of the same part have in common.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// resolve returns the name of the part that a target in a part of the folder means.
func resolve(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return partKey(target)
	}
	return partKey(path.Join(folder, target))
}

// A bounded reader gives up after some bytes.
type bounded struct {
	io.ReaderAt
	left atomic.Int64 // parts are read beside each other
	name string
}

// ReadAt implements io.ReaderAt.
func (b *bounded) ReadAt(p []byte, off int64) (int, error) {
	if b.left.Add(-int64(len(p))) < 0 {
		return 0, fault.New(fault.TooLarge, "%q holds far more parts than any workbook does, so it is not read.", b.name)
	}
	return b.ReaderAt.ReadAt(p, off)
}
