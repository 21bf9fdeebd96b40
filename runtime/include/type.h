/*
 * Type descriptors, as the compiler writes them and as the runtime, internal/reflectlite and
 * reflect read them.
 *
 * The layout is the one that Go 1.19's reflect expects, so that the standard library compiles from
 * its own source. One descriptor per type in a program (shared data, section 4 of
 * docs/contracts.md), so identity is pointer equality, except for types that reflect makes at run
 * time.
 *
 * Three conventions are burrow's own:
 *  - nameOff, typeOff and textOff are absolute 32-bit addresses (programs are linked below 4 GiB);
 *    0 is "none";
 *  - gcdata is always a bitmap, bit i set when word i (of the first ptrdata/8) is a pointer; GC
 *    programs are not used;
 *  - `equal` is nil for a type that cannot be compared, else the address of a closure
 *    {rt_type_equal, descriptor} (two words of shared data): rt_type_equal takes the descriptor
 *    from its context and calls runtime.typeequal.
 *
 * Names are bytes: flags (NAME_...), the length as a varint (7 bits a byte, low first), the text;
 * with NAME_HAS_TAG the tag's length and text; with NAME_HAS_PKGPATH four bytes, the address of the
 * package path's name.
 *
 * A type's text (`str`) is qualified by the package *name* ("main.T", "*list.List",
 * "map[string]int", "struct { A int; b string \"tag\" }", "func(int, ...string) error", "interface
 * {}", "interface { M() }", "chan<- int", "<-chan int"). With TFLAG_EXTRA_STAR the stored text has
 * a `*` in front that does not count.
 *
 * After the fixed part of a kind comes, when TFLAG_UNCOMMON is set, an Uncommon; of a func type,
 * then its parameters' and results' descriptors (8 bytes each). An Uncommon is padded to 8 bytes
 * and has its methods `moff` bytes on.
 */
#ifndef BURROW_TYPE_H
#define BURROW_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	TFLAG_UNCOMMON = 1,       /* an Uncommon follows: the type has a name or methods */
	TFLAG_EXTRA_STAR = 2,     /* str begins with a star too many */
	TFLAG_NAMED = 4,          /* defined type or basic type */
	TFLAG_REGULAR_MEMORY = 8, /* equal and hash may treat a value as size bytes */
};

typedef enum Kind {
	KIND_INVALID,
	KIND_BOOL,
	KIND_INT,
	KIND_INT8,
	KIND_INT16,
	KIND_INT32,
	KIND_INT64,
	KIND_UINT,
	KIND_UINT8,
	KIND_UINT16,
	KIND_UINT32,
	KIND_UINT64,
	KIND_UINTPTR,
	KIND_FLOAT32,
	KIND_FLOAT64,
	KIND_COMPLEX64,
	KIND_COMPLEX128,
	KIND_ARRAY,
	KIND_CHAN,
	KIND_FUNC,
	KIND_INTERFACE,
	KIND_MAP,
	KIND_POINTER,
	KIND_SLICE,
	KIND_STRING,
	KIND_STRUCT,
	KIND_UNSAFE_POINTER,
	/* pointer-shaped: the value itself is an interface's data word */
	KIND_DIRECT_IFACE = 1 << 5,
	KIND_MASK = (1 << 5) - 1,
} Kind;

enum { NAME_EXPORTED = 1, NAME_HAS_TAG = 2, NAME_HAS_PKGPATH = 4, NAME_EMBEDDED = 8 };

typedef struct Type {
	size_t size;
	size_t ptrdata; /* bytes up to and with the last pointer, 0: none */
	uint32_t hash;  /* FNV-1a or the like of the link string; the same in every package */
	uint8_t tflag;
	uint8_t align;
	uint8_t field_align;
	uint8_t kind; /* Kind, with KIND_DIRECT_IFACE */
	const void *equal;
	const uint8_t *gcdata;
	uint32_t str;         /* the name that holds the type's text */
	uint32_t ptr_to_this; /* *T's descriptor, 0: not known here */
} Type;

typedef struct ArrayType {
	Type type;
	const Type *elem;
	const Type *slice; /* []elem */
	size_t len;
} ArrayType;

