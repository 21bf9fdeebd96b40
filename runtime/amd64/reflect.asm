; What package reflect needs below Go: calling any function with arguments from memory, and being called as any function.
;
; reflect keeps register arguments in an abi.RegArgs: nine integer words, fifteen float words, the integer words that are
; pointers once more as pointers, and a bitmap. These functions have maps like compiled ones (include/funcmap.h), made here by hand.

%include "g.inc"

%define REGS_INTS   0
%define REGS_FLOATS 72
%define REGS_PTRS   192
%define REGS_SIZE   272
%define G_PANIC     24
%define PANIC_ARGP  8

extern rt_morestack, reflect.callReflect, reflect.callMethod, reflect.moveMakeFuncArgPtrs

; Integer and float registers in the order of the calling convention, to or from the RegArgs at r12.
%macro STORE_REGS 0
	mov	[r12 + REGS_INTS], rax
	mov	[r12 + REGS_INTS + 8], rbx
	mov	[r12 + REGS_INTS + 16], rcx
	mov	[r12 + REGS_INTS + 24], rdi
	mov	[r12 + REGS_INTS + 32], rsi
	mov	[r12 + REGS_INTS + 40], r8
	mov	[r12 + REGS_INTS + 48], r9
	mov	[r12 + REGS_INTS + 56], r10
	mov	[r12 + REGS_INTS + 64], r11
%assign i 0
%rep 15
	movsd	[r12 + REGS_FLOATS + 8 * i], xmm %+ i
%assign i i + 1
%endrep
%endmacro

%macro LOAD_REGS 0
%assign i 0
%rep 15
	movsd	xmm %+ i, [r12 + REGS_FLOATS + 8 * i]
%assign i i + 1
%endrep
	mov	rax, [r12 + REGS_INTS]
	mov	rbx, [r12 + REGS_INTS + 8]
	mov	rcx, [r12 + REGS_INTS + 16]
	mov	rdi, [r12 + REGS_INTS + 24]
	mov	rsi, [r12 + REGS_INTS + 32]
	mov	r8, [r12 + REGS_INTS + 40]
	mov	r9, [r12 + REGS_INTS + 48]
	mov	r10, [r12 + REGS_INTS + 56]
	mov	r11, [r12 + REGS_INTS + 64]
%endmacro

; A wrapper passes the right to recover on: when the panic at work called this frame, it is as if it had called the callee,
; whose CFA is rsp. Uses rsi and rdi.
%macro PASS_PANIC 0
	mov	rsi, [r14 + G_PANIC]
	test	rsi, rsi
	jz	%%done
	lea	rdi, [rbp + 16]
	cmp	[rsi + PANIC_ARGP], rdi
	jne	%%done
	mov	[rsi + PANIC_ARGP], rsp
%%done:
%endmacro

section .eh_frame progbits alloc noexec nowrite align=8
cie:	dd .e - .s
.s:	dd 0
	db 1, "zLR", 0
	db 1, 0x78, 16
	db 2, 0x1b, 0x1b
	db 0x0c, 7, 8, 0x90, 1
	times (-($ - .s)) & 7 db 0
.e:

; MAP symbol, frame size, flags, words of arguments, number of sites; then the sites, then END_MAP. Entry: offset 0.
%macro MAP 5
section .eh_frame
fde.%1:	dd .e - .s
.s:	dd .s - cie
	dd %1 - $
	dd %1.end - %1
	db 4
	dd gomap.%1 - $
	db 0x41, 0x0e, 16, 0x86, 2
	times (-($ - .s)) & 7 db 0
.e:
section .gomap.%1 progbits alloc noexec nowrite align=4
gomap.%1:
	dd .name, %1, %1.end - %1, %2
	dw %3, %4
	dd 0
	dd .file, 1
	dd .sites - gomap.%1, %5
	dd .lines - gomap.%1, 1
	dd 0, 0, 0, 0
	dd 0, %2 / 8, 0
.lines:	dd 0, 1, 0
.file:	db "reflect.asm", 0
.name:	db %str(%1), 0
	align 4, db 0
.sites:
%endmacro

