// SPDX-License-Identifier: Apache-2.0
// Makes the pages quick; every page works without it. No state of its own, nothing kept in the browser.
"use strict";
(() => {
  const body = document.body;

  // Each request by htmx carries the form token.
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers[body.dataset.csrfHeader] = body.dataset.csrf;
  });

  // The summary of problems takes the focus, so that it is read first.
  const summary = document.querySelector(".errors");
  if (summary) summary.focus();

  const announce = (text) => {
    const place = document.getElementById("announce");
    if (place) place.textContent = text;
  };
  window.chancery = { announce };

  // Keys: single letters act only when no field has the focus, and can be switched off in settings.
  const places = { t: "/today", i: "/cables", n: "/instructions", p: "/picture", e: "/claims", s: "/press", a: "/archive" };
  let prefix = "";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const move = (step) => {
    const rows = [...document.querySelectorAll("[data-row] a, .dues .t, .list .t")];
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))].focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.getElementById("jump")?.focus();
      return;
    }
    if (body.dataset.keys !== "on" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    if (prefix === "g" && places[event.key]) {
      location.assign(places[event.key]);
      prefix = "";
      return;
    }
    prefix = event.key === "g" ? "g" : "";
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("jump")?.focus();
    } else if (event.key === "c") document.querySelector("[data-key=c]")?.click();
    else if (event.key === "?") location.assign("/help#keys");
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
})();

// Live news: the page says which events it shows; the fragment is fetched under the reader's own
// access. New rows wait behind a button, counts change in place, focus never moves.
(() => {
  const body = document.body;
  if (!document.querySelector(".nav") || !window.EventSource) return;
  const region = document.querySelector("[data-live]");
  let waiting = 0;
  let pill = null;

  const fetched = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const counts = (page) => {
    for (const fresh of page.querySelectorAll(".nav a, .menu a")) {
      const own = document.querySelector(`${fresh.closest(".nav") ? ".nav" : ".menu"} a[data-place="${fresh.dataset.place}"]`);
      if (own) own.innerHTML = fresh.innerHTML;
    }
  };
  const show = async () => {
    const page = await fetched();
    counts(page);
    const fresh = page.querySelector("[data-live]");
    if (fresh && region) region.innerHTML = fresh.innerHTML;
    waiting = 0;
    pill?.remove();
    pill = null;
  };
  const arrived = async () => {
    counts(await fetched());
    if (!region) return;
    waiting += 1;
    if (!pill) {
      pill = document.createElement("button");
      pill.type = "button";
      pill.className = "btn pill";
      pill.addEventListener("click", show);
      region.before(pill);
    }
    pill.textContent = `${waiting} · ${body.dataset.show}`;
    window.chancery.announce(pill.textContent);
  };
  const events = new EventSource("/events");
  for (const name of ["cable.arrived", "cable.urgent", "alert.raised", "copy.moved", "traffic.changed", "coverage.changed", "position.changed", "task.changed"]) {
    events.addEventListener(name, () => {
      document.dispatchEvent(new CustomEvent("chancery:live", { detail: name }));
      if (name === "cable.arrived") arrived();
      else if (region && region.dataset.live === name) show();
      else if (name === "task.changed") fetched().then(counts);
    });
  }
  addEventListener("pagehide", () => events.close());
})();
