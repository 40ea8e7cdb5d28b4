// A finding and its place on the page are shown together: by pointer, by focus, by address.

const groups = document.querySelector(".groups");
const sheets = document.querySelector(".sheets");

/** Both ends of every connection: the findings in the list, and the boxes on the pages. */
const findings = (box) =>
  box.dataset.findings.split(" ").map((number) => document.getElementById(`finding-${number}`));
const boxes = (finding) =>
  [...sheets.querySelectorAll("[data-findings]")].filter((box) => findings(box).includes(finding));

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Scrolls the pages, and nothing else, until a box is seen. */
function reveal(box) {
  const [outer, inner] = [sheets.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  const top = sheets.scrollTop + inner.top - outer.top - outer.height / 3;
  sheets.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
}

function show(list) {
  for (const active of document.querySelectorAll("[data-active]")) {
    active.removeAttribute("data-active");
  }
  for (const element of list) element?.setAttribute("data-active", "");
}

/** What belongs to an element of the list or of a page. */
function pair(target) {
  const finding = target.closest?.(".finding");
  if (finding) return [finding, ...boxes(finding)];
  const box = target.closest?.("[data-findings]");
  return box ? [box, ...findings(box)] : [];
}

if (groups && sheets) {
  for (const side of [groups, sheets]) {
    side.addEventListener("pointerover", (event) => show(pair(event.target)));
    side.addEventListener("pointerleave", () => show(pair(document.activeElement)));
    side.addEventListener("focusin", (event) => {
      const [own, other] = pair(event.target);
      show(pair(event.target));
      if (side === groups && own && other) reveal(other);
    });
  }

  // A way from a finding to its box moves the pages beside it, where they stand beside it.
  groups.addEventListener("click", (event) => {
    const place = event.target.closest("a.place");
    const box = place && document.getElementById(place.hash.slice(1));
    if (!box || !sheets.contains(box) || getComputedStyle(sheets).position !== "sticky") return;
    event.preventDefault();
    show(pair(place));
    reveal(box);
    box.focus({ preventScroll: true });
  });

  // A box leads to its first finding: the focus goes along.
  sheets.addEventListener("click", (event) => {
    const box = event.target.closest("[data-findings]");
    const [first] = box ? findings(box) : [];
    if (!first) return;
    event.preventDefault();
    for (let above = first.closest("details"); above; above = above.parentElement.closest("details")) {
      above.open = true;
    }
    first.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    first.focus({ preventScroll: true });
  });
}
