// Package os provides an interface to operating system functionality.
//
// It is burrow's own, small version of Go's package, for Linux: files, the environment, arguments, exit. Its system calls go through
// the scheduler, which lets other goroutines run while one blocks.
package os

import (
	"errors"
	"io"
	"runtime"
	"unsafe"
)

// Flags to OpenFile.
const (
	O_RDONLY int = 0x0
	O_WRONLY int = 0x1
	O_RDWR   int = 0x2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200

	closeOnExec = 0x80000
)

// Seek whence values.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// A FileMode represents a file's mode and permission bits.
type FileMode uint32

// Perm returns the Unix permission bits in m.
func (m FileMode) Perm() FileMode {
	return m & 0777
}

// File represents an open file descriptor.
type File struct {
	fd   int
	name string
}

// Stdin, Stdout, and Stderr are open Files pointing to the standard input, standard output, and standard error file descriptors.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

// The arguments of the system call, then its results.
type call [10]uintptr

//burrow:park sched_syscall
//go:noescape
func enter(c *call)

// Linux's numbers (asm/unistd_64.h).
const (
	sysRead     = 0
	sysWrite    = 1
	sysClose    = 3
	sysLseek    = 8
	sysPread    = 17
	sysPwrite   = 18
	sysGetpid   = 39
	sysFsync    = 74
	sysFtrunc   = 77
	sysGetcwd   = 79
	sysChdir    = 80
	sysRename   = 82
	sysMkdir    = 83
	sysRmdir    = 84
	sysUnlink   = 87
	sysGetuid   = 102
	sysGetppid  = 110
	sysOpenat   = 257
	atCwd       = -100
	errnoIntr   = 4
	errnoNoEnt  = 2
	errnoExist  = 17
	errnoPerm   = 1
	errnoAccess = 13
	errnoIsDir  = 21
	errnoBadF   = 9
)

// syscall does not grow the stack between making numbers of the arguments and entering: the numbers may be addresses in it.
//
//go:nosplit
func syscall(nr, a, b, c, d uintptr) (uintptr, errno) {
	args := call{nr, a, b, c, d}
	enter(&args)
	return args[7], errno(args[9])
}

// address makes a number of a pointer for a system call.
//
//go:nosplit
func address(p unsafe.Pointer) uintptr {
	return uintptr(p)
}

// errno is a system call's error number.
type errno uintptr

var errorTexts = map[errno]string{
	1: "operation not permitted", 2: "no such file or directory", 4: "interrupted system call", 5: "input/output error",
	9: "bad file descriptor", 11: "resource temporarily unavailable", 12: "cannot allocate memory", 13: "permission denied",
	17: "file exists", 20: "not a directory", 21: "is a directory", 22: "invalid argument", 24: "too many open files",
	28: "no space left on device", 29: "illegal seek", 30: "read-only file system", 32: "broken pipe",
	36: "file name too long", 39: "directory not empty", 40: "too many levels of symbolic links",
}

func (e errno) Error() string {
	if s, ok := errorTexts[e]; ok {
		return s
	}
	return "errno " + itoa(int(e))
}

func (e errno) Is(target error) bool {
	switch target {
	case ErrPermission:
		return e == errnoAccess || e == errnoPerm
	case ErrExist:
		return e == errnoExist || e == 39
	case ErrNotExist:
		return e == errnoNoEnt
	}
	return false
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// Portable analogs of some common system call errors.
var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

// PathError records an error and the operation and file path that caused it.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// SyscallError records an error from a specific system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

func (e *SyscallError) Unwrap() error { return e.Err }

func underlying(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func is(err, target error) bool {
	err = underlying(err)
	if err == target {
		return true
	}
	e, ok := err.(errno)
	return ok && e.Is(target)
}

// IsExist reports whether the error is known to report that a file or directory already exists.
func IsExist(err error) bool { return is(err, ErrExist) }

// IsNotExist reports whether the error is known to report that a file or directory does not exist.
func IsNotExist(err error) bool { return is(err, ErrNotExist) }

// IsPermission reports whether the error is known to report that permission is denied.
func IsPermission(err error) bool { return is(err, ErrPermission) }

// NewFile returns a new File with the given file descriptor and name.
func NewFile(fd uintptr, name string) *File {
	return &File{int(fd), name}
}

// Name returns the name of the file as presented to Open.
func (f *File) Name() string { return f.name }

// Fd returns the integer Unix file descriptor referencing the open file.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^(uintptr(0))
	}
	return uintptr(f.fd)
}

// check gives the error of using a file that is not there.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// transfer reads or writes once.
//
//go:noinline
func (f *File) transfer(nr uintptr, b []byte, off int64) (int, errno) {
	for {
		p := unsafe.Pointer(&b[0])
		n, e := syscall(nr, uintptr(f.fd), address(p), uintptr(len(b)), uintptr(off))
		runtime.KeepAlive(p)
		if e == errnoIntr {
			continue
		}
		if e != 0 {
			return 0, e
		}
		return int(n), 0
	}
}

