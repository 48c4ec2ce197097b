// Who says what: what is disputed, what several agree on, who is for and against, and each speaker's words.

const CLAIMS = document.getElementById("view-claims");
const SPEAKERS_OPEN = 3; // so many speakers' statements stand open; the others open at a press

/** Build the view anew; with `unfolded` all that it can show, as paper needs it. */
function updateClaims(unfolded = false) {
  if (STATE.view !== "claims") return;
  const parts = [disputes(), agreements(), forAndAgainst(), speakerList(unfolded)];
  fill(CLAIMS, [element("div", { class: "sheet" }, parts.some((part) => part && part.length) ? parts : [element("p", { class: "note", text: "No statement is shown." })])]);
}

/** Statement numbers put together where they say the same of the same time: several articles may. */
function alike(numbers) {
  const found = new Map();
  for (const i of numbers) {
    const { kind, when } = DATA.claims[i];
    const key = JSON.stringify([wordsOf(DATA.claims[i]), kind, when]);
    found.set(key, [...(found.get(key) || []), i]);
  }
  return [...found.values()];
}

/** Statements that say the same as one line: their look, their words as a button, `note`, and their time. */
function claimLine(same, note = "", time = true) {
  const claim = DATA.claims[same[0]];
  const open = () => select(same.length > 1 ? { claims: same } : { claim: same[0] });
  const words = element("button", { type: "button", on: { click: open } }, [isolated(short(wordsOf(claim), 220))]);
  const remarks = same.length === 1 || !note ? remarksOn(same[0]).map(([text]) => text) : [];
  const small = [note, claim.kind !== "claim" && claim.kind !== "fact" && badgeOf(claim), time && claim.when, ...remarks].filter(Boolean).join(" · ");
  const current = STATE.selected && same.includes(STATE.selected.claim);
  return element("li", { class: `kind-${claim.kind}`, "data-claim": same[0], "aria-current": current ? "true" : null }, [
    stroke(claim.kind), element("div", {}, [words, small && element("small", {}, [isolated(small)])]),
  ]);
}

function part(title, explanation, content) {
  return [element("h2", { text: title }), element("p", { class: "guide", text: explanation }), content];
}

function disputes() {
  const found = disputed();
  if (!found.length) return [];
  return part(`Disputed (${found.length})`, "Said to be so by some and not to be so by others.", inPortions(found, topicList, 20));
}

function agreements() {
  const found = agreed();
  if (!found.length) return [];
  return part(`Agreed on (${found.length})`, "Said alike by more than one speaker or outlet.", inPortions(found, topicList, 20));
}

/** The statements of one topic, each once with all who make it. */
function topicList(numbers) {
  return element("ul", { class: "lines topic" }, alike(numbers).map((same) => claimLine(same, voicesOf(same))));
}

/** "Daily Meridian, Harbor Ledger (2 articles) and Ana Ruiz". */
function voicesOf(numbers) {
  const told = new Map();
  for (const i of numbers) told.set(nameOfVoice(DATA.claims[i]), new Set([...(told.get(nameOfVoice(DATA.claims[i])) || []), DATA.claims[i].article]));
  const names = [...told].map(([name, articles]) => (articles.size > 1 ? `${name} (${articles.size} articles)` : name));
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}` : names[0];
}

function forAndAgainst() {
  const found = sides();
  if (!found.length) return [];
  const row = ({ what, pro, contra }) => element("tr", {}, [
    element("th", { scope: "row" }, [nodePart(what)]),
    element("td", {}, holders(pro)), element("td", {}, holders(contra)),
  ]);
  const head = element("tr", {}, ["What", "For it", "Against it"].map((text) => element("th", { scope: "col", text })));
  const table = element("table", { class: "sides" }, [element("thead", {}, [head]), element("tbody", {}, found.slice(0, 60).map(row))]);
  return part("For and against", "Who backs, welcomes or approves a thing, and who opposes, criticises or rejects it.", [table]);
}

function holders(numbers) {
  const keys = [...new Set(numbers.map((i) => DATA.claims[i].s.e))];
  return keys.flatMap((key, n) => {
    const own = numbers.filter((i) => DATA.claims[i].s.e === key);
    const open = () => select(own.length === 1 ? { claim: own[0] } : { claims: own });
    return [n ? ", " : "", element("button", { type: "button", class: "name", on: { click: open } }, [isolated(DATA.entities[key].label)])];
  });
}

/** People and bodies first, the most quoted on top; documents and other sources after them. */
function speakerList(unfolded) {
  const said = [...PARTS].map(([key, { said: numbers }]) => [key, shownClaims(numbers)]).filter(([, numbers]) => numbers.length);
  said.sort((a, b) => AGENTS.has(DATA.entities[b[0]].type) - AGENTS.has(DATA.entities[a[0]].type) || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  if (!said.length) return [];
  const folded = ([key, numbers], n) => speakerOf(key, numbers, unfolded || n < SPEAKERS_OPEN);
  const own = [...shownSet()].filter((i) => !DATA.claims[i].by.length).length;
  return part("Who says what", `${plural(own, "further statement stands", "further statements stand")} in the ${DATA.articles.length > 1 ? "articles'" : "article's"} own words.`, inPortions(said.map((row, n) => [row, n]), ([row, n]) => folded(row, n), 60));
}

/** One speaker's statements, made into elements when they are opened. */
function speakerOf(key, numbers, open) {
  const list = element("ul", { class: "lines" });
  const show = () => { if (!list.children.length) fill(list, inPortions(alike(inTime(numbers)), (same) => claimLine(same, passedOn(key, DATA.claims[same[0]])))); };
  if (open) show();
  const entity = DATA.entities[key];
  return element("details", { class: "speaker", open, on: { toggle: show } }, [
    element("summary", {}, [symbol(entity.type), element("span", {}, [isolated(entity.label)]), element("small", { text: plural(numbers.length, "statement") })]),
    element("p", {}, [element("button", { type: "button", class: "link", text: "All about this speaker", on: { click: () => select({ entity: key }) } })]),
    list,
  ]);
}

/** "via Bloomberg", or "passing on Siemens": how a statement came to or through a speaker. */
function passedOn(key, claim) {
  const at = claim.by.indexOf(key);
  const names = (keys) => keys.map((k) => kept(DATA.entities[k].label)).join(", ");
  if (at > 0) return `passing on ${names(claim.by.slice(0, at))}`;
  return claim.by.length > 1 ? `via ${names(claim.by.slice(1))}` : "";
}
