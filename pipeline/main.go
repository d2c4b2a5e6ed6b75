// Command pipeline builds the publication: `go run ./pipeline report` reads data/ and seeds/ and writes out/.
// It holds the verbs, their flags, the ordered line of stages (line.go), progress, and the exchange of out/ in one move
// (publish.go). Everything else is in stages/.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// Exit codes, stable: scripts may rely on them.
const (
	exitOK     = 0 // done
	exitFaults = 1 // the inputs have faults: nothing was published, out/ is as it was
	exitUsage  = 2 // the command line was not understood
	exitBroken = 3 // a step broke: disk, permissions, another run holds the lock, assets not installed
)

// errFaults ends a verb whose inputs have faults; the problems have been printed already.
var errFaults = errors.New("inputs have faults")

// usageError is a command line that can't be understood.
type usageError struct{ error }

// run is the whole program: arguments in, exit code out.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	c := console{stdin: stdin, out: stdout, err: stderr}
	err := dispatch(args, c)
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFaults):
		return exitFaults
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "pipeline: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "pipeline: %v\n", err)
	return exitBroken
}

// console is where a verb reads and writes.
type console struct {
	stdin    io.Reader
	out, err io.Writer
}
