// Saving by itself, a moment after the last change, and saying in words how that went.

/** How long nothing has to change before it is saved, in milliseconds. */
const REST = 900;
/** How long to wait before trying again while nobody answers. */
const PATIENCE = 4000;

export class Saver {
  #address;
  #state;
  #collect;
  #conflict;
  #head;
  #timer = 0;
  #busy = false;
  #round = Promise.resolve();
  #dirty = false;
  #stopped = false;
  #auto;

  /**
   * `collect` gives the fields to save, `head` is the newest revision as far as this page knows.
   * `conflict` is called when somebody else saved; it gives what to do, an element. Without `auto`
   * only who asks for it saves.
   */
  constructor({ address, state, head, collect, conflict, auto = true }) {
    this.#auto = auto;
    this.#address = address;
    this.#state = state;
    this.#head = head;
    this.#collect = collect;
    this.#conflict = conflict;
    addEventListener("online", () => this.#dirty && this.save());
    addEventListener("beforeunload", (event) => {
      if (this.#dirty || this.#busy) event.preventDefault();
    });
    this.#say("saved", "Saved");
  }

  /** The newest revision that this page has seen. */
  get head() {
    return this.#head;
  }

  /** Something changed. */
  changed() {
    this.#dirty = true;
    if (this.#stopped) return;
    this.#say("unsaved", "Not saved yet");
    if (this.#auto) this.#later(REST);
  }

  /** Saves now. */
  save() {
    clearTimeout(this.#timer);
    if (this.#busy || this.#stopped) return this.#round;
    this.#round = this.#send();
    return this.#round;
  }

  /** Saves what is not saved; true when all is. */
  async all() {
    await this.#round;
    if (this.#dirty) await this.save();
    return !this.#dirty;
  }

  async #send() {
    this.#busy = true;
    this.#dirty = false;
    this.#say("saving", "Saving");
    try {
      const fields = this.#collect();
      fields.set("head", this.#head);
      const response = await fetch(this.#address, { method: "POST", body: fields });
      await this.#saved(response);
    } catch {
      this.#dirty = true;
      this.#say("offline", "Not saved: vitae does not answer. It tries again.");
      this.#later(PATIENCE);
    }
    this.#busy = false;
    if (this.#dirty && this.#state.dataset.state === "saved") this.changed();
  }

  async #saved(response) {
    if (response.ok) {
      this.#head = (await response.json()).revision;
      this.#say("saved", "Saved");
      return;
    }
    this.#dirty = true;
    if (response.status === 409) {
      this.#stopped = true;
      this.#say("conflict", "Not saved: this resume was changed elsewhere. ");
      this.#state.append(this.#conflict());
      return;
    }
    const { detail, hint } = await response.json().catch(() => ({}));
    const said = [detail ?? "something went wrong", hint].filter(Boolean).join("; ");
    this.#say("refused", `Not saved: ${said}.`);
    if (response.status >= 500) this.#later(PATIENCE);
  }

  /** The page is left on purpose. */
  release() {
    this.#dirty = false;
    this.#busy = false;
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #later(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  #say(state, words) {
    this.#state.dataset.state = state;
    if (this.#state.textContent !== words) this.#state.textContent = words;
  }
}
