// switch: no tag, initial statements, several values, fallthrough, default in the middle, break, evaluation from top to bottom.
package main

import "fmt"

func trace(s string, v int) int {
	fmt.Print(s, " ")
	return v
}

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	case n < 0, n > 100:
		return "?"
	}
	return "F"
}

func falls(n int) (s string) {
	switch n {
	default:
		s += "default "
		fallthrough
	case 1:
		s += "one "
	case 2, 3:
		s += "two-three "
		fallthrough
	case 4:
		s += "four "
		if n == 3 {
			break
		}
		s += "after "
	case 5:
	}
	return
}

func dense(n uint8) int {
	switch n {
	case 0:
		return 100
	case 1:
		return 101
	case 2:
		return 102
	case 3:
		return 103
	case 4:
		return 104
	case 5:
		return 105
	case 6, 7, 8, 9:
		return 106
	case 255:
		return 1
	}
	return -1
}

func sparse(s string) int {
	switch s {
	case "alpha", "beta":
		return 1
	case "gamma":
		return 2
	case "delta", "epsilon", "zeta":
		return 3
	case "":
		return 4
	case "eta":
		return 5
	case "theta":
		return 6
	case "iota":
		return 7
	case "kappa":
		return 8
	}
	return 0
}

type key struct{ a, b interface{} }

func main() {
	switch x := trace("tag", 3); x {
	case trace("a", 1), trace("b", 3), trace("c", 3):
		fmt.Println("found")
	case trace("d", 3):
		fmt.Println("too late")
	}
	for _, n := range []int{95, 85, 50, -1, 101} {
		fmt.Print(grade(n), " ")
	}
	fmt.Println()
	for n := 0; n < 6; n++ {
		fmt.Println(n, falls(n))
	}
	for n := 0; n < 12; n++ {
		fmt.Print(dense(uint8(n)), " ")
	}
	fmt.Println(dense(255), dense(254))
	for _, s := range []string{"alpha", "beta", "gamma", "zeta", "", "kappa", "kappb", "x"} {
		fmt.Print(sparse(s), " ")
	}
	fmt.Println()
	var e interface{} = int8(5)
	switch e {
	case 5:
		fmt.Println("int")
	case int8(5):
		fmt.Println("int8")
	}
	switch (key{1, "x"}) {
	case key{1, "y"}:
		fmt.Println("y")
	case key{1, "x"}:
		fmt.Println("x")
	}
	switch f := 0.5; {
	case f > 0.4 && f < 0.6:
		fmt.Println("half")
	}
	switch {
	}
	switch x := 5; x {
	}
	i := 0
loop:
	for {
		switch i++; {
		case i == 3:
			continue
		case i > 6:
			break loop
		case i%2 == 0:
			break
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println("end", i)
}
