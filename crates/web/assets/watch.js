// The live view: is told each new state of the file and shows it without moving what stays.

const byId = (id) => document.getElementById(id);
const pages = byId("pages");
const panel = byId("findings");
const problem = byId("problem");
const connection = byId("connection");
const title = document.title;

// Zoom: "fit" for as wide as there is room, or a share of the size on paper.

const POINT = 96 / 72; // pixels
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const STORED = "vitae-zoom";

let zoom = readZoom();

function readZoom() {
  try {
    const stored = Number(sessionStorage.getItem(STORED));
    return STEPS.includes(stored) ? stored : "fit";
  } catch {
    return "fit";
  }
}

function setZoom(next) {
  // What is in the middle stays in the middle.
  const box = pages.scrollHeight > pages.clientHeight + 1 ? pages : document.scrollingElement;
  const middle = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
  const center = (pages.scrollLeft + pages.clientWidth / 2) / pages.scrollWidth;
  zoom = next;
  try {
    sessionStorage.setItem(STORED, String(next));
  } catch {
    // A browser that keeps nothing forgets it on reload.
  }
  for (const sheet of sheets()) applyZoom(sheet);
  showZoom();
  box.scrollTop = middle * box.scrollHeight - box.clientHeight / 2;
  pages.scrollLeft = center * pages.scrollWidth - pages.clientWidth / 2;
}

function applyZoom(sheet) {
  sheet.style.width = zoom === "fit" ? "" : `${Number(sheet.dataset.width) * POINT * zoom}px`;
}

/** The size that is seen, as a share of that on paper. */
function seenZoom() {
  const sheet = sheets()[0];
  return sheet ? sheet.clientWidth / (Number(sheet.dataset.width) * POINT) : 1;
}

function showZoom() {
  byId("zoom-value").textContent = `${Math.round(seenZoom() * 100)}\u202f%`;
  byId("zoom-fit").setAttribute("aria-pressed", String(zoom === "fit"));
  byId("zoom-full").setAttribute("aria-pressed", String(zoom === 1));
}

/** The next step up or down from the size that is seen. */
function stepZoom(direction) {
  const seen = seenZoom();
  const further = STEPS.filter((step) => (step - seen) * direction > 0.01);
  const next = direction > 0 ? further[0] : further[further.length - 1];
  if (next !== undefined) setZoom(next);
}

byId("zoom-in").addEventListener("click", () => stepZoom(1));
byId("zoom-out").addEventListener("click", () => stepZoom(-1));
byId("zoom-fit").addEventListener("click", () => setZoom("fit"));
byId("zoom-full").addEventListener("click", () => setZoom(1));

// Single keys work while the pages have the focus, and nowhere else.
pages.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = {
    "+": () => stepZoom(1),
    "=": () => stepZoom(1),
    "-": () => stepZoom(-1),
    0: () => setZoom(1),
    f: () => setZoom("fit"),
  };
  const action = actions[event.key.toLowerCase()];
  if (action) {
    event.preventDefault();
    action();
  }
});

// Pages

function sheets() {
  return [...pages.querySelectorAll(".sheet")];
}

/** A picture that can be drawn at once. */
async function loaded(page) {
  const image = new Image(Math.round(page.width), Math.round(page.height));
  image.src = `/pages/${page.id}.svg`;
  await image.decode();
  return image;
}

/** Swaps in the pages that are not shown yet, all at once. */
async function showPages(next) {
  const before = sheets();
  const images = await Promise.all(
    next.map((page, index) => (before[index]?.dataset.id === page.id ? null : loaded(page))),
  );
  byId("empty")?.remove();
  next.forEach((page, index) => {
    const sheet = before[index] ?? pages.appendChild(newSheet());
    const image = images[index] ?? sheet.querySelector("img");
    image.alt = `Page ${index + 1} of ${next.length}, as it will be printed`;
    if (images[index]) {
      const old = sheet.querySelector("img");
      if (old) old.replaceWith(image);
      else sheet.append(image);
      sheet.dataset.id = page.id;
      sheet.dataset.width = page.width;
      applyZoom(sheet);
    }
  });
  for (const sheet of before.slice(next.length)) sheet.remove();
}

function newSheet() {
  const sheet = document.createElement("figure");
  sheet.className = "sheet";
  return sheet;
}

// Findings

let shownPanel = null;
let active = null;