typedef struct ChanType {
	Type type;
	const Type *elem;
	size_t dir; /* 1 receive, 2 send, 3 both */
} ChanType;

typedef struct FuncType {
	Type type;
	uint16_t in_count;
	uint16_t out_count; /* top bit: variadic */
	uint32_t unused;
} FuncType;

typedef struct IMethod {
	uint32_t name; /* with the package path when not exported */
	uint32_t type; /* the func type without receiver */
} IMethod;

typedef struct InterfaceType {
	Type type;
	const uint8_t *pkg_path; /* a name, NULL when there is none */
	const IMethod *methods;  /* sorted by name, then package path */
	size_t nmethods, cap;    /* a slice: cap is nmethods */
} InterfaceType;

/* A map's storage is groups of eight slots; a group is described by a Type of its own, whose size
 * is bucket_size: struct { ctrl [8]uint8; keys [8]K; elems [8]E }, where K is the key type, or a
 * pointer to it when the key is larger than 128 bytes (MAP_INDIRECT_KEY); E likewise. The compiler
 * makes that descriptor (it needs size, ptrdata, gcdata, align, kind). */
typedef struct MapType {
	Type type;
	const Type *key;
	const Type *elem;
	const Type *bucket;
	/* closure for reflect, may be NULL: burrow hashes by the descriptor */
	const void *hasher;
	uint8_t key_size; /* of a slot: 8 when indirect */
	uint8_t elem_size;
	uint16_t bucket_size;
	uint32_t flags;
} MapType;

enum {
	MAP_INDIRECT_KEY = 1,
	MAP_INDIRECT_ELEM = 2,
	/* k == k for every key: no floats, complex numbers or interfaces in it */
	MAP_REFLEXIVE_KEY = 4,
	/* an assignment must store the key again: floats, complex numbers, interfaces, strings */
	MAP_NEED_KEY_UPDATE = 8,
	MAP_HASH_MIGHT_PANIC = 16, /* an interface in the key */
};

typedef struct PtrType {
	Type type;
	const Type *elem;
} PtrType;

typedef struct SliceType {
	Type type;
	const Type *elem;
} SliceType;

typedef struct StructField {
	const uint8_t *name;
	const Type *type;
	size_t offset;
} StructField;

typedef struct StructType {
	Type type;
	const uint8_t *pkg_path; /* of the unexported fields, NULL when there is none */
	const StructField *fields;
	size_t nfields, cap;
} StructType;

/* Methods are sorted as an interface's: exported names first among themselves by text, as strings
 * sort. */
typedef struct Method {
	uint32_t name;
	uint32_t type; /* the func type without receiver, 0 when the linker step dropped it */
	/* code for calls through an interface: receiver is the data word; 0 when dropped */
	uint32_t ifn;
	uint32_t tfn; /* code for direct calls */
} Method;

typedef struct Uncommon {
	uint32_t pkg_path;       /* a name */
	uint16_t mcount, xcount; /* methods, exported ones */
	uint32_t moff;           /* from this struct to Method[mcount] */
	uint32_t unused;
} Uncommon;

typedef struct Itab {
	const InterfaceType *inter;
	const Type *type;
	uint32_t hash; /* type->hash, for type switches */
	/* not 0: type does not have all methods (only in the table that the runtime makes) */
	uint32_t lacking;
	const void *fun[]; /* code addresses, in the order of inter->methods */
} Itab;

_Static_assert(sizeof(Type) == 48 && offsetof(Itab, fun) == 24, "Go's layout");
_Static_assert(sizeof(InterfaceType) == 80 && sizeof(MapType) == 88 && sizeof(Uncommon) == 16,
	       "Go's layout");

static inline Kind kind_of_type(const Type *t)
{
	return (Kind)(t->kind & KIND_MASK);
}

/* The text of a name and its length. */
static inline const char *name_text(const uint8_t *name, size_t *len)
{
	size_t n = 0;
	int shift = 0;
	name++;
	do
		n |= (size_t)(*name & 0x7f) << shift, shift += 7;
	while (*name++ & 0x80);
	*len = n;
	return (const char *)name;
}

#endif
