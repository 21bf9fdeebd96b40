// Package os/signal: what is wanted, ignored, reset; signals among working goroutines; what ends a program still does.
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case "wait":
			time.Sleep(time.Hour)
		case "ignored":
			fmt.Println("child: ignored", signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR2))
		}
		return
	}
	self := os.Getpid()
	c := make(chan os.Signal, 10)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGHUP, os.Interrupt)
	for _, s := range []syscall.Signal{syscall.SIGUSR1, syscall.SIGHUP, syscall.SIGINT} {
		syscall.Kill(self, s)
		fmt.Println(<-c)
	}
	d := make(chan os.Signal, 1)
	signal.Notify(d)
	syscall.Kill(self, syscall.SIGTERM)
	fmt.Println(<-d)
	syscall.Kill(self, syscall.SIGQUIT)
	fmt.Println(<-d)
	syscall.Kill(self, syscall.SIGSEGV)
	fmt.Println(<-d)
	signal.Stop(d)
	signal.Stop(c)

	signal.Ignore(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR2))
	syscall.Kill(self, syscall.SIGUSR1)
	out, err := exec.Command(os.Args[0], "ignored").CombinedOutput()
	fmt.Print(string(out), err, "\n")
	signal.Reset(syscall.SIGUSR1)
	fmt.Println(signal.Ignored(syscall.SIGUSR1))

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGUSR2)
	go func() { time.Sleep(10 * time.Millisecond); syscall.Kill(self, syscall.SIGUSR2) }()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	stop()

	// a nil pointer is still a panic, with SIGSEGV wanted
	signal.Notify(c, syscall.SIGSEGV)
	func() {
		defer func() { fmt.Println(recover()) }()
		var p *int
		fmt.Println(*p)
	}()

	// many signals while goroutines work
	signal.Notify(c, syscall.SIGUSR2)
	done := make(chan int)
	for i := 0; i < 4; i++ {
		go func() {
			n := 0
			for k := 0; k < 300; k++ {
				b := make([]byte, 1000)
				n += len(b)
			}
			done <- n
		}()
	}
	for i := 0; i < 50; i++ {
		syscall.Kill(self, syscall.SIGUSR2)
		<-c
	}
	fmt.Println(<-done, <-done, <-done, <-done)
	signal.Reset()

	// without handlers a signal ends a program
	cmd := exec.Command(os.Args[0], "wait")
	cmd.Start()
	time.Sleep(50 * time.Millisecond)
	cmd.Process.Signal(syscall.SIGTERM)
	err = cmd.Wait()
	fmt.Println(err, err.(*exec.ExitError).Sys().(syscall.WaitStatus).Signal())
	ctx, cancel := context.WithCancel(context.Background())
	cmd = exec.CommandContext(ctx, os.Args[0], "wait")
	cmd.Start()
	cancel()
	fmt.Println(cmd.Wait())
}
