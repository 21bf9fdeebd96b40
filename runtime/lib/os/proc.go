package os

import "sync"

func runtime_args() []string
func runtime_environ() []string
func runtime_exit(code int)

// Args hold the command-line arguments, starting with the program name.
var Args = runtime_args()

// Exit causes the current program to exit with the given status code. Deferred functions are not run.
//
//go:noinline
func Exit(code int) {
	runtime_exit(code)
}

// Getpid returns the process id of the caller.
func Getpid() int { return getID(sysGetpid) }

// Getppid returns the process id of the caller's parent.
func Getppid() int { return getID(sysGetppid) }

// Getuid returns the numeric user id of the caller.
func Getuid() int { return getID(sysGetuid) }

func getID(nr uintptr) int {
	id, _ := syscall(nr, 0, 0, 0, 0)
	return int(id)
}

// Getpagesize returns the underlying system's memory page size.
func Getpagesize() int { return 4096 }

// TempDir returns the default directory to use for temporary files.
func TempDir() string {
	dir := Getenv("TMPDIR")
	if dir == "" {
		dir = "/tmp"
	}
	return dir
}

// The environment: "name=value". It is copied from the process's at first use.
var env struct {
	sync.Mutex
	read  bool
	lines []string
}

// find gives the index of a variable, or -1; the lock is held.
func find(key string) int {
	if !env.read {
		env.lines = runtime_environ()
		env.read = true
	}
	for i, line := range env.lines {
		if len(line) > len(key) && line[len(key)] == '=' && line[:len(key)] == key {
			return i
		}
	}
	return -1
}

// LookupEnv retrieves the value of the environment variable named by the key.
func LookupEnv(key string) (string, bool) {
	env.Lock()
	defer env.Unlock()
	i := find(key)
	if i < 0 {
		return "", false
	}
	return env.lines[i][len(key)+1:], true
}

// Getenv retrieves the value of the environment variable named by the key, which is empty if the variable is not present.
//
//go:noinline
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// Setenv sets the value of the environment variable named by the key.
func Setenv(key, value string) error {
	if key == "" {
		return &SyscallError{"setenv", errno(22)}
	}
	env.Lock()
	defer env.Unlock()
	line := key + "=" + value
	if i := find(key); i >= 0 {
		env.lines[i] = line
	} else {
		env.lines = append(env.lines, line)
	}
	return nil
}

// Unsetenv unsets a single environment variable.
func Unsetenv(key string) error {
	env.Lock()
	defer env.Unlock()
	if i := find(key); i >= 0 {
		env.lines = append(env.lines[:i], env.lines[i+1:]...)
	}
	return nil
}

// Clearenv deletes all environment variables.
func Clearenv() {
	env.Lock()
	defer env.Unlock()
	env.read = true
	env.lines = nil
}

// Environ returns a copy of strings representing the environment, in the form "key=value".
func Environ() []string {
	env.Lock()
	defer env.Unlock()
	find("")
	return append([]string(nil), env.lines...)
}
