package score

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"xephang/stages/cube"
	"xephang/stages/index"
)

// gatheredPlan is a root over two pillars of two and three indicators, gathered by forms; every gap counts as declared.
func gatheredPlan(missing string) *index.Plan {
	p := &index.Plan{Index: &index.Index{}, Edition: &index.Edition{ID: "2026"}, Form: &index.Form{}, Scale: index.Scale{To: 1}}
	add := func(id string, parent, level int, children ...int) {
		n := index.PlanNode{Node: &index.Node{ID: id}, Col: len(p.Nodes), Parent: parent, Level: level, Missing: missing}
		for _, c := range children {
			n.Children = append(n.Children, index.Child{Col: c, Weight: float64(c)})
		}
		p.Nodes = append(p.Nodes, n)
	}
	add("root", -1, 3, 1, 4)
	add("a", 0, 2, 2, 3)
	add("a1", 1, 1)
	add("a2", 1, 1)
	add("b", 0, 2, 5, 6, 7)
	add("b1", 4, 1)
	add("b2", 4, 1)
	add("b3", 4, 1)
	return p
}

// byHand is the score of a node of one unit, written down as the words have it: withheld below or here, nothing; left
// out, the others bear the weight; zero, 0; a gap without a reason by the rule of its node.
func byHand(p *index.Plan, node int, cells map[int]float64, reasons map[int]string) (x float64, spare, held bool) {
	n := &p.Nodes[node]
	if n.Leaf() {
		x, there := cells[node]
		switch {
		case there:
			return x, false, false
		case reasons[node] == "withhold":
			return nan, false, true
		case reasons[node] == "exclude":
			return nan, true, false
		}
		return nan, false, false
	}
	sum, weight, all := 0.0, 0.0, true
	for _, c := range n.Children {
		y, left, stop := byHand(p, c.Col, cells, reasons)
		held, all = held || stop, all && left
		switch {
		case y == y:
			sum, weight = sum+float64(c.Weight*y), weight+c.Weight
		case left || stop || n.Missing == "exclude":
		case n.Missing == "zero":
			weight += c.Weight
		default:
			held = true // for this node; above it the gap counts by its own rule, which is the same in this plan
		}
	}
	if held || weight == 0 {
		return nan, all && !held, held
	}
	return sum / weight, false, false
}

func TestReasonsOfSingleCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := gatheredPlan(rapid.SampledFrom([]string{"exclude", "zero", "withhold"}).Draw(t, "missing"))
		const units = 5
		table := cube.New("2026", []string{"A", "B", "C", "D", "E"}, p.IDs())
		cells, reasons := make([]map[int]float64, units), make([]map[int]string, units)
		for row := range units {
			cells[row], reasons[row] = map[int]float64{}, map[int]string{}
		}
		for k := range p.Nodes {
			if !p.Nodes[k].Leaf() {
				continue
			}
			x := make([]float64, units)
			for row := range x {
				x[row] = nan
				switch what := rapid.SampledFrom([]string{"value", "value", "zero", "withhold", "exclude", "gap"}).Draw(t, "cell"); what {
				case "value":
					x[row] = rapid.Float64Range(0, 1).Draw(t, "x")
				case "zero":
					x[row] = 0
					table.SetReason(k, row, cube.Reason{Code: "refused", Effect: what})
				case "withhold", "exclude":
					reasons[row][k] = what
					table.SetReason(k, row, cube.Reason{Code: "no_data", Effect: what})
				}
				if x[row] == x[row] {
					cells[row][k] = x[row]
				}
			}
			table.Lay(cube.Normal, k, cube.Seal(x))
		}
		if _, found := Run(p, table, nil, 1); found.Faults() > 0 {
			t.Fatal(found)
		}
		for row := range units {
			for k := range p.Nodes {
				if p.Nodes[k].Leaf() {
					continue
				}
				want, _, _ := byHand(p, k, cells[row], reasons[row])
				if got := table.At(cube.Score, k).At(row); math.Abs(got-want) > 1e-12 || (got != got) != (want != want) {
					t.Fatalf("%s of %v, %v: %v, want %v", p.Nodes[k].ID, cells[row], reasons[row], got, want)
				}
				if e := NewExempt(p, table); e.Held(k, row) && !hasMark(table, k, row, "withheld") {
					t.Fatalf("%s of %v, %v is withheld and not marked", p.Nodes[k].ID, cells[row], reasons[row])
				}
			}
		}
	})
}

func hasMark(t *cube.Table, node, row int, code string) bool {
	for _, m := range t.Marks(node, row) {
		if m.Code == code {
			return true
		}
	}
	return false
}

func TestWithoutReasonsNothingIsExempt(t *testing.T) {
	p := gatheredPlan("exclude")
	if NewExempt(p, cube.New("2026", []string{"A"}, p.IDs())) != nil {
		t.Error("there are no reasons, and yet something is exempt")
	}
	var none *Exempt
	if none.Held(0, 0) || none.Spare(0, 0) || none.Settled(0, 0) {
		t.Error("nothing holds back something")
	}
}
