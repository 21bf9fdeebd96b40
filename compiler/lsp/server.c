/*
 * The server: a loop over what the client sends, what the compilation under way has come to, and
 * the documents that have been left alone long enough to be compiled.
 *
 * Whatever is no message, no request or none of ours is answered with an error and forgotten.
 * Requests about a document that is being compiled wait for the result.
 */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "lsp/private.h"
#include "support/uri.h"

/* ms after the last change; a client that types does not see each letter compiled */
enum { QUIET = 200 };

/* Error codes of JSON-RPC and of the protocol. */
enum {
	PARSE_ERROR = -32700,
	INVALID_REQUEST = -32600,
	METHOD_NOT_FOUND = -32601,
	NOT_INITIALIZED = -32002,
	REQUEST_CANCELLED = -32800,
};

int64_t clock_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- sending */

void server_send(Server *s, const char *format, ...)
{
	Buf body = buf_make(s->arena);
	va_list args;
	buf_puts(&body, "{\"jsonrpc\":\"2.0\",");
	va_start(args, format);
	buf_vprintf(&body, format, args);
	va_end(args);
	buf_putc(&body, '}');
	wire_send(&s->wire, &body);
}

static void send_error(Server *s, const char *id, int code, const char *text)
{
	server_send(s, "\"id\":%s,\"error\":{\"code\":%d,\"message\":\"%s\"}", id, code, text);
}

/* The id of a request as it was written, "null" without. */
static const char *id_text(Server *s, const JsonValue *id)
{
	Buf buf = buf_make(s->arena);
	if (id && id->kind == JSON_STRING)
		json_string(&buf, id->text, id->len);
	else
		buf_puts(&buf, id && id->kind == JSON_NUMBER ? id->text : "null");
	return buf_cstr(&buf);
}

/* ---------------------------------------------------------------- documents */

Document *server_document(Server *s, const char *path)
{
	vec_each(Document *, d, s->documents)
		if (strcmp((*d)->path, path) == 0)
			return *d;
	return NULL;
}

static Document *find_document(Server *s, const JsonValue *params)
{
	const char *uri = json_text(json_path(params, "textDocument.uri"));
	vec_each(Document *, d, s->documents)
		if (uri && strcmp((*d)->uri, uri) == 0)
			return *d;
	return NULL;
}

static void set_text(Document *d, const JsonValue *text)
{
	free(d->text.data);
	d->text.len = text->len;
	d->text.data = malloc(text->len + 1);
	if (!d->text.data)
		ICE(NO_POS, "out of memory");
	memcpy(d->text.data, text->text, text->len + 1);
}

/* d, and what is open beside it: they may be one package. */
static void make_dirty(Server *s, const Document *d, int64_t quiet)
{
	size_t n = (size_t)(strrchr(d->path, '/') - d->path) + 1;
	vec_each(Document *, o, s->documents) {
		bool beside = strncmp((*o)->path, d->path, n) == 0 && !strchr((*o)->path + n, '/');
		if (!beside || !(*o)->is_go)
			continue;
		(*o)->dirty = true;
		(*o)->due = clock_ms() + (*o == d ? quiet : quiet + QUIET);
		if (s->job.document == *o)
			job_cancel(s);
	}
}

static bool is_go_source(const char *path)
{
	size_t n = strlen(path);
	return n > 3 && strcmp(path + n - 3, ".go") == 0 &&
	       !(n > 8 && strcmp(path + n - 8, "_test.go") == 0);
}

static void did_open(Server *s, const JsonValue *params)
{
	const char *uri = json_text(json_path(params, "textDocument.uri"));
	const JsonValue *text = json_path(params, "textDocument.text");
	char *path = uri ? uri_path(uri) : NULL;
	if (!path || !json_text(text) || find_document(s, params)) {
		free(path);
		return;
	}
	Document *d = calloc(1, sizeof *d);
	if (!d)
		ICE(NO_POS, "out of memory");
	d->uri = strdup(uri);
	d->path = strdup(text_real_path(s->arena, path));
	d->is_go = is_go_source(path);
	free(path);
	set_text(d, text);
	vec_push(s->lasting, s->documents, d);
	make_dirty(s, d, 0);
}

/* The last of the changes is the text: whole documents were agreed on. */
static void did_change(Server *s, const JsonValue *params)
{
	Document *d = find_document(s, params);
	const JsonValue *changes = json_member(params, "contentChanges"), *text = NULL;
	for (const JsonValue *c = changes ? changes->first : NULL; c; c = c->next)
		if (!json_member(c, "range") && json_text(json_member(c, "text")))
			text = json_member(c, "text");
	if (!d || !text)
		return;
	set_text(d, text);
	make_dirty(s, d, QUIET);
}

