// Directives that only the standard library, or only what cgo writes, may use.
//
// A //go:cgo_... directive is refused outside files that cgo generates, because it could hand flags
// to the linker; cgo_import_dynamic is let through with a plain library name. Their words are
// checked, too: each verb has forms, written here with n for a name and q for a quoted word.
#include "syntax/build.h"

#include <ctype.h>

typedef struct CgoVerb {
	const char *name;
	const char *forms[3];
	const char *usage;
} CgoVerb;

static const CgoVerb cgo_verbs[] = {
	{"export_static", {"n", "nn"}, "local [remote]"},
	{"export_dynamic", {"n", "nn"}, "local [remote]"},
	{"import_dynamic", {"n", "nn", "nnq"}, "local [remote [\"library\"]]"},
	{"import_static", {"n"}, "local"},
	{"dynamic_linker", {"q"}, "\"path\""},
	{"ldflag", {"q"}, "\"arg\""},
};

enum { MAX_WORDS = 8 };

// The words after a verb, as n and q; *third is where the third one begins.
static void read_words(const char *s, char *form, const char **third)
{
	int n = 0;
	*third = NULL;
	while (*(s += strspn(s, " \t")) && n < MAX_WORDS) {
		bool quoted = *s == '"';
		const char *end = quoted ? strchr(s + 1, '"') : s + strcspn(s, " \t\"");
		if (!end)
			break; // no closing quote: no word
		if (n == 2)
			*third = s + quoted;
		form[n++] = quoted ? 'q' : 'n';
		s = end + quoted;
	}
	form[n] = '\0';
}

static bool is_plain_library(const char *s)
{
	return isalnum((unsigned char)*s) || *s == '.' || *s == '_' || *s == '/' ||
	       (unsigned char)*s >= 0x80;
}

static void check_cgo(Parser *p, const Directive *d)
{
	const char *verb = d->text + strlen("go:cgo_"), *third;
	size_t len = strcspn(verb, " \t\"");
	char form[MAX_WORDS + 1];
	read_words(verb + len, form, &third);
	const CgoVerb *known = NULL;
	for (size_t i = 0; i < COUNT(cgo_verbs); i++)
		if (strlen(cgo_verbs[i].name) == len && !memcmp(cgo_verbs[i].name, verb, len))
			known = &cgo_verbs[i];
	bool import = known && third && strcmp(known->name, "import_dynamic") == 0;
	if (!import)
		parser_error_at(p, d->offset + 2, "//%s only allowed in cgo-generated code",
				d->text);
	else if (*third != '"' && !is_plain_library(third))
		parser_error_at(p, d->offset + 2,
				"invalid library name \"%.*s\" in cgo_import_dynamic directive",
				(int)strcspn(third, " \t\""), third);
	for (size_t i = 0; known && i < COUNT(known->forms); i++)
		if (known->forms[i] && strcmp(known->forms[i], form) == 0)
			return;
	if (known)
		parser_error_at(p, d->offset + 2, "usage: //go:cgo_%s %s", known->name,
				known->usage);
}

/* Directives that the standard library may have and that say nothing about a declaration. */
static bool is_known(const char *text, size_t length)
{
	static const char *const known[] = {"go:build", "go:embed", "go:generate", "go:linkname",
					    "go:nointerface"};
	for (size_t i = 0; i < COUNT(known); i++)
		if (strlen(known[i]) == length && memcmp(known[i], text, length) == 0)
			return true;
	return strncmp(text, "go:", 3) != 0 || strncmp(text, "go:cgo_", 7) == 0;
}

void check_restricted(Parser *p, const Directive *d, uint32_t bit)
{
	static const uint32_t runtime = PRAGMA_SYSTEMSTACK | PRAGMA_NOWRITEBARRIER |
					PRAGMA_NOWRITEBARRIERREC | PRAGMA_YESWRITEBARRIERREC;
	int word = (int)strcspn(d->text, " \t");
	if (p->flags & PARSE_STANDARD)
		return;
	if (strncmp(d->text, "go:cgo_", strlen("go:cgo_")) == 0)
		check_cgo(p, d);
	else if (bit & runtime)
		parser_error_at(p, d->offset + 2, "//%.*s only allowed in runtime", word, d->text);
	else if (p->flags & PARSE_STD_RULES && !bit && !is_known(d->text, (size_t)word))
		parser_error_at(p, d->offset + 2, "//%.*s is not allowed in the standard library",
				word, d->text);
	else if (bit == PRAGMA_UINTPTRKEEPALIVE && !(p->flags & PARSE_STD_RULES))
		parser_error_at(p, d->offset + 2, "//%.*s is only allowed in the standard library",
				word, d->text);
}
