// The last goroutine that waited for a descriptor has left: by its deadline, and because of Close. Then a deadlock is one.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

func main() {
	r, w, _ := os.Pipe()
	defer w.Close() // until then it is not garbage, which would be closed
	start := time.Now()
	r.SetReadDeadline(start.Add(30 * time.Millisecond))
	_, err := r.Read(make([]byte, 1))
	d := time.Since(start)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), d >= 30*time.Millisecond, d < time.Minute)

	// in time, after a deadline that has passed
	r.SetReadDeadline(time.Now().Add(time.Hour))
	go func() { time.Sleep(time.Millisecond); w.Write([]byte("x")) }()
	n, err := r.Read(make([]byte, 1))
	fmt.Println(n, err)

	// the deadline comes to who waits
	go func() { time.Sleep(20 * time.Millisecond); r.SetReadDeadline(time.Now().Add(-time.Second)) }()
	_, err = r.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))

	r.SetReadDeadline(time.Time{})
	done := make(chan bool)
	go func() {
		_, err := r.Read(make([]byte, 1))
		fmt.Println(errors.Is(err, os.ErrClosed))
		done <- true
	}()
	time.Sleep(20 * time.Millisecond)
	r.Close()
	<-done
	<-done
}
