// The builder while one writes: the pages, notes and grade follow, changes are saved by themselves,
// and every step can be taken back.

import { Lists } from "./builder-lists.js";
import { Saver } from "./builder-save.js";
import { Preview } from "./preview.js";

const form = document.getElementById("builder");
const grade = document.getElementById("grade");
const looks = document.getElementById("looks");
const address = `/resumes/${form.dataset.resume}`;

/** Changes of one field in less than this time are one step, in milliseconds. */
const ONE_STEP = 1500;
/** Steps that can be taken back at most. */
const MOST_STEPS = 200;

const toolbar = makeToolbar();
const lists = new Lists(form, () => changed(""), say);
const saver = new Saver({
  address: `${address}/save`,
  state: toolbar.state,
  head: Number(form.dataset.base),
  collect: fields,
  conflict: mergeButton,
});
const preview = new Preview({
  address: `${address}/preview`,
  query: { base: form.dataset.base },
  collect: () => ({ fields: fields(), context: lists.places() }),
  answered,
  pick,
});

let places = lists.places();
let leaving = false;

function fields() {
  const all = new URLSearchParams();
  for (const [name, value] of new FormData(form)) all.append(name, value);
  return all;
}

// What comes back

const shown = new WeakMap();

/** Changes what an element holds, when it differs. */
function put(element, html) {
  if (shown.get(element) === html) return;
  shown.set(element, html);
  const focused = element.contains(document.activeElement);
  element.innerHTML = html;
  if (focused) element.closest("li, section, aside")?.querySelector("button, a, input")?.focus();
}

function answered({ notes, gradeHtml }, now) {
  places = now;
  if (gradeHtml) put(grade, gradeHtml);
  if (!notes) return;
  const pathOf = new Map([...now].map(([path, item]) => [item, path]));
  for (const element of form.querySelectorAll("[data-notes]")) {
    const item = element.closest("li[data-path]");
    const path = item ? pathOf.get(item) : element.dataset.notes;
    put(element, (path !== undefined && notes[path]) || "");
  }
}

// Boxes and fields

/** The path of the value that a field shows, as the server calls it now. */
function pathOf(field) {
  const name = field.name.replace(/\.text$/, "");
  const item = field.closest("li[data-path]");
  if (!item) return name;
  const found = [...places].find(([, other]) => other === item);
  return found ? found[0] + name.slice(item.dataset.path.length) : null;
}

