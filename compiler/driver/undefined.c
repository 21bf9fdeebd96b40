/*
 * Functions that nothing defines. A package may declare a function without body, for another one to
 * define under that name (//go:linkname) or for files that are not Go's; whether someone does is
 * only known when a program is linked. What ld says of it,
 *
 *	ld: x.a(0.o): in function `main.main.b0':
 *	x.go:14: undefined reference to `main.f'
 *
 * becomes Go's `main.main: relocation target main.f not defined`, the source's fault.
 */
#include "driver/undefined.h"

#include <ctype.h>
#include <stdlib.h>

/* The text between ` and ' at the end of a line, NULL when there is none. */
static char *quoted(char *line, const char *before)
{
	char *from = strstr(line, before);
	char *to = from ? strrchr(from, '\'') : NULL;
	if (!to)
		return NULL;
	*to = 0;
	return from + strlen(before);
}

/* Go's name of a symbol (amd64_mangle), without the label inside the function, as `.b0`. */
static const char *go_name(Arena *arena, char *symbol)
{
	char *dot = strrchr(symbol, '.');
	if (dot && islower((unsigned char)dot[1]) && isdigit((unsigned char)dot[2]) &&
	    dot[2 + strspn(dot + 2, "0123456789")] == 0 && strchr(symbol, '.') != dot)
		*dot = 0;
	Buf b = buf_make(arena);
	for (const char *s = symbol; *s; s++) {
		if (*s == '_' && s == symbol && s[1] == '$')
			continue;
		if (strcmp(s, "..f") == 0) {
			buf_puts(&b, "\xc2\xb7"
				     "f");
			break;
		}
		if (*s == '$' && isxdigit((unsigned char)s[1]) && isxdigit((unsigned char)s[2])) {
			char hex[] = {s[1], s[2], 0};
			buf_putc(&b, (char)strtol(hex, NULL, 16));
			s += 2;
		} else
			buf_putc(&b, *s);
	}
	return buf_cstr(&b);
}

/* Who refers to it, from `FILE:(.rodata.NAME+0x8): undefined...`; NULL: the line does not say. */
static const char *in_section(Arena *arena, char *line)
{
	char *from = strstr(line, ":(."), *to = from ? strstr(from, "+0x") : NULL;
	char *name = to ? strchr(from + 3, '.') : NULL;
	if (!name || name > to)
		return NULL;
	return go_name(arena, arena_printf(arena, "%.*s", (int)(to - name - 1), name + 1));
}

bool undefined_report(Arena *arena, const char *log, const char *label)
{
	Buf text = buf_make(arena);
	Map seen = map_make(arena);
	FILE *f = fopen(log, "r");
	char line[4096];
	const char *function = NULL;
	bool only = f != NULL;
	while (f && only && fgets(line, sizeof line, f)) {
		const char *section = in_section(arena, line);
		char *name = quoted(line, ": in function `");
		if (name) {
			function = go_name(arena, arena_printf(arena, "%s", name));
			continue;
		}
		name = quoted(line, "undefined reference to `");
		only = name != NULL;
		if (!name)
			continue;
		const char *from = section ? section : function ? function : "main";
		const char *message = arena_printf(arena, "%s: relocation target %s not defined\n",
						   from, go_name(arena, name));
		if (!map_has(&seen, str_intern(message)))
			buf_puts(&text, message);
		map_set(&seen, str_intern(message), 1);
	}
	if (f)
		fclose(f);
	if (!only || !text.len)
		return false;
	if (label)
		fprintf(stderr, "# %s\n", label);
	fputs(buf_cstr(&text), stderr);
	return true;
}
