package units

import "xephang/stages/problem"

// What can be wrong in units.csv and the files beside it. Names that readers of other files cannot resolve are in resolve.go.
var (
	badCSV = declare("units-csv", problem.Fault,
		t("dòng CSV viết sai: {why_vi}", "malformed CSV line: {why_en}"),
		t("CSV theo RFC 4180, mã hóa UTF-8", "RFC 4180 CSV in UTF-8"),
		t("sửa dấu ngoặc kép hoặc lưu lại tệp dưới dạng CSV UTF-8", "mend the quotes or save the file as CSV UTF-8 again"))
	badEncoding = declare("units-encoding", problem.Fault,
		t("tệp không phải UTF-8", "the file is not UTF-8"),
		t("văn bản UTF-8", "UTF-8 text"),
		t("lưu lại tệp với mã hóa UTF-8", "save the file again as UTF-8"))
	noColumn = declare("units-column-missing", problem.Fault,
		t("thiếu cột {column}", "column {column} is missing"),
		t("dòng đầu có các cột {columns}", "a first line with the columns {columns}"),
		t("thêm cột {column} vào dòng tiêu đề", "add the column {column} to the header line"))
	strangeColumn = declare("units-column-unknown", problem.Doubt,
		t("cột không dùng đến", "a column that is not used"),
		t("một trong các cột {columns}", "one of the columns {columns}"),
		t("sửa tên cột hoặc bỏ cột", "mend the column's name or remove it"))
	twiceColumn = declare("units-column-repeated", problem.Fault,
		t("cột lặp lại", "repeated column"),
		t("mỗi cột một lần", "every column once"),
		t("bỏ cột thừa", "remove the column that is too many"))
	wideRow = declare("units-row-width", problem.Fault,
		t("dòng có {cells} ô, tiêu đề có {columns}", "the line has {cells} cells, the header {columns}"),
		t("nhiều nhất {columns} ô", "at most {columns} cells"),
		t("đặt ô có dấu phẩy trong ngoặc kép", "put cells that hold a comma in double quotes"))
	noUnits = declare("units-none", problem.Fault,
		t("không có đơn vị nào", "there are no units"),
		t("ít nhất một dòng đơn vị", "at least one line with a unit"),
		t("ghi các đơn vị vào tệp, mỗi đơn vị một dòng", "write the units into the file, one a line"))
	noCode = declare("units-code-missing", problem.Fault,
		t("đơn vị không có mã", "a unit without a code"),
		t("mã ở cột code", "a code in the column code"),
		t("đặt cho đơn vị một mã riêng", "give the unit a code of its own"))
	badCode = declare("units-code-sign", problem.Fault,
		t("mã đơn vị có ký tự không dùng được", "the unit's code has a sign that cannot be used"),
		t(`mã không chứa ";", "/", "\", ":" và ký tự điều khiển`, `a code without ";", "/", "\", ":" and control characters`),
		t("đổi mã", "change the code"))
	twiceCode = declare("units-code-repeated", problem.Fault,
		t("mã đơn vị lặp lại", "repeated unit code"),
		t("mỗi mã một lần; mã này đã có ở dòng {line}", "every code once; this one stands in line {line} already"),
		t("đổi mã hoặc bỏ một dòng; đơn vị đổi hẳn thì mang mã mới", "change the code or remove a line; a unit that changed wholly takes a new code"))
	noName = declare("units-name-missing", problem.Fault,
		t("đơn vị không có tên", "a unit without a name"),
		t("tên ở cột name_vi (hoặc name)", "a name in the column name_vi (or name)"),
		t("ghi tên đơn vị", "write the unit's name"))
	noKind = declare("units-kind-missing", problem.Fault,
		t("đơn vị không có loại", "a unit without a kind"),
		t("country, province, ministry, agency hoặc một loại khác", "country, province, ministry, agency or another kind"),
		t("ghi loại đơn vị vào cột kind", "write the unit's kind into the column kind"))
	badDate = declare("units-date", problem.Fault,
		t("ngày viết sai", "malformed date"),
		t("ngày có thật, viết năm-tháng-ngày (2025-06-30), hoặc để trống", "a real day as year-month-day (2025-06-30), or nothing"),
		t("sửa ngày", "mend the date"))
	reversed = declare("units-dates-reversed", problem.Fault,
		t("ngày cuối đứng trước ngày đầu", "the last day stands before the first"),
		t("ngày đầu không sau ngày cuối", "a first day not after the last"),
		t("đổi chỗ hoặc sửa hai ngày", "swap or mend the two dates"))
	sharedName = declare("units-name-shared", problem.Doubt,
		t("tên dùng chung với đơn vị khác trong cùng thời gian ({other})", "name shared with another unit at the same time ({other})"),
		t("một tên chỉ một đơn vị tại mỗi thời điểm", "a name that means one unit at a time"),
		t("bỏ bí danh ở một trong hai đơn vị, nếu không tên này bị coi là không rõ", "remove the alias from one of the two, otherwise the name counts as ambiguous"))
)

