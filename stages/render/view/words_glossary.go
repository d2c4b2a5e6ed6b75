package view

import "xephang/stages/problem"

// glossaryWords is the page of terms; the terms themselves are in glossary_terms.go.
var glossaryWords = map[string]problem.Text{
	"terms.title": {VI: "Thuật ngữ", EN: "Glossary"},
	"terms.lede":  {VI: "Các từ dùng trên trang này, theo nghĩa mà phương pháp và chương trình dùng.", EN: "The words of these pages, in the sense in which the method and the program use them."},
	"terms.here":  {VI: "Thuật ngữ trên trang này", EN: "Terms on this page"},
	"terms.see":   {VI: "Xem thêm", EN: "See also"},
}
