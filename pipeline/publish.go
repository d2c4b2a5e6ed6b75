package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// publication is the move by which out/ changes: everything is written into a folder beside it, verified, and the two
// folders are exchanged in one call. A run that fails leaves out/ as it was; a run killed at any instant leaves a whole
// out/, the old or the new one. What such a run leaves beside it is cleared by the next.
type publication struct {
	out, next, old string            // out/, the folder being built, the last publication while it is replaced without an exchange
	part           string            // "", or the one part that -only asked for
	sums           map[string]string // SHA-256 of files whose writer knows it already
	lock           *os.File
}

// openPublication takes the lock, heals what a killed run left, checks that out may be replaced, and makes the folder
// to build in.
func openPublication(out, part string) (*publication, error) {
	out = filepath.Clean(out)
	dir, name := filepath.Split(out)
	p := &publication{out: out, next: filepath.Join(dir, "."+name+".next"), old: filepath.Join(dir, "."+name+".old"), part: part}
	if err := os.MkdirAll(filepath.Clean(dir+"."), 0o777); err != nil {
		return nil, err
	}
	lock, err := os.OpenFile(filepath.Join(dir, "."+name+".lock"), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		lock.Close()
		return nil, fmt.Errorf("%s: một lượt chạy khác đang ghi, hãy đợi / another run is writing, wait for it", out)
	}
	p.lock = lock
	err = errors.Join(p.heal(), p.replaceable())
	if err == nil {
		err = os.Mkdir(p.next, 0o777)
	}
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// heal clears a half-built folder, and puts the last publication back where a run was killed between the two renames of
// the fallback.
func (p *publication) heal() error {
	if _, err := os.Lstat(p.out); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Lstat(p.old); err == nil {
			if err := os.Rename(p.old, p.out); err != nil {
				return err
			}
		}
	}
	return errors.Join(os.RemoveAll(p.next), os.RemoveAll(p.old))
}

// whole lists what a publication holds at its top, by part.
var parts = map[string]string{"index.html": "site", "books": "books", "data": "data"}

// replaceable refuses an out that is no folder, that holds other people's files, or a whole publication where only a
// part was asked for.
func (p *publication) replaceable() error {
	info, err := os.Lstat(p.out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s: không phải thư mục (liên kết không được nhận) / is no folder (links are not taken)", p.out)
	}
	entries, err := os.ReadDir(p.out)
	if err != nil {
		return err
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		if e.Name() != ".gitkeep" {
			names = append(names, e.Name())
		}
	}
	if len(names) > 0 && !slices.Contains(names, sumsName) {
		return fmt.Errorf("%s: có tệp không phải của ấn phẩm (%s), không ghi đè; hãy chọn -out khác / holds files that are no publication, will not replace them; choose another -out", p.out, names[0])
	}
	for _, n := range names {
		if held := parts[n]; p.part != "" && held != "" && held != p.part {
			return fmt.Errorf("%s: đang giữ một ấn phẩm có phần %s; -only %s cần -out khác / holds a publication with %s; -only %s wants another -out", p.out, held, p.part, held, p.part)
		}
	}
	return nil
}

// commit writes the sums, verifies what was built and exchanges the folders.
func (p *publication) commit() error {
	if err := writeSums(p.next, p.sums); err != nil {
		return err
	}
	if err := p.keep(); err != nil {
		return err
	}
	if err := verify(p.next); err != nil {
		return err
	}
	if _, err := os.Lstat(p.out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(p.next, p.out)
	}
	if err := exchange(p.next, p.out); err == nil {
		return os.RemoveAll(p.next) // now the old publication
	}
	// A file system without the exchange: two renames, healed at the next start if the run dies between them.
	if err := os.Rename(p.out, p.old); err != nil {
		return err
	}
	if err := os.Rename(p.next, p.out); err != nil {
		return errors.Join(err, os.Rename(p.old, p.out))
	}
	return os.RemoveAll(p.old)
}

// exchange swaps two folders in one step of the kernel.
var exchange = func(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// keep lets out/.gitkeep, which git tracks, travel along.
func (p *publication) keep() error {
	b, err := os.ReadFile(filepath.Join(p.out, ".gitkeep"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.next, ".gitkeep"), b, 0o666)
}

// close clears what was built and not published, and lets go of the lock.
func (p *publication) close() {
	os.RemoveAll(p.next)
	p.lock.Close()
}

// verify holds the built folder against its own sums: every listed file is there, every file is listed, names are
// plain ASCII that no file system confuses.
func verify(dir string) error {
	sums, err := readSums(filepath.Join(dir, sumsName))
	if err != nil {
		return err
	}
	seen, folded := 0, map[string]string{}
	return errors.Join(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".gitkeep" {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		rel = filepath.ToSlash(rel)
		if rel == sumsName {
			return nil
		}
		if _, ok := sums[rel]; !ok || !d.Type().IsRegular() {
			return fmt.Errorf("%s: không có trong %s hoặc không phải tệp thường / not in %s or no plain file", rel, sumsName, sumsName)
		}
		if other, twice := folded[strings.ToLower(rel)]; twice {
			return fmt.Errorf("%s, %s: trùng tên khi không phân biệt hoa thường / same name where case is ignored", other, rel)
		}
		folded[strings.ToLower(rel)] = rel
		seen++
		return nil
	}), func() error {
		if seen != len(sums) {
			return fmt.Errorf("%s: liệt kê %d tệp, có %d / lists %d files, %d are there", sumsName, len(sums), seen, len(sums), seen)
		}
		return nil
	}())
}
