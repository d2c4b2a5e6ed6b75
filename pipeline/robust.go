package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"xephang/stages/cube"
	"xephang/stages/extract"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/robust"
)

// varied is what `robust` is asked to vary.
type varied struct {
	edition, design, uncertainty string
	draws                        int
	seed                         uint64
	seeded                       bool
}

// robustVerb is the row of the verb robust: one index alone under other assumptions, draw by draw.
func robustVerb() verb {
	var v varied
	flags := func(f *flag.FlagSet, o *options) {
		v = varied{}
		f.StringVar(&o.data, "data", "data", "thư mục đầu vào / folder of the inputs")
		f.StringVar(&o.out, "out", "", "thư mục nhận draws.csv và bands.csv / folder that receives draws.csv and bands.csv")
		f.StringVar(&v.edition, "edition", "", "kỳ; mặc định là kỳ mới nhất có thứ hạng được tính / the edition; default the newest whose ranks are computed")
		f.IntVar(&v.draws, "draws", 0, "số lần thử; mặc định đến khi khoảng hạng hội tụ / how many draws; default until the bands have converged")
		f.StringVar(&v.design, "design", "", "bảng phương án CSV để chạy lại đúng từng dòng: draw,treat,normalise,combine,weight:NODE / a CSV design to be replayed line by line")
		f.StringVar(&v.uncertainty, "uncertainty", "", "các phương án, như / the alternatives, as 'treat=winsorise:1..5:log;normalise=minmax:1:100|zscore:10:2;combine=arithmetic|geometric;weights=25%@2,3'")
		f.Func("seed", "số khởi tạo ngẫu nhiên / seed of the random numbers", func(s string) (err error) {
			_, err = fmt.Sscan(s, &v.seed)
			v.seeded = true
			return err
		})
		f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "số luồng; kết quả như nhau với mọi số / workers; the result is the same for any number")
		f.StringVar(&o.lang, "lang", "", "vi, en; mặc định cả hai / problems in vi, en, or both")
	}
	doc := "thử lại một chỉ số với các giả định khác, ghi từng lần thử / walk one index under other assumptions, draw by draw"
	return verb{"robust", "INDEX", doc, [2]int{1, 1}, flags, func(c console, o options, args []string) error { return v.run(c, o, args[0]) }}
}

// run computes the index up to its ranks, makes the draws and writes the two tables.
func (v varied) run(c console, o options, id string) error {
	switch {
	case o.out == "":
		return usageError{fmt.Errorf("robust: cần / wants -out DIR")}
	case v.design != "" && (v.uncertainty != "" || v.draws > 0 || v.seeded):
		return usageError{fmt.Errorf("robust: -design chạy lại đúng từng dòng, không đi cùng -uncertainty, -draws, -seed / replays line by line and does not go with them")}
	case v.draws < 0 || v.draws > index.MostDraws:
		return usageError{fmt.Errorf("robust: -draws từ 1 đến / from 1 to %d", index.MostDraws)}
	}
	y, x, err := ranked(c, o, id)
	if err != nil {
		return err
	}
	p, t, err := v.choose(x)
	if err != nil {
		return err
	}
	runs, says, found := v.draw(p, t, robust.Options{Groups: groupsOf(x), Cube: x.Cube, Workers: o.jobs, Bare: true, Draws: v.draws})
	y.problems = found
	if y.tell(c, true); found.Faults() > 0 {
		return errFaults
	}
	if err := writeRuns(o.out, runs); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s %s: %d lần thử/draws × %d đơn vị/units → %s, %s\n%s\n", id, p.Edition.ID, len(runs.IDs), len(runs.Units),
		filepath.Join(o.out, "draws.csv"), filepath.Join(o.out, "bands.csv"), says)
	return err
}

