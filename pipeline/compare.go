package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"xephang/stages/extract"
	"xephang/stages/form"
	"xephang/stages/index"
	"xephang/stages/problem"
	"xephang/stages/reconcile"
	"xephang/stages/render/view"
)

// comparison is a publication held against the draft before it.
type comparison struct {
	draft     *sealedDraft
	decisions []form.Correction  // since the draft
	changes   []reconcile.Change // of every figure, public or not
	indices   []*index.Index
}

// public is what may be published of it.
func (c *comparison) public() *view.Diff {
	return view.DiffOf(c.indices, c.draft.sum, c.decisions, c.changes)
}

// again runs the inputs of a sealed draft once more in a scratch folder and holds what comes out against the seal: only
// what the program still gives to the byte can be compared with.
func (d *sealedDraft) again(o options, scratch string) (*year, error) {
	o, err := d.options(o)
	if err != nil {
		return nil, err
	}
	y, sums, err := dataOf(o, scratch)
	if err != nil {
		return y, err
	}
	if differ := d.differing(sums, "data"); len(differ) > 0 {
		for _, name := range differ {
			y.problems.Add(unprovenData.At(problem.Place{File: filepath.Join(d.dir, "out", name)}, ""))
		}
		return y, errFaults
	}
	return y, nil
}

// dataOf runs a publication as far as its open data, into a folder, and gives the hashes of the files by name.
func dataOf(o options, folder string) (*year, map[string]string, error) {
	o.only, o.after, o.draft = "data", "", ""
	y := &year{options: o, next: folder, sums: map[string]string{}}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return y, nil, err
	}
	if err := walk(y, newProgress(nil, true, len(line)), "render"); err != nil {
		return y, nil, err
	}
	sums := map[string]string{}
	for _, name := range filesBelow(folder) {
		sum, err := hashFile(filepath.Join(folder, filepath.FromSlash(name)))
		if sums[name] = sum; err != nil {
			return y, nil, err
		}
	}
	return y, sums, nil
}

// compared holds two publications against each other: what was decided, what changed, and as problems what was changed
// without a decision.
func compared(d *sealedDraft, before, after *year) (*comparison, problem.List) {
	c := &comparison{draft: d}
	old, new := ledgerOf(before), ledgerOf(after)
	fresh, found := decidedSince(old, new)
	c.decisions = fresh
	var decided []reconcile.Decided
	for _, x := range fresh {
		if x.Status != form.Applied {
			x.Node = "" // nothing follows from it
		}
		decided = append(decided, reconcile.Decided{Index: x.Index, Edition: x.Edition, Unit: x.Unit, Node: x.Node})
	}
	for _, x := range after.in.Indices {
		c.indices = append(c.indices, x.Index)
	}
	c.changes = reconcile.Changes(measuredOf(before), measuredOf(after), decided)
	found.Add(unlisted(inputs{before.data, before.seeds}, inputs{after.data, after.seeds})...)
	for _, f := range []struct{ flag, was, is string }{{"-as-of", before.asOf.String(), after.asOf.String()}, {"-index", before.index, after.index}} {
		if f.was != f.is {
			found.Add(unlistedFlag.At(problem.Place{}, f.is, "flag", f.flag, "was", quoted(f.was)))
		}
	}
	return c, found
}

// measuredOf is all that a publication was made of, public or not.
func measuredOf(y *year) (all []reconcile.Measured) {
	for _, x := range y.in.Indices {
		all = append(all, reconcile.Measured{Index: x.Index, Cube: x.Cube})
	}
	return all
}

// ledgerOf is every correction of a publication.
func ledgerOf(y *year) (all []form.Correction) {
	for _, x := range y.in.Indices {
		all = append(all, x.Corrections...)
	}
	return all
}

// same tells one decision wherever its row stands.
func same(a, b form.Correction) bool {
	a.Place, b.Place = problem.Place{}, problem.Place{}
	return a == b
}

// decidedSince lists the decisions that the later ledger adds. What the earlier one holds must still be there as it was;
// only an appeal that was pending may now be decided.
func decidedSince(old, new []form.Correction) (fresh []form.Correction, ps problem.List) {
	rest := slices.Clone(new)
	for _, o := range old {
		if i := slices.IndexFunc(rest, func(n form.Correction) bool { return same(o, n) }); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
			continue
		}
		settled := o.Status == form.Pending && slices.ContainsFunc(rest, func(n form.Correction) bool {
			return n.Unit == o.Unit && n.Node == o.Node && n.Layer == o.Layer && n.Edition == o.Edition && n.Index == o.Index && n.Case == o.Case
		})
		if !settled {
			p := withdrawnDecision.At(o.Place, "", "was", fmt.Sprintf("%s %s %s → %s, %s", o.Unit, o.Node, quoted(o.Was), quoted(o.Becomes), o.Document))
			p.Index, p.Edition = o.Index, o.Edition
			ps.Add(p)
		}
	}
	return rest, ps
}

// corrections are the files of the corrections below a data folder, by name.
func corrections(data string) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, name := range filesBelow(data) {
		if !extract.IsCorrections(name) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(data, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		all[name] = b
	}
	return all, nil
}

// follow compares the publication under way with the draft that -after names. What changed without a decision is a
// fault, so that nothing is published.
func (y *year) follow() error {
	d, err := openDraft(y.after)
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "xephang-draft-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	before, err := d.again(y.options, scratch)
	if err != nil {
		if before != nil {
			y.problems.Add(before.problems...)
		}
		return err
	}
	c, found := compared(d, before, y)
	y.before, y.diff = d, c
	y.problems.Add(found...)
	if found.Faults() > 0 {
		return errFaults
	}
	return nil
}
