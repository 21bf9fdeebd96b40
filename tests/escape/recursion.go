package main

type tree struct{ left, right *tree }

func (t *tree) depth() int {
	if t == nil {
		return 0
	}
	l, r := t.left.depth(), t.right.depth()
	if l > r {
		return l + 1
	}
	return r + 1
}

func insert(t *tree, bits uint, n int) *tree {
	if n == 0 {
		return t
	}
	if t == nil {
		t = &tree{}
	}
	if bits&1 == 0 {
		t.left = insert(t.left, bits>>1, n-1)
	} else {
		t.right = insert(t.right, bits>>1, n-1)
	}
	return t
}

func even(p *int, n int) *int {
	if n == 0 {
		return p
	}
	return odd(p, n-1)
}

func odd(p *int, n int) *int {
	if n == 0 {
		return nil
	}
	return even(p, n-1)
}

func main() {
	var t *tree
	for i := uint(0); i < 8; i++ {
		t = insert(t, i, 3)
	}
	x := 1
	println(t.depth(), *even(&x, 4))
}
