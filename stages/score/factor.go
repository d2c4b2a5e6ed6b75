package score

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Factors are the principal components of a node's parts and, for factor analysis, the factors kept and turned.
type Factors struct {
	Eigenvalues []float64   // descending; they sum to the number of parts
	Vectors     [][]float64 // one component after another: its coefficient of each part, of length 1
	Kept        int         // factors kept; 0: no factor analysis
	Rotated     [][]float64 // kept factors after varimax: the loading of each part
	Explained   []float64   // variance explained by each rotated factor
}

// PCA gives the principal components of the correlation matrix of columns without gaps (standardised values, as
// prcomp(scale. = TRUE) in R). A component's sign is arbitrary; here its coefficients sum to 0 or more, and where they
// sum to 0 the first that is not 0 is positive.
func PCA(columns [][]float64) (Factors, error) {
	if r := checked(columns, 3); r != nil {
		return Factors{}, r
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(Correlation(columns), true) {
		return Factors{}, refuse(weightsUnsolved, "", -1)
	}
	m := len(columns)
	var v mat.Dense
	eigen.VectorsTo(&v)
	f := Factors{Eigenvalues: eigen.Values(nil)}
	slices.Reverse(f.Eigenvalues)
	for c := range m {
		f.Vectors = append(f.Vectors, facingUp(mat.Col(nil, m-1-c, &v)))
	}
	return f, nil
}

// facingUp turns a vector so that it points to more rather than to less.
func facingUp(v []float64) []float64 {
	sum, first := 0.0, 0.0
	for _, x := range v {
		sum += x
		if first == 0 && math.Abs(x) > 1e-9 {
			first = x
		}
	}
	if sum < -1e-9 || sum < 1e-9 && first < 0 {
		for i := range v {
			v[i] = -v[i]
		}
	}
	return v
}

// pcaWeights are the coefficients of the first component as they are, neither squared nor rotated: COINr's get_PCA.
// Some may be negative.
func pcaWeights(columns [][]float64) ([]float64, Factors, error) {
	f, err := PCA(columns)
	if err != nil {
		return nil, f, err
	}
	return f.Vectors[0], f, nil
}

// FactorWeights weighs parts by factor analysis as the Handbook does (step 6, weights based on principal components or
// factor analysis, tables 7–9 and 18, after Nicoletti, Scarpetta and Boylaud 2000): components are kept that explain
// more than 10 % of the variance each and, together, more than 60 %; their loadings are turned by varimax; a part counts
// in the factor on which it loads most, with its squared loading over the variance that the factor explains, times that
// factor's share of what all kept factors explain. Weights sum to 1.
func FactorWeights(columns [][]float64) ([]float64, Factors, error) {
	f, err := PCA(columns)
	if err != nil {
		return nil, f, err
	}
	m := float64(len(columns))
	sum := 0.0
	for _, e := range f.Eigenvalues {
		if e/m <= 0.1 && sum > 0.6 {
			break
		}
		sum += e / m
		f.Kept++
	}
	for k := range f.Kept {
		loading := make([]float64, len(columns))
		for i, v := range f.Vectors[k] {
			loading[i] = v * math.Sqrt(max(f.Eigenvalues[k], 0))
		}
		f.Rotated = append(f.Rotated, loading)
	}
	varimax(f.Rotated)
	for _, loading := range f.Rotated {
		explained := 0.0
		for _, l := range loading {
			explained += float64(l * l)
		}
		f.Explained = append(f.Explained, explained)
	}
	return f.weights(), f, nil
}

// weights of the parts from the rotated loadings.
func (f Factors) weights() []float64 {
	w := make([]float64, len(f.Rotated[0]))
	total := 0.0
	for i := range w {
		best := 0
		for k, loading := range f.Rotated {
			if math.Abs(loading[i]) > math.Abs(f.Rotated[best][i]) {
				best = k
			}
		}
		// l²/explained · explained/Σ explained: the factor's own variance falls out.
		w[i] = f.Rotated[best][i] * f.Rotated[best][i]
		total += w[i]
	}
	for i := range w {
		w[i] /= total
	}
	return w
}
