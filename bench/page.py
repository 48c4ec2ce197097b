"""Time the page in a browser against a bare vis-network page with the same places.

    python bench/page.py [NODES ...] [--runs 5]

For each number of nodes a made-up graph is drawn: seconds to render the page in Python, its size,
milliseconds from the start of loading until the first frame with the graph in it stands (as the page
opens, with all nodes drawn that have a place, and for the bare page), and frames while the picture
is dragged. Needs playwright and Chromium (KG_BROWSER).
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from kg import ids
from kg.model import Article, Claim, Entity, EntityRef, Evidence, Extraction, Modality, Predicate, TimeSpan
from kg.render.page import render_page

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TYPES = ("Company", "Person", "Government", "GovernmentBody", "Place", "Product", "Event", "Thing")
MODALITIES: tuple[Modality, ...] = ("asserted", "asserted", "asserted", "planned", "possible", "denied")
VERBS = ("approve", "meet with", "sell", "sign", "criticize", "visit", "finance", "supply")
FRAMES = """
window.loaded = new Promise((done) => addEventListener("load", () => {
  const told = () => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  const ready = () => (window.pressgraph || window.bare ? told() : setTimeout(ready, 1));
  ready();
}));
"""

TICKS = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def made_up(nodes: int) -> Extraction:
    """An extraction with `nodes` connected entities, a few of them hubs, and half again as many statements."""
    entities = [
        Entity(f"{ids.ENT}n{i}", f"{TYPES[i % 8]} number {i}", TYPES[i % 8], named=TYPES[i % 8] != "Thing")
        for i in range(nodes)
    ]
    text = "It did."
    article = Article("made-up", "made-up", text, "A made-up graph", published=date(2025, 1, 1), source="Bench")
    claims = []
    for i in range(1, nodes):
        claims.append(_claim(len(claims), entities[i], entities[int(math.sqrt(i))], article))
        if i % 2:
            claims.append(_claim(len(claims), entities[(i * 7919) % nodes], entities[i], article))
    return Extraction(article, tuple(claims), (), tuple(entities))


def _claim(number: int, subject: Entity, target: Entity, article: Article) -> Claim:
    verb = VERBS[number % len(VERBS)]
    day = date(2024, 1 + number % 12, 1 + number % 28)
    return Claim(
        id=f"{ids.CLAIM}c{number}",
        subject=EntityRef(subject, "It", 0, 2),
        predicate=Predicate(f"{ids.ENT}{verb}", verb, verb.split()[0], "did", 3, 6, True),
        object=EntityRef(target, "It", 0, 2),
        evidence=Evidence(article.id, article.text, 0, len(article.text), article.published),
        modality=MODALITIES[number % len(MODALITIES)],
        time=TimeSpan(day, day, "", "day") if number % 3 else None,
    )


def bare(page: str) -> str:
    """A page with nothing but vis-network and what the page draws at first, at the same places."""
    start = page.index('<script type="application/json" id="data">') + len('<script type="application/json" id="data">')
    data: dict[str, Any] = json.loads(page[start : page.index("</script>", start)])
    placed = [n for n in data["nodes"] if "x" in n]
    keys = {n["id"] for n in placed}
    nodes = [{key: n[key] for key in ("id", "label", "shape", "color", "size", "x", "y")} for n in placed]
    edges = [{"from": e["from"], "to": e["to"]} for e in data["edges"] if e["from"] in keys and e["to"] in keys]
    script = (resources.files("pyvis") / "lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    return (
        f"<!doctype html><meta charset=utf-8><div id=n style='height:800px'></div><script>{script}</script><script>"
        f"const n=new vis.Network(document.getElementById('n'),{{nodes:{json.dumps(nodes)},edges:{json.dumps(edges)}}},"
        "{physics:false,layout:{improvedLayout:false}});n.once('afterDrawing',()=>{window.bare=n})</script>"
    )


def paint(browser: Browser, path: Path, runs: int, address: str = "") -> float:
    """Median milliseconds until the graph stands on the screen."""
    times = []
    for _ in range(runs):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_init_script(FRAMES)
        tab = context.new_page()
        tab.goto(path.as_uri() + address)
        times.append(tab.evaluate("window.loaded"))
        context.close()
    return statistics.median(times)


def drag(browser: Browser, path: Path, address: str = "") -> tuple[float, float]:
    """Milliseconds of the median and of the slowest frame while the picture is dragged about."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(path.as_uri() + address)
    tab.wait_for_timeout(1500)
    tab.evaluate(TICKS)
    tab.mouse.move(400, 300)
    tab.mouse.down()
    for step in range(60):
        tab.mouse.move(400 + 4 * step, 300 + 2 * step)
    tab.mouse.up()
    frames: list[float] = tab.evaluate("window.frames_")
    context.close()
    return statistics.median(frames), max(frames)


def measure(browser: Browser, nodes: int, runs: int, folder: Path) -> str:
    """One line of the table."""
    extraction = made_up(nodes)
    begin = time.perf_counter()
    html = render_page([extraction])
    seconds = time.perf_counter() - begin
    ours, theirs = folder / f"page-{nodes}.html", folder / f"bare-{nodes}.html"
    ours.write_text(html, "utf-8")
    theirs.write_text(bare(html), "utf-8")
    first, whole = paint(browser, ours, runs), paint(browser, ours, runs, "#level=3")
    other = paint(browser, theirs, runs)
    moves = [f"{ms:6.0f}" for ms in (*drag(browser, ours, "#level=3"), *drag(browser, theirs))]
    sizes = f"{len(html.encode()) / 1e6:6.2f}"
    return f"{nodes:7} {seconds:8.1f} {sizes} {first:6.0f} {whole:6.0f} {other:6.0f}   {' '.join(moves)}"


def main() -> None:
    """Print the table for the numbers given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", type=int, nargs="*", default=[120, 2000, 20000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("KG_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    print("                        first paint, ms        frames while dragged, ms: median and slowest")
    print("  nodes render s     MB   main    all   bare     all, page     bare")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for nodes in options.nodes:
            print(measure(browser, nodes, options.runs, Path(folder)), flush=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
