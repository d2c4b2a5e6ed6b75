package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/form"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
)

const randomIndex = `name: {vi: Ngẫu nhiên, en: Random}
units: [province]
scale: {from: 0, to: 100, decimals: 1}
rank: {ties: competition, on: published_decimals, groups: [region]}
normalise: %s
tree:
  node: all
  name: {vi: Tất cả, en: All}
  combine: %s
  parts:
    - node: top
      name: {vi: Nhánh, en: Branch}
      parts:
        - {node: a, weight: 2, name: {vi: A, en: A}}
        - {node: b, weight: 1, name: {vi: B, en: B}, value: "x / y"}
    - {node: c, weight: 1, name: {vi: C, en: C}}
editions:
  2023: {}
  2024: {}
`

// folder writes files below a new folder.
func folder(t *rapid.T, files map[string]string) string {
	dir, err := os.MkdirTemp("", "xephang-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// randomData is a small index of two editions with random figures, and corrections of the newer one.
func randomData(t *rapid.T) (files map[string]string, ledger string) {
	units := "code,kind,name_vi,groups\n"
	n := rapid.IntRange(2, 6).Draw(t, "units")
	figure := rapid.IntRange(1, 9)
	cells := map[string]int{}
	for i := range n {
		units += fmt.Sprintf("U%d,province,Đơn vị %d,region:Vùng %d\n", i, i, i%2)
	}
	tables := map[string]string{}
	for _, edition := range []string{"2023", "2024"} {
		text := "unit,a,x,y,c\n"
		for i := range n {
			text += fmt.Sprintf("U%d", i)
			for _, name := range []string{"a", "x", "y", "c"} {
				v := figure.Draw(t, name)
				text += "," + strconv.Itoa(v)
				if edition == "2024" {
					cells[fmt.Sprintf("U%d,%s", i, name)] = v
				}
			}
			text += "\n"
		}
		tables["thu/"+edition+".csv"] = text
	}
	declared := fmt.Sprintf(randomIndex, rapid.SampledFrom([]string{"minmax:0:100", "zscore:50:10", "rank", "fraction-of-max"}).Draw(t, "scale"), rapid.SampledFrom([]string{"mean", "minimum"}).Draw(t, "mean"))
	files = map[string]string{"units.csv": units, "thu/index.yaml": declared}
	maps.Copy(files, tables)
	ledger = "unit,node,was,becomes,reason,document,decided_by,date,status,case\n"
	keys := slices.Sorted(maps.Keys(cells))
	for k := range rapid.IntRange(1, 5).Draw(t, "corrections") {
		cell := rapid.SampledFrom(keys).Draw(t, "cell")
		to := 1 + (cells[cell]+rapid.IntRange(0, 7).Draw(t, "by"))%9
		if to == cells[cell] {
			continue
		}
		status := rapid.SampledFrom([]string{"applied", "applied", "applied", "rejected"}).Draw(t, "status")
		ledger += fmt.Sprintf("%s,%d,%d,lý do,%d/QĐ,Hội đồng,2025-01-%02d,%s,KN-%d\n", cell, cells[cell], to, k, k+1, status, k)
		if status == "applied" {
			cells[cell] = to
		}
	}
	return files, ledger
}

// ran runs a data folder as far as its open data.
func ran(t *rapid.T, data string) (*year, map[string]string, string) {
	scratch := folder(t, nil)
	y, sums, err := dataOf(options{data: data, seeds: filepath.Join(data, "none"), jobs: 1, noRobust: true}, scratch)
	if err != nil {
		t.Fatal(err, y.problems)
	}
	return y, sums, scratch
}

// TestListedChangesReplayedGiveTheFinal: whatever was corrected, the list of changes laid over the draft's tables gives
// the final's, the decisions laid over its inputs give the final's files to the byte, and every change has its cause.
func TestListedChangesReplayedGiveTheFinal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files, ledger := randomData(t)
		draftData := folder(t, files)
		before, sealed, built := ran(t, draftData)
		files["thu/2024/corrections.csv"] = ledger
		after, sums, final := ran(t, folder(t, files))

		// the draft as it would be sealed
		home := folder(t, nil)
		for from, to := range map[string]string{draftData: "inputs/data", filepath.Join(built, "data"): "out/data"} {
			if _, err := copyTree(from, filepath.Join(home, to), nil); err != nil {
				t.Fatal(err)
			}
		}
		d := &sealedDraft{dir: home, seal: seal{Outputs: listedFiles(sealed, "")}}
		after.seeds, before.seeds = d.seeds(), d.seeds()
		c, found := compared(d, before, after)
		if len(found) > 0 {
			t.Fatal(found)
		}
		proof := folder(t, nil)
		found, err := c.prove(after, sums, proof, nil)
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		causes(t, c)
		forgotten(t, c, final)
	})
}

