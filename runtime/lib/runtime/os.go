package runtime

import _ "unsafe" // for linkname

// What packages syscall, os and internal/poll link to. Their system calls are described in amd64/syscall.asm.

//burrow:park sched_syscall
//go:noescape
func syscall(args *[10]uintptr)

// blockingSyscall makes a system call through the scheduler, which lets other goroutines run meanwhile. Until it is entered the
// stack must not move: the arguments may be addresses in it.
//
//go:nosplit
func blockingSyscall(nr, a, b, c, d, e, f uintptr) (r1, r2, errno uintptr) {
	args := [10]uintptr{nr, a, b, c, d, e, f}
	syscall(&args)
	return args[7], args[8], args[9]
}

func cStrings(at func(i int) *byte) []string {
	var a []string
	for i := 0; ; i++ {
		p := at(i)
		if p == nil {
			return a
		}
		a = append(a, cString(p))
	}
}

//go:linkname os_args os.runtime_args
func os_args() []string { return cStrings(func(i int) *byte { return argv(i) }) }

//go:linkname syscall_envs syscall.runtime_envs
func syscall_envs() []string { return cStrings(func(i int) *byte { return envp(i) }) }

// The environment that C code sees: there is none in a program of burrow's.
//
//go:linkname syscall_setenv_c syscall.setenv_c
func syscall_setenv_c(k, v string) {}

//go:linkname syscall_unsetenv_c syscall.unsetenv_c
func syscall_unsetenv_c(k string) {}

//go:linkname syscall_Exit syscall.Exit
//go:nosplit
func syscall_Exit(code int) { exit(int32(code)) }

//go:linkname syscall_Getpagesize syscall.Getpagesize
func syscall_Getpagesize() int { return 4096 }

// os_beforeExit: what has to be done at the end of a program, exit does.
//
//go:linkname os_beforeExit os.runtime_beforeExit
func os_beforeExit() {}

//burrow:leaf signal_die_of_pipe
func dieOfPipe()

//go:linkname os_sigpipe os.sigpipe
func os_sigpipe() { dieOfPipe() }

//go:linkname os_fastrand os.fastrand
func os_fastrand() uint32 { return uint32(random()) }

//go:linkname net_fastrandu net.fastrandu
func net_fastrandu() uint { return uint(random()) }

// fastrand64 is linked to by hash/maphash.
func fastrand64() uint64 { return random() }

// Between fork and exec the child shares this program's memory and runs on the parent's stack: it must not give its processor up,
// and no handler may run in it.

//burrow:leaf signal_before_fork
func beforeFork()

//burrow:leaf signal_after_fork
func afterFork()

//burrow:leaf signal_after_fork_in_child
func afterForkInChild()

//go:linkname syscall_BeforeFork syscall.runtime_BeforeFork
//go:nosplit
func syscall_BeforeFork() {
	pin()
	beforeFork()
}

//go:linkname syscall_AfterFork syscall.runtime_AfterFork
//go:nosplit
func syscall_AfterFork() {
	afterFork()
	unpin()
}

//go:linkname syscall_AfterForkInChild syscall.runtime_AfterForkInChild
//go:nosplit
func syscall_AfterForkInChild() { afterForkInChild() }

// Before exec nothing has to be stopped: the kernel ends the other threads.

//go:linkname syscall_BeforeExec syscall.runtime_BeforeExec
func syscall_BeforeExec() {}

//go:linkname syscall_AfterExec syscall.runtime_AfterExec
func syscall_AfterExec() {}
