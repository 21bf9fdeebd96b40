// From bytes to tokens.
//
// re2c's automaton finds the extent of each token; what it accepts is wider than Go (any digits,
// any escapes), and small functions below then check a literal and say precisely what is wrong with
// it, so that one mistake gives one message. Semicolons are put in where the specification says.
// The array ends in a token of kind 0.
#include "syntax/token.h"
#include "syntax/parser.h"

#include <ctype.h>
#include <stdlib.h>

typedef struct Lexer {
	Parser *p;
	const char *text;   // of the file
	const char *end;
	const char *cursor; // next byte
	bool semicolon;     // a newline here ends a statement
} Lexer;

static uint32_t offset_of(const Lexer *lx, const char *at) { return (uint32_t)(at - lx->text); }

static Token *add(Lexer *lx, int kind, const char *start, const char *end) {
	Parser *p = lx->p;
	if (p->count == p->cap) {
		p->cap = p->cap ? p->cap * 2 : offset_of(lx, lx->end) / 4 + 64;
		p->tokens = realloc(p->tokens, p->cap * sizeof *p->tokens);
		if (!p->tokens)
			ICE(NO_POS, "out of memory");
	}
	Token *token = &p->tokens[p->count++];
	*token = (Token){.kind = (uint16_t)kind, .start = offset_of(lx, start),
			.end = offset_of(lx, end)};
	return token;
}

static void add_operator(Lexer *lx, int kind, Operator op, const char *start) {
	add(lx, kind, start, lx->cursor)->op = (uint8_t)op;
	lx->semicolon = kind == T_INCDEC;
}

static void add_semicolon(Lexer *lx, SemicolonKind kind, const char *at) {
	add(lx, ';', at, kind == SEMI_EOF ? at : at + 1)->detail = (uint8_t)kind;
	lx->semicolon = false;
}

static void add_open(Lexer *lx, int kind, const char *start) {
	add(lx, kind, start, lx->cursor);
	lx->semicolon = false;
	if (++lx->p->brackets > NESTING_LIMIT && !lx->p->too_deep) {
		parser_error_at(lx->p, offset_of(lx, start), "nesting too deep");
		lx->p->too_deep = true;
	}
}

static void add_close(Lexer *lx, int kind, const char *start) {
	add(lx, kind, start, lx->cursor);
	lx->semicolon = true;
	if (lx->p->brackets)
		lx->p->brackets--;
}

static void lex_error(Lexer *lx, const char *at, const char *message) {
	parser_error_at(lx->p, offset_of(lx, at), "%s", message);
}

// A character as messages show it: U+0040 '@'.
static const char *show_rune(Lexer *lx, int32_t r) {
	Buf buf = buf_make(lx->p->arena);
	buf_printf(&buf, "U+%04X", (unsigned)r);
	bool valid = r <= 0x10ffff && !(r >= 0xd800 && r < 0xe000);
	if (valid && r >= ' ' && r != 0x7f && !(r >= 0x80 && r < 0xa0) && r != 0xfeff &&
			r != 0xa0 && r != 0xad) {
		buf_puts(&buf, " '");
		buf_rune(&buf, r);
		buf_putc(&buf, '\'');
	}
	return buf_cstr(&buf);
}

// A character as a Go rune literal.
static const char *quote_rune(Lexer *lx, int32_t r) {
	Buf buf = buf_make(lx->p->arena);
	char utf8[8];
	Buf one = buf_make(lx->p->arena);
	buf_rune(&one, r);
	snprintf(utf8, sizeof utf8, "%s", buf_cstr(&one));
	if (r == '\'')
		return "'\\''";
	if (r == '"')
		return "'\"'";
	buf_quote(&buf, utf8, strlen(utf8));
	char *text = buf.data;
	text[0] = text[buf.len - 1] = '\'';
	return text;
}

// ---- Characters outside ASCII

static int32_t decode(Lexer *lx, const char *at, int *size) {
	return utf8_decode(at, (size_t)(lx->end - at), size);
}

