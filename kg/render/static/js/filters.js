// Which statements, nodes and edges the present state shows.

function claimShown(claim) {
  if (STATE.hiddenKinds.has(claim.kind)) return false;
  return ![claim.s, claim.o].some((node) => node && node.e !== undefined && STATE.hiddenTypes.has(DATA.entities[node.e].type));
}

function shownClaims(numbers) {
  return numbers.filter((i) => claimShown(DATA.claims[i]));
}

/** Entities that the selection draws although the present level would leave them out. */
function revealed() {
  const selected = STATE.selected;
  const found = new Set();
  if (!selected) return found;
  if (selected.entity !== undefined && NODES.has(selected.entity)) {
    found.add(selected.entity);
    for (const edge of EDGES_OF.get(selected.entity)) found.add(edge.from).add(edge.to);
  }
  if (selected.edge !== undefined) found.add(EDGES.get(selected.edge).from).add(EDGES.get(selected.edge).to);
  for (const i of selectedClaims()) {
    const claim = DATA.claims[i];
    for (const node of [claim.s, claim.o]) if (node && node.e !== undefined && NODES.has(node.e)) found.add(node.e);
  }
  return found;
}

/** The statements that are selected one by one (not through an entity or an edge). */
function selectedClaims() {
  const selected = STATE.selected;
  if (!selected) return [];
  if (selected.claim !== undefined) return [selected.claim];
  return selected.claims || [];
}

function nodeShown(node, extra) {
  if (STATE.hiddenTypes.has(DATA.entities[node.id].type)) return false;
  return node.tier <= STATE.level || extra.has(node.id);
}

/** The drawn graph: keys of nodes, and edges with those of their statements that are shown. */
function drawn() {
  const extra = revealed();
  const nodes = new Set(DATA.nodes.filter((node) => nodeShown(node, extra)).map((node) => node.id));
  const edges = new Map();
  for (const edge of DATA.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    const claims = shownClaims(edge.claims);
    if (claims.length) edges.set(edge.id, claims);
  }
  return { nodes, edges };
}

/** The kind that a line standing for `claims` looks like: the strongest of theirs. */
function strongest(claims) {
  const order = Object.keys(DATA.kinds);
  return order[Math.min(...claims.map((i) => order.indexOf(DATA.claims[i].kind)))];
}

/** What stands out while something is selected: nodes and edges; null while nothing is. */
function focus(graph) {
  const selected = STATE.selected;
  if (!selected) return null;
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
  if (graph.nodes.has(selected.entity)) nodes.add(selected.entity);
  return nodes.size ? { nodes, edges } : null;
}
