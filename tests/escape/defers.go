package main

type lock struct{ held bool }

func (l *lock) acquire() { l.held = true }
func (l *lock) release() { l.held = false }

func once(l *lock) {
	l.acquire()
	defer l.release()
}

func inLoop(ls []lock) {
	for i := range ls {
		defer ls[i].release()
	}
}

func closureInLoop(n int) (sum int) {
	for i := 0; i < n; i++ {
		defer func() { sum += i }()
	}
	return
}

func start(done chan bool) {
	x := 0
	go func() {
		x++
		done <- true
	}()
	<-done
	println(x)
}

func method(l *lock) func() { return l.release }

func boundLocal() {
	var l lock
	f := l.acquire
	f()
}

func main() {
	var l lock
	once(&l)
	inLoop(make([]lock, 3))
	println(closureInLoop(3))
	start(make(chan bool))
	method(&l)()
	boundLocal()
}
