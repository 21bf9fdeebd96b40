/*
 * The burrow command: its subcommands, its flags, and the exit statuses.
 *
 * Flags keep the names that Go's tools gave them. They may be written -flag=value or -flag value,
 * with one dash or two, and end at the first word that is not a flag. -gcflags takes the same words
 * as `go build` does.
 */
#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver/driver.h"
#include "driver/editor.h"
#include "driver/process.h"
#include "explain/explain.h"
#include "lsp/lsp.h"
#include "support/uri.h"

static const char general_help[] =
	"burrow compiles Go programs for x86-64 Linux and says where every variable lives.\n"
	"\n"
	"Usage: burrow COMMAND [FLAGS] [ARGUMENTS]\n"
	"\n"
	"  build [-o FILE] [FLAGS] [FILES.go | PACKAGES]    compile and link\n"
	"  run [FLAGS] FILES.go|PACKAGE [ARGUMENTS]         build, run, pass the exit status on\n"
	"  check [FLAGS] [FILES.go | PACKAGES]              find errors and escape diagnostics; no "
	"code\n"
	"  compile [FLAGS] FILES.go                         one package to an archive: a step of "
	"build\n"
	"  link [FLAGS] MAIN.a                              archives to a program: the last step\n"
	"  explain [FLAGS] PATTERN                          why things are on the heap: PATTERN "
	"is\n"
	"      FILE.go, FILE.go:LINE[:COL], FILE.go:FUNC, a function, or PACKAGES; -o FILE:\n"
	"      as JSON; -html -o FILE: as a page; -allocs=TABLE: ranked by what a run took;\n"
	"      -diff OLD.json: what moved; -dot: the location graph of a function\n"
	"  lsp [FLAGS]                                      a language server on standard input\n"
	"      and output, for editors\n"
	"  env                                              print where burrow finds things\n"
	"  version                                          print the version\n"
	"  help [COMMAND]                                   print this text, or a command's "
	"flags\n";

static const char flags_help[] =
	"  -o FILE          write the program there (build); a directory: all programs, by name\n"
	"  -m, -m=2         print inlining and escape decisions; 2: with reasons\n"
	"  -l               no inlining\n"
	"  -N               no optimisation\n"
	"  -S               print the assembly\n"
	"  -e               print all errors, not only ten\n"
	"  -color=WHEN      auto, always or never: colour, source lines and hints with errors\n"
	"  -gcflags 'WORDS' the same flags as go build takes\n"
	"  -ldflags 'WORDS' -s: no symbols; -w: no debug information; -X PATH.NAME=VALUE: what "
	"a\n"
	"                   string variable begins with\n"
	"  -tags LIST       build tags, separated by commas\n"
	"  -lang=go1.N      the language version\n"
	"  -trimpath        no directories of this machine in the program\n"
	"  -overlay FILE    JSON, {\"Replace\": {\"PATH\": \"FILE\"}}: read FILE for PATH\n"
	"  -diagnostics FILE   append errors in the source to FILE, a JSON object a line\n"
	"  -escape=whole    escape analysis of the whole program, by more than gc's rules\n"
	"  -a               compile everything again\n"
	"  -j N             at most N processes at a time\n"
	"  -allocs[=FILE]   count allocations by site; the program writes a table when it ends, "
	"to\n"
	"                   standard error or FILE (run; else set BURROWALLOCS)\n"
	"  -x               print the commands run\n"
	"  -v               print the packages compiled\n"
	"  -work            keep the temporary files and print their directory\n"
	"  -stats           print time and memory of each stage\n"
	"  -dump=STAGE[:FUNC]  print ast, ir, escape, lower, ssa, machine or asm\n";

