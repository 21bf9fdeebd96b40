package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"math/big"
	"os"
	"regexp"
	"text/template"
)

func main() {
	f := big.NewInt(1)
	for i := int64(2); i <= 60; i++ {
		f.Mul(f, big.NewInt(i))
	}
	q, r := new(big.Int).QuoRem(f, big.NewInt(1000000007), new(big.Int))
	fmt.Println(f, q, r, new(big.Int).Exp(big.NewInt(3), big.NewInt(1000), f))
	fmt.Println(new(big.Rat).SetFrac64(355, 113).FloatString(30), big.NewInt(2147483647).ProbablyPrime(10))
	text := []byte("The quick brown fox")
	fmt.Printf("%x\n%x\n%x\n%x\n%08x\n", md5.Sum(text), sha1.Sum(text), sha256.Sum256(text), sha512.Sum512(text), crc32.ChecksumIEEE(text))
	type point struct {
		X, Y int
		Name string `json:"name,omitempty"`
	}
	b, err := json.Marshal(map[string]any{"p": point{1, 2, ""}, "list": []float64{1.5, 2}, "nil": nil})
	fmt.Println(string(b), err)
	var p point
	fmt.Println(json.Unmarshal([]byte(`{"X":7,"Y":-1,"name":"a"}`), &p), p, json.Unmarshal([]byte(`{"X":"s"}`), &p))
	fmt.Println(regexp.MustCompile(`(\w+)@(\w+)\.com`).ReplaceAllString("me@home.com you@work.com", "$2:$1"))
	t := template.Must(template.New("t").Parse("{{range $i, $p := .}}{{$i}}={{$p.X | printf \"%03d\"}} {{end}}\n"))
	fmt.Println(t.Execute(os.Stdout, []point{{X: 4}, {X: 5}}))
}
