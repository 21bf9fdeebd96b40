/*
 * The driver: from a command line to a finished program.
 *
 * 	plan.c     finds the packages a program needs, and the files that belong to each
 * 	schedule.c compiles what is not in the build cache, independent packages side by side
 * 	whole.c    -escape=whole: all packages in one process, with one escape analysis
 * 	step.c     compiles one package: named files in, an archive out (`burrow compile`)
 * 	compile.c  takes a package through the stages, in the order of the design's table
 * 	archive.c  the file that a compiled package is: export data, objects, messages
 * 	cache.c    keeps archives by what they were made from
 * 	link.c     links archives with the runtime (`burrow link`)
 */
#ifndef BURROW_DRIVER_H
#define BURROW_DRIVER_H

#include "support/support.h"
#include "syntax/syntax.h"
#include "types/types.h"

#define BURROW_VERSION "0.1"

/* Exit statuses of the command. */
enum { EXIT_OK = 0, EXIT_SOURCE = 1, EXIT_USAGE = 2, EXIT_FAULT = 3 };

/* What the command line asks for. */
typedef struct Options {
	const char *output;           /* -o */
	int m;                        /* -m: 1, -m=2: 2 */
	bool l;                       /* -l: no inlining */
	bool eager;                   /* -l=4: calls inside weigh little */
	bool N;                       /* -N: no optimisation */
	bool small_frames;            /* -smallframes: less is too large for the stack */
	bool S;                       /* -S: show the assembly */
	bool e;                       /* -e: all errors */
	bool x;                       /* -x: show the commands */
	bool v;                       /* -v: show the packages */
	bool work;                    /* -work: keep the work directory */
	bool stats;                   /* -stats: time and memory of each stage */
	bool trimpath;                /* -trimpath: no directories in the program */
	bool strip;                   /* -ldflags=-s */
	bool strip_debug;             /* -ldflags=-w */
	bool check_only;              /* burrow check */
	bool verify;                  /* BURROW_VERIFY=1: what every stage leaves is checked */
	const char *explain;          /* burrow explain: what is asked for, "" for all */
	const char *explain_json;     /* burrow explain -o: write the report there */
	bool html;                    /* burrow explain -html: as a page */
	const char *explain_allocs;   /* burrow explain -allocs=FILE: the table of a run */
	bool dot;                     /* burrow explain -dot: the location graph */
	const char *explain_diff;     /* burrow explain -diff: an earlier report */
	bool untried;                 /* burrow explain: no changes are tried */
	const char *explain_fragment; /* a step: where its part of the report goes */
	const char *trial;            /* a change on trial: the file for what is on the heap then */
	const char *overlay;          /* -overlay: files to read instead of others */
	const char *diagnostics;      /* -diagnostics: where errors are written as JSON */
	const char *json;             /* -json=0,DIR: DIR, where the log of decisions goes */
	bool whole;                   /* -escape=whole: the program is analysed as one */
	bool allocs;                  /* -allocs: the program counts its allocations by site */
	const char *allocs_file;      /* -allocs=FILE: burrow run has the table written there */
	bool rebuild;                 /* -a: do not use the build cache */
	int lang_minor;               /* -lang=go1.N, 0: the newest */
	int jobs;                     /* -j: processes at a time */
	const char *tags;             /* -tags, separated by commas */
	const char *dump;             /* -dump=STAGE[:FUNC]: the stage */
	const char *dump_func;        /* ...: the function, NULL for all */
	char **args;                  /* files or a package; NULL-terminated */
	char **program_args;          /* burrow run: the program's */
	VEC(const char *) define;     /* -ldflags='-X name=value' */
	/* of the steps `burrow compile` and `burrow link` */
	bool is_step;
	bool standard; /* -std: of the standard library */
	bool complete; /* -complete: no function is defined outside the Go files */
	/* -x: before the commands that a step runs itself; "# " when the step is shown, too */
	const char *inner;
	const char *path;              /* -p: import path */
	const char *label;             /* -label: the package's name in messages and -trimpath */
	const char *importcfg;         /* -importcfg */
	const char *local_base;        /* -D: what relative imports are relative to */
	VEC(const char *) import_dirs; /* -I, -L: where archives lie, as DIR/PATH.a */
} Options;

/* A package that a program needs. */
typedef struct Unit {
	Str path; /* import path; "main" for the program's */
	/* as shown after "# ": "command-line-arguments" or the import path */
	const char *label;
	const char *directory;
	int lang_minor;             /* the language version go1.N of its module; 0: 19 */
	bool own_library;           /* from burrow's runtime/lib */
	bool local;                 /* named on the command line: its flags hold for it */
	bool standard;              /* of burrow's library or the Go tree */
	bool complete;              /* there are no files but Go's to define its functions */
	bool is_command;            /* package main */
	bool loading;               /* under way: meeting it again is an import cycle */
	const char *fragment;       /* burrow explain: its part of the report, or NULL */
	bool failed;                /* it, or what it needs, does not compile */
	VEC(const char *) files;    /* as they are shown */
	uint64_t contents[2];       /* hash of the files' names and contents */
	VEC(struct Unit *) imports; /* direct ones, package runtime included */
	/* as the source spells the imports, where that is not the path (vendor) */
	VEC(struct ImportAlias) aliases;
	uint64_t key[2]; /* hash of everything its archive depends on */
	const char *archive_path;
	struct Archive *archive; /* NULL: not compiled yet */
	ExportMeta meta;         /* of the archive */
	int number;              /* place in Build.order */
	bool started;            /* being compiled */
	bool in_link;            /* part of the program at hand */
} Unit;

