package view

import (
	"cmp"
	"slices"

	"xephang/stages/problem"
	"xephang/stages/target"
	"xephang/stages/units"
)

// TargetsPage is targets with their bullets, and how many tasks are done.
type TargetsPage struct {
	Lede, None string
	Tally      []Tallied
	Groups     []TargetGroup
	Heads      []TaskCount
	Links      []Span // to tasks and series
}

// TargetGroup is the targets of one resolution or meeting, by who is to reach them.
type TargetGroup struct {
	ID, Title string
	Owners    []TargetOwner
}

// TargetOwner is the targets of one scope.
type TargetOwner struct {
	Span
	Bullets []Bullet
}

// Bullet is one target: where it stands, in words and as a bar with a tick at the target.
type Bullet struct {
	ID, Name string
	Goal     string // "ít nhất 30 % đến ngày 31/12/2020"
	Pill     Pill
	Says     string // how it stands, with every figure
	Bar      *Bar   // nil for a deed and for what was never observed
	From     string // said where only a text gives the value
	Note     string
	Differs  []Span // targets that look alike and are kept apart
	Sources  []Cite
	Observed []Cite // the source of the newest value
}

// Addresses of targets, of tasks and what every agency owes, and of series.
const (
	TargetsAddress = "muc-tieu/index.html"
	TasksAddress   = "muc-tieu/nhiem-vu.html"
	SeriesAddress  = "muc-tieu/chuoi.html"
)

func targetID(id string) string { return "mt-" + Slug(id) }
func taskID(id string) string   { return "nv-" + Slug(id) }
func seriesID(id string) string { return "cs-" + Slug(id) }

// ledger is what is followed; never nil.
func (r *Report) ledger() *target.Ledger {
	if r.Ledger == nil {
		return &target.Ledger{}
	}
	return r.Ledger
}

// today is the day at which statuses are told: the given one, or that of the newest observation.
func (r *Report) today() units.Date {
	if r.AsOf > 0 {
		return r.AsOf
	}
	return r.ledger().Newest()
}

// Targets makes the page of targets.
func (r *Report) Targets(l Lang) TargetsPage {
	k := r.ledger()
	if len(k.Targets)+len(k.Tasks)+len(k.Series)+len(k.Counts) == 0 {
		return TargetsPage{None: l.Say("target.none")}
	}
	links := []Span{{Text: l.Say("task.title"), Href: TasksAddress}, {Text: l.Say("owed.title"), Href: TasksAddress + "#co-quan-no"}, {Text: l.Say("series.title"), Href: SeriesAddress}}
	p := TargetsPage{Lede: l.Say("target.lede", "n", l.Whole(len(k.Targets)), "tasks", l.Whole(len(k.Tasks)), "date", l.Date(r.today()))}
	p.Groups, p.Tally, p.Links = r.targetGroups(l), r.targetTally(l), links
	p.Heads, _ = r.taskHeads(l)
	return p
}

var statusPills = map[target.Status]struct {
	mark, means string
	tone        Tone
}{
	target.Reached:  {"✓", "target.means.reached", Up},
	target.OnCourse: {"↗", "target.means.course", Up},
	target.NotYet:   {"…", "target.means.notyet", Quiet},
	target.Behind:   {"↘", "target.means.behind", Bad},
	target.Late:     {"◷", "target.means.late", Bad},
	target.Missed:   {"✗", "target.means.missed", Bad},
	target.NoData:   {"–", "target.means.nodata", Quiet},
}

func (l Lang) statusPill(s target.Status) Pill {
	p := statusPills[s]
	return Pill{Mark: p.mark, Text: l.In(s.Name()), Tone: p.tone}
}

func (r *Report) targetTally(l Lang) (all []Tallied) {
	count := map[target.Status]int{}
	for i := range r.ledger().Targets {
		count[target.Assess(&r.ledger().Targets[i], r.today()).Status]++
	}
	for _, s := range target.Statuses {
		if count[s] > 0 {
			all = append(all, Tallied{Pill: l.statusPill(s), Count: l.Whole(count[s]), Means: l.Say(statusPills[s].means)})
		}
	}
	return all
}

// targetGroups puts targets under the resolution that set them, the oldest first, and there under who is to reach them,
// in the order of the table.
func (r *Report) targetGroups(l Lang) (groups []TargetGroup) {
	all := make([]*target.Target, len(r.ledger().Targets))
	for i := range all {
		all[i] = &r.ledger().Targets[i]
	}
	slices.SortStableFunc(all, func(a, b *target.Target) int {
		return cmp.Or(cmp.Compare(a.Set.Date, b.Set.Date), cmp.Compare(a.Origin.VI, b.Origin.VI))
	})
	var origin problem.Text
	for i, t := range all {
		if i == 0 || t.Origin != origin {
			origin = t.Origin
			groups = append(groups, TargetGroup{ID: "nhom-" + Plain(float64(len(groups)+1), 0), Title: l.In(origin)})
		}
		g := &groups[len(groups)-1]
		owner := r.targetOwner(l, t)
		k := slices.IndexFunc(g.Owners, func(o TargetOwner) bool { return o.Span == owner })
		if k < 0 {
			k, g.Owners = len(g.Owners), append(g.Owners, TargetOwner{Span: owner})
		}
		g.Owners[k].Bullets = append(g.Owners[k].Bullets, r.bullet(l, t))
	}
	return groups
}

func (r *Report) targetOwner(l Lang, t *target.Target) Span {
	if _, ok := r.Units.Unit(t.ScopeUnit); ok {
		return Span{Text: l.In(t.Scope), Href: r.UnitHref(t.ScopeUnit)}
	}
	return Span{Text: l.In(t.Scope)}
}

func (r *Report) bullet(l Lang, t *target.Target) Bullet {
	a := target.Assess(t, r.today())
	b := Bullet{ID: targetID(t.ID), Name: l.In(t.Indicator), Goal: l.In(t.Goal()), Pill: l.statusPill(a.Status), Says: l.In(a.Sentence(t)), Note: l.In(t.Note)}
	b.Sources = citations(t.Sources)
	if a.Last != nil {
		b.Bar = l.bar(t, a)
		b.Observed = citations(a.Last.Sources)
		if a.Last.From == target.FromClaim {
			b.From = l.Say("target.told")
		}
	}
	for _, id := range t.Differs {
		for i := range r.ledger().Targets {
			if o := &r.ledger().Targets[i]; o.ID == id {
				b.Differs = append(b.Differs, Span{Text: l.In(o.Indicator) + " (" + l.In(o.Goal()) + ")", Href: "#" + targetID(id)})
			}
		}
	}
	return b
}

func citations(sources []string) (all []Cite) {
	for _, s := range sources {
		all = append(all, citation(s))
	}
	return all
}
