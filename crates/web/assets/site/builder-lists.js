// The lists of the form: items move, leave and come without the page being loaded again.
//
// The names of fields are paths in the revision that the page was made from, and never change. The
// hidden field of a list says which items there are now and in which order.

const LABELS = { up: ["↑", "Move up"], down: ["↓", "Move down"], remove: ["✕", "Remove"] };
const TOKEN = /^((?:field|hint|add|up|down|remove)[-:])?_(?=$|[.[])/;
const NAMED = "name id for value data-path data-list data-notes data-add aria-describedby".split(" ");

export class Lists {
  #form;
  #changed;
  #tell;
  /** Every item there ever was, by its path. */
  #items = new Map();

  /** `changed` is called after a move, `tell` says where an item is to who hears the page. */
  constructor(form, changed, tell) {
    this.#form = form;
    this.#changed = changed;
    this.#tell = tell;
    this.#adopt(form);
    form.addEventListener("click", (event) => this.#clicked(event));
    form.addEventListener("keydown", (event) => this.#key(event));
    form.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  /** Makes everything below `root` known. */
  #adopt(root) {
    const lists = [...root.querySelectorAll("ol[data-list]")];
    for (const item of root.querySelectorAll("li[data-path]")) {
      this.#items.set(item.dataset.path, item);
      this.#equip(item);
    }
    for (const list of lists) this.#sync(list);
  }

  /** Buttons to move an item; a new one has none yet. */
  #equip(item) {
    let moves = own(item, ".moves");
    if (!moves) {
      moves = document.createElement("div");
      moves.className = "moves";
      for (const [verb, [sign, label]] of Object.entries(LABELS)) {
        const button = moves.appendChild(document.createElement("button"));
        button.type = "button";
        button.dataset.do = verb;
        button.textContent = sign;
        button.title = label;
      }
      const place = own(item, ".claim") ?? own(item, "legend");
      if (place?.matches("legend")) place.after(moves);
      else (place ?? item).append(moves);
    }
    if (!moves.querySelector(".grip")) {
      const grip = document.createElement("span");
      grip.className = "grip";
      grip.title = "Drag to move";
      grip.setAttribute("aria-hidden", "true");
      grip.textContent = "⠿";
      moves.prepend(grip);
    }
  }

  #clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const item = button.closest("li[data-path]");
    if (button.dataset.add !== undefined) {
      event.preventDefault();
      this.add(this.#list(button.dataset.add));
    } else if (button.dataset.do && item) {
      event.preventDefault();
      if (button.dataset.do === "remove") this.#remove(item);
      else this.#move(item, button.dataset.do === "up" ? -1 : 1, button);
    }
  }

  #key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const item = event.target.closest("li[data-path]");
    if (!step || !item || !event.altKey || event.ctrlKey || event.metaKey) return;
    // There it opens the list of choices.
    if (event.target.matches("select")) return;
    event.preventDefault();
    this.#move(item, step, event.target);
  }

  /** Moves an item by one place; what had the focus keeps it. */
  #move(item, step, focus) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(item);
    else other.after(item);
    this.#sync(item.parentElement);
    const next = focus.disabled ? own(item, `[data-do="${step < 0 ? "down" : "up"}"]`) : focus;
    (next ?? item).focus();
    this.#moved(item);
  }

  #moved(item) {
    const all = [...item.parentElement.children];
    this.#tell(`${nameOf(item)}: now ${all.indexOf(item) + 1} of ${all.length}`);
    this.#changed();
  }

  #remove(item) {
    const list = item.parentElement;
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.#tell(`${nameOf(item)}: removed. Undo brings it back.`);
    item.remove();
    this.#sync(list);
    const target = next && (own(next, "[data-do='remove']") ?? next);
    (target ?? this.#adder(list))?.focus();
    this.#changed();
  }

  /** Adds an empty item behind the last, ready to be written. */
  add(list) {
    const last = list.lastElementChild;
    const item = last?.hasAttribute("data-new") && isBlank(last) ? last : this.#fresh(list);
    item.querySelector("textarea, input:not([type=hidden])")?.focus();
    this.#changed();
  }

  #fresh(list) {
    const path = `${list.dataset.list}[${this.#next(list)}]`;
    const key = list.dataset.list.split(".").at(-1);
    const blank = document.querySelector(`template[data-blank="${key}"]`);
    const item = blank.content.firstElementChild.cloneNode(true);
    for (const element of [item, ...item.querySelectorAll("*")]) {
      for (const name of NAMED) {
        const value = element.getAttribute(name);
        if (value && TOKEN.test(value)) {
          element.setAttribute(name, value.replace(TOKEN, (_, before = "") => before + path));
        }
      }
    }
    list.append(item);
    this.#items.set(path, item);
    this.#equip(item);
    this.#adopt(item);
    this.#sync(list);
    return item;
  }

  /** A position that no item of the list ever had. */
  #next(list) {
    const prefix = `${list.dataset.list}[`;
    const used = [...this.#items.keys()].filter(
      (path) => path.startsWith(prefix) && path.indexOf("]", prefix.length) === path.length - 1,
    );
    return 1 + Math.max(-1, ...used.map((path) => Number(path.slice(prefix.length, -1))));
  }

  // Dragging: the item goes where the pointer is; nothing else moves by itself.

  #grab(event) {
    const grip = event.target.closest(".grip");
    const item = grip?.closest("li[data-path]");
    if (!item || event.button !== 0) return;
    event.preventDefault();
    const list = item.parentElement;
    const before = [...list.children];
    item.classList.add("dragged");
    grip.setPointerCapture(event.pointerId);
    const follow = (move) => {
      if (move.clientY < 48) scrollBy(0, -12);
      else if (move.clientY > innerHeight - 48) scrollBy(0, 12);
      const middle = (other) => {
        const box = other.getBoundingClientRect();
        return box.top + box.height / 2;
      };
      const [above, below] = [item.previousElementSibling, item.nextElementSibling];
      // The others move: an element that leaves its place loses the pointer.
      if (above && move.clientY < middle(above)) item.after(above);
      else if (below && move.clientY > middle(below)) item.before(below);
    };
    const end = (keep) => {
      item.classList.remove("dragged");
      grip.removeEventListener("pointermove", follow);
      grip.removeEventListener("pointerup", drop);
      grip.removeEventListener("pointercancel", cancel);
      removeEventListener("keydown", escape, true);
      if (!keep) list.replaceChildren(...before);
      if ([...list.children].every((child, index) => child === before[index])) return;
      this.#sync(list);
      this.#moved(item);
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const escape = (key) => key.key === "Escape" && end(false);
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("pointerup", drop);
    grip.addEventListener("pointercancel", cancel);
    addEventListener("keydown", escape, true);
  }

  // What is sent, and what the server will call it

  /** Writes down the order of a list, and says on its buttons what they can do. */
  #sync(list) {
    const items = [...list.children];
    this.#order(list).value = items.map((item) => positionOf(item.dataset.path)).join();
    items.forEach((item, index) => {
      const claim = own(item, ".claim");
      if (claim) claim.setAttribute("aria-label", `Bullet ${index + 1}`);
      const off = { up: index === 0, down: index === items.length - 1, remove: false };
      for (const [verb, [, label]] of Object.entries(LABELS)) {
        const button = own(item, `[data-do="${verb}"]`);
        if (!button) continue;
        button.disabled = off[verb];
        button.setAttribute("aria-label", `${label}: ${nameOf(item)}`);
      }
    });
  }

  /** Brings the items back that `order` names, list by list from the outside in. */
  restore(order) {
    const arrange = (root) => {
      for (const list of root.querySelectorAll("ol[data-list]")) {
        if (list.parentElement.closest("li[data-path]") !== (root.matches("li") ? root : null)) {
          continue;
        }
        const wanted = order.get(list.dataset.list) ?? "";
        const items = wanted === "" ? [] : wanted.split(",");
        const found = items.map((at) => this.#items.get(`${list.dataset.list}[${at}]`));
        const now = [...list.children];
        if (found.length !== now.length || found.some((item, index) => item !== now[index])) {
          list.replaceChildren(...found.filter(Boolean));
        }
        this.#sync(list);
        for (const item of list.children) arrange(item);
      }
    };
    arrange(this.#form);
  }

  /** Every item by the path that the server gives it: it counts what is there now. */
  places() {
    const places = new Map();
    const walk = (root, here) => {
      const within = root.matches("li") ? root : null;
      for (const list of root.querySelectorAll("ol[data-list]")) {
        if (list.parentElement.closest("li[data-path]") !== within) continue;
        const name = within
          ? here + list.dataset.list.slice(within.dataset.path.length)
          : list.dataset.list;
        let count = 0;
        for (const item of list.children) {
          // New ones without a text are left out.
          if (this.#isNew(item) && isBlank(item)) continue;
          const place = `${name}[${count}]`;
          places.set(place, item);
          walk(item, place);
          count += 1;
        }
      }
    };
    walk(this.#form, "");
    return places;
  }

  #isNew(item) {
    return item.closest("[data-new]") !== null;
  }

  #list(name) {
    return this.#form.querySelector(`ol[data-list="${CSS.escape(name)}"]`);
  }

  #order(list) {
    const field = list.previousElementSibling;
    return field?.matches("input[type=hidden]") ? field : this.#form.elements[list.dataset.list];
  }

  #adder(list) {
    return this.#form.querySelector(`[data-add="${CSS.escape(list.dataset.list)}"]`);
  }
}

/** The first element of an item that belongs to no item inside it. */
function own(item, selector) {
  return [...item.querySelectorAll(selector)].find(
    (found) => found.closest("li[data-path]") === item,
  );
}

/** True when nothing is written in any field. */
function isBlank(item) {
  return [...item.querySelectorAll("input, textarea, select")].every(
    (field) => field.type === "hidden" || field.value.trim() === "",
  );
}

/** The position in a list that an item had in the revision of this page. */
function positionOf(path) {
  return path.slice(path.lastIndexOf("[") + 1, -1);
}

/** What people call an item. */
function nameOf(item) {
  const title = own(item, "legend")?.textContent.trim();
  return title || own(item, ".claim")?.getAttribute("aria-label") || "Item";
}
