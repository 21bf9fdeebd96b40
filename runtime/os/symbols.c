/*
 * From a code address to the function's map: the linker has sorted the .eh_frame entries into a
 * table (.eh_frame_hdr), which is searched; the entry's language-specific data are the map
 * (runtime/include/funcmap.h).
 */
#include "funcmap.h"
#include "os.h"

typedef struct HeaderEntry {
	int32_t start, fde; /* relative to the table's section */
} HeaderEntry;

static struct {
	const char *base;
	const HeaderEntry *entries;
	uint32_t count;
} table;

typedef struct ProgramHeader {
	uint32_t type, flags;
	uint64_t offset, vaddr, paddr, filesz, memsz, align;
} ProgramHeader;

enum { PT_GNU_EH_FRAME = 0x6474e550 };

void symbols_init(const void *phdr, uintptr_t n)
{
	const ProgramHeader *ph = phdr;
	for (uintptr_t i = 0; i < n; i++) {
		if (ph[i].type != PT_GNU_EH_FRAME)
			continue;
		/* version 1, encodings: frame pointer, count udata4, table datarel sdata4 */
		const char *p = (const char *)ph[i].vaddr;
		if (p[0] != 1 || p[2] != 0x03 || p[3] != 0x3b)
			continue;
		table.base = p;
		table.count = *(const uint32_t *)(p + 8);
		table.entries = (const HeaderEntry *)(p + 12);
	}
}

const FuncMap *func_find(uintptr_t pc)
{
	intptr_t at = (intptr_t)(pc - (uintptr_t)table.base);
	uint32_t low = 0, high = table.count;
	if (at != (int32_t)at)
		return NULL;
	while (low < high) {
		uint32_t mid = (low + high) / 2;
		if (table.entries[mid].start <= at)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return NULL;
	/* length, CIE, start (relative), size, 4 (length of the data), map (relative) */
	const char *fde = table.base + table.entries[low - 1].fde;
	if (fde[16] != 4)
		return NULL;
	const FuncMap *f = (const FuncMap *)(fde + 17 + *(const int32_t *)(fde + 17));
	return pc - f->entry < f->code_size ? f : NULL;
}
