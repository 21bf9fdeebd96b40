; Where the kernel enters: program start, new threads, signal return.

%include "g.inc"

extern os_start, sched_thread_start

section .text.start progbits alloc exec nowrite align=16

global _start:function
_start:
	xor	ebp, ebp
	mov	rdi, rsp
	and	rsp, -16
	pxor	xmm15, xmm15
	call	os_start
	ud2

; int64 os_syscall6(nr, a, b, c, d, e, f)
global os_syscall6:function
os_syscall6:
	mov	eax, edi
	mov	rdi, rsi
	mov	rsi, rdx
	mov	rdx, rcx
	mov	r10, r8
	mov	r8, r9
	mov	r9, [rsp + 8]
	syscall
	ret

; int os_clone(flags, stack top, M *m, uint32 *tid): the child runs sched_thread_start(m) on the stack; flags have SETTLS.
global os_clone:function
os_clone:
	mov	r8, rdx                 ; new fs base
	mov	r10, rcx                ; child_tid (CLONE_CHILD_SETTID)
	mov	r11, rdx
	xor	edx, edx
	mov	eax, 56
	mov	r9, r8
	syscall
	test	eax, eax
	jz	.child
	ret
.child:
	xor	ebp, ebp
	mov	rdi, r9
	pxor	xmm15, xmm15
	call	sched_thread_start
	ud2

; The kernel's signal frame is left through here (sa_restorer).
global os_sigreturn:function
os_sigreturn:
	mov	eax, 15
	syscall
	ud2
