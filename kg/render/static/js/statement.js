// One statement as a person reads it: plain English, who says so, when, and the quoted sentence.

/** A card for statement number `i`; a `folded` one shows its sentence on demand. */
function statementCard(i, folded = false) {
  const claim = DATA.claims[i];
  const proof = element("div", { class: "proof", hidden: folded }, [
    evidenceOf(i, claim, 0),
    again(i),
  ]);
  return element("article", { class: `statement kind-${claim.kind}`, "data-claim": i }, [
    element("p", { class: "line" }, lineOf(claim)),
    element("p", { class: "meta" }, [metaOf(i), folded && element("span", { class: "screen" }, [" · ", unfolder(proof)])]),
    proof,
  ]);
}

/** The sentence at the given place of a statement, and the way to it. */
function evidenceOf(i, place, number) {
  return [element("blockquote", { dir: "auto" }, quoteOf(DATA.claims[i], place)), element("p", { class: "where" }, whereOf(i, number))];
}

/** The further sentences of the article that state the same. */
function again(i) {
  const places = placesOf(DATA.claims[i]).slice(1);
  if (!places.length) return null;
  return element("details", { class: "again" }, [
    element("summary", { text: `stated again in ${plural(places.length, "sentence")}` }), places.map((place, n) => evidenceOf(i, place, n + 1)),
  ]);
}

function unfolder(proof) {
  const press = () => {
    proof.hidden = !proof.hidden;
    button.setAttribute("aria-expanded", String(!proof.hidden));
  };
  const button = element("button", { type: "button", class: "unfold", "aria-expanded": "false", text: "sentence", on: { click: press } });
  return button;
}

/** The statement in words: names are buttons that select their entity. */
function lineOf(claim) {
  const parts = [nodePart(claim.s), " ", claim.verb];
  if (claim.o) parts.push(claim.o.c !== undefined ? ": " : " ", nodePart(claim.o));
  for (const q of claim.q) parts.push(` ${q.lead} `.replace("  ", " "), nodePart(q.o));
  return parts;
}

function nodePart(node) {
  if (node.e !== undefined) return entityButton(node.e, "name");
  if (node.c === undefined) return element("span", { class: "name" }, [isolated(node.v)]);
  if (node.c === null) return element("span", { class: "said" }, [isolated(node.v)]);
  return element("button", { type: "button", class: "said", on: { click: () => select({ claim: node.c }) } }, [isolated(wordsOf(DATA.claims[node.c]))]);
}

function entityButton(key, style = "") {
  return element("button", { type: "button", class: style, on: { click: () => select({ entity: key }) } }, [isolated(DATA.entities[key].label)]);
}

/** Kind, speakers, time and amount in one line. */
function metaOf(i) {
  const claim = DATA.claims[i];
  const parts = [element("span", { class: "badge", title: DATA.kinds[claim.kind].explanation, text: badgeOf(claim) })];
  claim.by.forEach((key, n) => parts.push(n === 0 ? " · according to " : n === 1 ? ", via " : ", ", entityButton(key)));
  if (claim.when) parts.push(" · ", dateOf(i));
  if (claim.amount && claim.amount !== labelOf(claim.o)) parts.push(" · ", claim.amount);
  for (const [text, numbers] of remarksOn(i)) {
    const open = () => select({ claims: numbers });
    parts.push(" · ", element("button", { type: "button", class: text === "disputed" ? "disputed" : "", text, on: { click: open } }));
  }
  if (claim.confidence < 0.5) parts.push(" · ", element("span", { title: `confidence ${Math.round(claim.confidence * 100)} %`, text: "uncertain reading" }));
  return parts;
}

/** When it holds, leading to what else happened then. */
function dateOf(i) {
  const { when } = DATA.claims[i];
  if (!dayOf(DATA.claims[i]) || !shownSet().has(i)) return element("span", { class: "when", text: when });
  const open = () => {
    change({ view: "timeline", selected: { claim: i } });
    showOnTimeline(i);
  };
  return element("button", { type: "button", class: "when", "aria-label": `${when}: show on the timeline`, text: when, on: { click: open } });
}

/** "stated as fact", "claim", "not so", "planned, not done": what to make of a statement. */
function badgeOf(claim) {
  if (claim.modality === "denied") return "denied";
  const modality = MODALITY_WORDS[claim.modality];
  if (claim.negative) return modality ? `negated · ${modality}` : "negated";
  if (claim.kind === "planned") return "planned, not done yet";
  return modality || (claim.kind === "claim" ? "claim" : "stated as fact");
}

/** A sentence that states it, the first by default, with the words for subject, predicate and object marked. */
function quoteOf(claim, place = claim) {
  const text = DATA.articles[claim.article].text;
  const marks = place.marks
    .map(([start, end], n) => ({ start: Math.max(start, place.at[0]), end: Math.min(end, place.at[1]), role: ["subject", "predicate", "object"][n] }))
    .filter((m) => m.end > m.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const parts = [];
  let at = place.at[0];
  for (const m of marks) {
    const start = Math.max(m.start, at);
    if (m.end <= start) continue;
    parts.push(text.slice(at, start), element("mark", { class: m.role, title: m.role, text: text.slice(start, m.end) }));
    at = m.end;
  }
  parts.push(text.slice(at, place.at[1]));
  return parts;
}

function whereOf(i, number) {
  const claim = DATA.claims[i];
  const article = DATA.articles[claim.article];
  const jump = () => {
    change({ selected: { claim: i }, view: "article", article: claim.article });
    showSelectedSentence(number);
  };
  const source = [kept(article.source || ""), article.published && longDate(article.published)].filter(Boolean).join(", ");
  return [element("button", { type: "button", class: "link", text: "Show in the article", on: { click: jump } }), source && [element("span", { class: "screen", text: "·" }), element("span", { text: source })]];
}
