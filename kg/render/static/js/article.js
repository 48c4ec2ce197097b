// The article as it was written, with every sentence that states something leading to its statements.

const ARTICLE = document.getElementById("view-article");

function updateArticle() {
  if (STATE.view !== "article") return;
  const article = DATA.articles[STATE.article];
  if (!article) return fill(ARTICLE, [element("p", { class: "note", text: "There is no article." })]);
  fill(ARTICLE, [element("div", { class: "reading" }, [
    chooser(),
    titled(article) ? null : element("h2", { dir: "auto" }, [article.title]),
    element("p", { class: "byline" }, [sourceLine(article), article.url && [" · ", element("a", { href: article.url, rel: "noopener noreferrer", target: "_blank", text: "original" })]]),
    element("p", { class: "guide", text: "Select a sentence to see what it states, or an underlined name to see all that is said of it." }),
    blocksOf(article).map(([start, end, kind]) => element("p", { class: kind, dir: "auto", ...(kind === "headline" && titled(article) ? { role: "heading", "aria-level": 2 } : {}) }, pieces(STATE.article, start, end))),
  ])]);
  return undefined;
}

/** Whether the text itself begins with the headline: then it need not stand above it. */
function titled(article) {
  const [first] = blocksOf(article);
  return Boolean(first) && first[2] === "headline" && article.text.slice(first[0], first[1]).trim() === article.title.trim();
}

function chooser() {
  if (DATA.articles.length < 2) return null;
  const options = DATA.articles.map((article, i) => element("option", { value: i, selected: i === STATE.article, text: short(article.title, 120) }));
  return element("p", {}, [element("select", { "aria-label": "Article", on: { change: (event) => change({ article: Number(event.target.value) }) } }, options)]);
}

/** The blocks of an article, or its paragraphs where it has none. */
function blocksOf(article) {
  if (article.blocks.length) return article.blocks;
  return [...article.text.matchAll(/[^\n]+/g)].map((m) => [m.index, m.index + m[0].length, "paragraph"]);
}

/** Text of a block cut where sentences and mentions begin and end. */
function pieces(number, start, end) {
  const text = DATA.articles[number].text;
  const sentences = sentencesOf(number).filter((s) => s.start < end && s.end > start);
  const made = [];
  let at = start;
  for (const sentence of sentences) {
    const [from, to] = [Math.max(sentence.start, at), Math.min(sentence.end, end)];
    if (to <= from) continue;
    made.push(text.slice(at, from), evidence(text, sentence, from, to));
    at = to;
  }
  made.push(text.slice(at, end));
  return made;
}

const SENTENCES = new Map();

/** Sentences of an article that state something, in order and without overlap. */
function sentencesOf(number) {
  if (!SENTENCES.has(number)) SENTENCES.set(number, gatherSentences(number));
  return SENTENCES.get(number);
}

function gatherSentences(number) {
  const merged = [];
  const numbers = DATA.claims.map((_, i) => i).filter((i) => DATA.claims[i].article === number);
  const places = numbers.flatMap((i) => placesOf(DATA.claims[i]).map(({ at: [start, end] }) => ({ i, start, end })));
  places.sort((a, b) => a.start - b.start || a.end - b.end || a.i - b.i);
  for (const { i, start, end } of places) {
    const last = merged[merged.length - 1];
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.claims.push(i);
    } else merged.push({ start, end, claims: [i] });
  }
  return merged;
}

function evidence(text, sentence, from, to) {
  const selected = new Set(selectedClaims());
  const current = sentence.claims.some((i) => selected.has(i));
  const open = (event) => {
    const key = event.target.closest("[data-entity]")?.dataset.entity;
    select(key !== undefined ? { entity: key } : { claims: sentence.claims });
  };
  const attributes = {
    class: current ? "evidence current" : "evidence", tabindex: "0", role: "button",
    on: { click: open, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(event); } } },
  };
  const only = selected.size === 1 ? [...selected].find((i) => sentence.claims.includes(i)) : undefined;
  const place = only !== undefined && placesOf(DATA.claims[only]).find(({ at }) => at[0] >= from && at[1] <= to);
  if (place) {
    return element("span", attributes, [mentions(text, sentence, from, place.at[0]), quoteOf(DATA.claims[only], place), mentions(text, sentence, place.at[1], to)]);
  }
  return element("span", attributes, mentions(text, sentence, from, to));
}

/** A stretch of a sentence with the names of its subjects and objects underlined. */
function mentions(text, sentence, from, to) {
  const found = new Map();
  for (const claim of sentence.claims.map((i) => DATA.claims[i])) {
    for (const [node, [start, end]] of placesOf(claim).flatMap(({ marks }) => [[claim.s, marks[0]], [claim.o, marks[2]]])) {
      if (node && node.e !== undefined && end > start && start >= from && end <= to) found.set(start + "-" + end, { start, end, key: node.e });
    }
  }
  const sorted = [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts = [];
  let at = from;
  for (const { start, end, key } of sorted) {
    if (start < at) continue;
    parts.push(text.slice(at, start), element("span", { class: key === currentNode() ? "mention current" : "mention", "data-entity": key, text: text.slice(start, end) }));
    at = end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

/** Scroll to the sentence that states what is selected; to the one after `number` others where several do. */
function showSelectedSentence(number = 0) {
  const found = [...ARTICLE.querySelectorAll(".evidence.current")];
  const sentence = found[Math.min(number, found.length - 1)] || ARTICLE.querySelector(".mention.current");
  sentence?.scrollIntoView({ block: "center" });
}
