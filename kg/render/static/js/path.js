// The shortest chain of statements from one entity to another, whichever way each of them points.

/** Edges of a shortest chain between two entities over the statements shown, or null. */
function shortestChain(from, to) {
  const shown = shownSet();
  const { last } = shortestChain;
  if (last && last.from === from && last.to === to && last.shown === shown) return last.chain;
  const chain = searchChain(from, to);
  shortestChain.last = { from, to, shown, chain };
  return chain;
}

function searchChain(from, to) {
  const reached = new Map([[from, null]]);
  const queue = [from];
  for (let n = 0; n < queue.length && !reached.has(to); n++) {
    const at = queue[n];
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

/** One statement for each step of the selected chain: the best founded of those between its ends. */
function chainClaims([from, to]) {
  const order = Object.keys(DATA.kinds);
  const better = (a, b) => order.indexOf(DATA.claims[a].kind) - order.indexOf(DATA.claims[b].kind) || a - b;
  return (shortestChain(from, to) || []).map((edge) => [...shownClaims(edge.claims)].sort(better)[0]);
}

const ENDS_AT_MOST = 400; // a longer list would be no choice

/** A choice of entities; choosing one shows how it is connected to entity `key`. */
function connector(key, chosen = "") {
  if (!NODES.has(key)) return null;
  const others = DATA.nodes.map((node) => node.id).filter((id) => id !== key && DATA.entities[id].named);
  others.sort((a, b) => NODES.get(b).weight - NODES.get(a).weight).splice(ENDS_AT_MOST);
  if (chosen && !others.includes(chosen)) others.push(chosen);
  others.sort((a, b) => DATA.entities[a].label.localeCompare(DATA.entities[b].label, "en"));
  if (!others.length) return null;
  const options = others.map((id) => element("option", { value: id, selected: id === chosen, text: short(DATA.entities[id].label, 60) }));
  const show = (event) => select(event.target.value ? { path: [key, event.target.value] } : { entity: key });
  const choice = element("select", { id: "connect", on: { change: show } }, [element("option", { value: "", text: "choose…" }), options]);
  return element("p", { class: "connect" }, [element("label", { for: "connect", text: "Find the way to " }), choice]);
}

/** The chain from one entity to another: each step's statement with its evidence, and how many more there are. */
function pathCard([from, to]) {
  const chain = shortestChain(from, to);
  const names = [from, to].map((key) => short(DATA.entities[key].label, 60));
  const top = heading(["From ", entityButton(from), " to ", entityButton(to)], chain && plural(chain.length, "step"));
  const choice = connector(from, to);
  if (!chain) return [top, element("p", { class: "lead", role: "status", text: `No chain of the statements shown leads from ${names[0]} to ${names[1]}.` }), choice];
  const claims = chainClaims([from, to]);
  const step = (edge, n) => {
    const more = shownClaims(edge.claims).length - 1;
    const others = more > 0 && element("p", { class: "sub" }, [element("button", { type: "button", class: "link", text: `${plural(more, "more statement")} between these two`, on: { click: () => select({ edge: edge.id }) } })]);
    return element("li", {}, [statementCard(claims[n]), others]);
  };
  return [top, choice, element("ol", { class: "steps" }, chain.map(step))];
}
