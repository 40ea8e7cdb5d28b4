// Pages as they will be printed, beside what is being written. One request at a time; a change that
// comes meanwhile makes another one. A picture is swapped in when it is decoded, so nothing blinks.

const section = document.getElementById("preview");
const pages = document.getElementById("pages");
const problem = document.getElementById("problem");
const told = document.getElementById("told");

/** How long nothing has to change before who hears the page is told of it, in milliseconds. */
const REST = 1500;

export class Preview {
  #address;
  #collect;
  #answered;
  #pick;
  #view = Math.random().toString(36).slice(2);
  #busy = false;
  #again = false;
  #shown = 0;
  #boxes = [];
  #active = null;
  #telling = 0;

  /**
   * `collect` gives the fields of now and what `answered` is to know of them; `answered` gets the
   * answer as soon as it is there; `pick` gets the box that somebody chose.
   */
  constructor({ address, query, collect, answered, pick }) {
    const variant = section.dataset.variant;
    this.#address = `${address}?${new URLSearchParams({
      ...query,
      ...(variant ? { variant } : {}),
      view: this.#view,
    })}`;
    this.#collect = collect;
    this.#answered = answered;
    this.#pick = pick;
    pages.addEventListener("click", (event) => {
      const box = event.target.closest?.(".box");
      if (box) this.#pick(this.#boxes[Number(box.dataset.index)]);
    });
  }

  /** Something changed. */
  async ask() {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#again) {
      this.#again = false;
      try {
        await this.#round();
      } catch {
        // Nobody answers: saving says so, and the next change asks again.
        break;
      }
    }
    this.#busy = false;
  }

  async #round() {
    const { fields, context } = this.#collect();
    const have = sheets().map((sheet) => sheet.dataset.id);
    const response = await fetch(`${this.#address}&have=${have.filter(Boolean).join()}`, {
      method: "POST",
      body: fields,
    });
    if (response.status === 204) return;
    const answer = await response.json();
    if (!response.ok) {
      showProblem(`<p class="message"><strong></strong></p>`);
      problem.querySelector("strong").textContent = answer.detail ?? "No preview";
      return;
    }
    this.#answered(answer, context);
    showProblem(answer.problemHtml);
    if (answer.pages) await this.#show(answer);
    this.#tell(answer);
    this.#shown += 1;
    section.dataset.shown = this.#shown;
  }

  async #show({ pages: next, boxes }) {
    const before = sheets();
    const images = await Promise.all(
      next.map((page, index) => (before[index]?.dataset.id === page.id ? null : decoded(page))),
    );
    document.getElementById("empty")?.remove();
    next.forEach((page, index) => {
      const sheet = before[index] ?? pages.appendChild(newSheet());
      const image = images[index] ?? sheet.querySelector("img");
      image.alt = `Page ${index + 1} of ${next.length}, as it will be printed`;
      if (!images[index]) return;
      const old = sheet.querySelector("img");
      if (old) old.replaceWith(image);
      else sheet.prepend(image);
      sheet.dataset.id = page.id;
    });
    for (const sheet of before.slice(next.length)) sheet.remove();
    this.#boxes = boxes;
    this.#draw();
  }

  /** Where values stand, as places to click at. */
  #draw() {
    const drawn = sheets().map(() => []);
    this.#boxes.forEach(({ page, rect: [left, top, width, height], severity }, index) => {
      const box = document.createElement("div");
      box.className = `box ${severity ?? ""}`;
      box.dataset.index = index;
      Object.assign(box.style, {
        left: `${left - 1.2}%`,
        top: `${top - 0.2}%`,
        width: `${width + 2.4}%`,
        height: `${height + 0.4}%`,
      });
      drawn[page - 1]?.push(box);
    });
    sheets().forEach((sheet, index) => {
      let layer = sheet.querySelector(".boxes");
      if (!layer) {
        layer = sheet.appendChild(document.createElement("div"));
        layer.className = "boxes";
      }
      layer.replaceChildren(...drawn[index]);
    });
    this.highlight(this.#active);
  }

  /** Marks the boxes that `matches` takes among all, and shows the first when asked to. */
  highlight(matches, scroll = false) {
    this.#active = matches;
    let first = null;
    for (const box of pages.querySelectorAll(".box")) {
      const found = matches !== null && matches(this.#boxes[Number(box.dataset.index)], this.#boxes);
      box.classList.toggle("active", found);
      if (found) first ??= box;
    }
    if (scroll && first) reveal(first);
  }

  #tell(answer) {
    clearTimeout(this.#telling);
    if (!answer.summary) return;
    this.#telling = setTimeout(() => {
      told.textContent = answer.summary;
    }, REST);
  }
}

function sheets() {
  return [...pages.querySelectorAll(".sheet")];
}

function newSheet() {
  const sheet = document.createElement("figure");
  sheet.className = "sheet";
  return sheet;
}

/** A picture that can be drawn at once. */
async function decoded(page) {
  const image = new Image(Math.round(page.width), Math.round(page.height));
  const address = URL.createObjectURL(new Blob([page.svg], { type: "image/svg+xml" }));
  image.src = address;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(address);
  }
  return image;
}

function showProblem(html) {
  const text = html ?? "";
  pages.toggleAttribute("data-stale", text !== "");
  problem.hidden = text === "";
  if (problem.dataset.shown !== text) problem.innerHTML = text;
  problem.dataset.shown = text;
}

/** Scrolls what holds the pages, and never the whole window. */
function reveal(box) {
  for (let holder = box.parentElement; holder && holder !== document.body; holder = holder.parentElement) {
    if (holder.scrollHeight <= holder.clientHeight + 1) continue;
    if (!/auto|scroll/.test(getComputedStyle(holder).overflowY)) continue;
    const [outer, inner] = [holder.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    holder.scrollBy({
      top: inner.top - outer.top - (outer.height - inner.height) / 2,
      behavior: calm ? "auto" : "smooth",
    });
    return;
  }
}
