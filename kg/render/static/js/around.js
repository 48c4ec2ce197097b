// The neighbourhood of an entity: drawn alone, drawn in full, or folded away. Nothing ever moves.

const AROUND_AT_MOST = 400; // more cannot be told apart

/** Entities at most `depth` steps from `key`, the nearest first, whichever way the lines point. */
function within(key, depth) {
  const found = new Set([key]);
  let edge = [key];
  for (let step = 0; step < depth; step++) {
    edge = edge.flatMap((at) => neighboursOf(at)).filter((next) => !found.has(next));
    for (const next of edge) if (found.size < AROUND_AT_MOST) found.add(next);
  }
  return found;
}

/** Neighbours of `key` that nothing else connects. */
function leavesOf(key) {
  const ends = (at) => new Set(EDGES_OF.get(at).flatMap((edge) => [edge.from, edge.to]).filter((end) => end !== at));
  return [...ends(key)].filter((leaf) => ends(leaf).size === 1);
}

/** Neighbours that stand folded into an entity, except those that are selected themselves. */
function foldedAway() {
  const found = new Set([...STATE.collapsed].flatMap(leavesOf));
  if (found.size) for (const key of selectedEnds()) found.delete(key);
  return found;
}

function selectedEnds() {
  const selected = STATE.selected;
  if (!selected) return [];
  const edge = EDGES.get(selected.edge);
  return [selected.entity, edge?.from, edge?.to, ...selectedClaims().flatMap((i) => endsOfClaim(DATA.claims[i]))];
}

function reshaped() {
  return STATE.around !== null || STATE.expanded.size > 0 || STATE.collapsed.size > 0;
}

/** Draw only `key` and what lies `depth` steps around it; 0 draws all again. */
function drawAround(key, depth) {
  change({ around: depth ? { key, depth } : null, ...(depth && STATE.view !== "graph" ? { view: "graph" } : {}) });
  fit();
}

/** Expand or collapse an entity; either ends the other. */
function spread(name, key) {
  const other = name === "expanded" ? "collapsed" : "expanded";
  change({ [name]: toggled(STATE[name], key), [other]: new Set([...STATE[other]].filter((k) => k !== key)) });
}

/** Buttons of an entity's card for what is drawn around it. */
function surroundings(key) {
  if (!NODES.has(key)) return null;
  const { around } = STATE;
  const depth = around && around.key === key ? around.depth : 0;
  const button = (text, title, pressed, press) => element("button", { type: "button", "aria-pressed": String(pressed), title, text, on: { click: () => { press(); refocus(text); } } });
  const only = [1, 2].map((n) => button(n === 1 ? "Only this" : "2 steps", `Draw only this and what lies ${plural(n, "step")} around it`, depth === n, () => drawAround(key, depth === n ? 0 : n)));
  const leaves = leavesOf(key).length;
  return element("div", { class: "segments around", role: "group", "aria-label": "What is drawn around it" }, [
    ...only,
    button("Expand", "Keep all its neighbours drawn", STATE.expanded.has(key), () => spread("expanded", key)),
    leaves > 0 && button("Collapse", `Leave out the ${plural(leaves, "neighbour")} that nothing else connects`, STATE.collapsed.has(key), () => spread("collapsed", key)),
  ]);
}

/** The card is built anew at a press: the keyboard stays on the button that was pressed. */
function refocus(text) {
  [...PANEL.querySelectorAll(".around button")].find((button) => button.textContent === text)?.focus();
}
