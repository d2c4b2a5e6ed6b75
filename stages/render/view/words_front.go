package view

import "xephang/stages/problem"

// frontWords is the front page, the list of rankings and the sentences that say what happened.
var frontWords = map[string]problem.Text{
	"front.lede":     {VI: "Kết quả mới nhất của từng chỉ số, tính lại từ số liệu gốc và đối chiếu với số đã công bố.", EN: "The newest results of every index, computed anew from source figures and held against the published ones."},
	"front.news":     {VI: "Kết quả mới nhất", EN: "Newest results"},
	"front.indices":  {VI: "Các chỉ số", EN: "The indices"},
	"front.leaders":  {VI: "Nhóm đầu và nhóm cuối trong nước", EN: "First and last at home"},
	"front.users":    {VI: "Bạn cần gì?", EN: "What do you need?"},
	"front.none":     {VI: "Chưa có kỳ xếp hạng nào.", EN: "There is no ranking yet."},
	"front.open":     {VI: "Xem bảng xếp hạng", EN: "See the ranking"},
	"front.all":      {VI: "Xem đủ bảng xếp hạng", EN: "See the whole ranking"},
	"front.editions": {VI: "{n} kỳ, mới nhất {edition}", EN: "{n} editions, newest {edition}"},
	"front.edition":  {VI: "một kỳ: {edition}", EN: "one edition: {edition}"},
	"front.first":    {VI: "Dẫn đầu", EN: "First"},
	"front.last":     {VI: "Cuối bảng", EN: "Last"},

	"front.user.head":      {VI: "Lãnh đạo", EN: "Heads of bodies"},
	"front.user.head.t":    {VI: "Việt Nam và đơn vị mình đứng ở đâu, tăng hay giảm, phần nào kéo xuống.", EN: "Where Viet Nam and one’s own body stand, up or down, and which part drags."},
	"front.user.officer":   {VI: "Cán bộ bộ, ngành, địa phương", EN: "Officers in ministries and provinces"},
	"front.user.officer.t": {VI: "Hồ sơ từng đơn vị: điểm, hạng, từng thành phần so với nhóm cùng loại.", EN: "A profile of every body: score, rank and every part against its peers."},
	"front.user.press":     {VI: "Báo chí và người dân", EN: "Press and public"},
	"front.user.press.t":   {VI: "Con số có đúng không: kết quả tính lại cạnh số đã công bố, kèm lý do khác nhau.", EN: "Is a figure right: our results beside the published ones, with the reason for every difference."},
	"front.user.expert":    {VI: "Nhà nghiên cứu", EN: "Researchers"},
	"front.user.expert.t":  {VI: "Tệp dữ liệu mở, mã băm, cách trích dẫn và phương pháp tính.", EN: "Open data files, hashes, how to cite, and the method."},

	"head.focus":         {VI: "{unit} xếp hạng {rank} về {index} kỳ {edition}, đạt {score} điểm.", EN: "{unit} ranks {rank} in the {index} {edition}, with a score of {score}."},
	"head.focus.up":      {VI: "{unit} lên hạng {rank} về {index} kỳ {edition}, tăng {change} bậc so với kỳ {before}, đạt {score} điểm.", EN: "{unit} rises to {rank} in the {index} {edition}, up {change} since {before}, with a score of {score}."},
	"head.focus.down":    {VI: "{unit} xuống hạng {rank} về {index} kỳ {edition}, giảm {change} bậc so với kỳ {before}, đạt {score} điểm.", EN: "{unit} falls to {rank} in the {index} {edition}, down {change} since {before}, with a score of {score}."},
	"head.focus.same":    {VI: "{unit} giữ hạng {rank} về {index} kỳ {edition}, như kỳ {before}, đạt {score} điểm.", EN: "{unit} keeps {rank} in the {index} {edition}, as in {before}, with a score of {score}."},
	"head.focus.norank":  {VI: "{unit} đạt {score} điểm theo {index} kỳ {edition}.", EN: "{unit} scores {score} in the {index} {edition}."},
	"head.focus.since":   {VI: "{unit} đạt {score} điểm theo {index} kỳ {edition}; kỳ {before} là {was}.", EN: "{unit} scores {score} in the {index} {edition}, after {was} in {before}."},
	"head.first":         {VI: "{unit} đứng đầu {index} kỳ {edition} với {score} điểm.", EN: "{unit} leads the {index} {edition} with a score of {score}."},
	"head.first.noscore": {VI: "{unit} đứng đầu {index} kỳ {edition}.", EN: "{unit} leads the {index} {edition}."},
	"head.tied":          {VI: "{units} cùng đứng đầu {index} kỳ {edition}.", EN: "{units} share first place in the {index} {edition}."},
	"head.block":         {VI: "{unit} đứng đầu khối {block}, {index} kỳ {edition}.", EN: "{unit} leads the block “{block}” of the {index} {edition}."},
	"head.some":          {VI: "{index} kỳ {edition}: có số liệu của {count}.", EN: "{index} {edition}: figures of {count} are known."},
	"head.and":           {VI: " và ", EN: " and "},
	"head.comma":         {VI: ", ", EN: ", "},

	"trend.up":    {VI: "{unit} từ hạng {from} kỳ {first} lên hạng {to} kỳ {last}", EN: "{unit}: from rank {from} in {first} up to {to} in {last}"},
	"trend.down":  {VI: "{unit} từ hạng {from} kỳ {first} xuống hạng {to} kỳ {last}", EN: "{unit}: from rank {from} in {first} down to {to} in {last}"},
	"trend.same":  {VI: "{unit} hạng {to} cả kỳ {first} lẫn kỳ {last}", EN: "{unit}: rank {to} in both {first} and {last}"},
	"trend.plain": {VI: "{unit} qua các kỳ {index}", EN: "{unit} over the editions of the {index}"},
	"trend.sub":   {VI: "Điểm {index} qua các kỳ, {unit} và {group} ({n} thành viên), {first}–{last}", EN: "{index} score by edition, {unit} and {group} ({n} members), {first}–{last}"},
	"trend.alt":   {VI: "Điểm {index} của {unit}: {points}. Bảng bên dưới có đủ các thành viên {group}.", EN: "{index} score of {unit}: {points}. The table below has all members of {group}."},
	"trend.table": {VI: "Điểm {index} và hạng thế giới (trong ngoặc) qua các kỳ", EN: "{index} score and world rank (in brackets) by edition"},

	"list.title": {VI: "Các bảng xếp hạng", EN: "Rankings"},
	"list.lede":  {VI: "Mỗi chỉ số một dòng; mỗi kỳ một trang, địa chỉ không đổi.", EN: "One row for each index; one page for each edition, at an address that stays."},
}
