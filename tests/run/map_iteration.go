// Maps under iteration: deleting what was not reached hides it, deleting all ends the loop, inserting never loses what was there;
// the order starts anywhere.
package main

import (
	"fmt"
	"sort"
)

func keys(m map[int]int) []int {
	var ks []int
	for k := range m {
		ks = append(ks, k)
	}
	sort.Ints(ks)
	return ks
}

func deleteOthers(n int) int {
	m := map[int]int{}
	for i := 0; i < n; i++ {
		m[i] = i
	}
	seen := 0
	for k := range m {
		seen++
		for other := range m {
			if other != k {
				delete(m, other)
			}
		}
	}
	return seen*1000 + len(m)
}

func insertMeanwhile(n int) bool {
	m := map[int]int{}
	for i := 0; i < n; i++ {
		m[i] = 1
	}
	for k, v := range m {
		if v == 1 && len(m) < 20*n {
			m[k] = 2
			for i := 0; i < 10; i++ {
				m[n+k*10+i] = 3
			}
		}
	}
	for i := 0; i < n; i++ {
		if m[i] != 2 {
			return false
		}
	}
	return true
}

func eachOnce(n int) bool {
	m := map[string]int{}
	for i := 0; i < n; i++ {
		m[fmt.Sprint(i)] = 0
	}
	for k := range m {
		m[k]++
	}
	for _, v := range m {
		if v != 1 {
			return false
		}
	}
	return len(m) == n
}

func differentStarts() bool {
	m := map[int]bool{1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true}
	first := map[int]bool{}
	for i := 0; i < 500; i++ {
		for k := range m {
			first[k] = true
			break
		}
	}
	return len(first) > 1
}

func main() {
	for _, n := range []int{1, 8, 9, 100, 1000} {
		fmt.Println(n, deleteOthers(n), insertMeanwhile(n), eachOnce(n))
	}
	fmt.Println(differentStarts())
	m := map[int]int{}
	for i := 0; i < 50; i++ {
		m[i*i%17] += i
	}
	fmt.Println(keys(m), len(m))
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m), keys(m))
	var none map[int]int
	for range none {
		fmt.Println("never")
	}
	delete(none, 1)
	v, ok := none[1]
	fmt.Println(v, ok, len(none), none == nil)
	total := 0
	for k, v := range map[int]int{1: 10, 2: 20, 3: 30} {
		total += k * v
	}
	fmt.Println(total, map[string]int{"z": 1, "a": 2, "m": 3})
}
