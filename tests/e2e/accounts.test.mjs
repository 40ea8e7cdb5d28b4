// Several people on one site, in Chromium: coming in by keyboard and without scripts, keeping a
// resume that nobody else sees, and being signed out while one writes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { settled, violations } from "./site.mjs";
import { launch } from "./vitae.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.VITAE ?? join(repository, "target/debug/vitae");
const password = "correct horse battery";

let browser;
let folder;
let server;
let site;
/** The link that makes the first account. */
let first;

/** A port that was free a moment ago: the address of the site has to be known before it starts. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "vitae-"));
  const port = await freePort();
  site = `http://localhost:${port}`;
  const where = ["--listen", `127.0.0.1:${port}`, "--url", site];
  server = spawn(program, ["serve", "--data", join(folder, "vitae.db"), ...where], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  first = await new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (data) => {
      said += data;
      const link = said.match(/(http\S+\/set-up\/\w+)\n/);
      if (link) resolve(link[1]);
    });
    server.on("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
});

after(async () => {
  await browser.close();
  server.kill("SIGINT");
  await new Promise((resolve) => server.on("exit", resolve));
  rmSync(folder, { recursive: true });
});

/** A browser of its own on the site. */
async function someone(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  return context.newPage();
}

/** What axe finds on a page, in light and dark, as wide as a phone and as a desk. */
async function flaws(page) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      found.push(...(await violations(page)));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${width} pixels are too few by ${over}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** Writes into the field that has the focus, then goes on to the next. */
async function write(page, ...texts) {
  // A page that has loaded gives the focus with its next frame.
  await page.waitForFunction(() => document.activeElement?.matches("input"));
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
}

test("people come in, keep what is theirs, and are told when they are out", async () => {
  // The first account, by keyboard.
  const ada = await someone({ bypassCSP: true });
  await ada.goto(first);
  assert.deepEqual(await flaws(ada), []);
  await ada.reload();
  await write(ada, "ada@example.org", "Ada Lindqvist", password);
  await ada.keyboard.press("Enter");
  await ada.waitForURL("**/resumes");

  // She invites Bob.
  await ada.goto(`${site}/people`);
  assert.deepEqual(await flaws(ada), []);
  await ada.getByLabel("Their e-mail address, or a name to sign in with").fill("bob");
  await ada.getByRole("button", { name: "Invite" }).click();
  const link = await ada.getByLabel("The link").inputValue();
  assert.deepEqual(await flaws(ada), []);

  // Bob comes without scripts.
  const bob = await someone({ javaScriptEnabled: false });
  await bob.goto(`${site}/jobs`);
  assert.match(bob.url(), /\/sign-in\?next=%2Fjobs$/);
  await bob.goto(link);
  await bob.getByLabel("Password").fill("password123");
  await bob.getByRole("button", { name: "Make the account" }).click();
  assert.match(await bob.getByRole("alert").textContent(), /among the first that are guessed/);
  await bob.getByLabel("Password").fill(password);
  await bob.getByRole("button", { name: "Make the account" }).click();
  await bob.waitForURL("**/resumes");
  await bob.getByRole("button", { name: "New resume" }).click();
  await bob.waitForURL("**/resumes/*");
  const his = bob.url();
  const seen = await ada.goto(his);
  assert.equal(seen.status(), 404);

  // Ada writes, with the live preview.
  const made = await ada.evaluate(async () => {
    const body = new URLSearchParams({ example: "mid" });
    return (await fetch("/resumes", { method: "POST", body })).url;
  });
  await ada.goto(made);
  await ada.locator("#preview[data-shown]").waitFor();
  const name = ada.locator('[name="basics.name"]');
  const saved = ada.waitForResponse((response) => response.url().endsWith("/save"));
  await name.fill("Ada L.");
  assert.equal((await saved).status(), 200);

  // Signed out elsewhere, she is told that nothing is saved any more.
  const phone = await someone({ bypassCSP: true });
  await phone.goto(`${site}/sign-in`);
  assert.deepEqual(await flaws(phone), []);
  await phone.reload();
  await write(phone, "ada@example.org", password);
  await phone.keyboard.press("Enter");
  await phone.waitForURL("**/resumes");
  await phone.goto(`${site}/account`);
  assert.deepEqual(await flaws(phone), []);
  await phone.getByRole("button", { name: "Sign out everywhere else" }).click();
  await phone.waitForURL("**/account?done=sessions");
  const refused = ada.waitForResponse((response) => response.url().endsWith("/save"));
  await name.fill("Ada Lindqvist");
  assert.equal((await refused).status(), 401);
  await ada.getByText("Not saved: you are not signed in").waitFor();
  await ada.goto(made);
  assert.match(ada.url(), /\/sign-in\?next=/);
  await write(ada, "ada@example.org", password);
  await ada.keyboard.press("Enter");
  await ada.waitForURL(made);

  // Out.
  await phone.goto(`${site}/account`);
  await phone.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await phone.waitForURL(`${site}/`);
  await phone.goto(`${site}/account`);
  assert.match(phone.url(), /\/sign-in/);
});
