package main

func f() {
	goto L
L:
L: // ERROR "label L already defined at .*labels_again\.go:5:1"
}

func g() {
	for {
		goto M
	}
M:
	for {
		break M
	}
M: // ERROR "label M already defined at .*labels_again\.go:13:1"
	for {
		continue M // ERROR "invalid continue label M"
	}
}

func h() {
	goto N
	{
	N:
	}
N: // ERROR "label N already defined at .*labels_again\.go:26:2"
	goto N // ERROR "goto N jumps over declaration of x at .*labels_again\.go:30:4"
	x := 1
	_ = x
N: // ERROR "label N already defined at .*labels_again\.go:26:2"
}

func k() {
P:
	goto P
P: // ERROR "label P already defined at .*labels_again\.go:36:1"
	{
	P: // ERROR "label P already defined at .*labels_again\.go:36:1"
		for {
			break P // ERROR "invalid break label P"
		}
	}
	func() {
	P:
		goto P
	}()
}

func m() {
	goto Q // ERROR "goto Q jumps over declaration of v at .*labels_again\.go:53:4"
	v := 0
Q:
	_ = v
Q: // ERROR "label Q already defined at .*labels_again\.go:54:1"
}

func n() {
R:
R: // ERROR "label R already defined at .*labels_again\.go:60:1"
	goto R
}

func o() {
	if true {
	S:
	} else {
	S: // ERROR "label S already defined at .*labels_again\.go:67:2"
		goto S // ERROR "goto S jumps into block starting at .*labels_again\.go:66:10"
	}
	goto S // ERROR "goto S jumps into block starting at .*labels_again\.go:66:10"
}
func hb() {
	goto N
	{
	N:
	}
N: // ERROR "label N already defined at .*labels_again\.go:77:2"
}

func h2b() {
	{
		goto N
	}
N:
N: // ERROR "label N already defined at .*labels_again\.go:86:1"
}

func h3b() {
N:
	{
	N: // ERROR "label N already defined at .*labels_again\.go:91:1"
		goto N
	}
}

func h4b() {
	{
	N:
		{
			goto N
			var x int
			_ = x
		}
		var y int
		_ = y
	}
	var z int
	_ = z
N: // ERROR "label N already defined at .*labels_again\.go:100:2"
}

func h5b() {
	for {
	N:
		for {
			break N
		}
	}
N: // ERROR "label N already defined at .*labels_again\.go:116:2"
	for {
		break N // ERROR "invalid break label N"
	}
}

func h6b() {
	goto N // ERROR "goto N jumps into block starting at .*labels_again\.go:129:10"
	if true {
	N:
	} else {
	N: // ERROR "label N already defined at .*labels_again\.go:130:2"
	}
}

func h7b() {
	{
		goto N // ERROR "goto N jumps over declaration of z at .*labels_again\.go:143:6"
	}
	{
	N:
	}
	var z int
	_ = z
N: // ERROR "label N already defined at .*labels_again\.go:141:2"
N: // ERROR "label N already defined at .*labels_again\.go:141:2"
}
