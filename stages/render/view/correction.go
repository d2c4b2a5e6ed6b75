package view

import "xephang/stages/problem"

// Correction is one change of a published figure: what it was, what it becomes, on whose decision and by which
// document. The quality page lists them.
type Correction struct {
	Index, Edition, Unit, Node string
	Was, Becomes               float64 // NaN where there was, or will be, no figure
	Reason, Document           string
	DecidedBy, Date            string // who decided, and when (2025-10-31)
	Status, Case               string // "applied" or another word of the ledger; number of the case

	Layer                    string       // of the figure: value, appraised, measured
	WasReason, BecomesReason string       // code of a reason that stood, or stands, in place of a figure
	Name                     problem.Text // of the node or answer
	Closed                   bool         // the figure is not public: neither value is given
}
