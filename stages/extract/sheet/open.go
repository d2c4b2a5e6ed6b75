package sheet

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"xephang/stages/problem"
)

// Open reads a spreadsheet under the name by which problems will call it; what it is, its content tells. A workbook is
// held in memory while its Book is in use, a CSV file is read from r as its rows are walked (see OpenBytes for walking
// them twice). On a fault the Book is nil, unless the file is readable all the same (a wrong extension, a doubt).
func Open(name string, r io.Reader) (*Book, problem.List) {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(r, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, problem.List{Unreadable(name, err)}
	}
	rest := io.MultiReader(bytes.NewReader(head), r)
	if k := sniff(head); k.packed() {
		all, err := io.ReadAll(io.LimitReader(rest, maxPacked+1))
		if err != nil {
			return nil, problem.List{Unreadable(name, err)}
		}
		return open(name, sniff(all), all, nil)
	}
	return open(name, sniff(head), head, rest)
}

// OpenBytes is Open for a file already in memory; its sheets may be walked any number of times.
func OpenBytes(name string, data []byte) (*Book, problem.List) {
	return open(name, sniff(data), data, nil)
}

// open dispatches on the content; stream is nil where data is the whole file.
func open(name string, k content, data []byte, stream io.Reader) (b *Book, ps problem.List) {
	defer func() {
		if r := recover(); r != nil {
			b, ps = nil, problem.List{fileDamaged.At(problem.Place{File: name}, "", because(panicked(r), panicked(r))...)}
		}
	}()
	at := problem.Place{File: name}
	if len(data) > maxPacked {
		return nil, problem.List{fileTooLarge.At(at, "", tooLarge(fmt.Sprintf("> %d MiB", maxPacked>>20), fmt.Sprintf("%d MiB", maxPacked>>20))...)}
	}
	switch k {
	case isNothing:
		return nil, problem.List{fileEmpty.At(at, "")}
	case isZip:
		b, ps = openZip(name, data)
	case isXLS:
		b, ps = openXLS(name, data)
	case isText:
		b, ps = openCSV(name, data, stream)
	case isLocked:
		return nil, problem.List{fileLocked.At(at, "")}
	default:
		return nil, problem.List{fileFormat.At(at, string(k))}
	}
	if b != nil {
		ps = append(ps, extension(b)...)
	}
	return b, ps
}

// extension reports a name that says something else than the content.
func extension(b *Book) problem.List {
	ext := strings.ToLower(strings.TrimPrefix(path.Ext(b.File), "."))
	fits := map[Format][]string{XLSX: {"xlsx", "xlsm", "xltx", "xltm"}, ODS: {"ods", "ots"}, CSV: {"csv", "tsv", "txt", "tab"}, XLS: {"xls", "xlt"}}
	for _, e := range fits[b.Format] {
		if e == ext {
			return nil
		}
	}
	return problem.List{fileExtension.At(problem.Place{File: b.File}, "."+ext, "format", string(b.Format))}
}

// panicked words a panic of a library for a message.
func panicked(r any) string { return fmt.Sprintf("%.120v", r) }
