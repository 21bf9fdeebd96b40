package main

func main() {
	var s chan<- int
	var r <-chan int
	<-s // ERROR "invalid operation: cannot receive from send-only channel s \(variable of type chan<- int\)"
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel r \(variable of type <-chan int\)"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)"
	for range s { // ERROR "cannot range over s \(variable of type chan<- int\) \(receive from send-only channel\)"
	}
	x := 1
	x <- 1 // ERROR "invalid operation: cannot send to non-channel x \(variable of type int\)"
	<-x // ERROR "invalid operation: cannot receive from non-channel x \(variable of type int\)"
}
