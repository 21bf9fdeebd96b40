; Moving, clearing and comparing memory. All are leaves that push nothing, so that a fault inside belongs to the call:
; the signal handler finds the return address at [rsp] when pc is in [rt_memory_begin, rt_memory_end).
;
; Up to 16 bytes: two overlapping moves of the largest power of two. Up to 256: pairs of 16-byte moves from both ends.
; Beyond: 64 bytes a turn, and `rep movsb`/`rep stosb` (ERMS) from 2 KiB on.

%include "g.inc"

section .text.memory progbits alloc exec nowrite align=16
global rt_memory_begin, rt_memory_end
rt_memory_begin:

global memmove:function, memcpy:function
memcpy:
memmove:
	mov	rax, rdi
	cmp	rdx, 16
	jbe	.small
	cmp	rdx, 32
	jbe	.to32
	cmp	rdx, 64
	jbe	.to64
	mov	rcx, rdi
	sub	rcx, rsi
	cmp	rcx, rdx
	jb	.backward               ; dst inside [src, src + n)
	cmp	rdx, 2048
	jae	.rep
	; forward: the tail is read first, stored last
	movups	xmm4, [rsi + rdx - 64]
	movups	xmm5, [rsi + rdx - 48]
	movups	xmm6, [rsi + rdx - 32]
	movups	xmm7, [rsi + rdx - 16]
	lea	r8, [rdi + rdx - 64]
.forward:
	movups	xmm0, [rsi]
	movups	xmm1, [rsi + 16]
	movups	xmm2, [rsi + 32]
	movups	xmm3, [rsi + 48]
	movups	[rdi], xmm0
	movups	[rdi + 16], xmm1
	movups	[rdi + 32], xmm2
	movups	[rdi + 48], xmm3
	add	rsi, 64
	add	rdi, 64
	cmp	rdi, r8
	jb	.forward
	movups	[r8], xmm4
	movups	[r8 + 16], xmm5
	movups	[r8 + 32], xmm6
	movups	[r8 + 48], xmm7
	ret
.rep:
	mov	rcx, rdx
	rep movsb
	ret
.backward:
	test	rcx, rcx
	jz	.done
	; the head is read first, stored last
	movups	xmm4, [rsi]
	movups	xmm5, [rsi + 16]
	movups	xmm6, [rsi + 32]
	movups	xmm7, [rsi + 48]
	lea	rsi, [rsi + rdx]
	lea	r8, [rdi + rdx]
	lea	r9, [rdi + 64]
.back:
	movups	xmm0, [rsi - 16]
	movups	xmm1, [rsi - 32]
	movups	xmm2, [rsi - 48]
	movups	xmm3, [rsi - 64]
	movups	[r8 - 16], xmm0
	movups	[r8 - 32], xmm1
	movups	[r8 - 48], xmm2
	movups	[r8 - 64], xmm3
	sub	rsi, 64
	sub	r8, 64
	cmp	r8, r9
	ja	.back
	movups	[rdi], xmm4
	movups	[rdi + 16], xmm5
	movups	[rdi + 32], xmm6
	movups	[rdi + 48], xmm7
.done:
	ret
.to64:
	movups	xmm0, [rsi]
	movups	xmm1, [rsi + 16]
	movups	xmm2, [rsi + rdx - 32]
	movups	xmm3, [rsi + rdx - 16]
	movups	[rdi], xmm0
	movups	[rdi + 16], xmm1
	movups	[rdi + rdx - 32], xmm2
	movups	[rdi + rdx - 16], xmm3
	ret
.to32:
	movups	xmm0, [rsi]
	movups	xmm1, [rsi + rdx - 16]
	movups	[rdi], xmm0
	movups	[rdi + rdx - 16], xmm1
	ret
.small:
	cmp	edx, 8
	jae	.to16
	cmp	edx, 4
	jae	.to8
	cmp	edx, 2
	jae	.to4
	test	edx, edx
	jz	.done
	mov	cl, [rsi]
	mov	[rdi], cl
	ret
.to4:
	movzx	ecx, word [rsi]
	movzx	r8d, word [rsi + rdx - 2]
	mov	[rdi], cx
	mov	[rdi + rdx - 2], r8w
	ret
.to8:
	mov	ecx, [rsi]
	mov	r8d, [rsi + rdx - 4]
	mov	[rdi], ecx
	mov	[rdi + rdx - 4], r8d
	ret
.to16:
	mov	rcx, [rsi]
	mov	r8, [rsi + rdx - 8]
	mov	[rdi], rcx
	mov	[rdi + rdx - 8], r8
	ret

; rt_memclr(p, n)
global rt_memclr:function
rt_memclr:
	mov	rdx, rsi
	xor	esi, esi
