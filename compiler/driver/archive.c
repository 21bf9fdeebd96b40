/*
 * Package archives.
 *
 * An archive is an `ar` file, so that the linker takes it as it is:
 *
 * 	/         the index of symbols, which makes ld pull only the objects that are needed
 * 	burrow    the manifest: a hash, place and size of each member that follows
 * 	export    the export data
 * 	methods   which methods it calls through interfaces
 * 	messages  what compiling the package printed (-m), to be replayed
 * 	0.o ...   the objects
 *
 * Nothing of an archive is trusted before its hash has been checked: the manifest's own and those
 * of export data and messages when it is opened, those of the objects before they are linked.
 * Archives are written under a temporary name and renamed, so other processes see them whole or
 * not at all.
 */
#include "driver/archive.h"

#include <elf.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "types/types.h"

static const char ar_magic[] = "!<arch>\n";

typedef struct ArHeader { /* of a member: text, padded with blanks */
	char name[16], date[12], uid[6], gid[6], mode[8], size[10], end[2];
} ArHeader;

typedef struct ManifestEntry {
	uint64_t place, size, hash[2];
} ManifestEntry;

enum { ENTRY_EXPORT, ENTRY_METHODS, ENTRY_MESSAGES, ENTRY_OBJECTS };

typedef struct Manifest {
	char magic[16];
	uint64_t hash[2]; /* of the rest of the manifest */
	uint64_t file_size;
	uint64_t count;
	ManifestEntry entries[]; /* export, methods, messages, objects */
} Manifest;

#define MANIFEST_MAGIC "burrow archive\n\003"

static void hash_of(const void *data, size_t size, uint64_t hash[2])
{
	hash[0] = hash_bytes(data, size, 3);
	hash[1] = hash_bytes(data, size, hash[0]);
}

static bool has_hash(const void *data, size_t size, const uint64_t hash[2])
{
	uint64_t h[2];
	hash_of(data, size, h);
	return memcmp(h, hash, sizeof h) == 0;
}

/* ---- objects (ELF) */

/* The section header, or NULL when it or its contents are not inside the object. */
static const Elf64_Shdr *section(const char *data, size_t size, uint64_t index)
{
	const Elf64_Ehdr *e = (const Elf64_Ehdr *)(const void *)data;
	if (index >= e->e_shnum || e->e_shentsize != sizeof(Elf64_Shdr) || e->e_shoff > size ||
	    (size - e->e_shoff) / sizeof(Elf64_Shdr) < e->e_shnum)
		return NULL;
	const Elf64_Shdr *s = (const Elf64_Shdr *)(const void *)(data + e->e_shoff) + index;
	if (s->sh_type != SHT_NOBITS && (s->sh_offset > size || s->sh_size > size - s->sh_offset))
		return NULL;
	return s;
}

static void visit_symbols(const char *data, const Elf64_Shdr *table, const Elf64_Shdr *strings,
			  ArchiveVisit visit, void *ctx)
{
	const Elf64_Sym *symbols = (const Elf64_Sym *)(const void *)(data + table->sh_offset);
	for (uint64_t i = table->sh_info; i < table->sh_size / sizeof *symbols; i++) {
		const Elf64_Sym *s = &symbols[i];
		if (s->st_name < strings->sh_size)
			visit(ctx, data + strings->sh_offset + s->st_name,
			      s->st_shndx != SHN_UNDEF);
	}
}

bool object_symbols(const char *data, size_t size, ArchiveVisit visit, void *ctx)
{
	const Elf64_Ehdr *e = (const Elf64_Ehdr *)(const void *)data;
	if (size < sizeof *e || memcmp(e->e_ident, ELFMAG, SELFMAG) != 0 ||
	    e->e_ident[EI_CLASS] != ELFCLASS64)
		return false;
	for (uint64_t i = 0; i < e->e_shnum; i++) {
		const Elf64_Shdr *s = section(data, size, i);
		if (!s)
			return false;
		if (s->sh_type != SHT_SYMTAB)
			continue;
		const Elf64_Shdr *strings = section(data, size, s->sh_link);
		if (!strings || !strings->sh_size ||
		    data[strings->sh_offset + strings->sh_size - 1] != 0)
			return false;
		visit_symbols(data, s, strings, visit, ctx);
	}
	return true;
}

