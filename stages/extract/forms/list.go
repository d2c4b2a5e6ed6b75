package forms

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
)

// largest is the size in bytes beyond which a file is not read as a form: those of a hundred criteria weigh 50 kB.
const largest = 64 << 20

// list gives the files of the folder, by name. Links, folders and what cannot be listed are reported; files that programs
// leave behind are passed over.
func (d *desk) list() (names []string, ps problem.List) {
	entries, err := fs.ReadDir(d.fsys, d.dir)
	if err != nil {
		ps.Add(d.about(sheet.Unreadable(d.place("").File, cause(err))))
	}
	for _, e := range entries {
		name := e.Name()
		low := strings.ToLower(name)
		switch {
		case strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"), low == "thumbs.db", low == "desktop.ini", path.Ext(low) == ".tmp", path.Ext(low) == ".lock":
		case e.Type()&fs.ModeSymlink != 0:
			ps.Add(d.about(sheet.Unreadable(d.place(name).File, sheet.ErrLink)))
		case e.IsDir():
			ps.Add(d.about(notForm.At(d.place(name), name+"/")))
		default:
			names = append(names, name)
		}
	}
	return names, ps
}

func (d *desk) about(p problem.Problem) problem.Problem {
	p.Index, p.Edition = d.plan.Index.ID, d.plan.Edition.ID
	return p
}

// bytes reads a plain file whole.
func (d *desk) bytes(name string) ([]byte, error) {
	f, err := d.fsys.Open(path.Join(d.dir, name))
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, cause(err)
	case !info.Mode().IsRegular():
		return nil, sheet.ErrNotPlain
	case info.Size() > largest:
		return nil, errLarge
	}
	b, err := io.ReadAll(io.LimitReader(f, largest+1))
	if len(b) > largest {
		return nil, errLarge
	}
	return b, cause(err)
}

var errLarge = errors.New("over 64 MiB")

// cause strips the path from an error of the file system, which the message names already.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
