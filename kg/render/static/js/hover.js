// What a pointer over a node or an edge tells, before any click.

const TIP = document.getElementById("tip");

function listenToHover() {
  GRAPH.network.on("hoverNode", ({ node, pointer }) => {
    GRAPH.hover = node;
    const entity = DATA.entities[node];
    showTip(pointer.DOM, [element("strong", {}, [isolated(short(entity.label, 160))]), element("span", { text: `${DATA.types[entity.type].label} · ${plural(claimsOf(node).length, "statement")}` })]);
  });
  GRAPH.network.on("hoverEdge", ({ edge, pointer }) => {
    const claims = GRAPH.drawn.edges.get(edge) || [];
    const lines = claims.slice(0, 3).map((i) => element("div", {}, [isolated(short(englishOf(DATA.claims[i]), 180))]));
    if (claims.length > 3) lines.push(element("span", { text: `and ${claims.length - 3} more` }));
    showTip(pointer.DOM, lines);
  });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) GRAPH.network.on(event, hideTip);
}

function showTip({ x, y }, content) {
  fill(TIP, content);
  TIP.hidden = false;
  CANVAS.classList.add("pointing");
  const left = Math.min(x + 16, CANVAS.clientWidth - TIP.offsetWidth - 8);
  const top = y + 20 + TIP.offsetHeight > CANVAS.clientHeight ? y - TIP.offsetHeight - 12 : y + 20;
  TIP.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
}

function hideTip() {
  GRAPH.hover = null;
  TIP.hidden = true;
  CANVAS.classList.remove("pointing");
}
