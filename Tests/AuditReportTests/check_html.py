#!/usr/bin/env python3
"""Uses the recorded HTML reports, and one of the example org, in headless Chromium as people do.

usage: check_html.py FOLDER, where example.html and example.json are the report of the example org

Needs Chromium (CHROMIUM names it, else the first of the usual names) and the packages of requirements.txt.
Called by Tests/run.sh; each check prints one line, a failure ends the run.
"""

import contextlib
import io
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unicodedata

import axe_playwright_python
import pypdf
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
GOLDENS = HERE / "Goldens"
SAMPLES = ["empty", "typical", "hostile", "example"]
AXE = pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js"


def chromium():
    for name in [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]:
        if name and shutil.which(name):
            return shutil.which(name)
    sys.exit("Chromium is missing: install the package 'chromium', or name it in CHROMIUM")


def file(sample, form):
    folder = pathlib.Path(sys.argv[1]) if sample == "example" else GOLDENS
    return folder / f"{sample}.{form}"


def url(sample):
    return file(sample, "html").resolve().as_uri()


def report(sample):
    return json.loads(file(sample, "json").read_text())


@contextlib.contextmanager
def page(browser, sample, **options):
    """An open page that may say nothing, ask for nothing and load nothing."""
    context = browser.new_context(**options)
    tab = context.new_page()
    complaints = []
    tab.on("console", lambda message: complaints.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    tab.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    tab.on(
        "request",
        lambda request: complaints.append(f"request: {request.url}")
        if not request.url.startswith((url(sample), "data:", "blob:"))
        else None,
    )
    tab.goto(url(sample))
    yield tab
    context.close()
    assert not complaints, complaints


def open_all(tab):
    tab.evaluate("document.querySelectorAll('details').forEach(element => { element.open = true; })")


def check_structure(browser):
    """Nothing from outside became markup; every id is one, every inner link has its target."""
    for sample in SAMPLES:
        with page(browser, sample) as tab:
            facts = tab.evaluate(
                """() => {
                const all = Array.from(document.querySelectorAll('*'));
                const ids = all.map(element => element.id).filter(Boolean);
                const links = all.filter(element => element.hasAttribute('href')).map(e => e.getAttribute('href'));
                return {
                  scripts: document.scripts.length,
                  images: document.images.length,
                  handlers: all.filter(e => Array.from(e.attributes).some(a => a.name.startsWith('on'))).length,
                  inlineStyles: all.filter(e => e.hasAttribute('style')).length,
                  twice: ids.filter((id, index) => ids.indexOf(id) !== index),
                  lost: links.filter(l => l.startsWith('#') && !document.getElementById(l.slice(1))),
                  foreign: links.filter(l => !l.startsWith('#') && !/^https?:/.test(l)),
                  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                };
              }"""
            )
            assert facts == {
                "scripts": 1, "images": 0, "handlers": 0, "inlineStyles": 0, "twice": [], "lost": [], "foreign": [],
                "wide": 0,
            }, (sample, facts)  # fmt: skip


def check_policy(browser):
    """A script that somebody manages to put into the page doesn't run."""
    text = (GOLDENS / "typical.html").read_text()
    bad = text.replace("</main>", "<script>window.attacked = 1</script><img src=x onerror='attacked = 1'></main>")
    assert bad != text
    with tempfile.NamedTemporaryFile("w", suffix=".html") as file:
        file.write(bad)
        file.flush()
        tab = browser.new_page()
        tab.goto(pathlib.Path(file.name).as_uri())
        assert tab.evaluate("window.attacked") is None
        assert tab.locator(".filters").is_visible(), "the page's own script runs"
        tab.close()


def check_accessibility(browser):
    """No violation of level A or AA: light, dark, narrow, and with everything opened."""
    views = [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "light", "viewport": {"width": 360, "height": 800}},
    ]
    for sample in SAMPLES:
        # A page of real size takes half a minute a view, and its colours are those of the others.
        for view in views[:1] if sample == "example" else views:
            with page(browser, sample, **view) as tab:
                open_all(tab)
                tab.evaluate(AXE.read_text())
                result = tab.evaluate(
                    "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                )
                found = [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in result["violations"]]
                assert not found, (sample, view, found)


def shown(tab):
    return tab.locator(".finding:not([hidden])").count()


def filtered(tab, name, value):
    tab.locator(f'[data-filter="{name}"]').select_option(value)
    tab.wait_for_timeout(300)
    return shown(tab)


def check_filters(browser):
    """Each filter shows exactly the findings that the report has for it."""
    findings = report("typical")["findings"]
    items = {item["step"]["id"]: item for item in report("typical")["plan"]["items"]}
    with page(browser, "typical") as tab:
        assert shown(tab) == len(findings)
        residue = [finding for finding in findings if finding["class"] == "residue"]
        assert filtered(tab, "class", "residue") == len(residue)
        assert f"{len(residue)} of {len(findings)}" in tab.locator("[data-filter-status]").inner_text()
        assert not tab.locator(".group", has_text="Must change").is_visible(), "empty groups are hidden"
        tab.get_by_role("button", name="Clear filters").click()
        assert shown(tab) == len(findings)
        assert filtered(tab, "surface", "endpoint") == 2
        filtered(tab, "surface", "")
        assert filtered(tab, "component", "livechatbutton:sales") == 1
        assert filtered(tab, "component", "-") == len([f for f in findings if "component" not in f])
        filtered(tab, "component", "")
        mine = [f for f in findings if items[f["step"]]["step"]["role"] == "web developer"]
        assert filtered(tab, "owner", "web developer") == len(mine)
        filtered(tab, "owner", "")
        tab.get_by_role("searchbox", name="Search").fill("LIVECHATTRANSCRIPT apex")
        tab.wait_for_timeout(300)
        assert shown(tab) == 2
        assert tab.locator(".finding:not([hidden])").first.is_visible(), "few hits are opened"
        tab.get_by_role("searchbox", name="Search").fill("no such words")
        tab.wait_for_timeout(300)
        assert shown(tab) == 0


def check_ticks(browser):
    """Ticks stay over a reload, can be carried to another browser, and be reset."""
    with page(browser, "typical", accept_downloads=True) as tab:
        box = tab.get_by_role("checkbox", name="D11 Move apps and REST clients")
        assert not box.is_checked()
        before = tab.locator("[data-progress]").inner_text()
        box.focus()
        tab.keyboard.press("Space")
        assert box.is_checked() and tab.locator("[data-progress]").inner_text() != before
        tab.reload()
        assert box.is_checked()
        with tab.expect_download() as download:
            tab.get_by_role("button", name="Export ticks").click()
        exported = json.loads(pathlib.Path(download.value.path()).read_text())
        assert exported["format"] == "chatsunset-ticks" and exported["ticks"]["D11"] and exported["ticks"]["A1"]
    with page(browser, "typical") as tab:
        box = tab.get_by_role("checkbox", name="D11 Move apps and REST clients")
        assert not box.is_checked(), "another browser knows nothing"
        chooser = tab.locator('[data-action="import-ticks"]')
        chooser.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"[1]"})
        tab.get_by_text("This file holds no exported ticks.").wait_for()
        content = json.dumps(exported).encode()
        chooser.set_input_files({"name": "ticks.json", "mimeType": "application/json", "buffer": content})
        tab.get_by_text("ticks belong to this report").wait_for()
        assert box.is_checked()
        tab.get_by_role("button", name="Reset to the report").click()
        assert not box.is_checked()
        assert tab.get_by_role("checkbox", name="A1 Freeze the scope").is_checked(), "the report's own tick"


