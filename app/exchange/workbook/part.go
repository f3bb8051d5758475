package workbook

import (
	"archive/zip"
	"errors"
	"hash"
	"hash/crc32"
	"io"

	"cadastre/store/fault"

	"github.com/klauspost/compress/flate"
)

// The methods by which an archive may hold a part.
const (
	methodStored   = 0
	methodDeflated = 8
)

// ratioFloor is the unpacked size below which no ratio is suspicious.
const ratioFloor = 32 << 20

// A part reads one member of an archive. It ends with io.EOF only when size and
// checksum are those that the archive states.
type part struct {
	packed  counter
	plain   io.Reader
	sum     hash.Hash32
	size    int64
	member  *zip.File
	limits  Limits
	archive string
}

// openPart starts reading a member.
func openPart(member *zip.File, archive string, limits Limits) (*part, error) {
	if member.Flags&1 != 0 {
		return nil, fault.New(fault.Unsupported, "%q is protected by a password. Open it, save it without a password and bring it in again.", archive)
	}
	raw, err := member.OpenRaw()
	if err != nil {
		return nil, err
	}
	p := &part{packed: counter{Reader: raw}, sum: crc32.NewIEEE(), member: member, limits: limits, archive: archive}
	switch member.Method {
	case methodStored:
		p.plain = &p.packed
	case methodDeflated:
		p.plain = flate.NewReader(&p.packed)
	default:
		return nil, fault.New(fault.Unsupported, "%q is packed in a way that is not usual for workbooks (method %d). %s", archive, member.Method, saveAgain)
	}
	return p, nil
}

// Read implements io.Reader.
func (p *part) Read(b []byte) (int, error) {
	n, err := p.plain.Read(b)
	p.size += int64(n)
	p.sum.Write(b[:n])
	if tooMuch := p.guard(); tooMuch != nil {
		return 0, tooMuch
	}
	switch {
	case err == nil:
		return n, nil
	case err == io.EOF:
		return n, p.verdict()
	case errors.Is(err, io.ErrUnexpectedEOF):
		return n, broken("its packed data stop too early")
	}
	return n, brokenf("its packed data cannot be unpacked (%v)", err)
}

// guard refuses what grows beyond all reason.
func (p *part) guard() error {
	if p.size > p.limits.PartBytes {
		return fault.New(fault.TooLarge, "%q unpacks to more than %s MB (%s), which is more than can be read. Split it into several workbooks.",
			p.archive, thousands(int(p.limits.PartBytes>>20)), p.member.Name)
	}
	if p.size > ratioFloor && p.size > p.packed.n*p.limits.Ratio {
		return fault.New(fault.TooLarge, "%q unpacks to more than %d times its size, which no ordinary workbook does. It may be made to do harm, so it is not read. %s",
			p.archive, p.limits.Ratio, saveAgain)
	}
	return nil
}

// verdict says at the end whether all of the part came out. A checksum of zero
// is what some programs write that keep none.
func (p *part) verdict() error {
	if uint64(p.size) != p.member.UncompressedSize64 {
		return brokenf("it holds %s bytes where the file promises %s", thousands(int(p.size)), thousands(int(p.member.UncompressedSize64)))
	}
	if p.member.CRC32 != 0 && p.sum.Sum32() != p.member.CRC32 {
		return broken("its checksum does not fit its content")
	}
	return io.EOF
}

// A counter counts the bytes that pass.
type counter struct {
	io.Reader
	n int64
}

// Read implements io.Reader.
func (c *counter) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}
