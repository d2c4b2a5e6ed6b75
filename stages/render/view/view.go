// Package view says what the numbers mean: it holds all rounding and all words of the publication, in Vietnamese and
// English, and shapes cubes, plans, units, texts and comparisons into the models of pages and sheets. The stages up to
// reconcile stand before it; site, book and opendata come after and only lay out what they are given here.
package view
