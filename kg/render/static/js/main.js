// Starting the page and passing changes of the state on to its parts.

const VIEWS = ["graph", "claims", "timeline", "article", "table"];
const MOON = "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z";
const SUN = "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm-1-6h2v4h-2Zm0 18h2v4h-2ZM1 11h4v2H1Zm18 0h4v2h-4ZM3.5 4.9l1.4-1.4 2.8 2.8-1.4 1.4Zm12.8 12.8 1.4-1.4 2.8 2.8-1.4 1.4ZM3.5 19.1l2.8-2.8 1.4 1.4-2.8 2.8ZM16.3 6.3l2.8-2.8 1.4 1.4-2.8 2.8Z";

function updateTheme() {
  document.documentElement.dataset.theme = dark() ? "dark" : "light";
  const icon = svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, [svg("path", { d: dark() ? SUN : MOON })]);
  fill(document.getElementById("theme"), [icon]);
}

function updateViews() {
  for (const view of VIEWS) {
    const tab = document.getElementById(`tab-${view}`);
    tab.setAttribute("aria-selected", String(STATE.view === view));
    tab.tabIndex = STATE.view === view ? 0 : -1;
    const section = document.getElementById(`view-${view}`);
    if (view === "graph") section.classList.toggle("off", STATE.view !== view); // keeps its size
    else section.hidden = STATE.view !== view;
    section.inert = STATE.view !== view;
  }
  document.getElementById("tools").hidden = STATE.view !== "graph";
}

function update(what) {
  const filters = what.has("hiddenKinds") || what.has("hiddenTypes") || what.has("only");
  const shape = what.has("around") || what.has("expanded") || what.has("collapsed");
  const theme = what.has("theme");
  if (theme) updateTheme();
  if (what.has("view")) updateViews();
  if (filters || theme || shape) { updateLegend(); updateTray(); updateAxis(); }
  if (filters || what.has("choosing")) updateChoices();
  if (what.has("level")) updateDetail();
  if (what.has("view")) AXIS.hidden = STATE.view === "article";
  if (GRAPH.network) {
    if (relaxing()) stopRelaxing("Stopped");
    updateGraph();
  }
  if (what.has("selected") || what.has("order") || filters || theme || shape) updateDetails();
  if (what.has("view") || what.has("selected") || what.has("article")) updateArticle();
  if (what.has("view") || filters || theme) { updateTable(); updateClaims(); updateTimeline(); }
  else if (what.has("sort")) updateTable();
  else if (what.has("rows")) refillTable();
  else if (what.has("selected")) markRow();
  if (what.has("selected")) {
    document.body.classList.toggle("choosing", STATE.selected !== null);
    if (STATE.selected) announce();
    if (STATE.selected && narrow()) requestAnimationFrame(() => requestAnimationFrame(revealSelected));
  }
}

function markRow() {
  for (const row of document.querySelectorAll("main > .view [data-claim]")) {
    if (STATE.selected && Number(row.dataset.claim) === STATE.selected.claim) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

function narrow() {
  return matchMedia("(max-width: 760px)").matches;
}

/** A phone, or a window so low that the graph needs all of it; the styles have the same bounds. */
function cramped() {
  return narrow() || matchMedia("(max-height: 740px)").matches;
}

/** On a phone the panel has just covered half of the graph: bring what is selected back into sight. */
function revealSelected() {
  const key = STATE.selected && (STATE.selected.entity ?? EDGES.get(STATE.selected.edge)?.from);
  if (key !== undefined && key !== null) centre(key);
}

function announce() {
  const first = PANEL.querySelector(".line");
  say(`${PANEL.querySelector("h2").textContent}. ${first ? first.textContent : ""}`);
}

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "Escape" && relaxing()) stopRelaxing("Stopped");
    else if (event.key === "Escape" && STATE.choosing && narrow()) change({ choosing: false }, false);
    else if (event.key === "Escape" && STATE.selected) select(null);
    else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      SEARCH.focus();
    }
  });
  const tabs = VIEWS.map((view) => document.getElementById(`tab-${view}`));
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => change({ view: VIEWS[i] }));
    tab.addEventListener("keydown", (event) => {
      const turn = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!turn) return;
      const next = (i + turn + tabs.length) % tabs.length;
      change({ view: VIEWS[next] });
      tabs[next].focus();
    });
  });
}

function showAllAgain() {
  const apart = STATE.around !== null;
  change({ hiddenKinds: new Set(), hiddenTypes: new Set(), only: EVERYTHING, around: null, expanded: new Set(), collapsed: new Set() });
  if (apart) fit();
}

function startButtons() {
  const on = (id, press) => document.getElementById(id).addEventListener("click", press);
  on("fit", fit);
  on("relax", toggleRelaxing);
  on("restore", putBack);
  on("zoom-in", () => zoom(1.3));
  on("zoom-out", () => zoom(1 / 1.3));
  on("reset", showAllAgain);
  on("more", () => change({ choosing: !STATE.choosing }, false));
  on("theme", () => change({ theme: dark() ? "light" : "dark" }, false));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => update(new Set(["theme"])));
  addEventListener("hashchange", () => change(readAddress(location.hash), false));
}

function start() {
  document.getElementById("byline").textContent = DATA.articles.length === 1 ? visible(sourceLine(DATA.articles[0])) : visible(manySources());
  onChange(update);
  Object.assign(STATE, readAddress(location.hash || DATA.start));
  STATE.choosing = !cramped() && (DATA.articles.length > 1 || narrowed());
  startAxis();
  AXIS.hidden = STATE.view === "article";
  document.getElementById("tray").open = !cramped() && DATA.lonely.filter((key) => DATA.entities[key].named).length <= 12;
  updateTheme();
  updateViews();
  updateLegend();
  updateChoices();
  updateAxis();
  updateTray();
  updateDetail();
  updateDetails();
  startGraph();
  updateArticle();
  updateTable();
  updateClaims();
  updateTimeline();
  startSearch();
  startWalk();
  startKeys();
  startButtons();
  startDownloads();
  startPrinting();
  if (STATE.view === "article") showSelectedSentence();
  document.body.classList.toggle("choosing", STATE.selected !== null);
  if (narrow()) requestAnimationFrame(() => requestAnimationFrame(revealSelected));
}

start();
window.pressgraph = Object.freeze({ whereabouts });
