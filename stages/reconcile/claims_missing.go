package reconcile

import (
	"strings"

	"xephang/stages/claim"
	"xephang/stages/index"
	"xephang/stages/units"
)

// block remarks on a rank told of the block that the unit is not in.
func (b *bench) block(c *claim.Claim, s seat) *Remark {
	if s.table.Block == nil || len(s.plan.Edition.Blocks) < 2 {
		return nil
	}
	said := units.Plain(b.sentence(c))
	var named *index.Block
	longest := 0
	for i := range s.plan.Edition.Blocks {
		k := &s.plan.Edition.Blocks[i]
		for _, way := range blockWays(k) {
			if strings.Contains(said, way) && len(way) > longest {
				named, longest = k, len(way)
			}
		}
	}
	id := s.table.Blocks[s.table.BlockOf(s.row)]
	if named == nil || named.ID == id {
		return nil
	}
	for _, k := range s.plan.Edition.Blocks {
		if k.ID == id {
			return &Remark{"other-block", tx("Đơn vị thuộc khối: "+k.Name.VI+".", "The unit is in the block: "+k.Name.In("en")+".")}
		}
	}
	return nil
}

// blockWays are the ways in which a text names a block that is told apart by what its bodies do: "không cung cấp dịch
// vụ công". Blocks told apart by kind ("bộ, cơ quan ngang bộ") are named in too many ways to convict by.
func blockWays(k *index.Block) (ways []string) {
	name := units.Plain(k.Name.VI)
	for _, lead := range []string{"co cung cap", "khong cung cap"} {
		if _, rest, ok := strings.Cut(name, lead); ok {
			verb, _, _ := strings.Cut(lead, " ")
			ways = append(ways, lead+rest, verb+rest)
		}
	}
	return ways
}

// nobody is a figure whose subject is no unit: the mean of all, or somebody whose name we do not know.
func (b *bench) nobody(c *claim.Claim) Verdict {
	if v, ok := b.mean(c); ok {
		return v
	}
	if c.Kind != claim.Rank && c.Kind != claim.Score || c.Subject == "" {
		return unchecked(whyNoUnit)
	}
	v := unchecked(whyNoUnit)
	for _, m := range b.measured(c) {
		for _, r := range b.editions(m.Index, c) {
			if s, f, ok := b.holder(m, r.plan, c); ok {
				code := s.table.Units[s.row]
				v.Is, v.Expected, v.Evidence = claim.Off, b.nameOf(code, "vi"), []Evidence{f.ev}
				v.Why = both(func(lang string) string {
					return say(lang, "Số này là của ", "This figure is that of ") + b.nameOf(code, lang) + "."
				})
				return v
			}
		}
	}
	return v
}

// holder finds the one unit whose figure is exactly the claimed one.
func (b *bench) holder(m Measured, p *index.Plan, c *claim.Claim) (found seat, at figure, ok bool) {
	t := m.Cube.Table(p.Edition.ID)
	col, known := p.Col(c.Node)
	if t == nil || !known {
		return
	}
	count := 0
	for row := range t.Units {
		s := seat{m: m, plan: p, table: t, node: col, row: row}
		for _, f := range b.figures(s, c) {
			if near(f.value, c.Value) && (c.Of == 0 || c.Kind != claim.Rank || f.of == int(c.Of)) {
				found, at = s, f
				count++
				break
			}
		}
	}
	return found, at, count == 1
}

// otherwise remarks on what a wrong rank may come from: another node's rank, the rank of the edition before.
func (b *bench) otherwise(c *claim.Claim, s seat) (all []Remark) {
	if s.plan.Previous != nil {
		if o, ok := b.seat(s.m, s.plan.Previous, s.plan.Nodes[s.node].ID, s.table.Units[s.row]); ok && o.best() == c.Value {
			all = append(all, Remark{"edition-before", tx("Là hạng của kỳ "+s.plan.Previous.Edition.ID+".", "It is the rank of the edition "+s.plan.Previous.Edition.ID+".")})
		}
	}
	return append(all, b.otherNodes(c, s)...)
}

func (b *bench) otherNodes(c *claim.Claim, s seat) (all []Remark) {
	for n := range s.plan.Nodes {
		o := s
		o.node = n
		if n != s.node && o.best() == c.Value {
			name := s.plan.Nodes[n].Name
			return append(all, Remark{"other-node", both(func(lang string) string {
				return say(lang, "Hạng "+number(c.Value)+" là của: ", "Rank "+number(c.Value)+" is that of: ") + name.In(lang) + "."
			})})
		}
	}
	return nil
}

// missing is a figure of which our table has no cell.
func (b *bench) missing(c *claim.Claim, s seat) Verdict {
	v := unchecked(whyNoCell, s.remarks...)
	if c.Kind == claim.Rank && c.Group == "" {
		v.Remarks = append(v.Remarks, b.otherNodes(c, s)...)
	}
	if o, f, ok := b.holder(s.m, s.plan, c); ok {
		code := o.table.Units[o.row]
		v.Evidence = []Evidence{f.ev}
		v.Remarks = append(v.Remarks, Remark{"held", both(func(lang string) string {
			return say(lang, "Bảng có số này ở ", "The table has this figure at ") + b.nameOf(code, lang) + "."
		})})
	}
	return v
}
