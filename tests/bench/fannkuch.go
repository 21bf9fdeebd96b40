// Pancake flips over all permutations: small arrays and bounds checks.
package main

import "fmt"

func fannkuch(n int) (checksum, most int) {
	perm, work, count := make([]int, n), make([]int, n), make([]int, n)
	for i := range perm {
		perm[i] = i
	}
	r := n
	for number := 0; ; number++ {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		if perm[0] != 0 {
			copy(work, perm)
			flips := 0
			for first := work[0]; first != 0; first = work[0] {
				for i, j := 0, first; i < j; i, j = i+1, j-1 {
					work[i], work[j] = work[j], work[i]
				}
				flips++
			}
			if flips > most {
				most = flips
			}
			if number&1 == 0 {
				checksum += flips
			} else {
				checksum -= flips
			}
		}
		for {
			if r == n {
				return
			}
			first := perm[0]
			copy(perm, perm[1:r+1])
			perm[r] = first
			count[r]--
			if count[r] > 0 {
				break
			}
			r++
		}
	}
}

func main() {
	fmt.Println(fannkuch(10))
}
