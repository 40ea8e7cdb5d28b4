// What a file of tests on the web app stands on.

import { after } from "node:test";

import { Served, launch } from "./served.mjs";

/** A browser and `vitae serve` on a database of its own; both leave when the tests are done. */
export async function stage() {
  const browser = await launch();
  const served = await Served.start();
  after(async () => {
    await browser.close();
    await served.stop();
  });
  return { browser, served };
}
