package foreign

import "xephang/stages/problem"

// What can be wrong in a project of another program.
var (
	badOption = declare("foreign-option", problem.Fault,
		t("tùy chọn không dùng được", "the option cannot be used"), t("{vi}", "{en}"),
		t("sửa tùy chọn của lệnh import", "mend the option of the import command"))
	badCSV = declare("foreign-csv", problem.Fault,
		t("dòng CSV viết sai ({why})", "malformed CSV line ({why})"), t("CSV theo RFC 4180", "RFC 4180 CSV"),
		t("xuất lại tệp bằng write.csv", "write the file again with write.csv"))
	badEncoding = declare("foreign-encoding", problem.Fault,
		t("tệp không phải UTF-8", "the file is not UTF-8"), t("văn bản UTF-8", "UTF-8 text"),
		t("lưu lại tệp với mã hóa UTF-8", "save the file again as UTF-8"))
	noColumn = declare("foreign-column-missing", problem.Fault,
		t("thiếu cột {column}", "column {column} is missing"), t("các cột {columns}", "the columns {columns}"),
		t("thêm cột vào tệp", "add the column to the file"))
	twiceColumn = declare("foreign-column-repeated", problem.Fault,
		t("cột lặp lại", "repeated column"), t("mỗi cột một lần", "every column once"), t("bỏ cột thừa", "remove the column that is too many"))
	noRows = declare("foreign-rows-missing", problem.Fault,
		t("không có dòng dữ liệu nào", "there are no rows of data"), t("ít nhất một dòng", "at least one row"), t("chọn đúng tệp", "choose the right file"))
	wideRow = declare("foreign-row-width", problem.Fault,
		t("số ô của dòng khác tiêu đề", "the row has another number of cells than the header"), t("{columns} ô", "{columns} cells"),
		t("xuất lại tệp bằng write.csv", "write the file again with write.csv"))
	leftOut = declare("foreign-left-out", problem.Doubt,
		t("cột không được chuyển sang: {vi}", "the column is not taken over: {en}"), t("chỉ tiêu, nhóm, mẫu số có dùng", "indicators, groups, denominators in use"),
		t("không cần làm gì nếu cột không thuộc chỉ số", "nothing to do if the column is no part of the index"))
	noData = declare("foreign-data-missing", problem.Fault,
		t("chỉ tiêu không có cột số liệu trong {file}", "the indicator has no column of data in {file}"), t("cột mang mã chỉ tiêu", "a column headed by the indicator's code"),
		t("thêm cột, hoặc bỏ chỉ tiêu khỏi iMeta", "add the column, or remove the indicator from iMeta"))
	noCode = declare("foreign-code-missing", problem.Fault,
		t("dòng không có mã", "a line without a code"), t("mã ở cột {column}", "a code in the column {column}"), t("ghi mã", "write the code"))
	badCode = declare("foreign-code-form", problem.Fault,
		t("mã có ký tự không dùng được", "the code has a sign that cannot be used"),
		t("chữ không dấu, chữ số, dấu gạch dưới, chấm, gạch nối; nhiều nhất 64 ký tự", "plain letters, digits, underscores, dots, dashes; 64 at most"),
		t("đổi mã ở cả hai tệp", "change the code in both files"))
	badUnit = declare("foreign-unit-form", problem.Fault,
		t("mã đơn vị có ký tự không dùng được", "the unit's code has a sign that cannot be used"),
		t(`mã không chứa ";", "/", "\", ":" và ký tự điều khiển`, `a code without ";", "/", "\", ":" and control characters`), t("đổi mã", "change the code"))
	twiceCode = declare("foreign-code-repeated", problem.Fault,
		t("mã lặp lại", "repeated code"), t("mỗi mã một lần{per_vi}", "every code once{per_en}"), t("bỏ dòng thừa hoặc đổi mã", "remove the line or change the code"))
	badType = declare("foreign-type", problem.Fault,
		t("loại biến lạ", "unknown type of variable"), t("Indicator, Aggregate, Group, Denominator hoặc Other", "Indicator, Aggregate, Group, Denominator or Other"), t("sửa cột Type", "mend the column Type"))
	badNumber = declare("foreign-number", problem.Fault,
		t("không phải số hữu hạn", "no finite number"), t("{vi}", "{en}"), t("sửa ô; giá trị thiếu viết NA", "mend the cell; a missing value is written NA"))
)