typedef struct ImportAlias {
	Str spelling, path;
} ImportAlias;

typedef VEC(Unit *) UnitList;

/* The language version that a unit is compiled for, 0: 19. The command line's holds for the units
 * named there, before that of the module. */
static inline int unit_lang(const Options *o, const Unit *unit)
{
	return unit->local && o->lang_minor ? o->lang_minor : unit->lang_minor;
}

/* A package while it is compiled. */
typedef struct Compilation {
	Str path;
	File **files;
	int nfiles;
	Package *package;
	struct IrPackage *ir;
	struct EscapeRun *escaping; /* escape analysis that runs beside inlining, or NULL */
	struct IrData *verdicts;    /* -allocs: its allocation sites, else NULL */
	ExportMeta meta;
	Buf export_data;
	VEC(const char *) objects;
} Compilation;

/* One run of the compiler. */
typedef struct Build {
	Options *options;
	Arena *arena;
	Diag *diag;
	const char *library; /* burrow's lib directory: libruntime.a and src/ */
	const char *goroot;
	/* planning */
	Map units;       /* import path -> Unit */
	UnitList order;  /* all packages, each after those it imports */
	UnitList roots;  /* those named on the command line */
	uint32_t errors; /* found while planning */
	/* compiling a package */
	ImportConfig import_config;
	Map archives; /* import path -> file name of its archive */
	Map aliases;  /* spelling -> import path */
	Map packages; /* import path -> Package, once it has been asked for */
	Map hashes;   /* import path -> its ExportImport */
	/* a change on trial: the part of the package that is compiled (NULL: all), and the package
	 * as it is, file by file and analysed */
	const struct ExplainPart *part;
	struct File **whole_files;
	struct IrPackage *whole_ir;
} Build;

/* Finds the packages named on the command line and all that they import. False when there were
 * errors (reported). */
bool plan_program(Build *build);
/* The same for packages of the Go tree and burrow's library: adds what `path` needs. */
Unit *plan_standard(Build *build, Str path);

/* Compiles the packages that are not in the cache. An exit status. */
int schedule_packages(Build *build);

/* Writes an importcfg, as gc's tools read it, with the archives of all that a unit needs; its name,
 * NULL when it cannot be written. */
const char *write_importcfg(Build *build, Unit *unit);
/* The file that this program was started from. */
const char *own_program(void);

/* Compiles one package to the archive `output`, as the options and build->archives say; with an
 * `output` of NULL nothing is kept. An exit status; messages are in build->diag. */
int compile_step(Build *build, Str path, const char *const *files, uint32_t nfiles,
		 const char *output);

/* Takes a checked package to export data and objects; see the table in compile.c. */
void compile_package(Build *build, Compilation *c);
/* The same in parts, for -escape=whole (whole.c): up to escape analysis; what is told of its
 * verdicts (-dump, explain); export data; assembled objects in a directory. */
void compile_front(Build *build, Compilation *c);
void compile_tell(Build *build, Compilation *c);
void compile_export(Build *build, Compilation *c);
void compile_code(Build *build, Compilation *c, const char *directory);

/* Compiles the program as one: every package that is needed, with one escape analysis over all of
 * them. An exit status. */
int whole_program(Build *build);

/* The jobs of the commands: exit statuses. */
int build_program(Build *build);
int compile_command(Build *build);
int link_command(Build *build);

typedef struct AssemblyUnit {
	const char *source, *object;
	bool is_long; /* jumps keep their long form: finding shorter ones takes too many passes */
} AssemblyUnit;

/* Assembles the units, several at a time. An exit status. */
int assemble_units(Build *build, const AssemblyUnit *units, int n);

/* Links the program whose package main is `main` and puts it at `output`. An exit status. */
int link_program(Build *build, Unit *main, const char *output);

/* The same for a package that may lack a function main: an error then. */
int link_unit(Build *build, Unit *unit, const char *output);

/* Prints `text` on standard error below a line with the package's name, if there is any. */
void show_package_messages(const char *label, const char *text);

/* ---- times and memory of the stages, for -stats */

void stats_begin(const char *stage);
void stats_end(void);
/* How many changes of the source were tried. */
void stats_trials(uint32_t n);
void stats_print(FILE *out, const Arena *arena);

#endif
