package view

import "xephang/stages/problem"

// whatIfWords is the page on which a reader weighs the parts otherwise. The phrases of whatIfSays are filled by the
// page's script.
var whatIfWords = map[string]problem.Text{
	"whatif.page":  {VI: "Thử trọng số", EN: "Try other weights"},
	"whatif.of":    {VI: "Thử trọng số: {index}, kỳ {edition}", EN: "Try other weights: {index}, {edition}"},
	"whatif.link":  {VI: "Thử trọng số khác", EN: "Try other weights"},
	"whatif.title": {VI: "Nếu trọng số {index} {edition} khác đi", EN: "What if the {index} {edition} weighed its parts otherwise"},
	"whatif.title.focus": {VI: "{unit} đứng từ hạng {low} đến hạng {high} tuỳ trọng số, {index} {edition}",
		EN: "{unit} ranks from {low} to {high} depending on the weights, {index} {edition}"},
	"whatif.title.still": {VI: "{unit} vẫn hạng {low} với mọi bộ trọng số thử sẵn, {index} {edition}", EN: "{unit} keeps rank {low} under every preset weighting, {index} {edition}"},
	"whatif.title.first": {VI: "{count} thay nhau đứng đầu tuỳ trọng số, {index} {edition}", EN: "{count} take the lead depending on the weights, {index} {edition}"},
	"whatif.title.same":  {VI: "Trọng số nào thì đơn vị đứng đầu {index} {edition} cũng không đổi", EN: "The lead in the {index} {edition} is the same under every preset weighting"},
	"whatif.lede": {VI: "Điểm chung phụ thuộc vào việc mỗi thành phần nặng bao nhiêu. Ở đây trọng số được đổi đi, mọi thứ khác giữ như công bố, rồi xếp hạng lại.",
		EN: "The total depends on how much each part weighs. Here the weights are changed, everything else stays as published, and the ranks are made anew."},

	"whatif.h.own":    {VI: "Trọng số của bạn", EN: "Your weights"},
	"whatif.how":      {VI: "Kéo thanh hoặc gõ số; chỉ tỷ lệ giữa các trọng số là quan trọng. Thứ hạng được tính lại ngay trong trình duyệt, đúng như chương trình tính, không gửi đi đâu.", EN: "Drag a slider or type a number; only the proportions count. Ranks are recomputed in your browser exactly as the program does; nothing is sent anywhere."},
	"whatif.noscript": {VI: "Thanh kéo cần JavaScript; bảng các bộ trọng số thử sẵn bên dưới do chương trình tính và đọc được không cần JavaScript.", EN: "The sliders need JavaScript; the table of preset weights below was computed by the program and needs none."},
	"whatif.weight":   {VI: "Trọng số {node}", EN: "Weight of {node}"},
	"whatif.slider":   {VI: "Thanh kéo trọng số {node}", EN: "Slider for the weight of {node}"},
	"whatif.below":    {VI: "Trong {node}: {n} thành phần", EN: "Within {node}: {n} parts"},
	"whatif.choose":   {VI: "Bộ trọng số thử sẵn", EN: "Preset weights"},
	"whatif.share":    {VI: "Địa chỉ của bộ trọng số này", EN: "Address of these weights"},
	"whatif.copy":     {VI: "Chép địa chỉ", EN: "Copy the address"},
	"whatif.copied":   {VI: "Đã chép địa chỉ", EN: "Address copied"},
	"whatif.shallow":  {VI: "Cây chỉ số quá lớn cho một trang: chỉ đổi được trọng số của các thành phần cấp trên cùng.", EN: "The tree is too large for a page: only the weights of the topmost parts can be changed."},

	"whatif.why":         {VI: "Vì sao không có thanh kéo", EN: "Why there are no sliders"},
	"whatif.why.combine": {VI: "{node} không phải trung bình cộng có trọng số: {method} Trình duyệt không bảo đảm tính ra đúng như chương trình, nên trang chỉ có các bộ trọng số thử sẵn do chương trình tính.", EN: "{node} is not a weighted arithmetic mean: {method} A browser cannot be trusted to find exactly what the program does, so this page has only preset weights that the program computed."},
	"whatif.why.weights": {VI: "Trọng số các thành phần của {node} được tính từ số liệu, không phải đặt trước, nên trang chỉ có các bộ trọng số thử sẵn do chương trình tính.", EN: "The weights of the parts of {node} are computed from the data, not declared, so this page has only preset weights that the program computed."},
	"whatif.why.scale":   {VI: "{node} được đưa về thang riêng trước khi cộng lên, nên trang chỉ có các bộ trọng số thử sẵn do chương trình tính.", EN: "{node} is put on a scale of its own before it goes up, so this page has only preset weights that the program computed."},
	"whatif.why.none":    {VI: "Có thành phần không có điểm để cộng lại.", EN: "A part has no scores to be combined."},
	"whatif.why.large":   {VI: "Chỉ số quá lớn để tính lại trong một trang.", EN: "The index is too large to be recomputed in a page."},

	"whatif.published": {VI: "Trọng số công bố", EN: "Published weights"},
	"whatif.equal":     {VI: "Các thành phần bằng nhau", EN: "All parts equal"},
	"whatif.half":      {VI: "{part} chiếm {share}", EN: "{part} weighs {share}"},

	"whatif.h.presets":  {VI: "Các bộ trọng số thử sẵn", EN: "Preset weights"},
	"whatif.presets":    {VI: "Mỗi bộ trọng số đổi gì so với trọng số công bố, {index} {edition}", EN: "What each set of weights changes against the published ones, {index} {edition}"},
	"whatif.ranks":      {VI: "Hạng theo từng bộ trọng số của những đơn vị vào {n} hạng đầu", EN: "Ranks under each set of weights of the bodies that reach the first {n} places"},
	"whatif.col.preset": {VI: "Bộ trọng số", EN: "Weights"},
	"whatif.col.in":     {VI: "Vào năm hạng đầu", EN: "Into the first five"},
	"whatif.col.out":    {VI: "Ra khỏi năm hạng đầu", EN: "Out of the first five"},
	"whatif.col.moved":  {VI: "Số đơn vị đổi hạng", EN: "Ranks that change"},
	"whatif.col.most":   {VI: "Đổi nhiều nhất, bậc", EN: "Greatest change, places"},
	"whatif.col.who":    {VI: "Đơn vị đổi nhiều nhất", EN: "Who moves most"},
	"whatif.nobody":     {VI: "không có", EN: "nobody"},

	"whatif.table":      {VI: "Xếp hạng theo trọng số đang chọn, {index} {edition}", EN: "Ranking by the chosen weights, {index} {edition}"},
	"whatif.col.rank":   {VI: "Hạng mới", EN: "New rank"},
	"whatif.col.score":  {VI: "Điểm mới", EN: "New score"},
	"whatif.col.before": {VI: "Hạng theo trọng số công bố", EN: "Rank by published weights"},
	"whatif.col.move":   {VI: "Đổi hạng", EN: "Move"},
	"whatif.col.block":  {VI: "Khối", EN: "Block"},

	"whatif.t":       {VI: "Đổi trọng số, {unit} xê dịch {n} bậc, không ai hơn", EN: "Other weights move {unit} by {n} places, nobody by more"},
	"whatif.t.still": {VI: "Đổi trọng số, không hạng nào trong hình thay đổi", EN: "Other weights change none of these ranks"},
	"whatif.sub":     {VI: "Hạng {index} {edition}, {count}: chấm là hạng theo trọng số công bố, thanh là hạng thấp nhất và cao nhất trong {presets} bộ trọng số", EN: "{index} {edition} rank, {count}: the dot is the rank by published weights, the bar runs over the ranks under {presets} sets of weights"},
	"whatif.alt":     {VI: "Khoảng hạng {index} {edition} của {count} khi đổi trọng số; {unit} xê dịch nhiều nhất, {n} bậc. Số liệu ở bảng hạng theo từng bộ trọng số.", EN: "Ranges of the {index} {edition} ranks of {count} under other weights; {unit} moves most, {n} places. The figures are in the table of ranks under each set."},

	"whatif.say.published": {VI: "Đây là trọng số công bố: thứ hạng như trang xếp hạng.", EN: "These are the published weights: the ranks of the ranking page."},
	"whatif.say.same":      {VI: "Năm hạng đầu không đổi: {units}.", EN: "The first five stay the same: {units}."},
	"whatif.say.order":     {VI: "Vẫn những đơn vị ấy ở năm hạng đầu, thứ tự khác: {units}.", EN: "The same bodies hold the first five places in another order: {units}."},
	"whatif.say.in":        {VI: "Năm hạng đầu thay đổi. Vào: {units}.", EN: "The first five change. In: {units}."},
	"whatif.say.inout":     {VI: "Năm hạng đầu thay đổi. Vào: {units}. Ra: {out}.", EN: "The first five change. In: {units}. Out: {out}."},
	"whatif.say.out":       {VI: "Năm hạng đầu thay đổi. Ra: {units}.", EN: "The first five change. Out: {units}."},
	"whatif.say.moved":     {VI: "{n}/{of} đơn vị đổi hạng, nhiều nhất {most} bậc ({unit}).", EN: "{n} of {of} ranks change, by {most} at most ({unit})."},
	"whatif.say.still":     {VI: "Không đơn vị nào đổi hạng.", EN: "No rank changes."},
	"whatif.say.focus":     {VI: "{unit}: từ hạng {from} thành hạng {to}.", EN: "{unit}: from rank {from} to rank {to}."},
	"whatif.say.stays":     {VI: "{unit} vẫn hạng {to}.", EN: "{unit} keeps rank {to}."},
	"whatif.say.block":     {VI: "{block}: {says}", EN: "{block}: {says}"},
	"whatif.say.up":        {VI: "lên {n} bậc", EN: "up {n}"},
	"whatif.say.down":      {VI: "xuống {n} bậc", EN: "down {n}"},
	"whatif.say.zero":      {VI: "Trong {node} phải có ít nhất một trọng số lớn hơn không; thứ hạng bên dưới vẫn theo bộ trọng số trước.", EN: "In {node} at least one weight must be above zero; the ranks below still follow the last weights that could be used."},
	"whatif.say.bad":       {VI: "“{text}” không phải số không âm; thứ hạng bên dưới vẫn theo bộ trọng số trước.", EN: "“{text}” is not a number from zero up; the ranks below still follow the last weights that could be used."},
	"whatif.say.left":      {VI: "Địa chỉ có phần không dùng được và đã bỏ qua: {text}.", EN: "The address holds a part that cannot be used and was left out: {text}."},
	"whatif.say.slider":    {VI: "trọng số {weight}, {share} của {node}", EN: "weight {weight}, {share} of {node}"},
}

// whatIfSays are the phrases that the script fills, in the page's language.
func (l Lang) whatIfSays() map[string]string {
	says := map[string]string{"comma": l.Say("head.comma"), "and": l.Say("head.and"), "percent": l.Percent(0, 0)[1:], "copied": l.Say("whatif.copied")}
	for name, key := range map[string]string{"published": "whatif.say.published", "same": "whatif.say.same", "order": "whatif.say.order", "in": "whatif.say.in", "inout": "whatif.say.inout",
		"out": "whatif.say.out", "moved": "whatif.say.moved", "still": "whatif.say.still", "focus": "whatif.say.focus", "stays": "whatif.say.stays", "block": "whatif.say.block",
		"up": "whatif.say.up", "down": "whatif.say.down", "zero": "whatif.say.zero", "bad": "whatif.say.bad", "left": "whatif.say.left", "slider": "whatif.say.slider"} {
		says[name] = l.Say(key)
	}
	return says
}