function showPanel(html) {
  if (html === shownPanel) return;
  shownPanel = html;
  const focused = panel.contains(document.activeElement);
  const finding = document.activeElement?.closest?.(".finding")?.id;
  const scroll = panel.scrollTop;
  panel.innerHTML = html;
  panel.scrollTop = scroll;
  // A finding that is gone leaves the focus to the list.
  const same = finding && byId(finding)?.querySelector("button");
  if (focused) (same || panel).focus({ preventScroll: true });
}

/** Draws the marks of all findings anew. */
function showMarks() {
  for (const mark of pages.querySelectorAll(".mark")) mark.remove();
  const all = sheets();
  for (const finding of panel.querySelectorAll("[data-spots]")) {
    const severity = ["error", "warning", "info"].find((name) => finding.classList.contains(name));
    for (const spot of finding.dataset.spots.split(";")) {
      const [page, left, top, width, height] = spot.split(" ").map(Number);
      const sheet = all[page - 1];
      if (!sheet) continue;
      const mark = document.createElement("div");
      mark.className = `mark ${severity}`;
      mark.dataset.finding = finding.id;
      // The bar stands left of the bullets.
      Object.assign(mark.style, {
        left: `${left - 2.6}%`,
        top: `${top - 0.1}%`,
        width: `${width + 3.2}%`,
        height: `${height + 0.2}%`,
      });
      sheet.append(mark);
    }
  }
  highlight(active);
}

function highlight(id) {
  for (const mark of pages.querySelectorAll(".mark")) {
    mark.classList.toggle("active", id !== null && mark.dataset.finding === id);
  }
  for (const finding of panel.querySelectorAll(".finding")) {
    finding.toggleAttribute("data-active", id !== null && finding.id === id);
  }
}

/** The finding around an element. */
function findingOf(element) {
  return element?.closest?.(".finding[data-spots]") ?? null;
}

panel.addEventListener("click", (event) => {
  const finding = event.target.closest("button.place") && findingOf(event.target);
  if (!finding) return;
  active = finding.id;
  highlight(active);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  pages
    .querySelector(".mark.active")
    ?.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
});

// Looking at a finding, with the pointer or the keyboard, shows its place; then the chosen one again.
for (const [begin, end] of [
  ["pointerover", "pointerout"],
  ["focusin", "focusout"],
]) {
  panel.addEventListener(begin, (event) => highlight(findingOf(event.target)?.id ?? active));
  panel.addEventListener(end, () => highlight(active));
}

// States

let waiting = null;
let busy = false;

/** Shows the newest state; those that came while another was being shown are left out. */
async function show(state) {
  waiting = state;
  if (busy) return;
  busy = true;
  while (waiting) {
    const next = waiting;
    waiting = null;
    try {
      await showPages(next.pages);
    } catch {
      // The picture is gone because a newer state is on its way.
      continue;
    }
    showPanel(next.panel);
    showProblem(next.problem);
    showMarks();
    showZoom();
    tell(next);
    document.documentElement.dataset.revision = next.revision;
  }
  busy = false;
}

function showProblem(html) {
  pages.toggleAttribute("data-stale", html !== null);
  problem.hidden = html === null;
  if (html === null) problem.replaceChildren();
  else if (problem.dataset.shown !== html) problem.innerHTML = html;
  problem.dataset.shown = html ?? "";
  document.title = html === null ? title : `Problem – ${title}`;
}

/** Tells who hears the page what changed, but not what it was when it was opened. */
function tell(state) {
  const first = document.documentElement.dataset.revision === undefined;
  if (first || state.problem !== null) return;
  const count = state.pages.length;
  byId("status").textContent = `Updated: ${count} page${count === 1 ? "" : "s"}; ${state.summary}`;
}

function connected(state, words) {
  connection.dataset.state = state;
  connection.querySelector(".words").textContent = words;
}

let ended = false;
const events = new EventSource("/events");
events.addEventListener("open", () => {
  ended = false;
  connected("live", "Live");
});
events.addEventListener("state", (event) => show(JSON.parse(event.data)));
events.addEventListener("end", () => {
  ended = true;
});
events.addEventListener("error", () => {
  connected("broken", ended ? "Ended; start vitae watch again to go on" : "Not connected");
});

for (const sheet of sheets()) applyZoom(sheet);
// Tells the size as soon as it begins, too.
new ResizeObserver(showZoom).observe(pages);
