/*
 * The calling convention: where parameters and results are at a call.
 *
 * It is Go 1.19's ABIInternal, because reflect computes it too (docs/abi.md). A value is taken
 * apart into scalars, which are given the next free integer or float registers; if one of them
 * finds none, or the type contains an array of several elements, the whole value goes to the stack.
 * From the CFA on lie: parameters on the stack, results on the stack, the spill area with a place
 * for each parameter in registers; each part aligned to 8.
 */
#include "ssa/ssa.h"

static Kind scalar_kind(Type *t)
{
	switch (type_kind(t)) {
	case T_BOOL:
	case T_INT8:
	case T_UINT8: return K_I8;
	case T_INT16:
	case T_UINT16: return K_I16;
	case T_INT32:
	case T_UINT32: return K_I32;
	case T_INT:
	case T_INT64:
	case T_UINT:
	case T_UINT64:
	case T_UINTPTR: return K_I64;
	case T_FLOAT32: return K_F32;
	case T_FLOAT64: return K_F64;
	case T_POINTER:
	case T_UNSAFE_POINTER:
	case T_MAP:
	case T_CHAN:
	case T_FUNC: return K_PTR;
	default: return K_VOID;
	}
}

typedef struct Flat {
	Scalar *out;
	uint32_t n, max;
} Flat;

static bool add(Flat *s, Kind kind, int64_t offset)
{
	if (s->n == s->max)
		return false;
	s->out[s->n++] = (Scalar){kind, false, offset};
	return true;
}

static bool add_length(Flat *s, int64_t offset)
{
	if (!add(s, K_I64, offset))
		return false;
	s->out[s->n - 1].length = true;
	return true;
}

static bool flatten(Flat *s, Type *t, int64_t at)
{
	Kind k = scalar_kind(t);
	if (k != K_VOID)
		return add(s, k, at);
	switch (type_kind(t)) {
	case T_COMPLEX64: return add(s, K_F32, at) && add(s, K_F32, at + 4);
	case T_COMPLEX128: return add(s, K_F64, at) && add(s, K_F64, at + 8);
	case T_STRING: return add(s, K_PTR, at) && add_length(s, at + 8);
	case T_INTERFACE: return add(s, K_PTR, at) && add(s, K_PTR, at + 8);
	case T_SLICE: return add(s, K_PTR, at) && add_length(s, at + 8) && add_length(s, at + 16);
	case T_ARRAY: return type_len(t) == 0 || (type_len(t) == 1 && flatten(s, type_elem(t), at));
	case T_STRUCT:
		for (int i = 0; i < type_nfields(t); i++)
			if (!flatten(s, type_field(t, i)->type, at + type_field_offset(t, i)))
				return false;
		return true;
	default: ICE(NO_POS, "type %s has no scalars", type_string(t, TYPE_FORM_GC, NULL));
	}
}

bool ssa_scalars(Type *t, uint32_t max, Scalar *out, uint32_t *n)
{
	Flat s = {out, 0, max};
	bool ok = flatten(&s, t, 0);
	*n = ok ? s.n : 0;
	return ok;
}

/* Registers and stack bytes taken so far, of parameters or of results. */
typedef struct Assign {
	Arena *arena;
	uint32_t ints, floats;
	int64_t stack;
	VEC(AbiPiece) pieces;
} Assign;

static int64_t align_up(int64_t n, int64_t align)
{
	return align > 1 ? (n + align - 1) / align * align : n;
}

static void assign(Assign *s, AbiValue *v, uint32_t index)
{
	Scalar part[ABI_INT_REGS + ABI_FLOAT_REGS];
	uint32_t n, ints = 0, floats = 0;
	bool fits = ssa_scalars(v->type, COUNT(part), part, &n);
	for (uint32_t i = 0; i < n; i++)
		*(kind_is_float(part[i].kind) ? &floats : &ints) += 1;
	v->in_regs = fits && s->ints + ints <= ABI_INT_REGS && s->floats + floats <= ABI_FLOAT_REGS;
	if (!v->in_regs) {
		s->stack = align_up(s->stack, type_align(v->type));
		v->stack = s->stack;
		s->stack += type_size(v->type);
		return;
	}
	v->first_piece = s->pieces.len;
	v->npieces = n;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t reg = kind_is_float(part[i].kind) ? s->floats++ : s->ints++;
		AbiPiece piece = {part[i].kind, reg, index, part[i].length, part[i].offset, 0};
		vec_push(s->arena, s->pieces, piece);
	}
}

