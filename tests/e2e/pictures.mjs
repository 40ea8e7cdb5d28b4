// Pictures of every state, to look at: `node pictures.mjs FOLDER`. `docs/watch.png`,
// `docs/builder.png` and `docs/builder-dark.png` are among them.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { Served } from "./served.mjs";
import { furnish, settled, tab } from "./site.mjs";
import { Watched, launch, open } from "./vitae.mjs";

const folder = process.argv[2] ?? "pictures";
mkdirSync(folder, { recursive: true });

const weaken = (text) =>
  text.replace(
    /( *)highlights:\n/,
    "$&$1  - Responsible for various backend tasks\n$1  - Reduced hold errors by 120%\n",
  );

const browser = await launch();
const watched = await Watched.start("senior");

async function picture(name, text, options, work) {
  const page = await open(browser, watched, options);
  const before = await page.locator("html").getAttribute("data-revision");
  const differs = text !== watched.now;
  watched.now = text;
  watched.write(text);
  if (differs) await page.locator(`html:not([data-revision="${before}"])`).waitFor();
  await work?.(page);
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished)),
  );
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: name.includes("narrow") });
  await page.close();
}

watched.now = watched.text;
const weak = weaken(watched.text);
const broken = weak.replace("highlights:\n", "highlights: [\n");
const wide = { viewport: { width: 1360, height: 850 } };
const narrow = { viewport: { width: 320, height: 640 } };
const dark = { colorScheme: "dark" };
const choose = async (page) => {
  await page.getByRole("button", { name: "100" }).click();
  await page.locator(".finding button").first().click();
};

await picture("clean", watched.text, wide);
await picture("watch", weak, wide, choose);
await picture("dark", weak, { ...wide, ...dark }, choose);
await picture("narrow", weak, narrow);
await picture("narrow-dark", weak, { ...narrow, ...dark });
await picture("problem", broken, wide);
await picture("problem-dark", broken, { ...wide, ...dark });
await picture("problem-narrow", broken, narrow);
await picture("focus", weak, wide, async (page) => {
  for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press("Tab");
});

await watched.stop();

// The builder of `vitae serve`: `docs/builder.png` and `docs/builder-dark.png`, made small by
// `convert NAME.png -colors 40 +dither NAME.png`.
const served = await Served.start();
const { resume } = await furnish(served);
for (const [name, colorScheme] of [["builder", "light"], ["builder-dark", "dark"]]) {
  const page = await tab(browser, { viewport: { width: 1120, height: 700 }, colorScheme });
  await page.goto(new URL(`/resumes/${resume}#section-work`, served.address).href);
  await page.locator("#preview[data-shown]").waitFor();
  await page.locator('[name="work[0].highlights[1].text"]').focus();
  await page.locator('[data-list="work[0].highlights"]').evaluate((list) => list.scrollIntoView());
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await served.stop();
await browser.close();
