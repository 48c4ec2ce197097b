// The card of an entity: its names, posts and links, and its statements by relation or over time.

function entityCard(key) {
  const entity = DATA.entities[key];
  const total = claimsOf(key).length;
  return [
    heading([symbol(entity.type), isolated(entity.label)], [typeLine(entity), ` · ${plural(total, "statement")}`]),
    profile(key),
    drawing(key, total),
    total > 1 && !folds(key) && arrangement(),
    total >= FOLDED_FROM && unfoldAll(),
    STATE.order === "time" ? overTime(claimsOf(key)) : byRelation(key, total),
    total === 0 && element("p", { class: "lead", text: "The article mentions it and states nothing about it." }),
  ];
}

/** What is drawn around it and the way to others: at hand on a wide screen, folded on a phone. */
function drawing(key, total) {
  if (!NODES.has(key)) return null;
  drawing.open = drawing.open ?? !narrow();
  const keep = (event) => { drawing.open = event.target.open; };
  return element("details", { class: "drawing", open: drawing.open, on: { toggle: keep } }, [
    element("summary", { text: folds(key) ? "Draw, connect, put in order" : "Draw and connect" }), surroundings(key), connector(key), total > 1 && folds(key) && arrangement(),
  ]);
}

/** On a phone the order of the statements is chosen among the folded controls: the statements come first. */
function folds(key) {
  return narrow() && NODES.has(key);
}

function typeLine(entity) {
  return [DATA.types[entity.type].label, ...entity.types.filter((t) => DATA.types[t]).map((t) => DATA.types[t].label)].join(", ");
}

/** Other names, posts held, who holds posts there, and the same entity elsewhere. */
function profile(key) {
  const entity = DATA.entities[key];
  const aliases = entity.aliases.map((alias) => [isolated(short(alias, 80))]);
  const links = entity.same.map((iri) => [element("a", { href: iri, rel: "noopener noreferrer", target: "_blank", text: nameOfLink(iri) })]);
  const rows = [["Also called", aliases], ["Posts", posts(key, "s", "o")], ["People", posts(key, "o", "s")], ["Elsewhere", links]];
  const shown = rows.filter(([, items]) => items.length);
  return shown.length > 0 && element("dl", { class: "profile" }, shown.map(([title, items]) => [
    element("dt", { text: title }), items.map((item) => element("dd", {}, item)),
  ]));
}

/** Posts that statements give entity `key` as their `own` end; each post and holder once. */
function posts(key, own, other) {
  const found = new Map();
  for (const i of PARTS.get(key)[own === "s" ? "subject" : "object"]) {
    const claim = DATA.claims[i];
    if (!claim.post || claim.negative || claim.modality === "denied" || claim[own]?.e !== key || !claim[other]) continue;
    const name = `${claim.relation} ${labelOf(claim[other])}`;
    if (!found.has(name) || (claim.when && !DATA.claims[found.get(name)].when)) found.set(name, i);
  }
  return [...found.values()].map((i) => postLine(DATA.claims[i], claim => claim[other], own === "s"));
}

function postLine(claim, other, holder) {
  const place = nodePart(other(claim));
  const note = [MODALITY_WORDS[claim.modality], claim.when].filter(Boolean).join(", ");
  const line = holder ? [`${claim.relation} `, place] : [place, `, ${claim.relation.replace(/ \S+$/, "")}`];
  return [...line, note && element("span", { class: "when", text: ` · ${note}` })];
}

