// Symbols: Go's full names as the assembler takes them.
#include "amd64/machine.h"

static bool plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || c == '.';
}

const char *amd64_mangle(Arena *arena, const char *name)
{
	/* `m..KEY.SYMBOL` (ir/ir.h): the link step looks for the mangled SYMBOL at the end. */
	enum { METHOD_PREFIX = 3 + 16 + 1 };
	if (strncmp(name, "m..", 3) == 0 && strlen(name) > METHOD_PREFIX)
		return arena_printf(arena, "%.*s%s", METHOD_PREFIX, name,
				    amd64_mangle(arena, name + METHOD_PREFIX));
	size_t n = 0;
	while (plain(name[n]))
		n++;
	if (!name[n] && !(name[0] >= '0' && name[0] <= '9') && name[0] != '.')
		return name;
	Buf b = buf_make(arena);
	for (const char *s = name; *s; s++) {
		bool first_ok = s > name || !((*s >= '0' && *s <= '9') || *s == '.');
		if (plain(*s) && first_ok)
			buf_putc(&b, *s);
		else if (s == name)
			buf_printf(&b, "_$%02x", (unsigned char)*s);
		else
			buf_printf(&b, "$%02x", (unsigned char)*s);
	}
	return buf_cstr(&b);
}
