// SPDX-License-Identifier: Apache-2.0
// Makes writing a cable quick: keeps text as it is typed, shows who else is there, turns address
// fields into tokens. The page works without it; nothing is kept in the browser.
"use strict";
(() => {
  const form = document.getElementById("compose");
  if (!form) return;
  const body = document.body;
  // Not form.action: that is the address field of the same name.
  const address = form.getAttribute("action");
  const headers = () => ({ "HX-Request": "true", [body.dataset.csrfHeader]: body.dataset.csrf });
  const say = (text) => window.chancery?.announce(text);
  const saved = document.getElementById("saved");

  const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html").body;
  const fragment = async (answer) => (await parse(answer)).querySelector("[data-version]");

  // ---- keeping: 5 seconds after a change and when a field is left; at most one request at a time
  let dirty = false;
  let sending = null;
  let leaving = false;
  let timer = 0;

  const put = (part, from) => {
    const place = document.getElementById(part);
    const news = from.querySelector(`[data-part=${part}]`);
    if (!place || !news || place.contains(document.activeElement)) return;
    place.replaceChildren(...news.childNodes);
  };
  const take = (from) => {
    for (const part of ["saved", "presence", "gate", "rail"]) put(part, from);
    // This form goes on from the version it began with; only the acts on the whole name the newest.
    if (from.dataset.saved === "true")
      for (const field of document.querySelectorAll("input[name=version]")) if (!form.contains(field)) field.value = from.dataset.version;
  };
  const failed = (why) => {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn btn-bare";
    again.textContent = form.dataset.retry;
    again.addEventListener("click", () => keep());
    const words = document.createElement("span");
    words.className = "late";
    words.textContent = why || form.dataset.failed;
    saved.replaceChildren(words, again);
    say(words.textContent);
  };
  const entries = () => {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") all.append(name, value);
    return all;
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(keep, wait);
  };
  async function keep() {
    clearTimeout(timer);
    timer = 0;
    if (sending || leaving) return;
    dirty = false;
    sending = new AbortController();
    try {
      const answer = await fetch(address, { method: "POST", headers: headers(), body: entries(), signal: sending.signal });
      const page = await parse(answer);
      const news = page.querySelector("[data-version]");
      if (news) take(news);
      else {
        dirty = true;
        failed(page.querySelector("main .strong, .strong")?.textContent);
        later(15000);
      }
    } catch {
      if (leaving) return;
      dirty = true;
      failed();
      later(15000);
    } finally {
      sending = null;
      if (dirty && !timer) later(5000);
    }
  }
  const changed = () => {
    dirty = true;
    later(5000);
  };
  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") changed();
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "file") return;
    changed();
    hint(event.target);
  });
  form.addEventListener("focusout", () => {
    if (dirty) later(150);
  });
  addEventListener("online", () => dirty && keep());
  document.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    sending?.abort();
  });
  // A page that comes back from the browser's memory goes on keeping.
  addEventListener("pageshow", () => {
    leaving = false;
  });

  // ---- what a precedence means in time
  const hint = (select) => {
    const place = form.querySelector(`[data-hint-of="${select.id}"]`);
    if (place) place.textContent = select.selectedOptions[0]?.dataset.hint ?? "";
  };

  // ---- who is here, and which rows are theirs
  const line = (target) => target?.closest?.("[data-line]");
  let row = "";
  const name = (id) => form.querySelector(`[data-line="${CSS.escape(id)}"]`)?.dataset.name ?? "";
  const held = (from) => {
    const now = new Map();
    for (const who of from.querySelectorAll("[data-by]")) if (who.dataset.row) now.set(who.dataset.row, who.firstChild.textContent);
    for (const place of from.querySelectorAll("[data-row-name]")) place.append(" " + name(place.dataset.rowName));
    for (const place of form.querySelectorAll("[data-line]")) {
      const by = now.get(place.dataset.line);
      let note = place.querySelector(".held");
      place.classList.toggle("is-held", Boolean(by));
      for (const field of place.querySelectorAll("textarea, input[type=text]")) field.readOnly = Boolean(by);
      if (by && !note) {
        note = document.createElement("p");
        note.className = "held small";
        (place.querySelector(".field") ?? place).append(note);
      }
      if (by) note.textContent = form.dataset.held.replace("{0}", by);
      else note?.remove();
    }
  };
  const here = async () => {
    try {
      const answer = await fetch(`${address}/presence`, { method: "POST", headers: headers(), body: new URLSearchParams(row ? { row } : {}) });
      const news = await fragment(answer);
      if (!news) return;
      held(news);
      const place = document.getElementById("presence");
      place.replaceChildren(...news.childNodes);
      if (Number(news.dataset.version) > Number(form.elements.version.value)) {
        const words = document.createElement("span");
        words.className = "soon";
        words.textContent = " · " + news.dataset.newer;
        place.append(words);
        if (!sending) refresh();
      }
    } catch {
      // Offline: keeping says so, and asks again.
    }
  };
  const refresh = async () => {
    const answer = await fetch(`${address}/checks`, { headers: headers() });
    const news = answer.ok ? await fragment(answer) : null;
    if (news) put("rail", news);
  };
  form.addEventListener("focusin", (event) => {
    const now = line(event.target)?.dataset.line ?? "";
    if (now !== row) {
      row = now;
      here();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (row && !form.contains(event.relatedTarget)) {
      row = "";
      setTimeout(here, 300);
    }
  });
  setInterval(here, 15000);
  here();

  // ---- keys
  const reveal = (target) => {
    for (let place = target; place; place = place.parentElement) if (place.tagName === "DETAILS") place.open = true;
    target.scrollIntoView({ block: "center" });
    (target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea") ?? target).focus();
  };
  let next = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.btn[value=save]"));
    } else if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      document.querySelector("form[data-send], form[action$='/send']")?.requestSubmit();
    } else if (event.ctrlKey && event.key === ";") {
      event.preventDefault();
      const all = [...document.querySelectorAll("#rail a[data-check]")];
      if (!all.length) return;
      const target = document.getElementById(decodeURIComponent(all[next++ % all.length].hash.slice(1)));
      if (target) reveal(target);
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const place = line(event.target);
      if (!place) return;
      event.preventDefault();
      place.querySelector(`button[value^=${event.key === "ArrowUp" ? "up" : "down"}-]`)?.click();
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && form.contains(target)) {
      event.preventDefault();
      reveal(target);
    }
  });

  // ---- address fields as tokens
  const words = (text) => text.split(/[,;]/).map((word) => word.trim().toUpperCase()).filter(Boolean);
  const tokens = (field) => {
    const input = field.querySelector("input");
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = input.name;
    input.removeAttribute("name");
    const box = document.createElement("div");
    box.className = "pick";
    input.before(box);
    box.append(input, hidden);
    const list = document.createElement("ul");
    list.className = "listbox";
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.querySelector("label").textContent);
    list.hidden = true;
    box.after(list);
    for (const [key, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(key, value);
    input.classList.add("in");

    const sets = new Map((field.dataset.sets || "").split(";").map((pair) => pair.split("=")));
    let codes = words(input.value);
    let pause = 0;
    let chosen = -1;
    input.value = "";
    const write = () => {
      hidden.value = [...codes, ...words(input.value)].join(", ");
    };
    const draw = () => {
      box.querySelectorAll(".token").forEach((token) => token.remove());
      codes.forEach((code, at) => {
        const token = document.createElement("span");
        token.className = "token";
        token.textContent = code;
        const size = sets.get(code.replace(/\/.*/, ""));
        if (size) {
          token.classList.add("token-set");
          const count = document.createElement("span");
          count.className = "soft";
          count.textContent = size;
          token.append(count);
        }
        const remove = document.createElement("button");
        remove.type = "button";
        remove.textContent = "×";
        remove.setAttribute("aria-label", `${form.dataset.remove} ${code}`);
        remove.addEventListener("click", () => {
          codes.splice(at, 1);
          draw();
          changed();
          input.focus();
        });
        token.append(remove);
        input.before(token);
      });
      write();
    };
    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const add = (code) => {
      for (const word of words(code)) if (!codes.includes(word)) codes.push(word);
      input.value = "";
      draw();
      close();
      changed();
    };
    const pick = (option) => {
      if (option.dataset.set) sets.set(option.dataset.code, option.dataset.set);
      add(option.dataset.code);
    };
    const choose = (at) => {
      const options = [...list.children];
      chosen = options.length ? (at + options.length) % options.length : -1;
      options.forEach((option, n) => option.setAttribute("aria-selected", String(n === chosen)));
      if (chosen >= 0) {
        input.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    };
    const mark = (option, sought) => {
      const place = option.querySelector("b");
      const code = place.textContent;
      const at = code.indexOf(sought);
      if (at < 0) return;
      const hit = document.createElement("mark");
      hit.textContent = sought;
      place.replaceChildren(code.slice(0, at), hit, code.slice(at + sought.length));
    };
    const search = async () => {
      const sought = input.value.trim().toUpperCase();
      if (!sought || sought.includes(",")) return close();
      const query = new URLSearchParams({ q: sought, have: codes.join(",") });
      const answer = await fetch(`/addressees?${query}`, { headers: { "HX-Request": "true" } });
      if (!answer.ok || input.value.trim().toUpperCase() !== sought) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const options = [...page.querySelectorAll("[role=option]")];
      options.forEach((option, at) => {
        option.id = `${input.id}-o${at}`;
        mark(option, sought);
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      choose(0);
    };
    input.addEventListener("input", () => {
      write();
      clearTimeout(pause);
      pause = setTimeout(search, 150);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || (event.key === "ArrowUp" && !event.altKey)) {
        if (list.hidden) return;
        event.preventDefault();
        choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !event.ctrlKey && (input.value.trim() || !list.hidden)) {
        event.preventDefault();
        if (!list.hidden && chosen >= 0) pick(list.children[chosen]);
        else add(input.value);
      } else if (event.key === "," || event.key === ";") {
        event.preventDefault();
        add(input.value);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Backspace" && !input.value && codes.length) {
        codes.pop();
        draw();
        changed();
      }
    });
    input.addEventListener("blur", () => setTimeout(close, 200));
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) pick(option);
    });
    box.addEventListener("click", (event) => {
      if (event.target === box) input.focus();
    });
    draw();
  };
  form.querySelectorAll("[data-pick]").forEach(tokens);
})();
