// The legend is the filter: what each look means, how many there are, and a press to see only those.

function updateLegend() {
  const kinds = tally(DATA.claims.map((claim) => claim.kind));
  const types = tally(Object.values(DATA.entities).map((entity) => entity.type));
  keepFocus(document.getElementById("kinds"), Object.keys(DATA.kinds).filter((kind) => kinds[kind]).map((kind) => (
    chip("kind", kind, [stroke(kind), DATA.kinds[kind].label, kinds[kind]], DATA.kinds[kind].explanation)
  )));
  keepFocus(document.getElementById("types"), Object.keys(DATA.types).filter((type) => types[type]).map((type) => (
    chip("type", type, [symbol(type), DATA.types[type].label, types[type]], "")
  )));
  const reset = document.getElementById("reset");
  reset.hidden = !STATE.hiddenKinds.size && !STATE.hiddenTypes.size && !narrowed() && !reshaped();
  const shown = shownSet().size;
  reset.textContent = shown < DATA.claims.length ? `Show all again (now ${shown} of ${DATA.claims.length})` : "Draw all again";
}

/** Refill a row of buttons without taking the keyboard's focus from the one that has it. */
function keepFocus(parent, children) {
  const at = [...parent.children].indexOf(document.activeElement);
  fill(parent, children);
  if (at >= 0) parent.children[at]?.focus();
}

function tally(names) {
  const counts = {};
  for (const name of names) counts[name] = (counts[name] || 0) + 1;
  return counts;
}

/**
 * One entry of the legend: a press shows only those, a second press all again. With Shift, a right press
 * or a long one it leaves them out.
 */
function chip(name, value, [image, label, count], explanation) {
  const hidden = name === "kind" ? "hiddenKinds" : "hiddenTypes";
  const [chosen, out] = [STATE.only[name] === value, STATE[hidden].has(value)];
  const leaveOut = (event) => {
    event.preventDefault();
    change({ [hidden]: toggled(STATE[hidden], value), ...(chosen ? { only: { ...STATE.only, [name]: null } } : {}) });
  };
  const press = (event) => {
    if (event.shiftKey || out) leaveOut(event);
    else only({ [name]: chosen ? null : value });
  };
  const title = [explanation, out ? "Press to bring them back." : "Press to see only these, with Shift to leave them out."].filter(Boolean).join(". ");
  const faded = out || (STATE.only[name] !== null && !chosen);
  return element("button", { type: "button", class: `chip${out ? " out" : faded ? " faded" : ""}`, "aria-pressed": String(chosen), title, on: { click: press, contextmenu: leaveOut } }, [
    image, element("span", { text: label }), element("small", { text: count }), out && element("span", { class: "hidden-text", text: "left out" }),
  ]);
}

/** How much is drawn: names only, the main phrases too, everything. */
function updateDetail() {
  const count = (level) => DATA.nodes.filter((node) => node.tier <= level).length;
  const levels = [[1, "Names", "names only"], [2, "Main", "names and the phrases that matter most"], [3, DATA.nodes.some((node) => node.tier > 3) ? "Top" : "All", "every phrase that has a place"]];
  const buttons = levels.filter(([level]) => level === 2 || count(level) !== count(2)).map(([level, label, title]) => (
    element("button", { type: "button", "aria-pressed": String(STATE.level === level), title: `Draw ${title}`, text: `${label} ${count(level)}`, on: { click: () => { change({ level }); fit(); } } })
  ));
  keepFocus(document.getElementById("detail"), buttons.length > 1 ? buttons : []);
}

/** Entities that no statement connects to another, below the graph. */
function updateTray() {
  const tray = document.getElementById("tray");
  const live = narrowed() ? takingPart() : null;
  const shown = DATA.lonely.filter((key) => DATA.entities[key].named && !STATE.hiddenTypes.has(DATA.entities[key].type) && (!live || live.has(key)));
  tray.hidden = !shown.length || STATE.around !== null;
  tray.querySelector("summary").textContent = `Not connected, or only quoted as a source (${shown.length})`;
  fill(tray.querySelector(".chips"), inPortions(shown, (key) => (
    element("button", { type: "button", class: "chip", on: { click: () => select({ entity: key }) } }, [symbol(DATA.entities[key].type), element("span", {}, [isolated(short(DATA.entities[key].label, 60))])])
  )));
}
