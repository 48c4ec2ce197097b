// The drawn graph as an SVG document, from the places of its nodes; and that document as a PNG.

const MARGIN = 40;
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // what XML may not contain

/** The whole drawn graph, unzoomed, in the colours of the present theme. */
function pictureOf(graph, theme) {
  const nodes = [...graph.nodes].map((id) => NODES.get(id));
  const frame = frameOf(nodes);
  const moved = ({ x, y }) => ({ x: x - frame.left, y: y - frame.top });
  const items = nodes.map((node) => ({ node, ...moved(node), r: node.size }));
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  const root = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "sans-serif" }, [
    svg("rect", { width, height, fill: GRAPH.ink.paper }),
    ...[...graph.edges].flatMap(([id, claims]) => lineShapes(id, claims, moved, theme)),
    ...items.map((item) => nodeShape(item, theme)),
    ...labelShapes(items, { width, height }),
  ]);
  const title = document.createElementNS(SVG, "title");
  title.textContent = clean(DATA.title);
  root.prepend(title);
  return root;
}

function frameOf(nodes) {
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  const least = (list) => list.reduce((a, b) => Math.min(a, b), list.length ? Infinity : 0);
  const most = (list) => list.reduce((a, b) => Math.max(a, b), list.length ? -Infinity : 0);
  return { left: least(xs) - 80 - MARGIN, top: least(ys) - MARGIN, right: most(xs) + 80 + MARGIN, bottom: most(ys) + MARGIN + 30 };
}

function clean(text) {
  return visible(text).replace(UNFIT, "\ufffd");
}

/** A line with its arrow head, its bar if it is negated, and what it stands for as a tooltip. */
function lineShapes(id, claims, moved, theme) {
  const drawnEdge = GRAPH.network.body.edges[id];
  if (!drawnEdge || !drawnEdge.connected) return [];
  const [begin, m, end] = [0, 0.5, 1].map((t) => moved(drawnEdge.edgeType.getPoint(t)));
  const control = { x: 2 * m.x - (begin.x + end.x) / 2, y: 2 * m.y - (begin.y + end.y) / 2 };
  const [a, b] = [EDGES.get(id).from, EDGES.get(id).to].map((key) => moved(NODES.get(key)));
  const kind = DATA.kinds[strongest(claims)];
  const color = kind.colors[theme];
  const angle = Math.atan2(b.y - control.y, b.x - control.x);
  const r = NODES.get(EDGES.get(id).to).size + 2;
  const tip = { x: b.x - Math.cos(angle) * r, y: b.y - Math.sin(angle) * r };
  const wing = (turn) => `${round(tip.x - Math.cos(angle + turn) * 8)} ${round(tip.y - Math.sin(angle + turn) * 8)}`;
  const line = svg("path", { d: `M${round(a.x)} ${round(a.y)}Q${round(control.x)} ${round(control.y)} ${round(tip.x)} ${round(tip.y)}`, fill: "none", stroke: color, "stroke-width": round(1.5 + 0.5 * Math.log2(claims.length)), "stroke-dasharray": kind.dash.join(" ") || "none" });
  const told = document.createElementNS(SVG, "title");
  told.textContent = clean(claims.slice(0, 6).map((i) => short(englishOf(DATA.claims[i]), 200)).join("\n"));
  line.append(told);
  const shapes = [line, svg("path", { d: `M${round(tip.x)} ${round(tip.y)}L${wing(0.4)} ${wing(-0.4)}Z`, fill: color })];
  if (kind.bar) shapes.push(barShape(m, a, b, color));
  return shapes;
}

function barShape(m, a, b, color) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [nx, ny] = [-(b.y - a.y) / length * 7, (b.x - a.x) / length * 7];
  return svg("path", { d: `M${round(m.x - nx)} ${round(m.y - ny)}L${round(m.x + nx)} ${round(m.y + ny)}`, stroke: color, "stroke-width": 2.4 });
}

function nodeShape({ node, x, y, r }, theme) {
  const type = DATA.types[DATA.entities[node.id].type];
  return svg("path", { d: type.path, transform: `translate(${round(x)} ${round(y)}) scale(${round(r)})`, fill: type.colors[theme], "fill-rule": "evenodd" });
}

function labelShapes(items, frame) {
  const ctx = CANVAS.querySelector("canvas").getContext("2d");
  ctx.save();
  const labels = items.map((item) => labelItem(ctx, item, { focus: null, current: null })).sort((a, b) => b.rank - a.rank);
  ctx.restore();
  const blocked = items.map(({ node, x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: node.id }));
  const places = placeLabels(labels, blocked, frame);
  return labels.flatMap((label, n) => (places[n] ? label.lines.map((line, i) => textShape(label, line, places[n], i)) : []));
}

function textShape({ owner, font, w }, line, box, i) {
  const named = DATA.entities[owner].named;
  const anchor = box.align === 0 ? "start" : box.align === 1 ? "end" : "middle";
  const text = svg("text", {
    x: round(box.left + 3 + (w - 6) * box.align), y: round(box.top + i * (font.size + 2) + font.size * 0.85), "text-anchor": anchor,
    "font-size": font.size, "font-weight": font.css.slice(0, 3), fill: named ? GRAPH.ink.ink : GRAPH.ink.soft,
    stroke: GRAPH.ink.paper, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
  });
  text.textContent = clean(line);
  return text;
}

function round(number) {
  return Math.round(number * 100) / 100;
}

function svgText() {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(pictureOf(GRAPH.drawn, dark() ? 1 : 0))}\n`;
}

/** The picture in pixels, twice as fine as on the screen as far as browsers allow such a size. */
async function pngBlob() {
  const root = pictureOf(GRAPH.drawn, dark() ? 1 : 0);
  const [width, height] = [Number(root.getAttribute("width")), Number(root.getAttribute("height"))];
  const scale = Math.min(2, 8000 / Math.max(width, height, 1));
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" }));
  try {
    await image.decode();
    const canvas = element("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