static const char compile_help[] =
	"Usage: burrow compile [FLAGS] FILES.go\n"
	"\n"
	"Compiles the files, one package, to an archive with objects and export data. The archive\n"
	"depends on the files, the flags and the archives of what is imported, and on nothing "
	"else.\n"
	"`burrow build -x` shows the steps of a build; they can be run by hand or by make.\n"
	"\n"
	"  -o FILE          the archive; FILE.a after the first file without it\n"
	"  -p PATH          the package's import path; main without it\n"
	"  -importcfg FILE  lines `packagefile PATH=FILE.a` and `importmap SPELLING=PATH`\n"
	"  -I DIR           imports that are not listed there are DIR/PATH.a (may be repeated)\n"
	"  -D PATH          relative imports (\"./a\") are relative to this import path\n"
	"  -label NAME      the package's name under -trimpath\n"
	"  -trimpath        no directories of this machine in the archive\n"
	"  -dwarf=false     no debug information\n"
	"  -check           export data only, no code\n"
	"  -complete        there are no other files: a function without body is an error\n"
	"  -std             the package is of the standard library: its directives are known\n"
	"  -X PATH.NAME=VALUE   what a string variable begins with\n"
	"  -smallframes     variables over 128 KiB, others over 16 KiB, are too large for the "
	"stack\n"
	"  -m -l -N -S -e -lang -j -x -work -stats -dump    as in build\n"
	"\n"
	"What is missing and belongs to Go's standard library is compiled into the build cache.\n"
	"Exit status: 0; 1: errors in the source; 2: in the command line; 3: a fault of "
	"burrow's.\n";

static const char link_help[] =
	"Usage: burrow link [FLAGS] MAIN.a\n"
	"\n"
	"Links the archive of a package main and those of all packages it leads to.\n"
	"\n"
	"  -o FILE          the program; a.out without it\n"
	"  -importcfg FILE  lines `packagefile PATH=FILE.a`\n"
	"  -L DIR           packages that are not listed there are DIR/PATH.a (may be repeated)\n"
	"  -s, -w           no symbols; no debug information\n"
	"  -j -x -work      as in build\n";

static const char *const commands[] = {"build",   "run",  "check", "explain", "lsp",
				       "compile", "link", "env",   "version", "help"};

__attribute__((noreturn, format(printf, 1, 2))) static void usage(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fputs("burrow: ", stderr);
	vfprintf(stderr, format, args);
	fputs("\nRun 'burrow help' for usage.\n", stderr);
	exit(EXIT_USAGE);
}

/* ---- flags */

/* `-lang=go1.N` */
static int parse_lang(const char *value)
{
	char *end;
	if (strncmp(value, "go1.", 4) != 0)
		usage("invalid value for -lang: %s (should be something like \"go1.12\")", value);
	long minor = strtol(value + 4, &end, 10);
	if (*end || end == value + 4 || minor < 1)
		usage("invalid value for -lang: %s (should be something like \"go1.12\")", value);
	if (minor > 22)
		usage("invalid value for -lang: %s (newer than go1.22)", value);
	return (int)minor;
}

static int parse_jobs(const char *value)
{
	char *end;
	long n = strtol(value, &end, 10);
	if (*end || end == value || n < 1 || n > 1024)
		usage("invalid value for -j: %s", value);
	return (int)n;
}

static void parse_color(const char *value)
{
	static const char *const modes[] = {[DIAG_COLOR_AUTO] = "auto",
					    [DIAG_COLOR_ALWAYS] = "always",
					    [DIAG_COLOR_NEVER] = "never"};
	for (size_t i = 0; i < COUNT(modes); i++)
		if (strcmp(value, modes[i]) == 0) {
			diag_color((DiagColor)i);
			return;
		}
	usage("invalid value for -color: %s (should be auto, always or never)", value);
}

static void parse_dump(Options *o, const char *value)
{
	static const char *const stages[] = {"ast", "ir",      "escape", "lower",
					     "ssa", "machine", "asm"};
	char *stage = strdup(value), *colon = strchr(stage, ':');
	if (colon) {
		*colon = 0;
		o->dump_func = colon + 1;
	}
	for (size_t i = 0; i < COUNT(stages); i++)
		if (strcmp(stage, stages[i]) == 0)
			o->dump = stage;
	if (!o->dump)
		usage("-dump: no stage '%s' (there are ast, ir, escape, lower, ssa, machine, asm)",
		      stage);
}

