// SPDX-License-Identifier: Apache-2.0
// The cable reader's keys, and the bar that says that something urgent waits. Every page works without it.
"use strict";
(() => {
  const body = document.body;

  // n and p: paragraphs; [ and ]: references; . copies the link of the paragraph in view.
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  let current = -1;
  const walk = (selector, step) => {
    const all = [...document.querySelectorAll(selector)];
    if (!all.length) return;
    const focused = all.indexOf(document.activeElement);
    const from = focused >= 0 ? focused : current;
    current = Math.max(0, Math.min(all.length - 1, from + step));
    all[current].focus({ preventScroll: true });
    all[current].scrollIntoView({ block: "center" });
  };
  const copy = async () => {
    const paragraph = document.activeElement?.closest(".para") ?? document.querySelector(".para");
    if (!paragraph) return;
    const link = new URL(`#${paragraph.id}`, location.origin + location.pathname).href;
    try {
      await navigator.clipboard.writeText(link);
      window.chancery.announce(link);
    } catch {
      location.hash = paragraph.id;
    }
  };
  let afterG = false;
  document.addEventListener("keydown", (event) => {
    if (body.dataset.keys !== "on" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const place = afterG;
    afterG = event.key === "g";
    if (place) return;
    if (event.key === "n") walk(".para > .pn", 1);
    else if (event.key === "p") walk(".para > .pn", -1);
    else if (event.key === "]") walk("[data-ref]", 1);
    else if (event.key === "[") walk("[data-ref]", -1);
    else if (event.key === ".") copy();
    else if (event.key === "Escape") document.querySelectorAll("details.drop[open]").forEach((open) => (open.open = false));
  });

  // One menu at a time, the first field ready.
  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches?.("details.drop") || !event.target.open) return;
      document.querySelectorAll("details.drop[open]").forEach((other) => other !== event.target && (other.open = false));
      event.target.querySelector("select, input:not([type=hidden]), a, button")?.focus();
    },
    true,
  );

  // Urgent: the bar is fetched under the reader's own access and said once.
  const bar = async () => {
    const answer = await fetch("/cables/urgent", { headers: { Accept: "text/html", "HX-Request": "true" }, cache: "no-store" });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".urgent:not(.urgent-none)");
    const old = document.getElementById("urgent");
    if (!fresh) {
      old?.remove();
      return;
    }
    if (old && old.textContent === fresh.textContent) return;
    const place = old ?? document.createElement("div");
    place.id = "urgent";
    place.setAttribute("role", "alert");
    place.setAttribute("aria-live", "assertive");
    place.replaceChildren(fresh);
    if (!old) document.getElementById("main").before(place);
  };
  document.addEventListener("chancery:live", (event) => {
    if (event.detail === "copy.moved" ? document.getElementById("urgent") : event.detail === "cable.urgent" || event.detail === "alert.raised") bar();
  });

  // The duty board without an event for a minute fetches itself, so that its clocks stay true.
  const board = document.getElementById("duty-board");
  if (board)
    setInterval(async () => {
      if (board.contains(document.activeElement)) return;
      const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("duty-board");
      if (fresh) board.innerHTML = fresh.innerHTML;
    }, 60_000);
})();
