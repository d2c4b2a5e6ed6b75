package robust

import "xephang/stages/problem"

// Thresholds of the audit. Each stands in the sentences' sources with where it comes from.
const (
	leastAvailable = 0.65 // share of units, or of a unit's indicators
	redundant      = 0.92 // correlation above which two indicators count as one
	weak           = 0.3  // correlation below which a part hardly shows in its whole
	opposed        = -0.3 // correlation below which parts of one group pull against each other
	leastAlpha     = 0.7
	alphaGain      = 0.05 // by which alpha must rise for a part to be named
	leastKMO       = 0.6
	significant    = 0.05
	outOfStep      = 1.5 // times its weight, or its weight over this, is out of step
	leastAgreement = 0.3 // rank correlation of two indices of the same units
	inconsistent   = 0.1 // AHP
	fewForShapes   = 10  // units below which correlations are not judged
)

// What a source says, in words.
var (
	jrcPractice = problem.Text{VI: "thông lệ kiểm toán chỉ số tổng hợp của JRC (COIN Tool, COINr)", EN: "the JRC's practice of auditing composite indicators (COIN Tool, COINr)"}
	handbook4   = problem.Text{VI: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), bước 4: phân tích đa biến", EN: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4: multivariate analysis"}
	paruolo     = problem.Text{VI: "Paruolo, Saisana và Saltelli (2013), J. R. Stat. Soc. A 176; ngưỡng 1,5 lần là của bản kiểm toán này", EN: "Paruolo, Saisana and Saltelli (2013), J. R. Stat. Soc. A 176; the threshold of 1.5 times is this audit's"}
	ours        = problem.Text{VI: "quy ước của bản kiểm toán này", EN: "a convention of this audit"}
	skewKurt    = problem.Text{VI: "|độ lệch| > 2 và độ nhọn > 3,5: thông lệ kiểm toán của JRC (COINr), sau Groeneveld và Meeden (1984)", EN: "|skewness| > 2 and kurtosis > 3.5: the JRC's audit practice (COINr), after Groeneveld and Meeden (1984)"}
	nunnally    = problem.Text{VI: "alpha từ 0,7: Nunnally (1978), theo Handbook của OECD/JRC (2008), bước 4", EN: "alpha of 0.7 and above: Nunnally (1978), after the OECD/JRC Handbook (2008), step 4"}
	saaty       = problem.Text{VI: "tỷ số nhất quán đến 0,1: Saaty (1980), theo Handbook của OECD/JRC (2008), bước 6", EN: "a consistency ratio up to 0.1: Saaty (1980), after the OECD/JRC Handbook (2008), step 6"}
	pareto      = problem.Text{VI: "thứ tự Pareto: không thua ở thành phần nào và hơn ở ít nhất một thành phần", EN: "Pareto order: no worse on any part and better on at least one"}
)
