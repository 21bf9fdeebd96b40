// A pool of workers: jobs go out on one channel, results come back on another, a WaitGroup says when all is done.
package main

import (
	"fmt"
	"sync"
)

type job struct{ n int }

type result struct{ n, divisors int }

func divisors(n int) int {
	count := 0
	for d := 1; d <= n; d++ {
		if n%d == 0 {
			count++
		}
	}
	return count
}

func worker(jobs <-chan job, results chan<- result, done *sync.WaitGroup) {
	defer done.Done()
	for j := range jobs {
		results <- result{j.n, divisors(j.n)}
	}
}

func main() {
	jobs, results := make(chan job), make(chan result, 16)
	var done sync.WaitGroup
	for i := 0; i < 4; i++ {
		done.Add(1)
		go worker(jobs, results, &done)
	}
	go func() {
		for n := 1; n <= 500; n++ {
			jobs <- job{n}
		}
		close(jobs)
		done.Wait()
		close(results)
	}()
	best, total := result{}, 0
	for r := range results {
		total += r.divisors
		if r.divisors > best.divisors || r.divisors == best.divisors && r.n < best.n {
			best = r
		}
	}
	fmt.Println("most divisors:", best.n, "has", best.divisors, "; all together:", total)
}
