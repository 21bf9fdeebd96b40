// A call with several results whose receiver is itself made by a call.
package main

import (
	"errors"
	"fmt"
)

type shape interface {
	measure() (int, error)
	twice() (shape, int)
}
type square int

func (s square) measure() (int, error) {
	if s < 0 {
		return 0, errors.New("negative")
	}
	return int(s * s), nil
}
func (s square) twice() (shape, int) { return s * 2, int(s) }

type maker struct{ made int }

func (m *maker) make(n int) shape {
	m.made++
	return square(n)
}

func (m *maker) both(n int) (int, error) { return m.make(n).measure() }

func show(n int, err error) { fmt.Println(n, err) }

func main() {
	m := &maker{}
	n, err := m.make(3).measure()
	fmt.Println(n, err)
	fmt.Println(m.both(-1))
	show(m.make(4).measure())
	var a [2]int
	a[1], err = m.make(5).measure()
	_, _ = m.make(6).measure()
	m.make(7).measure()
	s, k := m.make(8).twice()
	fmt.Println(a, s, k, m.made)
	defer m.make(9).measure()
	func() (int, error) { return m.make(10).measure() }()
	if n, err = m.make(11).measure(); err == nil {
		fmt.Println(n, m.made)
	}
}
