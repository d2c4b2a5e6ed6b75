package opendata

import (
	"io"
	"slices"
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// newParquet starts the table typed, Snappy, dictionaries for texts. Row groups are cut by rows alone and committed in
// order, so the bytes are the same for any number of workers.
func newParquet(w io.Writer, t Table) *parquet.GenericWriter[any] {
	options := []parquet.WriterOption{schema(t), parquet.Compression(&parquet.Snappy), parquet.CreatedBy("xephang", "1", "")}
	for _, f := range t.Fields { // nobody looks for one cell by the bounds of its page; finding them costs a twentieth of the run
		options = append(options, parquet.SkipPageBounds(f.Name))
	}
	return parquet.NewGenericWriter[any](w, options...)
}

// rowGroups cuts the segments into runs of about groupRows rows.
func rowGroups(t Table) (groups [][]int) {
	rows := 0
	for k := range t.Segments {
		if rows == 0 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], k)
		if rows += t.Rows(k); rows >= groupRows {
			rows = 0
		}
	}
	return groups
}

// declared is a group whose fields keep the order of the table; parquet.Group alone sorts them by name.
type declared struct {
	parquet.Group
	names []string
}

// Fields of the group in the table's order.
func (g declared) Fields() []parquet.Field {
	fields := g.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(g.names, a.Name()) - slices.Index(g.names, b.Name())
	})
	return fields
}

// schema types every field; all are optional, texts are kept by dictionary, numbers as they are.
func schema(t Table) *parquet.Schema {
	g := declared{Group: parquet.Group{}}
	for _, f := range t.Fields {
		n := parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
		switch f.Kind {
		case Unlike:
			n = parquet.String()
		case Whole:
			n = parquet.Leaf(parquet.Int32Type)
		case Number:
			n = parquet.Compressed(parquet.Leaf(parquet.DoubleType), &parquet.Uncompressed) // full-precision scores hardly shrink
		case Flag:
			n = parquet.Leaf(parquet.BooleanType)
		}
		g.Group[f.Name] = parquet.Optional(n)
		g.names = append(g.names, f.Name)
	}
	return parquet.NewSchema(t.Name, g)
}

func fillGroup(rg *parquet.ConcurrentRowGroupWriter, t Table, s Segment) error {
	columns := rg.ColumnWriters()
	vals := make([]parquet.Value, s.Rows)
	for c := range t.Fields {
		fillValues(vals, t.Fields[c].Kind, &s.Cells[c], c)
		if _, err := columns[c].WriteRowValues(vals); err != nil {
			return err
		}
	}
	return nil
}

func fillValues(vals []parquet.Value, k Kind, c *Cells, column int) {
	null := parquet.NullValue().Level(0, 0, column)
	switch {
	case c.Same != "":
		fillAll(vals, parquet.ByteArrayValue([]byte(c.Same)).Level(0, 1, column))
	case c.Texts != nil:
		for i, s := range c.Texts {
			if vals[i] = null; s != "" { // the writer only reads the bytes, so they need no copy
				vals[i] = parquet.ByteArrayValue(unsafe.Slice(unsafe.StringData(s), len(s))).Level(0, 1, column)
			}
		}
	case c.Numbers != nil:
		for i, v := range c.Numbers {
			if vals[i] = null; v == v {
				vals[i] = parquet.DoubleValue(v).Level(0, 1, column)
			}
		}
	case c.Wholes != nil:
		for i, v := range c.Wholes {
			switch {
			case v == None:
				vals[i] = null
			case k == Flag:
				vals[i] = parquet.BooleanValue(v != 0).Level(0, 1, column)
			default:
				vals[i] = parquet.Int32Value(v).Level(0, 1, column)
			}
		}
	default:
		fillAll(vals, null)
	}
}

func fillAll(vals []parquet.Value, v parquet.Value) {
	for i := range vals {
		vals[i] = v
	}
}
