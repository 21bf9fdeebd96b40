// The environment: set, changed, taken away, expanded, and handed to another program.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

func main() {
	if len(os.Args) > 1 {
		v, ok := os.LookupEnv("BURROW_TEST_A")
		fmt.Println("child", v, ok)
		return
	}
	fmt.Println(os.Setenv("BURROW_TEST_A", "1"), os.Getenv("BURROW_TEST_A"))
	fmt.Println(os.Setenv("BURROW_TEST_A", "two words"), os.ExpandEnv("<$BURROW_TEST_A>"))
	fmt.Println(os.Setenv("", "x"), os.Setenv("a=b", "x"))
	n := 0
	for _, e := range os.Environ() {
		if strings.HasPrefix(e, "BURROW_TEST_") {
			n++
		}
	}
	fmt.Println(n)
	out, err := exec.Command(os.Args[0], "child").Output()
	fmt.Printf("%s%v\n", out, err)
	fmt.Println(os.Unsetenv("BURROW_TEST_A"))
	v, ok := os.LookupEnv("BURROW_TEST_A")
	fmt.Printf("%q %v\n", v, ok)
	os.Clearenv()
	fmt.Println(len(os.Environ()))
}
