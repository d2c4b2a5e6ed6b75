package form

// Statuses of a correction. Only what is applied changes data; the others are kept so that the ledger tells what became
// of every appeal.
const (
	Applied  = "applied"
	Rejected = "rejected"
	Pending  = "pending"
)

// Layers that a correction may name: the figure as given (also where Layer is empty), the points of the appraisers, the
// points that were measured.
const (
	LayerValue     = "value"
	LayerAppraised = "appraised"
	LayerMeasured  = "measured"
)
