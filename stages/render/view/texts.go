package view

import "strconv"

// TextPage is one document, sentence by sentence.
type TextPage struct {
	Title, Lede string
	Note, Press string // said where only quotes may be shown; the address of its claims
	Paragraphs  [][]SentenceLine
}

// SentenceLine is one sentence with its anchor and position.
type SentenceLine struct {
	ID       string // c1, c2, …
	Position string // 0–118
	Text     string
}

// TextList is the table of all documents, nil without one, and the sentence above it.
func (r *Report) TextList(l Lang) (*Table, string) {
	if len(r.Texts) == 0 {
		return nil, l.Say("texts.none")
	}
	t := &Table{ID: "danh-sach", Caption: l.Say("texts.table"), Columns: []Column{{Label: l.Say("texts.col.file")}, {Label: l.Say("texts.col.first")}, {Label: l.Say("texts.col.count"), Number: true}}}
	sentences := 0
	for _, x := range r.Texts {
		first := Cell{Text: Missing, Tone: Quiet}
		if len(x.Sentences) > 0 && r.Shown(x.File) {
			first = Cell{Text: Cut(x.Sentences[0].Text, 140), Tone: Remark}
		}
		sentences += len(x.Sentences)
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: x.Name(), Href: x.Address(), Head: true}, first, l.count(len(x.Sentences))}})
	}
	return t, l.Say("texts.lede", "n", l.Whole(len(r.Texts)), "sentences", l.Whole(sentences))
}

// Text makes the page of a document.
func (r *Report) Text(l Lang, x Text) TextPage {
	p := TextPage{Title: l.Say("text.title", "file", x.Name()), Lede: l.Say("text.lede", "n", l.Whole(len(x.Sentences)))}
	if p.Press = PressAddress(x.File); !r.Shown(x.File) {
		p.Note = l.Say("press.quotes")
		return p
	}
	for i, s := range x.Sentences {
		if i == 0 || s.Paragraph != x.Sentences[i-1].Paragraph {
			p.Paragraphs = append(p.Paragraphs, nil)
		}
		n := strconv.Itoa(i + 1)
		last := len(p.Paragraphs) - 1
		p.Paragraphs[last] = append(p.Paragraphs[last], SentenceLine{ID: "c" + n, Position: strconv.Itoa(s.Start) + "–" + strconv.Itoa(s.End), Text: s.Text})
	}
	return p
}

// Cut shortens a text to at most n characters, at a space where there is one.
func Cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := n - 1
	for i := cut; i > n/2; i-- {
		if r[i] == ' ' {
			cut = i
			break
		}
	}
	return string(r[:cut]) + "…"
}
