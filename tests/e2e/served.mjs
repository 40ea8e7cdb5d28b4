// `vitae serve` on a database of its own.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export { launch } from "./vitae.mjs";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.VITAE ?? join(repository, "target/debug/vitae");

export class Served {
  #child;

  /** Starts it; comes back when it has said its address. */
  static async start(database) {
    const served = new Served();
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
  stop() {
    this.#child.kill("SIGINT");
    return this.ended;
  }
}
