package main

// explain: dynamic.go:stringer1
// explain: dynamic.go:stringer2
// explain: dynamic.go:assertion
// explain: dynamic.go:typeSwitch
// explain: dynamic.go:variable
// explain: dynamic.go:small
// explain: dynamic.go:constant
// explain: dynamic.go:pointer
// explain: dynamic.go:recovered

type stringer interface{ String() string }
type id int

func (i id) String() string { return "id" }

type big struct{ a, b, c int }

var any1 interface{}
var hook func(*int)

func stringer1(i id) stringer { return i }

func stringer2(s stringer) string { return s.String() }

func assertion(v interface{}) *int {
	p, _ := v.(*int)
	return p
}

func typeSwitch(v interface{}) {
	switch x := v.(type) {
	case big:
		any1 = x
	case *big:
		any1 = x
	}
}

func variable() {
	x := 1
	hook(&x)
}

func small(b byte, t bool) {
	any1 = b
	any1 = t
}

func constant() {
	any1 = 12345
	any1 = "text"
	any1 = struct{}{}
}

func pointer() {
	x := big{1, 2, 3}
	any1 = &x
}

func recovered(n int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			any1 = r
		}
	}()
	panic(n)
}

func main() {}
