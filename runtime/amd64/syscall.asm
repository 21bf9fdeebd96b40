; What package syscall needs below Go. Syscall brackets the raw call with runtime.entersyscall and exitsyscall: the first
; notes in g that the raw call may block, and then that call goes through the scheduler (runtime.blockingSyscall) instead.
;
; The kernel takes RAX (number), RDI RSI RDX R10 R8 R9, and keeps all but RAX, RCX and R11; its errors are -4095 to -1.

%include "g.inc"

extern runtime.blockingSyscall

%define ERRORS -4095
%define SYS_GETTIMEOFDAY 96

%macro FUNCTION 1
section .text.%1 progbits alloc exec nowrite align=16
global %1:function (%1.end - %1)
%1:
%endmacro

; An error in RAX: -1 there, its number in the register given.
%macro FAILED 1
	mov	%1, rax
	neg	%1
	mov	rax, -1
%endmacro

; func entersyscall()
FUNCTION runtime.entersyscall
	mov	byte [r14 + G_MAYBLOCK], 1
	ret
.end:

; func exitsyscall()
FUNCTION runtime.exitsyscall
	mov	byte [r14 + G_MAYBLOCK], 0
	ret
.end:

; func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno)
FUNCTION syscall.RawSyscall6
	cmp	byte [r14 + G_MAYBLOCK], 0
	jne	.blocks
	mov	rdx, rdi
	mov	r10, rsi
	mov	rdi, rbx
	mov	rsi, rcx
	syscall
	cmp	rax, ERRORS
	jae	.failed
	mov	rbx, rdx
	xor	ecx, ecx
	ret
.failed:
	FAILED	rcx
	xor	ebx, ebx
	ret
.blocks:
	mov	byte [r14 + G_MAYBLOCK], 0
	jmp	runtime.blockingSyscall
.end:

; func rawSyscallNoError(trap, a1, a2, a3 uintptr) (r1, r2 uintptr)
FUNCTION syscall.rawSyscallNoError
	mov	rdx, rdi
	mov	rdi, rbx
	mov	rsi, rcx
	syscall
	mov	rbx, rdx
	ret
.end:

; func rawVforkSyscall(trap, a1 uintptr) (r1 uintptr, err Errno): clone without a stack for the child, which runs on this
; one while the parent waits. So the return address is kept in a register: the child's calls overwrite it.
FUNCTION syscall.rawVforkSyscall
	mov	rdi, rbx
	xor	esi, esi
	xor	edx, edx
	xor	r10d, r10d
	xor	r8d, r8d
	xor	r9d, r9d
	pop	r12
	syscall
	push	r12
	xor	ebx, ebx
	cmp	rax, ERRORS
	jae	.failed
	ret
.failed:
	FAILED	rbx
	ret
.end:

; func gettimeofday(tv *Timeval) (err Errno)
FUNCTION syscall.gettimeofday
	mov	rdi, rax
	xor	esi, esi
	mov	eax, SYS_GETTIMEOFDAY
	syscall
	neg	rax
	ret
.end:
