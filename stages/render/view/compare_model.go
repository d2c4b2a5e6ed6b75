package view

// CompareModel is what the page's script needs to set any units side by side: figures as the tables write them.
type CompareModel struct {
	Units    []CompareUnit     `json:"units"` // in the order of the ranking
	Nodes    []CompareNode     `json:"nodes"` // the root first
	Editions []string          `json:"editions"`
	Breaks   []int             `json:"breaks,omitempty"` // editions that cannot be compared with the one before
	Places   [][]int           `json:"places,omitempty"` // by unit, by edition; 0 where there is none
	Here     int               `json:"here"`             // this edition
	First    []int             `json:"first"`            // units compared when nothing else is asked for
	Say      map[string]string `json:"say"`

	at map[int]int // unit of a row of the table
}

// CompareUnit is a unit by its key in addresses.
type CompareUnit struct {
	Key  string `json:"k"`
	Name string `json:"n"`
}

// CompareNode is one node: scores as plain decimals (empty: none) and ranks (0: none) by unit.
type CompareNode struct {
	Brief  string   `json:"n"`
	Name   string   `json:"f,omitempty"` // in full, where Brief is short for it
	Depth  int      `json:"d"`
	Part   bool     `json:"part,omitempty"` // a part of the root
	Top    float64  `json:"top"`            // of the bars
	Scores []string `json:"s"`
	Ranks  []int    `json:"r"`
}

// mostCells is how many figures a page of comparisons holds; a deeper tree is cut at the level that still fits.
const mostCells = 5000

func (r *Report) compareModel(l Lang, e *Edition) *CompareModel {
	m := &CompareModel{at: map[int]int{}, Say: l.compareSays(e)}
	for i, row := range e.order {
		code := e.Table.Units[row]
		m.at[row] = i
		m.Units = append(m.Units, CompareUnit{Slug(code), r.Name(l, code)})
	}
	for depth := 0; depth <= 8; depth++ {
		var cols []int
		for k := range e.Nodes {
			if e.depth(k) <= depth && (e.Nodes[k].Parent >= 0 || k == 0 || depth > 0) && e.known(k) > 0 {
				cols = append(cols, k)
			}
		}
		if depth > 1 && len(cols)*len(e.order) > mostCells {
			break
		}
		m.Nodes = nil
		for _, k := range cols {
			m.Nodes = append(m.Nodes, e.compareNode(l, k))
		}
	}
	m.history(e)
	return m
}

func (e *Edition) compareNode(l Lang, k int) CompareNode {
	n := CompareNode{Brief: e.Brief(l, k), Depth: e.depth(k), Part: e.Nodes[k].Parent == 0 && !e.Nodes[k].Measured}
	if e.Nodes[k].Parent < 0 && k > 0 {
		n.Depth = 1
	}
	if full := l.In(e.Nodes[k].Name); full != n.Brief {
		n.Name = full
	}
	if e.Scale.From == 0 {
		n.Top = e.Scale.To
	}
	for _, row := range e.order {
		s := e.Standing(k, row)
		n.Scores, n.Ranks = append(n.Scores, Plain(s.Score, s.Decimals)), append(n.Ranks, s.Place)
		if s.Score == s.Score {
			n.Top = max(n.Top, Round(s.Score, s.Decimals))
		}
	}
	return n
}

// history gathers the ranks of all units over the editions of the index.
func (m *CompareModel) history(e *Edition) {
	for i, o := range e.Board.Editions {
		m.Editions = append(m.Editions, o.Edition.ID)
		if o == e {
			m.Here = i
		}
		if i > 0 && o.before != e.Board.Editions[i-1] {
			m.Breaks = append(m.Breaks, i)
		}
	}
	if len(m.Editions) < 2 {
		return
	}
	for _, row := range e.order {
		var places []int
		for _, o := range e.Board.Editions {
			places = append(places, o.placeOf(e.Table.Units[row]))
		}
		m.Places = append(m.Places, places)
	}
}
