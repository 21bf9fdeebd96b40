package main

type Conf int

var last *Conf

func remember(c *Conf) {
	keep(c)
}

func keep(p *Conf) {
	last = p
}

func main() {
	var c Conf
	c = 3
	remember(&c)
	println(*last)
}

// explain: glob.go:16
// explain: -l glob.go:main
// explain: glob.go:18
// explain: glob.go
