// The shortest chain of statements from one entity to another, whichever way each of them points.

/** Edges of a shortest chain between two entities over the statements shown, or null. */
function shortestChain(from, to) {
  const reached = new Map([[from, null]]);
  const queue = [from];
  while (queue.length && !reached.has(to)) {
    const at = queue.shift();
    for (const edge of EDGES_OF.get(at)) {
      const next = edge.from === at ? edge.to : edge.from;
      if (reached.has(next) || !shownClaims(edge.claims).length) continue;
      reached.set(next, { edge, before: at });
      queue.push(next);
    }
  }
  if (!reached.has(to)) return null;
  const chain = [];
  for (let step = reached.get(to); step; step = reached.get(step.before)) chain.unshift(step.edge);
  return chain;
}

const ENDS_AT_MOST = 400; // a longer list would be no choice

/** A choice of entities; choosing one shows how it is connected to entity `key`. */
function connector(key) {
  if (!NODES.has(key)) return null;
  const others = DATA.nodes.map((node) => node.id).filter((id) => id !== key && DATA.entities[id].named);
  others.sort((a, b) => NODES.get(b).weight - NODES.get(a).weight).splice(ENDS_AT_MOST);
  others.sort((a, b) => DATA.entities[a].label.localeCompare(DATA.entities[b].label, "en"));
  if (!others.length) return null;
  const options = others.map((id) => element("option", { value: id, text: short(DATA.entities[id].label, 60) }));
  const show = (event) => showChain(key, event.target.value);
  const choice = element("select", { id: "connect", on: { change: show } }, [element("option", { value: "", text: "choose…" }), options]);
  return element("p", { class: "connect" }, [element("label", { for: "connect", text: "Find the way to " }), choice]);
}

function showChain(from, to) {
  const chain = shortestChain(from, to);
  const names = [from, to].map((key) => short(DATA.entities[key].label, 60));
  if (chain) select({ claims: chain.map((edge) => shownClaims(edge.claims)[0]), title: `From ${names[0]} to ${names[1]}` });
  else noChain(names);
}

function noChain(names) {
  const text = `No chain of the statements shown leads from ${names[0]} to ${names[1]}.`;
  const note = element("p", { class: "sub", role: "status", text });
  PANEL.querySelectorAll(".connect + .sub").forEach((old) => old.remove());
  PANEL.querySelector(".connect").after(note);
}
