package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"xephang/stages/extract"
)

// draft seals what a report was made of and what it came to: the inputs as they were read, the open data, and the
// hashes of both. It is built beside its folder and moved there in one step, when the report has been published.
type draft struct {
	dir, next string
	seal      seal
}

// beginDraft checks that the folder is free and lies outside of everything that is read or written. Without -draft there
// is none: the nil draft keeps nothing.
func beginDraft(o options) (*draft, error) {
	if o.draft == "" {
		return nil, nil
	}
	if o.only != "" && o.only != "data" {
		return nil, usageError{fmt.Errorf("report: -draft niêm phong cả ấn phẩm hoặc riêng -only data / seals the whole publication, or -only data")}
	}
	dir := filepath.Clean(o.draft)
	for _, other := range []string{o.data, o.seeds, o.out} {
		if within(dir, other) || within(other, dir) {
			return nil, usageError{fmt.Errorf("report: -draft %s: phải nằm ngoài %s / must lie outside of %s", dir, other, other)}
		}
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		what := "thư mục không trống / the folder is not empty"
		if isSealed(dir) {
			what = "đã niêm phong một bản dự thảo, không ghi đè / holds a sealed draft, which is not written over"
		}
		return nil, fmt.Errorf("%s: %s; hãy chọn thư mục khác / choose another folder", dir, what)
	}
	d := &draft{dir: dir, next: filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".next")}
	d.seal = seal{Seal: 1, Program: release, AsOf: o.asOf.String(), Index: strings.Join(o.indices(), ","), Only: o.only, Base: o.home}
	return d, errors.Join(os.RemoveAll(d.next), os.MkdirAll(d.next, 0o777))
}

// within tells that a folder lies in another, or is it.
func within(dir, other string) bool {
	a, err := filepath.Abs(dir)
	b, err2 := filepath.Abs(other)
	rel, err3 := filepath.Rel(b, a)
	return errors.Join(err, err2, err3) == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// keep copies the inputs and the open data that was built. A file that has changed since it was read breaks the draft.
func (d *draft) keep(y *year, built string) error {
	if d == nil {
		return nil
	}
	if y.before != nil {
		d.seal.After = y.before.sum
	}
	sums := map[string]string{}
	for prefix, from := range map[string]string{"data/": y.data, "seeds/": y.seeds} {
		copied, err := copyTree(from, filepath.Join(d.next, "inputs", prefix), nil)
		if err != nil {
			return err
		}
		for name, sum := range copied {
			sums[prefix+name] = sum
		}
	}
	for _, f := range append(append([]extract.File{}, y.in.Files...), y.textFiles...) {
		if sums[f.Name] != f.SHA256 {
			return fmt.Errorf("%s: đã đổi trong lúc chạy, hãy chạy lại / changed during the run, run again", f.Name)
		}
	}
	d.seal.Inputs = listedFiles(sums, "")
	_, err := copyTree(filepath.Join(built, "data"), filepath.Join(d.next, "out", "data"), nil)
	return err
}

// close writes the seal with the hashes of the publication and puts the draft in its place.
func (d *draft) close(published string) error {
	if d == nil {
		return nil
	}
	sums, err := readSums(filepath.Join(published, sumsName))
	if err != nil {
		return err
	}
	d.seal.Outputs = listedFiles(sums, "")
	b, err := d.seal.written()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(d.next, sealName), b, 0o666); err != nil {
		return err
	}
	if err := os.Remove(d.dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(d.next, d.dir)
}

// drop clears what was built of a draft that is not sealed.
func (d *draft) drop() {
	if d != nil {
		os.RemoveAll(d.next)
	}
}
