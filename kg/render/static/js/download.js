// Taking along what is shown: the picture as PNG or SVG, the statements as JSON or CSV.

const DOWNLOADS = {
  png: { title: "Picture (PNG)", make: pngBlob },
  svg: { title: "Picture (SVG)", make: async () => new Blob([svgText()], { type: "image/svg+xml" }) },
  json: { title: "Statements (JSON)", make: async () => new Blob([jsonText()], { type: "application/json" }) },
  csv: { title: "Statements (CSV)", make: async () => new Blob(["\ufeff", csvOf([...shownSet()])], { type: "text/csv" }) },
};

/** The statements shown, each with its sentence and source, as JSON for people and programs. */
function jsonText() {
  const statements = [...shownSet()].map((i) => recordOf(DATA.claims[i]));
  return JSON.stringify({ title: DATA.title, shown: statements.length, of: DATA.claims.length, statements }, null, 1) + "\n";
}

function recordOf(claim) {
  const article = DATA.articles[claim.article];
  const end = (node) => node && { label: node.c != null ? wordsOf(DATA.claims[node.c]) : labelOf(node), id: node.e === undefined ? null : DATA.entities[node.e].iri, type: node.e === undefined ? null : DATA.entities[node.e].type };
  return {
    key: claim.key, text: wordsOf(claim), subject: end(claim.s), relation: claim.relation, object: end(claim.o) ?? null,
    qualifiers: claim.q.map((q) => ({ lead: q.lead, ...end(q.o) })),
    polarity: claim.negative ? "negative" : "positive", modality: claim.modality, confidence: claim.confidence,
    attributed_to: claim.by.map((key) => DATA.entities[key].label), start: claim.from, end: claim.to, amount: claim.amount || null,
    sentence: sentenceOf(claim), article: { title: article.title, url: article.url, source: article.source, published: article.published },
  };
}

function startDownloads() {
  const menu = document.getElementById("download");
  const items = Object.entries(DOWNLOADS).map(([ending, { title, make }]) => (
    element("button", { type: "button", "data-ending": ending, text: title, on: { click: async () => { menu.open = false; save(await make(), ending); } } })
  ));
  const print = element("button", { type: "button", text: "Print", on: { click: () => { menu.open = false; window.print(); } } });
  fill(menu.querySelector("div"), [items, print]);
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
}

function save(blob, ending) {
  const name = DATA.title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase().slice(0, 60) || "graph";
  const link = element("a", { href: URL.createObjectURL(blob), download: `${name}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(`Saved ${name}.${ending}`);
}

const PRINTED_AT_MOST = 300; // sentences; more belong into a table

/** Paper is light whatever the screen is, shows what stands folded, and has the evidence of all that is shown. */
function startPrinting() {
  let before = null;
  addEventListener("beforeprint", () => {
    before = STATE.theme;
    if (dark()) {
      STATE.theme = "light";
      update(new Set(["theme"]));
    }
    updateClaims(true);
    updateTimeline(true);
    for (const folded of PANEL.querySelectorAll("details.again")) folded.open = true;
    fill(document.getElementById("paper"), STATE.view === "graph" && !STATE.selected && !narrowed() ? allStatements() : []);
  });
  addEventListener("afterprint", () => {
    fill(document.getElementById("paper"), []);
    STATE.theme = before;
    update(new Set(["theme"]));
  });
}

/** Each sentence that states something with what it states, for those who read the graph on paper. */
function allStatements() {
  const shown = shownSet();
  const stated = (article) => sentencesOf(article).map((s) => ({ article, ...s, claims: s.claims.filter((i) => shown.has(i)) })).filter((s) => s.claims.length);
  const all = DATA.articles.flatMap((_, number) => stated(number));
  const rest = all.length - PRINTED_AT_MOST;
  return [
    element("h2", { text: "What is stated, and where" }), all.slice(0, PRINTED_AT_MOST).map((sentence, n) => [
      n === 0 || all[n - 1].article !== sentence.article ? element("p", { class: "byline", dir: "auto", text: [DATA.articles[sentence.article].title, sourceLine(DATA.articles[sentence.article])].join(" · ") }) : null,
      element("blockquote", { dir: "auto", text: DATA.articles[sentence.article].text.slice(sentence.start, sentence.end) }),
      element("ul", { class: "lines" }, [...new Set(sentence.claims)].map((i) => claimLine([i], voiceNote(i)))),
    ]),
    rest > 0 && element("p", { text: `and ${plural(rest, "more sentence")}: see the table` }),
  ];
}

function voiceNote(i) {
  return DATA.claims[i].by.length ? `according to ${DATA.claims[i].by.map((key) => DATA.entities[key].label).join(", via ")}` : "";
}
