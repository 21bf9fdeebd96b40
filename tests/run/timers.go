package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 20*time.Millisecond, d < time.Minute)
	// Each runs in a goroutine of its own: in no order, but not too early.
	c := make(chan int, 10)
	start = time.Now()
	for i := 5; i > 0; i-- {
		i := i
		d := time.Duration(i) * 10 * time.Millisecond
		time.AfterFunc(d, func() {
			if time.Since(start) < d {
				fmt.Println("early", i)
			}
			c <- i
		})
	}
	sum := 0
	for i := 0; i < 5; i++ {
		sum += <-c
	}
	fmt.Println(sum)
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop())
	k := time.NewTicker(5 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-k.C
	}
	k.Stop()
	time.Sleep(5 * time.Millisecond) // one may have been on its way
	select {
	case <-k.C:
	default:
	}
	select {
	case <-k.C:
		fmt.Println("tick after stop")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("stopped")
	}
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-make(chan int):
	}
	fmt.Println(90*time.Minute+30*time.Second, 1500*time.Microsecond, time.Duration(0), 2*time.Nanosecond, -time.Second/2)
	fmt.Println(time.Duration(1.5*float64(time.Second)).Seconds(), time.Hour.Minutes(), time.March, time.Saturday)
	u := time.Date(2024, 2, 29, 12, 30, 45, 123456789, time.UTC)
	fmt.Println(u, u.Unix(), u.Weekday(), u.YearDay(), u.Add(24*time.Hour).Format(time.RFC1123), u.AddDate(1, 0, 0).Format("2006-01-02"))
	fmt.Println(u.Sub(time.Unix(0, 0)), u.Before(u.Add(1)), u.Equal(u), time.Time{}.IsZero())
	done := make(chan bool)
	n := 0
	go func() {
		for i := 0; i < 1000; i++ {
			go func() {
				time.Sleep(time.Duration(i%10) * time.Millisecond)
				done <- true
			}()
		}
	}()
	for n < 1000 {
		<-done
		n++
	}
	fmt.Println(n)
}
