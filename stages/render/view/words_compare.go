package view

import "xephang/stages/problem"

// compareWords is the page that sets units side by side. The phrases of compareSays are filled by the page's script.
var compareWords = map[string]problem.Text{
	"compare.page":     {VI: "So sánh đơn vị", EN: "Compare bodies"},
	"compare.of":       {VI: "So sánh đơn vị: {index}, kỳ {edition}", EN: "Compare bodies: {index}, {edition}"},
	"compare.link":     {VI: "So sánh các đơn vị", EN: "Compare bodies"},
	"compare.with":     {VI: "So sánh với {units}", EN: "Compare with {units}"},
	"compare.title":    {VI: "So sánh {units}, {index} {edition}", EN: "{units} compared, {index} {edition}"},
	"compare.lede":     {VI: "Hai đến bốn đơn vị cạnh nhau: điểm và hạng từng thành phần, khoảng cách với đơn vị đầu tiên, hạng qua các kỳ.", EN: "Two to four bodies side by side: score and rank part by part, the gap to the first of them, ranks over the editions."},
	"compare.h.choose": {VI: "Chọn đơn vị", EN: "Choose bodies"},
	"compare.unit":     {VI: "Đơn vị thứ {n}", EN: "Body {n}"},
	"compare.none":     {VI: "(không chọn)", EN: "(none)"},
	"compare.ready":    {VI: "Chọn nhanh", EN: "Ready-made"},
	"compare.noscript": {VI: "Muốn chọn đơn vị khác cần JavaScript. Không có JavaScript, bảng xếp hạng có điểm từng thành phần của mọi đơn vị.", EN: "Choosing other bodies needs JavaScript. Without it, the ranking lists the scores of every body part by part."},
	"compare.h.parts":  {VI: "Từng thành phần", EN: "Part by part"},
	"compare.h.ranks":  {VI: "Hạng qua các kỳ", EN: "Ranks over the editions"},
	"compare.h.group":  {VI: "Cùng nhóm", EN: "The group"},
	"compare.group":    {VI: "{group}: điểm và hạng từng thành phần, {index} {edition}", EN: "{group}: scores and ranks part by part, {index} {edition}"},
	"compare.table":    {VI: "Điểm, hạng (trong ngoặc) và khoảng cách so với {unit}", EN: "Scores, ranks (in brackets) and the gap to {unit}"},
	"compare.col.node": {VI: "Chỉ số, thành phần", EN: "Index and parts"},
	"compare.col.gap":  {VI: "so với {unit}", EN: "against {unit}"},
	"compare.ranks":    {VI: "Hạng của từng đơn vị ở mỗi kỳ", EN: "Rank of each body by edition"},

	"compare.bars.t":      {VI: "{unit} cao nhất ở {n} trên {of} thành phần", EN: "{unit} is highest on {n} of {of} parts"},
	"compare.bars.plain":  {VI: "Điểm của từng đơn vị", EN: "The scores of each body"},
	"compare.bars.sub":    {VI: "Điểm {index} {edition} và từng thành phần của các đơn vị đang so sánh; thanh bắt đầu từ không", EN: "{index} {edition} scores and parts of the bodies compared; bars begin at zero"},
	"compare.lines.t":     {VI: "{units} đứng cao nhất, hạng {rank} kỳ {edition}", EN: "{units} ranks best, {rank} in {edition}"},
	"compare.lines.plain": {VI: "Hạng qua các kỳ", EN: "Ranks over the editions"},
	"compare.lines.sub":   {VI: "Hạng {index} qua các kỳ của các đơn vị đang so sánh; hạng tốt hơn nằm trên, vạch đứt là kỳ không so được với kỳ trước", EN: "{index} rank by edition of the bodies compared; better ranks are higher up, a dashed upright marks an edition that cannot be compared with the one before"},
	"compare.say.bars":    {VI: "Biểu đồ thanh: {title}. Số liệu ở bảng bên dưới.", EN: "Bar charts: {title}. The figures are in the table below."},
	"compare.say.lines":   {VI: "Biểu đồ đường: {title}. Số liệu ở bảng bên dưới.", EN: "Line chart: {title}. The figures are in the table below."},
	"compare.say.two":     {VI: "Hãy chọn ít nhất hai đơn vị khác nhau.", EN: "Choose at least two different bodies."},
	"compare.say.left":    {VI: "Không có trong kỳ này: {units}.", EN: "Not in this edition: {units}."},
	"compare.say.now":     {VI: "Đang so sánh {units}.", EN: "Comparing {units}."},
}
