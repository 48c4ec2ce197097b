// What is painted over vis-network's canvas in screen pixels: labels, bars, counts, fanned lines.

const FONT = getComputedStyle(document.documentElement).getPropertyValue("--sans");
const MOST_LABELS = 260;
const WIDTHS = new Map();

/** Size and weight of a node's label: names stand out, minor phrases keep quiet. */
function fontOf(node, strong) {
  const entity = DATA.entities[node.id];
  const size = entity.named ? (node.size > 13 ? 14 : 13) : 12;
  return { size, css: `${strong || node.size > 13 ? 600 : 400} ${size}px ${FONT}` };
}

function widthOf(ctx, text, css) {
  const key = css + "\n" + text;
  if (!WIDTHS.has(key)) {
    ctx.font = css;
    WIDTHS.set(key, ctx.measureText(text).width);
  }
  return WIDTHS.get(key);
}

function colors() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return { ink: read("--ink"), soft: read("--soft"), paper: read("--paper"), surface: read("--surface"), line: read("--line"), accent: read("--accent") };
}

/** Text with a halo in the colour of the paper, so that lines below it do not hurt. */
function haloText(ctx, text, x, y, css, ink, paper) {
  ctx.font = css;
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
}

/** Labels of the visible nodes; `scene` says where they are and what stands out. */
function paintLabels(ctx, scene) {
  const items = scene.nodes.map((item) => labelItem(ctx, item, scene)).sort((a, b) => b.rank - a.rank).slice(0, MOST_LABELS);
  const blocked = scene.nodes.map(({ node, x, y, r }) => (
    { left: x - r, right: x + r, top: y - r, bottom: y + r, owner: node.id }
  ));
  const places = placeLabels(items, blocked.concat(scene.boxes), scene.frame);
  items.forEach((item, i) => {
    if (places[i]) paintLabel(ctx, item, places[i], scene);
  });
}

function labelItem(ctx, { node, x, y, r }, scene) {
  const lit = !scene.focus || scene.focus.nodes.has(node.id);
  const chosen = node.id === scene.current;
  const font = fontOf(node, chosen);
  const lines = chosen ? [short(visible(DATA.entities[node.id].label), 60)] : node.lines;
  const w = Math.max(...lines.map((line) => widthOf(ctx, line, font.css)));
  const rank = (chosen ? 1e6 : 0) + (scene.focus && lit ? 1e4 : 0) + (node.tier === 1 ? 100 : 0) + node.weight;
  return { owner: node.id, x, y, r: chosen ? r * 1.2 + 6 : r, w: w + 6, h: lines.length * (font.size + 2), lines, font, rank, lit, must: chosen };
}

function paintLabel(ctx, item, box, scene) {
  ctx.globalAlpha = item.lit ? 1 : 0.28;
  item.lines.forEach((line, i) => {
    const w = widthOf(ctx, line, item.font.css);
    const x = box.left + 3 + (item.w - 6 - w) * box.align;
    const named = DATA.entities[item.owner].named;
    haloText(ctx, line, x, box.top + i * (item.font.size + 2), item.font.css, named || item.must ? scene.ink.ink : scene.ink.soft, scene.ink.paper);
  });
  ctx.globalAlpha = 1;
}

/** A short line across the middle of an edge: what it says is said not to be so. */
function paintBar(ctx, edge, color, size = 7) {
  const { middle, before, after } = edge;
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
  const nx = -(after.y - before.y) / length * size;
  const ny = (after.x - before.x) / length * size;
  ctx.beginPath();
  ctx.moveTo(middle.x - nx, middle.y - ny);
  ctx.lineTo(middle.x + nx, middle.y + ny);
  ctx.strokeStyle = color;
  ctx.lineWidth = 2.4;
  ctx.setLineDash([]);
  ctx.stroke();
}

/** How many statements an edge stands for, in a small pill; returns its box. */
function paintCount(ctx, count, at, color, paper) {
  const css = `600 10.5px ${FONT}`;
  const w = widthOf(ctx, String(count), css) + 8;
  ctx.beginPath();
  ctx.roundRect(at.x - w / 2, at.y - 7.5, w, 15, 7.5);
  ctx.fillStyle = paper;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = color;
  ctx.stroke();
  ctx.font = css;
  ctx.textBaseline = "middle";
  ctx.fillStyle = color;
  ctx.fillText(String(count), at.x - w / 2 + 4, at.y + 0.5);
  return { left: at.x - w / 2, right: at.x + w / 2, top: at.y - 7.5, bottom: at.y + 7.5 };
}

/** The relation on a line, in a box of its own; returns the box, or null where it found no room. */
function paintRelation(ctx, text, spots, taken, look) {
  const css = `500 12px ${FONT}`;
  const w = widthOf(ctx, text, css) + 10;
  const boxes = spots.map((at) => ({ left: at.x - w / 2, right: at.x + w / 2, top: at.y - 9, bottom: at.y + 9 }));
  const box = boxes.find((b) => taken.every((o) => b.left >= o.right || o.left >= b.right || b.top >= o.bottom || o.top >= b.bottom));
  if (!box) return null;
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, w, 18, 5);
  ctx.fillStyle = look.surface;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = look.line;
  ctx.stroke();
  ctx.font = css;
  ctx.textBaseline = "middle";
  ctx.fillStyle = look.text;
  ctx.fillText(text, box.left + 5, (box.top + box.bottom) / 2 + 0.5);
  return box;
}

/** The statements of a selected edge as lines side by side, each in the look of its kind. */
function paintFan(ctx, ends, claims, scene, taken) {
  const [a, b] = ends;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const unit = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const spread = Math.max(22, Math.min(34, length / claims.length));
  claims.slice(0, 9).forEach((i, n) => {
    const kind = DATA.kinds[DATA.claims[i].kind];
    const color = kind.colors[scene.theme];
    const bend = (n - (Math.min(claims.length, 9) - 1) / 2) * spread;
    const control = { x: (a.x + b.x) / 2 - unit.y * bend * 2, y: (a.y + b.y) / 2 + unit.x * bend * 2 };
    const middle = { x: (a.x + b.x) / 4 + control.x / 2, y: (a.y + b.y) / 4 + control.y / 2 };
    paintCurve(ctx, a, control, b, kind, color);
    if (kind.bar) paintBar(ctx, { middle, before: a, after: b }, color);
    const box = paintRelation(ctx, short(visible(DATA.claims[i].verb), 34), [middle], taken, { ...scene.ink, text: scene.ink.ink });
    if (box) taken.push(box);
  });
}

function paintCurve(ctx, a, control, b, kind, color) {
  const towards = (from, to) => Math.atan2(to.y - from.y, to.x - from.x);
  const angle = towards(control, b);
  const tip = { x: b.x - Math.cos(angle) * b.r, y: b.y - Math.sin(angle) * b.r };
  const out = towards(a, control);
  ctx.beginPath();
  ctx.moveTo(a.x + Math.cos(out) * a.r, a.y + Math.sin(out) * a.r);
  ctx.quadraticCurveTo(control.x, control.y, tip.x, tip.y);
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.setLineDash(kind.dash);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(tip.x, tip.y);
  for (const turn of [0.4, -0.4]) ctx.lineTo(tip.x - Math.cos(angle + turn) * 10, tip.y - Math.sin(angle + turn) * 10);
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
}