static void did_save(Server *s, const JsonValue *params)
{
	Document *d = find_document(s, params);
	const JsonValue *text = json_member(params, "text");
	if (!d)
		return;
	if (json_text(text))
		set_text(d, text);
	make_dirty(s, d, 0);
}

static void did_close(Server *s, const JsonValue *params)
{
	Document *d = find_document(s, params);
	if (!d)
		return;
	if (s->job.document == d)
		job_cancel(s);
	for (uint32_t i = 0; i < s->pending.len;) {
		Pending p = s->pending.data[i];
		if (p.document != d) {
			i++;
			continue;
		}
		send_error(s, p.id, REQUEST_CANCELLED, "the document was closed");
		free(p.id);
		free(p.method);
		s->pending.data[i] = vec_pop(s->pending);
	}
	answer_no_diagnostics(s, d);
	for (uint32_t i = 0; i < s->documents.len; i++)
		if (s->documents.data[i] == d)
			s->documents.data[i] = vec_pop(s->documents);
	result_free(d->result);
	free(d->uri);
	free(d->path);
	free(d->text.data);
	free(d);
}

/* ---------------------------------------------------------------- requests about documents */

static void answer(Server *s, const char *id, const char *method, Document *d, Place place)
{
	Buf out = buf_make(s->arena);
	if (strcmp(method, "textDocument/hover") == 0)
		answer_hover(s, &out, d, place);
	else if (strcmp(method, "textDocument/inlayHint") == 0)
		answer_hints(s, &out, d);
	else
		answer_lenses(s, &out, d);
	server_send(s, "\"id\":%s,\"result\":%s", id, buf_cstr(&out));
}

static bool is_about_document(const char *method)
{
	static const char *const methods[] = {"textDocument/hover", "textDocument/inlayHint",
					      "textDocument/codeLens"};
	for (size_t i = 0; i < COUNT(methods); i++)
		if (strcmp(method, methods[i]) == 0)
			return true;
	return false;
}

static void take_request(Server *s, const char *id, const char *method, const JsonValue *params)
{
	Document *d = find_document(s, params);
	if (!d || !d->is_go) {
		server_send(s, "\"id\":%s,\"result\":null", id);
		return;
	}
	Place place =
		text_place(s->units, &d->text, json_integer(json_path(params, "position.line"), 0),
			   json_integer(json_path(params, "position.character"), 0));
	if (!d->dirty && s->job.document != d) {
		answer(s, id, method, d, place);
		return;
	}
	Pending p = {strdup(id), strdup(method), d, place};
	vec_push(s->lasting, s->pending, p);
}

static void answer_pending(Server *s, const Document *d)
{
	for (uint32_t i = 0; i < s->pending.len;) {
		Pending p = s->pending.data[i];
		if (p.document != d) {
			i++;
			continue;
		}
		s->pending.data[i] = vec_pop(s->pending);
		answer(s, p.id, p.method, p.document, p.place);
		free(p.id);
		free(p.method);
	}
}

static void cancel_request(Server *s, const JsonValue *params)
{
	const char *id = id_text(s, json_member(params, "id"));
	for (uint32_t i = 0; i < s->pending.len; i++) {
		Pending p = s->pending.data[i];
		if (strcmp(p.id, id) != 0)
			continue;
		s->pending.data[i] = vec_pop(s->pending);
		send_error(s, id, REQUEST_CANCELLED, "cancelled");
		free(p.id);
		free(p.method);
		return;
	}
}

/* ---------------------------------------------------------------- the life of the server */

static bool lists(const JsonValue *array, const char *word)
{
	for (const JsonValue *v = array ? array->first : NULL; v; v = v->next)
		if (json_text(v) && strcmp(json_text(v), word) == 0)
			return true;
	return false;
}

static bool is_true(const JsonValue *v)
{
	return v && v->kind == JSON_BOOL && v->boolean;
}

static void initialize(Server *s, const char *id, const JsonValue *params)
{
	const JsonValue *c = json_member(params, "capabilities");
	s->initialized = true;
	s->units.utf8 = lists(json_path(c, "general.positionEncodings"), "utf-8");
	s->hints = json_path(c, "textDocument.inlayHint") != NULL;
	s->markdown = lists(json_path(c, "textDocument.hover.contentFormat"), "markdown");
	s->refresh_hints = is_true(json_path(c, "workspace.inlayHint.refreshSupport"));
	s->refresh_lenses = is_true(json_path(c, "workspace.codeLens.refreshSupport"));
	server_send(s,
		    "\"id\":%s,\"result\":{\"capabilities\":{%s\"textDocumentSync\":{\"openClose\":"
		    "true,\"change\":1,\"save\":true},\"hoverProvider\":true,%s},\"serverInfo\":{"
		    "\"name\":\"burrow\",\"version\":\"%s\"}}",
		    id, s->units.utf8 ? "\"positionEncoding\":\"utf-8\"," : "",
		    s->hints ? "\"inlayHintProvider\":true"
			     : "\"codeLensProvider\":{\"resolveProvider\":false}",
		    s->config->version);
}

