"""A real Chromium, and pages opened in it with everything they do written down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Dialog, Page, Playwright, sync_playwright

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WATCH = """
window.seenViolations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.seenViolations.push(event.violatedDirective + " " + event.blockedURI);
});
"""


def browser_path(playwright: Playwright) -> str | None:
    """The Chromium to use: `$KG_BROWSER`, one on the path, or playwright's own."""
    named = os.environ.get("KG_BROWSER")
    if named:
        return named
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    own = playwright.chromium.executable_path
    return found or (own if Path(own).exists() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = browser_path(playwright)
        if path is None or not Path(path).exists():
            pytest.fail(
                f"no browser to test the page with ({path or 'none found'}): install chromium, "
                "run `playwright install chromium`, or set KG_BROWSER to the path of one",
                pytrace=False,
            )
        launched = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield launched
        launched.close()


@dataclass
class Opened:
    """A page from a file, and what it asked for and complained about since."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def violations(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.seenViolations")
        return found

    def whereabouts(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate("window.pressgraph.whereabouts()")
        return found

    def click_node(self, key: str) -> None:
        place = self.whereabouts()["nodes"][key]
        self.page.mouse.click(place["x"], place["y"])

    def click_edge(self, source: str, target: str) -> None:
        place = self.whereabouts()["edges"][f"{source} > {target}"]
        self.page.mouse.click(place["x"], place["y"])

    def panel(self) -> str:
        return self.page.locator("#details").inner_text()


class Opener(Protocol):
    def __call__(self, html: str, address: str = "", *, width: int = 1440, dark: bool = False) -> Opened: ...


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a page as a user would: from a file, without a network."""
    contexts = []

    def opener(html: str, address: str = "", *, width: int = 1440, dark: bool = False) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900 if width > 600 else 844},
            color_scheme="dark" if dark else "light",
            offline=True,
        )
        contexts.append(context)
        context.add_init_script(_WATCH)
        opened = Opened(context.new_page())
        context.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        opened.page.on("pageerror", lambda error: opened.complaints.append(f"error: {error}"))
        opened.page.on("dialog", opened.dismiss)
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        opened.page.goto(path.as_uri() + address)
        opened.page.wait_for_function("window.pressgraph !== undefined")
        return opened

    yield opener
    for context in contexts:
        context.close()
