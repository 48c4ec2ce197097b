// Finding: names first, then statements whose words or sentence hold what was typed.

const SEARCH = document.getElementById("search");
const RESULTS = document.getElementById("results");
const FOUND = { rows: [], at: -1 };

const FILLERS = new Set("a an and are as at be by did do does for from has have how in is it its of on or s that the their this to was were what when where which who whom whose why will with".split(" "));

/** Entities and statements that hold all that was typed, or else most of its words, the best first. */
function find(typed, limit = 14) {
  const words = plainText(typed).replace(/[?!,;:"]/g, " ").split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  if (!words.length) return [];
  const found = findAll(words);
  const meant = found.length || !telling.length || telling.length === words.length ? found : findAll(telling);
  const rows = meant.length || telling.length < 2 ? meant : findMost(telling);
  return rows.sort((a, b) => b.score - a.score || (a.claim ?? 0) - (b.claim ?? 0)).slice(0, limit);
}

function findAll(words) {
  const rows = [];
  for (const [key, entity] of Object.entries(DATA.entities)) {
    const score = nameScore([entity.label, ...entity.aliases], words);
    if (score) rows.push({ entity: key, score: score + (entity.named ? 2 : 0) + Math.min(claimsOf(key).length, 40) / 50 });
  }
  DATA.claims.forEach((claim, i) => {
    const [english, sentence] = searchable(i);
    const inWords = words.every((word) => english.includes(word));
    if (inWords || words.every((word) => sentence.includes(word))) rows.push({ claim: i, score: inWords ? 0.5 : 0.2 });
  });
  return rows;
}

/** Statements that hold at least half of some words: people type questions. */
function findMost(words) {
  const count = (text) => words.filter((word) => text.includes(word)).length;
  const rows = DATA.claims.map((_, i) => ({ claim: i, score: count(searchable(i)[0]) + count(searchable(i)[1]) / 10 }));
  return rows.filter(({ score }) => score >= words.length / 2);
}

const SEARCHABLE = [];

/** What statement `i` says and its sentence, plain; kept, because each letter typed asks for all. */
function searchable(i) {
  SEARCHABLE[i] = SEARCHABLE[i] || [plainText(englishOf(DATA.claims[i])), plainText(sentenceOf(DATA.claims[i]))];
  return SEARCHABLE[i];
}

function plainText(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f\u2068\u2069]/g, "").toLowerCase();
}

function holds(text, words) {
  const plain = plainText(text);
  return words.every((word) => plain.includes(word));
}

function nameScore(names, words) {
  const scores = names.map((name) => {
    if (!holds(name, words)) return 0;
    const plain = plainText(name);
    return plain === words.join(" ") ? 5 : plain.startsWith(words[0]) ? 3 : 1.5;
  });
  return Math.max(...scores);
}

function startSearch() {
  SEARCH.addEventListener("input", showResults);
  SEARCH.addEventListener("focus", showResults);
  SEARCH.addEventListener("blur", () => setTimeout(hideResults, 150));
  SEARCH.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveTo(FOUND.at + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.key === "Enter" && FOUND.rows.length) choose(FOUND.rows[Math.max(FOUND.at, 0)]);
    else if (event.key === "Escape") leaveSearch();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function leaveSearch() {
  SEARCH.value = "";
  hideResults();
  SEARCH.blur();
}

function showResults() {
  const typed = SEARCH.value.trim();
  FOUND.rows = find(typed);
  FOUND.at = -1;
  RESULTS.hidden = !typed;
  SEARCH.setAttribute("aria-expanded", String(!RESULTS.hidden));
  SEARCH.removeAttribute("aria-activedescendant");
  if (typed && !FOUND.rows.length) fill(RESULTS, [element("li", { class: "none", role: "option", "aria-selected": "false", "aria-disabled": "true", text: "Nothing found" })]);
  else fill(RESULTS, FOUND.rows.map(resultRow));
}

function resultRow(row, i) {
  const press = { mousedown: (event) => { event.preventDefault(); choose(row); } };
  const attributes = { role: "option", id: `result-${i}`, "aria-selected": "false", on: press };
  if (row.entity !== undefined) {
    const entity = DATA.entities[row.entity];
    return element("li", attributes, [symbol(entity.type), isolated(short(entity.label, 70)), element("small", { text: plural(claimsOf(row.entity).length, "statement") })]);
  }
  return element("li", attributes, [stroke(DATA.claims[row.claim].kind), isolated(short(englishOf(DATA.claims[row.claim]), 130))]);
}

function moveTo(position) {
  const rows = [...RESULTS.querySelectorAll("li[id]")];
  if (!rows.length) return;
  FOUND.at = (position + rows.length) % rows.length;
  rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === FOUND.at)));
  rows[FOUND.at].scrollIntoView({ block: "nearest" });
  SEARCH.setAttribute("aria-activedescendant", rows[FOUND.at].id);
}

function choose(row) {
  leaveSearch();
  select(row.entity !== undefined ? { entity: row.entity } : { claim: row.claim });
  if (row.entity !== undefined) reveal(row.entity);
}

function hideResults() {
  RESULTS.hidden = true;
  SEARCH.setAttribute("aria-expanded", "false");
}
