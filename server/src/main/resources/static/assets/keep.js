// SPDX-License-Identifier: Apache-2.0
// A form on a bad line: what cannot be sent stays in the page, is sent with the button that was pressed,
// and nothing of it is kept in the browser. A form with data-draft is kept on the server at each change.
"use strict";
(() => {
  const form = document.querySelector("form[data-keep]");
  if (!form) return;
  const body = document.body;
  const dock = form.querySelector(".dock");
  const saved = form.querySelector("[data-saved]");
  const writer = document.querySelector(".who")?.textContent ?? "";

  const entries = (button) => {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(form, button)) if (typeof value === "string") all.append(name, value);
    return all;
  };
  const signInPage = (answer) => new URL(answer.url).pathname === "/sign-in";

  // ---- counting what is ticked
  const count = () => {
    const place = form.querySelector("[data-raised]");
    if (place) place.textContent = form.querySelectorAll("#points input[type=checkbox]:checked").length;
  };

  // ---- what is wrong, and how to go on
  const tell = (words, ...more) => {
    let note = form.querySelector("[data-kept]");
    if (!note) {
      note = document.createElement("div");
      note.className = "note note-block";
      note.dataset.kept = "";
      note.setAttribute("role", "alert");
    }
    if (dock) dock.prepend(note);
    else (pressed?.closest("p, header") ?? form.firstElementChild).before(note);
    const text = document.createElement("p");
    text.textContent = words;
    const actions = document.createElement("p");
    actions.className = "actions";
    actions.append(...more, again());
    const box = document.createElement("div");
    box.append(text, actions);
    note.replaceChildren(document.createElement("span"), box);
    note.scrollIntoView({ block: "nearest" });
  };
  const again = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = form.dataset.retry;
    button.addEventListener("click", () => send());
    return button;
  };
  const signIn = () => {
    const link = document.createElement("a");
    link.className = "btn";
    link.href = "/sign-in";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = form.dataset.signIn;
    return link;
  };

  // ---- the token of a session that began anew, for the same person only
  const renew = async () => {
    const answer = await fetch("/today", { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!answer.ok || signInPage(answer)) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.body.dataset.csrf;
    if (!token || (page.querySelector(".who")?.textContent ?? "") !== writer) return false;
    const old = body.dataset.csrf;
    for (const field of document.querySelectorAll("input[type=hidden]")) if (field.value === old) field.value = token;
    body.dataset.csrf = token;
    return true;
  };

  // ---- what an answer says that is not the form again: shown beside the text, which stays
  const refusal = (answer, text) => {
    const page = answer.ok ? form : new DOMParser().parseFromString(text, "text/html");
    if (page === form || page.querySelector("form[data-keep]")) return "";
    return [...page.querySelectorAll("main .body p:not(.actions)")].map((line) => line.textContent).join(" ");
  };

  // ---- sending, once
  let pressed = null;
  let asked = false;
  let sending = false;
  let done = false;
  const post = () => fetch(form.getAttribute("action"), { method: "POST", body: entries(pressed) });
  const send = async () => {
    if (!asked || sending || done) return;
    sending = true;
    try {
      await keeping;
      let answer = await post();
      if (answer.status === 403 || signInPage(answer)) {
        if (!(await renew())) return tell(form.dataset.out, signIn());
        answer = await post();
      }
      if (answer.status >= 500) return tell(form.dataset.refused);
      const page = await answer.text();
      const why = refusal(answer, page);
      if (why) return tell(why);
      done = true;
      clearTimeout(timer);
      if (answer.redirected) return location.assign(answer.url);
      // The old page lets go of what it holds, as when it is left.
      dispatchEvent(new PageTransitionEvent("pagehide"));
      document.open();
      document.write(page);
      document.close();
    } catch {
      if (!done) tell(form.dataset.keep);
      setTimeout(send, 15000);
    } finally {
      sending = false;
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    pressed = event.submitter;
    asked = true;
    send();
  });
  addEventListener("online", () => (asked ? send() : keep()));
  addEventListener("focus", () => form.querySelector("[data-kept]") && send());

  // ---- keeping
  let timer = 0;
  let keeping = null;
  let dirty = false;
  const keep = () => {
    clearTimeout(timer);
    if (!keeping && !sending && !done && dirty)
      keeping = put().finally(() => {
        keeping = null;
      });
  };
  const put = async () => {
    dirty = false;
    try {
      const headers = { [body.dataset.csrfHeader]: body.dataset.csrf };
      const answer = await fetch(form.dataset.draft, { method: "PUT", headers, body: entries(null) });
      if (!answer.ok || signInPage(answer)) throw new Error(String(answer.status));
      saved.textContent = form.dataset.savedText;
    } catch {
      dirty = true;
      saved.textContent = form.dataset.unsaved;
      timer = setTimeout(keep, 15000);
    }
  };
  form.addEventListener("input", () => {
    count();
    if (!form.dataset.draft) return;
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  });
})();
