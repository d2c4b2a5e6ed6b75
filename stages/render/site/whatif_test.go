package site_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"xephang/stages/cube"
	"xephang/stages/index"
	"xephang/stages/rank"
	"xephang/stages/render/site"
	"xephang/stages/render/view"
	"xephang/stages/score"
	"xephang/stages/units"
)

// walked has the engine score and rank an edition anew with some weights replaced.
func walked(p *index.Plan, tb *cube.Table, weights map[string]float64) *cube.Table {
	q := *p
	q.Nodes = slices.Clone(p.Nodes)
	for k := range q.Nodes {
		n := &q.Nodes[k]
		n.Children = slices.Clone(n.Children)
		for i, c := range n.Children {
			if n.Weighting.Name == "equal" {
				n.Children[i].Weight = 1
			}
			if w, ok := weights[q.Nodes[c.Col].ID]; ok {
				n.Children[i].Weight = w
			}
		}
		n.Weighting = index.Method{}
	}
	again := cube.New(tb.Edition, tb.Units, tb.Nodes)
	again.Block, again.Blocks, again.Unranked = tb.Block, tb.Blocks, tb.Unranked
	for k := range q.Nodes {
		if tb.Has(cube.Normal, k) {
			again.Lay(cube.Normal, k, tb.At(cube.Normal, k))
		}
		for row := range tb.Units {
			if r, ok := tb.Reason(k, row); ok {
				again.SetReason(k, row, r)
			}
		}
	}
	// Units that some weights leave without anything to combine are told as problems, and have no score.
	score.RunAll([]*index.Plan{&q}, []*cube.Table{again}, nil, 1)
	rank.Run(&q, again, nil, nil, 1)
	return again
}

// explore lays the outcomes of preset weights beside a year, as the pipeline does.
func explore(t testing.TB, in *view.Input) {
	t.Helper()
	in.Presets = map[*index.Plan][]view.Outcome{}
	for i, ix := range in.Indices {
		for _, p := range ix.Plans {
			tb := in.Cubes[i].Table(p.Edition.ID)
			for _, x := range view.PresetsOf(p) {
				if tb.Ranking(0) == nil {
					continue
				}
				then := walked(p, tb, x.Weights)
				in.Presets[p] = append(in.Presets[p], view.Outcome{Preset: x, Place: then.Ranking(0).Place, Score: then.At(cube.Score, 0).Values()})
			}
		}
	}
}

// trees are indices that were made up to try everything that a mean can do: three levels, weights of every size, gaps
// that are left out, count nothing or withhold, coverage, blocks, every rule for ties, ranks on full precision; and one
// that is no arithmetic mean.
var trees = map[string]string{
	"khoi": `rank: {ties: competition, on: published_decimals, within: block}
tree: {node: goc, combine: mean, coverage: 0.5, parts: [
  {node: a, weight: 100, combine: points, parts: [{node: a1, points: 30}, {node: a2, points: 50, missing: zero}, {node: a3, points: 20}]},
  {node: b, weight: 200, coverage: 0.6, parts: [{node: b1, weight: 0.3}, {node: b2, weight: 0.3, missing: withhold}, {node: b3, weight: 0.4, parts: [{node: b31, weight: 1}, {node: b32, weight: 2}]}]},
  {node: c, weight: 150}]}
editions:
  2020: {blocks: [{id: mot, name: {vi: Khối một, en: Block one}, kinds: [ministry]}, {id: hai, name: {vi: Khối hai, en: Block two}, kinds: [agency]}], unranked: [{unit: U05, reason: {vi: Không xếp hạng., en: Not ranked.}}]}`,
	"dac": `rank: {ties: dense, on: published_decimals}
tree: {node: goc, parts: [{node: a, weight: 0.34}, {node: b, weight: 0.33}, {node: c, weight: 0.33}]}
editions: {2020: {}}`,
	"thu-tu": `rank: {ties: ordinal, on: published_decimals}
tree: {node: goc, weighting: equal, missing: zero, parts: [{node: a, weight: 1}, {node: b, weight: 5}, {node: c, weight: 0}]}
editions: {2020: {}}`,
	"day-du": `rank: {ties: average, on: full}
tree: {node: goc, parts: [{node: a, weight: 1}, {node: b, weight: 1}, {node: c, weight: 1}, {node: d, weight: 1}, {node: e, weight: 1}, {node: f, weight: 1}, {node: g, weight: 1}]}
editions: {2020: {}}`,
	"hinh-hoc": `rank: {ties: competition}
tree: {node: goc, combine: geometric, parts: [{node: a, weight: 1}, {node: b, weight: 2}]}
editions: {2020: {}}`,
}

