; The boundary between Go code and C: every way from one to the other.
;
; A goroutine leaves Go code with its pc, sp and bp saved in g, and C runs on M's stack. It comes back either straight
; (rt_system and rt_park return to the caller) or through rt_gogo, from whatever thread runs the goroutine next. The saved
; state is the same in both cases, so the collector and the stack copier need not know which it will be. The word below
; the saved sp still holds the return address, and `ret` keeps the processor's return prediction in step.

%include "g.inc"

extern sched_schedule, sched_checkpoint, sched_poll, sched_goexit, stack_more, wb_check, os_exit_main, sched_init_done, rt_throw
extern rt_inittasks, rt_main

; Saves the goroutine of a call: its return address is on top of the stack. Uses rax.
%macro SAVE_CALL 0
	mov	rax, [rsp]
	mov	[r14 + G_PC], rax
	lea	rax, [rsp + 8]
	mov	[r14 + G_SP], rax
	mov	[r14 + G_BP], rbp
%endmacro

%macro TO_M_STACK 0
	mov	rax, [r14 + G_M]
	mov	rsp, [rax + M_SP]
%endmacro

; rt_system: r11 = C function, arguments in the System V registers. The suffix is the kind of the two results.
%macro SYSTEM 2
global %1:function
%1:
	SAVE_CALL
	TO_M_STACK
	xor	eax, eax
	call	r11
	cmp	qword [r14 + G_GUARD], STACK_POISON
	je	%%checkpoint
	mov	rsp, [r14 + G_SP]
	sub	rsp, 8
	ret
%%checkpoint:
	mov	byte [r14 + G_POINTERS], %2
	jmp	checkpoint
%endmacro

section .text.switch progbits alloc exec nowrite align=16

; Something was asked of the goroutine while it was in C: it stops here as if it had been parked.
checkpoint:
	mov	[r14 + G_RESULT0], rax
	mov	[r14 + G_RESULT1], rdx
	movsd	[r14 + G_FRESULT], xmm0
	mov	rdi, r14
	call	sched_checkpoint
	ud2

	SYSTEM	rt_system, 0
	SYSTEM	rt_system_pw, 1
	SYSTEM	rt_system_wp, 2
	SYSTEM	rt_system_pp, 3

; rt_park: as rt_system, but the function may have queued the goroutine; then the thread runs another one.
%macro PARK 2
global %1:function
%1:
	SAVE_CALL
	mov	byte [r14 + G_POINTERS], %2
	TO_M_STACK
	xor	eax, eax
	call	r11
	mov	rcx, [fs:0]
	cmp	dword [rcx + M_PARKED], 0
	jne	parked
	cmp	qword [r14 + G_GUARD], STACK_POISON
	je	checkpoint
	mov	rsp, [r14 + G_SP]
	sub	rsp, 8
	ret
%endmacro

	PARK	rt_park, 0
	PARK	rt_park_pw, 1
	PARK	rt_park_wp, 2
	PARK	rt_park_pp, 3

; The goroutine belongs to somebody else already: g must not be touched.
parked:
	mov	dword [rcx + M_PARKED], 0
	mov	rsp, [rcx + M_SP]
	call	sched_schedule
	ud2

; Called by a prologue; the return address is that of the stack check's site, above it the caller's return address.
global rt_morestack:function
rt_morestack:
	SAVE_CALL
	mov	[r14 + G_RESULT1], rdx
	mov	byte [r14 + G_POINTERS], 2
	mov	byte [r14 + G_STOP], STOP_ENTRY
	TO_M_STACK
	mov	rdi, r14
	call	stack_more
	ud2

; Called by a loop whose poll found the guard poisoned. Keeps every register, flags included.
global rt_poll:function
rt_poll:
	lea	rsp, [rsp - (POLL_SIZE - 8)]
	pushfq
	pop	qword [rsp + POLL_FLAGS]
%assign i 0
%rep 15
	movups	[rsp + 16 * i], xmm %+ i
%assign i i + 1
%endrep
	mov	[rsp + POLL_GPR], rax
	mov	[rsp + POLL_GPR + 8], rcx
	mov	[rsp + POLL_GPR + 16], rdx
	mov	[rsp + POLL_GPR + 24], rbx
	mov	[rsp + POLL_GPR + 48], rsi
	mov	[rsp + POLL_GPR + 56], rdi
%assign i 8
%rep 8
	mov	[rsp + POLL_GPR + 8 * i], r %+ i
%assign i i + 1
%endrep
	lea	rsp, [rsp + POLL_SIZE - 8]
	SAVE_CALL
	mov	byte [r14 + G_POINTERS], 0
	mov	byte [r14 + G_STOP], STOP_POLL
	TO_M_STACK
	mov	rdi, r14
	call	sched_poll
	ud2

