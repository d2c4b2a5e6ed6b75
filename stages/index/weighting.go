package index

import (
	"math"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
)

// matrix reads a node's pairwise comparisons row by row, noting the place of each cell; an entry may be a fraction ("1/3").
func (r *reader) matrix(v *yaml.Node, n *Node) (m [][]float64) {
	r.list(v, func(row *yaml.Node) {
		var cells []float64
		r.list(row, func(cell *yaml.Node) {
			r.places[spot{n, cellKey(len(m), len(cells))}] = r.place(cell)
			cells = append(cells, r.ratio(cell))
		})
		m = append(m, cells)
	})
	return m
}

// ratio reads a positive number or fraction; NaN where it is none (reported).
func (r *reader) ratio(v *yaml.Node) float64 {
	if s := r.follow(v); s != nil && s.Kind == yaml.ScalarNode {
		up, down, fraction := strings.Cut(s.Value, "/")
		a, ok1 := parseNumber(strings.TrimSpace(up))
		b, ok2 := parseNumber(strings.TrimSpace(down))
		if !fraction {
			b, ok2 = 1, true
		}
		if x := a / b; ok1 && ok2 && x > 0 && !math.IsInf(x, 0) {
			return x
		}
	}
	r.say(badMatrix, r.place(v), show(v), "số dương hoặc phân số như 1/3", "a positive number or a fraction such as 1/3")
	return math.NaN()
}

// checkPairwise: as many rows and columns as parts, 1 on the diagonal, a_ij·a_ji = 1 within 1 % (reciprocals are
// printed with few digits).
func (r *reader) checkPairwise(n *Node) {
	if n.Pairwise == nil {
		return
	}
	at, want := r.at(n, "pairwise", n.Place), len(n.partIDs())
	square := len(n.Pairwise) == want
	for _, row := range n.Pairwise {
		square = square && len(row) == want
	}
	if !square {
		size := figure(float64(want))
		r.say(badMatrix, at, n.ID, size+" hàng, "+size+" cột (số thành phần được chấm)", size+" rows and "+size+" columns (the number of scored parts)")
		n.Pairwise = nil
		return
	}
	for i, row := range n.Pairwise {
		for j := range row[:i+1] {
			if product := row[j] * n.Pairwise[j][i]; math.Abs(product-1) > 0.01 {
				r.say(badMatrix, r.at(n, cellKey(i, j), at), figure(row[j]),
					"hai ô đối xứng là nghịch đảo của nhau, đường chéo bằng 1", "cells across the diagonal are reciprocal, the diagonal is 1")
			}
		}
	}
}

func cellKey(i, j int) string { return "cell " + figure(float64(i)) + "," + figure(float64(j)) }

// checkWanted: importance is wanted of parts only, and not of none.
func (r *reader) checkWanted(n *Node) {
	if n.Wanted == nil {
		return
	}
	sum := 0.0
	for _, id := range sortedKeys(n.Wanted) {
		r.knows(id, n.partIDs(), r.at(n, "weight of "+id, n.Place))
		sum += n.Wanted[id]
	}
	if sum == 0 {
		r.report(zeroWeights, r.at(n, "wanted", n.Place), n.ID)
	}
}

// checkBounds: shares between the bounds can sum to one.
func (r *reader) checkBounds(n *Node) {
	k := float64(len(n.partIDs()))
	if b := n.Bounds; b != nil && k > 0 && (b[0]*k > 1+1e-9 || b[1]*k < 1-1e-9) {
		share := figure(1 / k)
		r.say(badNumber, r.at(n, "bounds", n.Place), figure(b[0])+", "+figure(b[1]),
			"đầu dưới không quá, đầu trên không dưới "+share+" (1 chia cho số thành phần)", "the lower at most, the upper at least "+share+" (1 over the number of parts)")
	}
}

// partIDs are the ids of the scored parts, or of the nodes that a node beside the tree combines.
func (n *Node) partIDs() (ids []string) {
	for _, p := range scored(n.Parts) {
		ids = append(ids, p.ID)
	}
	return append(ids, n.Of...)
}

// knows reports an id that is not among the known ones.
func (r *reader) knows(id string, known []string, at problem.Place) bool {
	for _, k := range known {
		if k == id {
			return true
		}
	}
	vi, en := "một nút trong cây của kỳ", "a node of the edition's tree"
	if _, number := parseNumber(id); number {
		vi, en = vi+"; số thập phân viết bằng dấu chấm (0.34), không phải dấu phẩy", en+"; decimals take a point (0.34), not a comma"
	}
	if near := nearest(id, known); near != "" {
		vi, en = "có phải “"+near+"”?", "perhaps “"+near+"”?"
	}
	r.report(orphan, at, id, "near_vi", vi, "near_en", en)
	return false
}

// scored are the parts that count, those only measured left out.
func scored(parts []*Node) (all []*Node) {
	for _, p := range parts {
		if !p.Measured {
			all = append(all, p)
		}
	}
	return all
}
