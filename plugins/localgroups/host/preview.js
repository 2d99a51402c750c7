// What the preview adds to every page: it loads the page again when it has changed, and tells of faults in an overlay.
// The site itself never has it. All that it shows is put in as text, never as HTML.

(() => {
  "use strict";

  const script = document.currentScript;
  const about = new URLSearchParams({ seen: script.dataset.seen, page: location.pathname });
  const HIDDEN = "localgroups-hidden-faults";

  const STYLE = `
  :host { all: initial; position: fixed; inset-inline: 0; inset-block-end: 0; z-index: 2147483647; display: block; }
  [role=alert] {
    box-sizing: border-box; max-block-size: 70vh; overflow: auto; margin: 0; padding: 1rem 1.25rem;
    border-block-start: .375rem solid #b3261e; background: #fff; color: #1b1b1b; box-shadow: 0 0 1.5rem #0006;
    font: 1rem/1.5 system-ui, sans-serif;
  }
  [role=alert]:focus-visible, button:focus-visible { outline: .1875rem solid #0b57d0; outline-offset: -.1875rem; }
  h2 { margin: 0 0 .25rem; font-size: 1.25rem; line-height: 1.3; padding-inline-end: 9rem; }
  p { margin: 0 0 .75rem; max-inline-size: 70ch; }
  pre {
    margin: .5rem 0; padding: .75rem; background: #f3f3f3; color: inherit; border-inline-start: .25rem solid #b3261e;
    font: .9375rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext;
  }
  button {
    position: absolute; inset-block-start: 1.25rem; inset-inline-end: 1.25rem; padding: .375rem .75rem; cursor: pointer;
    border: .125rem solid currentColor; border-radius: .25rem; background: none; color: inherit; font: inherit;
  }
  @media (max-width: 30rem) { h2 { padding-inline-end: 0; } button { position: static; margin-block-end: .5rem; } }
  @media (prefers-color-scheme: dark) {
    [role=alert] { background: #1d1d1f; color: #f4f4f4; border-color: #ffb4ab; }
    pre { background: #2c2c2e; border-color: #ffb4ab; }
    [role=alert]:focus-visible, button:focus-visible { outline-color: #a8c7fa; }
  }
  @media print { :host { display: none; } }
  `;

  let overlay = null;
  let shown = "";

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function remove() {
    overlay?.remove();
    overlay = null;
    shown = "";
    document.removeEventListener("keydown", onKey);
  }

  function hide(notice) {
    sessionStorage.setItem(HIDDEN, JSON.stringify(notice.texts));
    remove();
  }

  function onKey(event) {
    if (event.key === "Escape") overlay?.shadowRoot.querySelector("button").click();
  }

  function isHidden(notice) {
    const hidden = JSON.parse(sessionStorage.getItem(HIDDEN) ?? "[]");
    return notice.texts.every((text) => hidden.includes(text));
  }

  function show(notice) {
    if (notice && JSON.stringify(notice) === shown) return;
    remove();
    if (!notice) sessionStorage.removeItem(HIDDEN);
    if (!notice || isHidden(notice) || window.top !== window) return;
    shown = JSON.stringify(notice);
    overlay = element("localgroups-preview", "", { lang: "en", dir: "ltr" });
    const root = overlay.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    const box = element("section", "", { role: "alert", tabindex: "0", "aria-labelledby": "title" });
    root.append(box);
    document.body.append(overlay);
    // Filled when it is there: that is what programs that read a page aloud listen for.
    const button = element("button", "Hide (Esc)", { type: "button" });
    button.addEventListener("click", () => hide(notice));
    box.append(element("h2", notice.title, { id: "title" }), button, element("p", notice.note));
    box.append(...notice.texts.map((text) => element("pre", text)));
    if (notice.more) box.append(element("p", notice.more));
    document.addEventListener("keydown", onKey);
  }

  let events = null;

  function listen() {
    events = new EventSource(`${script.dataset.events}?${about}`);
    events.onmessage = (event) => {
      const news = JSON.parse(event.data);
      about.set("seen", news.number);
      if (news.reload) location.reload();
      else if (news.settled) show(news.notice);
    };
  }

  function follow() {
    // A browser keeps few connections to one server: pages that nobody sees leave theirs to others, and ask when seen.
    events?.close();
    events = null;
    if (document.visibilityState === "visible") listen();
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
})();
