// A small Lisp: reader, environments, closures, special forms, tail calls in a loop, lists as pairs.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

type pair struct{ car, cdr interface{} }
type symbol string
type builtin func([]interface{}) interface{}
type lambda struct {
	params []symbol
	body   interface{}
	env    *env
}
type env struct {
	vars  map[symbol]interface{}
	outer *env
}

func (e *env) find(s symbol) *env {
	for ; e != nil; e = e.outer {
		if _, ok := e.vars[s]; ok {
			return e
		}
	}
	panic("unbound: " + string(s))
}

func read(tokens *[]string) interface{} {
	t := (*tokens)[0]
	*tokens = (*tokens)[1:]
	if t != "(" {
		if n, err := strconv.Atoi(t); err == nil {
			return n
		}
		return symbol(t)
	}
	var items []interface{}
	for (*tokens)[0] != ")" {
		items = append(items, read(tokens))
	}
	*tokens = (*tokens)[1:]
	return items
}

func eval(x interface{}, e *env) interface{} {
	for {
		switch v := x.(type) {
		case symbol:
			return e.find(v).vars[v]
		case []interface{}:
			switch v[0] {
			case symbol("quote"):
				return list(v[1])
			case symbol("if"):
				if eval(v[1], e) != false {
					x = v[2]
				} else {
					x = v[3]
				}
				continue
			case symbol("define"):
				e.vars[v[1].(symbol)] = eval(v[2], e)
				return nil
			case symbol("set!"):
				s := v[1].(symbol)
				e.find(s).vars[s] = eval(v[2], e)
				return nil
			case symbol("lambda"):
				l := lambda{body: v[2], env: e}
				for _, p := range v[1].([]interface{}) {
					l.params = append(l.params, p.(symbol))
				}
				return l
			}
			f := eval(v[0], e)
			args := make([]interface{}, len(v)-1)
			for i := range args {
				args[i] = eval(v[i+1], e)
			}
			switch f := f.(type) {
			case builtin:
				return f(args)
			case lambda:
				inner := &env{map[symbol]interface{}{}, f.env}
				for i, p := range f.params {
					inner.vars[p] = args[i]
				}
				x, e = f.body, inner
				continue
			}
			panic(fmt.Sprintf("not a function: %v", f))
		default:
			return x
		}
	}
}

func list(x interface{}) interface{} {
	items, ok := x.([]interface{})
	if !ok {
		return x
	}
	var l interface{}
	for i := len(items) - 1; i >= 0; i-- {
		l = pair{list(items[i]), l}
	}
	return l
}

func show(x interface{}) string {
	p, ok := x.(pair)
	if !ok {
		return fmt.Sprint(x)
	}
	s := "(" + show(p.car)
	for p, ok = p.cdr.(pair); ok; p, ok = p.cdr.(pair) {
		s += " " + show(p.car)
	}
	return s + ")"
}

func main() {
	global := &env{vars: map[symbol]interface{}{
		"+":    builtin(func(a []interface{}) interface{} { return a[0].(int) + a[1].(int) }),
		"-":    builtin(func(a []interface{}) interface{} { return a[0].(int) - a[1].(int) }),
		"*":    builtin(func(a []interface{}) interface{} { return a[0].(int) * a[1].(int) }),
		"<":    builtin(func(a []interface{}) interface{} { return a[0].(int) < a[1].(int) }),
		"eq":   builtin(func(a []interface{}) interface{} { return a[0] == a[1] }),
		"cons": builtin(func(a []interface{}) interface{} { return pair{a[0], a[1]} }),
		"car":  builtin(func(a []interface{}) interface{} { return a[0].(pair).car }),
		"cdr":  builtin(func(a []interface{}) interface{} { return a[0].(pair).cdr }),
		"nil":  nil,
	}}
	for _, line := range []string{
		"(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 15)",
		"(define loop (lambda (n acc) (if (eq n 0) acc (loop (- n 1) (+ acc n)))))", "(loop 20000 0)",
		"(define map (lambda (f l) (if (eq l nil) nil (cons (f (car l)) (map f (cdr l))))))",
		"(map (lambda (x) (* x x)) (quote (1 2 3 4)))",
		"(define counter (lambda () ((lambda (n) (lambda () ((lambda (ignored) n) (set! n (+ n 1))))) 0)))",
		"(define c (counter))", "(c)", "(c)", "(quote (a (b 1) nil))", "(undefined 1)", "(1 2)", "(car 5)",
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("error:", r)
				}
			}()
			tokens := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(line))
			if v := eval(read(&tokens), global); v != nil {
				fmt.Println(show(v))
			}
		}()
	}
}
