package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"xephang/stages/problem"
)

// pack is the zip package of a workbook.
type pack struct {
	file  string
	data  []byte
	parts map[string]*zip.File // by name without leading slash, lower case
}

// openZip tells what workbook is in a zip and opens it.
func openZip(name string, data []byte) (*Book, problem.List) {
	at := problem.Place{File: name}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, problem.List{fileDamaged.At(at, "", reason(err)...)}
	}
	p := &pack{file: name, data: data, parts: make(map[string]*zip.File, len(z.File))}
	var total uint64
	for _, f := range z.File {
		total += f.UncompressedSize64
		if bomb := f.UncompressedSize64 > maxSmall && f.UncompressedSize64/maxRatio > f.CompressedSize64; bomb || total > maxUnpacked || f.UncompressedSize64 > maxUnpacked {
			return nil, problem.List{fileTooLarge.At(at, f.Name, tooLarge(fmt.Sprintf("%d MiB", total>>20), fmt.Sprintf("%d MiB", maxUnpacked>>20))...)}
		}
		if f.Flags&1 != 0 {
			return nil, problem.List{fileLocked.At(at, f.Name)}
		}
		p.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	switch {
	case p.parts["content.xml"] != nil && p.holds("mimetype", "opendocument.spreadsheet"):
		return openODS(p)
	case p.parts["_rels/.rels"] != nil && p.main() != "":
		return openXLSX(p)
	}
	return nil, problem.List{fileFormat.At(at, p.what())}
}

// what names a zip that is no workbook we read.
func (p *pack) what() string {
	for part, what := range map[string]string{"xl/workbook.bin": "Excel binary (.xlsb)", "word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint",
		"index/document.iwa": "Apple Numbers", "content.xml": "OpenDocument"} {
		if p.parts[part] != nil {
			return what
		}
	}
	return "zip"
}

// holds tells that a small part contains a text.
func (p *pack) holds(part, text string) bool {
	b, err := p.bytes(part, 1<<20)
	return err == nil && bytes.Contains(b, []byte(text))
}

var errNoPart = errors.New("a part is missing")

// bytes reads a part that is known to be small.
func (p *pack) bytes(part string, limit int64) ([]byte, error) {
	r, err := p.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, limit))
	return b, err
}

// open streams a part. What it really unpacks to is bounded by what its header declares, which archive/zip checks.
func (p *pack) open(part string) (io.ReadCloser, error) {
	f := p.parts[strings.ToLower(strings.TrimPrefix(part, "/"))]
	if f == nil {
		return nil, fmt.Errorf("%w: %s", errNoPart, part)
	}
	return f.Open()
}

// xml scans a part; a part in UTF-16, which a byte order mark tells, is decoded.
func (p *pack) xml(part string) (*scanner, io.Closer, error) {
	r, err := p.open(part)
	if err != nil {
		return nil, nil, err
	}
	var head [2]byte
	n, err := io.ReadFull(r, head[:])
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		r.Close()
		return nil, nil, err
	}
	var whole io.Reader = io.MultiReader(bytes.NewReader(head[:n]), r)
	if m := string(head[:n]); m == "\xff\xfe" || m == "\xfe\xff" {
		whole = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(whole)
	}
	return newScanner(whole), r, nil
}

// damaged reports a part that cannot be read to its end.
func (p *pack) damaged(part string, err error) problem.Problem {
	return fileDamaged.At(problem.Place{File: p.file}, part, reason(err)...)
}
