// The builder in Chromium: pages and notes follow while one writes, items move, steps are taken
// back, and two tabs never overwrite each other. Nothing here waits for a time.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";

import { violations } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();
let address;
let page;

beforeEach(async () => {
  address = await served.resume("mid");
  page = await open(address);
});

afterEach(() => page.close());

async function open(where, options = {}) {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  opened.failures = [];
  opened.on("pageerror", (error) => opened.failures.push(String(error)));
  await opened.goto(where);
  await opened.locator("#preview[data-shown]").waitFor();
  return opened;
}

const bullets = (on = page) => on.locator('[data-list="work[0].highlights"] .claim textarea');
const texts = async (on = page) => (await bullets(on).all()).length && bullets(on).evaluateAll((all) => all.map((one) => one.value));
const saved = (on = page) => on.locator('.state[data-state="saved"]').waitFor();
const ids = (on = page) => on.$$eval(".sheet", (all) => all.map((one) => one.dataset.id).join());
const changed = (before, on = page) =>
  on.waitForFunction(
    (old) => [...document.querySelectorAll(".sheet")].map((one) => one.dataset.id).join() !== old,
    before,
  );
const source = async () => (await fetch(`${address}/download/cv.yaml`)).text();

describe("while somebody writes", () => {
  test("a change that is offered is made in what was just written", async () => {
    await bullets().first().fill("Moved the rate pages of 40 carriers to typescript");
    await page.getByRole("button", { name: /^Make this change: .*TypeScript/ }).click();
    await page.waitForURL(/#work/, { waitUntil: "commit" });
    await page.locator("#preview[data-shown]").waitFor();
    assert.equal((await texts())[0], "Moved the rate pages of 40 carriers to TypeScript");
    assert.match(await source(), /40 carriers to TypeScript/);
    assert.equal(await page.getByRole("button", { name: /^Make this change/ }).count(), 0);
    assert.deepEqual(page.failures, []);
  });

  test("pages, notes and grade follow, and it is saved", async () => {
    await page.evaluate(() => {
      window.lines = new Set(document.querySelectorAll(".sheet > svg > g"));
    });
    const before = await ids();
    await bullets().first().fill("Responsible for various backend tasks");
    await changed(before);
    await page
      .locator('[data-notes="work[0].highlights[0]"]', { hasText: "duty-not-work" })
      .waitFor();
    await saved();
    assert.match(await source(), /Responsible for various backend tasks/);
    // What did not change was neither drawn nor moved again.
    const [kept, all] = await page.evaluate(() => {
      const now = [...document.querySelectorAll(".sheet > svg > g")];
      return [now.filter((line) => window.lines.has(line)).length, now.length];
    });
    assert.ok(kept > all - 10 && kept < all, `${kept} of ${all}`);
    assert.deepEqual(page.failures, []);
  });

  test("a box leads to its field, a field shows its box", async () => {
    await bullets().nth(1).focus();
    await page.locator(".box.active").waitFor();
    const index = await page.locator(".box.active").first().getAttribute("data-index");
    await page.locator("#field-basics\\.name").focus();
    await page.locator(`.box[data-index="${index}"]`).first().click();
    await page.waitForFunction(() => document.activeElement?.name === "work[0].highlights[1].text");
  });
});

describe("items", () => {
  test("move by keyboard, and the focus stays on them", async () => {
    const before = await texts();
    const first = page.locator('li[data-path="work[0].highlights[0]"]');
    await first.getByRole("button", { name: "Move down" }).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual((await texts()).slice(0, 2), [before[1], before[0]]);
    const focus = () =>
      page.evaluate(() => document.activeElement.closest("li")?.dataset.path);
    assert.equal(await focus(), "work[0].highlights[0]");
    assert.match(await page.locator("#told").innerText(), /now 2 of/);
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await texts(), before);
    assert.equal(await focus(), "work[0].highlights[0]");
    await saved();
    assert.deepEqual(page.failures, []);
  });

  test("move by dragging, leave, come back", async () => {
    const before = await texts();
    const grip = page.locator('li[data-path="work[0].highlights[0]"] .grip');
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    const to = await page.locator('li[data-path="work[0].highlights[1]"]').boundingBox();
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, to.y + to.height * 0.8, { steps: 8 });
    await page.mouse.up();
    assert.deepEqual((await texts()).slice(0, 2), [before[1], before[0]]);
    const item = page.locator('li[data-path="work[0].highlights[1]"]');
    await item.getByRole("button", { name: "Remove" }).click();
    assert.equal((await texts()).includes(before[1]), false);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await texts(), before);
    await page.getByRole("button", { name: "Redo" }).click();
    assert.deepEqual((await texts()).slice(0, 2), [before[1], before[0]]);
    await saved();
    const text = await source();
    assert.ok(text.indexOf(before[1].slice(0, 40)) < text.indexOf(before[0].slice(0, 40)));
  });

  test("are added without a reload", async () => {
    await page.evaluate(() => (window.untouched = true));
    const add = page.locator('[data-add="work[0].highlights"]');
    await add.click();
    await page.keyboard.type("Wrote the runbook for the label printers");
    await add.click();
    await page.keyboard.type("Moved the printers to a queue");
    await page.locator('[data-add="work"]').click();
    await page.keyboard.type("Harbor Lane");
    await saved();
    const text = await source();
    assert.match(text, /runbook for the label printers/);
    assert.match(text, /printers to a queue/);
    assert.match(text, /Harbor Lane/);
    assert.equal(await page.evaluate(() => window.untouched), true);
    assert.deepEqual(page.failures, []);
  });
});

