// An expression evaluator: a tokenizer, a recursive-descent parser with precedences, a tree of interfaces, variables and functions.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

type expr interface {
	eval(env map[string]float64) (float64, error)
}

type number float64
type variable string
type unary struct {
	op byte
	x  expr
}
type binary struct {
	op   byte
	x, y expr
}
type call struct {
	name string
	args []expr
}

func (n number) eval(map[string]float64) (float64, error) { return float64(n), nil }

func (v variable) eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, errors.New("undefined: " + string(v))
}

func (u unary) eval(env map[string]float64) (float64, error) {
	x, err := u.x.eval(env)
	return -x, err
}

func (b binary) eval(env map[string]float64) (float64, error) {
	x, err := b.x.eval(env)
	if err != nil {
		return 0, err
	}
	y, err := b.y.eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return x + y, nil
	case '-':
		return x - y, nil
	case '*':
		return x * y, nil
	case '/':
		if y == 0 {
			return 0, errors.New("division by zero")
		}
		return x / y, nil
	}
	return math.Pow(x, y), nil
}

var functions = map[string]func(...float64) float64{
	"sqrt": func(a ...float64) float64 { return math.Sqrt(a[0]) },
	"max":  func(a ...float64) float64 { return math.Max(a[0], a[1]) },
}

func (c call) eval(env map[string]float64) (x float64, err error) {
	var args []float64
	for _, a := range c.args {
		if x, err = a.eval(env); err != nil {
			return
		}
		args = append(args, x)
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%s: %v", c.name, r)
		}
	}()
	return functions[c.name](args...), nil
}

type parser struct {
	text string
	pos  int
}

func (p *parser) peek() byte {
	for p.pos < len(p.text) && p.text[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.text) {
		return 0
	}
	return p.text[p.pos]
}

var precedence = map[byte]int{'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}

func (p *parser) binary(least int) expr {
	x := p.primary()
	for prec := precedence[p.peek()]; prec >= least && prec > 0; prec = precedence[p.peek()] {
		op := p.peek()
		p.pos++
		next := prec + 1
		if op == '^' {
			next = prec
		}
		x = binary{op, x, p.binary(next)}
	}
	return x
}

func (p *parser) word(in func(byte) bool) string {
	start := p.pos
	for p.pos < len(p.text) && in(p.text[p.pos]) {
		p.pos++
	}
	return p.text[start:p.pos]
}

func (p *parser) primary() expr {
	switch c := p.peek(); {
	case c == '-':
		p.pos++
		return unary{'-', p.binary(3)}
	case c == '(':
		p.pos++
		x := p.binary(1)
		if p.peek() != ')' {
			panic(fmt.Sprintf("missing ) at %d", p.pos))
		}
		p.pos++
		return x
	case c >= '0' && c <= '9':
		x, _ := strconv.ParseFloat(p.word(func(c byte) bool { return c >= '0' && c <= '9' || c == '.' }), 64)
		return number(x)
	case c >= 'a' && c <= 'z':
		name := p.word(func(c byte) bool { return c >= 'a' && c <= 'z' })
		if p.peek() != '(' {
			return variable(name)
		}
		f := call{name: name}
		for p.peek() != ')' {
			p.pos++
			f.args = append(f.args, p.binary(1))
		}
		p.pos++
		return f
	}
	panic(fmt.Sprintf("unexpected %q at %d", p.peek(), p.pos))
}

func calculate(text string, env map[string]float64) (x float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New(r.(string))
		}
	}()
	return (&parser{text: text}).binary(1).eval(env)
}

func main() {
	env := map[string]float64{"x": 3, "pi": 3.25}
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "2^3^2", "-x^2", "10 - 4 - 3", "max(x, sqrt(16)) / 8", "1 / (x - 3)", "y + 1", "(1", "2 * $",
		"sqrt()", "pi * x ^ 2"} {
		x, err := calculate(s, env)
		fmt.Println(s, "=", x, err)
	}
}
