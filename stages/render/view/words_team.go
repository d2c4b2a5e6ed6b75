package view

import "xephang/stages/problem"

// teamWords is the team's own page of what came back from the units.
var teamWords = map[string]problem.Text{
	"synthetic.banner": {VI: "Dữ liệu mô phỏng: mọi số liệu ở đây do máy sinh ra để tập dượt, không phải của đơn vị nào.", EN: "Synthetic data: every figure here was made by a program to practise on; none is any unit’s own."},
	"team.title":       {VI: "Tình hình biểu mẫu: {index}, kỳ {edition}", EN: "State of the forms: {index}, {edition}"},
	"team.lede":        {VI: "Trang nội bộ của tổ chuyên môn, không công bố: ai đã gửi biểu mẫu, lỗi nào ở ô nào, mỗi loại lỗi bao nhiêu lần.", EN: "For the index team alone, not published: who has sent a form, what is wrong in which cell, how often each kind of problem came up."},
	"team.sent":        {VI: "Đã nhận biểu mẫu của {n} trên {of} đơn vị; còn thiếu {missing}.", EN: "Forms of {n} of {of} units have come; {missing} are missing."},
	"team.used":        {VI: "Dùng được {n} trên {of} câu trả lời.", EN: "{n} of {of} answers could be used."},
	"team.found":       {VI: "{faults} lỗi phải sửa, {doubts} điều cần xem lại. Biểu mẫu đã đánh dấu lỗi nằm trong thư mục của từng đơn vị, bên cạnh trang này.", EN: "{faults} faults to mend, {doubts} doubts. The forms with their faults marked are in each unit’s folder beside this page."},
	"team.units":       {VI: "Theo đơn vị", EN: "By unit"},
	"team.unit":        {VI: "Đơn vị", EN: "Unit"},
	"team.file":        {VI: "Tệp đã nhận", EN: "File received"},
	"team.nothing":     {VI: "chưa gửi", EN: "nothing sent"},
	"team.nobody":      {VI: "(không rõ đơn vị)", EN: "(unit unknown)"},
	"team.answers":     {VI: "Trả lời dùng được", EN: "Answers used"},
	"team.reasons":     {VI: "Lý do thay trả lời", EN: "Reasons in their place"},
	"team.faults":      {VI: "Lỗi", EN: "Faults"},
	"team.doubts":      {VI: "Cần xem lại", EN: "Doubts"},
	"team.codes":       {VI: "Theo loại lỗi", EN: "By kind of problem"},
	"team.code":        {VI: "Mã lỗi", EN: "Code"},
	"team.what":        {VI: "Vấn đề", EN: "Problem"},
	"team.count":       {VI: "Số lần", EN: "Times"},
	"team.all":         {VI: "Tất cả lỗi và điều cần xem lại", EN: "Every fault and doubt"},
	"team.place":       {VI: "Chỗ", EN: "Place"},
	"team.is":          {VI: "Đang ghi", EN: "Found"},
	"team.wanted":      {VI: "Cần", EN: "Expected"},
	"team.remedy":      {VI: "Cách sửa", EN: "How to mend"},
}