def check_keyboard(browser):
    """The skip link comes first, folds open by keyboard, and a link into a fold opens it."""
    with page(browser, "typical") as tab:
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "main"
        summary = tab.locator(".rule > summary").first
        summary.focus()
        tab.keyboard.press("Enter")
        assert tab.locator(".rule").first.get_attribute("open") is not None
        tab.evaluate("location.hash = '#rule-mobile-sdk'")
        tab.wait_for_timeout(200)
        assert tab.locator("#rule-mobile-sdk").get_attribute("open") is not None
        tab.locator("a.node").first.focus()
        assert tab.locator(".edge.lit").count() > 0


def check_theme(browser):
    """The theme follows the system, can be turned, and stays."""
    with page(browser, "typical", color_scheme="light") as tab:
        color = "getComputedStyle(document.body).backgroundColor"
        light = tab.evaluate(color)
        tab.get_by_role("button", name="Light or dark").click()
        dark = tab.evaluate(color)
        assert light != dark
        tab.reload()
        assert tab.evaluate(color) == dark


def check_without_script(browser):
    """Without a script everything is there and nothing that needs one shows."""
    with page(browser, "typical", java_script_enabled=False) as tab:
        assert tab.locator(".finding").count() == len(report("typical")["findings"])
        assert not tab.locator(".filters").is_visible()
        assert not tab.get_by_role("button", name="Export ticks").is_visible()
        tab.locator(".rule > summary").first.click()
        assert tab.locator(".rule").first.locator(".finding").first.is_visible()


def check_print(browser):
    """The PDF holds every finding and every step, none of the controls, and few enough pages to read."""
    for sample, scripted, pages in [("typical", True, 20), ("typical", False, 20), ("example", True, 110)]:
        with page(browser, sample, java_script_enabled=scripted) as tab:
            pdf = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
            text = "".join(sheet.extract_text() for sheet in pdf.pages)
            # Ligatures of the font come out as one character.
            text = "".join(unicodedata.normalize("NFKC", text).split())
            for finding in report(sample)["findings"]:
                assert "".join(finding["location"]["path"].split()) in text, finding["location"]
            for item in report(sample)["plan"]["items"]:
                assert "".join(item["step"]["title"].split()) in text, item["step"]["id"]
            assert "Exportticks" not in text and "Clearfilters" not in text
            assert len(pdf.pages) <= pages, (sample, len(pdf.pages))


CHECKS = [
    check_structure, check_policy, check_accessibility, check_filters, check_ticks, check_keyboard, check_theme,
    check_without_script, check_print,
]  # fmt: skip


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for check in CHECKS:
            check(browser)
            print(f"ok: {check.__doc__.splitlines()[0]}")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
