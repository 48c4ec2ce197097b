// The graph itself: vis-network shows what the state says, at the places that the page brings.

const GRAPH = { network: null, nodes: new vis.DataSet(), edges: new vis.DataSet(), drawn: null, focus: null, hover: null, walker: null, many: false };
const SHAPES = new Map(Object.entries(DATA.types).map(([name, type]) => [name, new Path2D(type.path)]));
const HOLED = new Set(Object.keys(DATA.types).filter((name) => DATA.types[name].path.split("M").length > 2));
const CANVAS = document.getElementById("canvas");

const MANY = 1200; // from so many lines on, moving the picture leaves them out until it rests
const TARGET = 11; // half the side of the smallest square that takes a press

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, multiselect: false, keyboard: false, tooltipDelay: 1e9, zoomSpeed: 0.6 },
  nodes: { shape: "custom", ctxRenderer: renderNode, chosen: false, physics: false },
  edges: { chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } }, smooth: { enabled: true, type: "curvedCW", roundness: 0.12 } },
};

function startGraph() {
  GRAPH.network = new vis.Network(CANVAS, { nodes: GRAPH.nodes, edges: GRAPH.edges }, OPTIONS);
  GRAPH.network.on("afterDrawing", paintOver);
  GRAPH.network.on("click", clicked);
  GRAPH.network.on("dragEnd", keepPlaces);
  CANVAS.firstElementChild.tabIndex = -1; // the arrow keys belong to the element around it
  listenToHover();
  updateGraph();
  fit();
}

/** Shape and colour of a node; vis-network calls this for each node that it draws. */
function renderNode({ ctx, id, x, y }) {
  const node = NODES.get(id);
  const type = DATA.entities[id].type;
  const current = currentNode() === id;
  const scale = GRAPH.network.getScale();
  const r = sizeAt(node, scale) / scale * (current ? 1.2 : 1);
  return {
    drawNode() {
      ctx.save();
      ctx.globalAlpha = GRAPH.focus && !GRAPH.focus.nodes.has(id) ? 0.2 : 1;
      ctx.translate(x, y);
      if (current || id === GRAPH.hover || id === GRAPH.walker) ring(ctx, r, scale);
      ctx.scale(r, r);
      ctx.lineWidth = 3 / r;
      ctx.strokeStyle = GRAPH.ink.paper;
      ctx.stroke(SHAPES.get(type));
      if (HOLED.has(type)) backing(ctx);
      ctx.fillStyle = DATA.types[type].colors[dark() ? 1 : 0];
      ctx.fill(SHAPES.get(type), "evenodd");
      ctx.restore();
    },
    nodeDimensions: { width: 2 * r, height: 2 * r },
  };
}

/** What a symbol with a hole stands on, so that no line shows through it. */
function backing(ctx) {
  ctx.beginPath();
  ctx.arc(0, 0, 0.6, 0, 2 * Math.PI);
  ctx.fillStyle = GRAPH.ink.paper;
  ctx.fill();
}

/** Half the side of a node in screen pixels: in a small picture it shrinks less than the distances do. */
function sizeAt(node, scale) {
  return node.size * (scale < 1 ? Math.sqrt(scale) : scale);
}

function ring(ctx, r, scale) {
  ctx.beginPath();
  ctx.arc(0, 0, r + 5 / scale, 0, 2 * Math.PI);
  ctx.lineWidth = 2 / scale;
  ctx.strokeStyle = GRAPH.ink.accent;
  ctx.stroke();
}

function currentNode() {
  return STATE.selected && STATE.selected.entity !== undefined ? STATE.selected.entity : null;
}

