// A regular expression matcher: a parser to a tree, compilation to instructions, and simulation of all threads at once (Thompson).
package main

import (
	"fmt"
	"strings"
)

type node interface{ emit(p *prog) }
type (
	char  rune
	dot   struct{}
	class struct {
		not    bool
		ranges [][2]rune
	}
	cat    []node
	alt    struct{ a, b node }
	repeat struct {
		x        node
		min, max int
	}
	anchor byte
)

type op int

const (
	opChar op = iota
	opAny
	opClass
	opSplit
	opJump
	opBegin
	opEnd
	opMatch
)

type inst struct {
	op   op
	r    rune
	c    *class
	x, y int
}

type prog struct{ code []inst }

func (p *prog) add(i inst) int { p.code = append(p.code, i); return len(p.code) - 1 }

func (c char) emit(p *prog)   { p.add(inst{op: opChar, r: rune(c)}) }
func (dot) emit(p *prog)      { p.add(inst{op: opAny}) }
func (c *class) emit(p *prog) { p.add(inst{op: opClass, c: c}) }
func (c cat) emit(p *prog) {
	for _, n := range c {
		n.emit(p)
	}
}
func (a alt) emit(p *prog) {
	split := p.add(inst{op: opSplit})
	p.code[split].x = len(p.code)
	a.a.emit(p)
	jump := p.add(inst{op: opJump})
	p.code[split].y = len(p.code)
	a.b.emit(p)
	p.code[jump].x = len(p.code)
}
func (r repeat) emit(p *prog) {
	for i := 0; i < r.min; i++ {
		r.x.emit(p)
	}
	if r.max < 0 {
		split := p.add(inst{op: opSplit})
		p.code[split].x = len(p.code)
		r.x.emit(p)
		p.add(inst{op: opJump, x: split})
		p.code[split].y = len(p.code)
		return
	}
	for i := r.min; i < r.max; i++ {
		split := p.add(inst{op: opSplit})
		p.code[split].x = len(p.code)
		r.x.emit(p)
		defer func() { p.code[split].y = len(p.code) }()
	}
}
func (a anchor) emit(p *prog) {
	if a == '^' {
		p.add(inst{op: opBegin})
	} else {
		p.add(inst{op: opEnd})
	}
}

type parser struct {
	in  []rune
	pos int
}

type syntaxError string

func (e syntaxError) Error() string { return "regex: " + string(e) }

func (p *parser) more() bool { return p.pos < len(p.in) }
func (p *parser) next() rune {
	if !p.more() {
		panic(syntaxError("unexpected end"))
	}
	p.pos++
	return p.in[p.pos-1]
}
func (p *parser) accept(r rune) bool {
	if p.more() && p.in[p.pos] == r {
		p.pos++
		return true
	}
	return false
}

func (p *parser) alternatives() node {
	n := p.sequence()
	for p.accept('|') {
		n = alt{n, p.sequence()}
	}
	return n
}

func (p *parser) sequence() node {
	var c cat
	for p.more() && !strings.ContainsRune("|)", p.in[p.pos]) {
		n := p.atom()
		for {
			switch {
			case p.accept('*'):
				n = repeat{n, 0, -1}
				continue
			case p.accept('+'):
				n = repeat{n, 1, -1}
				continue
			case p.accept('?'):
				n = repeat{n, 0, 1}
				continue
			case p.accept('{'):
				n = p.counted(n)
				continue
			}
			break
		}
		c = append(c, n)
	}
	return c
}

func (p *parser) number() (n int) {
	for p.more() && p.in[p.pos] >= '0' && p.in[p.pos] <= '9' {
		n = n*10 + int(p.next()-'0')
	}
	return
}

func (p *parser) counted(x node) node {
	min := p.number()
	max := min
	if p.accept(',') {
		max = -1
		if p.in[p.pos] != '}' {
			max = p.number()
		}
	}
	if !p.accept('}') {
		panic(syntaxError("missing }"))
	}
	return repeat{x, min, max}
}

