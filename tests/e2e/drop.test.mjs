// A resume comes in, as a file or as text, and its whole report is there; from it to the builder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, before, beforeEach, test } from "node:test";

import { program } from "./served.mjs";
import { tab, weak, weakText } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();
const file = join(served.folder, "cv.pdf");
let page;

before(() => {
  writeFileSync(join(served.folder, "cv.yaml"), weak);
  execFileSync(program, ["build", "cv.yaml", "-o", file, "--no-config"], { cwd: served.folder });
});

beforeEach(async () => {
  page = await tab(browser);
  await page.goto(served.address);
});

afterEach(async () => {
  assert.deepEqual(page.failures, []);
  await page.close();
});

/** What every report has to say. */
async function report() {
  await page.waitForURL(/\/reports\/[\w-]+$/);
  for (const axis of ["Scope", "Evidence", "Depth"]) {
    await page.getByText(axis, { exact: true }).first().waitFor();
  }
  for (const heading of ["Next best improvements", "The first eight seconds", "Bullet by bullet"]) {
    await page.getByRole("heading", { name: heading }).waitFor();
  }
  await page.getByText("Not ready to send").waitFor();
  assert.match(await page.locator("main").innerText(), /as (senior|mid|staff|junior)/);
}

/** Lets a file fall on the page, as a file manager does. */
async function drop(name, path) {
  const data = await page.evaluateHandle(
    ([called, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], called, { type: "application/pdf" }));
      return transfer;
    },
    [name, readFileSync(path).toString("base64")],
  );
  for (const event of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("main", event, { dataTransfer: data });
  }
}

test("a dropped PDF becomes a report with boxes on its page, and a resume in the builder", async () => {
  await drop("cv.pdf", file);
  await report();
  await page.getByRole("heading", { name: "Findings at their place" }).waitFor();
  const duty = page.locator("li.finding", { hasText: "duty-not-work" });
  const box = await duty.getAttribute("data-box");
  const shown = page.locator(`#${box}`);
  const [sheet, marked] = [await page.locator(".sheet").first().boundingBox(), await shown.boundingBox()];
  assert.ok(marked.width > 20 && marked.height > 5, JSON.stringify(marked));
  assert.ok(
    marked.x >= sheet.x && marked.x + marked.width <= sheet.x + sheet.width + 1,
    "the box is on the page",
  );
  await shown.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector(".sheet img")?.naturalWidth > 0);
  await page.getByRole("heading", { name: "What a machine reads" }).waitFor();
  assert.match(await page.locator("main").textContent(), /samir\.benkacem@courrierclair\.net/);

  await page.getByRole("button", { name: "Open in the builder" }).click();
  await page.waitForURL(/\/resumes\/[\w-]+$/);
  await page.locator("#preview[data-shown]").waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).first().inputValue(), "Samir Benkacem");
  assert.equal(
    await page.locator('[name="work[0].highlights[0].text"]').inputValue(),
    "Responsible for various backend tasks",
  );
});

test("a PDF is chosen with the field", async () => {
  await page.getByLabel("Choose a file").setInputFiles(file);
  await report();
});

test("text that is pasted anywhere is shown, and then checked", async () => {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, weakText);
  assert.equal(await page.getByLabel("The text of a resume").inputValue(), weakText);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await report();
  await page.getByRole("heading", { name: "Findings at their place" }).waitFor();
  await page.getByText("duty-not-work").first().waitFor();
});

test("a report is saved, read again and deleted; a file is forgotten", async () => {
  await page.getByLabel("Choose a file").setInputFiles(file);
  await report();
  const address = page.url();
  await page.getByRole("button", { name: "Save this report" }).click();
  await page.waitForURL(/\/reports\/saved\//);
  await page.goto(address);
  await page.getByRole("button", { name: "Forget the file now" }).click();
  assert.equal((await fetch(address)).status, 404);
  await page.goto(new URL("/reports/saved", served.address).href);
  await page.getByRole("link", { name: "cv.pdf" }).click();
  await page.getByRole("heading", { name: "Findings" }).first().waitFor();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByText("There are none.").waitFor();
});
