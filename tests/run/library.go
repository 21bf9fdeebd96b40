package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"io"
	"math"
	"math/bits"
	"math/rand"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type ints []int

func (h ints) Len() int            { return len(h) }
func (h ints) Less(i, j int) bool  { return h[i] < h[j] }
func (h ints) Swap(i, j int)       { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x interface{}) { *h = append(*h, x.(int)) }
func (h *ints) Pop() interface{} {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func main() {
	fmt.Println(strings.Split("a,b,c", ","), strings.Repeat("ab", 3), strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"),
		strings.Replace("oink oink oink", "k", "ky", 2), strings.ToUpper("héllo"), strings.Title("her royal"), strings.TrimSpace("  x \n"),
		strings.Fields(" a  b c "), strings.Contains("seafood", "foo"), strings.HasPrefix("golang", "go"), strings.EqualFold("Go", "GO"),
		strings.Map(func(r rune) rune { return r + 1 }, "HAL"), strings.Count("cheese", "e"), strings.Join([]string{"x", "y"}, "-"))
	var b strings.Builder
	for i := 0; i < 3; i++ {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("go")
	fmt.Println(b.String(), b.Len(), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>"))
	fmt.Println(strconv.Itoa(-45), strconv.Quote("a\tb\"é\x00"), strconv.FormatFloat(1.0/3, 'g', -1, 64), strconv.FormatInt(-255, 16))
	fmt.Println(strconv.Atoi("12a"))
	fmt.Println(strconv.ParseFloat("1e400", 64))
	fmt.Println(strconv.ParseInt("9223372036854775808", 10, 64))
	fmt.Println(strconv.ParseBool("true"))
	fmt.Println(strconv.Unquote(`"a\u00e9\n"`))
	f, _ := strconv.ParseFloat("0.1", 64)
	fmt.Println(f, math.Sqrt(2), math.Floor(-1.5), math.Pow(2, 0.5), math.Inf(1), math.MaxInt64, math.Mod(7, 3), math.Hypot(3, 4), math.Trunc(2.7))
	fmt.Printf("%.10f %.10f %.10f %.10f\n", math.Sin(1), math.Exp(1.5), math.Log(10), math.Atan2(1, 2))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.Len(1023))
	hi, lo := bits.Mul64(1<<63, 6)
	q, r := bits.Div64(1, 5, 7)
	fmt.Println(hi, lo, q, r, bits.RotateLeft32(1, 31))
	s := []int{5, 2, 8, 1, 9, 3}
	sort.Ints(s)
	t := strings.Fields("the quick brown fox jumps")
	sort.Slice(t, func(i, j int) bool { return len(t[i]) < len(t[j]) || len(t[i]) == len(t[j]) && t[i] < t[j] })
	fmt.Println(s, t, sort.SearchInts(s, 8), sort.IsSorted(ints(s)))
	sort.Sort(sort.Reverse(sort.IntSlice(s)))
	big := make([]int, 1000)
	for i := range big {
		big[i] = i * 7919 % 1009
	}
	sort.Ints(big)
	sort.Stable(ints(s))
	fmt.Println(s, sort.IntsAreSorted(big))
	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter(5, l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	g := ring.New(3)
	for i := 0; i < 3; i++ {
		g.Value = i
		g = g.Next()
	}
	g.Do(func(x interface{}) { fmt.Print(x, ";") })
	fmt.Println()
	var buf bytes.Buffer
	buf.WriteString("line one\nline two\nthree")
	sc := bufio.NewScanner(&buf)
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(bytes.Equal([]byte("a"), []byte("a")), bytes.ToUpper([]byte("abc")), bytes.Split([]byte("a b"), []byte(" ")))
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d\n", 1)
	w.Flush()
	data, err := io.ReadAll(strings.NewReader("all of it"))
	fmt.Println(string(data), err, utf8.RuneCountInString("héé"), utf8.ValidString("a\xff"), utf16.Encode([]rune("😀")), unicode.IsUpper('É'),
		unicode.IsLetter('1'), unicode.ToLower('Σ'), string(unicode.SimpleFold('k')))
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "through the pipe"); pw.Close() }()
	data, _ = io.ReadAll(pr)
	fmt.Println(string(data))
	rnd := rand.New(rand.NewSource(1))
	fmt.Println(rnd.Intn(100), rnd.Intn(100), rnd.Perm(5), rnd.Float64())
	_, err = os.Open("/nonexistent/file")
	var pe *os.PathError
	fmt.Println(err, os.IsNotExist(err), errors.Is(err, os.ErrNotExist), errors.As(err, &pe), os.Getenv("NO_SUCH_VARIABLE") == "", len(os.Args))
}
