// The panel on the right: an overview, an entity, an edge, or chosen statements.

const PANEL = document.getElementById("details");

function updateDetails() {
  const selected = STATE.selected;
  const content = !selected ? (narrowed() ? whatIsShown() : overview())
    : selected.entity !== undefined ? entityCard(selected.entity)
    : selected.edge !== undefined ? edgeCard(EDGES.get(selected.edge))
    : selected.path !== undefined ? pathCard(selected.path)
    : claimsCard(selectedClaims());
  PANEL.classList.toggle("overview", !selected);
  fill(PANEL, content);
  PANEL.scrollTop = 0;
}

function heading(content, sub) {
  const close = element("button", { type: "button", class: "close", "aria-label": "Close", text: "×", on: { click: () => select(null) } });
  return [element("div", { class: "top" }, [element("h2", {}, content), close]), sub && element("p", { class: "sub" }, sub)];
}

function section(title, content) {
  return content.length ? [element("h3", { text: title }), content] : [];
}

const FOLDED_FROM = 6; // a longer list shows its sentences on demand, so that it can be taken in

// --- an edge, chosen statements ------------------------------------------------------------

function edgeCard(edge) {
  const back = DATA.edges.find((e) => e.from === edge.to && e.to === edge.from);
  const numbers = shownClaims(edge.claims);
  return [
    heading([entityButton(edge.from), " → ", entityButton(edge.to)], plural(edge.claims.length, "statement")),
    numbers.map((i) => statementCard(i)),
    back ? [element("h3", { text: "The other way round" }), shownClaims(back.claims).map((i) => statementCard(i))] : [],
  ];
}

function claimsCard(numbers) {
  const inner = numbers.length === 1 ? saidBy(numbers[0]) : [];
  return [
    heading(titleOf(numbers), numbers.length > 1 ? plural(numbers.length, "statement") : null),
    numbers.map((i) => statementCard(i)),
    section("Where it is said", inner.map((i) => statementCard(i))),
  ];
}

/** What some statements have in common: their sentence, that they agree or not, their subject. */
function titleOf(numbers) {
  if (numbers.length === 1) return "Statement";
  const claims = numbers.map((i) => DATA.claims[i]);
  const [first] = claims;
  const alike = (read) => claims.every((claim) => read(claim) === read(first));
  if (alike((claim) => claim.article) && placesOf(first).some((place) => claims.every((claim) => placesOf(claim).some(({ at }) => at[0] < place.at[1] && place.at[0] < at[1])))) return "What this sentence states";
  const remark = remarksOn(numbers[0]).find(([, same]) => same.length === numbers.length && numbers.every((i) => same.includes(i)));
  if (remark) return remark[0][0].toUpperCase() + remark[0].slice(1);
  return first.s.e !== undefined && alike((claim) => claim.s.e) ? DATA.entities[first.s.e].label : "Statements";
}

/** Statements whose object is statement number `i`. */
function saidBy(i) {
  return DATA.claims.map((_, n) => n).filter((n) => DATA.claims[n].o && DATA.claims[n].o.c === i);
}

// --- nothing selected ----------------------------------------------------------------------

function overview() {
  if (!DATA.claims.length) return [element("h2", { text: "Nothing is stated" }), element("p", { class: "lead", text: `No statement was found in ${DATA.articles.length === 1 ? "this article; its text is in the Article view" : "these articles"}.` })];
  return [
    element("h2", { text: DATA.articles.length === 1 ? "What the article says" : "What the articles say" }),
    element("p", { class: "sub", text: `${plural(DATA.claims.length, "statement")} about ${plural(DATA.claims.length ? Object.keys(DATA.entities).length : 0, "name or thing", "names and things")}` }),
    element("p", { class: "lead", text: "Select a name or a line to read the sentences behind it." }),
    leftOut(),
    agreement(),
    ...section("Most is said about", ranked(about, 8)),
    ...section("Who says so", [ranked(saying, 8), otherSources()].flat().filter(Boolean)),
    ...timeline(),
  ];
}