/* Has the word `name` the form flag, or flag=true and such? */
static bool is_switch(const char *word, const char *name, bool *value)
{
	static const char *const words[] = {"=false", "=true", "=0", "=1"};
	size_t n = strlen(name);
	if (strncmp(word, name, n) != 0)
		return false;
	for (size_t i = 0; i < COUNT(words); i++)
		if (strcmp(word + n, words[i]) == 0) {
			*value = i % 2;
			return true;
		}
	*value = true;
	return word[n] == 0;
}

/* -X PATH.NAME=VALUE */
static void parse_define(Options *o, const char *value)
{
	const char *equals = value ? strchr(value, '=') : NULL;
	if (!equals || !memchr(value, '.', (size_t)(equals - value)))
		usage("-X flag requires argument of the form importpath.name=value");
	vec_push(arena_new(), o->define, value);
}

/* One word of -ldflags, or two. */
static bool linker_flag(Options *o, char ***word)
{
	const char *flag = **word;
	if (flag[0] == '-' && flag[1] == '-')
		flag++;
	if (strcmp(flag, "-X") == 0)
		parse_define(o, *++*word);
	else if (strncmp(flag, "-X=", 3) == 0)
		parse_define(o, flag + 3);
	else if (!is_switch(flag, "-s", &o->strip) && !is_switch(flag, "-w", &o->strip_debug))
		usage("-ldflags: not supported yet: %s", flag);
	return true;
}

/* A flag that stands alone, or with =true or =false; false when `name` is none. */
static bool simple_flag(Options *o, const char *name)
{
	const struct {
		const char *name;
		bool *field;
	} flags[] = {
		{"l", &o->l},           {"N", &o->N},
		{"S", &o->S},           {"smallframes", &o->small_frames},
		{"e", &o->e},           {"x", &o->x},
		{"v", &o->v},           {"work", &o->work},
		{"stats", &o->stats},   {"trimpath", &o->trimpath},
		{"a", &o->rebuild},     {"check", &o->check_only},
		{"allocs", &o->allocs},
	};
	for (size_t i = 0; i < COUNT(flags); i++) {
		bool value;
		if (is_switch(name, flags[i].name, &value)) {
			*flags[i].field = value;
			return true;
		}
	}
	if (strcmp(name, "m") == 0)
		o->m = o->m ? 2 : 1;
	return strcmp(name, "m") == 0;
}

/* gc's `-json=0,DIR`; DIR begins with / or file://. */
static const char *parse_json(const char *value)
{
	const char *comma = strchr(value, ',');
	if (!comma || strncmp(value, "0,", 2) != 0)
		usage("invalid value for -json: %s (should be 0,DIRECTORY)", value);
	const char *directory = comma + 1;
	if (strncmp(directory, "file://", 7) == 0)
		directory = uri_path(directory);
	if (!directory || directory[0] != '/')
		usage("invalid value for -json: %s (the directory should begin with / or file://)",
		      value);
	return directory;
}

/* One word of -gcflags, or a flag of the command line that the compiler proper understands. */
static bool compiler_flag(Options *o, const char *word)
{
	const char *name = word + 1;
	if (*name == '-')
		name++;
	if (simple_flag(o, name))
		return true;
	if (strncmp(name, "m=", 2) == 0)
		o->m = atoi(name + 2) > 2 ? 2 : atoi(name + 2);
	else if (strncmp(name, "l=", 2) == 0)
		o->l = atoi(name + 2) == 1, o->eager = atoi(name + 2) == 4;
	else if (strncmp(name, "json=", 5) == 0)
		o->json = parse_json(name + 5);
	else if (strncmp(name, "lang=", 5) == 0)
		o->lang_minor = parse_lang(name + 5);
	else if (strncmp(name, "d=", 2) == 0 || strcmp(name, "C") == 0 ||
		 strncmp(name, "c=", 2) == 0 || strcmp(name, "B") == 0)
		return true; /* gc's own debugging words, job counts, -B: nothing changes here */
	else
		return false;
	return true;
}

static bool gc_flag(Options *o, char ***word)
{
	if (***word != '-' || !compiler_flag(o, **word))
		usage("-gcflags: unknown flag: %s", **word);
	return true;
}

/* The words of a flag's value, as the go command takes them apart: at blanks, and a word that
 * begins with a quote goes on to the next one. */
