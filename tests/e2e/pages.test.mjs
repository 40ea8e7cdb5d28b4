// Every page of the site: it can be used by everybody, on every screen, and loads nothing from
// anywhere else.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { furnish, pages, settled, tab, violations } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();
const all = pages(await furnish(served));

/** True when a page has something that is wider than the window. */
const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("main *, header *, footer *")];
    return wide
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .map((one) => one.outerHTML.slice(0, 100));
  });

/** What a finger cannot hit: less than 24 by 24 pixels, and not in a line of text. */
const small = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, select, summary, input:not([type=hidden]), .button")]
      .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden"))
      .filter((one) => {
        const target = one.matches("[type=checkbox], [type=radio]") ? one.closest("label") ?? one : one;
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map((one) => one.outerHTML.slice(0, 100)),
  );

describe("every page", { concurrency: 2 }, () => {
  for (const [name, path] of all) {
    test(name, async () => {
      const page = await tab(browser, { reducedMotion: "reduce" });
      const answer = await page.goto(new URL(path, served.address).href);
      await settled(page);
      assert.equal(answer.status(), path === "/nowhere" ? 404 : 200);
      assert.deepEqual(await violations(page), [], "light, 1280");
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, "nothing moves");
      await page.emulateMedia({ colorScheme: "dark" });
      assert.deepEqual(await violations(page, ["color-contrast"]), [], "dark, 1280");
      await page.setViewportSize({ width: 360, height: 740 });
      assert.deepEqual(await violations(page, ["color-contrast"]), [], "dark, 360");
      await page.emulateMedia({ colorScheme: "light" });
      assert.deepEqual(await violations(page), [], "light, 360");
      assert.deepEqual(await small(page), [], "targets");
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 640 });
        assert.deepEqual(await overflow(page), [], `${width} pixels wide`);
      }
      const failures = page.failures.filter((one) => path !== "/nowhere" || !one.includes("404"));
      assert.deepEqual(failures, []);
      await page.close();
    });
  }
});

test("every page that a link leads to is one of these, and names no other origin", async () => {
  const patterns = all.map(([name]) => {
    const path = name.replace(/ of (text|two)$/, "").replace(/\{\w+\}/g, "[^/]+");
    return new RegExp(`^${path}$`);
  });
  const files = /^\/assets\/|\/download\/|\/files\/|\/letter\/|\/openapi\.json$/;
  const seen = new Set();
  const open = ["/", ...all.map(([, path]) => path)];
  while (open.length > 0) {
    const path = open.pop();
    // One of a kind is enough of the rules and skills, which are many and alike.
    const [plain, query] = path.split("#")[0].split("?");
    const key = plain.replace(/^\/(rules|guide\/skills)\/.*/, "/$1") + (query ? "?" : "");
    if (seen.has(key) || files.test(plain)) continue;
    seen.add(key);
    const answer = await served.get(path);
    assert.ok(answer.ok || path === "/nowhere", `${path}: ${answer.status}`);
    assert.ok(path === "/nowhere" || patterns.some((one) => one.test(plain)), `${plain} is not among the pages`);
    const html = await answer.text();
    for (const [, , address] of html.matchAll(/<(?:script|link|img|iframe|source|form)\b[^>]*?\b(src|href|action)="([^"]*)"/g)) {
      assert.match(address, /^(\/(?!\/)|$)/, `${path} names ${address}`);
    }
    for (const [, address] of html.matchAll(/<a\b[^>]*?\bhref="(\/[^"]*)"/g)) {
      open.push(address.replaceAll("&amp;", "&"));
    }
  }
});

describe("on paper", () => {
  for (const name of ["/reports/{key}", "/guide/{stage}", "/jobs/{id}/interview"]) {
    test(`${name} has what it says, and nothing to click at`, async () => {
      const page = await tab(browser);
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      await page.goto(new URL(new Map(all).get(name), served.address).href);
      for (const gone of [".masthead", ".colophon", "main button"]) {
        const left = await page.locator(gone).filter({ visible: true }).count();
        assert.equal(left, 0, `${gone} is not printed`);
      }
      const pdf = await page.pdf({ format: "A4" });
      assert.ok(pdf.length > 10_000);
      await page.close();
    });
  }
});
