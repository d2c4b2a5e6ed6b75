package sheet

import "bytes"

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 64 << 10

// content is what a file is, by its first bytes; those that are no spreadsheet are named as a reader would.
type content string

const (
	isNothing content = ""
	isZip     content = "zip" // .xlsx, .ods, or something else in a zip: the package tells
	isXLS     content = "Excel 97–2003 (.xls)"
	isLocked  content = "encrypted"
	isText    content = "text"
	isHTML    content = "HTML"
	isXML     content = "XML"
	isPDF     content = "PDF"
	isRTF     content = "RTF"
	isOLE     content = "Microsoft Office 97–2003"
	isGzip    content = "gzip"
	isRAR     content = "RAR"
	is7z      content = "7-Zip"
	isImage   content = "image"
	isBinary  content = "binary"
)

// packed tells that the whole file is needed to read any of it.
func (k content) packed() bool { return k == isZip || k == isXLS || k == isLocked || k == isOLE }

var magic = []struct {
	mark string
	is   content
}{
	{"PK\x03\x04", isZip}, {"PK\x05\x06", isZip}, {"%PDF-", isPDF}, {"{\\rtf", isRTF}, {"\x1f\x8b", isGzip}, {"Rar!", isRAR},
	{"7z\xbc\xaf\x27\x1c", is7z}, {"\x89PNG", isImage}, {"\xff\xd8\xff", isImage}, {"GIF8", isImage},
}

// sniff tells what a file is.
func sniff(b []byte) content {
	if ole := []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"); bytes.HasPrefix(b, ole) || len(b) < 8 && len(b) > 3 && bytes.HasPrefix(ole, b) {
		return sniffOLE(b)
	}
	for _, m := range magic {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			return m.is
		}
	}
	if bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return isText
	}
	if bytes.HasPrefix(b, []byte("\x09\x08")) || bytes.HasPrefix(b, []byte("\x09\x04")) || bytes.HasPrefix(b, []byte("\x09\x02")) {
		return isXLS // a bare BIFF stream
	}
	return sniffText(b)
}

// sniffOLE tells the files of a Microsoft compound document apart by the names of its streams.
func sniffOLE(b []byte) content {
	switch {
	case bytes.Contains(b, utf16le("EncryptedPackage")) || bytes.Contains(b, utf16le("EncryptionInfo")):
		return isLocked
	case bytes.Contains(b, utf16le("Workbook")) || bytes.Contains(b, utf16le("Book")):
		return isXLS
	}
	return isOLE
}

func utf16le(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// sniffText parts text with columns from markup and from what is no text.
func sniffText(b []byte) content {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	t := bytes.TrimLeft(b, " \t\r\n")
	if len(t) == 0 {
		return isNothing
	}
	if bytes.HasPrefix(t, []byte("<")) {
		low := bytes.ToLower(t[:min(len(t), 4096)])
		switch {
		case bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<table")) || bytes.Contains(low, []byte("<!doctype html")):
			return isHTML
		case bytes.HasPrefix(low, []byte("<?xml")):
			return isXML
		}
	}
	odd := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a {
			odd++
		}
	}
	if odd > 0 && wide(b) == nil && (odd*100 > len(b) || bytes.IndexByte(b, 0) >= 0) {
		return isBinary
	}
	return isText
}
