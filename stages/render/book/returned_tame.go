package book

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
)

// tamed makes a package fit for adding comments. excelize expects the comments of a sheet and the shapes that show them to
// be called as Excel calls them, both with the same number; LibreOffice and others call them otherwise, and comments would
// be lost. ok is false for what is no workbook, and for one with macros: macros never go out.
func tamed(file []byte) (out []byte, ok bool) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, false
	}
	t := taming{names: map[string]string{}, parts: map[string]*zip.File{}}
	for _, f := range z.File {
		t.parts[f.Name] = f
		if strings.Contains(strings.ToLower(f.Name), "vbaproject") {
			return nil, false
		}
	}
	if t.parts["xl/workbook.xml"] == nil {
		return nil, false
	}
	for _, f := range z.File {
		t.pair(f)
	}
	if len(t.names) == 0 && t.err == nil {
		return file, true
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i, f := range z.File {
		t.write(w, f, i)
	}
	t.note(w.Close())
	return b.Bytes(), t.err == nil
}

// taming renames parts of a package.
type taming struct {
	parts map[string]*zip.File
	names map[string]string // new name by name
	pairs int
	err   error
}

func (t *taming) note(err error) {
	if t.err == nil {
		t.err = err
	}
}

const (
	paired   = 1000     // from which the shapes and comments of a sheet are numbered
	lonely   = 2000     // from which other old drawings are, such as pictures in headers
	mostPart = 64 << 20 // bytes of a part that is rewritten
)

var partName = regexp.MustCompile(`\bPartName="/([^"]+)"`)
var relationTo = regexp.MustCompile(`\bTarget="([^"]+)"`)

// pair gives the comments of a sheet and the drawing with their shapes one number.
func (t *taming) pair(f *zip.File) {
	if path.Dir(f.Name) != "xl/worksheets/_rels" {
		return
	}
	t.pairs++
	for _, m := range relationTo.FindAllStringSubmatch(string(t.read(f)), -1) {
		part := targetOf(m[1])
		switch p := t.parts[part]; {
		case p == nil:
		case strings.HasPrefix(path.Base(part), "comments"):
			t.names[part] = fmt.Sprintf("xl/comments%d.xml", paired+t.pairs)
		case path.Ext(part) == ".vml" && bytes.Contains(t.read(p), []byte(`ObjectType="Note"`)):
			t.names[part] = fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", paired+t.pairs)
		case path.Ext(part) == ".vml":
			t.names[part] = fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", lonely+t.pairs)
		}
	}
}

// targetOf is the part that a sheet's relation leads to.
func targetOf(target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join("xl/worksheets", target)
}

func (t *taming) read(f *zip.File) []byte {
	in, err := f.Open()
	if t.note(err); err != nil {
		return nil
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, mostPart))
	t.note(err)
	return b
}

// write copies a part, under its new name and with the new names in it.
func (t *taming) write(w *zip.Writer, f *zip.File, n int) {
	name, text := f.Name, []byte(nil)
	switch owner := strings.TrimSuffix(path.Base(name), ".rels"); {
	case path.Dir(name) == "xl/worksheets/_rels":
		text = relationTo.ReplaceAllFunc(t.read(f), func(m []byte) []byte {
			if to := t.names[targetOf(string(relationTo.FindSubmatch(m)[1]))]; to != "" {
				return []byte(`Target="../` + strings.TrimPrefix(to, "xl/") + `"`)
			}
			return m
		})
	case name == contentTypes:
		text = partName.ReplaceAllFunc(t.read(f), func(m []byte) []byte {
			if to := t.names[string(partName.FindSubmatch(m)[1])]; to != "" {
				return []byte(`PartName="/` + to + `"`)
			}
			return m
		})
	case path.Dir(name) == "xl/drawings/_rels" && t.names["xl/drawings/"+owner] != "":
		name, text = "xl/drawings/_rels/"+path.Base(t.names["xl/drawings/"+owner])+".rels", t.read(f)
	case t.names[name] != "" && path.Ext(name) == ".vml":
		name, text = t.names[name], shapes(t.read(f), n)
	case t.names[name] != "":
		name, text = t.names[name], t.read(f)
	default:
		t.note(w.Copy(f))
		return
	}
	out, err := w.Create(name)
	if t.note(err); err == nil {
		_, err = out.Write(text)
		t.note(err)
	}
}

var shapeID = regexp.MustCompile(`(<v:shape [^>]*\bid=")([^"]+)(")`)
var usualID = regexp.MustCompile(`^_x0000_s[0-9]+$`)

// shapes calls the shapes of a drawing as Excel calls them: by numbers, each its own.
func shapes(text []byte, n int) []byte {
	next := 0
	return shapeID.ReplaceAllFunc(text, func(m []byte) []byte {
		s := shapeID.FindSubmatch(m)
		if usualID.Match(s[2]) {
			return m
		}
		next++
		return fmt.Appendf(nil, "%s_x0000_s%d%s", s[1], 900000+1000*n+next, s[3])
	})
}
