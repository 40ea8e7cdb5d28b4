// A file may be dropped anywhere on the page, and is checked at once.

const form = document.getElementById("drop");
const input = document.getElementById("file");
const HOVER = "dropping";

const holdsFile = (event) => event.dataTransfer?.types.includes("Files");

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
  input.files = event.dataTransfer.files;
  if (input.files.length > 0) form.requestSubmit();
});

input.addEventListener("change", () => {
  if (input.files.length > 0) form.requestSubmit();
});