// Reports bytes that are no UTF-8, NULs and byte order marks in s[from, to). Returns whether all is
// well.
static bool check_bytes(Lexer *lx, const char *from, const char *to) {
	bool good = true;
	for (const char *s = from; s < to;) {
		if (!*s) {
			lex_error(lx, s++, "invalid NUL character");
			good = false;
			continue;
		}
		if ((unsigned char)*s < 0x80) {
			s++;
			continue;
		}
		int size;
		int32_t r = decode(lx, s, &size);
		if (r == 0xfffd && size == 1) {
			lex_error(lx, s, "invalid UTF-8 encoding");
			good = false;
		} else if (r == 0xfeff && s > lx->text) {
			lex_error(lx, s, "invalid BOM in the middle of the file");
			good = false;
		}
		s += size;
	}
	return good;
}

static bool ascii_letter(char c) { return isalnum((unsigned char)c) || c == '_'; }

// The end of an identifier that begins at `s`; reports what cannot be in one.
static const char *identifier_end(Lexer *lx, const char *s) {
	const char *start = s;
	while (s < lx->end) {
		if (ascii_letter(*s)) {
			s++;
			continue;
		}
		if ((unsigned char)*s < 0x80)
			break;
		int size;
		int32_t r = decode(lx, s, &size);
		if (r == 0xfffd && size == 1) {
			lex_error(lx, s, "invalid UTF-8 encoding");
		} else if (unicode_is_digit(r)) {
			if (s == start)
				parser_error_at(lx->p, offset_of(lx, s),
						"identifier cannot begin with digit %s",
						show_rune(lx, r));
		} else if (!unicode_is_letter(r)) {
			if (r == 0xfeff)
				lex_error(lx, s, "invalid BOM in the middle of the file");
			else
				parser_error_at(lx->p, offset_of(lx, s),
						"invalid character %s in identifier",
						show_rune(lx, r));
		}
		s += size;
	}
	return s;
}

// ---- Numbers

