package form

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// Issued is a fingerprint of what a form says: answers, reasons, explanations and evidence, 16 hexadecimal digits. Who
// writes a form keeps that of the values given beforehand under MetaIssued (of an empty Filing where none are); a form
// that comes back with the same one was sent back untouched. Blank answers and self-scores do not count.
func Issued(f *Filing) string {
	h := sha256.New()
	for _, id := range slices.Sorted(maps.Keys(f.Answers)) {
		switch a := f.Answers[id]; {
		case a.Reason != "":
			fmt.Fprintf(h, "r %s %s\n", id, a.Reason)
		case a.Faulty:
			fmt.Fprintf(h, "f %s %q\n", id, a.Said)
		case a.Value == a.Value:
			fmt.Fprintf(h, "a %s %.12g\n", id, a.Value)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.Explained)) {
		if f.Explained[id] != "" {
			fmt.Fprintf(h, "g %s %q\n", id, f.Explained[id])
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.Evidence)) {
		for _, e := range f.Evidence[id] {
			fmt.Fprintf(h, "e %s %q %q %s %q\n", id, e.Number, e.Title, e.Date, e.Link)
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