var (
	badGroup = declare("units-group-form", problem.Fault,
		t("nhóm viết sai", "malformed group"),
		t("lược đồ:nhóm hoặc lược đồ:nhóm@TỪ..ĐẾN (asean:ASEAN@2025-10-26..)", "scheme:group or scheme:group@FROM..TO (asean:ASEAN@2025-10-26..)"),
		t("sửa cách viết nhóm", "mend how the group is written"))
	noScheme = declare("units-scheme-unknown", problem.Fault,
		t("không có lược đồ nhóm này", "no such scheme of groups"),
		t("một trong: {schemes}", "one of: {schemes}"),
		t("sửa tên lược đồ hoặc khai báo nó trong groups.csv", "mend the scheme's name or declare it in groups.csv"))
	noGroup = declare("units-group-unknown", problem.Fault,
		t("lược đồ {scheme} không có nhóm này", "the scheme {scheme} has no such group"),
		t("một trong: {groups}", "one of: {groups}"),
		t("sửa tên nhóm hoặc khai báo nó trong groups.csv", "mend the group's name or declare it in groups.csv"))
	twoGroups = declare("units-group-overlap", problem.Doubt,
		t("đơn vị thuộc hai nhóm của cùng lược đồ trong cùng thời gian", "the unit is in two groups of one scheme at the same time"),
		t("mỗi lược đồ một nhóm tại mỗi thời điểm; đang có {first} và {second}", "one group of a scheme at a time; there are {first} and {second}"),
		t("thêm ngày @TỪ..ĐẾN hoặc bỏ một nhóm; nhóm viết trước được dùng", "add dates @FROM..TO or remove a group; the one written first counts"))
	twiceGroup = declare("units-group-repeated", problem.Fault,
		t("nhóm khai báo hai lần", "group declared twice"),
		t("mỗi nhóm một dòng", "one line for each group"),
		t("bỏ dòng thừa", "remove the line that is too many"))
	noRegion = declare("units-m49-missing", problem.Doubt,
		t("quốc gia {code} không có trong bảng vùng M49", "the country {code} is not in the table of M49 regions"),
		t("một dòng có iso3 là {code}", "a line whose iso3 is {code}"),
		t("thêm dòng, nếu không quốc gia này không thuộc vùng nào", "add the line, otherwise the country belongs to no region"))
	noHeir = declare("succession-unit-unknown", problem.Fault,
		t("không có đơn vị mang mã này", "no unit has this code"),
		t("mã có trong units.csv", "a code of units.csv"),
		t("sửa mã hoặc thêm đơn vị vào units.csv", "mend the code or add the unit to units.csv"))
	selfHeir = declare("succession-self", problem.Fault,
		t("đơn vị kế thừa chính mình", "the unit succeeds itself"),
		t("hai mã khác nhau", "two different codes"),
		t("sửa một trong hai mã", "mend one of the two codes"))
	oddHeir = declare("succession-date", problem.Doubt,
		t("vào ngày này {code} không tồn tại ({dates})", "{code} does not exist on this day ({dates})"),
		t("đơn vị cũ còn đến hôm trước, đơn vị mới có từ ngày ấy", "the old unit exists the day before, the new one from that day"),
		t("sửa ngày ở đây hoặc trong units.csv", "mend the date here or in units.csv"))
	badWhole = declare("succession-whole", problem.Fault,
		t("không rõ chuyển toàn bộ hay một phần", "unclear whether the whole unit went over"),
		t("yes, no, partly hoặc unsure", "yes, no, partly or unsure"),
		t("sửa ô ở cột whole", "mend the cell in the column whole"))
)

func t(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

func declare(code string, s problem.Severity, what, expected, remedy problem.Text) *problem.Kind {
	return problem.Declare(problem.Kind{Code: code, Severity: s, What: what, Expected: expected, Remedy: remedy,
		When: t("Khi đọc danh mục đơn vị (units.csv và các tệp đi kèm).", "On reading the registry of units (units.csv and the files beside it).")})
}
