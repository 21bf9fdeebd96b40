package main

func f() int { return 1 }

func main() {
	x := 1
	x // ERROR "x \(variable of type int\) is not used"
	f // ERROR "f \(value of type func\(\) int\) is not used"
	x + 1 // ERROR "x \+ 1 \(value of type int\) is not used"
	len("a") // ERROR "len\(.a.\) \(constant 1 of type int\) is not used"
	append([]int{}, 1) // ERROR "append\(\[\]int\{\}, 1\) \(value of type \[\]int\) is not used"
	-x // ERROR "-x \(value of type int\) is not used"
	"a" // ERROR ".a. \(untyped string constant\) is not used"
	f()
}
