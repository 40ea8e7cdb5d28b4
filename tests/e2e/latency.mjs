// How long from a save to the picture: the time from just before the file is written until the
// frame with the new picture has been drawn. Prints milliseconds.

import { Watched, launch, open } from "./vitae.mjs";

const EDITS = 30;
const WARM_UP = 3;

const browser = await launch();
const watched = await Watched.start(process.argv[2] ?? "mid");
const page = await open(browser, watched);

// A mark stands where the frame that shows a state has been handed over: the first task after the
// animation frame that follows the change.
await page.evaluate(() => {
  new MutationObserver(() => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        performance.mark("painted", { detail: document.documentElement.dataset.revision });
      port2.postMessage(null);
    });
  }).observe(document.documentElement, { attributeFilter: ["data-revision"] });
});

const times = [];
for (let edit = 0; edit < EDITS + WARM_UP; edit += 1) {
  const revision = Number(await page.locator("html").getAttribute("data-revision"));
  const text = watched.text.replace(/\d+ minutes to \d+ seconds|\d+ s to \d+/, `${edit + 2} s to 1`);
  const begin = performance.timeOrigin + performance.now();
  watched.write(text);
  const end = await page.evaluate(
    (before) =>
      new Promise((resolve) => {
        const look = () => {
          const mark = performance.getEntriesByName("painted").at(-1);
          if (mark && Number(mark.detail) > before) resolve(performance.timeOrigin + mark.startTime);
          else setTimeout(look, 5);
        };
        look();
      }),
    revision,
  );
  if (edit >= WARM_UP) times.push(end - begin);
}
await page.close();
await watched.stop();
await browser.close();

times.sort((one, other) => one - other);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
console.log(`${EDITS} edits: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
