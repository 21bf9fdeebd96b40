// Elliptic curves and the packages for Go syntax, of which burrow changes what needs type parameters.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/big"
)

func main() {
	for _, c := range []elliptic.Curve{elliptic.P224(), elliptic.P256(), elliptic.P384(), elliptic.P521()} {
		x, y := c.ScalarBaseMult(big.NewInt(123456789).Bytes())
		fmt.Println(c.Params().Name, x, y, c.IsOnCurve(x, y))
		x, y = c.Double(x, y)
		x, y = c.Add(x, y, c.Params().Gx, c.Params().Gy)
		fmt.Printf("%x\n", elliptic.Marshal(c, x, y))
		x, y = c.ScalarMult(x, y, []byte("scalar"))
		fmt.Printf("%x\n", elliptic.MarshalCompressed(c, x, y))
		k, err := ecdsa.GenerateKey(c, rand.Reader)
		if err != nil {
			fmt.Println(err)
		}
		h := sha256.Sum256([]byte("text"))
		sig, err := ecdsa.SignASN1(rand.Reader, k, h[:])
		fmt.Println(err, ecdsa.VerifyASN1(&k.PublicKey, h[:], sig))
		h[0]++
		fmt.Println(ecdsa.VerifyASN1(&k.PublicKey, h[:], sig))
	}
	fs := token.NewFileSet()
	f, err := parser.ParseFile(fs, "x.go", "package x\nfunc f(a int)   int { return a+1 }\n var X = 3", 0)
	fmt.Println(err)
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil {
			fmt.Printf("%T %v\n", n, fs.Position(n.Pos()))
		}
		return true
	})
	b, err := format.Source([]byte("package x\nfunc f(a int)   int { return a+1 }\n var X = 3"))
	fmt.Println(string(b), err)
}
