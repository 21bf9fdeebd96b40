// Hints: what a terminal shows below a message to say how the fault may be mended. They are no part
// of what gc says, and are left out where messages are read by programs.
#include "types/checker.h"

void check_hint_name(Checker *c, const Expr *e)
{
	(void)c;
	(void)e;
}
void check_hint_member(const Expr *e, Package *p)
{
	(void)p;
	(void)e;
}
void check_hint_selector(Checker *c, const Expr *e)
{
	(void)c;
	(void)e;
}
void check_hint_field(Checker *c, const Expr *key, Type *t)
{
	(void)c;
	(void)key;
	(void)t;
}
void check_hint_types(Checker *c, const Expr *x, Type *to)
{
	(void)c;
	(void)x;
	(void)to;
}