/** While filters single statements out: those statements. */
function whatIsShown() {
  const numbers = [...shownSet()];
  return [
    element("h2", { text: plural(numbers.length, "statement") }),
    element("p", { class: "sub", text: `of ${DATA.claims.length}, as the filters have it` }),
    namesOfType(STATE.only.type),
    inPortions(inTime(numbers), (i) => statementCard(i, numbers.length >= FOLDED_FROM), 40),
  ];
}

/** All entities of the type that is singled out, those that most is said about first. */
function namesOfType(type) {
  const keys = Object.keys(DATA.entities).filter((key) => DATA.entities[key].type === type);
  if (!keys.length) return null;
  const counts = new Map(keys.map((key) => [key, claimsOf(key).length]));
  keys.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  const { label, plural: many } = DATA.types[type];
  const row = (key) => element("li", {}, [symbol(type), entityButton(key), element("span", { class: "count", text: counts.get(key) })]);
  return [section(plural(keys.length, label, many), [element("ul", { class: "rows" }, inPortions(keys, row, 12))]), element("h3", { text: "What is said of them" })];
}

/** How much of it several agree on or dispute, with the way there. */
function agreement() {
  const counts = [[disputed().length, "disputed"], [agreed().length, "said alike by several"]].filter(([n]) => n);
  if (!counts.length) return null;
  const open = () => change({ view: "claims" });
  return element("p", { class: "sub" }, [element("button", { type: "button", class: "link", text: counts.map(([n, what]) => `${n} ${what}`).join(", "), on: { click: open } })]);
}

/** What the picture leaves out at first, in words. */
function leftOut() {
  const [minor, late] = [3, 4].map((tier) => DATA.nodes.filter((node) => node.tier === tier).length);
  if (!minor) return null;
  const further = late ? ` ${late} more appear when you select a neighbour or narrow the filters.` : "";
  return element("p", { class: "sub", text: `${plural(minor, "minor one is", "minor ones are")} not drawn until you press ${late ? "Top" : "All"} or select a neighbour.${further}` });
}

function about(key) {
  const parts = PARTS.get(key);
  return DATA.entities[key].named ? parts.subject.length + parts.object.length : 0;
}

/** How much a person or body says; documents and other things that "say" something are told apart. */
function saying(key) {
  return AGENTS.has(DATA.entities[key].type) ? PARTS.get(key).said.length : 0;
}

function otherSources() {
  const rows = Object.keys(DATA.entities).filter((key) => !AGENTS.has(DATA.entities[key].type) && PARTS.get(key).said.length);
  if (!rows.length) return null;
  rows.sort((a, b) => PARTS.get(b).said.length - PARTS.get(a).said.length || (a < b ? -1 : 1));
  const item = (key) => element("li", {}, [symbol(DATA.entities[key].type), entityButton(key), element("span", { class: "count", text: PARTS.get(key).said.length })]);
  return element("details", { class: "more" }, [element("summary", { text: plural(rows.length, "document or other source", "documents and other sources") }), element("ul", { class: "rows" }, inPortions(rows, item, 20))]);
}

function ranked(count, limit) {
  const rows = Object.keys(DATA.entities).map((key) => [count(key), key]).filter(([n]) => n > 0);
  rows.sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1));
  if (!rows.length) return [];
  return [element("ul", { class: "rows" }, rows.slice(0, limit).map(([n, key]) => element("li", {}, [symbol(DATA.entities[key].type), entityButton(key), element("span", { class: "count", text: n })])))];
}

/** Dated statements in the order of time; the others are counted, never dropped. */
function timeline() {
  const dated = inTime(DATA.claims.map((_, i) => i).filter((i) => dayOf(DATA.claims[i])));
  if (!dated.length) return [];
  const row = (same) => element("li", {}, [
    element("span", { class: "date", text: DATA.claims[same[0]].when }),
    element("button", { type: "button", on: { click: () => select(same.length > 1 ? { claims: same } : { claim: same[0] }) } }, [isolated(short(wordsOf(DATA.claims[same[0]]), 160))]),
  ]);
  return [
    element("h3", { text: "What happened when" }),
    element("ol", { class: "rows" }, inPortions(alike(dated), row, 60)),
    element("p", { class: "sub more", text: `${plural(DATA.claims.length - dated.length, "statement has", "statements have")} no date.` }),
  ];
}
