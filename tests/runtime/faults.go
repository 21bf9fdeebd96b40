// Panics, faults and Goexit in many goroutines at once, all recovered where they happen.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type node struct {
	next *node
	v    [100]int
}

func fault(kind int) (msg string) {
	defer func() {
		if e := recover(); e != nil {
			msg = fmt.Sprint(e)
		}
	}()
	var p *node
	var a []int
	var m map[string]int
	zero := 0
	switch kind % 7 {
	case 0:
		p.v[5] = 1
	case 1:
		return fmt.Sprint(a[kind])
	case 2:
		m["x"] = 1
	case 3:
		return fmt.Sprint(kind / zero)
	case 4:
		var e error
		return e.Error()
	case 5:
		panic(errors.New("own"))
	case 6:
		var x any = kind
		return x.(string)
	}
	return "nothing"
}

func main() {
	var mu sync.Mutex
	counts := map[string]int{}
	var wg sync.WaitGroup
	for g := 0; g < 14; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 30; i++ {
				kind := (g + i) % 7
				s := fault(kind)
				if kind == 1 && s == "" || s == "nothing" {
					fmt.Println("no fault", kind)
				}
				mu.Lock()
				counts[s]++
				mu.Unlock()
			}
		}(g)
	}
	wg.Wait()
	for _, s := range []string{
		"runtime error: invalid memory address or nil pointer dereference",
		"runtime error: index out of range [1] with length 0",
		"assignment to entry in nil map", "runtime error: integer divide by zero", "own",
		"interface conversion: interface {} is int, not string",
	} {
		fmt.Println(counts[s], s)
	}
	var ended int32
	for g := 0; g < 20; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			defer func() {
				recover()
				atomic.AddInt32(&ended, 1)
			}()
			if g%2 == 0 {
				runtime.Goexit()
			}
			var p *node
			p.next = nil
		}(g)
	}
	wg.Wait()
	fmt.Println("ended", ended)
}