/* ---- reading */

/* The manifest: the member behind the index, if there is one. */
static const Manifest *find_manifest(const char *data, size_t size)
{
	size_t at = strlen(ar_magic);
	if (size < at || memcmp(data, ar_magic, at) != 0)
		return NULL;
	for (int i = 0; i < 2 && size - at >= sizeof(ArHeader); i++) {
		const ArHeader *h = (const ArHeader *)(const void *)(data + at);
		size_t length = strtoul(h->size, NULL, 10);
		at += sizeof *h;
		if (memcmp(h->name, "burrow/", 7) == 0)
			return size - at >= length && length >= sizeof(Manifest)
				       ? (const Manifest *)(const void *)(data + at)
				       : NULL;
		if (length > size - at)
			return NULL;
		at += (length + 1) & ~(size_t)1;
		if (at > size)
			return NULL;
	}
	return NULL;
}

static const void *manifest_rest(const Manifest *m, size_t *n)
{
	*n = sizeof *m - offsetof(Manifest, file_size) + m->count * sizeof m->entries[0];
	return &m->file_size;
}

static bool manifest_valid(const Manifest *m, const char *data, size_t size)
{
	size_t room = size - (size_t)((const char *)m - data), n;
	if (memcmp(m->magic, MANIFEST_MAGIC, sizeof m->magic) != 0 || m->file_size != size ||
	    m->count < ENTRY_OBJECTS || m->count > (room - sizeof *m) / sizeof m->entries[0])
		return false;
	const void *rest = manifest_rest(m, &n);
	if (!has_hash(rest, n, m->hash))
		return false;
	for (uint64_t i = 0; i < m->count; i++)
		if (m->entries[i].place > size || m->entries[i].size > size - m->entries[i].place)
			return false;
	return true;
}

static bool entry_valid(const Archive *a, const ManifestEntry *e)
{
	return has_hash(a->data + e->place, e->size, e->hash);
}

Archive *archive_open(Arena *arena, const char *file)
{
	Archive *a = NEW(arena, Archive);
	a->file = str_intern(file);
	a->data = file_map(file, &a->size);
	if (!a->data)
		return NULL;
	const Manifest *m = find_manifest(a->data, a->size);
	if (!m || !manifest_valid(m, a->data, a->size))
		goto bad;
	const ManifestEntry *export = &m->entries[ENTRY_EXPORT],
			    *methods = &m->entries[ENTRY_METHODS],
			    *messages = &m->entries[ENTRY_MESSAGES];
	a->export_data = a->data + export->place;
	a->export_size = export->size;
	a->messages = a->data + messages->place;
	a->methods = (const uint64_t *)(const void *)(a->data + methods->place);
	a->nmethods = (uint32_t)(methods->size / sizeof *a->methods);
	a->nobjects = (uint32_t)m->count - ENTRY_OBJECTS;
	memcpy(a->hash, m->hash, sizeof a->hash);
	if (!entry_valid(a, messages) || !entry_valid(a, methods) || messages->size == 0 ||
	    a->messages[messages->size - 1] != 0 ||
	    !types_export_valid(a->export_data, a->export_size, a->export_hash))
		goto bad;
	return a;
bad:
	munmap((void *)a->data, a->size);
	return NULL;
}

bool archive_objects_valid(const Archive *a)
{
	const Manifest *m = find_manifest(a->data, a->size);
	for (uint64_t i = ENTRY_OBJECTS; i < m->count; i++)
		if (!entry_valid(a, &m->entries[i]))
			return false;
	return true;
}

void archive_symbols(const Archive *a, ArchiveVisit visit, void *ctx)
{
	const Manifest *m = find_manifest(a->data, a->size);
	for (uint64_t i = ENTRY_OBJECTS; i < m->count; i++)
		object_symbols(a->data + m->entries[i].place, m->entries[i].size, visit, ctx);
}

/* ---- methods */

