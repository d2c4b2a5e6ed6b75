package view

import "xephang/stages/problem"

// textWords is the pages of texts; checkWords the page that holds results against published figures; dataWords the
// page of files.
var textWords = map[string]problem.Text{
	"texts.title":     {VI: "Văn bản đã đọc", EN: "Texts read"},
	"texts.lede":      {VI: "{n} văn bản, {sentences} câu. Mỗi câu giữ vị trí của nó trong văn bản để đối chiếu.", EN: "{n} texts, {sentences} sentences. Every sentence keeps its position in the text."},
	"texts.none":      {VI: "Chưa có văn bản nào trong thư mục đầu vào.", EN: "There is no text in the input folder."},
	"texts.col.file":  {VI: "Văn bản", EN: "Text"},
	"texts.col.first": {VI: "Câu đầu", EN: "First sentence"},
	"texts.col.count": {VI: "Số câu", EN: "Sentences"},
	"texts.table":     {VI: "Danh sách văn bản", EN: "List of texts"},
	"text.title":      {VI: "Văn bản {file}", EN: "Text {file}"},
	"text.lede":       {VI: "{n} câu. Số đầu dòng là vị trí ký tự đầu tiên và cuối cùng của câu.", EN: "{n} sentences. The numbers before a sentence are the positions of its first and last character."},
}

var checkWords = map[string]problem.Text{
	"check.title":     {VI: "Đối chiếu với số đã công bố", EN: "Reproduction of published figures"},
	"check.lede":      {VI: "Điểm và hạng được tính lại từ số liệu thành phần rồi so với số do cơ quan công bố in ra. Số công bố chỉ để so sánh, không đi vào phép tính.", EN: "Scores and ranks are computed from the parts and compared with those that the publisher printed. Published figures are compared and never fed into the computation."},
	"check.none":      {VI: "Chưa có kỳ nào vừa có điểm tính lại vừa có số công bố.", EN: "No edition has both computed and published figures yet."},
	"check.summary":   {VI: "{within} trên {scores} điểm trùng trong sai số; {equal} trên {ranks} thứ hạng trùng.", EN: "{within} of {scores} scores agree within the tolerance; {equal} of {ranks} ranks agree."},
	"check.summary.s": {VI: "{within} trên {scores} điểm trùng trong sai số.", EN: "{within} of {scores} scores agree within the tolerance."},
	"check.table":     {VI: "Kết quả đối chiếu {index} theo kỳ", EN: "Reproduction of the {index} by edition"},
	"check.node":      {VI: "Chỉ số", EN: "Node"},
	"check.scores":    {VI: "Điểm đối chiếu", EN: "Scores compared"},
	"check.within":    {VI: "Trùng trong sai số", EN: "Within tolerance"},
	"check.tolerance": {VI: "Sai số cho phép", EN: "Tolerance"},
	"check.worst":     {VI: "Lệch lớn nhất", EN: "Largest difference"},
	"check.ranks":     {VI: "Hạng đối chiếu", EN: "Ranks compared"},
	"check.equal":     {VI: "Hạng trùng", EN: "Ranks equal"},
	"check.frompub":   {VI: "Hạng suy từ điểm công bố", EN: "Ranks from published scores"},
	"check.diff":      {VI: "Những chỗ khác nhau, {index}", EN: "Where they differ, {index}"},
	"check.col.ours":  {VI: "Điểm tính lại", EN: "Our score"},
	"check.col.their": {VI: "Điểm công bố", EN: "Published score"},
	"check.col.rank":  {VI: "Hạng tính lại", EN: "Our rank"},
	"check.col.prank": {VI: "Hạng công bố", EN: "Published rank"},
	"check.col.why":   {VI: "Lý do", EN: "Reason"},
	"check.col.with":  {VI: "Đổi chỗ với", EN: "Changed places with"},
	"check.col.place": {VI: "Ô nguồn", EN: "Source cell"},
	"check.printed":   {VI: "Những kỳ chỉ có số đã công bố, không có gì để tính lại", EN: "Editions with published figures only: nothing to recompute"},
	"check.all":       {VI: "Không có chỗ nào khác nhau.", EN: "There is no difference."},
	"check.more":      {VI: "và {n} đơn vị nữa", EN: "and {n} more"},

	"check.why.misprint":   {VI: "Điểm công bố không theo công thức của chính chỉ số", EN: "The published score is off the publisher’s own formula"},
	"check.why.pushed":     {VI: "Bị đẩy bởi đơn vị có điểm công bố sai công thức", EN: "Pushed by a body whose published score is off the formula"},
	"check.why.tie-broken": {VI: "Điểm công bố bằng nhau nhưng được tách hạng bằng chữ số không in ra", EN: "Equal published scores, parted by digits that were not printed"},
	"check.why.last-digit": {VI: "Điểm tính từ thành phần đã làm tròn, lệch ở chữ số cuối", EN: "Built from rounded parts, our score differs in the last digit"},
}

