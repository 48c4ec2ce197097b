// The data of the page and its indexes. Read once, never changed.

const DATA = JSON.parse(document.getElementById("data").textContent);

const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const EDGES = new Map(DATA.edges.map((edge) => [edge.id, edge]));
const CLAIM_BY_KEY = new Map(DATA.claims.map((claim, i) => [claim.key, i]));
const MODALITY_WORDS = {
  asserted: "", planned: "planned", hoped: "hoped", possible: "possible", required: "required",
  conditional: "conditional", asked: "asked", denied: "denied",
};

/** For each entity: the statements in which it is subject, object, further participant or speaker. */
const PARTS = new Map(Object.keys(DATA.entities).map((key) => [key, { subject: [], object: [], other: [], said: [] }]));
DATA.claims.forEach((claim, i) => {
  const add = (key, part) => {
    const list = PARTS.get(key)[part];
    if (list[list.length - 1] !== i) list.push(i);
  };
  if (claim.s.e !== undefined) add(claim.s.e, "subject");
  if (claim.o && claim.o.e !== undefined && claim.o.e !== claim.s.e) add(claim.o.e, "object");
  for (const key of claim.also) if (key !== claim.s.e && key !== claim.o?.e) add(key, "other");
  for (const key of claim.by) add(key, "said");
});

const EDGES_OF = new Map([...NODES.keys()].map((key) => [key, []]));
for (const edge of DATA.edges) {
  EDGES_OF.get(edge.from).push(edge);
  EDGES_OF.get(edge.to).push(edge);
}

/** Statement numbers of an entity, each once, in the order of the text. */
function claimsOf(key) {
  const parts = PARTS.get(key);
  return [...new Set([...parts.subject, ...parts.object, ...parts.other, ...parts.said])].sort((a, b) => a - b);
}

function labelOf(node) {
  if (!node) return "";
  return node.e !== undefined ? DATA.entities[node.e].label : node.v;
}

function sentenceOf(claim) {
  return DATA.articles[claim.article].text.slice(claim.at[0], claim.at[1]);
}

/** Every sentence that states it, the first one first: `at` and `marks` of each. */
function placesOf(claim) {
  return [claim, ...(claim.more || [])];
}

/** A name inside other words: one that is written from right to left is kept from turning them round. */
function kept(text) {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

/** A statement without speaker and time, as one string. */
function wordsOf(claim) {
  const name = (node) => kept(labelOf(node));
  return [name(claim.s), claim.verb, name(claim.o), ...claim.q.flatMap((q) => [q.lead, name(q.o)])].filter(Boolean).join(" ");
}

/** Statement, speaker and time: "A notified B · according to B, via C · by 2 July 2025". */
function englishOf(claim) {
  const [first, ...others] = claim.by.map((key) => kept(DATA.entities[key].label));
  const by = first === undefined ? "" : `according to ${first}` + (others.length ? `, via ${others.join(", ")}` : "");
  return [wordsOf(claim), by, claim.when].filter(Boolean).join(" · ");
}

/** The day by which a statement is put in order: when it begins, or else when it ends; null for none. */
function dayOf(claim) {
  return claim.from || claim.to;
}

/** Statement numbers in the order of time, those without a date last, in the order of the text. */
function inTime(numbers) {
  const day = (i) => dayOf(DATA.claims[i]) || "9999-99";
  return [...numbers].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a - b));
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "16 July 2025" from "2025-07-16". */
function longDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "47 articles of 12 outlets, 2004–2025". */
function manySources() {
  const outlets = [...new Set(DATA.articles.map((a) => a.source).filter(Boolean))];
  const years = DATA.articles.map((a) => a.published && a.published.slice(0, 4)).filter(Boolean).sort();
  const from = outlets.length === 0 ? "" : outlets.length < 4 ? ` of ${outlets.map(kept).join(", ")}` : ` of ${outlets.length} outlets`;
  const when = years.length ? `, ${[...new Set([years[0], years[years.length - 1]])].join("–")}` : "";
  return `${plural(DATA.articles.length, "article")}${from}${when}`;
}

function sourceLine(article) {
  return [kept(article.source || ""), article.authors.map(kept).join(", "), article.published && longDate(article.published)].filter(Boolean).join(" · ");
}