// What can be wrong in the tree, the units and the years.
var (
	noParent = declare("foreign-parent-unknown", problem.Fault,
		t("nút cha không có trong bảng", "the parent is not in the table"), t("mã của một Aggregate", "the code of an Aggregate"), t("sửa cột Parent", "mend the column Parent"))
	badParent = declare("foreign-parent-level", problem.Fault,
		t("nút cha {parent} không ở cấp trên", "the parent {parent} is not on a higher level"), t("cấp của nút cha lớn hơn {level}", "a parent on a level above {level}"), t("sửa cột Level hoặc Parent", "mend the column Level or Parent"))
	skipped = declare("foreign-level-skipped", problem.Doubt,
		t("nút cha {parent} cách hơn một cấp", "the parent {parent} is more than one level above"), t("nút cha ở cấp liền trên", "a parent on the level just above"),
		t("kiểm tra cột Level: ở đây cấp được đếm theo cây", "check the column Level: here levels are counted along the tree"))
	childless = declare("foreign-childless", problem.Fault,
		t("nút tổng hợp không có thành phần", "an aggregate without parts"), t("ít nhất một dòng có Parent là mã này", "at least one line whose Parent is this code"), t("bỏ nút hoặc sửa cột Parent", "remove it or mend the column Parent"))
	badRoot = declare("foreign-root", problem.Fault,
		t("cây có {count} gốc", "the tree has {count} roots"), t("đúng một Aggregate không có Parent", "exactly one Aggregate without a Parent"), t("sửa cột Parent", "mend the column Parent"))
	noDenominator = declare("foreign-denominator-unknown", problem.Fault,
		t("không có cột mẫu số này", "there is no such denominator column"), t("một cột số của {file}", "a column of numbers of {file}"),
		t("thêm cột, sửa cột Denominator, hoặc dùng -denominate off", "add the column, mend the column Denominator, or use -denominate off"))
	badPosts = declare("foreign-goalposts", problem.Fault,
		t("mốc thang đo không đủ hoặc đảo ngược", "goalposts incomplete or reversed"), t("hai số, mốc dưới nhỏ hơn mốc trên", "two numbers, the lower below the upper"), t("sửa hai ô hoặc để trống cả hai", "mend both cells or leave both empty"))
	badTime = declare("foreign-time", problem.Fault,
		t("thời gian không dùng được", "the time cannot be used"), t("số năm", "a year"), t("sửa cột Time", "mend the column Time"))
	noTime = declare("foreign-edition-missing", problem.Fault,
		t("không có năm này trong bảng", "the panel has no such year"), t("một trong: {years}", "one of: {years}"), t("sửa -edition", "mend -edition"))
	groupSign = declare("foreign-group-sign", problem.Doubt,
		t("tên nhóm có dấu “;” hoặc “@”, đã thay", "the group's name has “;” or “@”, which are replaced"), t("tên không có hai dấu này", "a name without these"), t("đổi tên nhóm", "rename the group"))
	groupMoved = declare("foreign-group-moved", problem.Doubt,
		t("nhóm của đơn vị đổi theo thời gian, lấy nhóm cuối", "the unit's group changes in time, the last is taken"), t("thời gian là năm, để ghi được thời hạn của nhóm", "years as time, so that the group can be dated"), t("dùng năm ở cột Time", "use years in the column Time"))
)

// What can be wrong in a COIN Tool workbook besides.
var (
	noSheet = declare("cointool-sheet-missing", problem.Fault,
		t("không có trang “{sheet}”", "there is no sheet “{sheet}”"), t("sổ tính COIN Tool có trang “{sheet}”", "a COIN Tool workbook with a sheet “{sheet}”"), t("chọn đúng tệp COIN Tool đã điền", "choose a COIN Tool file that is filled in"))
	noFramework = declare("cointool-framework-missing", problem.Doubt,
		t("không đọc được tên và trọng số của các nút tổng hợp", "names and weights of the aggregates cannot be read"),
		t("trang “Framework” có mã (Index, si.01, p.01, sp.01), trọng số và tên", "a sheet “Framework” with codes (Index, si.01, p.01, sp.01), weights and names"), t("trọng số 1 và mã được dùng thay", "weight 1 and the codes are used instead"))
	noBlock = declare("cointool-block-missing", problem.Fault,
		t("không tìm thấy {vi}", "{en} not found"), t("{where_vi}", "{where_en}"), t("điền đủ trang Database theo mẫu COIN Tool", "fill in the sheet Database as the COIN Tool has it"))
	noLevel = declare("cointool-level-missing", problem.Fault,
		t("chỉ tiêu {code} thiếu nút ở cấp {level}", "the indicator {code} has no node on the level {level}"), t("mã như {level}01", "a code like {level}01"), t("điền ô, hoặc để cả cấp giống nhau nếu không dùng", "fill the cell, or give the whole level one code if it is not used"))
	twoParents = declare("cointool-parents", problem.Fault,
		t("nút {code} thuộc cả {first} và {second}", "the node {code} is in both {first} and {second}"), t("mỗi nút một nút cha", "one parent for each node"), t("sửa mã các cấp ở trang Database", "mend the codes of the levels in the sheet Database"))
)

func t(vi, en string) problem.Text { return problem.Text{VI: vi, EN: en} }

func declare(code string, s problem.Severity, what, expected, remedy problem.Text) *problem.Kind {
	return problem.Declare(problem.Kind{Code: code, Severity: s, What: what, Expected: expected, Remedy: remedy,
		When: t("Khi chuyển dự án từ chương trình khác (lệnh import).", "On taking over a project of another program (the import command).")})
}
