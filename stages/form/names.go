package form

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"xephang/stages/index"
)

// Sheets of a form, as written. A reader does not rely on them: it finds a sheet by its row of column ids.
const (
	SheetCover    = "Bìa"
	SheetGuide    = "Hướng dẫn"
	SheetAnswers  = "Trả lời"
	SheetEvidence = "Minh chứng"
	SheetLists    = "_danh_sach" // entries of the drop-down lists; hidden
	SheetMeta     = "_meta"      // hidden: MetaKeys down, key and value
)

// KeyColumn heads the hidden column of keys. The cell stands in the hidden row of column ids, which holds one id of
// Columns (or EvidenceColumns) over each column: with the keys it tells a reader where everything is, after rows were
// moved, columns inserted and sheets renamed.
const KeyColumn = "#"

// Columns of the answers sheet by id. Those that are marked (*) are open for writing.
const (
	ColCode    = "code"    // code of criterion or answer, visible
	ColName    = "name"    // its text
	ColHow     = "how"     // how it is scored
	ColPoints  = "points"  // maximum
	ColUnit    = "unit"    // unit of measure
	ColLast    = "last"    // last edition's answer
	ColAnswer  = "answer"  // (*)
	ColReason  = "reason"  // (*) in place of an answer, from the drop-down list
	ColSelf    = "self"    // self-score: live formula where the rule allows, else (*)
	ColExplain = "explain" // (*) explanation
	ColCheck   = "check"   // live formula: what is still missing or out of range in this row
)

// Columns of the evidence sheet by id, all but the first open for writing; the key column holds nothing there.
const (
	EvCode   = "ev_code" // code of the criterion, from a drop-down list
	EvNumber = "ev_number"
	EvTitle  = "ev_title"
	EvDate   = "ev_date"
	EvLink   = "ev_link"
)

// AnswerKey and CriterionKey are the keys in the key column of the answers sheet. A criterion that asks only for itself
// has one row, with AnswerKey; otherwise its own row (CriterionKey) stands above those of its answers.
func AnswerKey(answer string) string    { return "a:" + answer }
func CriterionKey(node string) string   { return "c:" + node }
func HeadingKey(node string) string     { return "h:" + node } // a heading of the tree: nothing to fill in
func DefinedAnswer(code string) string  { return "xh_a_" + plain(code) }
func DefinedReason(code string) string  { return "xh_r_" + plain(code) }
func DefinedSelf(node string) string    { return "xh_s_" + plain(node) }
func DefinedExplain(node string) string { return "xh_g_" + plain(node) }

// plain makes a code fit for a defined name, which takes no hyphen.
func plain(code string) string { return strings.ReplaceAll(code, "-", ".") }

// Keys of the meta sheet; each is also a defined name with a constant value, "xh_" + key.
const (
	MetaMagic   = "form" // value Magic
	MetaIndex   = "index"
	MetaEdition = "edition"
	MetaUnit    = "unit"
	MetaVersion = "version"
	MetaLayout  = "layout" // Print of the layout
	MetaIssued  = "issued" // Print of the values given beforehand, to tell a form sent back untouched
)

// Magic tells a form of ours.
const Magic = "xephang-form"

// MetaKeys in the order of the meta sheet.
func MetaKeys() []string {
	return []string{MetaMagic, MetaIndex, MetaEdition, MetaUnit, MetaVersion, MetaLayout, MetaIssued}
}

// Print is a fingerprint of a plan's questions, 16 hexadecimal digits: a form with another one was made from another tree.
func Print(p *index.Plan) string {
	h := sha256.New()
	for _, c := range Layout(p) {
		fmt.Fprintf(h, "c %s %g\n", c.ID, c.Points)
		for _, a := range c.Asks {
			fmt.Fprintf(h, "a %s %s\n", a.ID, a.Type)
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
