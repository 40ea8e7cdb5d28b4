// A web app with something on every page, every page of it, and what all of them have to be.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A shipped example, as text. */
export const example = (name) =>
  readFileSync(join(repository, `roles/backend-engineer/examples/${name}.yaml`), "utf8");

/** A resume with lines that are found weak, and a variant. */
export const weak = example("senior")
  .replace(
    /( *)highlights:\n/,
    "$&$1  - Responsible for various backend tasks\n$1  - Reduced hold errors by 120%\n",
  )
  .replace("  stage: senior\n", "$&  variants:\n    short: {omit: [interests]}\n");

/** A resume as somebody pastes it. */
export const weakText = `Ida Loom
Backend Engineer
ida.loom@example.com

Experience
Backend Engineer, Harbor Lane, Jan 2021 - Present
- Moved the booking service from MySQL to PostgreSQL without downtime
- Responsible for various tasks

Skills
Go, PostgreSQL, Kafka
`;

/** An ad as somebody pastes it: something is shown, something only asked for. */
export const ad = `Senior Backend Engineer
Harbor Lane Logistics, Ljubljana

What you will do
- Own the service that books freight, from design to on call
- Bring down the tail latency of our APIs

Must have
- 5+ years with Go or Java
- PostgreSQL in production
- Kafka or another log
- Experience with COBOL

Nice to have
- Kubernetes
- Terraform

Benefits
- A bicycle
`;

/** Fills an empty app; the keys of what was made. */
export async function furnish(served) {
  const send = async (path, fields, kind = FormData) => {
    const body = new kind();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const answer = await fetch(new URL(path, served.address), {
      method: "POST",
      body,
      redirect: "manual",
    });
    const to = answer.headers.get("location");
    if (to === null) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return to;
  };
  const form = (path, fields = {}) => send(path, fields, URLSearchParams);
  const last = (path) => path.split("?")[0].split("/").pop();

  const file = new File([weak], "resume.yaml");
  const report = last(await send("/", { file }));
  await form(`/reports/${report}/save`, { stage: "" });
  const saved = /\/reports\/saved\/([\w-]+)/.exec(await (await served.get("/reports/saved")).text())[1];
  const plain = last(await send("/", { text: weakText }));
  const resume = last(await form("/resumes", { from: report }));
  await form(`/resumes/${resume}/yaml`, {
    base: "1",
    source: weak.replace("Responsible for various backend tasks", "Answered for the booking API"),
  });
  const old = last(await form("/resumes", { example: "junior" }));
  await form(`/resumes/${old}/bin`);
  const job = last(await send("/jobs", { text: ad }));
  const other = last(await send("/jobs", { template: "backend-mid" }));
  await form(`/jobs/${other}/bin`);
  return { report, saved, plain, resume, old, job };
}

/** Every page, by the pattern of its address in the router. */
export const pages = ({ report, saved, plain, resume, old, job }) => [
  ["/", "/"],
  ["/reports/saved", "/reports/saved"],
  ["/reports/saved/{id}", `/reports/saved/${saved}`],
  ["/reports/{key}", `/reports/${report}`],
  ["/reports/{key} of text", `/reports/${plain}`],
  ["/resumes", "/resumes"],
  ["/resumes/{id}", `/resumes/${resume}`],
  ["/resumes/{id}/yaml", `/resumes/${resume}/yaml`],
  ["/resumes/{id}/interview", `/resumes/${resume}/interview`],
  ["/resumes/{id}/variants", `/resumes/${resume}/variants`],
  ["/resumes/{id}/revisions", `/resumes/${resume}/revisions`],
  ["/resumes/{id}/erase", `/resumes/${old}/erase`],
  ["/match", "/match"],
  ["/match of two", `/match?resume=${resume}&job=${job}`],
  ["/jobs", "/jobs"],
  ["/jobs/bin", "/jobs/bin"],
  ["/jobs/{id}", `/jobs/${job}`],
  ["/jobs/{id}/revisions", `/jobs/${job}/revisions`],
  ["/jobs/{id}/revisions/{number}", `/jobs/${job}/revisions/1`],
  ["/jobs/{id}/tailor", `/jobs/${job}/tailor?resume=${resume}`],
  ["/jobs/{id}/letter", `/jobs/${job}/letter?resume=${resume}`],
  ["/jobs/{id}/interview", `/jobs/${job}/interview?resume=${resume}`],
  ["/examples", "/examples"],
  ["/examples/{name}", "/examples/senior"],
  ["/bullets", "/bullets"],
  ["/guide", "/guide"],
  ["/guide/gaps", "/guide/gaps"],
  ["/guide/paths", "/guide/paths"],
  ["/guide/pay", "/guide/pay"],
  ["/guide/skills/{name}", "/guide/skills/sql"],
  ["/guide/{stage}", "/guide/senior"],
  ["/rules", "/rules"],
  ["/rules/{name}", "/rules/duty-not-work"],
  ["/formats", "/formats"],
  ["/privacy", "/privacy"],
  ["/api", "/api"],
  ["a page that is not there", "/nowhere"],
];

/** Opens a tab that notes what must not happen: errors, and requests to anywhere else. */
export async function tab(browser, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  // The debug build sets pages slowly, and other tests run beside.
  page.setDefaultTimeout(90_000);
  page.failures = [];
  page.on("pageerror", (error) => page.failures.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.failures.push(message.text());
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const here = new URL(page.url() === "about:blank" ? url : page.url()).origin;
    if (url.protocol !== "blob:" && url.origin !== here) page.failures.push(`asks ${url}`);
  });
  return page;
}

/** Settles a page: the pictures that are in sight are there, and nothing moves. */
export async function settled(page) {
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      image.loading = "eager";
      return image.complete || !image.checkVisibility();
    }),
  );
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState === "finished"),
  );
}

/** What axe holds against the page, in words. Of all rules, or of these. */
export async function violations(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(
    (run) => window.axe.run(run).then((result) => result.violations),
    rules
      ? { runOnly: { type: "rule", values: rules } }
      : {
          runOnly: [
            "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice",
          ],
        },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}