bool method_reference(const char *name, uint64_t *key, const char **symbol)
{
	static const char prefix[] = "m..";
	enum { DIGITS = 16 };
	size_t n = strlen(prefix);
	char *end;
	if (strncmp(name, prefix, n) != 0 || strlen(name) < n + DIGITS + 2)
		return false;
	*key = strtoull(name + n, &end, 16);
	*symbol = end + 1;
	return end == name + n + DIGITS && *end == '.';
}

typedef struct Resolver {
	bool (*live)(void *ctx, uint64_t key);
	void *ctx;
} Resolver;

/* Turns the references of a symbol table: a live one begins at the symbol's name inside its own. */
static void resolve_symbols(char *data, const Elf64_Shdr *table, const Elf64_Shdr *strings,
			    const Resolver *r)
{
	Elf64_Sym *symbols = (Elf64_Sym *)(void *)(data + table->sh_offset);
	for (uint64_t i = table->sh_info; i < table->sh_size / sizeof *symbols; i++) {
		Elf64_Sym *s = &symbols[i];
		uint64_t key;
		const char *name = data + strings->sh_offset + s->st_name, *symbol;
		if (s->st_shndx != SHN_UNDEF || s->st_name >= strings->sh_size ||
		    !method_reference(name, &key, &symbol))
			continue;
		if (r->live(r->ctx, key))
			s->st_name += (Elf64_Word)(symbol - name);
		else
			s->st_info = ELF64_ST_INFO(STB_WEAK, ELF64_ST_TYPE(s->st_info));
	}
}

static void resolve_object(char *data, size_t size, const Resolver *r)
{
	const Elf64_Ehdr *e = (const Elf64_Ehdr *)(const void *)data;
	for (uint64_t i = 0; i < e->e_shnum; i++) {
		const Elf64_Shdr *s = section(data, size, i);
		const Elf64_Shdr *strings =
			s && s->sh_type == SHT_SYMTAB ? section(data, size, s->sh_link) : NULL;
		if (strings)
			resolve_symbols(data, s, strings, r);
	}
}

bool archive_resolve_methods(const Archive *a, const char *file,
			     bool (*live)(void *ctx, uint64_t key), void *ctx)
{
	Resolver r = {live, ctx};
	const Manifest *m = find_manifest(a->data, a->size);
	char *copy = malloc(a->size);
	if (!copy)
		return false;
	memcpy(copy, a->data, a->size);
	for (uint64_t i = ENTRY_OBJECTS; i < m->count; i++)
		resolve_object(copy + m->entries[i].place, m->entries[i].size, &r);
	bool ok = file_write_whole(file, copy, a->size);
	int error = errno;
	free(copy);
	errno = error;
	return ok;
}

/* ---- writing */

typedef struct ArchiveWriter {
	Buf out;
	Buf index_places, index_names; /* of the symbol index */
	uint32_t nsymbols, current;    /* number of the object at work */
} ArchiveWriter;

static void put_header(Buf *out, const char *name, size_t size)
{
	ArHeader h;
	memset(&h, ' ', sizeof h);
	char text[16];
	memcpy(h.name, name, strlen(name));
	h.date[0] = h.uid[0] = h.gid[0] = '0';
	memcpy(h.mode, "100644", 6);
	int n = snprintf(text, sizeof text, "%zu", size);
	memcpy(h.size, text, (size_t)n);
	memcpy(h.end, "`\n", 2);
	buf_write(out, &h, sizeof h);
}

static void add_symbol(void *ctx, const char *symbol, bool defined)
{
	ArchiveWriter *w = ctx;
	if (!defined)
		return;
	buf_write(&w->index_places, &w->current, sizeof w->current);
	buf_write(&w->index_names, symbol, strlen(symbol) + 1);
	w->nsymbols++;
}

static void put_big_endian(Buf *out, uint32_t v)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_putc(out, (char)(v >> shift));
}

/* Contents begin at multiples of 8: the first ones, those of the index, cannot (8 + 60), but are
 * as long as it takes for the next; those end 4 behind a multiple of 8, where 60 bytes of header
 * fit. */
static size_t padded_index(size_t n)
{
	return (n + 7) & ~(size_t)7;
}

static size_t padded(size_t n)
{
	return ((n + 3) & ~(size_t)7) + 4;
}

typedef struct Member {
	const char *data;
	size_t size;
} Member;

