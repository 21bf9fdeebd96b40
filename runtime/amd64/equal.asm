; rt_type_equal: the code of the closures {rt_type_equal, descriptor} that type descriptors have in `equal`: func(p, q pointer) bool in
; Go's convention. Adds the descriptor as first argument and goes on in runtime.typeequal.

	default rel
	section .text.rt_type_equal progbits alloc exec nowrite align=16
	global rt_type_equal:function
	extern runtime.typeequal

rt_type_equal:
	mov	rcx, rbx
	mov	rbx, rax
	mov	rax, [rdx + 8]
	jmp	runtime.typeequal

	section .note.GNU-stack noalloc noexec nowrite progbits
