package extract

import (
	"fmt"
	"os"
	"testing"
	"time"
	"xephang/stages/cube"
)

func TestTry(t *testing.T) {
	root := os.Getenv("TRY")
	if root == "" {
		t.Skip()
	}
	t0 := time.Now()
	in, ps := Data(root, Options{})
	fmt.Println(time.Since(t0), len(in.Files), len(ps), ps.Faults())
	for i, p := range ps {
		if i < 60 {
			fmt.Println(p.In("en"))
		}
	}
	for _, x := range in.Indices {
		fmt.Println(x.Index.ID)
		for _, tb := range x.Cube.Tables {
			fmt.Print("  ", tb.Edition, " units ", len(tb.Units), " ")
			for i, n := range tb.Nodes {
				fmt.Printf("%s:%d/%d/%d ", n, tb.At(cube.Value, i).Present(), tb.At(cube.PublishedScore, i).Present(), tb.At(cube.PublishedRank, i).Present())
			}
			fmt.Println(tb.GivenNames())
		}
	}
}
