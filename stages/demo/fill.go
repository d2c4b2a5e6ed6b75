package demo

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"xephang/stages/form"
)

// Forms are the files that come back from the units: name → bytes. issued gives the empty form of a unit, as it was
// sent. mended leaves out the slips that are faults: what the units send after they got their forms back.
func (y *Year) Forms(issued func(unit string) ([]byte, error), mended bool) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, f := range y.Filings {
		slip := y.Slips[f.Unit]
		if mended && slip.Bad {
			slip = Slip{}
		}
		if slip.Kind == "not-sent" {
			continue
		}
		empty, err := issued(f.Unit)
		if err != nil {
			return nil, err
		}
		if err := y.fill(files, empty, f, slip.Kind); err != nil {
			return nil, fmt.Errorf("demo: %s (%s): %w", f.Unit, slip.Kind, err)
		}
	}
	return files, nil
}

// fill types a unit's answers into its form and lets the slip happen.
func (y *Year) fill(files map[string][]byte, empty []byte, f *form.Filing, slip string) error {
	b, err := open(empty)
	if err != nil {
		return err
	}
	defer b.Close()
	if err := b.typeIn(y, f); err != nil {
		return err
	}
	name := f.Unit + ".xlsx"
	switch do := happenings[slip]; {
	case slip == "csv":
		files[f.Unit+".csv"] = b.asCSV()
		return b.err
	case do != nil:
		do(b, y, f)
	}
	if files[name] = b.bytes(); slip == "two-files" {
		b.set(b.answers, form.ColAnswer, b.rows[form.AnswerKey("files_total")], 999)
		files[f.Unit+" (2).xlsx"] = b.bytes()
	}
	return b.err
}

// paper is a form that is being filled in, by what its hidden ids say of its columns and rows.
type paper struct {
	*excelize.File
	answers, evidence string         // sheets
	columns           map[string]int // by id, of both sheets
	rows              map[string]int // by key, of the answers
	free              int            // next row of the evidence
	err               error          // the first
}

func open(data []byte) (*paper, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	b := &paper{File: f, columns: map[string]int{}, rows: map[string]int{}}
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			return nil, err
		}
		b.learn(s, rows)
	}
	if b.answers == "" || b.evidence == "" {
		return nil, fmt.Errorf("no row of column ids in %q", f.GetSheetList())
	}
	return b, nil
}

// learn finds the row of column ids of a sheet, and the keys below it.
func (b *paper) learn(sheet string, rows [][]string) {
	key, head := -1, -1
	for r, row := range rows {
		for c, v := range row {
			if v == form.KeyColumn && head < 0 {
				key, head = c, r
			}
		}
		switch {
		case head < 0:
		case r == head:
			for c, id := range row {
				if id != "" && c != key {
					b.columns[id] = c + 1
				}
				switch id {
				case form.ColAnswer:
					b.answers = sheet
				case form.EvNumber:
					b.evidence, b.free = sheet, r+3 // the header of words lies between
				}
			}
		case key < len(row) && row[key] != "" && b.answers == sheet:
			b.rows[row[key]] = r + 1
		}
	}
}

// set types into the cell of a column, by its id.
func (b *paper) set(sheet, column string, row int, v any) {
	c, known := b.columns[column]
	if b.err != nil || row == 0 || !known {
		if b.err == nil {
			b.err = fmt.Errorf("no column %q or row %d", column, row)
		}
		return
	}
	name, err := excelize.CoordinatesToCellName(c, row)
	if err == nil {
		err = b.SetCellValue(sheet, name, v)
	}
	b.note(err)
}

func (b *paper) note(err error) {
	if b.err == nil {
		b.err = err
	}
}

// say types an answer as the form asks for it: yes and choices by their words, the rest as a number.
func say(q form.Ask, v float64) any {
	switch q.Type {
	case "yes_no":
		if v == 1 {
			return "Có"
		}
		return "Không"
	case "choice":
		for _, c := range q.Choices {
			if c.Value == v {
				return c.Name.VI
			}
		}
	}
	return v
}

// typeIn types everything that a filing says.
func (b *paper) typeIn(y *Year, f *form.Filing) error {
	for _, c := range form.Layout(y.Plan) {
		for _, q := range c.Asks {
			if q.First {
				b.set(b.answers, form.ColAnswer, b.rows[form.AnswerKey(q.ID)], say(q, f.Answers[q.ID].Value))
			}
		}
		if s := f.Explained[c.ID]; s != "" {
			b.set(b.answers, form.ColExplain, b.row(c), s)
		}
		for _, e := range f.Evidence[c.ID] {
			b.document(c.ID, e)
		}
	}
	return b.err
}

// row of a criterion: its own, or that of the one answer that it is.
func (b *paper) row(c form.Criterion) int {
	if r := b.rows[form.CriterionKey(c.ID)]; r > 0 {
		return r
	}
	return b.rows[form.AnswerKey(c.ID)]
}

func (b *paper) document(node string, e form.Evidence) {
	b.set(b.evidence, form.EvCode, b.free, node)
	b.set(b.evidence, form.EvNumber, b.free, e.Number)
	b.set(b.evidence, form.EvTitle, b.free, e.Title)
	b.set(b.evidence, form.EvDate, b.free, fmt.Sprintf("%02d/%02d/%d", int(e.Date)%100, int(e.Date)/100%100, e.Date.Year()))
	b.set(b.evidence, form.EvLink, b.free, e.Link)
	b.free++
}

// bytes saves the file without cached values of formulas, which were those of the empty form.
func (b *paper) bytes() []byte {
	b.note(b.UpdateLinkedValue())
	var out bytes.Buffer
	b.note(b.Write(&out))
	return out.Bytes()
}

// asCSV saves the answers as a Vietnamese Excel does: byte order mark, semicolons, decimal commas.
func (b *paper) asCSV() []byte {
	rows, err := b.GetRows(b.answers)
	b.note(err)
	out := bytes.NewBufferString("\ufeff")
	for _, row := range rows {
		for c, v := range row {
			if c > 0 {
				out.WriteByte(';')
			}
			if x, err := strconv.ParseFloat(v, 64); err == nil && v != "" {
				v = comma(strconv.FormatFloat(x, 'f', -1, 64))
			}
			out.WriteString(quoted(v))
		}
		out.WriteString("\r\n")
	}
	return out.Bytes()
}
