package text

import (
	"fmt"
	"os"
	"testing"
)

// TestDump prints the chunks and claims of $XEPHANG_SAY.
func TestDump(t *testing.T) {
	say := os.Getenv("XEPHANG_SAY")
	if say == "" {
		t.Skip("XEPHANG_SAY holds a sentence to take apart")
	}
	doc, _ := Read("a.txt", []byte(say))
	r := full().open(doc)
	for _, s := range doc.Sentences {
		p := r.passage(s)
		for i := range p.chunks {
			c := &p.chunks[i]
			var is []string
			for k, n := range lex.names {
				if c.is.has(class(k)) {
					is = append(is, n)
				}
			}
			role := ""
			if c.list != nil {
				role = fmt.Sprint("role ", c.list.role, c.list.members)
			}
			fmt.Printf("%2d %-28s %v %v %s\n", i, doc.Quote(c.start, c.end), c.value, is, role)
		}
	}
	for _, c := range full().Claims(doc, Options{}) {
		fmt.Println(line(c), "«"+c.Quote+"»")
	}
}

// TestSay prints the sentences of the file $XEPHANG_FILE, each with its claims.
func TestSay(t *testing.T) {
	path := os.Getenv("XEPHANG_FILE")
	if path == "" {
		t.Skip("XEPHANG_FILE names a text")
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := Read(path, b)
	claims := full().Claims(doc, Options{})
	for i, s := range doc.Sentences {
		fmt.Println(i, s.Form, doc.Sentence(i))
		for _, c := range claims {
			if c.Start >= s.Start && c.Start < s.End {
				fmt.Println("      >", line(c), c.Index, c.Node, c.Edition, "«"+c.Quote+"»")
			}
		}
	}
}
