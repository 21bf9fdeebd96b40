package main

func f(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR "missing return"

func g() int {
	for {
	}
}

func h(x int) int {
	for x < 3 {
		return 1
	}
} // ERROR "missing return"

func main() { f(1); g(); h(1) }
