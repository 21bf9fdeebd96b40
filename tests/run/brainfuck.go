// A brainfuck compiler to closures and an interpreter, run against each other.
package main

import "fmt"

type machine struct {
	tape   [3000]byte
	at     int
	out    []byte
	input  string
	budget int
}

type step func(*machine)

func interpret(code, input string) string {
	var m machine
	m.input = input
	jump := map[int]int{}
	var stack []int
	for i, c := range code {
		switch c {
		case '[':
			stack = append(stack, i)
		case ']':
			open := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			jump[open], jump[i] = i, open
		}
	}
	for pc := 0; pc < len(code); pc++ {
		switch code[pc] {
		case '>':
			m.at++
		case '<':
			m.at--
		case '+':
			m.tape[m.at]++
		case '-':
			m.tape[m.at]--
		case '.':
			m.out = append(m.out, m.tape[m.at])
		case ',':
			m.read()
		case '[':
			if m.tape[m.at] == 0 {
				pc = jump[pc]
			}
		case ']':
			if m.tape[m.at] != 0 {
				pc = jump[pc]
			}
		}
	}
	return string(m.out)
}

func (m *machine) read() {
	m.tape[m.at] = 0
	if m.input != "" {
		m.tape[m.at], m.input = m.input[0], m.input[1:]
	}
}

func compile(code string) (program []step, rest string) {
	for code != "" {
		c := code[0]
		n := 1
		for n < len(code) && code[n] == c && c != '[' && c != ']' {
			n++
		}
		code = code[n:]
		switch c {
		case '>':
			program = append(program, func(m *machine) { m.at += n })
		case '<':
			program = append(program, func(m *machine) { m.at -= n })
		case '+':
			program = append(program, func(m *machine) { m.tape[m.at] += byte(n) })
		case '-':
			program = append(program, func(m *machine) { m.tape[m.at] -= byte(n) })
		case '.':
			program = append(program, func(m *machine) {
				for i := 0; i < n; i++ {
					m.out = append(m.out, m.tape[m.at])
				}
			})
		case ',':
			program = append(program, (*machine).read)
		case '[':
			var body []step
			body, code = compile(code)
			program = append(program, func(m *machine) {
				for m.tape[m.at] != 0 {
					run(body, m)
				}
			})
		case ']':
			return program, code
		}
	}
	return
}

func run(program []step, m *machine) {
	for _, s := range program {
		s(m)
	}
}

func main() {
	hello := "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
	reverse := ">,[>,]<[.<]"
	squares := "++++[>+++++<-]>[<+++++>-]+<+[>[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+>>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]" +
		"<<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<+>]<[-]<<-]<<-]"
	for _, p := range []struct{ code, input string }{{hello, ""}, {reverse, "stressed"}, {squares, ""}} {
		var m machine
		m.input = p.input
		program, _ := compile(p.code)
		run(program, &m)
		fmt.Printf("%q %v\n", m.out, string(m.out) == interpret(p.code, p.input))
	}
	defer func() { fmt.Println(recover()) }()
	program, _ := compile("+[<]")
	run(program, &machine{})
}
