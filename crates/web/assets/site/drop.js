// A file may be dropped or pasted anywhere on the page, and is checked at once.

const form = document.getElementById("drop");
const input = document.getElementById("file");
const text = document.getElementById("text");
const progress = document.getElementById("progress");
const HOVER = "dropping";

const holdsFile = (event) => event.dataTransfer?.types.includes("Files");

/** Sends what was dropped or pasted. */
function take(files) {
  if (files.length === 0) return;
  input.files = files;
  form.requestSubmit();
}

// Entering a child leaves its parent: only the last one to leave counts.
let depth = 0;

document.addEventListener("dragenter", (event) => {
  if (!holdsFile(event)) return;
  depth += 1;
  document.body.classList.add(HOVER);
});

document.addEventListener("dragleave", (event) => {
  if (!holdsFile(event)) return;
  depth -= 1;
  if (depth <= 0) document.body.classList.remove(HOVER);
});

document.addEventListener("dragover", (event) => {
  if (holdsFile(event)) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  depth = 0;
  document.body.classList.remove(HOVER);
  take(event.dataTransfer.files);
});

document.addEventListener("paste", (event) => {
  const data = event.clipboardData;
  if (data.files.length > 0) {
    event.preventDefault();
    take(data.files);
    return;
  }
  // Text goes into its field, to be looked at before it is sent.
  const words = data.getData("text/plain");
  if (event.target.closest("input, textarea") || words.trim() === "") return;
  event.preventDefault();
  text.closest("details").open = true;
  text.value = words;
  text.focus();
});

input.addEventListener("change", () => take(input.files));

form.addEventListener("submit", () => {
  progress.textContent = "Reading…";
});

// Coming back shows the page as it was when it was left.
window.addEventListener("pageshow", () => {
  progress.textContent = "";
});
