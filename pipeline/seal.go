package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

const sealName = "seal.json"

// seal is what a sealed draft vouches for: the inputs and flags that a publication was made of, and every file of it.
// It holds no clock: the same inputs give the same seal.
type seal struct {
	Seal    int          `json:"seal"`    // 1: how this file is laid out
	Program string       `json:"program"` // version of the program
	AsOf    string       `json:"as_of,omitempty"`
	Index   string       `json:"index,omitempty"`
	Only    string       `json:"only,omitempty"`
	Base    string       `json:"base,omitempty"`
	After   string       `json:"after,omitempty"` // SHA-256 of the seal of the draft that this publication follows
	Inputs  []sealedFile `json:"inputs"`          // below inputs/: data/…, seeds/…
	Outputs []sealedFile `json:"outputs"`         // of the publication; those of data/ are kept below out/
}

type sealedFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// kept tells that a file of the publication lies in the draft.
func kept(output string) bool { return strings.HasPrefix(output, "data/") }

// sealedDraft is a draft that was opened: its folder, its seal, and the hash of the seal itself.
type sealedDraft struct {
	dir string
	seal
	sum string
}

// isSealed tells that a folder is a sealed draft.
func isSealed(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, sealName))
	return err == nil
}

// openDraft reads a seal and holds every file of the draft against it.
func openDraft(dir string) (*sealedDraft, error) {
	b, err := os.ReadFile(filepath.Join(dir, sealName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usageError{fmt.Errorf("%s: không phải bản dự thảo niêm phong (không có %s); tạo bằng report -draft / is no sealed draft (it has no %s); make one by report -draft", dir, sealName, sealName)}
	}
	d := &sealedDraft{dir: dir}
	if err == nil {
		err = json.Unmarshal(b, &d.seal)
	}
	if err == nil && d.Seal != 1 {
		err = fmt.Errorf("niêm phong kiểu lạ / an unknown kind of seal %d", d.Seal)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, sealName), err)
	}
	sum := sha256.Sum256(b)
	d.sum = hex.EncodeToString(sum[:])
	return d, d.intact()
}

// data and seeds are the inputs that were sealed.
func (d *sealedDraft) data() string  { return filepath.Join(d.dir, "inputs", "data") }
func (d *sealedDraft) seeds() string { return filepath.Join(d.dir, "inputs", "seeds") }

// intact tells every file that was changed, added or lost since the draft was sealed.
func (d *sealedDraft) intact() error {
	want := map[string]string{}
	for _, f := range d.Inputs {
		want["inputs/"+f.Path] = f.SHA256
	}
	for _, f := range d.Outputs {
		if kept(f.Path) {
			want["out/"+f.Path] = f.SHA256
		}
	}
	var broken []error
	for _, name := range filesBelow(d.dir) {
		sum, err := hashFile(filepath.Join(d.dir, filepath.FromSlash(name)))
		known, listed := want[name]
		delete(want, name)
		switch {
		case name == sealName:
		case err != nil:
			broken = append(broken, err)
		case !listed:
			broken = append(broken, fmt.Errorf("%s: thêm vào sau khi niêm phong / added after the draft was sealed", filepath.Join(d.dir, name)))
		case sum != known:
			broken = append(broken, fmt.Errorf("%s: đã sửa sau khi niêm phong / changed after the draft was sealed", filepath.Join(d.dir, name)))
		}
	}
	for name := range want {
		broken = append(broken, fmt.Errorf("%s: mất sau khi niêm phong / lost after the draft was sealed", filepath.Join(d.dir, name)))
	}
	slices.SortFunc(broken, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(broken...)
}

// filesBelow lists the plain files of a folder by their path with slashes, sorted; hidden ones are left out.
func filesBelow(dir string) (names []string) {
	_ = fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // what cannot be listed cannot be read either: its reader says so
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
		case e.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	slices.Sort(names)
	return names
}

// copyTree copies the plain files of a folder, hidden ones left out, and its folders, and tells their hashes by path.
// What replace has in a file's place is written instead. A folder that is not there is an empty one.
func copyTree(from, to string, replace map[string][]byte) (map[string]string, error) {
	sums := map[string]string{}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return nil, err
	}
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return sums, nil
	}
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, e fs.DirEntry, err error) error {
		at := filepath.Join(to, filepath.FromSlash(name))
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir():
			return os.MkdirAll(at, 0o777)
		case !e.Type().IsRegular() || replace[name] != nil:
			return nil
		}
		sums[name], err = copyFile(filepath.Join(from, filepath.FromSlash(name)), at)
		return err
	})
	for name, b := range replace {
		at := filepath.Join(to, filepath.FromSlash(name))
		err = errors.Join(err, os.MkdirAll(filepath.Dir(at), 0o777), os.WriteFile(at, b, 0o666))
		sum := sha256.Sum256(b)
		sums[name] = hex.EncodeToString(sum[:])
	}
	return sums, err
}

func copyFile(from, to string) (sum string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, h), in)
	return hex.EncodeToString(h.Sum(nil)), errors.Join(err, out.Close())
}

// written is the seal as it stands in its file.
func (s seal) written() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(s)
	return b.Bytes(), err
}

// listedFiles turns hashes by name into a list, sorted.
func listedFiles(sums map[string]string, prefix string) (all []sealedFile) {
	for name, sum := range sums {
		all = append(all, sealedFile{prefix + name, sum})
	}
	slices.SortFunc(all, func(a, b sealedFile) int { return strings.Compare(a.Path, b.Path) })
	return all
}
