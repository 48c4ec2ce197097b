// A short local simulation, on demand: what is drawn too close moves apart, what belongs together closes up.

const RELAX = { frame: 0, left: 0 };
const RELAX_ROUNDS = 90;
const RELAX_AT_MOST = 500; // nodes; what a screen shows never needs more

/**
 * One round: moves `points` ({x, y, w, h, fixed}) in place. Boxes of `w` by `h` that overlap push each
 * other apart, `links` ([i, j] of points) longer or shorter than `ideal` pull or push. `heat`, 1 to 0,
 * bounds the step. Deterministic; knows nothing of the page.
 */
function relaxRound(points, links, heat, ideal = 150) {
  const moves = points.map(() => ({ x: 0, y: 0 }));
  const push = (i, x, y) => { moves[i].x += x; moves[i].y += y; };
  for (const [i, j] of links) {
    const [dx, dy] = [points[j].x - points[i].x, points[j].y - points[i].y];
    const length = Math.hypot(dx, dy) || 1;
    const pull = (length - ideal) / length * 0.04;
    push(i, dx * pull, dy * pull);
    push(j, -dx * pull, -dy * pull);
  }
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      const [dx, dy] = [points[j].x - points[i].x || (j - i) * 0.01, points[j].y - points[i].y || 0.01];
      const [overX, overY] = [(points[i].w + points[j].w) / 2 - Math.abs(dx), (points[i].h + points[j].h) / 2 - Math.abs(dy)];
      if (overX > 0 && overY > 0) { // along the shorter way out
        const [x, y] = overX < overY ? [Math.sign(dx) * overX * 0.3, 0] : [0, Math.sign(dy) * overY * 0.3];
        push(i, -x, -y);
        push(j, x, y);
      }
      const square = Math.max(dx * dx + dy * dy, 400);
      if (square > 90000) continue;
      push(i, -dx / square * 60, -dy / square * 60);
      push(j, dx / square * 60, dy / square * 60);
    }
  }
  const most = 4 + 22 * heat;
  points.forEach((point, i) => {
    if (point.fixed) return;
    const length = Math.hypot(moves[i].x, moves[i].y);
    const part = length > most ? most / length : 1;
    point.x += moves[i].x * part;
    point.y += moves[i].y * part;
  });
}

/** The nodes that may move: around the selected entity, or all; the others hold their places and their room. */
function loosened() {
  const drawnKeys = [...GRAPH.drawn.nodes];
  const centreKey = currentNode();
  if (centreKey === null || !GRAPH.drawn.nodes.has(centreKey)) return new Set(drawnKeys);
  return new Set(neighboursOf(centreKey).filter((key) => key !== centreKey));
}

function relaxing() {
  return RELAX.left > 0;
}

function startRelaxing() {
  const loose = loosened();
  const keys = [...GRAPH.drawn.nodes].slice(0, RELAX_AT_MOST);
  const places = GRAPH.network.getPositions(keys);
  const points = keys.map((key) => ({ key, ...places[key], ...roomOf(NODES.get(key)), fixed: !loose.has(key) }));
  const at = new Map(keys.map((key, i) => [key, i]));
  const links = [...GRAPH.drawn.edges.keys()].map((id) => EDGES.get(id)).filter(({ from, to }) => at.has(from) && at.has(to)).map(({ from, to }) => [at.get(from), at.get(to)]);
  RELAX.left = RELAX_ROUNDS;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const tick = () => {
    do {
      relaxRound(points, links, RELAX.left / RELAX_ROUNDS);
      RELAX.left -= 1;
    } while (still && RELAX.left > 0);
    putPlaces(points.filter((point) => !point.fixed));
    if (RELAX.left > 0) RELAX.frame = requestAnimationFrame(tick);
    else stopRelaxing("Relaxed");
  };
  showRelaxing();
  tick();
}

/** Room that a node needs with its label below it, which is as large on the screen at any zoom. */
function roomOf(node) {
  const scale = Math.min(1, Math.max(0.5, GRAPH.network.getScale()));
  const line = Math.max(...node.lines.map((text) => text.length));
  const r = sizeAt(node, scale);
  return { w: Math.max(line * 7 + 12, 2 * r + 8) / scale, h: (2 * r + 15 * node.lines.length + 8) / scale };
}

function stopRelaxing(told) {
  cancelAnimationFrame(RELAX.frame);
  RELAX.left = 0;
  keepPlaces({ nodes: [...GRAPH.drawn.nodes] });
  showRelaxing();
  say(told);
}

/** A press starts it, a second press or Escape stops it where it is. */
function toggleRelaxing() {
  if (relaxing()) stopRelaxing("Stopped");
  else if (GRAPH.drawn.nodes.size) startRelaxing();
}

function showRelaxing() {
  const button = document.getElementById("relax");
  button.setAttribute("aria-pressed", String(relaxing()));
  button.textContent = relaxing() ? "Stop" : "Relax";
  showMoved();
}

// --- moved nodes, and putting them back ----------------------------------------------------

function showMoved() {
  document.getElementById("restore").hidden = ![...NODES.values()].some((node) => node.home);
}

/** Put every node back to where the page brought it. */
function putBack() {
  if (relaxing()) stopRelaxing("Stopped");
  const moved = [...NODES.values()].filter((node) => node.home);
  for (const node of moved) {
    Object.assign(node, node.home);
    delete node.home;
  }
  putPlaces(moved.filter((node) => GRAPH.drawn.nodes.has(node.id)).map(({ id, x, y }) => ({ key: id, x, y })));
  boundNodes();
  showMoved();
  say("All names are where they were");
  document.getElementById("fit").focus();
}
