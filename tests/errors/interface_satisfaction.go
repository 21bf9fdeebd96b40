package main

type reader interface {
	read() int
	close()
}

type a struct{}

func (a) read() int { return 0 }

type b struct{}

func (*b) read() int { return 0 }
func (*b) close()    {}

type c struct{}

func (c) read() string { return "" }
func (c) close()       {}

func main() {
	var r reader
	r = a{} // ERROR "cannot use a\{\} \(value of type a\) as type reader in assignment:"
	r = b{} // ERROR "cannot use b\{\} \(value of type b\) as type reader in assignment:"
	r = c{} // ERROR "cannot use c\{\} \(value of type c\) as type reader in assignment:"
	r = &b{}
	_ = r
}