/** Bring what vis-network holds in line with the state. */
function updateGraph() {
  GRAPH.ink = colors();
  GRAPH.drawn = drawn();
  GRAPH.focus = focus(GRAPH.drawn);
  const { nodes, edges } = GRAPH.drawn;
  GRAPH.edges.remove(GRAPH.edges.getIds().filter((id) => !edges.has(id)));
  if (GRAPH.many !== edges.size > MANY) {
    GRAPH.many = edges.size > MANY;
    GRAPH.network.setOptions({ interaction: { hideEdgesOnDrag: GRAPH.many, hideEdgesOnZoom: GRAPH.many } });
  }
  GRAPH.nodes.remove(GRAPH.nodes.getIds().filter((id) => !nodes.has(id)));
  placeLate(nodes);
  GRAPH.nodes.update([...nodes].filter((id) => !GRAPH.nodes.get(id)).map((id) => ({ id, x: NODES.get(id).x, y: NODES.get(id).y, size: Math.max(NODES.get(id).size, TARGET) })));
  boundNodes();
  GRAPH.edges.update([...edges].map(([id, claims]) => edgeLook(EDGES.get(id), claims)));
  GRAPH.network.redraw();
}

/** Find places for nodes that have none yet: on rings around a neighbour, clear of what is drawn. */
function placeLate(nodes) {
  const late = [...nodes].map((id) => NODES.get(id)).filter((node) => node.x === undefined);
  if (!late.length) return;
  const taken = new Grid(120);
  const box = ({ x, y }) => ({ left: x - 62, right: x + 62, top: y - 16, bottom: y + 34 });
  for (const id of nodes) if (NODES.get(id).x !== undefined) taken.add(box(NODES.get(id)));
  for (const node of late) {
    const near = EDGES_OF.get(node.id).map((edge) => NODES.get(edge.from === node.id ? edge.to : edge.from)).find((other) => other.x !== undefined);
    Object.assign(node, freePlace(near || { x: 0, y: 0 }, (place) => taken.free(box(place), node)));
    taken.add(box(node));
  }
}

function freePlace(middle, free) {
  const outward = Math.atan2(middle.y, middle.x);
  for (let ring = 4; ; ring += 1 + Math.floor(ring / 10)) {
    for (let i = 0; i < 6 + ring * 2; i++) {
      const turn = outward + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 2 * Math.PI / (6 + ring * 2);
      const place = { x: Math.round(middle.x + ring * 17 * Math.cos(turn)), y: Math.round(middle.y + ring * 14 * Math.sin(turn)) };
      if (free(place)) return place;
    }
  }
}

/** Tell vis-network where our nodes are: it leaves out of a frame what it takes to be out of sight. */
function boundNodes() {
  for (const id of GRAPH.drawn.nodes) {
    const node = GRAPH.network.body.nodes[id];
    node.shape.updateBoundingBox(node.x, node.y);
  }
}

function edgeLook(edge, claims) {
  const kind = DATA.kinds[strongest(claims)];
  const lit = !GRAPH.focus || GRAPH.focus.edges.has(edge.id);
  const fanned = STATE.selected && STATE.selected.edge === edge.id && claims.length > 1;
  const minor = Math.max(NODES.get(edge.from).tier, NODES.get(edge.to).tier) > 1;
  return {
    id: edge.id, from: edge.from, to: edge.to,
    color: { color: kind.colors[dark() ? 1 : 0], opacity: fanned ? 0 : !lit ? 0.1 : GRAPH.focus ? 1 : minor ? 0.75 : 0.9, inherit: false },
    dashes: kind.dash.length ? kind.dash : false,
    width: 1.5 + 0.5 * Math.log2(claims.length) + (GRAPH.focus && lit ? 0.7 : 0),
    arrows: { to: { enabled: !fanned, scaleFactor: 0.45 } },
  };
}

/** Everything that is on the screen, in screen pixels, for painting over the canvas. */
function sceneOf() {
  const scale = GRAPH.network.getScale();
  const places = GRAPH.network.getPositions();
  const nodes = [];
  for (const [id, place] of Object.entries(places)) {
    const { x, y } = GRAPH.network.canvasToDOM(place);
    if (x > -150 && y > -60 && x < CANVAS.clientWidth + 150 && y < CANVAS.clientHeight + 60) {
      nodes.push({ node: NODES.get(id), x, y, r: sizeAt(NODES.get(id), scale) });
    }
  }
  const current = currentNode() || GRAPH.hover || GRAPH.walker;
  return { nodes, scale, focus: GRAPH.focus, current, ink: GRAPH.ink, boxes: [], frame: pictureSize(), theme: dark() ? 1 : 0 };
}