// causes: every change has a decision that was applied; without any, nothing changes.
func causes(t *rapid.T, c *comparison) {
	for _, x := range c.changes {
		if len(x.Causes) == 0 {
			t.Fatalf("%+v has no cause", x)
		}
		own := false
		for _, k := range x.Causes {
			if c.decisions[k].Status != form.Applied {
				t.Fatalf("%+v follows from %+v", x, c.decisions[k])
			}
			own = own || c.decisions[k].Unit == x.Unit && c.decisions[k].Edition == x.Edition
		}
		if own == (x.Effect == reconcile.KnockOn) {
			t.Fatalf("%+v among %+v", x, c.decisions)
		}
	}
}

// forgotten: a list that lacks one change of a value, score or rank is found out.
func forgotten(t *rapid.T, c *comparison, final string) {
	for i, x := range c.changes {
		if x.Group != "" || x.Layer == "given" {
			continue
		}
		less := *c
		less.changes = slices.Delete(slices.Clone(c.changes), i, i+1)
		if ps, err := less.replayed(filepath.Join(final, "data")); err != nil || len(ps) != 1 {
			t.Fatalf("without %+v: %v %v", x, ps, err)
		}
		return
	}
}

func TestUnlistedPlaces(t *testing.T) {
	for _, x := range []struct {
		name, was, is string
		want          []string
	}{
		{"data/i/2024.csv", "a,b\n1,2\n3,4\n", "a,b\n1,5\n3\n", []string{"data/i/2024.csv:2 [B2] 5 “2”", "data/i/2024.csv:3 [B3]  “4”"}},
		{"data/i/2024.csv", "a,b\n1,2\n", "a;b\r\n1;2\r\n", []string{"data/i/2024.csv  "}},
		{"data/i/index.yaml", "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 4\nc: 3\n", []string{"data/i/index.yaml:2 b: 4 “b: 2”"}},
		{"seeds/x.txt", "một\nhai\n", "một\nhai\nba\n", []string{"seeds/x.txt:3 ba –"}},
		{"data/i/2024.xlsx", "not a workbook", "another thing", []string{"data/i/2024.xlsx:1 another thing “not a workbook”"}},
	} {
		var got []string
		for _, p := range different(x.name, []byte(x.was), []byte(x.is), strings.HasSuffix(x.name, ".csv") || strings.HasSuffix(x.name, ".xlsx")) {
			was := strings.TrimPrefix(p.Expected.EN, "as in the draft: ")
			if p.Severity == problem.Doubt {
				was = ""
			}
			got = append(got, p.Place.String()+" "+p.Found+" "+was)
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

func TestLedgersAreOnlyAddedTo(t *testing.T) {
	row := func(unit, status, number string) form.Correction {
		return form.Correction{Index: "i", Edition: "e", Unit: unit, Node: "n", Was: "1", Becomes: "2", Status: status, Case: number}
	}
	old := []form.Correction{row("A", form.Applied, "1"), row("B", form.Pending, "2"), row("C", form.Pending, "3")}
	fresh, ps := decidedSince(old, []form.Correction{row("B", form.Applied, "2"), row("A", form.Applied, "1"), row("D", form.Rejected, "4")})
	if len(fresh) != 2 || fresh[0].Unit != "B" || fresh[1].Unit != "D" {
		t.Errorf("%+v", fresh)
	}
	if len(ps) != 1 || !strings.Contains(ps[0].Expected.EN, "C n") {
		t.Errorf("an appeal that vanished: %v", ps)
	}
	if _, ps = decidedSince(old[:1], []form.Correction{row("A", form.Rejected, "1")}); len(ps) != 1 || ps[0].Severity != problem.Fault {
		t.Errorf("a decision that was edited: %v", ps)
	}
}
