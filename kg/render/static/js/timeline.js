// Dated statements and events in the order of time; those without a date are counted and listed below.

const TIMELINE = document.getElementById("view-timeline");
const DAYS_AT_ONCE = 60;
const OUTLETS = new Set(DATA.articles.map((article) => article.source)).size;

/** Build the view anew; with `unfolded` the undated statements stand open. */
function updateTimeline(unfolded = false) {
  if (STATE.view !== "timeline") return;
  const shown = inTime([...shownSet()]);
  const dated = shown.filter((i) => dayOf(DATA.claims[i]));
  const undated = shown.filter((i) => !dayOf(DATA.claims[i]));
  fill(TIMELINE, [element("div", { class: "sheet" }, [
    !shown.length ? element("p", { class: "note", text: "No statement is shown." }) : element("p", { class: "guide", text: `${plural(dated.length, "statement")} with a date, ${undated.length} without one.` }),
    dated.length > 0 && element("div", { class: "timeline" }, inPortions(daysOf(dated), ([heading, numbers]) => dayBlock(heading, numbers), DAYS_AT_ONCE)),
    undated.length > 0 && undatedList(undated, unfolded),
  ])]);
}

/** Bring a statement's day into sight, and those before it as far as they were not built yet. */
function showOnTimeline(i) {
  const wanted = () => TIMELINE.querySelector('[aria-current="true"]');
  for (let more = true; more && !wanted();) {
    more = TIMELINE.querySelector(".timeline > .portion button");
    more?.click();
  }
  wanted()?.scrollIntoView({ block: "center" });
  say(`${DATA.claims[i].when} on the timeline`);
}

/** [time in words, statements] in order, a new one wherever the time changes. */
function daysOf(numbers) {
  const found = [];
  for (const i of numbers) {
    const { when } = DATA.claims[i];
    if (!found.length || found[found.length - 1][0] !== when) found.push([when, []]);
    found[found.length - 1][1].push(i);
  }
  return found;
}

function dayBlock(heading, numbers) {
  return element("section", { class: "day" }, [
    element("h3", { text: heading }),
    element("ul", { class: "lines" }, alike(numbers).map((same) => claimLine(same, eventNote(same), false))),
  ]);
}

/** Whether statements that say the same are about an event, and who makes them where it is not the only article. */
function eventNote(same) {
  const [claim] = same.map((i) => DATA.claims[i]);
  const event = endsOfClaim(claim).some((key) => DATA.entities[key].type === "Event");
  const by = claim.by.length ? "according to " : "";
  const voices = claim.by.length || OUTLETS > 1 ? voicesOf(same) : short(DATA.articles[claim.article].title, 80);
  const told = claim.by.length || DATA.articles.length > 1 ? by + voices : "";
  return [event && "event", told].filter(Boolean).join(" · ");
}

function undatedList(numbers, open) {
  const list = element("ul", { class: "lines" });
  const show = () => { if (!list.children.length) fill(list, inPortions(alike(numbers), (same) => claimLine(same, eventNote(same)))); };
  if (open) show();
  return element("details", { class: "speaker", open, on: { toggle: show } }, [element("summary", {}, [element("span", { text: "No date" }), element("small", { text: plural(numbers.length, "statement") })]), list]);
}
