// A panic that nobody recovers: its text and a traceback on standard error, exit status 2. The first one is recovered.
package main

import "fmt"

type account struct{ balance []int }

func (a *account) withdraw(i, n int) {
	a.balance[i] -= n
}

func careful(a *account, i int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	a.withdraw(i, 10)
	return nil
}

func main() {
	a := &account{balance: []int{100, 200}}
	fmt.Println(careful(a, 1), a.balance)
	fmt.Println(careful(a, 2), a.balance)
	a.withdraw(3, 10)
}
