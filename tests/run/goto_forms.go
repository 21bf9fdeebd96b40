// goto forward and backward, out of loops, switches and blocks, over labels of the same name in other functions, with deferred calls.
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

func search(rows [][]int, x int) (r string) {
	defer func() { r += "." }()
	for i, row := range rows {
		for j, v := range row {
			switch {
			case v == x:
				r = fmt.Sprint(i, ",", j)
				goto found
			case v > 100:
				goto again
			}
		}
	again:
	}
	return "none"
found:
	return "at " + r
}

func retry(f func(int) error) (tries int, err error) {
again:
	tries++
	if err = f(tries); err != nil && tries < 5 {
		goto again
	}
	return
}

func tokens(s string) (out []string) {
	i, start := 0, 0
blank:
	if i == len(s) {
		return
	}
	if s[i] == ' ' {
		i++
		goto blank
	}
	start = i
word:
	if i < len(s) && s[i] != ' ' {
		i++
		goto word
	}
	out = append(out, s[start:i])
	goto blank
}

func closures() (fs []func() int) {
	i := 0
loop:
	j := i * i
	fs = append(fs, func() int { j++; return j + i })
	if i++; i < 3 {
		goto loop
	}
	return
}

func main() {
	fmt.Println(collatz(27), collatz(1))
	rows := [][]int{{1, 2}, {200, 3}, {3, 4}}
	fmt.Println(search(rows, 3), search(rows, 9))
	fmt.Println(retry(func(n int) error {
		if n < 3 {
			return fmt.Errorf("try %d", n)
		}
		return nil
	}))
	fmt.Println(retry(func(n int) error { return fmt.Errorf("try %d", n) }))
	fmt.Printf("%q\n", tokens("  the quick  fox "))
	for _, f := range closures() {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}
