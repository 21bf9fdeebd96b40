// Frames and what callers have to pass, of a gigabyte and more.
package main

type big [1 << 28]byte

func params(a, b, c, d, e big) { // ERROR "stack frame too large \(>1GB\): 0 MB locals \+ 1280 MB args"
}

func results() (a, b, c, d big) { // ERROR "stack frame too large \(>1GB\): 0 MB locals \+ 1024 MB args"
	return
}

func almost(x *[1<<30 - 1e6]byte) (n int) {
	for _, b := range *x {
		n += int(b)
	}
	return
}

func copied(x *[1 << 33]byte) (n int) { // ERROR "stack frame too large \(>1GB\): 8192 MB locals \+ 0 MB args"
	for _, b := range *x {
		n += int(b)
	}
	return
}

func main() {}
