/* File URIs (RFC 8089), for -json and the language server. */
#ifndef BURROW_SUPPORT_URI_H
#define BURROW_SUPPORT_URI_H

#include "support/support.h"

/* What may stand unescaped in a path, beside letters and digits; and in one name of a path, as Go's
 * net/url escapes them. */
#define URI_PATH "-_.~$&+,/:;=@"
#define URI_NAME "-_.~$&+:=@"

/* Appends s; bytes that are not in `plain` become %XX. */
void uri_escape(Buf *buf, const char *s, const char *plain);
/* The path of file://[HOST]/PATH, decoded; NULL: it is no such URI, or has a NUL. malloc'ed. */
char *uri_path(const char *uri);

#endif