var named = regexp.MustCompile(`\{node: (\w+)`)

// forest is a report of the trees, each with one edition of 60 units.
func forest(t testing.TB) *view.Report {
	t.Helper()
	list := "code,kind,name_vi,name_en\n"
	for i := range 60 {
		list += fmt.Sprintf("U%02d,%s,Đơn vị %d,Body %d\n", i, []string{"ministry", "agency"}[i%3/2], i, i)
	}
	reg, bad := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(list)}})
	if bad.Faults() > 0 {
		t.Fatal(bad)
	}
	in := view.Input{Units: reg}
	for _, id := range []string{"dac", "day-du", "hinh-hoc", "khoi", "thu-tu"} {
		head := "name: {vi: Cây " + id + ", en: Tree " + id + "}\npublisher: {vi: Thử, en: Test}\nunits: [ministry, agency]\nscale: {from: 0, to: 100, decimals: 1}\n"
		ix, bad := index.Parse(id+"/index.yaml", id, []byte(head+named.ReplaceAllString(trees[id], "{node: $1, name: {vi: Nút $1, en: Node $1}")), reg)
		if bad.Faults() > 0 {
			t.Fatal(id, bad)
		}
		p := ix.Plans[0]
		tb := grown(p, reg, rand.New(rand.NewPCG(7, uint64(len(id)))))
		_, found := score.RunAll([]*index.Plan{p}, []*cube.Table{tb}, nil, 1)
		found.Add(rank.Run(p, tb, nil, nil, 1)...)
		if found.Faults() > 0 {
			t.Fatal(id, found)
		}
		in.Indices, in.Cubes = append(in.Indices, ix), append(in.Cubes, &cube.Cube{Index: id, Tables: []*cube.Table{tb}})
	}
	explore(t, &in)
	return view.New(in)
}

// grown lays normal scores with gaps and many equal values.
func grown(p *index.Plan, reg *units.Registry, chance *rand.Rand) *cube.Table {
	var codes []string
	for _, u := range reg.All() {
		codes = append(codes, u.Code)
	}
	tb := cube.New(p.Edition.ID, codes, p.IDs())
	blocks(reg, p, tb)
	for _, u := range p.Edition.Unranked {
		row, _ := tb.Row(u.Unit)
		tb.Unranked[row] = u.Reason
	}
	for k, n := range p.Nodes {
		if !n.Leaf() {
			continue
		}
		x := make([]float64, len(codes))
		for i := range x {
			x[i] = math.Round(chance.Float64()*200) / 2
			switch {
			case chance.IntN(9) == 0 && p.Index.ID != "hinh-hoc":
				x[i] = math.NaN()
			case p.Index.ID == "day-du":
				x[i] = chance.Float64() * 100
			}
		}
		tb.Lay(cube.Normal, k, cube.Seal(x))
		if p.Index.ID == "khoi" { // gathered by forms: reasons settle some gaps
			p.Form = &index.Form{}
			for i, v := range x {
				if effect := []string{"withhold", "exclude", "", ""}[chance.IntN(4)]; effect != "" && v != v {
					tb.SetReason(k, i, cube.Reason{Code: cube.Unmeasured, Effect: effect})
				}
			}
		}
	}
	return tb
}

