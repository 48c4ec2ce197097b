// Building elements. Text always goes in as text: nothing here, or anywhere, parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/** A new element; `attributes` may hold `text`, `class`, `on` (listeners by event) and plain attributes. */
function element(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") made.textContent = visible(value);
    else if (name === "class") made.className = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else made.setAttribute(name, value === true ? "" : value);
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === "" || typeof child === "boolean") continue;
    parent.append(typeof child === "string" ? visible(child) : child);
  }
}

function fill(parent, children) {
  parent.textContent = "";
  append(parent, children);
}

/** Text with the characters that would turn the writing direction of its surroundings made visible. */
function visible(text) {
  return String(text).replace(/[\u202a-\u202e]/g, "\ufffd");
}

/** A name from an article, kept from mixing its direction of writing with the words around it. */
function isolated(text) {
  return element("bdi", { text });
}

/** `text` cut to `limit` characters. */
function short(text, limit) {
  return text.length > limit ? text.slice(0, limit - 1).trimEnd() + "…" : text;
}

function svg(tag, attributes, children = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The symbol of an entity type, in the colour of the present theme. */
function symbol(type) {
  const style = DATA.types[type];
  const shape = svg("path", { d: style.path, fill: style.colors[dark() ? 1 : 0], "fill-rule": "evenodd" });
  return svg("svg", { viewBox: "-1.1 -1.1 2.2 2.2", class: "symbol", "aria-hidden": "true" }, [shape]);
}

/** A sample of the line of a kind of statement. */
function stroke(kind) {
  const style = DATA.kinds[kind];
  const color = style.colors[dark() ? 1 : 0];
  const parts = [svg("path", {
    d: "M1 5H25", stroke: color, "stroke-width": 2.2, "stroke-dasharray": style.dash.join(" "), fill: "none",
    "stroke-linecap": kind === "planned" ? "round" : "butt",
  })];
  if (style.bar) parts.push(svg("path", { d: "M13 .5V9.5", stroke: color, "stroke-width": 2.4 }));
  return svg("svg", { viewBox: "0 0 26 10", class: "stroke", "aria-hidden": "true" }, parts);
}

function plural(count, one, many = one + "s") {
  return `${count} ${count === 1 ? one : many}`;
}
