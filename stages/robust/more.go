package robust

import "xephang/stages/index"

// beyond adds to the bands what each assumption, each node and each preset does to the ranks.
func (r *Result) beyond(m *model, d *design, o Options) {
	factors := len(d.factors()) + 2
	base := min(BasePoints, mostCells/4/(len(m.table.Units)*factors), m.affordable()/factors)
	if base < fewDraws {
		r.Sensitivity = &Sensitivity{Why: whyDear}
	} else {
		r.Sensitivity = m.sensitivity(r.Uncertainty, d, base)
	}
	declared := newModel(r.Plan, m.table, assumed(&index.Uncertainty{}), make([]bool, len(r.Plan.Nodes)), o)
	r.LeftOut = declared.leaveOut()
	r.Schemes = schemes(r.Plan, m.table, o)
}
