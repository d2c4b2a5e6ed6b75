package view

import "xephang/stages/problem"

// searchWords is the search box and its page.
var searchWords = map[string]problem.Text{
	"find.title":   {VI: "Tìm kiếm", EN: "Search"},
	"find.hint":    {VI: "Tìm nhanh  /", EN: "Search  /"},
	"find.field":   {VI: "Tên đơn vị, chỉ tiêu hoặc trang", EN: "Name of a body, an indicator or a page"},
	"find.label":   {VI: "Tìm đơn vị, chỉ tiêu, trang; gõ có dấu hoặc không dấu", EN: "Find a body, an indicator or a page, with or without accents"},
	"find.results": {VI: "Kết quả tìm", EN: "Results"},
	"find.count":   {VI: "{n} kết quả", EN: "{n} results"},
	"find.none":    {VI: "Không tìm thấy", EN: "Nothing found"},
	"find.lede":    {VI: "Gõ tên đơn vị, mã, tên viết tắt, tên cũ, tên chỉ tiêu hoặc tên trang, có dấu hay không dấu. Ở mọi trang, phím / đưa con trỏ vào ô tìm kiếm.", EN: "Type the name of a body, its code, a short or former name, the name of an indicator or of a page, with or without accents. On every page the / key leads to the search box."},
	"find.list":    {VI: "Danh mục theo bảng chữ cái", EN: "Everything in alphabetical order"},
	"find.units":   {VI: "Đơn vị", EN: "Bodies"},
	"find.nodes":   {VI: "Chỉ tiêu", EN: "Indicators"},
	"find.pages":   {VI: "Trang", EN: "Pages"},
	"find.page":    {VI: "Trang", EN: "Page"},
	"find.node":    {VI: "Chỉ tiêu", EN: "Indicator"},
	"find.term":    {VI: "Thuật ngữ", EN: "Term"},
	"find.kind":    {VI: "Mã lỗi", EN: "Problem code"},
	"find.until":   {VI: "đến {date}", EN: "until {date}"},
	"find.since":   {VI: "từ {date}", EN: "since {date}"},
}