func (p *parser) atom() node {
	switch r := p.next(); r {
	case '(':
		n := p.alternatives()
		if !p.accept(')') {
			panic(syntaxError("missing )"))
		}
		return n
	case '[':
		c := &class{not: p.accept('^')}
		for !p.accept(']') {
			lo := p.next()
			hi := lo
			if p.accept('-') {
				hi = p.next()
			}
			c.ranges = append(c.ranges, [2]rune{lo, hi})
		}
		return c
	case '.':
		return dot{}
	case '^', '$':
		return anchor(r)
	case '\\':
		if r = p.next(); r == 'd' {
			return &class{ranges: [][2]rune{{'0', '9'}}}
		}
		return char(r)
	case '*', '+', '?':
		panic(syntaxError("nothing to repeat"))
	default:
		return char(r)
	}
}

func compile(s string) (p *prog, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case syntaxError:
			err = e
		default:
			panic(e)
		}
	}()
	ps := &parser{in: []rune(s)}
	n := ps.alternatives()
	if ps.more() {
		panic(syntaxError("unexpected )"))
	}
	p = &prog{}
	n.emit(p)
	p.add(inst{op: opMatch})
	return p, nil
}

func (c *class) has(r rune) bool {
	for _, b := range c.ranges {
		if r >= b[0] && r <= b[1] {
			return !c.not
		}
	}
	return c.not
}

// find gives the leftmost longest match, or -1.
func (p *prog) find(s string) (int, int) {
	in := []rune(s)
	best := [2]int{-1, -1}
	var seen map[int]bool
	var add func(set []int, pc, at int) []int
	add = func(set []int, pc, at int) []int {
		if seen[pc] {
			return set
		}
		seen[pc] = true
		switch i := p.code[pc]; i.op {
		case opJump:
			return add(set, i.x, at)
		case opSplit:
			return add(add(set, i.x, at), i.y, at)
		case opBegin:
			if at == 0 {
				return add(set, pc+1, at)
			}
			return set
		case opEnd:
			if at == len(in) {
				return add(set, pc+1, at)
			}
			return set
		}
		return append(set, pc)
	}
	for start := 0; start <= len(in) && best[0] < 0; start++ {
		seen = map[int]bool{}
		set := add(nil, 0, start)
		for at := start; len(set) > 0; at++ {
			var next []int
			seen = map[int]bool{}
			for _, pc := range set {
				i := p.code[pc]
				switch {
				case i.op == opMatch:
					best = [2]int{start, at}
				case at == len(in):
				case i.op == opAny || i.op == opChar && i.r == in[at] || i.op == opClass && i.c.has(in[at]):
					next = add(next, pc+1, at+1)
				}
			}
			set = next
		}
	}
	return best[0], best[1]
}

func main() {
	for _, c := range [][]string{
		{"a*b", "aaab", "b", "ac", "xaab"}, {"^(ab|cd)+$", "abcdab", "abc", ""}, {"x{2,3}", "x", "xx", "xxxx"}, {"[a-c]+[^a-c]", "abcd", "abc", "zad"},
		{"(a|ab)(c|bcd)(d*)", "abcd"}, {"é.日", "é-日", "e-日"}, {`\d{3}-\d+`, "call 555-1234 now"}, {"(a?){20}a{20}", strings.Repeat("a", 20)},
		{"(", "x"}, {"a)", "x"}, {"*a", "x"}, {"a{3", "x"}, {"[a", "x"}, {"", "abc"}, {"a**", "aa"}, {`\.\*`, "a.*b"},
	} {
		p, err := compile(c[0])
		if err != nil {
			fmt.Println(c[0], err)
			continue
		}
		fmt.Print(c[0], " ", len(p.code), ":")
		for _, s := range c[1:] {
			from, to := p.find(s)
			fmt.Print(" ", from, "-", to)
		}
		fmt.Println()
	}
}