static const char *base_name(int base) {
	return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

// Offset of the first `_` that does not stand between digits (or base prefix and digit), or -1.
static int misplaced_separator(const char *s, int len) {
	char before = '.'; // '_' after a separator, '0' after a digit, '.' otherwise
	int i = 0;
	if (len >= 2 && s[0] == '0' && strchr("xXoObB", s[1])) {
		before = '0';
		i = 2;
	}
	bool hexadecimal = i == 2 && (s[1] | 32) == 'x';
	for (; i < len; i++) {
		char kind = s[i] == '_' ? '_' : isdigit((unsigned char)s[i]) ||
						(hexadecimal && isxdigit((unsigned char)s[i]))
								? '0' : '.';
		if (kind == '_' && before != '0')
			return i;
		if (kind == '.' && before == '_')
			return i - 1;
		before = kind;
	}
	return before == '_' ? len - 1 : -1;
}

typedef struct Number {
	int base;
	char prefix;        // 'x', 'o', 'b', '0' or 0
	bool digits;        // there are digits before the exponent
	bool point;
	char exponent;      // as written, or 0
	int point_at, exponent_at; // offsets; exponent_at is the mantissa's end when there is none
	bool exponent_digits;
	int bad_digit;      // offset of the first digit too big for the base, or -1
	bool imaginary;
} Number;

static Number dissect_number(const char *s, int len) {
	Number n = {.base = 10, .bad_digit = -1, .exponent_at = s[len - 1] == 'i' ? len - 1 : len};
	int i = 0;
	if (s[0] == '0' && len > 1 && strchr("xXoObB", s[1])) {
		n.prefix = (char)(s[1] | 32);
		n.base = n.prefix == 'x' ? 16 : n.prefix == 'o' ? 8 : 2;
		i = 2;
	} else if (s[0] == '0') {
		n.prefix = '0';
		n.base = 8;
	}
	for (; i < len; i++) {
		char c = s[i];
		bool digit = isdigit((unsigned char)c) ||
				(n.base == 16 && isxdigit((unsigned char)c));
		if (digit && n.exponent)
			n.exponent_digits = true;
		else if (digit) {
			n.digits = true;
			if (n.base < 10 && c - '0' >= n.base && n.bad_digit < 0)
				n.bad_digit = i;
		} else if (c == '.') {
			n.point = true;
			n.point_at = i;
		}
		else if (c == 'i')
			n.imaginary = true;
		else if (isalpha((unsigned char)c)) {
			n.exponent = c;
			n.exponent_at = i;
		}
	}
	return n;
}

static void number(Lexer *lx, const char *start) {
	int len = (int)(lx->cursor - start);
	Number n = dissect_number(start, len);
	const char *name = n.prefix == '0' && (n.point || n.exponent) ? "decimal"
			: base_name(n.base);
	bool is_float = n.point || n.exponent;
	Token *token = add(lx, T_LITERAL, start, lx->cursor);
	uint32_t at = offset_of(lx, start), mantissa_end = at + (uint32_t)n.exponent_at;
	uint32_t number_end = at + (uint32_t)(n.imaginary ? len - 1 : len);
	Parser *p = lx->p;
	token->detail = n.imaginary ? LIT_IMAG : is_float ? LIT_FLOAT : LIT_INT;
	token->bad = true;
	lx->semicolon = true;
	int separator;
	if (n.point && (n.prefix == 'o' || n.prefix == 'b'))
		parser_error_at(p, at + (uint32_t)n.point_at, "invalid radix point in %s literal",
				name);
	else if (!n.digits)
		parser_error_at(p, mantissa_end, "%s literal has no digits", name);
	else if (n.exponent && (n.exponent | 32) == 'e' && n.prefix && n.prefix != '0')
		parser_error_at(p, mantissa_end, "%s exponent requires decimal mantissa",
				quote_rune(lx, n.exponent));
	else if (n.exponent && (n.exponent | 32) == 'p' && n.prefix != 'x')
		parser_error_at(p, mantissa_end, "%s exponent requires hexadecimal mantissa",
				quote_rune(lx, n.exponent));
	else if (n.exponent && !n.exponent_digits)
		parser_error_at(p, number_end, "exponent has no digits");
	else if (n.prefix == 'x' && n.point && !n.exponent)
		parser_error_at(p, mantissa_end, "hexadecimal mantissa requires a 'p' exponent");
	else if (!is_float && !(n.imaginary && n.prefix == '0') && n.bad_digit >= 0)
		parser_error_at(p, at + (uint32_t)n.bad_digit, "invalid digit %s in %s literal",
				quote_rune(lx, start[n.bad_digit]), name);
	else if (memchr(start, '_', (size_t)len) &&
			(separator = misplaced_separator(start, len)) >= 0)
		parser_error_at(p, at + (uint32_t)separator, "'_' must separate successive digits");
	else
		token->bad = false;
}

// ---- Strings and characters

// Reads an escape sequence after its backslash. Returns its end; reports what is wrong and clears
// *good.
static const char *escape(Lexer *lx, const char *s, char quote, bool *good) {
	int digits, base;
	uint32_t limit, value = 0;
	if (s >= lx->end)
		return s; // the caller says that the literal is not terminated
	if (*s == quote || strchr("abfnrtv\\", *s ? *s : ' '))
		return s + 1;
	if (*s >= '0' && *s <= '7')
		digits = 3, base = 8, limit = 255;
	else if (*s == 'x')
		s++, digits = 2, base = 16, limit = 255;
	else if (*s == 'u')
		s++, digits = 4, base = 16, limit = 0x10ffff;
	else if (*s == 'U')
		s++, digits = 8, base = 16, limit = 0x10ffff;
	else {
		if (*good)
			lex_error(lx, s, "unknown escape");
		*good = false;
		return s;
	}
	for (int i = 0; i < digits; i++, s++) {
		if (s >= lx->end)
			return s;
		int d = isdigit((unsigned char)*s) ? *s - '0'
			: isxdigit((unsigned char)*s) ? (*s | 32) - 'a' + 10 : 36;
		if (d >= base) {
			int size;
			int32_t r = decode(lx, s, &size);
			if (*good)
				parser_error_at(lx->p, offset_of(lx, s),
						"invalid character %s in %s escape",
						quote_rune(lx, r), base_name(base));
			*good = false;
			return s;
		}
		value = value * (uint32_t)base + (uint32_t)d;
	}
	if (value > limit && base == 8) {
		if (*good)
			parser_error_at(lx->p, offset_of(lx, s), "octal escape value %u > 255",
					value);
		*good = false;
	} else if (value > limit || (value >= 0xd800 && value < 0xe000 && digits >= 4)) {
		if (*good)
			parser_error_at(lx->p, offset_of(lx, s),
					"escape is invalid Unicode code point %s",
					show_rune(lx, (int32_t)value));
		*good = false;
	}
	return s;
}

static void string_literal(Lexer *lx, const char *start) {
	const char *s = start + 1;
	bool good = true;
	for (;; ) {
		if (s >= lx->end) {
			lex_error(lx, start, "string not terminated");
			good = false;
			break;
		}
		if (*s == '"') {
			s++;
			break;
		}
		if (*s == '\n') {
			lex_error(lx, s, "newline in string");
			good = false;
			break;
		}
		if (*s == '\\')
			s = escape(lx, s + 1, '"', &good);
		else
			s++;
	}
	good &= check_bytes(lx, start, s);
	lx->cursor = s;
	lx->semicolon = true;
	Token *token = add(lx, T_LITERAL, start, s);
	token->detail = LIT_STRING;
	token->bad = !good;
}

static void raw_string(Lexer *lx, const char *start) {
	const char *quote = memchr(start + 1, '`', (size_t)(lx->end - start - 1));
	if (!quote)
		lex_error(lx, start, "string not terminated");
	lx->cursor = quote ? quote + 1 : lx->end;
	bool good = check_bytes(lx, start, lx->cursor) && quote;
	lx->semicolon = true;
	Token *token = add(lx, T_LITERAL, start, lx->cursor);
	token->detail = LIT_STRING;
	token->bad = !good;
}

static void rune_literal(Lexer *lx, const char *start) {
	const char *s = start + 1;
	bool good = true;
	for (int n = 0;; n++) {
		if (s >= lx->end) {
			if (good)
				lex_error(lx, start, "rune literal not terminated");
			good = false;
			break;
		}
		if (*s == '\'') {
			if (good && n == 0)
				lex_error(lx, s, "empty rune literal or unescaped '");
			else if (good && n != 1)
				lex_error(lx, start, "more than one character in rune literal");
			good &= n == 1;
			s++;
			break;
		}
		if (*s == '\\') {
			s = escape(lx, s + 1, '\'', &good);
			continue;
		}
		if (*s == '\n') {
			if (good)
				lex_error(lx, s, "newline in rune literal");
			good = false;
			break;
		}
		int size;
		decode(lx, s, &size);
		s += size;
	}
	good &= check_bytes(lx, start, s);
	lx->cursor = s;
	lx->semicolon = true;
	Token *token = add(lx, T_LITERAL, start, s);
	token->detail = LIT_RUNE;
	token->bad = !good;
}

// ---- Comments

static bool has_prefix(const char *s, const char *end, const char *prefix) {
	size_t len = strlen(prefix);
	return (size_t)(end - s) >= len && !memcmp(s, prefix, len);
}

// `//line file:line:col`, from just after "line " to `end`; the position applies from `from` on.
static void line_directive(Lexer *lx, const char *s, const char *end, uint32_t from,
		uint32_t raw_line) {
	uint32_t numbers[2] = {0, 0};
	int count = 0;
	const char *tail = end;
	while (count < 2) {
		const char *colon = tail;
		while (colon > s && colon[-1] != ':')
			colon--;
		if (colon == s || colon == tail)
			break;
		uint64_t value = 0;
		const char *d = colon;
		while (d < tail && isdigit((unsigned char)*d) && value < 1u << 30)
			value = value * 10 + (uint32_t)(*d++ - '0');
		if (d != tail)
			break;
		numbers[count++] = (uint32_t)value;
		tail = colon - 1;
	}
	const char *last = end;
	while (last > s && last[-1] != ':')
		last--;
	if (last == s) // no number at all: an ordinary comment
		return;
	if (!count || !numbers[count - 1]) {
		parser_error_at(lx->p, offset_of(lx, last), "invalid line number: %.*s",
				(int)(end - last), last);
		return;
	}
	LineDirective directive = {.offset = from, .raw_line = raw_line};
	directive.line = count == 2 ? numbers[1] : numbers[0];
	directive.col = count == 2 ? numbers[0] : 0;
	if (count == 2 && !directive.col) {
		parser_error_at(lx->p, offset_of(lx, last), "invalid column number: %.*s",
				(int)(end - last), last);
		return;
	}
	Str name = str_intern_n(s, (size_t)(tail - s));
	if (!str_len(name))
		name = count != 2 ? STR("")
				: lx->p->source->directives.len
				? vec_last(lx->p->source->directives).name
				: lx->p->source->name;
	directive.name = name;
	source_line_directive(lx->p->source, directive);
}

static void build_constraint(Lexer *lx, const char *s, const char *end) {
	File *file = lx->p->file;
	if (lx->p->count) // only before the package clause
		return;
	if (has_prefix(s, end, "go:build ") && !file->constraint)
		file->constraint = str_intern_n(s + 9, (size_t)(end - s - 9));
	while (s < end && (*s == ' ' || *s == '\t'))
		s++;
	if (!has_prefix(s, end, "+build"))
		return;
	const char *old = file->plus_build;
	file->plus_build = old ? str_printf("%s\n%.*s", old, (int)(end - s - 6), s + 6)
			       : str_intern_n(s + 6, (size_t)(end - s - 6));
}

static void line_comment(Lexer *lx, const char *start) {
	const char *newline = memchr(start, '\n', (size_t)(lx->end - start));
	const char *end = newline ? newline : lx->end;
	lx->cursor = end;
	check_bytes(lx, start, end);
	if (end > start && end[-1] == '\r')
		end--;
	const char *s = start + 2;
	bool line_start = start == lx->text || start[-1] == '\n';
	if (line_start && has_prefix(s, end, "line ") && newline) {
		Pos next_line = lx->p->source->base + offset_of(lx, newline + 1);
		line_directive(lx, s + 5, end, offset_of(lx, newline + 1), pos_raw_line(next_line));
	} else if (has_prefix(s, end, "go:") || has_prefix(s, end, "burrow:")) {
		Directive directive = {.offset = offset_of(lx, start), .token = lx->p->count};
		directive.text = str_intern_n(s, (size_t)(end - s));
		vec_push(lx->p->arena, lx->p->directives, directive);
	}
	if (line_start)
		build_constraint(lx, s, end);
}

static void general_comment(Lexer *lx, const char *start) {
	const char *s = start + 2;
	while (s < lx->end && !(s[0] == '*' && s[1] == '/'))
		s++;
	if (s >= lx->end)
		lex_error(lx, start, "comment not terminated");
	lx->cursor = s < lx->end ? s + 2 : lx->end;
	check_bytes(lx, start, lx->cursor);
	if (has_prefix(start + 2, s, "line ") && s < lx->end) {
		Pos end = lx->p->source->base + offset_of(lx, lx->cursor);
		line_directive(lx, start + 7, s, offset_of(lx, lx->cursor), pos_raw_line(end));
	}
	if (lx->semicolon && memchr(start, '\n', (size_t)(lx->cursor - start)))
		add_semicolon(lx, SEMI_NEWLINE, start);
}

// ---- The automaton

static void keyword(Lexer *lx, int kind, const char *start) {
	add(lx, kind, start, lx->cursor);
	lx->semicolon = kind == T_BREAK || kind == T_CONTINUE || kind == T_FALLTHROUGH ||
			kind == T_RETURN;
}

// A byte that begins no ASCII token: an identifier in another script, or an error.
static void other(Lexer *lx, const char *start) {
	int size;
	int32_t r = decode(lx, start, &size);
	lx->cursor = start + size;
	if (r == 0) {
		lex_error(lx, start, "invalid NUL character");
	} else if (r == 0xfeff) {
		if (start != lx->text)
			lex_error(lx, start, "invalid BOM in the middle of the file");
	} else if (r == 0xfffd && size == 1) {
		lex_error(lx, start, "invalid UTF-8 encoding");
	} else if (r >= 0x80) {
		lx->cursor = identifier_end(lx, start);
		add(lx, T_NAME, start, lx->cursor);
		lx->semicolon = true;
	} else {
		parser_error_at(lx->p, offset_of(lx, start), "invalid character %s",
				show_rune(lx, r));
	}
}

// Scans one token (or comment). False at the end of the file.
static bool scan(Lexer *lx) {
	const char *start = lx->cursor;
	const char *YYMARKER;
#define OP(kind, op) do { add_operator(lx, kind, op, start); return true; } while (0)
#define ASSIGN(op) OP(T_OPASSIGN, op)
#define KEYWORD(kind) do { keyword(lx, kind, start); return true; } while (0)
	/*!re2c
	re2c:define:YYCTYPE = "unsigned char";
	re2c:define:YYCURSOR = lx->cursor;
	re2c:yyfill:enable = 0;
	re2c:indent:top = 1;

	digit = [0-9];
	hex = [0-9a-fA-F_];
	letter = [a-zA-Z_];
	exponent = [eEpP] [+-]? [0-9_]*;

	[ \t\r]+ { return true; }
	"\n" {
		if (lx->semicolon)
			add_semicolon(lx, SEMI_NEWLINE, start);
		return true;
	}
	"\x00" {
		if (start < lx->end) {
			other(lx, start);
			return true;
		}
		lx->cursor = start;
		if (lx->semicolon)
			add_semicolon(lx, SEMI_EOF, start);
		return false;
	}

	"//" { line_comment(lx, start); return true; }
	"/*" { general_comment(lx, start); return true; }

	"break" { KEYWORD(T_BREAK); }
	"case" { KEYWORD(T_CASE); }
	"chan" { KEYWORD(T_CHAN); }
	"const" { KEYWORD(T_CONST); }
	"continue" { KEYWORD(T_CONTINUE); }
	"default" { KEYWORD(T_DEFAULT); }
	"defer" { KEYWORD(T_DEFER); }
	"else" { KEYWORD(T_ELSE); }
	"fallthrough" { KEYWORD(T_FALLTHROUGH); }
	"for" { KEYWORD(T_FOR); }
	"func" { KEYWORD(T_FUNC); }
	"go" { KEYWORD(T_GO); }
	"goto" { KEYWORD(T_GOTO); }
	"if" { KEYWORD(T_IF); }
	"import" { KEYWORD(T_IMPORT); }
	"interface" { KEYWORD(T_INTERFACE); }
	"map" { KEYWORD(T_MAP); }
	"package" { KEYWORD(T_PACKAGE); }
	"range" { KEYWORD(T_RANGE); }
	"return" { KEYWORD(T_RETURN); }
	"select" { KEYWORD(T_SELECT); }
	"struct" { KEYWORD(T_STRUCT); }
	"switch" { KEYWORD(T_SWITCH); }
	"type" { KEYWORD(T_TYPE); }
	"var" { KEYWORD(T_VAR); }

	letter (letter | digit)* {
		if ((unsigned char)*lx->cursor >= 0x80)
			lx->cursor = identifier_end(lx, start);
		add(lx, T_NAME, start, lx->cursor);
		lx->semicolon = true;
		return true;
	}

	"0" [xX] hex* ("." hex*)? ([pP] [+-]? [0-9_]*)? "i"? { number(lx, start); return true; }
	"0" [bBoO] [0-9_]* ("." [0-9_]*)? exponent? "i"? { number(lx, start); return true; }
	digit [0-9_]* ("." [0-9_]*)? exponent? "i"? { number(lx, start); return true; }
	"." digit [0-9_]* exponent? "i"? { number(lx, start); return true; }
	["] { string_literal(lx, start); return true; }
	"`" { raw_string(lx, start); return true; }
	['] { rune_literal(lx, start); return true; }

	"(" { add_open(lx, '(', start); return true; }
	"[" { add_open(lx, '[', start); return true; }
	"{" { add_open(lx, '{', start); return true; }
	")" { add_close(lx, ')', start); return true; }
	"]" { add_close(lx, ']', start); return true; }
	"}" { add_close(lx, '}', start); return true; }
	"," { OP(',', OPER_NONE); }
	";" { add_semicolon(lx, SEMI_WRITTEN, start); return true; }
	":" { OP(':', OPER_NONE); }
	"." { OP('.', OPER_NONE); }
	"..." { OP(T_DOTS, OPER_NONE); }
	":=" { OP(T_DEFINE, OPER_NONE); }
	"=" { OP('=', OPER_NONE); }
	"<-" { OP(T_ARROW, OPER_RECV); }

	"||" { OP(T_OROR, OPER_OROR); }
	"&&" { OP(T_ANDAND, OPER_ANDAND); }
	"==" { OP(T_COMPARE, OPER_EQ); }
	"!=" { OP(T_COMPARE, OPER_NE); }
	"<" { OP(T_COMPARE, OPER_LT); }
	"<=" { OP(T_COMPARE, OPER_LE); }
	">" { OP(T_COMPARE, OPER_GT); }
	">=" { OP(T_COMPARE, OPER_GE); }
	"+" { OP('+', OPER_ADD); }
	"-" { OP('-', OPER_SUB); }
	"|" { OP('|', OPER_OR); }
	"^" { OP('^', OPER_XOR); }
	"*" { OP('*', OPER_MUL); }
	"/" { OP(T_MULTIPLY, OPER_DIV); }
	"%" { OP(T_MULTIPLY, OPER_REM); }
	"&" { OP('&', OPER_AND); }
	"&^" { OP(T_MULTIPLY, OPER_ANDNOT); }
	"<<" { OP(T_MULTIPLY, OPER_SHL); }
	">>" { OP(T_MULTIPLY, OPER_SHR); }
	"!" { OP('!', OPER_NOT); }
	"~" { OP('~', OPER_TILDE); }
	"++" { OP(T_INCDEC, OPER_ADD); }
	"--" { OP(T_INCDEC, OPER_SUB); }
	"+=" { ASSIGN(OPER_ADD); }
	"-=" { ASSIGN(OPER_SUB); }
	"|=" { ASSIGN(OPER_OR); }
	"^=" { ASSIGN(OPER_XOR); }
	"*=" { ASSIGN(OPER_MUL); }
	"/=" { ASSIGN(OPER_DIV); }
	"%=" { ASSIGN(OPER_REM); }
	"&=" { ASSIGN(OPER_AND); }
	"&^=" { ASSIGN(OPER_ANDNOT); }
	"<<=" { ASSIGN(OPER_SHL); }
	">>=" { ASSIGN(OPER_SHR); }

	* { other(lx, start); return true; }
	*/
#undef OP
#undef ASSIGN
#undef KEYWORD
}

// Whether the token just read ends what PARSE_IMPORTS wants.
static bool is_past_imports(const Parser *p) {
	if (!(p->flags & PARSE_IMPORTS) || !p->count)
		return false;
	int kind = p->tokens[p->count - 1].kind;
	return kind == T_CONST || kind == T_TYPE || kind == T_VAR || kind == T_FUNC;
}

void lexer_run(Parser *p) {
	Lexer lexer = {.p = p, .text = p->source->text, .cursor = p->source->text};
	lexer.end = lexer.text + p->source->size;
	while (scan(&lexer) && !p->too_deep)
		if (is_past_imports(p)) {
			p->count--;
			break;
		}
	add(&lexer, 0, lexer.cursor, lexer.cursor);
}