; memset(p, c, n)
global memset:function
memset:
	movzx	esi, sil
	mov	rax, rdi
	mov	r8, 0x0101010101010101
	imul	r8, rsi
	cmp	rdx, 16
	jb	.small
	movq	xmm0, r8
	punpcklqdq xmm0, xmm0
	cmp	rdx, 32
	jbe	.to32
	cmp	rdx, 64
	jbe	.to64
	cmp	rdx, 2048
	jae	.rep
	lea	r8, [rdi + rdx - 64]
.loop:
	movups	[rdi], xmm0
	movups	[rdi + 16], xmm0
	movups	[rdi + 32], xmm0
	movups	[rdi + 48], xmm0
	add	rdi, 64
	cmp	rdi, r8
	jb	.loop
	movups	[r8], xmm0
	movups	[r8 + 16], xmm0
	movups	[r8 + 32], xmm0
	movups	[r8 + 48], xmm0
	ret
.rep:
	mov	r9, rax
	mov	eax, esi
	mov	rcx, rdx
	rep stosb
	mov	rax, r9
	ret
.to64:
	movups	[rdi], xmm0
	movups	[rdi + 16], xmm0
	movups	[rdi + rdx - 32], xmm0
	movups	[rdi + rdx - 16], xmm0
	ret
.to32:
	movups	[rdi], xmm0
	movups	[rdi + rdx - 16], xmm0
	ret
.small:
	cmp	edx, 8
	jae	.to16
	cmp	edx, 4
	jae	.to8
	test	edx, edx
	jz	.done
	mov	[rdi], r8b
	mov	[rdi + rdx - 1], r8b
	cmp	edx, 3
	jb	.done
	mov	[rdi + 1], r8b
.done:
	ret
.to8:
	mov	[rdi], r8d
	mov	[rdi + rdx - 4], r8d
	ret
.to16:
	mov	[rdi], r8
	mov	[rdi + rdx - 8], r8
	ret

; bool rt_memequal(a, b, n)
global rt_memequal:function
rt_memequal:
	cmp	rdi, rsi
	je	.equal
	cmp	rdx, 16
	jb	.small
	lea	r8, [rdx - 16]
	xor	ecx, ecx
.loop:
	cmp	rcx, r8
	jae	.last
	movups	xmm0, [rdi + rcx]
	movups	xmm1, [rsi + rcx]
	pcmpeqb	xmm0, xmm1
	pmovmskb eax, xmm0
	cmp	eax, 0xffff
	jne	.differ
	add	rcx, 16
	jmp	.loop
.last:
	movups	xmm0, [rdi + r8]
	movups	xmm1, [rsi + r8]
	pcmpeqb	xmm0, xmm1
	pmovmskb eax, xmm0
	cmp	eax, 0xffff
	jne	.differ
.equal:
	mov	eax, 1
	ret
.differ:
	xor	eax, eax
	ret
.small:
	cmp	edx, 8
	jae	.to16
	cmp	edx, 4
	jae	.to8
	test	edx, edx
	jz	.equal
.byte:
	mov	al, [rdi + rdx - 1]
	cmp	al, [rsi + rdx - 1]
	jne	.differ
	dec	edx
	jnz	.byte
	jmp	.equal
.to8:
	mov	eax, [rdi]
	xor	eax, [rsi]
	mov	ecx, [rdi + rdx - 4]
	xor	ecx, [rsi + rdx - 4]
	or	eax, ecx
	jmp	.result
.to16:
	mov	rax, [rdi]
	xor	rax, [rsi]
	mov	rcx, [rdi + rdx - 8]
	xor	rcx, [rsi + rdx - 8]
	or	rax, rcx
.result:
	mov	ecx, 0
	sete	cl
	mov	eax, ecx
	ret

; int memcmp(a, b, n): the sign of the first difference, bytes as unsigned
global memcmp:function
memcmp:
	xor	ecx, ecx
.loop16:
	lea	r8, [rcx + 16]
	cmp	r8, rdx
	ja	.tail
	movups	xmm0, [rdi + rcx]
	movups	xmm1, [rsi + rcx]
	pcmpeqb	xmm0, xmm1
	pmovmskb eax, xmm0
	xor	eax, 0xffff
	jnz	.found
	mov	rcx, r8
	jmp	.loop16
.found:
	bsf	eax, eax
	add	rcx, rax
	movzx	eax, byte [rdi + rcx]
	movzx	edx, byte [rsi + rcx]
	sub	eax, edx
	ret
.tail:
	cmp	rcx, rdx
	jae	.same
	movzx	eax, byte [rdi + rcx]
	movzx	r8d, byte [rsi + rcx]
	sub	eax, r8d
	jnz	.out
	inc	rcx
	jmp	.tail
.same:
	xor	eax, eax
.out:
	ret

; size_t strlen(s)
global strlen:function
strlen:
	xor	eax, eax
.loop:
	cmp	byte [rdi + rax], 0
	je	.end
	inc	rax
	jmp	.loop
.end:
	ret
rt_memory_end:
