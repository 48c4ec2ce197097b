// What is shown and selected. One object, changed only by `change`, mirrored in the address.

const DEEPEST = 3; // more steps from an entity reach nearly everything

/** The article itself as a speaker. */
const NOBODY = "-";
const EVERYTHING = Object.freeze({ kind: null, type: null, by: null, relation: null, support: null, sure: 0, since: null, until: null, article: null, outlet: null, day: null });

const STATE = {
  view: "graph",
  selected: null, // {entity: key} | {edge: id} | {claim: number} | {claims: [numbers]} | {path: [key, key]}
  level: 2,
  around: null, // {key, depth}: only this entity and those so many steps from it are drawn
  expanded: new Set(), // entities all of whose neighbours stay drawn
  collapsed: new Set(), // entities whose neighbours without another connection are left out
  article: 0,
  order: "relation", // of an entity's statements: by "relation" or by "time"
  sort: { column: null, down: false }, // of the table's rows
  rows: "", // words that the table's rows must hold
  hiddenKinds: new Set(),
  hiddenTypes: new Set(),
  only: EVERYTHING, // what filters single out
  choosing: false, // whether their choices are open
  theme: null,
};
const LISTENERS = [];

/** Call `listener(what)` after each change, `what` naming the parts of the state that changed. */
function onChange(listener) {
  LISTENERS.push(listener);
}

/** Change some parts of the state. The browser's Back undoes it, unless it is one of a run of small changes. */
function change(parts, step = true) {
  Object.assign(STATE, parts);
  const what = new Set(Object.keys(parts));
  for (const listener of LISTENERS) listener(what);
  writeAddress(step);
}

function select(selected) {
  change({ selected });
}

function dark() {
  if (STATE.theme) return STATE.theme === "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

function toggled(set, name) {
  const copy = new Set(set);
  if (!copy.delete(name)) copy.add(name);
  return copy;
}

/** The state as the part of the address after the hash sign. */
function addressOf(state) {
  const parts = new URLSearchParams();
  if (state.view !== "graph") parts.set("view", state.view);
  if (state.level !== 2) parts.set("level", String(state.level));
  if (state.article) parts.set("article", String(state.article));
  if (state.hiddenKinds.size) parts.set("without", [...state.hiddenKinds].sort().join("."));
  if (state.hiddenTypes.size) parts.set("no", [...state.hiddenTypes].sort().join("."));
  for (const name of Object.keys(EVERYTHING)) if (state.only[name] !== EVERYTHING[name]) parts.set(`only-${name}`, String(state.only[name]));
  if (state.order !== "relation") parts.set("order", state.order);
  if (state.sort.column !== null) parts.set("sort", (state.sort.down ? "-" : "") + COLUMNS[state.sort.column].name);
  if (state.rows) parts.set("rows", state.rows);
  if (state.theme) parts.set("theme", state.theme);
  if (state.around) {
    parts.set("around", state.around.key);
    parts.set("depth", String(state.around.depth));
  }
  for (const name of ["expanded", "collapsed"]) for (const key of [...state[name]].sort()) parts.append(name, key);
  addSelected(parts, state.selected);
  return parts.toString();
}

function addSelected(parts, selected) {
  if (selected && selected.entity !== undefined) parts.set("entity", selected.entity);
  if (selected && selected.edge !== undefined) {
    const edge = EDGES.get(selected.edge);
    parts.set("from", edge.from);
    parts.set("to", edge.to);
  }
  if (selected && selected.claim !== undefined) parts.set("claim", DATA.claims[selected.claim].key);
  for (const i of selected?.claims || []) parts.append("claims", DATA.claims[i].key);
  for (const key of selected?.path || []) parts.append("path", key);
}

/** The parts of the state that an address names; what the page does not know is left out. */
function readAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const known = (name, allowed) => new Set((parts.get(name) || "").split(".").filter((x) => Object.hasOwn(allowed, x)));
  const state = { selected: selectedFrom(parts), view: "graph", level: 2, article: 0, order: "relation", theme: null };
  if (["claims", "timeline", "article", "table"].includes(parts.get("view"))) state.view = parts.get("view");
  if (["1", "3"].includes(parts.get("level"))) state.level = Number(parts.get("level"));
  if (DATA.articles[Number(parts.get("article"))]) state.article = Number(parts.get("article"));
  if (parts.get("order") === "time") state.order = "time";
  if (["light", "dark"].includes(parts.get("theme"))) state.theme = parts.get("theme");
  state.only = onlyFrom((name) => parts.get(`only-${name}`));
  state.hiddenKinds = known("without", DATA.kinds);
  state.hiddenTypes = known("no", DATA.types);
  state.around = NODES.has(parts.get("around")) ? { key: parts.get("around"), depth: Math.min(DEEPEST, Math.max(1, Math.floor(Number(parts.get("depth"))) || 1)) } : null;
  for (const name of ["expanded", "collapsed"]) state[name] = new Set(parts.getAll(name).filter((key) => NODES.has(key)));
  state.sort = sortFrom(parts.get("sort") || "");
  state.rows = (parts.get("rows") || "").slice(0, 200);
  return state;
}

function selectedFrom(parts) {
  const edge = DATA.edges.find((e) => e.from === parts.get("from") && e.to === parts.get("to"));
  const claims = [...new Set(parts.getAll("claims"))].filter((key) => CLAIM_BY_KEY.has(key)).map((key) => CLAIM_BY_KEY.get(key));
  const path = parts.getAll("path").filter((key) => NODES.has(key));
  if (Object.hasOwn(DATA.entities, parts.get("entity") || "")) return { entity: parts.get("entity") };
  if (edge) return { edge: edge.id };
  if (CLAIM_BY_KEY.has(parts.get("claim"))) return { claim: CLAIM_BY_KEY.get(parts.get("claim")) };
  if (path.length === 2 && path[0] !== path[1]) return { path };
  return claims.length ? { claims } : null;
}

function sortFrom(text) {
  const column = COLUMNS.findIndex(({ name }) => name === text.replace(/^-/, ""));
  return column < 0 ? { column: null, down: false } : { column, down: text.startsWith("-") };
}

/** The choices that an address names, as far as there is something that they single out. */
function onlyFrom(read) {
  const has = (name, test) => (read(name) !== null && test(read(name)) ? read(name) : null);
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  const found = {
    kind: has("kind", (name) => Object.hasOwn(DATA.kinds, name)),
    type: has("type", (name) => Object.hasOwn(DATA.types, name)),
    by: has("by", (key) => key === NOBODY || Object.hasOwn(DATA.entities, key)),
    support: has("support", (name) => name === "disputed" || /^[2-9]$/.test(name)),
    relation: has("relation", (name) => DATA.claims.some((claim) => claim.relation === name)),
    sure: Number(has("sure", (text) => Number(text) > 0 && Number(text) <= 1) || 0),
    since: has("since", isDay),
    until: has("until", isDay),
    article: has("article", (text) => /^\d+$/.test(text) && Number(text) < DATA.articles.length),
    outlet: has("outlet", (name) => DATA.articles.some((article) => article.source === name)),
    day: has("day", (day) => DATA.articles.some((article) => article.published === day)),
  };
  if (found.article !== null) found.article = Number(found.article);
  return Object.entries(found).every(([name, value]) => value === EVERYTHING[name]) ? EVERYTHING : found;
}

function writeAddress(step) {
  if (location.protocol === "about:") return; // inside a notebook's frame, which has no address of its own
  const address = "#" + addressOf(STATE);
  if (address === (location.hash || "#")) return;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
