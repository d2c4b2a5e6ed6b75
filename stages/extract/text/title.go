package text

import (
	"strconv"
	"strings"

	"xephang/stages/claim"
	"xephang/stages/units"
)

// title is what a figure measures, as a reader would say it: the metric's name; "Số …" of things counted; and of bodies
// counted, what they have reached: "Đạt chỉ tiêu 30% …", "… dưới 10%".
func (p *passage) title(f *figure, m *metric) string {
	if m == nil {
		return ""
	}
	counted := f.kind == claim.Count || f.kind == claim.Target
	switch {
	case m.node == "tasks" && f.kind != claim.Ratio && f.kind != claim.Target:
		return p.progress(f, m)
	case counted && f.unit == "dịch vụ" && strings.HasPrefix(m.node, "dvc"):
		return "Số " + m.name
	case f.kind == claim.Count && f.noun >= 0 && p.chunks[f.noun].about(cNoun) != "":
		return p.reachedShare(f, m)
	}
	return m.name
}

// stages are the words for how far tasks have come, folded; of two that end alike the later one is meant.
var stages = [][2]string{{"hoàn thành", "Nhiệm vụ đã hoàn thành"}, {"chưa hoàn thành", "Nhiệm vụ chưa hoàn thành"},
	{"đang thực hiện", "Nhiệm vụ đang thực hiện"}, {"đang triển khai", "Nhiệm vụ đang thực hiện"}, {"quá hạn", "Nhiệm vụ quá hạn"}}

// progress names the tasks of which a figure tells by the words nearest before it.
func (p *passage) progress(f *figure, m *metric) string {
	said := units.Fold(p.reader.doc.Quote(p.chunks[0].start, p.chunks[f.at].start))
	name, last := m.name, 0
	for _, s := range stages {
		if i := strings.LastIndex(said, s[0]); i >= 0 && i+len(s[0]) >= last {
			name, last = s[1], i+len(s[0])
		}
	}
	return name
}

// reachedShare names what bodies counted have reached: the share told right behind them.
func (p *passage) reachedShare(f *figure, m *metric) string {
	for i := range p.found {
		g := &p.found[i]
		if g.at <= f.at || g.at > f.at+14 || g.unit != "%" || g.kind == claim.Delta {
			continue
		}
		share := strconv.FormatFloat(g.value, 'f', -1, 64) + "%"
		switch q := p.qualifier(g); {
		case p.has(g.at-2, g.at, setOf(cAim)):
			return "Đạt chỉ tiêu " + share + " " + m.name
		case q == claim.Less:
			return m.name + " dưới " + share
		case q == claim.More || q == claim.AtLeast:
			return m.name + " trên " + share
		default:
			return m.name + " " + share
		}
	}
	return m.name
}
