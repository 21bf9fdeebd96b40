// select chooses among what is ready with equal chances, evaluates all operands once and in order, and takes nil channels for never.
package main

import "fmt"

func balanced(counts []int, total int) bool {
	for _, n := range counts {
		if n < total/len(counts)/2 || n > total/len(counts)*2 {
			return false
		}
	}
	return true
}

func receives(n int) bool {
	var cs [4]chan int
	for i := range cs {
		cs[i] = make(chan int, n)
		for j := 0; j < n; j++ {
			cs[i] <- j
		}
	}
	counts := make([]int, 4)
	for i := 0; i < n; i++ {
		select {
		case <-cs[0]:
			counts[0]++
		case <-cs[1]:
			counts[1]++
		case <-cs[2]:
			counts[2]++
		case <-cs[3]:
			counts[3]++
		}
	}
	return balanced(counts, n)
}

func mixed(n int) bool {
	a, b, c := make(chan int, n), make(chan int, n), make(chan int)
	close(c)
	for i := 0; i < n; i++ {
		b <- i
	}
	counts := make([]int, 3)
	for i := 0; i < n; i++ {
		select {
		case a <- i:
			counts[0]++
		case <-b:
			counts[1]++
		case _, ok := <-c:
			if ok {
				return false
			}
			counts[2]++
		default:
			return false
		}
	}
	return balanced(counts, n)
}

func waiting(n int) bool {
	a, b, done := make(chan int), make(chan int), make(chan [2]int)
	go func() {
		var counts [2]int
		for i := 0; i < n; i++ {
			select {
			case <-a:
				counts[0]++
			case b <- i:
				counts[1]++
			}
		}
		done <- counts
	}()
	for {
		select {
		case a <- 1:
		case <-b:
		case counts := <-done:
			return counts[0]+counts[1] == n && balanced(counts[:], n)
		}
	}
}

var order []string

func ch(s string, c chan int) chan int { order = append(order, s); return c }
func val(s string, v int) int          { order = append(order, s); return v }

func main() {
	fmt.Println(receives(4000), mixed(3000), waiting(2000))
	c, never := make(chan int, 1), chan int(nil)
	index := []int{0, 0}
	select {
	case ch("send chan", never) <- val("send value", 1):
	case index[val("index", 1)] = <-ch("receive", never):
	case ch("second", c) <- val("value", 9):
	}
	fmt.Println(order, <-c, index)
	order = nil
	c <- 5
	var ok bool
	select {
	case index[val("index", 1)], ok = <-ch("receive", c):
		fmt.Println(order, index, ok)
	case never <- val("not sent", 1):
	}
	select {
	case v := <-never:
		fmt.Println(v)
	default:
		fmt.Println("default")
	}
	closed := make(chan string)
	close(closed)
	select {
	case s, ok := <-closed:
		fmt.Printf("%q %v\n", s, ok)
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		select {
		case closed <- "x":
		case <-never:
		}
	}()
	n := 0
	for i := 0; i < 10; i++ {
		select {
		case c <- i:
			if i%2 == 0 {
				break
			}
			n += 100
		case v := <-c:
			n += v
		}
	}
	fmt.Println(n, len(c))
}
