// A folder with a resume, `vitae watch` on it, and a browser that looks at it.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.VITAE ?? join(repository, "target/debug/vitae");

/** The browser; it is told to do without its sandbox only where it cannot have one. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** A copy of a shipped example, being watched. */
export class Watched {
  #child;

  /** Starts to watch a copy of the example of this stage. */
  static async start(stage = "mid", ...args) {
    const watched = new Watched();
    watched.folder = mkdtempSync(join(tmpdir(), "vitae-"));
    watched.file = join(watched.folder, "resume.yaml");
    cpSync(join(repository, `roles/backend-engineer/examples/${stage}.yaml`), watched.file);
    watched.text = readFileSync(watched.file, "utf8");
    await watched.run(...args);
    return watched;
  }

  /** Starts the program; comes back when it has said its address. */
  async run(...args) {
    const arguments_ = ["watch", "resume.yaml", "--as-of", "2026-11-01", "--no-config", ...args];
    this.#child = spawn(program, arguments_, {
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    this.#child.stderr.on("data", (data) => (errors += data));
    this.ended = new Promise((resolve) => this.#child.on("exit", resolve));
    const lines = createInterface({ input: this.#child.stdout });
    this.address = await Promise.race([
      new Promise((resolve) => lines.once("line", resolve)),
      this.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${errors}`))),
    ]);
  }

  /** Saves as simple programs do: over the file. */
  write(text) {
    writeFileSync(this.file, text);
  }

  /** Saves as editors do: another file takes its place. */
  replace(text) {
    writeFileSync(`${this.file}~`, text);
    renameSync(`${this.file}~`, this.file);
  }

  remove() {
    rmSync(this.file);
  }

  /** Asks the program to end, as Ctrl-C does; its exit code. */
  end() {
    this.#child.kill("SIGINT");
    return this.ended;
  }

  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true });
  }
}

/** Opens the address and waits until the page has been told its first state. */
export async function open(browser, watched, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.failures = [];
  page.on("pageerror", (error) => page.failures.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.failures.push(message.text());
  });
  await page.goto(watched.address);
  await page.locator("html[data-revision]").waitFor();
  return page;
}

/** The names of the pictures, as they are shown. */
export const pictures = (page) =>
  page.$$eval(".sheet", (sheets) => sheets.map((sheet) => sheet.dataset.id));
