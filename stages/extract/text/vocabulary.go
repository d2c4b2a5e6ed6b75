package text

// The classes that the code asks for by name; all others are known to the rules only.
var (
	cStand, cRise, cFall, cTo, cFrom          = lex.class("stand"), lex.class("rise"), lex.class("fall"), lex.class("to"), lex.class("from")
	cPlace, cNth, cNo, cStep, cBac            = lex.class("place"), lex.class("nth"), lex.class("no"), lex.class("step"), lex.class("bac")
	cFirst, cFront, cLast, cRear, cTail       = lex.class("first"), lex.class("front"), lex.class("last"), lex.class("rear"), lex.class("tail")
	cTop, cTimes, cPart                       = lex.class("top"), lex.class("times"), lex.class("part")
	cFold, cDouble                            = lex.class("fold"), lex.class("double")
	cQual, cUp, cDown, cDeg, cAll, cResp      = lex.class("qual"), lex.class("up"), lex.class("down"), lex.class("deg"), lex.class("all"), lex.class("resp")
	cEquals, cEvery, cThat                    = lex.class("equals"), lex.class("every"), lex.class("that")
	cTarget, cAim, cMust, cWill, cDone, cNow  = lex.class("target"), lex.class("aim"), lex.class("must"), lex.class("will"), lex.class("done"), lex.class("now")
	cDeadline, cThisYear                      = lex.class("deadline"), lex.class("thisyear")
	cTold, cOffice                            = lex.class("told"), lex.class("office")
	cSource, cCompare, cActs                  = lex.class("source"), lex.class("compare"), lex.class("acts")
	cLocal, cPron, cPronList, cSame, cOverall = lex.class("local"), lex.class("pron"), lex.class("pronlist"), lex.class("same"), lex.class("overall")
	cStructure, cPct, cPoint, cPlus           = lex.class("structure"), lex.class("pct"), lex.class("point"), lex.class("plus")
	cIs, cOut, cIn, cSpan                     = lex.class("is"), lex.class("out"), lex.class("in"), lex.class("span")
	cAhead, cUsurp                            = lex.class("ahead"), lex.class("usurp")
	cOccasion, cLabel                         = lex.class("occasion"), lex.class("label")

	yearLead = setOf(cDeadline, cThisYear)
	soft     = setOf(cDeg, cQual, cAll, cResp, cEquals)
	edges    = setOf(cFirst, cFront, cLast, cRear, cTail)
)
