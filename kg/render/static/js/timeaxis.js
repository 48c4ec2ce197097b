// The time axis: how many statements hold when, and a brush that singles a time out.

const AXIS = document.getElementById("axis");
const TIME = { bins: null, bars: null, ends: [], from: 0, to: 0 };

function startAxis() {
  TIME.bins = binsOf(DATA.claims.map(dayOf).filter(Boolean));
  if (!TIME.bins || TIME.bins.counts.length < 2) TIME.bins = null;
  AXIS.classList.toggle("none", !TIME.bins);
  if (!TIME.bins) return;
  TIME.bars = element("div", { class: "bars", on: brush() });
  TIME.ends = ["From", "To"].map((title, n) => element("input", {
    type: "range", min: 0, max: TIME.bins.counts.length - 1, step: 1, "aria-label": title, class: n ? "end" : "begin",
    on: { input: () => moveEnd(n) },
  }));
  const all = element("button", { type: "button", class: "link", text: "All times", on: { click: () => only({ since: null, until: null }) } });
  fill(AXIS, [element("div", { class: "field" }, [TIME.bars, TIME.ends]), element("p", { class: "told" }, [element("span"), element("small"), all])]);
}

function updateAxis() {
  if (!TIME.bins) return;
  const { unit, first, counts } = TIME.bins;
  const place = (day, otherwise) => (day ? Math.min(Math.max(pieceOf(day, unit) - first, 0), counts.length - 1) : otherwise);
  TIME.from = place(STATE.only.since, 0);
  TIME.to = place(STATE.only.until, counts.length - 1);
  drawBars();
  TIME.ends.forEach((input, n) => {
    const at = n ? TIME.to : TIME.from;
    input.value = at;
    input.setAttribute("aria-valuetext", pieceName(first + at, unit));
  });
  tellTime();
}

/** Bars: all dated statements pale, those that the other filters let through full, outside the brush faint. */
function drawBars() {
  const { unit, first, counts } = TIME.bins;
  const anyTime = { ...STATE.only, since: null, until: null };
  const now = new Array(counts.length).fill(0);
  for (const claim of DATA.claims) {
    if (!dayOf(claim) || STATE.hiddenKinds.has(claim.kind) || !passes(claim, anyTime)) continue;
    now[Math.min(Math.max(pieceOf(dayOf(claim), unit) - first, 0), counts.length - 1)] += 1;
  }
  const most = Math.sqrt(Math.max(...counts));
  const bar = (n, i, style) => svg("rect", { x: i + 0.08, width: 0.84, y: 1 - Math.sqrt(n) / most, height: Math.sqrt(n) / most, class: style });
  const inside = (i) => i >= TIME.from && i <= TIME.to;
  fill(TIME.bars, [svg("svg", { viewBox: `0 0 ${counts.length} 1`, preserveAspectRatio: "none", "aria-hidden": "true" }, [
    svg("rect", { x: TIME.from, y: 0, width: TIME.to - TIME.from + 1, height: 1, class: brushed() ? "brush" : "nobrush" }),
    ...counts.map((n, i) => bar(n, i, "pale")),
    ...now.map((n, i) => bar(n, i, inside(i) ? "full" : "faint")),
  ]), element("div", { class: "ticks", "aria-hidden": "true" }, ticks().map((text) => element("span", { text })))]);
}

function brushed() {
  return STATE.only.since !== null || STATE.only.until !== null;
}

/** A few names along the axis; the outermost say where earlier and later days were put. */
function ticks() {
  const { unit, first, counts, earlier, later } = TIME.bins;
  const last = counts.length - 1;
  const at = last < 4 ? [0, last] : [0, Math.round(last / 2), last];
  return at.map((i) => (i === 0 && earlier ? "until " : "") + pieceName(first + i, unit) + (i === last && later ? " and later" : ""));
}

function tellTime() {
  const { unit, first } = TIME.bins;
  const dated = DATA.claims.filter(dayOf).length;
  const [span, small] = AXIS.querySelectorAll(".told span, .told small");
  const names = [TIME.from, TIME.to].map((at) => pieceName(first + at, unit));
  span.textContent = brushed() ? [...new Set(names)].join(" – ") : `${dated} dated`;
  small.textContent = `${DATA.claims.length - dated} undated, always shown`;
  AXIS.querySelector("button").hidden = !brushed();
}

/** Single out the pieces of time from `a` to `b`; all of them is no filter. */
function choosePieces(a, b) {
  const { unit, first, counts } = TIME.bins;
  const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(counts.length - 1, Math.max(a, b))];
  const since = from > 0 ? firstDay(first + from, unit) : null;
  const until = to < counts.length - 1 ? dayBefore(firstDay(first + to + 1, unit)) : null;
  if (since !== STATE.only.since || until !== STATE.only.until) change({ only: { ...STATE.only, since, until } }, false);
}

function dayBefore(day) {
  return firstDay(pieceOf(day, "day") - 1, "day");
}

function moveEnd(n) {
  const at = Number(TIME.ends[n].value);
  choosePieces(n ? Math.min(TIME.from, at) : at, n ? at : Math.max(TIME.to, at));
}

/** Dragging over the bars singles out what is dragged over; a press on one bar singles out that one. */
function brush() {
  let start = null;
  const at = (event) => {
    const frame = TIME.bars.getBoundingClientRect();
    const part = (event.clientX - frame.left) / frame.width;
    return Math.min(TIME.bins.counts.length - 1, Math.max(0, Math.floor(part * TIME.bins.counts.length)));
  };
  return {
    pointerdown: (event) => { start = at(event); TIME.bars.setPointerCapture(event.pointerId); choosePieces(start, start); },
    pointermove: (event) => { if (start !== null) choosePieces(start, at(event)); },
    pointerup: () => { start = null; },
    pointercancel: () => { start = null; },
  };
}
