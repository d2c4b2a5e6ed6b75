package book

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// archive is the zip writer handed to excelize: it holds the parts back and writes them in one order, with one date, so
// that the same workbook is the same bytes. excelize itself writes streamed sheets and content types in map order. A part
// is deflated as soon as the next one begins: what waits is small.
type archive struct {
	out   io.Writer
	mend  func(name string, b []byte) []byte // what excelize leaves out of a part; nil: nothing
	open  *part
	parts []*part
}

// part is a part of the package: as excelize writes it, then deflated.
type part struct {
	zip.FileHeader
	bytes.Buffer
}

// epoch is the date of every part: the first that a zip can tell.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Create opens a part.
func (a *archive) Create(name string) (io.Writer, error) {
	if err := a.close(); err != nil {
		return nil, err
	}
	a.open = &part{FileHeader: zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: 1<<5 | 1}}
	return a.open, nil
}

// close completes the open part and deflates it.
func (a *archive) close() error {
	p := a.open
	if p == nil {
		return nil
	}
	a.open = nil
	b := p.Bytes()
	if p.Name == contentTypes {
		b = sortedTypes(b)
	}
	if a.mend != nil {
		b = a.mend(p.Name, b)
	}
	p.CRC32, p.UncompressedSize64 = crc32.ChecksumIEEE(b), uint64(len(b))
	var deflated bytes.Buffer
	if err := deflate(&deflated, b); err != nil {
		return err
	}
	p.Buffer, p.CompressedSize64 = deflated, uint64(deflated.Len())
	a.parts = append(a.parts, p)
	return nil
}

// AddFS is asked for by the interface; workbooks never use it.
func (a *archive) AddFS(fs.FS) error { return errors.New("book: a workbook has no folder of files") }

// Close writes the parts: content types first, as readers that stream expect, then the relations of the package, then by name.
func (a *archive) Close() error {
	if err := a.close(); err != nil {
		return err
	}
	slices.SortFunc(a.parts, func(p, q *part) int {
		return cmp.Or(cmp.Compare(precedence(p.Name), precedence(q.Name)), strings.Compare(p.Name, q.Name))
	})
	w := zip.NewWriter(a.out)
	for _, p := range a.parts {
		out, err := w.CreateRaw(&p.FileHeader)
		if err != nil {
			return err
		}
		if _, err := p.WriteTo(out); err != nil {
			return err
		}
	}
	return w.Close()
}

const contentTypes = "[Content_Types].xml"

func precedence(name string) int {
	switch name {
	case contentTypes:
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}

var typeEntry = regexp.MustCompile(`<(?:Default|Override)[^>]*>(?:</(?:Default|Override)>)?`)

// sortedTypes puts the entries of the content types in order: defaults before overrides, each by text.
func sortedTypes(b []byte) []byte {
	entries := typeEntry.FindAll(b, -1)
	if len(entries) == 0 {
		return b
	}
	first := bytes.Index(b, entries[0])
	tail := bytes.LastIndex(b, []byte("</Types>"))
	slices.SortFunc(entries, bytes.Compare)
	return slices.Concat(b[:first], bytes.Join(entries, nil), b[tail:])
}

// large is the size from which a part is deflated quickly instead of well: formulas are alike, and shrink to a tenth
// either way.
const large = 4 << 20

// deflaters are used again from part to part: a new one clears more memory than most parts fill.
var deflaters = map[bool]*sync.Pool{false: deflatersOf(flate.DefaultCompression), true: deflatersOf(flate.BestSpeed)}

func deflatersOf(level int) *sync.Pool {
	return &sync.Pool{New: func() any {
		w, _ := flate.NewWriter(nil, level)
		return w
	}}
}

func deflate(out io.Writer, b []byte) error {
	home := deflaters[len(b) > large]
	w := home.Get().(*flate.Writer)
	defer home.Put(w)
	w.Reset(out)
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Close()
}