static void parse_words(Options *o, const char *flag, const char *words,
			bool (*take)(Options *, char ***word))
{
	char *at = strdup(words);
	/* `go build` allows a package pattern before the flags: all=-m */
	if (strncmp(at, "all=", 4) == 0)
		at += 4;
	VEC(char *) list = {0};
	Arena *arena = arena_new();
	while (*(at += strspn(at, " \t\r\n"))) {
		bool quoted = *at == '\'' || *at == '"';
		char *end = quoted ? strchr(at + 1, *at) : at + strcspn(at, " \t\r\n");
		if (!end)
			usage("%s: unterminated %c string", flag, *at);
		vec_push(arena, list, at + quoted);
		bool more = *end;
		*end = 0;
		at = end + more;
	}
	vec_push(arena, list, NULL);
	for (char **word = list.data; *word; word++)
		take(o, &word);
}

/* The value of -name=value or -name value; NULL when the word is another flag. */
static const char *flag_value(char ***arg, const char *name)
{
	const char *word = **arg + 1;
	if (*word == '-')
		word++;
	size_t n = strlen(name);
	if (strncmp(word, name, n) != 0)
		return NULL;
	if (word[n] == '=')
		return word + n + 1;
	if (word[n])
		return NULL;
	if (!(*arg)[1])
		usage("flag needs a value: -%s", name);
	(*arg)++;
	return **arg;
}

/* Flags of `compile` and `link`; false when the word is none. */
static bool step_flag(Options *o, char ***arg)
{
	static Arena *arena;
	const char *value;
	if (!arena)
		arena = arena_new();
	if ((value = flag_value(arg, "p")))
		o->path = value;
	else if ((value = flag_value(arg, "label")))
		o->label = value;
	else if ((value = flag_value(arg, "importcfg")))
		o->importcfg = value;
	else if ((value = flag_value(arg, "D")))
		o->local_base = value;
	else if ((value = flag_value(arg, "I")) || (value = flag_value(arg, "L")))
		vec_push(arena, o->import_dirs, value);
	else if ((value = flag_value(arg, "dwarf")))
		o->strip_debug = strcmp(value, "false") == 0;
	else if (strcmp(**arg, "-complete") == 0)
		o->complete = true;
	else if (strcmp(**arg, "-std") == 0)
		o->standard = true;
	else if ((value = flag_value(arg, "X")))
		parse_define(o, value);
	else if (strncmp(**arg, "-strictdups=", 12) == 0)
		return true; /* ld looks at that */
	else if (is_switch(**arg, "-s", &o->strip) || is_switch(**arg, "-w", &o->strip_debug))
		return true;
	else
		return false;
	return true;
}

static void parse_overlay(Options *o, const char *file)
{
	const char *fault = editor_read_overlay(arena_new(), file);
	if (fault)
		usage("-overlay %s: %s", file, fault);
	o->overlay = file;
}

/* By gc's rules, package by package, or over the whole program? */
static bool parse_escape(const char *value)
{
	if (strcmp(value, "whole") != 0 && strcmp(value, "gc") != 0)
		usage("-escape: gc or whole, not %s", value);
	return strcmp(value, "whole") == 0;
}

