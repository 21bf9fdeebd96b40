/* Private to lsp/. */
#ifndef BURROW_LSP_PRIVATE_H
#define BURROW_LSP_PRIVATE_H

#include <sys/types.h>

#include "lsp/lsp.h"
#include "support/json.h"

/* ---- text.c: texts and places in them */

/* A place as burrow counts: line and column from 1, the column in bytes. */
typedef struct Place {
	int64_t line, column;
} Place;

typedef struct Text {
	char *data; /* NUL-terminated, malloc'ed; NULL: nothing is known */
	size_t len;
} Text;

/* The protocol counts from 0, and in UTF-16 units unless UTF-8 was agreed on. Places outside the
 * text are moved to its nearest end. */
typedef struct Units {
	bool utf8;
} Units;

void text_put_position(Buf *out, Units units, const Text *text, Place place);
void text_put_range(Buf *out, Units units, const Text *text, Place start, Place end);
Place text_place(Units units, const Text *text, int64_t line, int64_t character);
/* Line `line` (from 1) without its end. */
const char *text_line(const Text *text, int64_t line, size_t *len);
/* The end of the name, number or string that begins at a place; else one byte further. */
Place text_word_end(const Text *text, Place place);
/* The path without symbolic links in its directories; the file need not exist. */
const char *text_real_path(Arena *arena, const char *path);
bool text_read(const char *path, Text *text);

/* ---- wire.c: messages with their headers */

typedef struct Wire {
	int in, out;
	Buf buffer; /* read and not yet taken */
	bool ended; /* nothing more can be read or written */
} Wire;

/* Reads what has come. */
void wire_fill(Wire *w);
/* Takes a whole message off the buffer; false: there is none yet. What is no header is passed
 * over. */
bool wire_take(Wire *w, Arena *arena, const char **body, size_t *len);
void wire_send(Wire *w, const Buf *body);

/* ---- result.c: what a compilation has found */

typedef struct Span {
	const char *path;
	Place start, end;
} Span;

typedef struct Fault { /* an error in the source */
	Span span;
	const char *message; /* notes follow as "\n\tFILE:LINE:COL: text" */
	const char *hint;    /* or NULL */
} Fault;

typedef struct Finding { /* something to say about a part of the source */
	Span span;
	const JsonValue *json;
	bool is_param;
} Finding;

typedef struct SourceText {
	const char *path;
	Text text;
} SourceText;

typedef struct Result {
	Arena *arena;
	const char *directory; /* where the child ran: its files are named from there */
	VEC(Fault) faults;
	VEC(Finding) findings;
	VEC(SourceText) texts; /* of files that were asked for */
} Result;

/* Reads what the child has written: its report (may be missing), its errors as JSON, and its
 * standard error, for errors that are only there. `directory` is where it ran. */
Result *result_read(const char *report, const char *errors, const char *log, const char *directory);
/* {"file": PATH, "start": {"line": L, "column": C}, "end": ...}; false: it has no place. */
bool result_span(Result *r, const JsonValue *v, Span *span);
void result_free(Result *r); /* NULL is allowed */
/* A file that findings speak of. */
const Text *result_text(Result *r, const char *path);

/* ---- server.c: documents and requests */

typedef struct Document {
	char *uri, *path;
	Text text;
	bool is_go;
	bool dirty;     /* changed since the compilation that `result` is of began */
	int64_t due;    /* dirty: when to compile it, in ms of the monotonic clock */
	Result *result; /* or NULL: not compiled yet */
} Document;

typedef struct Published { /* a file that is not open, and has errors on the client's screen */
	char *path;
	const Document *by; /* whose compilation found them */
} Published;

typedef struct Pending { /* a request that waits for a document's compilation */
	char *id;        /* as JSON */
	char *method;
	Document *document;
	Place place; /* hover: where */
} Pending;

typedef struct Job {   /* the compilation under way */
	pid_t pid;     /* 0: none */
	int alive;     /* a pipe whose other end the child and its children hold */
	int64_t until; /* it is killed then */
	Document *document;
	char *directory;
	bool whole; /* the package of the directory, not the file alone */
} Job;

typedef struct Server {
	const LspConfig *config;
	Wire wire;
	Arena *arena;   /* of the message at hand */
	Arena *lasting; /* of the lists below */
	Units units;
	bool initialized, shut_down, exited;
	bool hints; /* the client shows inlay hints; else lenses */
	bool markdown, refresh_hints, refresh_lenses;
	int64_t next_id; /* of requests to the client */
	VEC(Document *) documents;
	VEC(Pending) pending;
	VEC(Published) published;
	Job job;
} Server;

int64_t clock_ms(void);
/* Sends {"jsonrpc":"2.0", ...}; `rest` is the other members. */
void server_send(Server *s, const char *format, ...) PRINTF_LIKE(2, 3);
Document *server_document(Server *s, const char *path); /* NULL: not open */

/* ---- job.c: compilations */

/* Starts one if a document is due and none is under way. */
void job_start_due(Server *s);
/* It has ended, or has taken too long: its result goes to its document. */
void job_finish(Server *s);
void job_cancel(Server *s);

/* ---- answers.c: what the client is shown */

/* Of the document, and of files that are not open. */
void answer_diagnostics(Server *s, Document *d);
/* Takes them away again: the document is closed. */
void answer_no_diagnostics(Server *s, const Document *d);
void answer_hover(Server *s, Buf *out, const Document *d, Place place);
void answer_hints(Server *s, Buf *out, const Document *d);
void answer_lenses(Server *s, Buf *out, const Document *d);

#endif
