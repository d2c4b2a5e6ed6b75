package view

import "xephang/stages/problem"

// methodWords is the method pages, written from the declarations of the indices.
var methodWords = map[string]problem.Text{
	"method.title":     {VI: "Phương pháp", EN: "Method"},
	"method.lede":      {VI: "Mỗi chỉ số có một trang phương pháp, viết ra từ chính tệp khai báo mà chương trình dùng để tính.", EN: "Every index has a method page, written from the very declaration that the program computes by."},
	"method.of":        {VI: "Phương pháp: {index}", EN: "Method: {index}"},
	"method.steps":     {VI: "Cách tính", EN: "How it is computed"},
	"method.tree":      {VI: "Cấu trúc và trọng số, kỳ {edition}", EN: "Structure and weights, {edition}"},
	"method.tree.t":    {VI: "Cây chỉ số {index}, kỳ {edition}", EN: "Tree of the {index}, {edition}"},
	"method.col.node":  {VI: "Thành phần", EN: "Part"},
	"method.col.code":  {VI: "Mã", EN: "Code"},
	"method.col.w":     {VI: "Trọng số khai báo", EN: "Declared weight"},
	"method.col.eff":   {VI: "Phần trong điểm chung", EN: "Share of the total"},
	"method.col.pts":   {VI: "Điểm tối đa", EN: "Most points"},
	"method.col.about": {VI: "Định nghĩa", EN: "Definition"},
	"method.beside":    {VI: "ngoài điểm chung", EN: "outside the total"},
	"method.measured":  {VI: "đo, không tính điểm", EN: "measured, not scored"},
	"method.less":      {VI: "càng thấp càng tốt", EN: "less is better"},
	"method.classes":   {VI: "Nhóm điểm", EN: "Classes"},
	"method.classes.t": {VI: "Nhóm điểm của {index}", EN: "Classes of the {index}"},
	"method.col.from":  {VI: "Từ điểm", EN: "From score"},
	"method.editions":  {VI: "Các kỳ và khác biệt giữa các kỳ", EN: "Editions and their differences"},
	"method.eds.t":     {VI: "Các kỳ của {index}", EN: "Editions of the {index}"},
	"method.col.dec":   {VI: "Số chữ số thập phân", EN: "Decimals"},
	"method.col.wts":   {VI: "Trọng số", EN: "Weights"},
	"method.col.prev":  {VI: "So với kỳ", EN: "Compared with"},
	"method.col.why":   {VI: "Điều cần biết", EN: "Worth knowing"},
	"method.equal":     {VI: "bằng nhau", EN: "equal"},
	"method.file":      {VI: "Khai báo: {file}", EN: "Declaration: {file}"},
	"method.compute.r": {VI: "tính điểm và hạng", EN: "scores and ranks computed"},
	"method.compute.s": {VI: "tính điểm nơi đủ thành phần; hạng theo công bố", EN: "scores computed where parts are complete; ranks as published"},
	"method.compute.n": {VI: "theo số đã công bố", EN: "as published"},
}