static void parse_flag(Options *o, char ***arg)
{
	const char *value;
	if ((o->is_step && step_flag(o, arg)) || compiler_flag(o, **arg))
		return;
	if ((value = flag_value(arg, "o")))
		o->output = value;
	else if (strcmp(**arg, "-dot") == 0 || strcmp(**arg, "--dot") == 0)
		o->dot = true;
	else if ((value = flag_value(arg, "diff")))
		o->explain_diff = value;
	else if (strcmp(**arg, "-html") == 0 || strcmp(**arg, "--html") == 0)
		o->html = true;
	else if (strncmp(**arg, "-allocs=", 8) == 0 || strncmp(**arg, "--allocs=", 9) == 0)
		o->allocs = true, o->allocs_file = strchr(**arg, '=') + 1;
	else if (o->is_step && strncmp(**arg, "-explain=", 9) == 0)
		o->explain = **arg + 9;
	else if (o->is_step && strncmp(**arg, "-explain-allocs=", 16) == 0)
		o->explain_allocs = **arg + 16;
	else if (o->is_step && strcmp(**arg, "-explain-untried") == 0)
		o->untried = true;
	else if (o->is_step && strncmp(**arg, "-explain-to=", 12) == 0)
		o->explain_fragment = **arg + 12;
	else if (!o->is_step && (value = flag_value(arg, "escape")))
		o->whole = parse_escape(value);
	else if ((value = flag_value(arg, "gcflags")))
		parse_words(o, "-gcflags", value, gc_flag);
	else if ((value = flag_value(arg, "ldflags")))
		parse_words(o, "-ldflags", value, linker_flag);
	else if ((value = flag_value(arg, "overlay")))
		parse_overlay(o, value);
	else if ((value = flag_value(arg, "diagnostics")))
		o->diagnostics = value;
	else if ((value = flag_value(arg, "tags")))
		o->tags = value;
	else if ((value = flag_value(arg, "lang")))
		o->lang_minor = parse_lang(value);
	else if ((value = flag_value(arg, "j")) || (value = flag_value(arg, "p")))
		o->jobs = parse_jobs(value);
	else if ((value = flag_value(arg, "color")))
		parse_color(value);
	else if ((value = flag_value(arg, "dump")))
		parse_dump(o, value);
	else
		usage("unknown flag: %s", **arg);
}

static char **parse_flags(Options *o, char **arg)
{
	for (; *arg && (*arg)[0] == '-' && (*arg)[1]; arg++) {
		if (strcmp(*arg, "--") == 0)
			return arg + 1;
		parse_flag(o, &arg);
	}
	return arg;
}

/* The words of GOFLAGS stand before those of the command line. */
static void parse_environment(Options *o)
{
	const char *words = getenv("GOFLAGS");
	if (!words || !*words)
		return;
	char *copy = strdup(words), *save;
	for (char *word = strtok_r(copy, " \t", &save); word; word = strtok_r(NULL, " \t", &save)) {
		char *one[] = {word, NULL}, **arg = one;
		if (*word != '-')
			usage("GOFLAGS: not a flag: %s", word);
		parse_flag(o, &arg);
	}
}

/* ---- where things are */

/* The library stands beside the command: BUILD/bin/burrow and BUILD/lib/burrow, PREFIX/bin and
 * PREFIX/lib/burrow. */
static const char *library_directory(void)
{
	static char path[PATH_MAX + 32];
	ssize_t n = readlink("/proc/self/exe", path, PATH_MAX - 1);
	if (n <= 0)
		return "/usr/local/lib/burrow";
	path[n] = 0;
	char *slash = strrchr(path, '/');
	*slash = 0;
	slash = strrchr(path, '/');
	strcpy(slash ? slash : path, "/lib/burrow");
	return path;
}

static const char *go_root(void)
{
	const char *root = getenv("GOROOT");
	return root && *root ? root : BURROW_GOROOT;
}

static int print_environment(void)
{
	printf("BURROWLIB=\"%s\"\nGOROOT=\"%s\"\nGOFLAGS=\"%s\"\nGOOS=\"linux\"\nGOARCH=\"amd64\"\n"
	       "BURROWVERSION=\"%s\"\n",
	       library_directory(), go_root(), getenv("GOFLAGS") ? getenv("GOFLAGS") : "",
	       BURROW_VERSION);
	return EXIT_OK;
}

/* ---- the compiling commands */

typedef struct Job {
	Build *build;
	int (*work)(Build *build);
	int status;
} Job;

static void *run_job(void *argument)
{
	Job *job = argument;
	job->status = job->work(job->build);
	return NULL;
}

static int run_with_large_stack(Build *build, int (*work)(Build *build))
{
	Job job = {build, work, EXIT_FAULT};
	Thread thread;
	diag_use(build->diag);
	if (!thread_start(&thread, run_job, &job)) {
		fprintf(stderr, "burrow: cannot make a stack for the compiler: %s\n",
			strerror(errno));
		return EXIT_FAULT;
	}
	thread_join(&thread);
	return job.status;
}