describe("saving", () => {
  test("two tabs never overwrite each other", async () => {
    const other = await open(address);
    await page.locator("#field-basics\\.name").fill("Ada One");
    await saved();
    await other.locator("#field-basics\\.label").fill("Engineer Two");
    await other.locator('.state[data-state="conflict"]').waitFor();
    assert.match(await source(), /Ada One/);
    assert.doesNotMatch(await source(), /Engineer Two/);
    await other.getByRole("button", { name: "Compare and merge" }).waitFor();
    await other.close();
  });

  test("says that nobody answers, and goes on when somebody does", async () => {
    await page.context().setOffline(true);
    await page.locator("#field-basics\\.name").fill("Ada Away");
    await page.locator('.state[data-state="offline"]').waitFor();
    await page.context().setOffline(false);
    await saved();
    assert.match(await source(), /Ada Away/);
  });
});

describe("the look", () => {
  test("a template is chosen by its picture", async () => {
    const before = await ids();
    await page.locator("#looks summary").click();
    const button = page.locator("[data-template]").last();
    await button.click();
    await changed(before);
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    await saved();
    assert.match(await source(), new RegExp(`template: "?${await button.getAttribute("data-template")}`));
  });
});

describe("the text", () => {
  test("has line numbers, and what is wrong leads to its place", async () => {
    await page.goto(`${address}/yaml`);
    await page.locator("#preview[data-shown]").waitFor();
    const area = page.locator("#source");
    const text = await area.inputValue();
    const before = await ids();
    await area.fill(text.replace(/( *)highlights:\n/, "$&$1  - Responsible for various tasks\n"));
    await changed(before);
    const where = page.locator(".diagnostic", { hasText: "duty-not-work" }).locator(".where");
    await where.click();
    const line = await area.evaluate((one) => one.value.slice(0, one.selectionStart).split("\n").length);
    assert.match(await where.innerText(), new RegExp(`Line ${line}, `));
    await area.fill("work: [");
    await page.locator("#problem", { hasText: "Line 1" }).waitFor();
    await page.keyboard.press("Control+s");
    await page.locator('.state[data-state="refused"], #state[data-state="refused"]').waitFor();
    await area.fill(text.replace(/name: .*/, "name: Ida Text"));
    await page.keyboard.press("Control+s");
    await page.locator('#state[data-state="saved"]').waitFor();
    assert.match(await source(), /Ida Text/);
    assert.deepEqual(page.failures, []);
  });
});

describe("on every screen", () => {
  for (const [width, colorScheme] of [
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"],
  ]) {
    test(`${width} pixels wide, ${colorScheme}`, async () => {
      for (const path of ["", "/yaml"]) {
        const seen = await open(address + path, { viewport: { width, height: 740 }, colorScheme });
        await seen.locator("summary", { hasText: "Templates" }).click().catch(() => {});
        const wide = await seen.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${path}: ${wide} pixels are wider than the window`);
        assert.deepEqual(await violations(seen), [], path);
        await seen.close();
      }
    });
  }
});
