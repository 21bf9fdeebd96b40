// Labels and branches are looked at in every function body that has no syntax error in it.
package main

func f(x int) {
	continue // ERROR "continue is not in a loop"
	goto L // ERROR "label L not defined"
}

var v = func() {
	break // ERROR "break is not in a loop, switch, or select"
}

func g() int {
	x := := 1 // ERROR "syntax error: unexpected :=, expecting expression"
	break // ERROR "syntax error: unexpected break at end of statement"
L:
	func() {
	M: // ERROR "label M defined and not used"
		switch {
		case true:
			fallthrough // ERROR "cannot fallthrough final case in switch"
		}
	}()
}

func h(c chan int) {
	x := 'ab' // ERROR "more than one character in rune literal"
	break
}

func i() {
	select {
	case <-c: // the checker does not run
		fallthrough // ERROR "fallthrough statement out of place"
	}
}
