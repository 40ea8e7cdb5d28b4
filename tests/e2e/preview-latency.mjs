// How long from a key to the picture in the builder: the time from the event of the input until the
// frame with the new pages has been drawn. Prints milliseconds.


import { Served, launch } from "./served.mjs";

const EDITS = 60;
const WARM_UP = 5;
/** Between two keys: a quick typist, in milliseconds. */
const PAUSE = 150;

const served = await Served.start();
const address = await served.resume(process.argv[2] ?? "mid");
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(address);
await page.locator("#preview[data-shown]").waitFor();

// A mark stands where the frame that shows an answer has been handed over: the first task after the
// animation frame that follows the change.
await page.evaluate(() => {
  window.times = [];
  document.addEventListener("input", (event) => (window.begun = event.timeStamp), true);
  new MutationObserver(() => {
    const { begun } = window;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.times.push(performance.now() - begun);
      port2.postMessage(null);
    });
  }).observe(document.getElementById("preview"), { attributeFilter: ["data-shown"] });
});

const text = page.locator("#builder .claim textarea").first();
await text.focus();
await page.keyboard.press("End");
for (let edit = 0; edit < EDITS + WARM_UP; edit += 1) {
  const before = await page.evaluate(() => window.times.length);
  await page.keyboard.press(edit % 2 === 0 ? "a" : "Backspace");
  await page.waitForFunction((count) => window.times.length > count, before);
  await page.waitForTimeout(PAUSE);
}
const times = (await page.evaluate(() => window.times)).slice(WARM_UP);
await browser.close();
await served.stop();

times.sort((one, other) => one - other);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(`${times.length} edits: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
