// Prints a tree of maps, slices and scalars as JSON, and reads it back.
package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type object map[string]interface{}
type array []interface{}

func write(sb *strings.Builder, v interface{}, indent string) {
	switch v := v.(type) {
	case nil:
		sb.WriteString("null")
	case bool, int:
		fmt.Fprint(sb, v)
	case float64:
		sb.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case string:
		quote(sb, v)
	case array:
		sb.WriteByte('[')
		for i, x := range v {
			if i > 0 {
				sb.WriteString(", ")
			}
			write(sb, x, indent)
		}
		sb.WriteByte(']')
	case object:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		sb.WriteString("{\n")
		for i, k := range keys {
			sb.WriteString(indent + "  ")
			quote(sb, k)
			sb.WriteString(": ")
			write(sb, v[k], indent+"  ")
			if i < len(keys)-1 {
				sb.WriteByte(',')
			}
			sb.WriteByte('\n')
		}
		sb.WriteString(indent + "}")
	default:
		panic(fmt.Sprintf("no JSON for %T", v))
	}
}

func quote(sb *strings.Builder, s string) {
	sb.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			sb.WriteByte('\\')
			sb.WriteRune(r)
		case r < ' ':
			fmt.Fprintf(sb, "\\u%04x", r)
		default:
			sb.WriteRune(r)
		}
	}
	sb.WriteByte('"')
}

type reader struct{ s string }

func (r *reader) space() { r.s = strings.TrimLeft(r.s, " \n\t") }

func (r *reader) accept(c byte) bool {
	r.space()
	if r.s != "" && r.s[0] == c {
		r.s = r.s[1:]
		return true
	}
	return false
}

func (r *reader) must(c byte) {
	if !r.accept(c) {
		panic(fmt.Sprintf("want %q before %.10q", c, r.s))
	}
}

func (r *reader) text() string {
	var out []rune
	for {
		c := []rune(r.s)[0]
		r.s = r.s[len(string(c)):]
		switch c {
		case '"':
			return string(out)
		case '\\':
			if r.s[0] == 'u' {
				n, _ := strconv.ParseUint(r.s[1:5], 16, 32)
				out = append(out, rune(n))
				r.s = r.s[5:]
				continue
			}
			out = append(out, rune(r.s[0]))
			r.s = r.s[1:]
		default:
			out = append(out, c)
		}
	}
}

func (r *reader) value() interface{} {
	switch {
	case r.accept('{'):
		o := object{}
		for !r.accept('}') {
			r.must('"')
			k := r.text()
			r.must(':')
			o[k] = r.value()
			r.accept(',')
		}
		return o
	case r.accept('['):
		a := array{}
		for !r.accept(']') {
			a = append(a, r.value())
			r.accept(',')
		}
		return a
	case r.accept('"'):
		return r.text()
	}
	n := strings.IndexAny(r.s+",", ", \n]}")
	word := r.s[:n]
	r.s = r.s[n:]
	if x, err := strconv.ParseFloat(word, 64); err == nil {
		return x
	}
	return map[string]interface{}{"true": true, "false": false}[word]
}

func main() {
	doc := object{"name": "Zoë \"Z\"\n", "tags": array{"a", 1, 2.5, nil, true, array{}}, "inner": object{"k\\": object{}, "x": -1e21}}
	var sb, again strings.Builder
	write(&sb, doc, "")
	fmt.Println(sb.String())
	write(&again, (&reader{sb.String()}).value(), "")
	fmt.Println(again.String() == sb.String())
	defer func() { fmt.Println(recover()) }()
	write(&sb, array{make(chan int)}, "")
}