static void take_notification(Server *s, const char *method, const JsonValue *params)
{
	static const struct {
		const char *method;
		void (*take)(Server *s, const JsonValue *params);
	} methods[] = {
		{"textDocument/didOpen", did_open},  {"textDocument/didChange", did_change},
		{"textDocument/didSave", did_save},  {"textDocument/didClose", did_close},
		{"$/cancelRequest", cancel_request},
	};
	if (strcmp(method, "exit") == 0)
		s->exited = true;
	for (size_t i = 0; i < COUNT(methods) && s->initialized && !s->shut_down; i++)
		if (strcmp(method, methods[i].method) == 0)
			methods[i].take(s, params);
}

static void take_message(Server *s, const char *body, size_t len)
{
	const JsonValue *message = json_parse(s->arena, body, len);
	const JsonValue *id = json_member(message, "id"), *params = json_member(message, "params");
	const char *method = json_text(json_member(message, "method"));
	const char *text = id_text(s, id);
	if (!message)
		send_error(s, "null", PARSE_ERROR, "not JSON");
	else if (!method && id && (json_member(message, "result") || json_member(message, "error")))
		return; /* the answer to a request of ours */
	else if (!method)
		send_error(s, text, INVALID_REQUEST, "no request");
	else if (!id)
		take_notification(s, method, params);
	else if (strcmp(method, "initialize") == 0 && !s->initialized)
		initialize(s, text, params);
	else if (!s->initialized)
		send_error(s, text, NOT_INITIALIZED, "initialize comes first");
	else if (s->shut_down || strcmp(method, "initialize") == 0)
		send_error(s, text, INVALID_REQUEST, "not now");
	else if (strcmp(method, "shutdown") == 0) {
		s->shut_down = true;
		job_cancel(s);
		server_send(s, "\"id\":%s,\"result\":null", text);
	} else if (is_about_document(method))
		take_request(s, text, method, params);
	else
		send_error(s, text, METHOD_NOT_FOUND, "no such method");
}

static void take_messages(Server *s)
{
	const char *body;
	size_t len;
	wire_fill(&s->wire);
	while (!s->exited && wire_take(&s->wire, s->arena, &body, &len)) {
		take_message(s, body, len);
		arena_free(s->arena);
		s->arena = arena_new();
	}
}

/* A compilation has ended: its document is up to date, if it is not being compiled again. */
static void show_result(Server *s, Document *d)
{
	if (d->dirty || s->job.document == d)
		return;
	answer_diagnostics(s, d);
	answer_pending(s, d);
	bool hints = s->hints && s->refresh_hints, lenses = !s->hints && s->refresh_lenses;
	if (hints || lenses)
		server_send(s, "\"id\":%ld,\"method\":\"workspace/%s/refresh\"", (long)++s->next_id,
			    hints ? "inlayHint" : "codeLens");
}

/* Until something is due; -1: for ever. */
static int time_left(const Server *s)
{
	int64_t due = s->job.pid ? s->job.until : INT64_MAX;
	for (uint32_t i = 0; i < s->documents.len && !s->job.pid; i++)
		if (s->documents.data[i]->dirty && s->documents.data[i]->due < due)
			due = s->documents.data[i]->due;
	if (due == INT64_MAX)
		return -1;
	int64_t left = due - clock_ms();
	return left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

int lsp_serve(const LspConfig *config)
{
	Server s = {.config = config,
		    .wire = {.in = 0, .out = 1},
		    .arena = arena_new(),
		    .lasting = arena_new()};
	signal(SIGPIPE, SIG_IGN);
	while (!s.exited && !s.wire.ended) {
		struct pollfd fds[] = {{.fd = s.wire.in, .events = POLLIN},
				       {.fd = s.job.pid ? s.job.alive : -1, .events = POLLIN}};
		if (poll(fds, COUNT(fds), time_left(&s)) < 0 && errno != EINTR)
			break;
		if (s.job.pid && (fds[1].revents || s.job.until <= clock_ms())) {
			Document *d = s.job.document;
			job_finish(&s);
			show_result(&s, d);
		}
		if (fds[0].revents)
			take_messages(&s);
		if (!s.shut_down)
			job_start_due(&s);
		arena_free(s.arena);
		s.arena = arena_new();
	}
	job_cancel(&s);
	return s.shut_down ? 0 : 1;
}