// Read reads up to len(b) bytes from the File and stores them in b. At end of file, Read returns 0, io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	n, e := f.transfer(sysRead, b, 0)
	if e != 0 {
		return 0, &PathError{"read", f.name, e}
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from the File starting at byte offset off.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	for len(b) > 0 {
		m, e := f.transfer(sysPread, b, off)
		if e != 0 {
			return n, &PathError{"read", f.name, e}
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return
}

// Write writes len(b) bytes from b to the File.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for n < len(b) {
		m, e := f.transfer(sysWrite, b[n:], 0)
		if e != 0 {
			return n, &PathError{"write", f.name, e}
		}
		n += m
	}
	return n, nil
}

// WriteAt writes len(b) bytes to the File starting at byte offset off.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	for n < len(b) {
		m, e := f.transfer(sysPwrite, b[n:], off+int64(n))
		if e != 0 {
			return n, &PathError{"write", f.name, e}
		}
		n += m
	}
	return n, nil
}

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

// WriteString is like Write, but writes the contents of string s rather than a slice of bytes.
func (f *File) WriteString(s string) (n int, err error) {
	var b []byte
	h := (*sliceHeader)(unsafe.Pointer(&b))
	h.data = (*stringHeader)(unsafe.Pointer(&s)).data
	h.cap = len(s)
	h.len = len(s)
	return f.Write(b)
}

// Seek sets the offset for the next Read or Write on file to offset.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	r, e := syscall(sysLseek, uintptr(f.fd), uintptr(offset), uintptr(whence), 0)
	if e != 0 {
		return 0, &PathError{"seek", f.name, e}
	}
	return int64(r), nil
}

// Sync commits the current contents of the file to stable storage.
func (f *File) Sync() error {
	return f.simple("sync", sysFsync, 0)
}

// Truncate changes the size of the file.
func (f *File) Truncate(size int64) error {
	return f.simple("truncate", sysFtrunc, uintptr(size))
}

func (f *File) simple(op string, nr, arg uintptr) error {
	if err := f.check(op); err != nil {
		return err
	}
	if _, e := syscall(nr, uintptr(f.fd), arg, 0, 0); e != 0 {
		return &PathError{op, f.name, e}
	}
	return nil
}

// Close closes the File, rendering it unusable for I/O.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	return f.close()
}

func (f *File) close() error {
	err := f.simple("close", sysClose, 0)
	f.fd = -1
	return err
}

// onPath makes a system call whose argument number `at` is a path.
//
//go:noinline
func onPath(op, name string, nr, a, flags, mode uintptr) (uintptr, error) {
	path := make([]byte, len(name)+1)
	copy(path, name)
	for {
		p := unsafe.Pointer(&path[0])
		var r uintptr
		var e errno
		if nr == sysOpenat {
			r, e = syscall(nr, a, address(p), flags, mode)
		} else {
			r, e = syscall(nr, address(p), a, 0, 0)
		}
		runtime.KeepAlive(p)
		if e == errnoIntr {
			continue
		}
		if e != 0 {
			return 0, &PathError{op, name, e}
		}
		return r, nil
	}
}

// Open opens the named file for reading.
func Open(name string) (*File, error) {
	return OpenFile(name, O_RDONLY, 0)
}

// Create creates or truncates the named file.
func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile is the generalized open call.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	at := atCwd
	fd, err := onPath("open", name, sysOpenat, uintptr(at), uintptr(flag|closeOnExec), uintptr(perm.Perm()))
	if err != nil {
		return nil, err
	}
	return &File{int(fd), name}, nil
}

// Remove removes the named file or (empty) directory.
func Remove(name string) error {
	_, err := onPath("remove", name, sysUnlink, 0, 0, 0)
	if err == nil {
		return nil
	}
	if _, err1 := onPath("remove", name, sysRmdir, 0, 0, 0); err1 == nil {
		return nil
	}
	return err
}

// Mkdir creates a new directory with the specified name and permission bits.
func Mkdir(name string, perm FileMode) error {
	_, err := onPath("mkdir", name, sysMkdir, uintptr(perm.Perm()), 0, 0)
	return err
}

// Chdir changes the current working directory to the named directory.
func Chdir(dir string) error {
	_, err := onPath("chdir", dir, sysChdir, 0, 0, 0)
	return err
}

// Getwd returns a rooted path name corresponding to the current directory.
func Getwd() (dir string, err error) {
	buf := make([]byte, 4096)
	p := unsafe.Pointer(&buf[0])
	n, e := syscall(sysGetcwd, address(p), uintptr(len(buf)), 0, 0)
	runtime.KeepAlive(p)
	if e != 0 || n == 0 {
		return "", &SyscallError{"getwd", e}
	}
	return string(buf[:n-1]), nil
}

// ReadFile reads the named file and returns the contents.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, 0, 512)
	for {
		if len(data) >= cap(data) {
			d := append(data[:cap(data)], 0)
			data = d[:len(data)]
		}
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
	}
}

// WriteFile writes data to the named file, creating it if necessary.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}