/** "Wikidata Q182477" from an IRI; other addresses are called by their host and last part. */
function nameOfLink(iri) {
  const [, host, rest] = /^https?:\/\/(?:www\.)?([^/]+)(.*)$/i.exec(iri) || [null, iri, ""];
  const last = rest.split(/[/#]/).filter(Boolean).pop() || "";
  const known = /(?:^|\.)(wikidata|wikipedia|dbpedia|geonames|viaf)\./i.exec(host + ".");
  const name = known ? known[1][0].toUpperCase() + known[1].slice(1).toLowerCase() : host;
  return short(`${name} ${last}`.trim(), 80);
}

function arrangement() {
  const button = ([order, text]) => element("button", { type: "button", "aria-pressed": String(STATE.order === order), text, on: { click: () => change({ order }) } });
  return element("div", { class: "segments", role: "group", "aria-label": "Order of the statements" }, [["relation", "By relation"], ["time", "Over time"]].map(button));
}

function unfoldAll() {
  const press = () => PANEL.querySelectorAll('.unfold[aria-expanded="false"]').forEach((button) => button.click());
  return element("p", { class: "lead screen" }, [element("button", { type: "button", class: "link", text: "Show all sentences", on: { click: press } })]);
}

// --- its statements ------------------------------------------------------------------------

const CARDS_AT_ONCE = 80; // a longer list goes on at a press, so that a busy name opens at once

function byRelation(key, total) {
  const parts = PARTS.get(key);
  const name = kept(short(DATA.entities[key].label, 40));
  const about = new Set([...parts.subject, ...parts.object, ...parts.other]);
  return [
    groups(`What ${name} does or is`, parts.subject, total),
    groups(`What is done to or said of ${name}`, parts.object, total),
    groups("Also takes part in", parts.other, total),
    groups(`Said by ${name}`, parts.said.filter((i) => !about.has(i)), total),
  ];
}

/** Statements under a heading, those of one relation together; those that the filters hide are counted. */
function groups(title, numbers, total) {
  if (!numbers.length) return [];
  const shown = shownClaims(numbers);
  const hidden = numbers.length - shown.length;
  const repeated = relationsOf(shown).filter(([, list]) => list.length > 1 && list.length < shown.length);
  const single = shown.filter((i) => !repeated.some(([, list]) => list.includes(i)));
  const card = (i) => statementCard(i, total >= FOLDED_FROM);
  return [
    element("h3", { text: `${title} (${numbers.length})` }),
    repeated.map(([relation, list]) => [element("h4", { text: `${relation} (${list.length})` }), inPortions(list, card)]),
    repeated.length && single.length ? element("h4", { text: "once each" }) : null,
    inPortions(single, card),
    hidden > 0 && element("p", { class: "sub", text: `${plural(hidden, "more is", "more are")} hidden by the filters.` }),
  ];
}

/** [relation, statements in the order of time], what is said most first. */
function relationsOf(numbers) {
  const found = new Map();
  for (const i of numbers) found.set(DATA.claims[i].relation, [...(found.get(DATA.claims[i].relation) || []), i]);
  return [...found].map(([relation, list]) => [relation, inTime(list)]).sort((a, b) => b[1].length - a[1].length);
}

function overTime(numbers) {
  const shown = inTime(shownClaims(numbers));
  const dated = shown.filter((i) => dayOf(DATA.claims[i]));
  const undated = shown.filter((i) => !dayOf(DATA.claims[i]));
  const folded = shown.length >= FOLDED_FROM;
  const card = (i) => statementCard(i, folded);
  const years = [...new Set(dated.map((i) => dayOf(DATA.claims[i]).slice(0, 4)))];
  return [
    years.map((year) => [element("h3", { text: String(Number(year)) }), inPortions(dated.filter((i) => dayOf(DATA.claims[i]).startsWith(year)), card)]),
    undated.length > 0 && [element("h3", { text: `No date (${undated.length})` }), inPortions(undated, card)],
  ];
}

/** The first of `items` made into elements, and a button that brings the next ones. */
function inPortions(items, make, portion = CARDS_AT_ONCE) {
  const first = items.slice(0, portion).map((item) => make(item));
  if (items.length <= portion) return first;
  const next = (event) => {
    const more = inPortions(items.slice(portion), make, portion);
    event.target.closest(".portion").replaceWith(...more);
    more[0].querySelector("button")?.focus();
  };
  const left = items.length - portion;
  return [...first, element("p", { class: "portion more" }, [element("button", { type: "button", class: "link", text: `Show ${Math.min(left, portion)} of ${left} more`, on: { click: next } })])];
}
