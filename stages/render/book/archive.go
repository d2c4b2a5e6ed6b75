package book

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

// archive is the zip writer handed to excelize: it holds the parts back and writes them in one order, with one date, so
// that the same workbook is the same bytes. excelize itself writes streamed sheets and content types in map order.
type archive struct {
	out   io.Writer
	parts []*part
	mend  func(name string, b []byte) []byte // what excelize leaves out of a part; nil: nothing
}

type part struct {
	name string
	bytes.Buffer
}

// epoch is the date of every part: the first that a zip can tell.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Create opens a part.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS is asked for by the interface; workbooks never use it.
func (a *archive) AddFS(fs.FS) error { return errors.New("book: a workbook has no folder of files") }

// Close writes the parts: content types first, as readers that stream expect, then the relations of the package, then by name.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(p, q *part) int {
		return cmp.Or(cmp.Compare(precedence(p.name), precedence(q.name)), strings.Compare(p.name, q.name))
	})
	w := zip.NewWriter(a.out)
	w.RegisterCompressor(zip.Deflate, compressor)
	for _, p := range a.parts {
		out, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: epoch})
		if err != nil {
			return err
		}
		b := p.Bytes()
		if p.name == contentTypes {
			b = sortedTypes(b)
		}
		if a.mend != nil {
			b = a.mend(p.name, b)
		}
		if _, err := out.Write(b); err != nil {
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

// deflaters are used again from part to part: a new one clears more memory than most parts fill.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.DefaultCompression)
	return w
}}

// deflater gives itself back to the pool when its part is done.
type deflater struct{ *flate.Writer }

func compressor(out io.Writer) (io.WriteCloser, error) {
	w := deflaters.Get().(*flate.Writer)
	w.Reset(out)
	return deflater{w}, nil
}

func (d deflater) Close() error {
	defer deflaters.Put(d.Writer)
	return d.Writer.Close()
}
