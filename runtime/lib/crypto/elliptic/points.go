package elliptic

import "crypto/internal/nistec"

// The points of the four curves as nistPoint has them: operands and results are values of that interface, each of its curve's type.

type pointP224 struct{ *nistec.P224Point }

func newP224() nistPoint { return pointP224{nistec.NewP224Point()} }

func (p pointP224) of(q nistPoint) *nistec.P224Point { return q.(pointP224).P224Point }

func (p pointP224) SetBytes(b []byte) (nistPoint, error) {
	q, err := p.P224Point.SetBytes(b)
	return pointP224{q}, err
}

func (p pointP224) Add(q, r nistPoint) nistPoint { return pointP224{p.P224Point.Add(p.of(q), p.of(r))} }

func (p pointP224) Double(q nistPoint) nistPoint { return pointP224{p.P224Point.Double(p.of(q))} }

func (p pointP224) ScalarMult(q nistPoint, scalar []byte) (nistPoint, error) {
	r, err := p.P224Point.ScalarMult(p.of(q), scalar)
	return pointP224{r}, err
}

func (p pointP224) ScalarBaseMult(scalar []byte) (nistPoint, error) {
	r, err := p.P224Point.ScalarBaseMult(scalar)
	return pointP224{r}, err
}

type pointP256 struct{ *nistec.P256Point }

func newP256() nistPoint { return pointP256{nistec.NewP256Point()} }

func (p pointP256) of(q nistPoint) *nistec.P256Point { return q.(pointP256).P256Point }

func (p pointP256) SetBytes(b []byte) (nistPoint, error) {
	q, err := p.P256Point.SetBytes(b)
	return pointP256{q}, err
}

func (p pointP256) Add(q, r nistPoint) nistPoint { return pointP256{p.P256Point.Add(p.of(q), p.of(r))} }

func (p pointP256) Double(q nistPoint) nistPoint { return pointP256{p.P256Point.Double(p.of(q))} }

func (p pointP256) ScalarMult(q nistPoint, scalar []byte) (nistPoint, error) {
	r, err := p.P256Point.ScalarMult(p.of(q), scalar)
	return pointP256{r}, err
}

func (p pointP256) ScalarBaseMult(scalar []byte) (nistPoint, error) {
	r, err := p.P256Point.ScalarBaseMult(scalar)
	return pointP256{r}, err
}

type pointP384 struct{ *nistec.P384Point }

func newP384() nistPoint { return pointP384{nistec.NewP384Point()} }

func (p pointP384) of(q nistPoint) *nistec.P384Point { return q.(pointP384).P384Point }

func (p pointP384) SetBytes(b []byte) (nistPoint, error) {
	q, err := p.P384Point.SetBytes(b)
	return pointP384{q}, err
}

func (p pointP384) Add(q, r nistPoint) nistPoint { return pointP384{p.P384Point.Add(p.of(q), p.of(r))} }

func (p pointP384) Double(q nistPoint) nistPoint { return pointP384{p.P384Point.Double(p.of(q))} }

func (p pointP384) ScalarMult(q nistPoint, scalar []byte) (nistPoint, error) {
	r, err := p.P384Point.ScalarMult(p.of(q), scalar)
	return pointP384{r}, err
}

func (p pointP384) ScalarBaseMult(scalar []byte) (nistPoint, error) {
	r, err := p.P384Point.ScalarBaseMult(scalar)
	return pointP384{r}, err
}

type pointP521 struct{ *nistec.P521Point }

func newP521() nistPoint { return pointP521{nistec.NewP521Point()} }

func (p pointP521) of(q nistPoint) *nistec.P521Point { return q.(pointP521).P521Point }

func (p pointP521) SetBytes(b []byte) (nistPoint, error) {
	q, err := p.P521Point.SetBytes(b)
	return pointP521{q}, err
}

func (p pointP521) Add(q, r nistPoint) nistPoint { return pointP521{p.P521Point.Add(p.of(q), p.of(r))} }

func (p pointP521) Double(q nistPoint) nistPoint { return pointP521{p.P521Point.Double(p.of(q))} }

func (p pointP521) ScalarMult(q nistPoint, scalar []byte) (nistPoint, error) {
	r, err := p.P521Point.ScalarMult(p.of(q), scalar)
	return pointP521{r}, err
}

func (p pointP521) ScalarBaseMult(scalar []byte) (nistPoint, error) {
	r, err := p.P521Point.ScalarBaseMult(scalar)
	return pointP521{r}, err
}
