package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

func main() {
	dir, err := os.MkdirTemp("", "bq")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	p := filepath.Join(dir, "x.txt")
	fmt.Println(os.WriteFile(p, []byte("hello\nworld\n"), 0644))
	f, _ := os.Open(p)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	st, _ := f.Stat()
	fmt.Println(st.Size(), st.Mode(), st.Name())
	f.Close()
	_, err = os.Open(filepath.Join(dir, "none"))
	fmt.Println(errors.Is(err, fs.ErrNotExist), os.IsNotExist(err))
	r, w, _ := os.Pipe()
	go func() { time.Sleep(20 * time.Millisecond); fmt.Fprint(w, "through the pipe"); w.Close() }()
	b, err := io.ReadAll(r)
	fmt.Println(string(b), err)
	r, w, _ = os.Pipe()
	defer w.Close() // until then it is not garbage, which would be closed
	r.SetReadDeadline(time.Now().Add(30 * time.Millisecond))
	_, err = r.Read(b)
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded))
	go func() { time.Sleep(20 * time.Millisecond); r.Close() }()
	r.SetReadDeadline(time.Time{})
	_, err = r.Read(b)
	fmt.Println(err)
	out, err := exec.Command("echo", "a", "b").Output()
	fmt.Printf("%q %v\n", out, err)
	c := exec.Command("sh", "-c", "cat; exit 3")
	c.Stdin = strings.NewReader("input")
	out, err = c.CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	ctx, cancel := context.WithCancel(context.Background())
	c = exec.CommandContext(ctx, "sleep", "3600")
	c.Start()
	time.AfterFunc(20*time.Millisecond, cancel)
	fmt.Println(c.Wait())
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	log.Println("logged")
	var names []string
	filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error { names = append(names, d.Name()); return nil })
	sort.Strings(names[1:])
	fmt.Println(names[1:])
	fmt.Println(time.Date(2020, 2, 29, 1, 2, 3, 4, time.UTC).Format(time.RFC1123))
}
