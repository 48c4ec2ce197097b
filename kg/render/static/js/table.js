// All statements as rows: to sort, to filter, to copy.

const TABLE = document.getElementById("view-table");
const ROWS_AT_ONCE = 400;

const COLUMNS = [
  { name: "Subject", value: (c) => labelOf(c.s) },
  { name: "Relation", value: (c) => c.verb },
  { name: "Object", value: (c) => [c.o && c.o.c != null ? wordsOf(DATA.claims[c.o.c]) : labelOf(c.o), ...c.q.map((q) => `${q.lead} ${labelOf(q.o)}`)].filter(Boolean).join(" ") },
  { name: "Kind", value: (c) => (c.kind === "fact" ? "fact" : badgeOf(c)) },
  { name: "Who says so", value: (c) => c.by.map((key) => DATA.entities[key].label).join(", ") },
  { name: "When", value: (c) => c.when, order: (c) => c.from || c.to || "9999" },
  { name: "Amount", value: (c) => c.amount },
];

function updateTable() {
  if (STATE.view !== "table") return;
  const filter = element("input", { type: "search", placeholder: "Filter the rows", "aria-label": "Filter the rows", value: STATE.rows, on: { input: (event) => change({ rows: event.target.value }, false) } });
  const count = element("p", { class: "count", role: "status" });
  const copy = element("button", { type: "button", class: "icon wide", text: "Copy as CSV", on: { click: () => copyRows(copy) } });
  const body = element("tbody");
  fill(TABLE, [element("div", { class: "table" }, [
    element("div", { class: "above" }, [filter, count, copy]),
    element("table", {}, [element("thead", {}, [element("tr", {}, COLUMNS.map(headOf))]), body]),
  ])]);
  refillTable();
}

function headOf(column, i) {
  const { column: by, down } = STATE.sort;
  const sorted = by === i ? (down ? "descending" : "ascending") : null;
  const sort = () => {
    change({ sort: { column: i, down: by === i && !down } });
    TABLE.querySelectorAll("th button")[i].focus();
  };
  return element("th", { scope: "col", "aria-sort": sorted }, [element("button", { type: "button", text: column.name, on: { click: sort } })]);
}

/** Numbers of the statements that the filters and the words let through, in the order chosen. */
function rowsShown() {
  const words = STATE.rows.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (claim) => words.every((word) => (COLUMNS.map((c) => c.value(claim)).join(" ") + " " + sentenceOf(claim)).toLowerCase().includes(word));
  const rows = shownClaims(DATA.claims.map((_, i) => i)).filter((i) => !words.length || has(DATA.claims[i]));
  if (STATE.sort.column === null) return rows;
  const { order, value } = COLUMNS[STATE.sort.column];
  const key = (i) => (order || value)(DATA.claims[i]).toLowerCase();
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b) * (STATE.sort.down ? -1 : 1));
}

/** Bring the rows in line with the filters and words; the field that the words are typed into stays. */
function refillTable() {
  const [body, count] = [TABLE.querySelector("tbody"), TABLE.querySelector(".count")];
  if (STATE.view !== "table" || !body) return;
  const rows = rowsShown();
  count.textContent = rows.length === DATA.claims.length ? plural(rows.length, "statement") : `${rows.length} of ${plural(DATA.claims.length, "statement")}`;
  fill(body, rows.slice(0, ROWS_AT_ONCE).map(rowOf));
  if (rows.length > ROWS_AT_ONCE) body.append(moreRows(rows.slice(ROWS_AT_ONCE)));
}

/** A row that brings the next ones. */
function moreRows(rest) {
  const next = () => {
    row.replaceWith(...rest.slice(0, ROWS_AT_ONCE).map(rowOf), ...(rest.length > ROWS_AT_ONCE ? [moreRows(rest.slice(ROWS_AT_ONCE))] : []));
  };
  const button = element("button", { type: "button", class: "link", text: `Show ${Math.min(rest.length, ROWS_AT_ONCE)} of ${rest.length} more`, on: { click: next } });
  const row = element("tr", { class: "portion" }, [element("td", { colspan: COLUMNS.length }, [button])]);
  return row;
}

function rowOf(i) {
  const claim = DATA.claims[i];
  const current = STATE.selected && STATE.selected.claim === i;
  const open = (event) => { if (!event.target.closest("button")) select({ claim: i }); };
  const subject = element("button", { type: "button", "aria-label": `${labelOf(claim.s)}: open this statement`, on: { click: () => select({ claim: i }) } }, [isolated(short(labelOf(claim.s), 90))]);
  const cells = COLUMNS.map((column, n) => element("td", { class: n === 3 ? `kind-${claim.kind}` : "" }, [
    n === 0 ? subject : n === 3 ? element("span", { class: "badge", text: column.value(claim) }) : isolated(short(column.value(claim), 200)),
  ]));
  return element("tr", { class: "row", "data-claim": i, "aria-current": current ? "true" : null, on: { click: open } }, cells);
}

/** A cell of a CSV file; a leading sign that a spreadsheet would compute gets an apostrophe. */
function csvCell(text) {
  const plain = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function csvOf(numbers) {
  const head = [...COLUMNS.map((c) => c.name), "Sentence", "Article"];
  const rows = numbers.map((i) => {
    const claim = DATA.claims[i];
    return [...COLUMNS.map((c) => c.value(claim) || ""), sentenceOf(claim), DATA.articles[claim.article].title];
  });
  return [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

async function copyRows(button) {
  const text = csvOf(rowsShown());
  const done = await copyText(text);
  button.textContent = done ? "Copied" : "Copying is not allowed here";
}

/** Put text on the clipboard; pages opened from a file may only do it the old way. */
async function copyText(text) {
  if (navigator.clipboard && isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      if (error.name !== "NotAllowedError") throw error;
    }
  }
  const box = element("textarea", { class: "hidden-text", "aria-hidden": "true" });
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}
