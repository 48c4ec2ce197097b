"""Take a picture of a page for the README: python scripts/screenshot.py output/graph.html docs/page.png."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def screenshot(page: Path, picture: Path) -> None:
    """Write a PNG of `page` as it opens, 1440 by 900 pixels, in the light theme."""
    browser_path = os.environ.get("KG_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
        tab.goto(page.resolve().as_uri())
        tab.wait_for_timeout(1500)
        tab.screenshot(path=str(picture))
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: screenshot.py PAGE PICTURE")
    screenshot(Path(sys.argv[1]), Path(sys.argv[2]))
