// Labels: break and continue out of nested loops, switches and selects; goto forwards and back; labels with the names of variables.
package main

import "fmt"

func collatz(n int) (steps int) {
again:
	if n == 1 {
		return
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto again
	}
	n = 3*n + 1
	goto again
}

func find(grid [][]int, want int) (x, y int) {
rows:
	for y = range grid {
		for x = range grid[y] {
			switch v := grid[y][x]; {
			case v == want:
				break rows
			case v < 0:
				continue rows
			}
		}
	}
	return
}

func cleanup(fail int) (log string) {
	log += "open "
	if fail == 1 {
		goto closed
	}
	log += "write "
	if fail == 2 {
		goto written
	}
	log += "sync "
written:
	log += "unwrite "
closed:
	log += "close"
	return
}

func machine(input string) string {
	i, out := 0, ""
start:
	if i >= len(input) {
		goto done
	}
	switch input[i] {
	case '(':
		goto comment
	case '"':
		i++
		goto text
	}
	out += string(input[i])
	i++
	goto start
comment:
	for i < len(input) {
		i++
		if input[i-1] == ')' {
			goto start
		}
	}
	goto done
text:
	for ; i < len(input); i++ {
		if input[i] == '"' {
			i++
			goto start
		}
		out += "[" + string(input[i]) + "]"
	}
done:
	return out
}

func primes(n int) (ps []int) {
next:
	for c := 2; c < n; c++ {
		for _, p := range ps {
			if p*p > c {
				break
			}
			if c%p == 0 {
				continue next
			}
		}
		ps = append(ps, c)
	}
	return
}

func main() {
	fmt.Println(collatz(27), collatz(1))
	fmt.Println(find([][]int{{1, -1, 9}, {2, 3, 9}, {4, 9, 5}}, 9))
	fmt.Println(find([][]int{{1}}, 9))
	fmt.Println(cleanup(0), "|", cleanup(1), "|", cleanup(2))
	fmt.Println(machine(`a(b)c"de"f(`), machine(`"`))
	fmt.Println(primes(50))
	c := make(chan int, 10)
	for i := 0; i < 10; i++ {
		c <- i
	}
	close(c)
	sum := 0
sum:
	for {
		select {
		case v, ok := <-c:
			if !ok {
				break sum
			}
			if v%3 == 0 {
				continue sum
			}
			sum += v
		}
	}
	fmt.Println(sum)
block:
	switch {
	default:
		if sum > 5 {
			break block
		}
		fmt.Println("skipped")
	}
choice:
	switch {
	default:
		for {
			break choice
		}
	}
	i := 0
L1:
	for {
	L2:
		for {
			i++
			switch {
			case i < 5:
				continue L2
			case i < 10:
				continue L1
			}
			break L1
		}
	}
	fmt.Println(i)
}