/* A command without its library would take Go's own package runtime for burrow's. */
static bool has_library(const char *library)
{
	char path[PATH_MAX + 64];
	snprintf(path, sizeof path, "%s/src/runtime", library);
	if (access(path, R_OK) == 0)
		return true;
	fprintf(stderr, "burrow: its library is missing: %s (see `burrow env`)\n", library);
	return false;
}

static int compile(Options *options, int (*work)(Build *build))
{
	if (!has_library(library_directory()))
		return EXIT_FAULT;
	Arena *arena = arena_new();
	Build build = {
		.options = options,
		.arena = arena,
		.diag = diag_new(arena, NULL),
		.library = library_directory(),
		.goroot = go_root(),
		.units = map_make(arena),
		.archives = map_make(arena),
		.aliases = map_make(arena),
		.packages = map_make(arena),
		.hashes = map_make(arena),
	};
	options->inner = options->is_step ? "" : "# ";
	if (options->e)
		build.diag->error_limit = 0;
	return run_with_large_stack(&build, work);
}

/* Is a function named where the name of the file ends? */
static bool is_function_of(const char *end)
{
	return *end == ':' && !(end[1] >= '0' && end[1] <= '9');
}

/* Does a word name a package? Where there are Go files, it is one of their functions. */
static bool names_package(const char *pattern)
{
	static glob_t found;
	return strchr(pattern, '/') || strcmp(pattern, ".") == 0 ||
	       (!strchr(pattern, '.') && glob("*.go", 0, NULL, &found) == GLOB_NOMATCH);
}

/* `burrow explain PATTERN`: a file, a place in one, a function of the package here, a package. */
static int explain(Options *o)
{
	const char *pattern = o->args[0];
	if (!pattern && o->explain_diff)
		pattern = ".";
	if (!pattern)
		usage("explain: what? (FILE.go, FILE.go:LINE[:COL], a function, or a package)");
	if (o->args[0] && o->args[1])
		usage("explain: one pattern at a time");
	if (o->dot && (o->html || o->output || o->explain_diff))
		usage("explain: -dot prints a graph: it goes with no other form");
	if (o->html && !o->output)
		usage("explain: -html needs -o FILE");
	if (o->allocs && !o->allocs_file)
		usage("explain: -allocs=FILE: the table that `burrow run -allocs=FILE` has "
		      "written");
	if (o->allocs && access(o->allocs_file, R_OK) != 0)
		usage("explain: cannot read %s: %s", o->allocs_file, strerror(errno));
	o->explain_allocs = o->allocs_file;
	o->allocs = false;
	static char *args[2];
	const char *file_end = explain_file_end(pattern);
	o->check_only = true;
	o->explain = pattern;
	o->explain_json = o->output;
	o->untried = o->dot || (o->explain_diff && !o->output); /* nobody would see them */
	if (file_end)
		args[0] = strndup(pattern, (size_t)(file_end - pattern));
	else if (names_package(pattern))
		args[0] = (char *)pattern, o->explain = "";
	else
		args[0] = ".";
	if (o->dot && (!*o->explain || (file_end && !is_function_of(file_end))))
		usage("explain: -dot needs a function: FUNC or FILE.go:FUNC");
	o->args = args;
	return compile(o, build_program);
}

/* `burrow run FILES.go ARGS`: the program's arguments begin after the last leading .go file. */
static void split_run_arguments(Options *o)
{
	int n = 0;
	while (o->args[n] && strlen(o->args[n]) > 3 &&
	       strcmp(o->args[n] + strlen(o->args[n]) - 3, ".go") == 0)
		n++;
	if (n == 0 && o->args[0])
		n = 1;
	char **files = calloc((size_t)n + 1, sizeof *files);
	memcpy(files, o->args, (size_t)n * sizeof *files);
	o->program_args = o->args + n;
	o->args = files;
}

