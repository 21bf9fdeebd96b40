// //go:embed: what it may stand at. The rules are those of gc, which looks at them when a package
// has no other error; a variable that keeps them is refused, as burrow does not read files into
// programs yet.
#include "types/checker.h"

static bool is_package_level(const File *f, const Decl *d)
{
	for (uint32_t i = 0; i < f->decls.len; i++)
		if (f->decls.data[i] == d)
			return true;
	return false;
}

static const char *problem(Checker *c, const File *f, const Decl *d)
{
	int lang = c->config->lang_minor;
	if (!check_imports(f, STR("embed")))
		return "go:embed only allowed in Go files that import \"embed\"";
	if (d->var.names.len > 1)
		return "go:embed cannot apply to multiple vars";
	if (d->var.values.len)
		return "go:embed cannot apply to var with initializer";
	if (!is_package_level(f, d))
		return "go:embed cannot apply to var inside func";
	if (lang && lang < 16)
		return arena_printf(types_arena,
				    "go:embed requires go1.16 or later (-lang was set to go1.%d; "
				    "check go.mod)",
				    lang);
	return "not supported yet: go:embed";
}

void check_embeds(Checker *c, const File *f)
{
	for (uint32_t i = 0; i < f->embeds.len; i++) {
		const Decl *d = f->embeds.data[i];
		check_error_at(c, d->var.embeds.data[0].pos, "%s", problem(c, f, d));
	}
}
