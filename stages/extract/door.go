package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"path"
	"strings"

	"xephang/stages/extract/sheet"
	"xephang/stages/problem"
	"xephang/stages/units"
)

// door opens files below one folder and remembers each with its hash.
type door struct {
	fsys   fs.FS
	prefix string
	files  []File
}

func byName(a, b File) int { return strings.Compare(a.Name, b.Name) }

// name is how a file is called in messages: its path below the data folder, led by the folder's name.
func (d *door) name(file string) string { return path.Join(d.prefix, file) }

// read reads a whole file, once.
func (d *door) read(file string) ([]byte, *problem.Problem) {
	f, info, bad := d.open(file)
	if bad != nil {
		return nil, bad
	}
	defer f.Close()
	b := bytes.NewBuffer(make([]byte, 0, info.Size()+512))
	if _, err := b.ReadFrom(f); err != nil {
		return nil, d.unreadable(file, err)
	}
	sum := sha256.Sum256(b.Bytes())
	d.files = append(d.files, File{Name: d.name(file), Size: int64(b.Len()), SHA256: hex.EncodeToString(sum[:])})
	return b.Bytes(), nil
}

// open opens a plain file. A folder, a device or a link that leaves the data folder is refused.
func (d *door) open(file string) (fs.File, fs.FileInfo, *problem.Problem) {
	f, err := d.fsys.Open(file)
	if err != nil {
		return nil, nil, d.unreadable(file, err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = sheet.ErrNotPlain
	}
	if err != nil {
		f.Close()
		return nil, nil, d.unreadable(file, err)
	}
	return f, info, nil
}

func (d *door) unreadable(file string, err error) *problem.Problem {
	p := sheet.Unreadable(d.name(file), cause(err))
	return &p
}

// cause strips the path from an error of the file system, which the message names already.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// large is the size from which a table is read as a stream instead of being held in memory.
const large = 64 << 20

// table opens a spreadsheet. done must be called after its rows are walked: it closes the file and notes its hash.
func (d *door) table(file string) (b *sheet.Book, ps problem.List, done func()) {
	f, info, bad := d.open(file)
	if bad != nil {
		return nil, problem.List{*bad}, func() {}
	}
	if info.Size() < large {
		f.Close()
		data, bad := d.read(file)
		if bad != nil {
			return nil, problem.List{*bad}, func() {}
		}
		b, ps = sheet.OpenBytes(d.name(file), data)
		return b, ps, func() {}
	}
	h := &hashed{r: f, sum: sha256.New()}
	b, ps = sheet.Open(d.name(file), h)
	return b, ps, func() {
		_, _ = io.Copy(io.Discard, h) // what a fault left unread belongs to the hash too
		f.Close()
		d.files = append(d.files, File{Name: d.name(file), Size: h.size, SHA256: hex.EncodeToString(h.sum.Sum(nil))})
	}
}

// hashed hashes what passes through it.
type hashed struct {
	r    io.Reader
	sum  hash.Hash
	size int64
}

func (h *hashed) Read(p []byte) (int, error) {
	n, err := h.r.Read(p)
	h.sum.Write(p[:n])
	h.size += int64(n)
	return n, err
}

// optional reads a file that need not be there.
func (d *door) optional(dir, file string, ps *problem.List) units.File {
	at := path.Join(dir, file)
	if _, err := fs.Stat(d.fsys, at); errors.Is(err, fs.ErrNotExist) {
		return units.File{}
	}
	data, bad := d.read(at)
	if bad != nil {
		ps.Add(*bad)
		return units.File{}
	}
	return units.File{Name: d.name(at), Data: data}
}

// registry reads the units of a folder; without units.csv there are none.
func (d *door) registry(dir string, ps *problem.List) *units.Registry {
	f := units.Files{Units: d.optional(dir, "units.csv", ps)}
	if f.Units.Name == "" {
		return noUnits()
	}
	f.M49, f.Groups, f.Succession = d.optional(dir, "m49.csv", ps), d.optional(dir, "groups.csv", ps), d.optional(dir, "succession.csv", ps)
	r, bad := units.Parse(f)
	ps.Add(bad...)
	return r
}

// has tells that a folder holds a file.
func (d *door) has(dir, file string) bool {
	_, err := fs.Stat(d.fsys, path.Join(dir, file))
	return err == nil
}
