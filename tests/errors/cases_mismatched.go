package main

type MI int
type MB bool
type MF func()
type MS []int

func f(n MI, b MB, i interface{}, fn MF, sl MS, fl float64, p *int, e error, s string, ch chan int, c complex128) {
	switch n {
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to int`
	case nil: // ERROR "cannot convert nil to int"
	case 1.5: // ERROR "1\.5 \(untyped float constant\) truncated to int"
	case b: // ERROR "invalid case b in switch on n \(mismatched types MB and MI\)"
	case 1i: // ERROR "1i \(untyped complex constant \(0 \+ 1i\)\) truncated to int"
	case MI(1), 'x':
	case i:
	case true: // ERROR "cannot convert true \(untyped bool constant\) to int"
	}
	switch b {
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to bool"
	case n == 1, true:
	case "x": // ERROR `cannot convert "x" \(untyped string constant\) to bool`
	case nil: // ERROR "cannot convert nil to bool"
	}
	switch i {
	case 1, "a", nil, 1.5, fn, sl: // ERROR "invalid case fn in switch on i \(func can only be compared to nil\)" "invalid case sl in switch on i \(slice can only be compared to nil\)"
	case e:
	}
	switch fn {
	case nil:
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to func\(\)"
	case fn: // ERROR "invalid case fn in switch on fn \(func can only be compared to nil\)"
	}
	switch sl {
	case nil:
	case sl: // ERROR "invalid case sl in switch on sl \(slice can only be compared to nil\)"
	case 2: // ERROR "cannot convert 2 \(untyped int constant\) to \[\]int"
	}
	switch fl {
	case 1, 'a', 2i: // ERROR "2i \(untyped complex constant \(0 \+ 2i\)\) overflows float64"
	case 1i * 1i:
	case "s": // ERROR `cannot convert "s" \(untyped string constant\) to float64`
	}
	switch p {
	case nil, p:
	case 0: // ERROR "cannot convert 0 \(untyped int constant\) to \*int"
	case i:
	}
	switch e {
	case nil, e:
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to interface\{Error\(\) string\}"
	case "s": // ERROR `cannot convert "s" \(untyped string constant\) to interface\{Error\(\) string\}`
	case i:
	case p: // ERROR "invalid case p in switch on e \(mismatched types \*int and error\)"
	}
	switch s {
	case 'a': // ERROR "cannot convert 'a' \(untyped rune constant 97\) to string"
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to string"
	case nil: // ERROR "cannot convert nil to string"
	case "a", s:
	case n: // ERROR "invalid case n in switch on s \(mismatched types MI and string\)"
	}
	switch c {
	case 1, 1.5, 2i, 'a':
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to complex128`
	case fl: // ERROR "invalid case fl in switch on c \(mismatched types float64 and complex128\)"
	}
	switch ch {
	case nil, ch:
	case 1: // ERROR "cannot convert 1 \(untyped int constant\) to chan int"
	}
	switch 1 {
	case 1.0, "a", nil, true, n: // ERROR `cannot convert "a" \(untyped string constant\) to int` "cannot convert nil to int" "cannot convert true \(untyped bool constant\) to int" "invalid case n in switch on 1 \(mismatched types MI and int\)"
	}
	switch "a" {
	case 1, s: // ERROR "cannot convert 1 \(untyped int constant\) to string"
	}
	switch 1.5 {
	case 1, fl, n: // ERROR "invalid case n in switch on 1\.5 \(mismatched types MI and float64\)"
	}
	switch x := 5; {
	case x: // ERROR "invalid case x in switch on true \(mismatched types int and bool\)"
	case x > 1:
	case i:
	case b: // ERROR "invalid case b in switch on true \(mismatched types MB and bool\)"
	}
	switch true {
	case b: // ERROR "invalid case b in switch on true \(mismatched types MB and bool\)"
	case x == 1: // ERROR "undefined: x"
	}
	switch n > 1 {
	case b: // ERROR "invalid case b in switch on n > 1 \(mismatched types MB and bool\)"
	case false:
	}
	switch f {
	case nil:
	}
	switch undefined { // ERROR "undefined: undefined"
	case 1, undefined2: // ERROR "undefined: undefined2"
	}
	switch f() { // ERROR "not enough arguments in call to f" "f\(\) \(no value\) used as value"
	}
	switch int { // ERROR "int \(type\) is not an expression"
	case 1:
	}
	switch []int{} {
	}
	select {
	case n, b = 1, true: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case (<-ch):
	case n = (<-ch): // ERROR "cannot use \(<-ch\) \(comma, ok expression of type int\) as type MI in assignment"
	case n, ok := <-ch: // ERROR "n declared but not used" "ok declared but not used"
	case b = <-ch: // ERROR "cannot use <-ch \(comma, ok expression of type int\) as type MB in assignment"
	case ch <- "a": // ERROR `cannot use "a" \(untyped string constant\) as int value in send`
	case 1 + 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case f(): // ERROR "select case must be send or receive \(possibly with assignment\)"
	case x := 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case <-n: // ERROR "invalid operation: cannot receive from non-channel n \(variable of type MI\)"
	case ch <- <-ch:
	case -<-ch: // ERROR "select case must be send or receive \(possibly with assignment\)"
	}
}
func main5() {
	var n int // ERROR "n declared but not used"
	var a []int // ERROR "a declared but not used"
	select {
	case n = 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case 1 + 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n + 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[0] = 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[0]: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case main5(): // ERROR "select case must be send or receive \(possibly with assignment\)"
	case main: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case (n): // ERROR "select case must be send or receive \(possibly with assignment\)"
	case -n: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n, n = 1, 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case x := 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case x, y := 1, 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n.x: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case []int{}: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case func() {}: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case *a: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[0] + 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n.x = 2: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case main5().x: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n.(int): // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[1:2]: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case "s": // ERROR "select case must be send or receive \(possibly with assignment\)"
	}
}
func main6() {
	var n int // ERROR "n declared but not used"
	var a []int // ERROR "a declared but not used"
	select {
	case n++: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[0]++: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n += 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case a[0] += 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n.x--: // ERROR "select case must be send or receive \(possibly with assignment\)"
	}
}