; func reflectcall(stackArgsType *_type, fn, stackArgs unsafe.Pointer, stackArgsSize, stackRetOffset, frameSize uint32,
; regArgs *abi.RegArgs): calls the closure fn. The parameters stay in the caller's spill area, where the map finds them.
section .text.runtime.reflectcall progbits alloc exec nowrite align=16
global runtime.reflectcall:function (runtime.reflectcall.end - runtime.reflectcall)
runtime.reflectcall:
	mov	[rsp + 8], rax
	mov	[rsp + 16], rbx
	mov	[rsp + 24], rcx
	mov	[rsp + 32], edi
	mov	[rsp + 36], esi
	mov	[rsp + 40], r8d
	mov	[rsp + 48], r9
.check:
	mov	r11d, [rsp + 40]
	lea	r10, [rsp - 256]
	sub	r10, r11
	cmp	r10, [r14 + G_GUARD]
	jbe	.more
	push	rbp
	mov	rbp, rsp
	mov	ecx, [rbp + 48]
	add	rcx, 15
	and	rcx, -16
	sub	rsp, rcx
	mov	rsi, [rbp + 32]
	mov	rdi, rsp
	mov	ecx, [rbp + 40]
	rep movsb
	PASS_PANIC
	mov	r12, [rbp + 56]
	LOAD_REGS
	mov	rdx, [rbp + 24]
	call	[rdx]
.called:
	mov	r12, [rbp + 56]
	STORE_REGS
	; The integer results that are pointers.
	xor	ecx, ecx
.pointers:
	bt	dword [r12 + REGS_PTRS + 72], ecx
	jnc	.next
	mov	rax, [r12 + REGS_INTS + rcx * 8]
	mov	[r12 + REGS_PTRS + rcx * 8], rax
.next:
	inc	ecx
	cmp	ecx, 9
	jb	.pointers
	; The results on the stack.
	mov	eax, [rbp + 44]
	mov	ecx, [rbp + 40]
	sub	ecx, eax
	mov	rdi, [rbp + 32]
	add	rdi, rax
	lea	rsi, [rsp + rax]
	rep movsb
	mov	rsp, rbp
	pop	rbp
	ret
.more:
	call	rt_morestack
.grown:
	jmp	.check
.end:

	MAP runtime.reflectcall, 0, 16 | 1, 6, 2
	dd runtime.reflectcall.called - runtime.reflectcall, 0, .args - gomap.runtime.reflectcall, 0
	dd runtime.reflectcall.grown - runtime.reflectcall, 0, .args - gomap.runtime.reflectcall, 0
.args:	dw 0, 8
	dq 100111b

; The code of functions that reflect.MakeFunc and method values make; RDX is their context, which says what arguments and results on
; the stack are pointers (ReflectFrame in include/funcmap.h). The frame fits in the room that every goroutine has below its guard.
%define FRAME      320
%define RET_VALID  32
%define CONTEXT    40
%define REGS       48

%macro STUB 2
section .text.%1 progbits alloc exec nowrite align=16
global %1:function (%1.end - %1)
%1:
	push	rbp
	mov	rbp, rsp
	sub	rsp, FRAME
	lea	r12, [rsp + REGS]
	STORE_REGS
	mov	[rsp + CONTEXT], rdx
	mov	qword [rsp + RET_VALID], 0
	PASS_PANIC
	xor	eax, eax
	lea	rdi, [rsp + REGS + REGS_PTRS]
	mov	ecx, (REGS_SIZE - REGS_PTRS) / 8
	rep stosq
	mov	rax, rdx
	lea	rbx, [rsp + REGS]
	call	reflect.moveMakeFuncArgPtrs
.moved:
	mov	rax, [rsp + CONTEXT]
	lea	rbx, [rbp + 16]
	lea	rcx, [rsp + RET_VALID]
	lea	rdi, [rsp + REGS]
	call	%2
.called:
	lea	r12, [rsp + REGS]
	LOAD_REGS
	mov	rsp, rbp
	pop	rbp
	ret
.end:
	MAP %1, FRAME, 32 | 16 | 2 | 1, 0, 2
	dd %1.moved - %1, .locals - gomap.%1, 0, 0
	dd %1.called - %1, .locals - gomap.%1, 0, 0
.locals: dw 0, 8
	dq 1 << CONTEXT / 8 | 511 << (REGS + REGS_PTRS) / 8
%endmacro

	STUB reflect.makeFuncStub, reflect.callReflect
	STUB reflect.methodValueCall, reflect.callMethod
