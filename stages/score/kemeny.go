package score

import "math/bits"

// KemenyLimit is the greatest number of units that kemeny ranks: its exact search doubles with each further one.
const KemenyLimit = 16

// kemeny finds the orders of all units that agree with the most weighted pairwise comparisons (Kemeny–Young), exactly,
// and scores each unit by the number of units behind it, averaged over all orders that are equally best: n − 1 for an
// undisputed first, 0 for an undisputed last. Units that cannot be told apart so score alike, whatever the order of
// rows. More units than KemenyLimit leave no value. Units without any part are left out.
//
// Source: Handbook, step 6, C-K-Y-L rule and tables 36–37; Young and Levenglick 1978.
func kemeny(dst []float64, in rows, s *Scratch, _ int) {
	c := s.code(in, len(dst))
	var who []int
	for i := range dst {
		dst[i] = nan
		if c.present[i] {
			who = append(who, i)
		}
	}
	if len(who) > KemenyLimit {
		return
	}
	gain, margin := make([][]int64, len(who)), make([]int64, len(dst))
	for a, i := range who {
		c.margins(margin, i, 0)
		gain[a] = make([]int64, len(who))
		for b, j := range who {
			if c.sign(margin[j]) != 0 {
				gain[a][b] = margin[j]
			}
		}
	}
	_, _, place := bestOrders(gain, int64(len(c.w)*len(who)*len(who)))
	for a, i := range who {
		dst[i] = float64(len(who)-1) - place[a]
	}
}

// Agreement of an order (first to last) with a matrix of pairwise support: the sum of support[i][j] over all i before j.
func Agreement(support [][]float64, order []int) (sum float64) {
	for a, i := range order {
		for _, j := range order[a+1:] {
			sum += support[i][j]
		}
	}
	return sum
}

// Kemeny searches all orders of up to KemenyLimit units for those of the greatest Agreement with a matrix of pairwise
// support. It returns that agreement, the number of best orders and each unit's mean place in them, from 0; agreements
// within a part in 10⁹ count as equal. More units, or none: 0, 0, nil.
func Kemeny(support [][]float64) (agreement, orders float64, place []float64) {
	n := len(support)
	if n > KemenyLimit || n == 0 {
		return 0, 0, nil
	}
	greatest, both := 0.0, 0.0
	for i := range support {
		for j, v := range support[i] {
			if i != j {
				greatest, both = max(greatest, v), both+v
			}
		}
	}
	if greatest == 0 {
		greatest = 1
	}
	gain := make([][]int64, n)
	for i := range gain {
		gain[i] = make([]int64, n)
		for j := range n {
			gain[i][j] = int64((support[i][j] - support[j][i]) / greatest * one)
		}
	}
	best, orders, place := bestOrders(gain, one/1_000_000_000*int64(n))
	return both/2 + float64(best)/one*greatest/2, orders, place
}

// bestOrders is the search. gain[i][j] = −gain[j][i] is what putting i before j gains; sums within slack count as equal.
// best[set] is the greatest gain of an order of the set's members alone, ways[set] the number of such orders: the last
// of them is tried in turn, the dynamic program over sets by Held and Karp (1962). An order of all units with i right
// after the members of a set gains best[set], i's own pairs with the set, the pairs of these with the rest (the sum of
// their rows, for among themselves they cancel) and best[rest]; so the mean places come from the same two tables.
func bestOrders(gain [][]int64, slack int64) (most int64, orders float64, place []float64) {
	n := len(gain)
	full := 1<<n - 1
	best, ways := make([]int64, full+1), make([]float64, full+1)
	ways[0] = 1
	for set := 1; set <= full; set++ {
		best[set], ways[set] = bestLast(gain, best, ways, set, slack)
	}
	row := make([]int64, full+1)
	for set := 1; set <= full; set++ {
		low := bits.TrailingZeros(uint(set))
		row[set] = row[set&(set-1)] + sum(gain[low])
	}
	place = make([]float64, n)
	for set := range full {
		for i := range n {
			with := set | 1<<i
			rest := full &^ with
			if with != set && best[full]-(best[set]+after(gain, set, i)+row[with]+best[rest]) <= slack {
				place[i] += float64(bits.OnesCount(uint(set))) * ways[set] * ways[rest] / ways[full]
			}
		}
	}
	return best[full], ways[full], place
}

// bestLast tries every member of a set in its last place.
func bestLast(gain [][]int64, best []int64, ways []float64, set int, slack int64) (most int64, count float64) {
	most = -1 << 62
	for i := range gain {
		if set&(1<<i) != 0 {
			most = max(most, best[set&^(1<<i)]+after(gain, set&^(1<<i), i))
		}
	}
	for i := range gain {
		if set&(1<<i) != 0 && most-(best[set&^(1<<i)]+after(gain, set&^(1<<i), i)) <= slack {
			count += ways[set&^(1<<i)]
		}
	}
	return most, count
}

// after is the gain of putting i behind all members of a set.
func after(gain [][]int64, set, i int) (sum int64) {
	for ; set != 0; set &= set - 1 {
		sum -= gain[i][bits.TrailingZeros(uint(set))]
	}
	return sum
}

func sum(x []int64) (total int64) {
	for _, v := range x {
		total += v
	}
	return total
}