var dataWords = map[string]problem.Text{
	"data.title":       {VI: "Dữ liệu", EN: "Data"},
	"data.lede":        {VI: "Toàn bộ kết quả ở dạng tệp: sổ Excel, CSV, Parquet. Mã băm SHA-256 cho biết tệp có còn nguyên vẹn không.", EN: "All results as files: Excel workbooks, CSV, Parquet. The SHA-256 hash tells whether a file is unchanged."},
	"data.out":         {VI: "Tệp kết quả", EN: "Result files"},
	"data.books":       {VI: "Sổ Excel", EN: "Excel workbooks"},
	"data.excel":       {VI: "CSV cho Excel tiếng Việt (dấu chấm phẩy, dấu phẩy thập phân)", EN: "CSV for a Vietnamese Excel (semicolon, decimal comma)"},
	"data.open":        {VI: "Dữ liệu mở (CSV theo RFC 4180, Parquet)", EN: "Open data (CSV by RFC 4180, Parquet)"},
	"data.in":          {VI: "Tệp đầu vào", EN: "Input files"},
	"data.col.file":    {VI: "Tệp", EN: "File"},
	"data.col.size":    {VI: "Kích thước", EN: "Size"},
	"data.col.hash":    {VI: "SHA-256", EN: "SHA-256"},
	"data.col.what":    {VI: "Nội dung", EN: "Content"},
	"data.licence":     {VI: "Giấy phép", EN: "Licence"},
	"data.licence.t":   {VI: "Số liệu là dữ kiện do các cơ quan công bố; khi dùng lại xin ghi nguồn gốc nêu ở từng bảng. Phân vùng quốc gia theo mã M49 của Liên Hợp Quốc.", EN: "The figures are facts published by public bodies; when reusing them name the sources given with each table. Regions of countries follow the United Nations’ M49 codes."},
	"data.cite":        {VI: "Cách trích dẫn", EN: "How to cite"},
	"data.cite.t":      {VI: "“{index}, kỳ {edition}”, Xếp hạng, tính từ số liệu của {publisher}.", EN: "“{index}, {edition}”, Xếp hạng, computed from figures of {publisher}."},
	"data.sums":        {VI: "Tệp SHA256SUMS ở thư mục gốc liệt kê mã băm của mọi tệp đã phát hành.", EN: "SHA256SUMS in the root folder lists the hash of every published file."},
	"data.problems":    {VI: "Điểm cần lưu ý trong số liệu đầu vào", EN: "Doubts about the input figures"},
	"data.problems.t":  {VI: "{n} điểm cần lưu ý, gộp theo loại.", EN: "{n} doubts, by kind."},
	"data.problem.no":  {VI: "Không có điểm nào cần lưu ý.", EN: "There are no doubts."},
	"data.col.count":   {VI: "Số lần", EN: "Times"},
	"data.col.example": {VI: "Ví dụ", EN: "Example"},
	"data.col.problem": {VI: "Vấn đề", EN: "Doubt"},
}
