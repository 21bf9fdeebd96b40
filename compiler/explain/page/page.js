/*
 * The page of burrow explain -html: the source with everything that lives somewhere marked, and
 * the story of what was chosen, its path drawn over the lines.
 *
 * The data are the report of burrow explain -o (docs/explain.schema.json) and the texts of the
 * files it speaks of. Places count lines and bytes from 1.
 */
"use strict";
(function () {
	const data = JSON.parse(document.getElementById("data").textContent);
	const report = data.report;
	const texts = new Map(data.sources.map((s) => [s.file, s.text.split("\n")]));
	const $ = (id) => document.getElementById(id);
	const SVG = "http://www.w3.org/2000/svg";

	function element(tag, attributes, ...children) {
		const e = document.createElement(tag);
		for (const [name, value] of Object.entries(attributes || {}))
			if (name === "class") e.className = value;
			else e.setAttribute(name, value);
		e.append(...children);
		return e;
	}

	const baseName = (path) => path.slice(path.lastIndexOf("/") + 1);

	/* ---- what is marked */

	/* The index in a JavaScript string of the byte column `column`. */
	function indexOf(line, column) {
		let bytes = 1, i = 0;
		while (i < line.length && bytes < column) {
			const c = line.codePointAt(i);
			bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
			i += c < 0x10000 ? 1 : 2;
		}
		return i;
	}

	function kindOfLeak(leak) {
		if (/^leaking param content/.test(leak)) return "content";
		if (/ to result /.test(leak)) return "result";
		return /^leaking param/.test(leak) ? "leaks" : "stays";
	}

	const kindOfVerdict = {heap: "heap", stack: "stack", none: "none"};
	const words = {heap: "heap", grows: "stack until it grows", stack: "stack", none: "costs nothing", leaks: "parameter leaks",
		content: "its content leaks", result: "goes to a result", stays: "parameter stays"};
	const marks = [];
	const add = (item, kind) => {
		if (item.start && texts.has(item.file)) marks.push({item, kind, file: item.file, start: item.start, end: item.end});
	};
	for (const f of report.findings || []) add(f, kindOfVerdict[f.verdict] || "grows");
	for (const p of report.parameters || []) add(p, kindOfLeak(p.leak));
	for (const v of report.variables || []) add(v, "stack");
	const order = (a, b) => a.start.line - b.start.line || a.start.column - b.start.column ||
		b.end.line - a.end.line || b.end.column - a.end.column;
	marks.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : order(a, b)));

	/* Marks of the same place are one, shown in the colour of the first of these kinds. */
	const rank = Object.keys(words);
	const places = [];
	for (const m of marks) {
		const last = places[places.length - 1];
		if (last && last.file === m.file && order(last, m) === 0) {
			last.items.push(m);
			if (rank.indexOf(m.kind) < rank.indexOf(last.kind)) last.kind = m.kind;
		} else {
			places.push({file: m.file, start: m.start, end: m.end, kind: m.kind, items: [m], mark: null});
		}
	}

	/* ---- the source */

	const token = /\/\/.*|\/\*.*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\b(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)\b/g;

	function tokensOf(line) {
		const found = [];
		for (const m of line.matchAll(token)) {
			const kind = m[0][0] === "/" ? "comment" : /["'`]/.test(m[0][0]) ? "string" : "keyword";
			found.push({from: m.index, to: m.index + m[0].length, kind});
		}
		return found;
	}

	/* Text from `from` to `to` of a line, tokens coloured. */
	function plain(line, tokens, from, to) {
		const out = [];
		for (const t of tokens) {
			const a = Math.max(t.from, from), b = Math.min(t.to, to);
			if (a >= b) continue;
			if (a > from) out.push(line.slice(from, a));
			out.push(element("span", {class: t.kind}, line.slice(a, b)));
			from = b;
		}
		if (from < to) out.push(line.slice(from, to));
		return out;
	}

	/* The part of a place on its first line, as indices. */
	function partOf(place, line) {
		const from = indexOf(line, place.start.column);
		const to = place.end.line === place.start.line ? indexOf(line, place.end.column) : line.length;
		return {place, from, to: Math.max(to, Math.min(from + 1, line.length))};
	}

	/* Nested marks; one that overlaps another without lying in it is cut. */
	function fill(parent, line, tokens, parts, from, to) {
		let at = from;
		for (let i = 0; i < parts.length; i++) {
			const p = parts[i];
			if (p.from < at || p.from >= to) continue;
			const end = Math.min(p.to, to);
			const inner = [];
			while (i + 1 < parts.length && parts[i + 1].from < end) inner.push(parts[++i]);
			parent.append(...plain(line, tokens, at, p.from));
			const names = p.place.items.map((m) => (m.item.what || m.item.name) + ": " + words[m.kind]).join("; ");
			const e = element("span", {class: "mark " + p.place.kind, "data-kind": p.place.kind, role: "button", tabindex: "0",
				"aria-label": names, title: names});
			e.place = p.place;
			p.place.mark = e;
			fill(e, line, tokens, inner, p.from, end);
			parent.append(e);
			at = end;
		}
		parent.append(...plain(line, tokens, at, to));
	}

	function amount(n) {
		for (const unit of ["B", "KB", "MB", "GB"]) {
			if (n < 10000 || unit === "GB") return (n < 10 || unit === "B" ? n : Math.round(n)).toLocaleString("en") + " " + unit;
			n /= 1000;
		}
	}

	/* Objects and bytes counted on each line of a file. */
	function countsOf(file) {
		const counts = new Map();
		for (const row of data.counts || []) {
			if (row.file !== file) continue;
			const c = counts.get(row.line) || {objects: 0, bytes: 0};
			c.objects += row.objects;
			c.bytes += row.bytes;
			counts.set(row.line, c);
		}
		return counts;
	}

	function barOf(count, most) {
		const cell = element("span", {class: "bar"});
		if (!count) return cell;
		const bar = element("i");
		bar.style.width = (100 * count.bytes) / most + "%";
		cell.append(bar, count.objects.toLocaleString("en") + " · " + amount(count.bytes));
		cell.title = objects(count.objects) + ", " + count.bytes.toLocaleString("en") + " bytes in all";
		return cell;
	}

	let shown = null;

	function showFile(file) {
		if (shown === file) return;
		shown = file;
		for (const b of $("files").children) b.setAttribute("aria-current", String(b.dataset.file === file));
		const lines = texts.get(file), counts = countsOf(file);
		const most = Math.max(1, ...[...counts.values()].map((c) => c.bytes));
		const byLine = new Map();
		for (const p of places) {
			p.mark = null;
			if (p.file !== file) continue;
			byLine.set(p.start.line, (byLine.get(p.start.line) || []).concat([p]));
		}
		const rows = lines.map((line, i) => {
			const n = i + 1, tokens = tokensOf(line), code = element("span", {class: "code"});
			const parts = (byLine.get(n) || []).map((p) => partOf(p, line)).sort((a, b) => a.from - b.from || b.to - a.to);
			fill(code, line, tokens, parts, 0, line.length);
			const row = element("div", {class: "line", id: "L" + n}, element("span", {class: "number"}, String(n)));
			if (data.counts) row.append(barOf(counts.get(n), most));
			row.append(code);
			return row;
		});
		if (lines[lines.length - 1] === "") rows.pop();
		$("lines").replaceChildren(...rows);
		applyLegend();
	}

	/* ---- the story */

	/* What stands between backquotes is code. */
	const rich = (text) => text.split("`").map((part, i) => (i % 2 ? element("code", {}, part) : part));
	const objects = (n) => n.toLocaleString("en") + (n === 1 ? " object" : " objects");

	let chosen = null;

	function showPlace(place) {
		showFile(place.file);
		const row = $("L" + place.start.line);
		if (row) row.scrollIntoView({block: "center"});
		draw();
	}

	function stepItem(step) {
		const item = element("li", step.level ? {class: "level"} : {}, ...rich(step.text + "."));
		if (step.number) item.value = step.number;
		else item.style.listStyle = "none";
		if (step.start && texts.has(step.file)) {
			const line = texts.get(step.file)[step.start.line - 1] || "";
			const where = (step.file === chosen.file ? "" : baseName(step.file) + ":") + step.start.line;
			const button = element("button", {type: "button"}, where + "  " + line.trim());
			button.addEventListener("click", () => showPlace(step));
			item.append(button);
		}
		return item;
	}

	const wordOfChange = {"changes behaviour": "Changes behaviour", "same behaviour": "Same behaviour", "no help": ""};

	function section(m) {
		const item = m.item, part = element("section", {"data-kind": m.kind});
		const fallback = (item.what || item.name) + ": " + words[m.kind] + (item.verdict && m.kind === "grows" ? " (" + item.verdict + ")" : "");
		part.append(element("h2", {}, item.summary || (item.leak || fallback)));
		if (item.copiesText) part.append(element("p", {}, item.copiesText));
		if (item.objects > 0) {
			const bytes = item.measuredBytes || 0;
			part.append(element("p", {class: "measured"}, "Measured: " + objects(item.objects) + ", " + bytes.toLocaleString("en") + " bytes."));
		}
		if (item.steps && item.steps.length) part.append(element("ol", {}, ...item.steps.map(stepItem)));
		for (const note of item.notes || []) part.append(element("p", {class: "note"}, ...rich(note)));
		for (const c of item.changes || []) {
			const p = element("p", {class: "note change"}, element("b", {}, c.kind === "no help" ? "No help: " : "Change (applied, checked): "), ...rich(c.text));
			if (c.kind !== "no help") p.append(". " + wordOfChange[c.kind], ...rich(c.effect ? ": " + c.effect : ""), ".");
			part.append(p);
		}
		return part;
	}

	function choose(place, keepFocus) {
		if (chosen && chosen.mark) chosen.mark.classList.remove("chosen");
		chosen = place;
		const story = $("story");
		if (!place) {
			story.replaceChildren(element("p", {class: "hint"}, "Choose something that is marked: its story is told here."));
			history.replaceState(null, "", "#");
			draw();
			return;
		}
		showFile(place.file);
		if (place.mark) place.mark.classList.add("chosen");
		const close = element("button", {type: "button", id: "close", "aria-label": "Close the story"}, "×");
		close.addEventListener("click", () => choose(null));
		const counted = countsOf(place.file).get(place.start.line), lines = [];
		if (counted) lines.push(element("p", {class: "measured"}, "Counted on line " + place.start.line + ": " + objects(counted.objects) + ", " + amount(counted.bytes) + "."));
		story.replaceChildren(close, ...place.items.map(section), ...lines);
		story.scrollTop = 0;
		history.replaceState(null, "", "#" + baseName(place.file) + ":" + place.start.line + ":" + place.start.column);
		if (place.mark) {
			place.mark.scrollIntoView({block: "nearest"});
			if (!keepFocus) place.mark.focus({preventScroll: true});
		}
		draw();
	}

	/* ---- the path over the lines */

	/* Where a place is in the coordinates of the source; null when it is not shown. */
	function boxOf(place) {
		const row = place.file === shown && place.start && $("L" + place.start.line);
		if (!row) return null;
		const code = row.lastChild, line = texts.get(shown)[place.start.line - 1];
		const from = indexOf(line, place.start.column);
		const to = place.end.line === place.start.line ? indexOf(line, place.end.column) : line.length;
		const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT), r = document.createRange();
		let at = 0, started = false;
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			if (!started && from <= at + node.length) { r.setStart(node, Math.max(0, from - at)); started = true; }
			if (started) r.setEnd(node, Math.min(node.length, Math.max(to - at, 0)));
			at += node.length;
			if (at >= to && started) break;
		}
		const box = (started ? r : row).getBoundingClientRect(), origin = $("source").getBoundingClientRect();
		return {left: box.left - origin.left + $("source").scrollLeft, top: box.top - origin.top, width: box.width, height: box.height};
	}

	function svg(tag, attributes, text) {
		const e = document.createElementNS(SVG, tag);
		for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, value);
		if (text) e.textContent = text;
		return e;
	}

	/* From one stop to the next: out of the end of the one and round to the end of the other, or above the line that both are on. */
	function curve(a, b) {
		const y1 = a.top + a.height / 2, y2 = b.top + b.height / 2;
		if (Math.abs(y2 - y1) < 4) {
			const x1 = a.left + a.width / 2, x2 = b.left + b.width / 2;
			return "M" + x1 + " " + a.top + " Q" + (x1 + x2) / 2 + " " + (a.top - 16) + " " + x2 + " " + b.top;
		}
		const x1 = a.left + a.width + 3, x2 = b.left + b.width + 5;
		const x = Math.max(x1, x2) + Math.min(140, 30 + Math.abs(y2 - y1) / 3);
		return "M" + x1 + " " + y1 + " C" + x + " " + y1 + " " + x + " " + y2 + " " + x2 + " " + y2;
	}

	const isSame = (a, b) => Math.abs(a.left - b.left) < 2 && Math.abs(a.top - b.top) < 2;

	function draw() {
		const path = $("path"), arrow = svg("marker", {id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto"});
		arrow.append(svg("path", {d: "M0 0 L8 4 L0 8 Z", style: "fill: var(--path); stroke: none"}));
		path.replaceChildren(arrow);
		for (const e of document.querySelectorAll(".stop")) e.classList.remove("stop");
		if (!chosen || chosen.file !== shown) return;
		path.setAttribute("width", $("lines").scrollWidth);
		path.setAttribute("height", $("lines").scrollHeight);
		const steps = chosen.items.map((m) => m.item.steps || []).find((s) => s.length) || [];
		let before = boxOf(chosen);
		for (const step of steps) {
			const box = step.number ? boxOf(step) : null;
			if (!box) continue;
			if (before && !isSame(before, box)) path.append(svg("path", {d: curve(before, box), "marker-end": "url(#arrow)"}));
			path.append(svg("circle", {cx: box.left - 5, cy: box.top - 2, r: 7}), svg("text", {x: box.left - 5, y: box.top - 2}, String(step.number)));
			$("L" + step.start.line).lastChild.classList.add("stop");
			before = box;
		}
	}

	/* ---- legend, files, keys */

	function applyLegend() {
		const off = new Set([...document.querySelectorAll("#legend input")].filter((i) => !i.checked).map((i) => i.dataset.kind));
		for (const e of document.querySelectorAll("#lines .mark")) e.classList.toggle("off", off.has(e.dataset.kind));
	}

	function go(direction) {
		const stops = places.filter((p) => p.kind === "heap");
		if (!stops.length) return;
		const at = stops.indexOf(chosen);
		choose(stops[at < 0 ? (direction > 0 ? 0 : stops.length - 1) : (at + direction + stops.length) % stops.length]);
	}

	function onKey(e) {
		if (e.ctrlKey || e.altKey || e.metaKey) return;
		const mark = e.target.closest && e.target.closest(".mark[role]");
		if ((e.key === "Enter" || e.key === " ") && mark) choose(mark.place, true);
		else if (e.key === "n" || e.key === "j") go(1);
		else if (e.key === "p" || e.key === "k") go(-1);
		else if (e.key === "Escape") choose(null);
		else if (/^[1-9]$/.test(e.key) && chosen) {
			const item = $("story").querySelector('li[value="' + e.key + '"] button');
			if (item) item.click();
		} else return;
		e.preventDefault();
	}

	/* "3 places on the heap, 12 on the stack" */
	function summary() {
		const where = {heap: "on the heap", grows: "on the stack until it grows", stack: "on the stack", none: "cost nothing"};
		const parts = [];
		for (const kind of Object.keys(where)) {
			const n = places.filter((p) => p.kind === kind).length;
			if (n || kind === "heap") parts.push(n + (parts.length ? " " : n === 1 ? " place " : " places ") + where[kind]);
		}
		return parts.join(", ") + ".";
	}

	function start() {
		const files = [...texts.keys()].filter((f) => places.some((p) => p.file === f));
		const listed = files.length ? files : [...texts.keys()];
		$("package").textContent = report.package || "";
		document.title = (report.package ? report.package + ": " : "") + "burrow explain";
		$("summary").textContent = summary();
		for (const f of listed) {
			const b = element("button", {type: "button", "data-file": f}, baseName(f));
			b.addEventListener("click", () => { showFile(f); draw(); });
			$("files").append(b);
		}
		$("files").hidden = listed.length < 2;
		$("lines").addEventListener("click", (e) => {
			const mark = e.target.closest(".mark");
			if (mark) choose(mark.place);
		});
		$("legend").addEventListener("change", applyLegend);
		document.addEventListener("keydown", onKey);
		window.addEventListener("resize", draw);
		if (document.fonts && document.fonts.ready) document.fonts.ready.then(draw);
		const hash = decodeURIComponent(location.hash.slice(1)).match(/^(.*):(\d+):(\d+)$/);
		const isAt = (place) => place && place.line === +hash[2] && place.column === +hash[3];
		const asked = hash && places.find((p) => baseName(p.file) === hash[1] &&
			(isAt(p.start) || p.items.some((m) => isAt(m.item.position))));
		if (listed.length) showFile(listed[0]);
		if (asked) choose(asked);
	}
	start();
})();
