package book

import (
	"bytes"
	"io"
	"maps"
	"sync"

	"github.com/xuri/excelize/v2"
)

// blank is an empty workbook that has the usual styles already. Every workbook is opened from it: entering a style
// costs excelize a comparison with all the others.
var blank = sync.OnceValues(makeBlank)

type template struct {
	bytes  []byte
	styles map[look]int
	tints  map[string]int
}

func makeBlank() (template, error) {
	w := &workbook{file: excelize.NewFile(), styles: map[look]int{}, tints: map[string]int{}}
	defer w.file.Close()
	w.note(w.file.SetDefaultFont(font))
	for _, l := range usual() {
		w.style(l)
	}
	w.tint(rise)
	w.tint(fall)
	var b bytes.Buffer
	w.file.SetZipWriter(func(out io.Writer) excelize.ZipWriter { return &archive{out: out} })
	w.note(w.file.Write(&b))
	return template{b.Bytes(), w.styles, w.tints}, w.err
}

// usual lists the looks that most workbooks have.
func usual() []look {
	all := []look{headLook, textLook, wrapLook, wholeLook, rankLook, changeLook, titleLook, underLook, backLook,
		crestLook, bannerLook, nameLook, messageLook, sectionLook, labelLook, proseLook, capsLook}
	for n := range 6 {
		all = append(all, scoreLook(n), signedLook(n))
	}
	for _, l := range all {
		l.bold = true
		all = append(all, l)
	}
	return all
}

// opened opens a copy of the blank workbook.
func opened() (*excelize.File, map[look]int, map[string]int, error) {
	b, err := blank()
	if err != nil {
		return nil, nil, nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.bytes))
	return f, maps.Clone(b.styles), maps.Clone(b.tints), err
}
