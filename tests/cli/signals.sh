# What signals do to a program: those that only notify nothing, those that ask for a dump show all goroutines, the
# others what the system does; a reader that goes away ends it.
. "$SRCDIR/tests/cli/lib.inc"
cat >s.go <<'EOF'
package main

import (
	"fmt"
	"os"
	"time"
)

func wait() { time.Sleep(time.Hour) }

func main() {
	go wait()
	fmt.Fprintln(os.Stderr, "ready")
	for i := 0; ; i++ {
		fmt.Println(i)
		time.Sleep(5 * time.Millisecond)
	}
}
EOF
burrow build -o s s.go || exit 1

# send STATUS SIGNAL...: starts the program, sends it the signals in turn once it runs, and wants that exit status
send() {
	status=$1
	shift
	: >err.txt # not what the last one wrote
	./s >out.txt 2>err.txt &
	pid=$!
	n=0
	until grep -q ready err.txt; do
		[ $n -le 2000 ] || { echo "not ready in time"; kill -s KILL $pid; exit 1; }
		sleep 0.05
		n=$((n + 1))
	done
	for signal in "$@"; do
		sleep 0.02
		kill -s "$signal" $pid
	done
	got=0
	wait $pid || got=$?
	[ "$got" = "$status" ] || { echo "$*: exit status $got, want $status"; cat err.txt; exit 1; }
}
send 143 USR1 USR2 ALRM USR1 IO TERM
send 143 PROF PROF PROF XCPU TERM
send 129 HUP
for signal in QUIT ABRT SYS; do
	case $signal in QUIT) text='SIGQUIT: quit' ;; ABRT) text='SIGABRT: abort' ;; SYS) text='SIGSYS: bad system call' ;; esac
	(trap - QUIT; send 2 $signal) || exit 1
	for line in "$text" 'goroutine 1 [' 'main.main()' 'main.wait()'; do
		grep -qF "$line" err.txt || { echo "$signal lacks: $line"; cat err.txt; exit 1; }
	done
done
status=$({ ./s 2>/dev/null; echo $? >status; } | head -n 2 >/dev/null; cat status)
[ "$status" = 141 ] || { echo "closed pipe: exit status $status"; exit 1; }