; rt_gogo(g): runs the goroutine from its saved state on this thread. Does not return.
global rt_gogo:function
rt_gogo:
	mov	r14, rdi
	pxor	xmm15, xmm15
	cmp	byte [r14 + G_STOP], STOP_POLL
	mov	word [r14 + G_POINTERS], 0      ; and stop = STOP_CALL
	mov	rsp, [r14 + G_SP]
	mov	rbp, [r14 + G_BP]
	je	.poll
	mov	rax, [r14 + G_RESULT0]
	mov	rdx, [r14 + G_RESULT1]
	movsd	xmm0, [r14 + G_FRESULT]
	jmp	[r14 + G_PC]
.poll:
	lea	rsp, [rsp - POLL_SIZE]
%assign i 0
%rep 15
	movups	xmm %+ i, [rsp + 16 * i]
%assign i i + 1
%endrep
	mov	rcx, [rsp + POLL_GPR + 8]
	mov	rdx, [rsp + POLL_GPR + 16]
	mov	rbx, [rsp + POLL_GPR + 24]
	mov	rsi, [rsp + POLL_GPR + 48]
	mov	rdi, [rsp + POLL_GPR + 56]
%assign i 8
%rep 8
  %if i != 14
	mov	r %+ i, [rsp + POLL_GPR + 8 * i]
  %endif
%assign i i + 1
%endrep
	mov	rax, [rsp + POLL_GPR]
	push	qword [rsp + POLL_FLAGS]
	popfq
	lea	rsp, [rsp + POLL_SIZE - 8]
	ret

; rt_wb: the destination and the new value are on the stack (destination pushed first); takes them off. Keeps every
; register; does not store. Leaf.
global rt_wb:function
rt_wb:
	pushfq
	push	rax
	push	rcx
	push	rdx
	push	rsi
	push	rdi
	push	r8
	push	r9
	push	r10
	push	r11
	sub	rsp, 15 * 16
%assign i 0
%rep 15
	movups	[rsp + 16 * i], xmm %+ i
%assign i i + 1
%endrep
	mov	rdi, [rsp + 15 * 16 + 80 + 16]
	mov	rsi, [rsp + 15 * 16 + 80 + 8]
	mov	rdx, [rsp + 15 * 16 + 80]
	call	wb_check
%assign i 0
%rep 15
	movups	xmm %+ i, [rsp + 16 * i]
%assign i i + 1
%endrep
	add	rsp, 15 * 16
	pop	r11
	pop	r10
	pop	r9
	pop	r8
	pop	rdi
	pop	rsi
	pop	rdx
	pop	rcx
	pop	rax
	popfq
	ret	16

; Where goroutines begin and end; a stack walk stops at a pc in [rt_gostart, rt_gostart_end). The closure is in rdx.
global rt_gostart:function, rt_gostart_main:function, rt_gostart_end
rt_gostart:
	call	[rdx]
	mov	r11d, sched_goexit
	call	rt_park
	ud2

; The first goroutine: initialises the packages, runs main.main, ends the program.
rt_gostart_main:
	push	qword 0
	push	qword 0
.next:
	mov	rax, [rsp]
	mov	rcx, [rt_inittasks + rax * 8]
	test	rcx, rcx
	jz	.main
	inc	qword [rsp]
	call	rcx
	jmp	.next
.main:
	mov	r11d, sched_init_done
	call	rt_system
	mov	rax, [rt_main]
	call	rax
	mov	r11d, os_exit_main
	call	rt_system
	ud2
rt_gostart_end:

; rt_call(g, closure): calls a Go function without parameters on the stack of g, which is nobody's. For C on M's stack; the
; function may call leaves only.
global rt_call:function
rt_call:
	push	rbp
	mov	rbp, rsp
	push	rbx
	push	r12
	push	r13
	push	r14
	push	r15
	sub	rsp, 8
	mov	r14, rdi
	mov	rdx, rsi
	mov	r12, rsp
	mov	rsp, [r14 + G_HI]
	sub	rsp, 16
	mov	[rsp], r12
	pxor	xmm15, xmm15
	xor	ebp, ebp
	call	[rdx]
	mov	rsp, [rsp]
	add	rsp, 8
	pop	r15
	pop	r14
	pop	r13
	pop	r12
	pop	rbx
	pop	rbp
	ret

; rt_leaf_throw(text): rt_throw for a C function that Go code called as a leaf: the goroutine is left at that call.
global rt_leaf_throw:function
rt_leaf_throw:
	mov	rcx, [fs:0]
	mov	rdx, [rcx + M_CURG]
	mov	rax, [rbp + 8]
	mov	[rdx + G_PC], rax
	lea	rax, [rbp + 16]
	mov	[rdx + G_SP], rax
	mov	rax, [rbp]
	mov	[rdx + G_BP], rax
	mov	rsp, [rcx + M_SP]
	call	rt_throw
	ud2

; The rsp of the Go frame that calls this leaf.
global rt_callers_sp:function
rt_callers_sp:
	lea	rax, [rsp + 8]
	ret
