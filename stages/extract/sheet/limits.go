package sheet

// Limits guard against files that unpack to far more than they weigh. What a file may hold at most is what a
// spreadsheet program can hold; the rest is memory and time.
const (
	maxColumns  = 16_384    // of a sheet, as in Excel
	maxRows     = 1_048_576 // of a sheet, as in Excel
	maxCells    = 32 << 20  // of a workbook, cells that hold something
	maxRepeated = 2 << 20   // of these, cells that an .ods file says to repeat: few bytes make many of them
	maxUnpacked = 2 << 30   // bytes of all parts of a workbook together
	maxRatio    = 250       // unpacked to packed, for parts over maxSmall; sheets lie near 15, blank ones near 40
	maxSmall    = 32 << 20
	maxStrings  = 256 << 20 // bytes of all shared strings
	maxToken    = 4 << 20   // bytes of one tag or one run of text
	maxDepth    = 256       // of nested elements
	maxPacked   = 512 << 20 // bytes of a workbook, which is held in memory
	maxComputed = 20_000    // formulas without a cached value that are computed
	maxReports  = 200       // problems of one kind on one sheet; further ones are counted
)
