# The page of burrow explain -html in a browser: marks, clicks, the story and its path, keys, dark and narrow.
# test.pl PAGE [DIRECTORY FOR SCREENSHOTS]
use strict;
use utf8;
use warnings;
use Browser;

my ($page, $shots) = @ARGV;
my $b = Browser->new("$ENV{PWD}/profile");
my $faults = 0;

sub check {
	my ($what, $got, $want) = @_;
	$got //= 'undefined';
	return if $got eq $want;
	print "$what: got $got, want $want\n";
	$faults++;
}

# A function of the page's own source: the mark on a line with a text.
my $mark = sub { qq{[...document.querySelectorAll("#L$_[0] .mark")].find((e) => e.textContent === "$_[1]")} };
my $kind = sub { $b->eval('(() => { const e = ' . $mark->(@_) . '; return e ? e.dataset.kind : "none there"; })()') };
my $title = sub { $b->eval('document.querySelector("#story h2") ? document.querySelector("#story h2").textContent : ""') };

$b->open("file://$page", 1200, 900);
check('title', $b->eval('document.title'), 'burrow explain');
check('lines', $b->eval('document.querySelectorAll("#lines .line").length'), 51);
check('source', $b->eval('document.querySelector("#L36 .code").textContent'), "\t*local = join(\"</script><b>\", word)");
check('no markup from the source', $b->eval('document.querySelectorAll("#lines b").length'), 0);

# ---- where things live
check('there', $kind->(33, 'there'), 'heap');
check('here', $kind->(32, 'here'), 'stack');
check('i', $kind->(37, 'i'), 'heap');
check('a + b', $kind->(27, 'a + b'), 'grows');
check('keep n', $kind->(13, 'n'), 'leaks');
check('first n', $kind->(15, 'n'), 'result');
check('length n', $kind->(17, 'n'), 'stays');
check('content n', $kind->(24, 'n'), 'content');

# ---- what was counted
check('bar', $b->eval('document.querySelector("#L38 .bar").textContent'), '3 · 72 B');
check('its length', $b->eval('document.querySelector("#L38 .bar i").style.width'), '100%');
check('no bar', $b->eval('document.querySelector("#L1 .bar").textContent'), '');

# ---- a click
check('nothing chosen', $b->eval('document.querySelectorAll("#path path").length'), 1);
$b->click($mark->(33, 'there'));
check('story of there', $title->(), 'there is on the heap: one 24-byte node per call of main');
check('counted', $b->eval('document.querySelector("#story .measured").textContent'), 'Measured: 1 object, 24 bytes.');
check('chosen', $b->eval('document.querySelectorAll(".chosen").length'), 1);
check('address', $b->eval('decodeURIComponent(location.hash)'), '#page.go:33:2');
my $steps = $b->eval('document.querySelectorAll("#story li").length');
check('steps', $steps >= 2 ? 1 : 0, 1);
check('circles', $b->eval('document.querySelectorAll("#path circle").length'), $steps);
check('path', $b->eval('document.querySelectorAll("#path > path").length') >= 2 ? 1 : 0, 1);
check('the last step is in keep', $b->eval('document.querySelector("#L13 .stop") ? 1 : 0'), 1);
my $over = $b->eval('(() => { const c = [...document.querySelectorAll("#path circle")].pop().getBoundingClientRect(), l = document.querySelector("#L13").getBoundingClientRect();
	return c.bottom > l.top - 4 && c.top < l.bottom && c.left > l.left ? 1 : 0; })()');
check('the path is over the lines', $over, 1);
$b->click('document.querySelector("#story li button")');
$b->click('document.querySelector("#close")');
check('closed', $title->(), '');
check('no path', $b->eval('document.querySelectorAll("#path circle").length'), 0);

# ---- keys
$b->key('n');
my $one = $title->();
$b->key('n');
my $two = $title->();
check('n goes on', $one && $two && $one ne $two ? 1 : 0, 1);
$b->key('p');
check('p goes back', $title->(), $one);
$b->key('1');
$b->key('Escape');
check('Escape', $title->(), '');
$b->open("file://$page", 1200, 900);
my $found = '';
for (1 .. 60) {
	$b->key('Tab');
	$found = $b->eval('document.activeElement.dataset.kind && document.activeElement.getAttribute("role") === "button" ? document.activeElement.textContent : ""');
	last if $found;
}
check('Tab comes to the first mark', $found, 'n');
$b->key('Enter');
check('Enter tells it', $title->(), 'leaking param: n');
check('it can be read aloud', $b->eval('document.activeElement.getAttribute("aria-label")') =~ /leak/ ? 1 : 0, 1);

# ---- the legend
$b->click('document.querySelector("#legend input[data-kind=heap]")');
check('heap switched off', $b->eval('document.querySelectorAll("#lines .heap.off").length === document.querySelectorAll("#lines .heap").length ? 1 : 0'), 1);
$b->click('document.querySelector("#legend input[data-kind=heap]")');
check('and on', $b->eval('document.querySelectorAll("#lines .heap.off").length'), 0);

# ---- a link to a place, dark, and as narrow as a telephone
my $contrast = '(() => {
	const rgb = (s) => s.match(/[\d.]+/g).map(Number), light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const back = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
	let worst = 99;
	for (const e of document.querySelectorAll(".mark, .number, .comment, .string, .keyword, h1, p, h2, li, button, kbd")) {
		if (!e.getClientRects().length) continue;
		const a = light(rgb(getComputedStyle(e).color)), b = light(back(e));
		worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
	}
	return worst; })()';
# A type switch's variable: the header of its clause is marked, and the address is that of -m.
$b->open("file://$page#page.go:48:11", 1200, 900);
check('clause', $kind->(48, 'case node:'), 'heap');
check('story of a clause', $title->() =~ /^v is on the heap/ ? 1 : $title->(), 1);

for my $scheme (qw(light dark)) {
	for my $width (1200, 360) {
		$b->open("file://$page#page.go:37:6", $width, 740, $scheme);
		check("$scheme $width: linked", $title->(), 'i is on the heap: one 8-byte int per call of main, shared by 3 goroutines');
		check("$scheme $width: no wider than the screen", $b->eval('document.documentElement.scrollWidth'), $width);
		my $worst = $b->eval($contrast);
		check("$scheme $width: contrast $worst", $worst >= 4.5 ? 1 : 0, 1);
		my $seen = $b->eval('(() => { const r = document.querySelector(".chosen").getBoundingClientRect(); return document.elementFromPoint(r.left + 2, r.top + r.height / 2) === document.querySelector(".chosen") ? 1 : 0; })()');
		check("$scheme $width: what is chosen is not covered", $seen, 1);
		$b->screenshot("$shots/$scheme-$width.png") if $shots;
	}
}
for my $trouble ($b->troubles) {
	print "trouble: $trouble\n";
	$faults++;
}
$b->close;
exit($faults ? 1 : 0);