static int run(Options *options)
{
	split_run_arguments(options);
	const char *directory = process_work_directory(options->work);
	if (!directory) {
		fprintf(stderr, "burrow: cannot make a temporary directory: %s\n", strerror(errno));
		return EXIT_FAULT;
	}
	char program[PATH_MAX];
	snprintf(program, sizeof program, "%s/program", directory);
	options->output = program;
	int status = compile(options, build_program);
	if (status)
		return status;
	int n = 0;
	while (options->program_args[n])
		n++;
	char **argv = calloc((size_t)n + 2, sizeof *argv);
	argv[0] = program;
	memcpy(argv + 1, options->program_args, (size_t)n * sizeof *argv);
	if (options->allocs_file)
		setenv("BURROWALLOCS", options->allocs_file, true);
	status = process_run_foreground(argv);
	if (status < 0) {
		fprintf(stderr, "burrow: cannot run the program: %s\n", strerror(errno));
		return EXIT_FAULT;
	}
	return status;
}

static int help(char **args)
{
	const char *command = args[0] ? args[0] : "";
	if (strcmp(command, "compile") == 0)
		fputs(compile_help, stdout);
	else if (strcmp(command, "link") == 0)
		fputs(link_help, stdout);
	else if (*command)
		printf("%s\nFlags of build, run and check:\n%s", general_help, flags_help);
	else
		printf("%s\nRun 'burrow help build' for the flags.\n", general_help);
	return EXIT_OK;
}

static int step(Options *options, const char *command)
{
	bool link = strcmp(command, "link") == 0;
	if (!options->args[0])
		usage(link ? "link: no archive named" : "compile: no Go files named");
	if (link && options->args[1])
		usage("link: more than one archive named");
	if (link && options->define.len)
		usage("link: -X is a flag of compile, which sets what the archive holds");
	return compile(options, link ? link_command : compile_command);
}

/* `burrow lsp [FLAGS]`: the flags are those of explain. */
static int lsp(Options *options, char **words)
{
	if (options->args[0])
		usage("lsp: takes no arguments");
	LspConfig config = {.program = own_program(),
			    .version = BURROW_VERSION,
			    .directory = process_work_directory(options->work),
			    .flags = (const char *const *)words};
	if (config.directory)
		return lsp_serve(&config);
	fprintf(stderr, "burrow: cannot make a temporary directory: %s\n", strerror(errno));
	return EXIT_FAULT;
}

__attribute__((noreturn)) static void unknown_command(const char *command)
{
	char list[256] = "";
	for (size_t i = 0; i < COUNT(commands); i++)
		snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i ? ", " : "",
			 commands[i]);
	usage("unknown command: %s (there are %s)", command, list);
}

int main(int argc, char **argv)
{
	static Options options;
	crash_catch(process_remove_work);
	if (argc < 2)
		return help(argv + argc), EXIT_USAGE;
	const char *command = argv[1];
	options.jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
	if (strcmp(command, "help") == 0 || strcmp(command, "--help") == 0 ||
	    strcmp(command, "-h") == 0)
		return help(argv + 2);
	if (strcmp(command, "version") == 0 || strcmp(command, "--version") == 0) {
		printf("burrow version %s go1.19 linux/amd64\n", BURROW_VERSION);
		return EXIT_OK;
	}
	if (strcmp(command, "env") == 0)
		return print_environment();
	bool is_run = strcmp(command, "run") == 0, is_explain = strcmp(command, "explain") == 0;
	bool is_lsp = strcmp(command, "lsp") == 0;
	options.verify = getenv("BURROW_VERIFY") && *getenv("BURROW_VERIFY");
	options.check_only = strcmp(command, "check") == 0;
	options.is_step = strcmp(command, "compile") == 0 || strcmp(command, "link") == 0;
	if (!is_run && !is_explain && !is_lsp && !options.check_only && !options.is_step &&
	    strcmp(command, "build") != 0)
		unknown_command(command);
	for (int i = 2; i < argc && argv[i][0] == '-'; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return help(argv + 1);
	if (!options.is_step)
		parse_environment(&options);
	options.args = parse_flags(&options, argv + 2);
	if (options.is_step)
		return step(&options, command);
	if (is_explain)
		return explain(&options);
	if (is_lsp)
		return lsp(&options, argv + 2);
	if (is_run && !options.args[0])
		usage("run: no Go files named");
	return is_run ? run(&options) : compile(&options, build_program);
}