// ranked reads one index and walks it up to its ranks; no texts are read.
func ranked(c console, o options, id string) (*year, *extract.Input, error) {
	in, found := extract.Data(o.data, extract.Options{Only: []string{id}})
	y := &year{options: o, in: in, problems: found}
	for _, step := range []func() (string, error){y.normalise, y.score, y.rank} {
		if y.problems.Faults() > 0 {
			break
		}
		if _, err := step(); err != nil {
			return nil, nil, err
		}
	}
	if y.problems.Faults() > 0 {
		y.problems.Sort()
		y.tell(c, false)
		return nil, nil, errFaults
	}
	return y, in.Input(id), nil
}

// choose finds the edition that was asked for, or the newest whose ranks are computed.
func (v varied) choose(x *extract.Input) (*index.Plan, *cube.Table, error) {
	var ids []string
	for k := len(x.Index.Plans) - 1; k >= 0; k-- {
		p, t := x.Index.Plans[k], x.Cube.Tables[k]
		if v.edition == p.Edition.ID || v.edition == "" && len(t.Nodes) > 0 && t.Ranking(0) != nil {
			return p, t, nil
		}
		ids = append(ids, p.Edition.ID)
	}
	if v.edition == "" {
		return nil, nil, usageError{fmt.Errorf("robust: %s không có kỳ nào được tính thứ hạng / has no edition whose ranks are computed", x.Index.ID)}
	}
	return nil, nil, usageError{fmt.Errorf("robust: %s không có kỳ / has no edition %q; có / it has: %s", x.Index.ID, v.edition, strings.Join(ids, ", "))}
}

// draw replays the design, or draws as often as was asked or needed; says tells what was varied and whether the bands
// have converged.
func (v varied) draw(p *index.Plan, t *cube.Table, o robust.Options) (runs *robust.Runs, says string, found problem.List) {
	if v.design != "" {
		src, err := os.ReadFile(v.design)
		if err != nil {
			return nil, "", problem.List{designUnreadable.At(problem.Place{File: v.design}, err.Error())}
		}
		d, found := robust.ParseDesign(p, v.design, src)
		if found.Faults() > 0 {
			return nil, "", found
		}
		runs, found = robust.Replay(p, t, d, o)
		return runs, "theo bảng phương án / by the design " + v.design, found
	}
	u := p.Uncertainty
	if u == nil {
		u = robust.Default(p)
	}
	if v.uncertainty != "" {
		if u, found = robust.ParseUncertainty(p, v.uncertainty, problem.Place{File: "-uncertainty"}); found.Faults() > 0 {
			return nil, "", found
		}
	}
	if o.Uncertainty = u; u != nil && v.seeded {
		own := *u
		own.Seed, o.Uncertainty = v.seed, &own
	}
	runs, found = robust.Draw(p, t, o)
	return runs, told(runs), found
}

// told says what was varied and whether the bands stand.
func told(r *robust.Runs) string {
	if r == nil {
		return ""
	}
	says := r.Uncertainty.String() + ": "
	if r.Converged {
		return says + "khoảng hạng đã hội tụ / the bands have converged"
	}
	return says + "khoảng hạng chưa hội tụ, nên thử nhiều lần hơn / the bands have not converged, more draws would move them"
}

// writeRuns writes both tables. Each takes its name only when it is whole.
func writeRuns(dir string, runs *robust.Runs) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := writeTable(filepath.Join(dir, "draws.csv"), runs.WriteDraws); err != nil {
		return err
	}
	return writeTable(filepath.Join(dir, "bands.csv"), runs.WriteBands)
}

func writeTable(name string, write func(io.Writer) error) error {
	f, err := os.Create(name + ".part")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(write(w), w.Flush(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return os.Rename(f.Name(), name)
}

var designUnreadable = problem.Declare(problem.Kind{Code: "robust-design-unreadable",
	What:     problem.Text{VI: "không đọc được bảng phương án:", EN: "the design can't be read:"},
	Expected: problem.Text{VI: "một tệp CSV", EN: "a CSV file"},
	Remedy:   problem.Text{VI: "kiểm tra đường dẫn và quyền đọc", EN: "check the path and the permissions"},
	When:     problem.Text{VI: "Tệp nêu ở -design không có hoặc không đọc được.", EN: "The file named by -design is not there or can't be read."},
	Example:  "-design thieu.csv"})
