// Without a pointer, and without scripts: everything is still done.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";

import { ad, tab, weak, weakText } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();
let page;

afterEach(async () => {
  assert.deepEqual(page.failures, []);
  await page.close();
});

const file = { name: "cv.yaml", mimeType: "application/yaml", buffer: Buffer.from(weak) };

/** Goes on with the Tab key until `wanted` has the focus. Every stop on the way can be seen. */
async function reach(wanted, key = "Tab") {
  const target = await wanted.elementHandle();
  for (let turn = 0; turn < 400; turn += 1) {
    await page.keyboard.press(key);
    const { there, seen, what } = await page.evaluate((end) => {
      const at = document.activeElement;
      // A field may leave it to what stands around it.
      const outlined = [at, at.parentElement].some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one ?? at);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
      });
      const box = at.getBoundingClientRect();
      return {
        there: at === end,
        what: at.outerHTML.slice(0, 120),
        seen: at === document.body || (outlined && box.width > 0 && box.height > 0),
      };
    }, target);
    assert.ok(seen, `the focus on ${what} can be seen`);
    if (there) return;
  }
  assert.fail("it is not reached");
}

test("by keyboard: skip, paste, check, open, reorder, download, match", async () => {
  page = await tab(browser);
  // From the start: asking the browser to hand the chooser over takes a moment, and a key pressed
  // in it opens the chooser of the system.
  page.on("filechooser", (chooser) => chooser.setFiles(file));
  await page.goto(served.address);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "content");

  const field = page.getByLabel("Choose a file");
  await reach(field);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/reports\//, { waitUntil: "commit" });

  await reach(page.getByRole("link", { name: "Findings", exact: true }));
  await page.keyboard.press("Enter");
  await reach(page.getByRole("button", { name: "Open in the builder" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("#preview[data-shown]").waitFor();

  const line = page.locator('[name="work[0].highlights[0].text"]');
  await reach(line);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Wrote the berth planner in Go");
  const item = page.locator('li[data-path="work[0].highlights[0]"]');
  await page.keyboard.press("Alt+ArrowDown");
  assert.equal(
    await page.evaluate(() => document.activeElement.closest("li").dataset.path),
    "work[0].highlights[0]",
  );
  await page.locator("#told", { hasText: "now 2 of" }).waitFor();
  await reach(item.getByRole("button", { name: "Move up" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator('.state[data-state="saved"]').waitFor();

  await reach(page.locator(".files summary"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.match((await coming).suggestedFilename(), /\.pdf$/);
  await page.keyboard.press("Escape");
  assert.equal(
    await page.evaluate(() => document.activeElement.localName),
    "summary",
    "closing gives the focus back",
  );

  await reach(page.getByRole("navigation", { name: "This resume" }).getByRole("link", { name: "Match" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/match/);
  await reach(page.getByLabel("Or paste the ad"));
  await page.keyboard.insertText(ad);
  await reach(page.getByRole("button", { name: "Compare" }));
  await page.keyboard.press("Enter");
  await page.getByText("A reader finds").waitFor();
});

test("no page is a trap: the Tab key goes through all of the builder and leaves", async () => {
  page = await tab(browser);
  await page.goto(await served.resume("junior"));
  await page.locator("#preview[data-shown]").waitFor();
  await reach(page.getByRole("contentinfo").getByRole("link", { name: "API" }));
  await page.goto(`${page.url()}/yaml`);
  await page.locator("#preview[data-shown]").waitFor();
  await reach(page.getByRole("contentinfo").getByRole("link", { name: "API" }));
});

test("without scripts: check, open, edit, add, save, download, match", async () => {
  page = await tab(browser, { javaScriptEnabled: false });
  // Without scripts a browser loads hidden pictures at once; templates are chosen by a script.
  await page.route("**/templates/**", (route) => route.fulfill({ body: "" }));
  await page.goto(served.address);
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.waitForURL(/\/reports\//, { waitUntil: "commit" });
  await page.locator("li.finding", { hasText: "duty-not-work" }).waitFor();
  await page.getByRole("button", { name: "Open in the builder" }).click();
  await page.waitForURL(/\/resumes\/[\w-]+$/, { waitUntil: "commit" });
  await page.locator('[name="work[0].highlights[0].text"]').fill("Wrote the berth planner in Go");
  const item = page.locator('li[data-path="work[0].highlights[0]"]');
  await item.getByRole("button", { name: "Move down" }).click();
  assert.equal(
    await page.locator('[name="work[0].highlights[1].text"]').inputValue(),
    "Wrote the berth planner in Go",
  );
  await page.locator('[data-add="work[0].highlights"]').click();
  await page.locator('[data-list="work[0].highlights"] .claim textarea').last().fill("Moved the pilots to gRPC");
  await page.getByRole("button", { name: "Save" }).last().click();
  await page.locator(".files summary").click();
  for (const name of ["PDF", "Word", "JSON Resume", "YAML"]) {
    const coming = page.waitForEvent("download");
    await page.locator(".files").getByRole("link", { name, exact: true }).click();
    const path = await (await coming).path();
    if (name === "YAML") assert.match(readFileSync(path, "utf8"), /berth planner[\s\S]*pilots to gRPC/);
  }
  await page.getByRole("link", { name: "YAML" }).first().click();
  const text = await page.locator("#source").inputValue();
  await page.locator("#source").fill(text.replace(/name: Samir Benkacem/, "name: Ida Loom"));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Form", exact: true }).click();
  assert.equal(await page.getByLabel("Name", { exact: true }).first().inputValue(), "Ida Loom");
  await page.getByRole("link", { name: "Match" }).last().click();
  await page.getByLabel("Or paste the ad").fill(ad);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByText("A reader finds").waitFor();
  await page.getByRole("button", { name: "Save the job" }).click();
  await page.getByRole("link", { name: "Tailor the resume" }).click();
  await page.getByText(/^Stays/).waitFor();
  await page.goto(served.address);
  await page.locator("summary", { hasText: "Or paste text" }).click();
  await page.getByLabel("The text of a resume").fill(weakText);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await page.waitForURL(/\/reports\//, { waitUntil: "commit" });
});
