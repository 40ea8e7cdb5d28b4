// `vitae watch` in Chromium: what a person sees while they write. Nothing here waits for a time;
// everything waits for what is to be seen.

import assert from "node:assert/strict";
import http from "node:http";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";

import { violations } from "./site.mjs";
import { Watched, launch, open, pictures } from "./vitae.mjs";

const BROKEN = "work: [\n";

/** The resume with a bullet that has something wrong with it before the first other one. */
const withDuty = (text) =>
  text.replace(/( *)highlights:\n/, "$&$1  - Responsible for various backend tasks\n");

/** The resume with a word more in its first summary. */
const withWord = (text, word) => text.replace(/^( *summary: *)([>|]-?\n *)?(["']?)/m, `$&${word} `);

let browser;
let watched;
let page;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

beforeEach(async () => {
  watched = await Watched.start();
});

afterEach(async () => {
  await page?.close();
  page = null;
  await watched.stop();
});

/** Waits until the pictures are others than these. */
const changed = (old) =>
  page.waitForFunction(
    (before) =>
      [...document.querySelectorAll(".sheet")].map((sheet) => sheet.dataset.id).join() !== before,
    old.join(),
  );

const duty = () => page.locator(".finding", { hasText: "duty-not-work" });

describe("while somebody writes", () => {
  test("picture and findings follow every save, in place", async () => {
    page = await open(browser, watched);
    await page.evaluate(() => (window.untouched = true));
    const first = await pictures(page);
    assert.equal(await duty().count(), 0);

    watched.write(withDuty(watched.text));
    await duty().waitFor();
    const second = await pictures(page);
    assert.notDeepEqual(second, first);
    assert.match(await duty().innerText(), /Error[\s\S]*line \d+ · work\[0\]\.highlights\[0\]/);

    watched.replace(watched.text);
    await duty().waitFor({ state: "detached" });
    await changed(second);
    assert.deepEqual(await pictures(page), first);
    assert.equal(await page.evaluate(() => window.untouched), true, "the page was loaded again");
    assert.deepEqual(page.failures, []);
  });

  test("scroll and zoom stay, and every picture is drawn before it is shown", async () => {
    page = await open(browser, watched);
    await page.evaluate(() => {
      window.blank = 0;
      new MutationObserver((changes) => {
        for (const image of changes.flatMap((change) => [...change.addedNodes])) {
          if (image.tagName === "IMG" && !(image.complete && image.naturalWidth)) window.blank += 1;
        }
      }).observe(document.getElementById("pages"), { childList: true, subtree: true });
    });
    await page.getByRole("button", { name: "100" }).click();
    await page.getByRole("button", { name: "Larger" }).click();
    const look = () =>
      page.evaluate(() => {
        const pages = document.getElementById("pages");
        return {
          top: pages.scrollTop,
          width: document.querySelector(".sheet").clientWidth,
          zoom: document.getElementById("zoom-value").textContent,
        };
      });
    await page.evaluate(() => (document.getElementById("pages").scrollTop = 321));
    const before = await look();
    assert.equal(before.top, 321);
    assert.match(before.zoom, /125/);

    const first = await pictures(page);
    watched.write(withWord(watched.text, "Calm"));
    await changed(first);
    assert.deepEqual(await look(), before);
    assert.equal(await page.evaluate(() => window.blank), 0);

    await page.reload();
    await page.locator("html[data-revision]").waitFor();
    assert.equal((await look()).zoom, before.zoom);
  });

  test("a broken file leaves the last good page, and says what is wrong and where", async () => {
    page = await open(browser, watched);
    const first = await pictures(page);
    const problem = page.locator("#problem");
    assert.equal(await problem.isVisible(), false);

    watched.write(watched.text + BROKEN);
    await problem.waitFor();
    const last = watched.text.split("\n").length;
    assert.match(await problem.innerText(), new RegExp(`resume\\.yaml:${last}:\\d+`));
    assert.match(await problem.locator(".line.here").innerText(), /work: \[/);
    assert.equal(await problem.getAttribute("role"), "alert");
    assert.deepEqual(await pictures(page), first);
    assert.equal(await page.locator(".sheet img").first().isVisible(), true);
    assert.match(await page.title(), /^Problem/);

    watched.write(withWord(watched.text, "Calm"));
    await problem.waitFor({ state: "hidden" });
    assert.notDeepEqual(await pictures(page), first);
    assert.doesNotMatch(await page.title(), /^Problem/);
  });

  test("a file that goes away may come back", async () => {
    page = await open(browser, watched);
    const first = await pictures(page);
    watched.remove();
    await page.locator("#problem", { hasText: "does not exist" }).waitFor();
    assert.deepEqual(await pictures(page), first);
    watched.write(withWord(watched.text, "Back"));
    await page.locator("#problem").waitFor({ state: "hidden" });
    await changed(first);
  });

  test("many saves at once end in the last one", async () => {
    page = await open(browser, watched);
    const first = await pictures(page);
    watched.write(withWord(watched.text, "Last"));
    await changed(first);
    const last = await pictures(page);
    watched.write(watched.text);
    await changed(last);
    for (let turn = 0; turn < 40; turn += 1) watched.write(withWord(watched.text, `Turn${turn}`));
    watched.write(withWord(watched.text, "Last"));
    await page.waitForFunction((id) => document.querySelector(".sheet").dataset.id === id, last[0]);
    assert.ok(Number(await page.locator("html").getAttribute("data-revision")) < 43);
  });

  test("a file that is broken from the start is shown once it is repaired", async () => {
    await watched.end();
    watched.write(BROKEN);
    await watched.run();
    page = await open(browser, watched);
    await page.locator("#problem").waitFor();
    assert.equal(await page.locator(".sheet").count(), 0);
    watched.write(watched.text);
    await page.locator(".sheet img").first().waitFor();
    assert.equal(await page.locator("#problem").isVisible(), false);
  });
});

describe("by keyboard", () => {
  test("a finding leads to its place, and the pages have keys for zoom", async () => {
    watched.write(withDuty(watched.text));
    page = await open(browser, watched);
    await duty().waitFor();
    const button = duty().getByRole("button");
    await page.getByRole("button", { name: "100" }).click();
    await page.evaluate(() => {
      const pages = document.getElementById("pages");
      pages.scrollTop = pages.scrollHeight;
    });
    await button.focus();
    await page.keyboard.press("Enter");
    const mark = page.locator(".mark.active");
    await page.waitForFunction(() => {
      const mark = document.querySelector(".mark.active")?.getBoundingClientRect();
      const pages = document.getElementById("pages").getBoundingClientRect();
      return mark && mark.top >= pages.top && mark.bottom <= pages.bottom;
    });
    assert.equal(await mark.count(), 1);

    // What had the focus keeps it while the text around it changes.
    watched.write(withWord(withDuty(watched.text), "Calm"));
    await page.waitForFunction(() => document.documentElement.dataset.revision > 1);
    await page.waitForFunction(() => document.activeElement?.matches(".finding button"));

    await page.locator("#pages").focus();
    await page.keyboard.press("f");
    assert.equal(await page.locator("#zoom-fit").getAttribute("aria-pressed"), "true");
    await page.keyboard.press("0");
    assert.match(await page.locator("#zoom-value").innerText(), /^100/);
    await page.keyboard.press("-");
    assert.match(await page.locator("#zoom-value").innerText(), /^80/);
  });
});

describe("on every screen", () => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [1280, "dark"],
    [320, "light"],
    [320, "dark"],
  ]) {
    test(`${width} pixels wide, ${colorScheme}`, async () => {
      watched.write(withDuty(watched.text));
      page = await open(browser, watched, { viewport: { width, height: 720 }, colorScheme });
      await duty().waitFor();
      const check = async (state) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${state}: ${wide} pixels are wider than the window`);
        assert.deepEqual(await violations(page), [], state);
      };
      await check("findings");
      if (width === 320) {
        const below = await page.evaluate(() => {
          const box = (id) => document.getElementById(id).getBoundingClientRect();
          return box("findings").top >= box("pages").bottom;
        });
        assert.ok(below, "the findings stand below the pages");
      }
      watched.write(watched.text + BROKEN);
      await page.locator("#problem").waitFor();
      // A color that is still moving has not its contrast yet.
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished)),
      );
      await check("problem");
    });
  }
});

describe("the server", () => {
  test("answers under names of this machine only", async () => {
    const status = (host) =>
      new Promise((resolve, reject) => {
        http
          .get(watched.address, { headers: { Host: host } }, (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          })
          .on("error", reject);
      });
    assert.equal(await status(new URL(watched.address).host), 200);
    assert.equal(await status("localhost"), 200);
    assert.equal(await status("example.org"), 421);
  });

  test("says goodbye, and a page goes on when it is back", async () => {
    const port = new URL(watched.address).port;
    page = await open(browser, watched);
    assert.equal(await watched.end(), 0);
    await page.locator("#connection", { hasText: "Ended" }).waitFor();
    const first = await pictures(page);
    watched.write(withWord(watched.text, "Calm"));
    await watched.run("--port", port);
    await page.locator("#connection", { hasText: "Live" }).waitFor();
    await changed(first);
  });
});
