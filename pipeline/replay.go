package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"xephang/stages/units"
)

func replayFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.out, "out", "", "giữ ấn phẩm dựng lại ở thư mục này; mặc định chỉ so rồi bỏ / keep what was built again in this folder; by default it is compared and dropped")
	f.StringVar(&o.only, "only", "", "chỉ một phần: data / only one part: data")
	f.StringVar(&o.after, "after", "", "bản dự thảo mà ấn phẩm này theo sau, nếu có / the draft that the publication followed, if any")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng / how many workers")
	f.BoolVar(&o.quiet, "quiet", false, "không in tiến độ / print no progress")
	f.StringVar(&o.lang, "lang", "", "vi, en; mặc định cả hai / problems in vi, en, or both")
}

// replay builds the publication of a sealed draft once more, from the inputs and flags that were sealed, and tells
// whether it is the same to the byte.
func replay(c console, o options, args []string) error {
	if o.only != "" && o.only != "data" {
		return usageError{fmt.Errorf("replay: -only %q: cần / wants data", o.only)}
	}
	d, err := openDraft(args[0])
	if err != nil {
		return err
	}
	if d.After != "" && o.after == "" && o.only != "data" {
		return usageError{fmt.Errorf("replay: %s theo sau một bản dự thảo; cần -after DRAFT (niêm phong %.12s) hoặc -only data / follows a draft; wants -after DRAFT (seal %.12s), or -only data", d.dir, d.After, d.After)}
	}
	if o.out == "" {
		scratch, err := os.MkdirTemp("", "xephang-replay-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(scratch)
		o.out = filepath.Join(scratch, "out")
	}
	if o, err = d.options(o); err != nil {
		return err
	}
	if err := report(c, o, nil); err != nil {
		return err
	}
	sums, err := readSums(filepath.Join(o.out, sumsName))
	if err != nil {
		return err
	}
	differ := d.differing(sums, o.only)
	for _, name := range differ {
		fmt.Fprintf(c.err, "✗ %s: khác bản niêm phong / differs from the sealed one\n", name)
	}
	if len(differ) > 0 {
		return fmt.Errorf("%s: dựng lại không ra đúng bản niêm phong (chương trình khi ấy: %s) / does not come out as it was sealed (program then: %s)", d.dir, d.Program, d.Program)
	}
	_, err = fmt.Fprintf(c.out, "%d tệp giống bản niêm phong đến từng byte / files equal the sealed ones byte for byte\n", len(sums))
	return err
}

// options are those of the run that was sealed, with its inputs.
func (d *sealedDraft) options(o options) (options, error) {
	o.data, o.seeds, o.index, o.home = d.data(), d.seeds(), d.Index, d.Base
	if d.Only != "" {
		o.only = d.Only
	}
	day, err := units.ParseDate(d.AsOf)
	o.asOf, o.draft = day, ""
	return o, err
}

// differing lists the files of a publication that are not as they were sealed, or are there on one side only; of one
// part alone where only that was built.
func (d *sealedDraft) differing(sums map[string]string, only string) (names []string) {
	sealed := map[string]string{}
	for _, f := range d.Outputs {
		if sealed[f.Path] = f.SHA256; only == "data" && !kept(f.Path) {
			delete(sealed, f.Path)
		} else if sums[f.Path] != f.SHA256 {
			names = append(names, f.Path)
		}
	}
	for name := range sums {
		if _, there := sealed[name]; !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
