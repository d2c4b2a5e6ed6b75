package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"xephang/stages/demo"
	"xephang/stages/extract"
)

func demoFlags(f *flag.FlagSet, o *options) {
	f.StringVar(&o.data, "data", "data", "thư mục có units.csv / folder with units.csv")
	f.StringVar(&o.out, "out", "handover/_demo", "thư mục của năm mô phỏng / folder of the synthetic year")
	f.Uint64Var(&o.seed, "seed", 922, "hạt giống / seed of the random numbers")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng / how many workers")
}

// demoMark is the file by which a folder is known to hold nothing but a synthetic year: it may be built anew.
const demoMark = "DU-LIEU-MO-PHONG.txt"

// play is a synthetic year under way: forms out, forms in, faults, mended forms, draft, appeals, final. Every step is
// what a user would type, and is printed so.
type play struct {
	c      console
	o      options
	dir    string
	years  map[string]*demo.Year // by index
	ids    []string
	step   int
	issued map[string]map[string][]byte // index → unit → empty form
}

// demoYear plays the year.
func demoYear(c console, o options, _ []string) error {
	p := &play{c: c, o: o, dir: filepath.Clean(o.out), years: map[string]*demo.Year{}, issued: map[string]map[string][]byte{}}
	for _, step := range []func() error{p.clear, p.found, p.send, p.firstRound, p.secondRound, p.appraise, p.seal, p.appeal, p.publish, p.compare} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (p *play) at(parts ...string) string { return filepath.Join(append([]string{p.dir}, parts...)...) }

// say prints a step of the story, and the command by which a user does the same.
func (p *play) say(vi, en, command string) {
	p.step++
	fmt.Fprintf(p.c.out, "\n%d. %s\n   %s\n", p.step, vi, en)
	if command != "" {
		fmt.Fprintf(p.c.out, "   $ %s\n", command)
	}
}

func (p *play) tell(format string, args ...any) { fmt.Fprintf(p.c.out, "   → "+format+"\n", args...) }

// clear makes the folder free: a synthetic year of an earlier run goes, anything else is left alone.
func (p *play) clear() error {
	entries, err := os.ReadDir(p.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	_, marked := os.Stat(p.at(demoMark))
	if len(entries) > 0 && marked != nil {
		return fmt.Errorf("%s: thư mục có thứ khác năm mô phỏng; hãy chọn thư mục khác bằng -out / holds something else than a synthetic year; choose another folder by -out", p.dir)
	}
	for _, name := range []string{"data", "seeds", "handover", "out", "draft", "doi-chieu"} {
		if err := os.RemoveAll(p.at(name)); err != nil {
			return err
		}
	}
	return p.write(demoMark, []byte("Dữ liệu mô phỏng: mọi tệp trong thư mục này do máy sinh ra để tập dượt. / Synthetic data: every file here was made by a program.\n"))
}

func (p *play) write(name string, b []byte) error {
	at := p.at(filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
		return err
	}
	return os.WriteFile(at, b, 0o666)
}

// found lays the data folder: units, the declarations of the two indices, the figures of the year before.
func (p *play) found() error {
	for _, name := range []string{"units.csv", "m49.csv", "groups.csv", "succession.csv"} {
		b, err := os.ReadFile(filepath.Join(p.o.data, name))
		if errors.Is(err, fs.ErrNotExist) && name != "units.csv" {
			continue
		}
		if err != nil {
			return err
		}
		if err := p.write("data/"+name, b); err != nil {
			return err
		}
	}
	frame := demo.Frame()
	err := fs.WalkDir(frame, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		p.ids = append(p.ids, path.Dir(name))
		b, err := fs.ReadFile(frame, name)
		if err != nil {
			return err
		}
		return p.write("data/"+name, b)
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(p.at("seeds"), 0o777); err != nil {
		return err
	}
	return p.last()
}

// last makes the year of each index and writes what the edition before says.
func (p *play) last() error {
	in, _ := extract.Data(p.at("data"), extract.Options{}) // tables are missing so far; the declarations are what counts
	p.say("Dựng thư mục dữ liệu: danh mục đơn vị, khung chỉ số, số liệu năm trước.", "Lay the data folder: units, the declarations, last year's figures.", "ls "+p.at("data"))
	for _, id := range p.ids {
		x := in.Input(id)
		for _, plan := range x.Index.Plans {
			if plan.Edition.ID == demo.Now {
				p.years[id] = demo.Make(plan, x.Index.UnitsOf(plan, x.Registry), p.o.seed)
			}
		}
		y := p.years[id]
		before := "data/" + id + "/" + demo.Before + "/"
		if err := errors.Join(p.write(before+"so-lieu.csv", y.LastTable()), p.write(before+"measured.csv", y.MeasuredTable(demo.Before))); err != nil {
			return err
		}
		p.tell("%s: %d đơn vị/units", id, len(y.Units))
	}
	return nil
}

// send writes the forms, one a unit.
func (p *play) send() error {
	for _, id := range p.ids {
		p.say("Gửi biểu mẫu cho từng đơn vị: "+id+".", "Send every unit its form.", "go run ./pipeline forms "+id+" "+demo.Now+" -data "+p.at("data")+" -out "+p.at("handover"))
		quiet := p.quiet()
		if err := forms(quiet, options{data: p.at("data"), seeds: p.at("seeds"), out: p.at("handover"), jobs: p.o.jobs}, []string{id, demo.Now}); err != nil {
			return err
		}
		p.issued[id] = map[string][]byte{}
		for _, u := range p.years[id].Units {
			b, err := os.ReadFile(p.at("handover", u.Code, formName(id, demo.Now)))
			if err != nil {
				return err
			}
			p.issued[id][u.Code] = b
		}
	}
	p.tell("%s", p.at("handover", "P-HNO", formName(p.ids[len(p.ids)-1], demo.Now)))
	return nil
}

// quiet is a console on which a verb says nothing.
func (p *play) quiet() console {
	return console{stdin: strings.NewReader(""), out: &strings.Builder{}, err: &strings.Builder{}}
}

// gather puts the returned forms into the data folder, in the place of those of an earlier round.
func (p *play) gather(mended bool) error {
	for _, id := range p.ids {
		y := p.years[id]
		files, err := y.Forms(func(unit string) ([]byte, error) { return p.issued[id][unit], nil }, mended)
		if err != nil {
			return err
		}
		dir := path.Join("data", id, demo.Now, "forms")
		if err := os.RemoveAll(p.at(filepath.FromSlash(dir))); err != nil {
			return err
		}
		for name, b := range files {
			if err := p.write(path.Join(dir, name), b); err != nil {
				return err
			}
		}
		if err := p.write(path.Join("data", id, demo.Now, "measured.csv"), y.MeasuredTable(demo.Now)); err != nil {
			return err
		}
	}
	return nil
}

// run is `report` on the year.
func (p *play) run(o options) (string, error) {
	var said strings.Builder
	o.data, o.seeds, o.out, o.jobs, o.quiet, o.lang = p.at("data"), p.at("seeds"), p.at("out"), p.o.jobs, true, "vi"
	err := report(console{stdin: strings.NewReader(""), out: &strings.Builder{}, err: &said}, o, nil)
	if err != nil {
		fmt.Fprint(p.c.err, said.String())
	}
	return said.String(), err
}

func (p *play) reportCommand(more string) string {
	return "go run ./pipeline report -data " + p.at("data") + " -seeds " + p.at("seeds") + " -out " + p.at("out") + more
}
