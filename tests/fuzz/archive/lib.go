// Package lib has what export data can hold: types of all kinds, constants, bodies that are inlined, generated methods.
package lib

import (
	"errors"
	"strings"
)

const (
	Small   = 7
	Huge    = 1 << 100
	Pi      = 3.14159265358979323846
	Complex = 1 + 2i
	Text    = "some text"
	Typed   = Kind(3)
	Truth   = true
)

type Kind uint8

const (
	A Kind = iota
	B
	C
)

func (k Kind) String() string { return [...]string{"A", "B", "C"}[k%3] }

type Node struct {
	Left, Right *Node
	Value       int `json:"value"`
	Base
}

type Base struct {
	Name  string
	Tags  map[string][]int
	Event chan<- Kind
}

func (b *Base) SetName(s string) { b.Name = s }
func (b Base) Len() int          { return len(b.Name) + len(b.Tags) }

type Stringer interface {
	String() string
}

type Both interface {
	Stringer
	interface{ Len() int }
}

type Func func(n *Node, rest ...interface{}) (out [4]float64, err error)

type Alias = map[Kind]*Node

var Zero Node
var Table = [...]Kind{A, B, C}
var Err = errors.New("lib")
var Hook Func

func Sum(n *Node) int {
	if n == nil {
		return 0
	}
	return n.Value + n.Left.sum()
}

func (n *Node) sum() int {
	if n == nil {
		return 0
	}
	return n.Value
}

func Max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func Find(list []string, s string) (at int, ok bool) {
	for i, t := range list {
		if t == s {
			return i, true
		}
	}
	return -1, false
}

func Switch(x interface{}) string {
	switch v := x.(type) {
	case string:
		return v
	case Stringer:
		return v.String()
	}
	return ""
}

func Make(n int) []int                   { return make([]int, n, n+1) }
func New(v int) *Node                    { return &Node{Value: v, Base: Base{Name: "n"}} }
func Join(a, b string) string            { return a + strings.ToUpper(b) }
func Adder(n int) func(int) int          { return func(m int) int { return n + m } }
func Convert(b []byte) (string, float64) { return string(b), float64(len(b)) * 0.5 }
func Recv(c chan int) (v int, ok bool)   { v, ok = <-c; return }
func Div(a, b complex128) complex128     { return a / b }
