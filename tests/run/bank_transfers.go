// Accounts and concurrent transfers: locks taken in order, a server goroutine with requests and replies, and atomic counters all keep the
// same total.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

var errFunds = errors.New("insufficient funds")

type account struct {
	id      int
	mu      sync.RWMutex
	balance int64
	history []entry
}

type entry struct {
	other  int
	amount int64
}

type bank struct{ accounts []*account }

func newBank(n int, each int64) *bank {
	b := &bank{}
	for i := 0; i < n; i++ {
		b.accounts = append(b.accounts, &account{id: i, balance: each})
	}
	return b
}

func (b *bank) transfer(from, to int, amount int64) error {
	if from == to {
		return fmt.Errorf("account %d to itself", from)
	}
	x, y := b.accounts[from], b.accounts[to]
	first, second := x, y
	if first.id > second.id {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if x.balance < amount {
		return fmt.Errorf("account %d: %w", from, errFunds)
	}
	x.balance -= amount
	y.balance += amount
	x.history = append(x.history, entry{to, -amount})
	y.history = append(y.history, entry{from, amount})
	return nil
}

func (b *bank) total() (sum int64) {
	for _, a := range b.accounts {
		a.mu.RLock()
		defer a.mu.RUnlock()
	}
	for _, a := range b.accounts {
		sum += a.balance
	}
	return
}

type request struct {
	from, to int
	amount   int64
	reply    chan<- error
}

func serve(b *bank, in <-chan request, done chan<- int) {
	n := 0
	for r := range in {
		n++
		r.reply <- b.transfer(r.from, r.to, r.amount)
	}
	done <- n
}

type random uint64

func (r *random) next(n int) int {
	*r = *r*6364136223846793005 + 1442695040888963407
	return int(*r >> 33 % random(n))
}

func main() {
	b := newBank(10, 1000)
	var wg sync.WaitGroup
	var made, refused, itself int64
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(r random) {
			defer wg.Done()
			for i := 0; i < 500; i++ {
				err := b.transfer(r.next(10), r.next(10), int64(r.next(300)))
				switch {
				case err == nil:
					atomic.AddInt64(&made, 1)
				case errors.Is(err, errFunds):
					atomic.AddInt64(&refused, 1)
				default:
					atomic.AddInt64(&itself, 1)
				}
			}
		}(random(g))
	}
	checks := 0
	stop := make(chan bool)
	go func() {
		defer close(stop)
		for i := 0; i < 50; i++ {
			if b.total() == 10000 {
				checks++
			}
		}
	}()
	wg.Wait()
	<-stop
	fmt.Println(b.total(), made+refused+itself, itself > 0, checks)
	sums := true
	for _, a := range b.accounts {
		s := int64(1000)
		for _, e := range a.history {
			s += e.amount
		}
		sums = sums && s == a.balance && s >= 0
	}
	fmt.Println(sums)
	in, done := make(chan request), make(chan int)
	c := newBank(5, 100)
	go serve(c, in, done)
	ok := int64(0)
	for g := 0; g < 5; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			reply := make(chan error)
			for i := 0; i < 20; i++ {
				in <- request{g, (g + 1) % 5, 1, reply}
				if <-reply == nil {
					atomic.AddInt64(&ok, 1)
				}
			}
		}(g)
	}
	wg.Wait()
	close(in)
	fmt.Println(<-done, ok, c.total(), b.transfer(0, 1, 1<<40), b.transfer(3, 3, 1))
}