const parentOf = (path) => path.replace(/(\.[^.[\]]+|\[\d+\])$/, "");
const isIn = (path, whole) => path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`);

form.addEventListener("focusin", (event) => {
  if (!event.target.name || event.target.type === "hidden") return;
  const path = pathOf(event.target);
  if (path) preview.highlight(nearest(path), true);
});

/** What is shown of a value: its own boxes, else those of the entry it is part of. */
function nearest(path) {
  return (box, all) => {
    for (let at = path; /[.[]/.test(at) || at === path; at = parentOf(at)) {
      if (all.some((other) => isIn(other.path, at))) return isIn(box.path, at);
      if (parentOf(at) === at) break;
    }
    return false;
  };
}

/** Leads from a box to its field. */
function pick({ path }) {
  let at = path;
  while (!places.has(at) && parentOf(at) !== at) at = parentOf(at);
  const item = places.get(at);
  const name = item ? item.dataset.path + path.slice(at.length) : path;
  const named = form.elements[name] ?? form.elements[`${name}.text`];
  const section = document.getElementById(`section-${path.split(/[.[]/)[0]}`);
  const field =
    (named && named.type !== "hidden" && named) ||
    (item ?? section)?.querySelector("textarea, input:not([type=hidden]), select");
  if (!field) return;
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) {
    around.open = true;
  }
  field.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

// Steps

const past = [];
const future = [];
let now = snapshot();
let last = { name: "", time: 0 };

/** All that the form says, by name. */
function snapshot() {
  const state = new Map();
  for (const field of form.elements) {
    if (field.name && field.type !== "submit" && field.type !== "button" && field.name !== "base") {
      state.set(field.name, field.value);
    }
  }
  return state;
}

/** Something changed: the field of that name, or a list when there is none. */
function changed(name) {
  const time = performance.now();
  const same = name !== "" && name === last.name && time - last.time < ONE_STEP;
  last = { name, time };
  if (!same) {
    past.push(now);
    if (past.length > MOST_STEPS) past.shift();
  }
  now = snapshot();
  future.length = 0;
  follow();
}

function follow() {
  toolbar.undo.disabled = past.length === 0;
  toolbar.redo.disabled = future.length === 0;
  showLook();
  preview.ask();
  saver.changed();
}

function step(from, to, word) {
  if (from.length === 0) return;
  to.push(now);
  now = from.pop();
  last = { name: "", time: 0 };
  lists.restore(now);
  for (const [name, value] of now) {
    const field = form.elements[name];
    if (field && "value" in field && field.value !== value) field.value = value;
  }
  follow();
  say(word);
}

const undo = () => step(past, future, "Undone");
const redo = () => step(future, past, "Done again");
toolbar.undo.addEventListener("click", undo);
toolbar.redo.addEventListener("click", redo);

const WRITTEN = "textarea, input:not([type=checkbox], [type=radio], [type=color], [type=hidden])";

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === "s") {
    event.preventDefault();
    saver.save();
  } else if ((key === "z" || key === "y") && !event.target.matches?.(WRITTEN)) {
    event.preventDefault();
    if (key === "y" || event.shiftKey) redo();
    else undo();
  }
});

form.addEventListener("input", (event) => {
  if (event.target.name) changed(event.target.name);
});

form.addEventListener("submit", async (event) => {
  if (leaving) return;
  event.preventDefault();
  const asked = event.submitter?.value ?? "";
  if (!asked.startsWith("fix:")) saver.save();
  else if (await saver.all()) leaveWith(asked);
});

/** Sends the form as it is, as its button with this value does: another page answers. */
function leaveWith(asked) {
  leaving = true;
  saver.release();
  // The button itself may be gone by now.
  const button = document.createElement("button");
  Object.assign(button, { name: "do", value: asked, hidden: true });
  form.append(button);
  form.requestSubmit(button);
}

// A file is made of what was saved, so that is done first.
document.querySelector(".files")?.addEventListener("click", async (event) => {
  const link = event.target.closest("a[download]");
  if (!link || form.querySelector(".state").dataset.state === "saved") return;
  event.preventDefault();
  if (await saver.all()) link.click();
});

// Menus close when one goes to a section, looks elsewhere or presses Escape; of files one may want more.

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  const hash = event.target.closest(".menu a")?.hash;
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (hash || !menu.contains(event.target)) menu.open = false;
  }
  if (hash) document.getElementById(hash.slice(1)).open = true;
});

// The look

const template = form.elements["vitae.template"];
const accent = form.elements["vitae.accent"];

function choose(field, value) {
  field.value = value;
  changed(field.name);
}

function showLook() {
  for (const button of looks.querySelectorAll("[data-template]")) {
    const chosen = (template.value || "classic") === button.dataset.template;
    button.setAttribute("aria-pressed", String(chosen));
  }
  // While none is chosen, the field shows the color of the template.
  const color = accent?.value.trim() || accent?.placeholder;
  if (/^#[0-9a-f]{6}$/i.test(color)) picker.value = color;
}

const picker = document.createElement("input");
picker.type = "color";
picker.setAttribute("aria-label", "Pick the color of headings and links");
picker.addEventListener("input", () => choose(accent, picker.value));
accent?.after(picker);

if (template) {
  looks.hidden = false;
  looks.addEventListener("click", (event) => {
    const button = event.target.closest("[data-template]");
    if (button) choose(template, button.dataset.template);
  });
}

// Parts of the page that only a script can serve

function makeToolbar() {
  const place = form.querySelector(".save");
  const button = (name, words, keys) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "plain step";
    made.textContent = words;
    made.title = `${words} (${keys})`;
    made.disabled = true;
    return made;
  };
  const [undoButton, redoButton] = [
    button("undo", "Undo", "Ctrl+Z outside of a text"),
    button("redo", "Redo", "Ctrl+Shift+Z"),
  ];
  const state = document.createElement("p");
  state.className = "state";
  state.setAttribute("role", "status");
  const first = place.firstElementChild;
  first.after(undoButton, redoButton, state);
  return { undo: undoButton, redo: redoButton, state };
}

/** Tells who hears the page. */
function say(words) {
  document.getElementById("told").textContent = words;
}

/** Sends the form as it is: the page that answers shows both. */
function mergeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  button.textContent = "Compare and merge";
  button.addEventListener("click", () => leaveWith("save"));
  return button;
}

showLook();
preview.ask();
