// A job is compared with a resume, saved, and everything that can be made for it is made.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ad, tab, weak } from "./site.mjs";
import { stage } from "./stage.mjs";

const { browser, served } = await stage();

test("an ad is pasted, compared, saved, tailored to, written for and prepared for", async () => {
  const page = await tab(browser);
  await page.goto(await served.resume("senior"));
  await page.getByRole("link", { name: "YAML" }).click();
  await page.locator("#source").fill(weak);
  await page.keyboard.press("Control+s");
  await page.locator('#state[data-state="saved"]').waitFor();
  await page.getByRole("link", { name: "Form", exact: true }).click();
  await page.getByRole("link", { name: "Match", exact: true }).last().click();

  // The resume is chosen already.
  await page.waitForURL(/\/match\?resume=/);
  await page.getByLabel("Or paste the ad").fill(ad);
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByText("A reader finds").waitFor();
  const proved = page.locator("li", { has: page.getByRole("heading", { name: "PostgreSQL in production" }) });
  assert.match(await proved.innerText(), /proved/);
  assert.match(await proved.locator("blockquote").first().innerText(), /PostgreSQL/);
  assert.match(await proved.locator("blockquote").first().innerText(), /Role \d, bullet \d/);
  const missing = page.locator("li", { has: page.getByRole("heading", { name: "Experience with COBOL" }) });
  assert.match(await missing.innerText(), /not stated[\s\S]*if you have done it, say where/);
  await page.getByText("Ceiling").waitFor();
  assert.match(await page.locator(".set-aside").textContent(), /A bicycle/);
  await page.getByRole("link", { name: /^not stated/ }).click();
  assert.equal(await page.locator("blockquote").count(), 0);
  await page.getByRole("link", { name: /^All / }).click();

  await page.getByRole("button", { name: "Save the job" }).click();
  await page.getByRole("link", { name: "Open the job" }).waitFor();
  await page.getByRole("link", { name: "Tailor the resume" }).click();
  const line = page.locator("label", { hasText: "Responsible for various backend tasks" });
  await line.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Show my choice" }).click();
  await page.getByText("Leaves (1)").waitFor();
  await page.waitForFunction(() => {
    const image = document.querySelector(".sheet img");
    return image?.complete && image.naturalWidth > 0;
  });
  await page.getByLabel("Save as a variant called").fill("harbor");
  await page.getByRole("button", { name: "Save the variant" }).click();
  await page.waitForURL(/variant=harbor/);
  await page.getByRole("link", { name: "Edit the resume" }).click();
  await page.getByRole("link", { name: "Variants" }).click();
  await page.getByRole("heading", { name: "harbor" }).waitFor();
  await page.goBack();
  await page.goBack();

  await page.getByRole("link", { name: "Write a letter" }).click();
  const letter = page.locator("form.letter");
  await letter.getByRole("checkbox").first().check();
  await letter.getByRole("button", { name: "Save, with the marked lines in it" }).click();
  await page.getByRole("img", { name: "Page 1 of the letter" }).waitFor();
  await page.getByLabel("To: name").fill("Mina Dock\nHarbor Lane");
  await page.getByRole("button", { name: "Save and set it" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download PDF" }).click();
  assert.match((await coming).suggestedFilename(), /\.pdf$/);
  assert.match(await page.getByLabel("To: name").inputValue(), /Mina Dock/);

  await page.getByRole("link", { name: "What the resume shows of the job" }).click();
  await page.getByRole("link", { name: "Interview questions" }).click();
  await page.getByText("Wanted: Experience with COBOL").first().waitFor();
  await page.getByRole("link", { name: "Jobs" }).click();
  await page.getByRole("link", { name: "Senior Backend Engineer" }).click();
  await page.getByText("What this ad does not tell you").waitFor();
  await page.getByRole("button", { name: "Put in the bin" }).click();
  await page.getByRole("link", { name: "Bin" }).click();
  await page.getByRole("button", { name: "Take out of the bin" }).click();
  assert.deepEqual(page.failures, []);
  await page.close();
});
