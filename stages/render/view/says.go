package view

// Phrases that scripts of pages fill, handed to them with the figures.

// whatIfSays are the phrases that the script fills, in the page's language.
func (l Lang) whatIfSays() map[string]string {
	says := map[string]string{"comma": l.Say("head.comma"), "and": l.Say("head.and"), "percent": l.Percent(0, 0)[1:], "copied": l.Say("whatif.copied"),
		"weight": l.Say("whatif.weight"), "drag": l.Say("whatif.slider"), "below": l.Say("whatif.below")}
	for name, key := range map[string]string{"published": "whatif.say.published", "same": "whatif.say.same", "order": "whatif.say.order", "in": "whatif.say.in", "inout": "whatif.say.inout",
		"out": "whatif.say.out", "moved": "whatif.say.moved", "still": "whatif.say.still", "focus": "whatif.say.focus", "stays": "whatif.say.stays", "block": "whatif.say.block",
		"up": "whatif.say.up", "down": "whatif.say.down", "zero": "whatif.say.zero", "bad": "whatif.say.bad", "left": "whatif.say.left", "slider": "whatif.say.slider"} {
		says[name] = l.Say(key)
	}
	return says
}

// compareSays are the phrases that the script fills, in the page's language.
func (l Lang) compareSays(e *Edition) map[string]string {
	args := []string{"index", e.Board.Abbr(l), "edition", e.Edition.ID}
	says := map[string]string{"comma": l.Say("head.comma"), "and": l.Say("head.and"), "title": l.Say("compare.title", args...), "table": l.Say("compare.table"), "gap": l.Say("compare.col.gap"),
		"node": l.Say("compare.col.node"), "rank": l.Say("part.rank"), "edition": l.Say("col.edition"), "lines": l.Say("compare.lines.t", args...)}
	for name, key := range map[string]string{"bars": "compare.bars.t", "barsPlain": "compare.bars.plain", "linesPlain": "compare.lines.plain", "altBars": "compare.say.bars",
		"altLines": "compare.say.lines", "two": "compare.say.two", "left": "compare.say.left", "now": "compare.say.now", "none": "compare.none"} {
		says[name] = l.Say(key)
	}
	return says
}