/** The part of the canvas that the tray leaves free. */
function pictureSize() {
  return { width: CANVAS.clientWidth, height: CANVAS.clientHeight - document.getElementById("tray").offsetHeight };
}

function paintOver(ctx) {
  const scene = sceneOf();
  const ratio = CANVAS.querySelector("canvas").width / CANVAS.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintEdges(ctx, scene);
  paintLabels(ctx, scene);
  ctx.restore();
}

function paintEdges(ctx, scene) {
  for (const [id, claims] of GRAPH.drawn.edges) {
    const lit = !scene.focus || scene.focus.edges.has(id);
    const kind = DATA.kinds[strongest(claims)];
    if (!kind.bar && claims.length === 1 && !(scene.focus?.chosen && lit)) continue;
    const edge = curveOf(id);
    if (!edge) continue;
    ctx.globalAlpha = lit ? 1 : 0.15;
    const fanned = STATE.selected && STATE.selected.edge === id && claims.length > 1;
    if (kind.bar && !fanned) paintBar(ctx, edge, kind.colors[scene.theme], Math.min(7, 3 + 5 * scene.scale));
    else if (claims.length > 1 && !fanned && scene.scale > 0.5 && !(scene.focus?.chosen && lit)) scene.boxes.push(paintCount(ctx, claims.length, clearOf(scene.nodes, [edge.middle, edge.earlier, edge.later]), kind.colors[scene.theme], scene.ink.paper));
    ctx.globalAlpha = 1;
    if (fanned) paintFan(ctx, endsOf(id, scene.scale), claims, scene, scene.boxes);
    else if (scene.focus?.chosen && lit) paintRelationOf(ctx, edge, claims, kind, scene);
  }
}

function paintRelationOf(ctx, edge, claims, kind, scene) {
  const verb = short(visible(DATA.claims[claims[0]].verb), 30) + (claims.length > 1 ? ` +${claims.length - 1}` : "");
  const around = scene.nodes.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const look = { ...scene.ink, text: scene.ink.ink, line: kind.colors[scene.theme] };
  const box = paintRelation(ctx, verb, edge.spots(), scene.boxes.concat(around), look);
  if (box) scene.boxes.push(box);
}

/** The first of some points that lies on no node. */
function clearOf(nodes, points) {
  return points.find((p) => nodes.every(({ x, y, r }) => Math.abs(p.x - x) > r + 9 || Math.abs(p.y - y) > r + 9)) || points[0];
}

/** Points along a drawn edge, in screen pixels. */
function curveOf(id) {
  const edge = GRAPH.network.body.edges[id];
  if (!edge || !edge.connected) return null;
  const at = (t) => GRAPH.network.canvasToDOM(edge.edgeType.getPoint(t));
  const spots = () => [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2].map(at);
  return { middle: at(0.5), before: at(0.45), after: at(0.55), earlier: at(0.34), later: at(0.66), spots };
}

function endsOf(id, scale) {
  const edge = EDGES.get(id);
  const places = GRAPH.network.getPositions([edge.from, edge.to]);
  return [edge.from, edge.to].map((key) => ({ ...GRAPH.network.canvasToDOM(places[key]), r: sizeAt(NODES.get(key), scale) + 2 }));
}

/** A press selects; with Shift on a second name it shows the way there from the first. */
function clicked({ nodes, edges, event }) {
  const from = currentNode();
  if (nodes.length && event.srcEvent.shiftKey && NODES.has(from) && from !== nodes[0]) select({ path: [from, nodes[0]] });
  else if (nodes.length) select({ entity: nodes[0] });
  else if (edges.length) select({ edge: edges[0] });
  else if (STATE.selected) select(null);
  GRAPH.network.unselectAll();
}

