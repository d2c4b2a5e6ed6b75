// Package opendata writes the publication's tables for machines: CSV (RFC 4180), a flavour of CSV for a Vietnamese
// Excel, Parquet, and a Frictionless Data Package that describes them. It lays out what the stages computed and rounds
// nothing: full precision, empty = missing. reconcile stands before it; nothing comes after but readers.
//
// Parquet is written by parquet-go/parquet-go and not by Arrow's pqarrow: it adds 6 modules instead of 20 (no gRPC),
// 4 MB to the binary instead of 35, and its row groups can be filled side by side.
package opendata

import (
	"math"

	"xephang/stages/problem"
)

// Kind is the type of a field.
type Kind uint8

const (
	Text   Kind = iota
	Unlike      // a text that is another in every row: a dictionary would not pay
	Whole       // whole number
	Number      // double precision
	Flag        // true or false
)

// Field is a column of a table, in three names: its id in the files, and what it means in two languages.
type Field struct {
	Name  string
	Kind  Kind
	About problem.Text
}

// Table is a table to be written: fields, and rows that come in segments so that a table of millions of rows never
// stands in memory as a whole. Segments are asked for from several goroutines.
type Table struct {
	Name     string // file name without extension
	Title    problem.Text
	Fields   []Field
	Segments int
	Rows     func(k int) int // rows of a segment
	Segment  func(k int) Segment
	Sources  []problem.Text // where its figures come from
}

// Segment is a run of rows: for each field its cells.
type Segment struct {
	Rows  int
	Cells []Cells // parallel to Table.Fields
}

// Cells of one field in one segment. Exactly one of the slices is set, or Same for a text that all rows share; none
// of them means that all rows are missing. An empty text, NaN and None are missing.
type Cells struct {
	Same    string
	Texts   []string
	Numbers []float64
	Wholes  []int32
}

// None is the missing whole number.
const None = math.MinInt32

// All repeats a whole number down n rows.
func All(v int32, n int) []int32 {
	x := make([]int32, n)
	for i := range x {
		x[i] = v
	}
	return x
}

// same repeats a number down n rows; nil for NaN.
func same(v float64, n int) []float64 {
	if v != v {
		return nil
	}
	x := make([]float64, n)
	for i := range x {
		x[i] = v
	}
	return x
}

// oneSegment makes a table whose rows stand in memory.
func oneSegment(t Table, rows int, cells []Cells) Table {
	t.Segments = 1
	t.Rows = func(int) int { return rows }
	t.Segment = func(int) Segment { return Segment{Rows: rows, Cells: cells} }
	return t
}
