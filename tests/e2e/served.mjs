// `vitae serve` on a database of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export { launch } from "./vitae.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
export const program = process.env.VITAE ?? join(repository, "target/debug/vitae");

export class Served {
  #child;

  /** Starts it; comes back when it has said its address. Its folder leaves with it. */
  static async start() {
    const served = new Served();
    served.folder = mkdtempSync(join(tmpdir(), "vitae-"));
    const database = join(served.folder, "vitae.db");
    served.#child = spawn(program, ["serve", "--data", database], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let errors = "";
    served.#child.stderr.on("data", (data) => (errors += data));
    served.ended = new Promise((resolve) => served.#child.on("exit", resolve));
    const lines = createInterface({ input: served.#child.stdout });
    served.address = await Promise.race([
      new Promise((resolve) => lines.once("line", resolve)),
      served.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${errors}`))),
    ]);
    return served;
  }

  /** What is at a path. */
  get(path) {
    return fetch(new URL(path, this.address));
  }

  /** Makes a resume of an example; the address of its builder. */
  async resume(example) {
    const answer = await fetch(new URL("resumes", this.address), {
      method: "POST",
      body: new URLSearchParams({ example }),
      redirect: "manual",
    });
    return new URL(answer.headers.get("location"), this.address).href;
  }

  /** Ends it, as Ctrl-C does; its exit code. */
  async stop() {
    this.#child.kill("SIGINT");
    const code = await this.ended;
    rmSync(this.folder, { recursive: true });
    return code;
  }
}
