package view

import "xephang/stages/problem"

// reachWords is the distance to a goal, and the worked example of a method.
var reachWords = map[string]problem.Text{
	"reach.total":      {VI: "Để đạt hạng {place} cần {need} điểm, thêm {gap}, nếu mọi đơn vị khác giữ nguyên.", EN: "Rank {place} takes a score of {need}, {gap} more, if all others stay as they are."},
	"reach.parts":      {VI: "Nếu chỉ nâng một thành phần: {parts}.", EN: "If one part alone is raised: {parts}."},
	"reach.part":       {VI: "{part} thêm {up}, lên {to}", EN: "{part} by {up}, to {to}"},
	"method.example":   {VI: "Một con số từ ô nguồn đến thứ hạng: {unit}, kỳ {edition}", EN: "One number from its cell to its rank: {unit}, {edition}"},
	"method.example.t": {VI: "Mọi con số khác có vết như thế này: bấm vào con số trên trang xếp hạng hoặc trang đơn vị.", EN: "Every other number has such a trail: follow it from the ranking or the profile."},
}