static AbiValue *assign_all(Assign *s, Type **types, uint32_t n)
{
	AbiValue *values = NEW_ARRAY(s->arena, AbiValue, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		values[i].type = types[i];
		assign(s, &values[i], i);
	}
	s->stack = align_up(s->stack, 8);
	return values;
}

/* Gives each parameter in registers its place in the spill area, which begins at `base`. Returns
 * its size. */
static int64_t assign_spills(Abi *abi, int64_t base)
{
	int64_t at = base;
	for (uint32_t i = 0; i < abi->nparams; i++) {
		AbiValue *v = &abi->params[i];
		if (!v->in_regs || !v->npieces)
			continue;
		at = align_up(at, type_align(v->type));
		for (uint32_t k = 0; k < v->npieces; k++) {
			AbiPiece *piece = &abi->param_pieces[v->first_piece + k];
			piece->spill = at + piece->offset;
		}
		at += type_size(v->type);
	}
	return align_up(at, 8) - base;
}

Abi *ssa_abi(Arena *arena, Type **params, uint32_t nparams, Type **results, uint32_t nresults)
{
	Abi *abi = NEW(arena, Abi);
	Assign in = {.arena = arena}, out = {.arena = arena};
	abi->nparams = nparams;
	abi->params = assign_all(&in, params, nparams);
	abi->param_pieces = in.pieces.data;
	abi->nparam_pieces = in.pieces.len;
	for (uint32_t i = 0; i < nparams; i++)
		if (!abi->params[i].in_regs && type_has_pointers(params[i]))
			abi->ptr_bytes = abi->params[i].stack + type_ptrdata(params[i]);
	abi->results_at = in.stack;
	out.stack = in.stack;
	abi->nresults = nresults;
	abi->results = assign_all(&out, results, nresults);
	abi->result_pieces = out.pieces.data;
	abi->nresult_pieces = out.pieces.len;
	abi->args_size = out.stack;
	abi->spill_size = assign_spills(abi, abi->args_size);
	return abi;
}

/* Of a signature, with a first parameter `recv` where that is not NULL. */
static Abi *of_signature(Arena *arena, Type *recv, Type *t)
{
	uint32_t nparams = 0, nresults = type_nresults(t);
	Type **params = NEW_ARRAY(arena, Type *, type_nparams(t) + 1);
	Type **results = NEW_ARRAY(arena, Type *, nresults + 1);
	if (recv)
		params[nparams++] = recv;
	for (int i = 0; i < type_nparams(t); i++)
		params[nparams++] = type_param(t, i);
	for (uint32_t i = 0; i < nresults; i++)
		results[i] = type_result(t, i);
	return ssa_abi(arena, params, nparams, results, nresults);
}

Abi *ssa_abi_type(Arena *arena, Type *type)
{
	return of_signature(arena, NULL, type);
}

Abi *ssa_abi_method(Arena *arena, Type *type)
{
	return of_signature(arena, type_basic[T_UNSAFE_POINTER], type);
}

Abi *ssa_abi_func(Arena *arena, const Func *f)
{
	Type **params = NEW_ARRAY(arena, Type *, f->params.len + 1);
	Type **results = NEW_ARRAY(arena, Type *, f->results.len + 1);
	for (uint32_t i = 0; i < f->params.len; i++)
		params[i] = f->params.data[i]->type;
	for (uint32_t i = 0; i < f->results.len; i++)
		results[i] = f->results.data[i]->type;
	return ssa_abi(arena, params, f->params.len, results, f->results.len);
}
