package index

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"xephang/stages/problem"
	"xephang/stages/units"
)

// Parse reads the bytes of an index.yaml and resolves its plans. file is the path for messages, id the index's folder
// name; reg may be nil, then names of units, kinds and schemes are not checked. All problems of the file come in one
// list, sorted by place. The index is never nil; it has its plans unless a fault left an edition without a tree.
func Parse(file, id string, src []byte, reg *units.Registry) (*Index, problem.List) {
	ix := &Index{ID: id, File: file, Scale: Scale{To: 1}, Rank: RankRule{Ties: "competition", On: "full"}}
	root, faults := document(file, src)
	if root == nil {
		return ix, faults
	}
	r := newReader(file, id, root, reg)
	r.faults = faults
	r.top(root, ix)
	r.resolve(ix)
	r.faults.Sort()
	return ix, once(r.faults)
}

// once leaves out what is told already: a fault of a shared declaration is found again in every edition.
func once(all problem.List) problem.List {
	type told struct {
		code, found string
		place       problem.Place
		expected    problem.Text
	}
	seen := map[told]bool{}
	return slices.DeleteFunc(all, func(p problem.Problem) bool {
		t := told{p.Code, p.Found, p.Place, p.Expected}
		again := seen[t]
		seen[t] = true
		return again
	})
}

// top reads the keys of the file. The editions come last, since they restate what stands elsewhere in the file.
func (r *reader) top(root *yaml.Node, ix *Index) {
	var editions *yaml.Node
	at := r.place(root)
	k := r.defaultKeys(&ix.Defaults)
	k["name"] = func(v *yaml.Node) { ix.Name = r.text(v) }
	k["short"] = func(v *yaml.Node) { ix.Short = r.words(v) }
	k["publisher"] = func(v *yaml.Node) { ix.Publisher = r.text(v) }
	k["about"] = func(v *yaml.Node) { ix.About = r.text(v) }
	k["source"] = func(v *yaml.Node) { ix.Source = r.text(v) }
	k["units"] = func(v *yaml.Node) { ix.Units = r.kinds(v) }
	k["synthetic"] = func(v *yaml.Node) { ix.Synthetic = r.truth(v) }
	k["focus"] = func(v *yaml.Node) { ix.Focus = r.unit(v) }
	k["scale"] = func(v *yaml.Node) { ix.Scale = r.scale(v, ix.Scale) }
	k["rank"] = func(v *yaml.Node) { ix.Rank = r.rank(v, ix.Rank) }
	k["classes"] = func(v *yaml.Node) { ix.Classes = r.classes(v) }
	k["schemes"] = func(v *yaml.Node) { ix.Schemes = r.presets(v, ix) }
	k["editions"] = func(v *yaml.Node) { editions = v }
	if !r.mapping(root, ix, k) {
		return
	}
	r.need(r.has(ix, "name"), at, "name", "tên chỉ số {vi, en}", "the name of the index {vi, en}")
	r.need(r.has(ix, "units"), at, "units", "loại đơn vị được xếp hạng, ví dụ [province]", "the kinds of units ranked, such as [province]")
	r.need(r.has(ix, "scale"), at, "scale", "thang điểm {from: 0, to: 100, decimals: 2}", "the scale {from: 0, to: 100, decimals: 2}")
	if editions == nil {
		r.report(noEdition, at, "")
		return
	}
	r.editions(editions, ix)
	r.need(r.has(ix, "tree") || treesInAll(ix.Editions), at, "tree", "cây chỉ tiêu {node, name, parts}", "the tree {node, name, parts}")
}

func treesInAll(all []*Edition) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(e *Edition) bool { return e.Tree == nil })
}

func sortedKeys[V any](m map[string]V) []string {
	all := make([]string, 0, len(m))
	for k := range m {
		all = append(all, k)
	}
	slices.SortFunc(all, strings.Compare)
	return all
}
