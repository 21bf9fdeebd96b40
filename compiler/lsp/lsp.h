/*
 * burrow lsp: a language server on standard input and output, for any editor.
 *
 * It speaks version 3.17 of the Language Server Protocol and shows what burrow knows of a file:
 * errors as diagnostics; what is on the heap as hints beside the source (or lenses above it), as
 * diagnostics with the steps of the story as related information, and the whole story on hover.
 *
 * The server itself compiles nothing. A child process, `burrow explain` with -overlay for what is
 * not saved yet, does, and writes its findings and errors as JSON; so no fault of a compilation
 * ends the server, and a compilation that is out of date is simply killed.
 */
#ifndef BURROW_LSP_H
#define BURROW_LSP_H

#include "support/support.h"

typedef struct LspConfig {
	const char *program;      /* burrow itself */
	const char *version;      /* told to the editor */
	const char *directory;    /* for temporary files; the caller removes it */
	const char *const *flags; /* for burrow explain; NULL-terminated */
} LspConfig;

/* Serves until the client says exit or closes the connection. An exit status: 0 when it asked for
 * shutdown before, else 1, as the protocol wants. */
int lsp_serve(const LspConfig *config);

#endif
