// Pages as they will be printed, beside what is being written. One request at a time; a change that
// comes meanwhile makes another one. A page is made of parts, a line each: what did not change is
// neither sent nor drawn again.

const SVG = "http://www.w3.org/2000/svg";

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
    const have = new Set(parts().map((part) => part.dataset.id));
    const response = await fetch(`${this.#address}&have=${[...have].join()}`, {
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
    if (answer.pages) this.#show(answer);
    this.#tell(answer);
    this.#shown += 1;
    section.dataset.shown = this.#shown;
  }

  #show({ pages: next, drawn, boxes }) {
    const stock = new Stock(drawn);
    const before = sheets();
    document.getElementById("empty")?.remove();
    next.forEach((page, index) => {
      const sheet = before[index] ?? pages.appendChild(newSheet());
      sheet.dataset.id = page.id;
      const picture = sheet.querySelector(":scope > svg") ?? newPicture(sheet);
      picture.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
      picture.setAttribute("width", Math.round(page.width));
      picture.setAttribute("height", Math.round(page.height));
      picture.setAttribute("aria-label", `Page ${index + 1} of ${next.length}, as it will be printed`);
      order(picture, page.parts.map((part) => stock.take(picture, part)));
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

function parts() {
  return [...pages.querySelectorAll(".sheet > svg > g")];
}

/** An empty picture in the place of what the page came with. */
function newPicture(sheet) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("role", "img");
  sheet.querySelector("img")?.remove();
  sheet.prepend(picture);
  return picture;
}

/** The parts that there are to make pages of: those that stand on one, and those that came. */
class Stock {
  #drawn;
  #standing = new Map();

  constructor(drawn) {
    this.#drawn = drawn;
    for (const part of parts()) {
      const { id } = part.dataset;
      if (!this.#standing.has(id)) this.#standing.set(id, { like: part, left: [] });
      this.#standing.get(id).left.push(part);
    }
  }

  /** The part for a place on a page: one that stands on it already, when there is one left. */
  take(page, [id, x, y]) {
    const standing = this.#standing.get(id);
    const here = standing?.left.findIndex((part) => part.parentNode === page) ?? -1;
    const part = here < 0 ? this.#made(id, standing?.like) : standing.left.splice(here, 1)[0];
    const place = `translate(${x} ${y})`;
    if (part.getAttribute("transform") !== place) part.setAttribute("transform", place);
    return part;
  }

  #made(id, like) {
    const part = document.createElementNS(SVG, "g");
    part.dataset.id = id;
    if (like) part.append(...like.cloneNode(true).childNodes);
    else part.innerHTML = this.#drawn[id];
    return part;
  }
}

/** Makes `wanted` the children of `parent`, in this order; what stays is not touched. */
function order(parent, wanted) {
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  let at = parent.firstChild;
  for (const child of wanted) {
    if (child === at) at = at.nextSibling;
    else parent.insertBefore(child, at);
  }
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
