// break and continue through switch, select, range and for with labels; goto out of blocks and back; labels apart from other names.
package main

import "fmt"

func matrix(rows [][]int, want int) (int, int) {
	x := -1
rows:
	for i, row := range rows {
	x:
		for j, v := range row {
			switch {
			case v < 0:
				continue rows
			case v == 0:
				break x
			case v == want:
				x = j
				return i, x
			default:
				switch v % 2 {
				case 1:
					continue x
				}
				break
			}
			x = v
		}
	}
	return x, -1
}

func machine(code string) (out []int) {
	pc, acc := 0, 0
fetch:
	if pc >= len(code) {
		goto done
	}
	switch code[pc] {
	case '+':
		acc++
	case '*':
		acc *= 2
	case 'o':
		out = append(out, acc)
	case 'j':
		if acc < 50 {
			pc = 0
			goto fetch
		}
	case 'h':
		goto done
	default:
		goto bad
	}
	pc++
	goto fetch
bad:
	return append(out, -1)
done:
	return append(out, acc)
}

func selects() (n int) {
	c := make(chan int, 10)
	for i := 0; i < 10; i++ {
		c <- i
	}
loop:
	for {
		select {
		case v := <-c:
			if v%3 == 0 {
				continue loop
			}
			n += v
			if v == 7 {
				break
			}
			n += 100
		default:
			break loop
		}
		n += 1000
	}
	return
}

func blocks() (s string) {
	i := 0
again:
	{
		s += "a"
		if i++; i > 2 {
			goto out
		}
		{
			s += "b"
			goto again
		}
	}
out:
	for j := 0; ; j++ {
	sw:
		switch j {
		case 0:
			s += "0"
			fallthrough
		case 1:
			s += "1"
			if j == 1 {
				break sw
			}
			s += "-"
		case 2:
			for {
				break sw
			}
		case 3:
			break out
		}
		s += "."
	}
	return s + "end"
}

func nested(n int) (c int) {
a:
	for i := 0; i < n; i++ {
	b:
		for j := 0; j < n; j++ {
			for k := 0; k < n; k++ {
				switch (i*j + k) % 5 {
				case 0:
					continue b
				case 1:
					continue
				case 2:
					if k > 3 {
						continue a
					}
				case 4:
					if i > 5 {
						break a
					}
					break b
				}
				c += i + j + k
			}
		}
		c++
	}
	return
}

func finally(n int) (s string) {
	defer func() { s += "!" }()
	for i := 0; ; i++ {
		func() {
			for {
				defer func() { s += fmt.Sprint(i) }()
				break
			}
		}()
		if i == n {
			goto end
		}
	}
end:
	return s + "e"
}

type typed interface{}

func typeSwitch(vs ...typed) (s string) {
loop:
	for _, v := range vs {
		switch x := v.(type) {
		case int:
			if x == 0 {
				break loop
			}
			s += "i"
		case string:
			if x == "" {
				continue
			}
			s += x
		default:
			s += "?"
		}
		s += ","
	}
	return
}

func main() {
	fmt.Println(matrix([][]int{{1, 3, -1, 8}, {2, 0, 8}, {5, 8}}, 8))
	fmt.Println(matrix([][]int{{1}, {4, 6}}, 8))
	fmt.Println(machine("++*oj"), machine("+oh+o"), machine("+x"), machine(""))
	fmt.Println(selects(), blocks(), finally(3))
	for n := 0; n < 12; n += 3 {
		fmt.Print(nested(n), " ")
	}
	fmt.Println(typeSwitch(1, "a", "", 2.5, nil, 0, "never"))
}