enum { FIRST_OBJECT = ENTRY_OBJECTS + 1 }; /* among the members: behind the manifest, too */

static void put_member(Buf *out, const char *name, const Member *m)
{
	put_header(out, name, padded(m->size));
	buf_write(out, m->data, m->size);
	for (size_t i = m->size; i < padded(m->size); i++)
		buf_putc(out, '\n');
}

static void put_index(ArchiveWriter *w, const ManifestEntry *objects)
{
	size_t size = 4 + 4 * (size_t)w->nsymbols + w->index_names.len;
	put_header(&w->out, "/", padded_index(size));
	put_big_endian(&w->out, w->nsymbols);
	for (uint32_t i = 0; i < w->nsymbols; i++) {
		uint32_t object;
		memcpy(&object, w->index_places.data + 4 * (size_t)i, sizeof object);
		put_big_endian(&w->out, (uint32_t)(objects[object].place - sizeof(ArHeader)));
	}
	buf_write(&w->out, w->index_names.data, w->index_names.len);
	for (size_t i = size; i < padded_index(size); i++)
		buf_putc(&w->out, 0);
}

/* Lays out and writes all members; members[0] is the manifest, whose entries are filled in. */
static void put_archive(ArchiveWriter *w, Manifest *m, Member *members, uint32_t n)
{
	size_t at = strlen(ar_magic) + sizeof(ArHeader) +
		    padded_index(4 + 4 * (size_t)w->nsymbols + w->index_names.len);
	for (uint32_t i = 0; i < n; i++) {
		at += sizeof(ArHeader);
		if (i) {
			ManifestEntry *e = &m->entries[i - 1];
			e->place = at;
			e->size = members[i].size;
			hash_of(members[i].data, members[i].size, e->hash);
		}
		at += padded(members[i].size);
	}
	m->file_size = at;
	size_t rest_size;
	const void *rest = manifest_rest(m, &rest_size);
	hash_of(rest, rest_size, m->hash);
	buf_reserve(&w->out, at + 1);
	buf_puts(&w->out, ar_magic);
	put_index(w, &m->entries[ENTRY_OBJECTS]);
	for (uint32_t i = 0; i < n; i++) {
		char name[16];
		snprintf(name, sizeof name, "%u.o/", i - FIRST_OBJECT);
		static const char *const first[] = {"burrow/", "export/", "methods/", "messages/"};
		put_member(&w->out, i < COUNT(first) ? first[i] : name, &members[i]);
	}
}

bool archive_write(const char *file, const Buf *export_data, const Buf *methods,
		   const char *messages, const char *const *objects, uint32_t nobjects)
{
	Arena *arena = arena_new();
	ArchiveWriter w = {buf_make(arena), buf_make(arena), buf_make(arena), 0, 0};
	size_t manifest_size =
		sizeof(Manifest) + (nobjects + ENTRY_OBJECTS) * sizeof(ManifestEntry);
	Manifest *m = arena_alloc(arena, manifest_size);
	memcpy(m->magic, MANIFEST_MAGIC, sizeof m->magic);
	m->count = nobjects + ENTRY_OBJECTS;
	Member *members = NEW_ARRAY(arena, Member, nobjects + FIRST_OBJECT);
	members[0] = (Member){(const char *)m, manifest_size};
	members[1] = (Member){export_data->data, export_data->len};
	members[2] = (Member){methods->data, methods->len};
	members[3] = (Member){messages, strlen(messages) + 1};
	bool ok = true;
	for (uint32_t i = 0; i < nobjects && ok; i++) {
		Member *o = &members[i + FIRST_OBJECT];
		w.current = i;
		o->data = file_map(objects[i], &o->size);
		ok = o->data && object_symbols(o->data, o->size, add_symbol, &w);
	}
	if (ok) {
		put_archive(&w, m, members, nobjects + FIRST_OBJECT);
		ok = file_write_whole(file, w.out.data, w.out.len);
	}
	for (uint32_t i = FIRST_OBJECT; i < nobjects + FIRST_OBJECT; i++)
		if (members[i].data)
			munmap((void *)members[i].data, members[i].size);
	int error = errno;
	arena_free(arena);
	errno = error;
	return ok;
}
