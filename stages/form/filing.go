package form

import (
	"xephang/stages/problem"
	"xephang/stages/units"
)

// Filing is one unit's form as it came back.
type Filing struct {
	File, Format            string // as named in problems; xlsx, ods, csv, xls
	SHA256                  string
	Index, Edition, Version string
	Unit                    string // code; empty where the form does not say whose it is
	Answers                 map[string]Answer
	Self                    map[string]Self       // points that the unit gives itself, by criterion
	Explained               map[string]string     // by criterion
	Evidence                map[string][]Evidence // by criterion, in the order of the sheet
	Faulty                  map[string]bool       // criteria whose self-score lacks the evidence it needs: told, and left to the appraisers to judge
	Refused                 bool                  // not used as a whole (another edition, two forms for one unit, …): no answer of it is a value
	Problems                problem.List          // found in this form; never published
}

// Answer is what a unit gave for one question: a value, or a reason why there is none. A faulty answer has neither.
type Answer struct {
	Value  float64 // NaN: none
	Said   string  // as found in the cell
	Reason string  // one of index.Reasons
	Faulty bool    // a problem was reported for this cell: it is not used
	Place  problem.Place
}

// Self is a self-score: as shown by the file (computed by its formula, or typed).
type Self struct {
	Points float64
	Place  problem.Place
}

// Evidence is one document that a unit names.
type Evidence struct {
	Number, Title string
	Date          units.Date // 0: none
	Link          string
	Place         problem.Place
}

// Appraisal is what the appraisers decided on one criterion of one unit: a row of appraisal.csv (or .xlsx) in the
// edition's folder: unit, node, points, verdict, reason, by, date.
type Appraisal struct {
	Unit, Node string
	Points     float64
	Verdict    string // of the evidence: accepted, insufficient, none; empty where none is asked
	Reason, By string
	Date       units.Date
	Place      problem.Place
}

// Measurement is a criterion measured by others than the unit: a row of measured.csv: unit, node, points, source, date.
type Measurement struct {
	Unit, Node string
	Points     float64
	Source     string
	Date       units.Date
	Place      problem.Place
}

// Correction is a row of corrections.csv: unit, node, was, becomes, reason, document, decided_by, date, status, and
// where wanted case (number of the appeal) and layer (value, appraised, measured). node may be an answer's id.
type Correction struct {
	Index, Edition, Unit, Node, Layer, Was, Becomes, Reason, Document, DecidedBy, Status, Case string

	Date  units.Date
	Place problem.Place
}