// vectors are random weights of the nodes below the root: some far apart, some equal, some zero, never all of a node's.
func vectors(p *index.Plan, n int) (all []map[string]float64) {
	chance := rand.New(rand.NewPCG(uint64(n), uint64(len(p.Nodes))))
	for len(all) < n {
		w := map[string]float64{}
		for k := range p.Nodes {
			sum := 0.0
			for _, c := range p.Nodes[k].Children {
				if p.Nodes[c.Col].Parent != k {
					continue
				}
				x := c.Weight
				switch chance.IntN(5) {
				case 0:
					x = 0
				case 1:
					x = float64(chance.IntN(300)) / 100
				case 2, 3:
					x = chance.Float64() * math.Pow10(chance.IntN(5)-2)
				}
				w[p.Nodes[c.Col].ID], sum = x, sum+x
			}
			if len(p.Nodes[k].Children) > 0 && p.Nodes[k].Parent >= -1 && !(sum > 0) {
				for _, c := range p.Nodes[k].Children {
					w[p.Nodes[c.Col].ID] = 1
				}
			}
		}
		all = append(all, w)
	}
	return all
}

// weighings types each set of weights into the page, those above zero first so that none is refused on the way, and reads
// its table: by unit, its rank and score as written.
const weighings = `((all) => all.map((weights) => {
	document.querySelector('[data-preset=""]').click();
	for (const [id, w] of Object.entries(weights).sort((a, b) => b[1] - a[1])) {
		const input = document.getElementById("w-" + id);
		if (!input) continue;
		input.value = String(w);
		input.dispatchEvent(new Event("input"));
	}
	return Object.fromEntries([...document.querySelectorAll("#ket-qua tbody tr")].map((r) => [r.querySelector("th").textContent, r.cells[0].textContent + " " + r.cells[2].textContent]));
}))(%s)`

// With the published weights the page gives the published ranks; with 200 random sets of weights it gives those of the
// engine, on every tree, to the last digit shown.
func TestWeightsInBrowserAreTheEngines(t *testing.T) {
	b := openBrowser(t)
	b.home = "file://"
	b.run(t, screen(1280, "light", "screen"))
	for _, r := range []*view.Report{forest(t), year(t)} {
		dir := t.TempDir()
		if err := site.Write(dir, r); errors.Is(err, site.ErrVendor) {
			missing(t, "the third-party files (make assets)")
		} else if err != nil {
			t.Fatal(err)
		}
		for _, board := range r.Boards {
			for _, e := range board.Editions {
				n := 40
				if board.ID == "khoi" || board.ID == "egdi" && e == board.Latest() {
					n = 200
				}
				if path := r.WhatIfHref(e); path != "" && board.ID != "hinh-hoc" {
					t.Run(board.ID+" "+e.Edition.ID, func(t *testing.T) { b.weigh(t, r, e, "file://"+filepath.ToSlash(dir)+"/"+path, n) })
				}
			}
		}
	}
}

