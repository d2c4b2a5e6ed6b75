package view

import "xephang/stages/problem"

// figureWords stand on the frame of a figure.
var figureWords = map[string]problem.Text{
	"figure.csv":   {VI: "Số liệu của hình (CSV)", EN: "Data of this figure (CSV)"},
	"figure.save":  {VI: "Lưu hình:", EN: "Save image:"},
	"figure.saved": {VI: "Lưu hình dạng {kind}", EN: "Save the image as {kind}"},
	"figure.key":   {VI: "Mã", EN: "Code"},
	"figure.low":   {VI: "{name}, đầu thấp của khoảng", EN: "{name}, low end of the range"},
	"figure.month": {VI: "Tháng", EN: "Month"},
	"figure.hosts": {VI: "{hosts}; nguồn của từng giá trị ở bảng", EN: "{hosts}; the source of each value is in the table"},
	"figure.table": {VI: "nguồn của từng giá trị ở bảng", EN: "the source of each value is in the table"},
	"strips.sub":   {VI: "Điểm {index} {edition}; vạch nhạt: từng đơn vị của {group} ({n}); vạch cao: trung vị; chấm đậm: {unit}", EN: "{index} {edition} scores; light ticks: every body of {group} ({n}); tall tick: the median; dark dot: {unit}"},
	"strips.rank":  {VI: "hạng {rank}", EN: "rank {rank}"},
	"strips.own":   {VI: "thang riêng {low}–{high}", EN: "own scale {low}–{high}"},
	"strong.high":  {VI: "Đứng cao nhất so với {group}:", EN: "Highest against {group}:"},
	"strong.low":   {VI: "Đứng thấp nhất so với {group}:", EN: "Lowest against {group}:"},
	"figure.high":  {VI: "{name}, đầu cao của khoảng", EN: "{name}, high end of the range"},
}
