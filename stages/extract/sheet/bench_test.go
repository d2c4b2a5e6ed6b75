package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// wide is a workbook of 100,000 rows and 20 columns.
func wideBook(b *testing.B) []byte {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	row := make([]any, 20)
	for r := range 100_000 {
		row[0] = fmt.Sprintf("U%06d", r)
		for c := 1; c < len(row); c++ {
			row[c] = float64(r*c) / 7
		}
		if err := w.SetRow(fmt.Sprintf("A%d", r+1), row); err != nil {
			b.Fatal(err)
		}
	}
	_ = w.Flush()
	out, err := f.WriteToBuffer()
	if err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkWorkbook holds this room against excelize's own iteration over the same rows.
func BenchmarkWorkbook(b *testing.B) {
	data := wideBook(b)
	b.Run("sheet", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			book, _ := OpenBytes("a.xlsx", data)
			n := 0
			for r := range book.Sheets[0].Rows() {
				n += len(r.Cells)
			}
			if n != 2_000_000 || len(book.Sheets[0].Problems) > 0 {
				b.Fatal(n, book.Sheets[0].Problems)
			}
		}
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			rows, _ := f.Rows("Sheet1")
			n := 0
			for rows.Next() {
				cells, _ := rows.Columns()
				n += len(cells)
			}
			if n != 2_000_000 {
				b.Fatal(n)
			}
		}
	})
}

func BenchmarkCSV(b *testing.B) {
	line := "U0000001" + strings.Repeat(",54.123456789012345", 100) + "\n"
	data := []byte(strings.Repeat(line, 10_000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for range b.N {
		book, _ := OpenBytes("a.csv", data)
		for r := range book.Sheets[0].Rows() {
			_ = r
		}
	}
}

func BenchmarkParseNumber(b *testing.B) {
	for _, text := range []string{"54.123456789012345", "0,9039", "1.234,5", "01 (0,727)"} {
		b.Run(text, func(b *testing.B) {
			s := Style{Machine: true}
			for range b.N {
				ParseNumber(text, s)
			}
		})
	}
}
