package view

import "xephang/stages/problem"

// frameWords is what every page carries: navigation, header, footer, marks on figures, names of kinds.
var frameWords = map[string]problem.Text{
	"site.name":    {VI: "Xếp hạng", EN: "Xếp hạng"},
	"site.tagline": {VI: "Chỉ số và xếp hạng các cơ quan nhà nước Việt Nam", EN: "Indices and rankings of Viet Nam’s public bodies"},

	"nav.label":   {VI: "Chính", EN: "Main"},
	"nav.skip":    {VI: "Đến nội dung chính", EN: "Skip to the content"},
	"nav.crumbs":  {VI: "Đường dẫn", EN: "Breadcrumbs"},
	"nav.home":    {VI: "Trang đầu", EN: "Home"},
	"nav.indices": {VI: "Xếp hạng", EN: "Rankings"},
	"nav.units":   {VI: "Đơn vị", EN: "Bodies"},
	"nav.method":  {VI: "Phương pháp", EN: "Method"},
	"nav.check":   {VI: "Đối chiếu", EN: "Reproduction"},
	"nav.texts":   {VI: "Văn bản", EN: "Texts"},
	"nav.data":    {VI: "Dữ liệu", EN: "Data"},
	"nav.about":   {VI: "Giới thiệu", EN: "About"},
	"nav.access":  {VI: "Trợ năng", EN: "Accessibility"},
	"nav.other":   {VI: "English", EN: "Tiếng Việt"},
	"nav.footer":  {VI: "Cuối trang", EN: "Footer"},
	"nav.onpage":  {VI: "Trên trang này", EN: "On this page"},

	"mark.published": {VI: "công bố", EN: "published"},
	"mark.source":    {VI: "Nguồn", EN: "Source"},
	"mark.computed":  {VI: "Tính từ số liệu gốc", EN: "Computed from source figures"},
	"mark.asprinted": {VI: "Theo số đã công bố", EN: "As published"},
	"mark.table":     {VI: "Bảng số liệu", EN: "Table of figures"},
	"mark.figure":    {VI: "Liên kết tới hình này", EN: "Link to this figure"},
	"mark.scroll":    {VI: "Bảng, cuộn ngang được", EN: "Table, scrolls sideways"},
	"mark.nodata":    {VI: "chưa có số liệu", EN: "no figures"},
	"mark.since":     {VI: "{change} so với kỳ {edition}", EN: "{change} since {edition}"},

	"kind.country":      {VI: "Quốc gia", EN: "Countries"},
	"kind.province":     {VI: "Tỉnh, thành phố", EN: "Provinces and cities"},
	"kind.ministry":     {VI: "Bộ, cơ quan ngang bộ", EN: "Ministries and ministerial agencies"},
	"kind.agency":       {VI: "Cơ quan thuộc Chính phủ", EN: "Government agencies"},
	"kind.body":         {VI: "Cơ quan, tổ chức khác", EN: "Other bodies"},
	"kind.one.body":     {VI: "Cơ quan, tổ chức khác", EN: "Other body"},
	"kind.one.country":  {VI: "Quốc gia", EN: "Country"},
	"kind.one.province": {VI: "Tỉnh, thành phố trực thuộc trung ương", EN: "Province or centrally-run city"},
	"kind.one.ministry": {VI: "Bộ, cơ quan ngang bộ", EN: "Ministry or ministerial agency"},
	"kind.one.agency":   {VI: "Cơ quan thuộc Chính phủ", EN: "Government agency"},
	"noun.country":      {VI: "{n} quốc gia", EN: "{n} countries"},
	"noun.province":     {VI: "{n} tỉnh, thành phố", EN: "{n} provinces and cities"},
	"noun.ministry":     {VI: "{n} bộ, ngành", EN: "{n} ministries and agencies"},
	"noun.agency":       {VI: "{n} cơ quan", EN: "{n} agencies"},
	"noun.unit":         {VI: "{n} đơn vị", EN: "{n} bodies"},

	"foot.made":    {VI: "Trang tĩnh, mở được không cần mạng: không gửi yêu cầu nào ra ngoài, không theo dõi người đọc.", EN: "A static site that opens offline: it sends no request elsewhere and tracks nobody."},
	"foot.version": {VI: "Phiên bản chương trình: {version}", EN: "Program version: {version}"},
	"foot.licence": {VI: "Biểu đồ: Apache ECharts. Phông chữ: Be Vietnam Pro. Giấy phép kèm trong thư mục tài nguyên.", EN: "Charts: Apache ECharts. Type: Be Vietnam Pro. Licences are in the assets folder."},

	"about.title": {VI: "Giới thiệu", EN: "About"},
	"about.what":  {VI: "Ấn phẩm này chấm điểm và xếp hạng các cơ quan nhà nước Việt Nam, cùng vị trí của Việt Nam trên thế giới, từ bảng số liệu và văn bản đầu vào.", EN: "This publication scores and ranks Viet Nam’s public bodies, and Viet Nam’s place in the world, from spreadsheets and texts."},
	"about.how":   {VI: "Mỗi kỳ xếp hạng đi qua cùng một chuỗi bước: đọc số liệu, chuẩn hoá, tính điểm, xếp hạng, đối chiếu với số đã công bố, rồi trình bày. Không con số nào trên trang được gõ tay.", EN: "Every edition goes through the same line of steps: read, normalise, score, rank, compare with what was published, present. No figure on these pages is typed by hand."},
	"about.two":   {VI: "Hai loại số liệu được phân biệt rõ. Kỳ nào có đủ điểm thành phần thì điểm và hạng do chương trình tính lại; kỳ nào chỉ có số đã công bố thì trang ghi rõ “theo số đã công bố” và không tính lại hạng.", EN: "Two kinds of figures are kept apart. Where an edition has all its parts, scores and ranks are computed here; where only published figures exist the page says “as published” and no rank is recomputed."},
	"about.error": {VI: "Thấy một con số đáng ngờ? Trang Đối chiếu liệt kê mọi chỗ kết quả tính lại khác số đã công bố; trang Dữ liệu có tệp gốc và mã băm để tự kiểm tra.", EN: "A figure looks wrong? The reproduction page lists every place where our result differs from the published one; the data page has the source files and hashes for checking."},
	"about.parts": {VI: "Có gì ở đây", EN: "What is here"},

	"access.title":   {VI: "Trợ năng", EN: "Accessibility"},
	"access.aim":     {VI: "Trang được làm theo WCAG mức AA: dùng được bằng bàn phím, phóng to được, đọc được bằng trình đọc màn hình, không truyền đạt ý nghĩa chỉ bằng màu.", EN: "These pages are built to WCAG level AA: usable by keyboard, at high zoom and with a screen reader; colour alone never carries meaning."},
	"access.charts":  {VI: "Cạnh mỗi biểu đồ có bảng cùng số liệu và một câu mô tả; không có JavaScript thì bảng vẫn đầy đủ.", EN: "Every chart has a table of the same figures beside it and a description in words; without JavaScript the tables are complete."},
	"access.display": {VI: "Nền sáng hay tối theo cài đặt của thiết bị; bản in luôn dùng nền sáng. Không có chuyển động cần thiết để đọc.", EN: "Light or dark follows the device; print is always light. No motion is needed to read."},
	"access.mend":    {VI: "Gặp chỗ khó đọc, hãy báo cho đơn vị phát hành kèm địa chỉ trang và thiết bị đang dùng.", EN: "If something is hard to read, tell the publisher the page’s address and the device you use."},

	"lost.title": {VI: "Không tìm thấy trang này", EN: "This page was not found"},
	"lost.text":  {VI: "Địa chỉ có thể đã gõ sai, hoặc trang thuộc một bản phát hành khác.", EN: "The address may be mistyped, or the page belongs to another release."},
	"lost.home":  {VI: "Về trang đầu", EN: "Go to the front page"},
}
