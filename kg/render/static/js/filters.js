// Which statements, nodes and edges the present state shows.

const REVEALED_AT_MOST = 160; // so many nodes that a filter singles out are drawn although they are minor

function claimShown(claim) {
  if (STATE.hiddenKinds.has(claim.kind)) return false;
  if ([claim.s, claim.o].some((node) => node && node.e !== undefined && STATE.hiddenTypes.has(DATA.entities[node.e].type))) return false;
  return passes(claim, STATE.only);
}

/** Whether a statement is among those that the choices in `only` single out. */
function passes(claim, only) {
  const article = DATA.articles[claim.article];
  if (only.kind !== null && claim.kind !== only.kind) return false;
  if (only.type !== null && ![...endsOfClaim(claim), ...claim.also, ...claim.by].some((key) => DATA.entities[key].type === only.type)) return false;
  if (only.by !== null && (only.by === NOBODY ? claim.by.length > 0 : !claim.by.includes(only.by))) return false;
  if (only.relation !== null && claim.relation !== only.relation) return false;
  if (claim.confidence < only.sure) return false;
  if (only.support !== null && !supported(claim, only.support)) return false;
  if (only.article !== null && claim.article !== only.article) return false;
  if (only.outlet !== null && article.source !== only.outlet) return false;
  if (only.day !== null && article.published !== only.day) return false;
  return during(claim, only.since, only.until);
}

/** Whether a statement has no date or holds at some time from `since` to `until` (either may be null). */
function during(claim, since, until) {
  if (!dayOf(claim)) return true;
  const [begin, end] = [claim.from || claim.to, claim.to || claim.from];
  return !(since && end < since) && !(until && begin > until);
}

/** Whether anything but the legend singles statements out. */
function narrowed() {
  return Object.entries(STATE.only).some(([name, value]) => value !== EVERYTHING[name]);
}

/** Statement numbers let through by all filters; worked out once for each state of them. */
function shownSet() {
  const { hiddenKinds, hiddenTypes, only } = STATE;
  const known = shownSet.last;
  if (known && known.hiddenKinds === hiddenKinds && known.hiddenTypes === hiddenTypes && known.only === only) return known.set;
  const set = new Set();
  DATA.claims.forEach((claim, i) => { if (claimShown(claim)) set.add(i); });
  shownSet.last = { hiddenKinds, hiddenTypes, only, set };
  return set;
}

function shownClaims(numbers) {
  const shown = shownSet();
  return numbers.filter((i) => shown.has(i));
}

/** Entities that the selection draws although the present level would leave them out. */
function revealed() {
  const selected = STATE.selected;
  const found = singledOut();
  for (const key of STATE.expanded) for (const near of [key, ...neighboursOf(key)]) found.add(near);
  if (!selected) return found;
  if (selected.entity !== undefined && NODES.has(selected.entity)) {
    found.add(selected.entity);
    for (const key of neighboursOf(selected.entity)) found.add(key);
  }
  if (selected.edge !== undefined) found.add(EDGES.get(selected.edge).from).add(EDGES.get(selected.edge).to);
  for (const key of [...selectedEnds(), ...(selected.path || [])]) if (NODES.has(key)) found.add(key);
  return found;
}

const NEIGHBOURS_AT_MOST = 120;

/** The neighbours of a node, the most important first and not more than can be told apart. */
function neighboursOf(key) {
  const found = [...new Set(EDGES_OF.get(key).flatMap((edge) => [edge.from, edge.to]))];
  if (found.length <= NEIGHBOURS_AT_MOST) return found;
  return found.sort((a, b) => NODES.get(a).tier - NODES.get(b).tier || NODES.get(b).weight - NODES.get(a).weight).slice(0, NEIGHBOURS_AT_MOST);
}

/** Subject and object of a statement as far as they are entities. */
function endsOfClaim(claim) {
  return [claim.s, claim.o].filter((node) => node && node.e !== undefined).map((node) => node.e);
}

