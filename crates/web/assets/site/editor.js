// The text of a resume: line numbers, what is wrong and the pages follow while one writes.

import { Saver } from "./builder-save.js";
import { Preview } from "./preview.js";

const form = document.getElementById("editor");
const source = document.getElementById("source");
const gutter = document.getElementById("gutter");
const diagnostics = document.getElementById("diagnostics");
const grade = document.getElementById("grade");
const address = `/resumes/${form.dataset.resume}`;

/** Lines that are numbered, and rows that are shown, at most. */
const [MOST_LINES, MOST_ROWS] = [20000, 2000];

let leaving = false;

const saver = new Saver({
  address: `${address}/save`,
  state: document.getElementById("state"),
  head: Number(form.dataset.base),
  collect: () => new URLSearchParams({ source: source.value, base: saver.head }),
  conflict: compareButton,
  auto: false,
});
const preview = new Preview({
  address: `${address}/preview`,
  query: { base: form.dataset.base },
  collect: () => ({ fields: new URLSearchParams({ source: source.value }), context: null }),
  answered,
  pick: ({ line }) => jump(line, 1),
});

function answered({ diagnosticsHtml, gradeHtml }) {
  if (diagnosticsHtml !== null) diagnostics.innerHTML = diagnosticsHtml;
  if (gradeHtml !== null) grade.innerHTML = gradeHtml;
}

function number() {
  const count = source.value.split("\n").length;
  const lines = Math.min(count, MOST_LINES);
  if (Number(gutter.dataset.lines) !== lines) {
    gutter.dataset.lines = lines;
    gutter.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  }
  source.rows = Math.max(12, Math.min(lines, MOST_ROWS));
}

/** Puts the cursor at a line and a column, both from 1; columns count characters. */
function jump(line, column) {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = source.value.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  const rest = source.value.slice(start).split("\n", 1)[0];
  const at = start + [...rest].slice(0, column - 1).join("").length;
  source.focus({ preventScroll: true });
  source.setSelectionRange(at, at);
  const height = Number.parseFloat(getComputedStyle(source).lineHeight);
  const top = source.getBoundingClientRect().top + (line - 1) * height;
  scrollBy({ top: top - innerHeight / 3 });
}

/** Marks what the line with the cursor shows. */
function follow() {
  const line = source.value.slice(0, source.selectionStart).split("\n").length;
  preview.highlight((box, all) => {
    const before = all.map((other) => other.line).filter((other) => other <= line);
    return box.line === Math.max(...before);
  }, true);
}

for (const place of [form, document.getElementById("problem")]) {
  place.addEventListener("click", (event) => {
    const where = event.target.closest("[data-line]");
    if (!where) return;
    event.preventDefault();
    jump(Number(where.dataset.line), Number(where.dataset.column));
  });
}

source.addEventListener("input", () => {
  number();
  preview.ask();
  saver.changed();
});
source.addEventListener("keyup", follow);
source.addEventListener("click", follow);

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    saver.save();
  }
});

form.addEventListener("submit", (event) => {
  // A choice between two texts is made by the page that asks for it.
  if (leaving || event.submitter?.name === "over") {
    saver.release();
    return;
  }
  event.preventDefault();
  saver.save();
});

/** Sends the text as it is: the page that answers says what to do. */
function compareButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "What now?";
  button.addEventListener("click", () => {
    leaving = true;
    form.requestSubmit(form.querySelector("button.primary"));
  });
  return button;
}

number();
if (form.dataset.unsaved !== undefined) saver.changed();
preview.ask();
