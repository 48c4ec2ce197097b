// Walking over the graph with the arrow keys; a live region reads what is reached.

/** The key of the nearest place in a direction, or null: distance counts, straying sideways more. */
function nearestTowards(places, from, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const [key, place] of Object.entries(places)) {
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    const cost = along + 2 * aside;
    if (along > 1 && cost < least) [best, least] = [key, cost];
  }
  return best;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function startWalk() {
  CANVAS.addEventListener("keydown", (event) => {
    if (ARROWS[event.key]) step(ARROWS[event.key]);
    else if (event.key === "Enter" && GRAPH.walker) select({ entity: GRAPH.walker });
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
  CANVAS.addEventListener("blur", () => {
    GRAPH.walker = null;
    GRAPH.network.redraw();
  });
}

function step(direction) {
  const places = GRAPH.network.getPositions();
  const at = GRAPH.walker || currentNode();
  const next = places[at] ? nearestTowards(places, places[at], direction) : mostImportant();
  if (!next) return;
  GRAPH.walker = next;
  reveal(next);
  GRAPH.network.redraw();
  const entity = DATA.entities[next];
  const between = at && EDGES_OF.get(next)?.find((edge) => edge.from === at || edge.to === at);
  const stated = between ? shownClaims(between.claims).map((i) => englishOf(DATA.claims[i]))[0] : null;
  say([`${entity.label}, ${DATA.types[entity.type].label}, ${plural(claimsOf(next).length, "statement")}`, stated].filter(Boolean).join(". "));
}

function mostImportant() {
  const shown = DATA.nodes.filter((node) => GRAPH.drawn.nodes.has(node.id));
  return shown.length ? shown.reduce((a, b) => (b.weight > a.weight ? b : a)).id : null;
}

function say(text) {
  document.getElementById("live").textContent = text;
}
