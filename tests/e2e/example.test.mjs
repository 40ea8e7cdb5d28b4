// From an example to files with one's own words, and what is kept on the way: revisions, variants,
// the bin, the text.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { program } from "./served.mjs";
import { tab } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();
let page;

beforeEach(async () => {
  page = await tab(browser);
});

afterEach(async () => {
  assert.deepEqual(page.failures, []);
  await page.close();
});

const WORDS = "Rebuilt the tide gauge importer for Harbor Lane";
const first = () => page.locator('[name="work[0].highlights[0].text"]');
const saved = () => page.locator('.state[data-state="saved"]').waitFor();
const sheets = () => page.$$eval(".sheet", (all) => all.map((one) => one.dataset.id).join());

/** What comes of a link that downloads: the name of the file, and where it was put. */
async function download(name, scope = page) {
  const coming = page.waitForEvent("download");
  await scope.getByRole("link", { name, exact: true }).click();
  const file = await coming;
  return { called: file.suggestedFilename(), path: await file.path() };
}

async function builder(example = "mid") {
  await page.goto(await served.resume(example));
  await page.locator("#preview[data-shown]").waitFor();
}

test("an example is taken, edited and had in every format", async () => {
  await page.goto(new URL("/examples", served.address).href);
  await page.getByRole("button", { name: /^Use this.*Health, mid$/ }).click();
  await page.waitForURL(/\/resumes\/[\w-]+$/);
  await page.locator("#preview[data-shown]").waitFor();
  const before = await sheets();
  await first().fill(WORDS);
  await page.waitForFunction(
    (old) => [...document.querySelectorAll(".sheet")].map((one) => one.dataset.id).join() !== old,
    before,
  );
  // At once, before it has been saved: a file never lags behind the form.
  const menu = page.locator(".files");
  await menu.getByText("Download").click();
  const pdf = await download("PDF", menu);
  assert.match(pdf.called, /\.pdf$/);
  const read = execFileSync(program, ["parse", pdf.path], {
    encoding: "utf8",
  });
  assert.match(read, new RegExp(WORDS));

  for (const [name, extension, begins] of [
    ["Word", "docx", "PK"],
    ["JSON Resume", "json", "{"],
    ["YAML", "yaml", ""],
    ["Web page", "html", "<!DOCTYPE html>"],
    ["Markdown", "md", "#"],
    ["Plain text", "txt", ""],
    ["LaTeX", "tex", "%"],
    ["Drawing (SVG)", "svg", "<svg"],
    ["Picture (PNG)", "png", "\x89PNG"],
  ]) {
    const { called, path } = await download(name, menu);
    assert.ok(called.endsWith(`.${extension}`), called);
    const bytes = readFileSync(path, "latin1");
    assert.ok(bytes.startsWith(begins), `${name}: ${bytes.slice(0, 20)}`);
    if (!["docx", "svg", "png"].includes(extension)) {
      assert.match(bytes.replace(/\s+/g, " "), new RegExp(WORDS), name);
    }
  }

  await page.goto(served.address);
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "mine.pdf", mimeType: "application/pdf", buffer: readFileSync(pdf.path) });
  await page.waitForURL(/\/reports\//);
  await page.getByText(WORDS).first().waitFor();
});

test("every revision says what changed, and can be gone back to", async () => {
  await builder();
  const was = await first().inputValue();
  await first().fill(WORDS);
  await saved();
  await page.getByRole("link", { name: "Revisions" }).click();
  const newest = page.locator("#revision-2");
  assert.equal(await newest.locator("ins").innerText(), WORDS);
  assert.equal(await newest.locator("del").innerText(), was);
  await page.getByRole("button", { name: "Go back to revision 1" }).click();
  await page.locator("#preview[data-shown]").waitFor();
  assert.equal(await first().inputValue(), was);
  await page.getByRole("link", { name: "Revisions" }).click();
  await page.getByText("as revision 1 was").waitFor();
  assert.equal(await page.locator("[id^=revision-]").count(), 3);
});

test("a variant made by hand leaves lines out, and only it", async () => {
  await builder("senior");
  await page.getByRole("link", { name: "Variants" }).click();
  const last = page.locator("li.card").last();
  const id = await page.evaluate(() => location.pathname.split("/")[2]);
  const source = await (await served.get(`/resumes/${id}/download/cv.yaml`)).text();
  const bullet = /- id: (\S+)/.exec(source)[1];
  await last.getByLabel("Name", { exact: true }).fill("harbor");
  await last.getByLabel("Leaves out").fill(bullet);
  await last.getByLabel("Line under your name").fill("Engineer for harbors");
  await last.getByRole("button", { name: "Save" }).click();
  const card = page.locator("li.card").first();
  await card.getByRole("heading", { name: "harbor" }).waitFor();
  await card.getByText("Download").click();
  const { path } = await download("Plain text", card);
  const cut = readFileSync(path, "utf8").replace(/\s+/g, " ");
  assert.match(cut, /Engineer for harbors/);
  const line = new RegExp(`id: ${bullet}\\s+text: "?(.{20})`).exec(source)[1];
  assert.ok(!cut.includes(line), line);
  const whole = await (await served.get(`/resumes/${id}/download/cv.txt`)).text();
  assert.ok(whole.replace(/\s+/g, " ").includes(line));
  await card.getByRole("button", { name: "Remove harbor" }).click();
  await page.getByRole("heading", { name: "A new variant" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "harbor" }).count(), 0);
});

test("steps are taken back and done again", async () => {
  await builder();
  const was = await first().inputValue();
  await first().fill(WORDS);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await first().inputValue(), was);
  await page.getByRole("button", { name: "Redo" }).click();
  assert.equal(await first().inputValue(), WORDS);
  await saved();
});

test("a resume is renamed, duplicated, put in the bin, taken out and erased", async () => {
  await builder("staff");
  await page.goto(new URL("/resumes", served.address).href);
  const card = (title) =>
    page.locator("li.card", { has: page.getByRole("heading", { name: title, exact: true }) });
  const title = await page.locator("li.card h2").first().innerText();
  await card(title).getByText("Rename", { exact: true }).first().click();
  await card(title).getByLabel("Name").fill("To be erased");
  await card(title).getByRole("button", { name: "Rename" }).click();
  await card("To be erased").getByRole("button", { name: "Duplicate" }).click();
  await page.waitForURL(/\/resumes\/[\w-]+$/);
  await page.goto(new URL("/resumes", served.address).href);
  await card("Copy of To be erased").waitFor();
  await card("To be erased").getByRole("button", { name: "Put in the bin" }).click();
  await card("To be erased").getByRole("button", { name: "Take out of the bin" }).click();
  await card("To be erased").getByRole("button", { name: "Put in the bin" }).click();
  await card("To be erased").getByRole("link", { name: "Erase for good" }).click();
  await page.getByRole("link", { name: "Keep it" }).click();
  await card("To be erased").getByRole("link", { name: "Erase for good" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await card("Copy of To be erased").waitFor();
  assert.equal(await card("To be erased").count(), 0);
});
