// Choosing statements by speaker, relation, confidence, article, outlet and day.

const CHOICES = document.getElementById("filters");
const SURE = [0.5, 0.7, 0.9];

/** [value, how many statements] of what `valuesOf` finds in each statement, the most frequent first. */
function countsOf(valuesOf) {
  const found = new Map();
  for (const claim of DATA.claims) for (const value of valuesOf(claim)) found.set(value, (found.get(value) || 0) + 1);
  return [...found];
}

function byCount(rows, name) {
  return rows.sort((a, b) => b[1] - a[1] || (name(a[0]) < name(b[0]) ? -1 : 1));
}

/** The choices that there are: name in `STATE.only`, title, what stands for all, options. */
function choicesOf() {
  const label = (key) => DATA.entities[key].label;
  const speakers = byCount(countsOf((c) => c.by), label).map(([key, n]) => [key, `${short(label(key), 60)} (${n})`]);
  const own = DATA.claims.filter((c) => !c.by.length).length;
  const relations = byCount(countsOf((c) => [c.relation]), String).map(([name, n]) => [name, `${short(name, 60)} (${n})`]);
  const sure = SURE.map((least) => [least, DATA.claims.filter((c) => c.confidence >= least).length]);
  const choices = [
    { name: "by", title: "Said by", all: "anybody", options: [[NOBODY, `${DATA.articles.length > 1 ? "the articles themselves" : "the article itself"} (${own})`], ...speakers] },
    { name: "support", title: "Support", all: "any", options: supports() },
    { name: "relation", title: "Relation", all: "any", options: relations },
    { name: "sure", title: "Confidence", all: "any", options: sure.filter(([, n]) => n && n < DATA.claims.length).map(([least, n]) => [least, `${least * 100} % and more (${n})`]) },
  ];
  return [...sources(), ...choices].filter((choice) => choice.options.length);
}

/** How many outlets must say the same, or that somebody must say the contrary; what there is none of is no choice. */
function supports() {
  const count = (wanted) => DATA.claims.filter((claim) => supported(claim, wanted)).length;
  const options = ["2", "3", "4"].map((least) => [least, `${least} outlets and more (${count(least)})`, count(least)]);
  return [...options, ["disputed", `disputed (${count("disputed")})`, count("disputed")]].filter(([, , n]) => n);
}

/** Where there are several articles: which of them, of which outlet, of which day. */
function sources() {
  if (DATA.articles.length < 2) return [];
  const of = (read) => countsOf((c) => [read(DATA.articles[c.article])].filter(Boolean));
  const days = of((a) => a.published).sort((a, b) => (a[0] < b[0] ? 1 : -1));
  const articles = DATA.articles.map((a, i) => [i, short([a.published, a.title].filter(Boolean).join(" · "), 90)]);
  articles.sort((a, b) => (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : a[0] - b[0]));
  return [
    { name: "article", title: "Article", all: `all ${DATA.articles.length}`, options: articles },
    { name: "outlet", title: "Outlet", all: "any", options: byCount(of((a) => a.source), String).map(([name, n]) => [name, `${short(name, 60)} (${n})`]) },
    { name: "day", title: "Published", all: "any day", options: days.map(([day, n]) => [day, `${longDate(day)} (${n})`]) },
  ];
}

let OFFERED = null; // the choices depend on the data alone

function updateChoices() {
  OFFERED = OFFERED || choicesOf();
  const button = document.getElementById("more");
  const set = OFFERED.filter(({ name }) => STATE.only[name] !== EVERYTHING[name]).length;
  button.setAttribute("aria-expanded", String(STATE.choosing));
  const done = STATE.choosing && narrow(); // on a phone they cover the view that they filter
  button.textContent = done ? `Show ${plural(shownSet().size, "statement")}` : set ? `Filters (${set})` : "Filters";
  document.body.classList.toggle("filtering", STATE.choosing);
  CHOICES.hidden = !STATE.choosing;
  if (!STATE.choosing) return;
  if (!CHOICES.children.length) fill(CHOICES, OFFERED.map(choiceOf));
  for (const { name, options } of OFFERED) {
    const at = options.findIndex(([value]) => value === STATE.only[name]);
    document.getElementById(`only-${name}`).selectedIndex = at + 1;
  }
}

function choiceOf({ name, title, all, options }) {
  const choose = (event) => only({ [name]: event.target.selectedIndex ? options[event.target.selectedIndex - 1][0] : EVERYTHING[name] });
  const rows = [all, ...options.map(([, text]) => text)].map((text, i) => element("option", { value: i, text }));
  const select = element("select", { id: `only-${name}`, on: { change: choose } }, rows);
  return element("p", {}, [element("label", { for: select.id, text: title }), select]);
}

/** Change some choices; an article that is singled out is also the one to read. */
function only(parts) {
  const article = parts.article ?? STATE.article;
  change({ only: { ...STATE.only, ...parts }, ...(article === STATE.article ? {} : { article }) });
  if (["article", "outlet", "day"].some((name) => name in parts)) fit();
}
