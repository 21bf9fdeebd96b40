/*
 * The driver: from a command line to a finished program.
 *
 * 	load.c     finds, reads and parses the packages a program needs, imports first
 * 	compile.c  takes a package through the stages, in the order of the design's table
 * 	cache.c    keeps the objects of packages that did not change
 * 	link.c     assembles the units side by side and links them with the runtime
 */
#ifndef BURROW_DRIVER_H
#define BURROW_DRIVER_H

#include "support/support.h"
#include "syntax/syntax.h"
#include "types/types.h"

/* Exit statuses of the command. */
enum { EXIT_OK = 0, EXIT_SOURCE = 1, EXIT_USAGE = 2, EXIT_FAULT = 3 };

/* What the command line asks for. */
typedef struct Options {
	const char *output;       /* -o */
	int m;                    /* -m: 1, -m=2: 2 */
	bool l;                   /* -l: no inlining */
	bool N;                   /* -N: no optimisation */
	bool S;                   /* -S: show the assembly */
	bool e;                   /* -e: all errors */
	bool x;                   /* -x: show the commands */
	bool v;                   /* -v: show the packages */
	bool work;                /* -work: keep the work directory */
	bool stats;               /* -stats: time and memory of each stage */
	bool trimpath;            /* -trimpath: no directories in the program */
	bool strip;               /* -ldflags=-s */
	bool strip_debug;         /* -ldflags=-w */
	bool check_only;          /* burrow check */
	bool verify;              /* BURROW_VERIFY=1: every stage is checked; nothing is cached */
	bool rebuild;             /* -a: do not use the build cache */
	int lang_minor;           /* -lang=go1.N, 0: the newest */
	int jobs;                 /* -j: processes at a time */
	const char *tags;         /* -tags, separated by commas */
	const char *dump;         /* -dump=STAGE[:FUNC]: the stage */
	const char *dump_func;    /* ...: the function, NULL for all */
	char **args;              /* files or a package; NULL-terminated */
	char **program_args;      /* burrow run: the program's */
	VEC(const char *) define; /* -ldflags='-X name=value' */
} Options;

/* A package on its way through the compiler. */
typedef struct Unit {
	const char *path; /* import path; "main" for the program's */
	/* as shown after "# ": "command-line-arguments" or the import path */
	const char *label;
	const char *directory;
	bool own_library; /* from burrow's runtime/lib */
	bool local;       /* named on the command line */
	bool loading;     /* under way: meeting it again is an import cycle */
	File **files;
	int nfiles;
	Package *package;           /* the checked package, NULL after an error */
	VEC(struct Unit *) imports; /* direct ones, in order of first appearance */
	uint64_t key[2];            /* hash of everything its object code depends on */
	struct IrPackage *ir;
	VEC(const char *) objects; /* its assembled files */
	int number;                /* place in Build.order */
} Unit;

typedef VEC(Unit *) UnitList;

/* One run of the compiler. */
typedef struct Build {
	Options *options;
	Arena *arena;
	Diag *diag;
	const char *library; /* burrow's lib directory: libruntime.a and src/ */
	const char *goroot;
	Map units;      /* import path -> Unit */
	UnitList order; /* all packages, each after those it imports */
	Unit *main;
} Build;

/* Reads the files or directory named on the command line and everything they import, parses and
 * type-checks them. False when there were errors (reported). */
bool load_program(Build *build);

/* Takes a checked package to assembly text and objects; see the table in compile.c. */
void compile_package(Build *build, Unit *unit);

/* The whole job of `burrow build`: an exit status. */
int build_program(Build *build);

/* Assembles sources[i] to objects[i], several at a time. An exit status. */
int assemble_units(Build *build, const char *const *sources, const char *const *objects, int n);

/* Assembles what is not in the cache, links, and puts the program at `output`. An exit status. */
int link_program(Build *build, const char *output);

/* ---- times and memory of the stages, for -stats */

void stats_begin(const char *stage);
void stats_end(void);
void stats_print(FILE *out, const Arena *arena);

#endif