/** Ends of the edges that a narrow filter leaves: what was asked for is drawn, however minor. */
function singledOut() {
  const found = new Set();
  if (!narrowed()) return found;
  for (const i of shownSet()) {
    const ends = endsOfClaim(DATA.claims[i]).filter((key) => NODES.has(key));
    if (ends.length === 2 && ends[0] !== ends[1]) ends.forEach((key) => found.add(key));
    if (found.size > REVEALED_AT_MOST) return new Set();
  }
  return found;
}

/** The statements that are selected one by one (not through an entity or an edge). */
function selectedClaims() {
  const selected = STATE.selected;
  if (!selected) return [];
  if (selected.claim !== undefined) return [selected.claim];
  if (selected.path !== undefined) return chainClaims(selected.path);
  return selected.claims || [];
}

/** Whether a node is drawn: `near` are those around the entity that is looked at alone, or null. */
function nodeShown(node, extra, near, folded) {
  if (STATE.hiddenTypes.has(DATA.entities[node.id].type) || folded.has(node.id)) return false;
  return near ? near.has(node.id) : node.tier <= STATE.level || extra.has(node.id);
}

/**
 * The drawn graph: keys of nodes, edges with those of their statements that are shown, and the nodes
 * that take part in such a statement (null where no filter narrows them). Nothing ever moves.
 */
function drawn() {
  const extra = revealed();
  const near = STATE.around && within(STATE.around.key, STATE.around.depth);
  if (near) for (const key of selectedEnds()) if (NODES.has(key)) near.add(key);
  const folded = foldedAway();
  const { article, outlet, day } = STATE.only;
  const live = narrowed() ? takingPart() : null;
  const hide = article !== null || outlet !== null || day !== null; // other articles' nodes go, others only fade
  const kept = (node) => nodeShown(node, extra, near, folded) && !(hide && !live.has(node.id) && !extra.has(node.id));
  const nodes = new Set(DATA.nodes.filter(kept).map((node) => node.id));
  const edges = new Map();
  for (const edge of nodes.size * 4 < DATA.nodes.length ? edgesAmong(nodes) : DATA.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    const claims = shownClaims(edge.claims);
    if (claims.length) edges.set(edge.id, claims);
  }
  return { nodes, edges, live };
}

function edgesAmong(nodes) {
  const found = new Set();
  for (const key of nodes) for (const edge of EDGES_OF.get(key)) if (edge.from === key) found.add(edge);
  return found;
}

/** Entities that a shown statement is about, made by, or involves. */
function takingPart() {
  const found = new Set();
  for (const i of shownSet()) {
    const claim = DATA.claims[i];
    for (const key of [...endsOfClaim(claim), ...claim.also, ...claim.by]) found.add(key);
  }
  return found;
}

/** The kind that a line standing for `claims` looks like: the strongest of theirs. */
function strongest(claims) {
  const order = Object.keys(DATA.kinds);
  return order[Math.min(...claims.map((i) => order.indexOf(DATA.claims[i].kind)))];
}

/** What stands out while something is selected or filters narrow: nodes and edges; null for all alike. */
function focus(graph) {
  const selected = STATE.selected;
  if (!selected) return filterFocus(graph);
  const nodes = new Set();
  const edges = new Set();
  const claims = new Set(selectedClaims());
  for (const [id, numbers] of graph.edges) {
    const edge = EDGES.get(id);
    const touches = selected.entity === edge.from || selected.entity === edge.to;
    if (touches || selected.edge === id || numbers.some((i) => claims.has(i))) {
      edges.add(id);
      nodes.add(edge.from).add(edge.to);
    }
  }
  for (const key of [selected.entity, ...(selected.path || [])]) if (graph.nodes.has(key)) nodes.add(key);
  return nodes.size ? { nodes, edges, chosen: true } : filterFocus(graph);
}

/** While filters narrow: the nodes that still take part; relations are written out only if few. */
function filterFocus({ nodes, edges, live }) {
  if (!live) return null;
  return { nodes: new Set([...nodes].filter((key) => live.has(key))), edges: new Set(edges.keys()), chosen: edges.size <= 40 };
}