/** Remember where nodes were moved to, and where they came from. */
function keepPlaces({ nodes }) {
  for (const [id, { x, y }] of Object.entries(GRAPH.network.getPositions(nodes))) {
    const node = NODES.get(id);
    if (node.x === x && node.y === y) continue;
    node.home = node.home || { x: node.x, y: node.y };
    Object.assign(node, { x, y });
  }
  boundNodes();
  showMoved();
}

/** Move drawn nodes to `points` ({key, x, y}). */
function putPlaces(points) {
  for (const { key, x, y } of points) Object.assign(GRAPH.network.body.nodes[key], { x: Math.round(x), y: Math.round(y) });
  GRAPH.network.redraw();
}

/** Show all of the graph with room for labels and bars; never so small that labels have no room. */
function fit() {
  const shown = [...GRAPH.drawn.nodes].map((id) => NODES.get(id));
  if (!shown.length) return;
  const narrow = CANVAS.clientWidth < 600;
  const size = pictureSize();
  const pad = { x: narrow ? 34 : 72, top: 40 + toolsOverPicture(), bottom: CANVAS.clientHeight - size.height + 46 };
  const [left, right] = [Math.min(...shown.map((n) => n.x)), Math.max(...shown.map((n) => n.x))];
  const [top, bottom] = [Math.min(...shown.map((n) => n.y)), Math.max(...shown.map((n) => n.y))];
  const wide = (CANVAS.clientWidth - 2 * pad.x) / Math.max(right - left, 1);
  const high = (CANVAS.clientHeight - pad.top - pad.bottom) / Math.max(bottom - top, 1);
  const whole = Math.min(wide, high, 1.3);
  const scale = Math.max(whole, narrow ? 0.62 : 0.3);
  const first = shown.reduce((a, b) => (b.weight > a.weight ? b : a));
  const x = scale > whole ? first.x : (left + right) / 2;
  const y = (scale > whole ? first.y : (top + bottom) / 2) + (pad.bottom - pad.top) / 2 / scale;
  GRAPH.network.moveTo({ position: { x, y }, scale, animation: false });
}

/** Height that the buttons take from the picture where they lie over it. */
function toolsOverPicture() {
  const tools = document.getElementById("tools");
  return getComputedStyle(tools).position === "absolute" ? tools.offsetHeight : 0;
}

function zoom(factor) {
  GRAPH.network.moveTo({ scale: Math.min(4, Math.max(0.1, GRAPH.network.getScale() * factor)), animation: false });
}

function centre(key) {
  if (GRAPH.drawn.nodes.has(key)) GRAPH.network.moveTo({ position: GRAPH.network.getPositions([key])[key], animation: false });
}

/** Bring a node into the picture if it lies outside of it. */
function reveal(key) {
  if (!GRAPH.drawn.nodes.has(key)) return;
  const { x, y } = GRAPH.network.canvasToDOM(GRAPH.network.getPositions([key])[key]);
  const inside = x > 40 && y > 40 && x < CANVAS.clientWidth - 40 && y < CANVAS.clientHeight - 90;
  if (!inside) centre(key);
}

/** Where everything drawn stands on the screen, for scripts that look at the page from outside. */
function whereabouts() {
  const frame = CANVAS.getBoundingClientRect();
  const moved = ({ x, y }) => ({ x: x + frame.left, y: y + frame.top });
  const nodes = Object.entries(GRAPH.network.getPositions()).map(([key, place]) => [key, moved(GRAPH.network.canvasToDOM(place))]);
  const edges = [...GRAPH.drawn.edges.keys()].map((id) => [`${EDGES.get(id).from} > ${EDGES.get(id).to}`, moved(curveOf(id).middle)]);
  return { nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges), scale: GRAPH.network.getScale() };
}