// weigh holds n random sets of weights of an edition against the engine.
func (b *browser) weigh(t *testing.T, r *view.Report, e *view.Edition, url string, n int) {
	sets := append([]map[string]float64{{}}, vectors(e.Plan, n)...)
	list, _ := json.Marshal(sets)
	var got []map[string]string
	b.run(t, chromedp.Navigate(url), chromedp.WaitVisible("#thu-trong-so"), chromedp.Evaluate(fmt.Sprintf(weighings, list), &got))
	for i, w := range sets {
		want := walked(e.Plan, e.Table, w)
		if len(got[i]) == 0 {
			t.Fatal("the table is empty")
		}
		for row, code := range e.Table.Units {
			line, shown := got[i][r.Name(view.VI, code)]
			place, _ := want.Rank(0, row)
			s := want.At(cube.Score, 0).At(row)
			if !shown && place == 0 && s != s {
				continue
			}
			if own := view.VI.Rank(place, 0) + " " + view.VI.Number(s, e.Scale.Decimals); line != own {
				t.Errorf("%v %s: %q in the browser, %q by the engine", w, code, line, own)
			}
			if len(w) == 0 {
				if published, _ := e.Table.Rank(0, row); published != place {
					t.Errorf("%s: rank %d by default weights, published %d", code, place, published)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// The controls do what they say: by keyboard, by typing with a comma, by presets; the address restores the state.
func TestWeightControls(t *testing.T) {
	dir := written(t)
	b := openBrowser(t)
	b.home = "file://"
	at := "file://" + filepath.ToSlash(dir) + "/trong-so/egdi/2024.html"
	says := func(s *string) chromedp.Action { return chromedp.Text(".outcome", s) }
	// The address follows a moment later.
	pause := chromedp.PollFunction(`() => document.getElementById("dia-chi").value === location.href`, nil)
	hash := func(s *string) chromedp.Action { return chromedp.Evaluate(`location.hash`, s) }
	typed := func(s string) chromedp.Action {
		return chromedp.Tasks{chromedp.Focus("#w-osi"), chromedp.Evaluate(`document.querySelector("#w-osi").select()`, nil), input.InsertText(s)}
	}
	var first, slid, slidHash, sliderText, commaHash, wrong, kept, zero, preset, pressed, restored, share, back string
	b.run(t, screen(1280, "light", "screen"), chromedp.Navigate(at), says(&first),
		chromedp.Focus(`[data-node=osi] [type=range]`), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), pause, hash(&slidHash), says(&slid),
		chromedp.Evaluate(`document.activeElement.getAttribute("aria-valuetext")`, &sliderText),
		typed("0,5"), pause, hash(&commaHash), typed("nhiều"), chromedp.Text(".wrong", &wrong), hash(&kept),
		chromedp.Evaluate(`(() => { for (const id of ["osi", "tii", "hci"]) { const i = document.getElementById("w-" + id); i.value = "0"; i.dispatchEvent(new Event("input")); } })()`, nil), chromedp.Text(".wrong", &zero),
		chromedp.Click(`[data-preset=half1]`), pause, hash(&preset), chromedp.Evaluate(`[...document.querySelectorAll("[aria-pressed=true]")].map((b) => b.textContent).join("|")`, &pressed),
		chromedp.Navigate("about:blank"), chromedp.Navigate(at+"#w=tii:3,la:1,hci:x"), chromedp.Evaluate(`[...document.querySelectorAll(".weight [type=text]")].map((i) => i.value).join(" ") + " " + document.querySelector(".wrong").textContent`, &restored),
		chromedp.Evaluate(`document.getElementById("dia-chi").value.split("#")[1]`, &share),
		chromedp.Click(`[data-preset=""]`), pause, hash(&back))
	for _, c := range [][2]string{
		{first, "Đây là trọng số công bố: thứ hạng như trang xếp hạng. Năm hạng đầu không đổi: Đan Mạch, Singapore, Hàn Quốc, Pháp và Thái Lan. Không đơn vị nào đổi hạng. Việt Nam vẫn hạng 8."},
		{slidHash, "#w=osi:1.04"}, {sliderText, "trọng số 1,04, 34,2\u00a0% của Chỉ số phát triển Chính phủ điện tử"}, {commaHash, "#w=osi:0.5"}, {wrong, "“nhiều” không phải số không âm; thứ hạng bên dưới vẫn theo bộ trọng số trước."}, {kept, "#w=osi:0.5"},
		{zero, "Trong Chỉ số phát triển Chính phủ điện tử phải có ít nhất một trọng số lớn hơn không; thứ hạng bên dưới vẫn theo bộ trọng số trước."},
		{preset, "#w=osi:0.75,tii:1.5,hci:0.75"}, {pressed, "TII chiếm 50\u00a0%"}, {restored, "1 3 1 Địa chỉ có phần không dùng được và đã bỏ qua: la:1, hci:x."}, {share, "w=tii:3"}, {back, ""},
	} {
		if c[0] != c[1] {
			t.Errorf("got  %s\nwant %s", c[0], c[1])
		}
	}
	if slid == first || strings.Contains(slid, "công bố") {
		t.Errorf("after two steps of the slider the page says %q", slid)
	}
	for _, bad := range b.told() {
		t.Error(bad)
	}
}

// Where no slider can be exact there is none, and the page says why; presets stand everywhere.
func TestPresetsWithoutSliders(t *testing.T) {
	r := forest(t)
	for _, board := range r.Boards {
		p := r.WhatIf(view.VI, board.Editions[0])
		if (p.Model == nil) != (board.ID == "hinh-hoc") || (p.Why == "") == (p.Model == nil) {
			t.Errorf("%s: model %v, because %q", board.ID, p.Model != nil, p.Why)
		}
		if p.Presets == nil || len(p.Presets.Rows) == 0 || p.Ranks == nil || p.Chart == nil {
			t.Errorf("%s: presets %+v", board.ID, p.Presets)
		}
	}
}

// A tree of 100 indicators over 34 units, every score with all its digits, fits a page with its controls; one twice as
// wide gives up the weights below the parts of the root, and says so.
func TestALargeTreeFitsAPage(t *testing.T) {
	list := "code,kind,name_vi,name_en\n"
	for i := range 34 {
		list += fmt.Sprintf("P%02d,province,Thành phố số %d,City %d\n", i, i, i)
	}
	reg, _ := units.Parse(units.Files{Units: units.File{Name: "units.csv", Data: []byte(list)}})
	for _, each := range []int{10, 20} {
		var parts []string
		for i := range 10 {
			var below []string
			for k := range each {
				below = append(below, fmt.Sprintf("{node: n%d_%d, weight: %d, name: {vi: Chỉ tiêu thứ %d về chuyển đổi số, en: Indicator %d}}", i, k, k+1, k, k))
			}
			parts = append(parts, fmt.Sprintf("{node: p%d, weight: %d, name: {vi: Chỉ số chính thứ %d, en: Main index %d}, parts: [%s]}", i, 50+i, i, i, strings.Join(below, ", ")))
		}
		yaml := "name: {vi: Cây lớn, en: Large tree}\npublisher: {vi: Thử, en: Test}\nunits: [province]\nscale: {from: 0, to: 1, decimals: 4}\nrank: {ties: competition, on: published_decimals}\ntree: {node: goc, name: {vi: Gốc, en: Root}, parts: [" +
			strings.Join(parts, ",\n") + "]}\neditions: {2024: {}, 2025: {}}\n"
		ix, bad := index.Parse("lon/index.yaml", "lon", []byte(yaml), reg)
		if bad.Faults() > 0 {
			t.Fatal(bad)
		}
		c, chance := &cube.Cube{Index: "lon"}, rand.New(rand.NewPCG(1, 2))
		for _, p := range ix.Plans {
			var codes []string
			for _, u := range reg.All() {
				codes = append(codes, u.Code)
			}
			tb := cube.New(p.Edition.ID, codes, p.IDs())
			for k, n := range p.Nodes {
				x := make([]float64, len(codes))
				for i := range x {
					x[i] = chance.Float64()
				}
				if n.Leaf() {
					tb.Lay(cube.Normal, k, cube.Seal(x))
				}
			}
			score.RunAll([]*index.Plan{p}, []*cube.Table{tb}, nil, 1)
			rank.Run(p, tb, c.Table("2024"), nil, 1)
			c.Tables = append(c.Tables, tb)
		}
		in := view.Input{Units: reg, Indices: []*index.Index{ix}, Cubes: []*cube.Cube{c}}
		explore(t, &in)
		r := view.New(in)
		files, err := rendered(r)
		if err != nil {
			t.Fatal(err)
		}
		e := r.Board("lon").Latest()
		if p := r.WhatIf(view.VI, e); (p.Note == "") != (each == 10) {
			t.Errorf("%d indicators: %q", 10*each, p.Note)
		}
		for _, path := range []string{r.WhatIfHref(e), r.CompareHref(e), r.MovementHref(e)} {
			t.Log(path, len(files[path]))
			if len(files[path]) == 0 || len(files[path]) > 125_000 { // and 25 KB of style
				t.Errorf("%s: %d bytes", path, len(files[path]))
			}
		}
	}
}
