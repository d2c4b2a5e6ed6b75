package view

import "xephang/stages/problem"

// hostingWords are what feeds and print say.
var hostingWords = map[string]problem.Text{
	"feed.title":  {VI: "Các kỳ xếp hạng mới", EN: "New editions"},
	"print.page":  {VI: "In trang này", EN: "Print this page"},
	"print.about": {VI: "Địa chỉ trang", EN: "Page address"},
}
