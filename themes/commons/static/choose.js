/* What a visitor chooses to follow, put together in the browser: one OPML file, a list of calendars, a link that keeps
   the choice. Everything is read from the page; nothing is asked of any server. Names go in as text, never as HTML. */
"use strict";
{
  const byId = (id) => document.getElementById(id);
  const page = byId("choose");
  const boxes = [...page.querySelectorAll('input[type="checkbox"]')];
  const have = byId("choose-have");
  const bar = page.querySelector(".choose-bar");
  const count = byId("choose-count");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const nameOf = (box) => box.dataset.name || box.parentElement.textContent.trim();
  const calendarOf = (box) => box.parentElement.nextElementSibling.href;
  const copying = byId("choose-copy");
  const copyWords = copying.textContent;
  let isGone = false;

  /* A region that is chosen whole disables what is in it, so that nothing comes twice. */
  function settle() {
    for (const box of boxes) {
      if (box.name !== "regions") continue;
      box.closest("details").querySelector("fieldset").disabled = box.checked;
    }
    return boxes.filter((box) => box.checked && !box.matches(":disabled"));
  }

  function fragmentOf(chosen) {
    const slugs = (kind) => chosen.filter((box) => box.name === kind).map((box) => box.value).join(",");
    const parts = ["groups", "regions"].filter(slugs).map((kind) => `${kind}=${slugs(kind)}`);
    return parts.join("&");
  }

  function readFragment() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    isGone = false;
    for (const kind of ["groups", "regions"]) {
      const asked = new Set((wanted.get(kind) || "").split(",").filter(Boolean));
      for (const box of boxes) {
        if (box.name !== kind) continue;
        const names = [box.value, ...(box.dataset.former || "").split(" ")].filter((name) => asked.has(name));
        box.checked = names.length > 0;
        if (box.checked) open(box);
        for (const name of names) asked.delete(name);
      }
      isGone ||= asked.size > 0;
    }
    show(settle());
  }

  function open(box) {
    for (let inside = box.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
  }

  function rowOf(box) {
    const row = byId("choose-row").content.querySelector("li").cloneNode(true);
    const address = calendarOf(box);
    const webcal = address.replace(/^https?:/, "webcal:");
    const hrefs = {
      program: webcal,
      google: `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(webcal)}`,
      outlook: `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(nameOf(box))}`,
    };
    row.querySelector("strong").textContent = nameOf(box);
    row.querySelector("code").textContent = address;
    for (const link of row.querySelectorAll("a")) {
      link.href = hrefs[link.dataset.way];
      link.setAttribute("aria-label", `${nameOf(box)}: ${link.textContent}`);
    }
    return row;
  }

  function show(chosen) {
    const words = count.dataset;
    const many = chosen.length === 1 ? words.one : words.some.replace("{}", chosen.length);
    const said = chosen.length ? many : words.none;
    count.textContent = isGone ? `${said} ${words.gone}` : said;
    byId("choose-short").textContent = said;
    copying.textContent = copyWords;
    have.hidden = bar.hidden = chosen.length === 0;
    byId("choose-calendars").replaceChildren(...chosen.map(rowOf));
    byId("choose-link").value = location.href.replace(/#.*$/s, "") + (chosen.length ? `#${fragmentOf(chosen)}` : "");
  }

  function changed() {
    isGone = false;
    const chosen = settle();
    const fragment = fragmentOf(chosen);
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    show(chosen);
  }

  /* OPML 2.0. The browser writes the XML, so every name is escaped by rule. */
  function opmlOf(chosen) {
    const file = document.implementation.createDocument(null, "opml");
    const make = (parent, name, values = {}) => {
      const made = parent.appendChild(file.createElementNS(null, name));
      for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
      return made;
    };
    file.documentElement.setAttribute("version", "2.0");
    make(make(file.documentElement, "head"), "title").textContent = page.dataset.title;
    const body = make(file.documentElement, "body");
    for (const box of chosen) {
      const name = nameOf(box);
      const place = calendarOf(box).replace(/events\.ics$/, "");
      const folder = make(body, "outline", { text: name, title: name });
      for (const [words, feed] of [["news", "feed.rss"], ["meetings", "events.rss"]]) {
        const title = `${name}: ${words}`;
        make(folder, "outline", { type: "rss", text: title, title, xmlUrl: place + feed, htmlUrl: place });
      }
    }
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([opmlOf(settle())], { type: "text/x-opml" }));
    link.download = "feeds.opml";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async function copy() {
    byId("choose-link").select();
    try {
      await navigator.clipboard.writeText(byId("choose-link").value);
      copying.textContent = copying.dataset.done;
    } catch {
      byId("choose-link").focus(); /* selected, so that a key copies it */
    }
  }

  /* Finding: a region that has the words shows all that is in it. */
  const list = page.querySelector(".choices");
  const found = new Map(boxes.map((box) => [box, plain(nameOf(box))]));
  const boxOf = (row) => row.querySelector('input[type="checkbox"]');
  let wasOpen; /* regions that were open before a search */

  function filter(rows, words, isAll) {
    let shown = 0;
    for (const row of rows) {
      const isMatch = isAll || found.get(boxOf(row)).includes(words);
      const inside = row.querySelector(":scope > details > fieldset > ul");
      const below = inside ? filter(inside.children, words, isMatch) : Number(isMatch);
      row.hidden = below === 0;
      const details = row.querySelector(":scope > details");
      if (details) details.open = words ? below > 0 : wasOpen.get(details);
      shown += below;
    }
    return shown;
  }

  function find() {
    const words = plain(byId("choose-search").value.trim());
    wasOpen ??= new Map([...page.querySelectorAll("details")].map((one) => [one, one.open]));
    const shown = filter(list.children, words, words === "");
    if (!words) wasOpen = undefined;
    const said = byId("choose-found");
    said.textContent = words && (shown === 1 ? said.dataset.one : said.dataset.some.replace("{}", shown));
  }

  page.addEventListener("change", (event) => event.target.type === "checkbox" && changed());
  byId("choose-search").addEventListener("input", find);
  byId("choose-file").addEventListener("click", save);
  copying.addEventListener("click", copy);
  byId("choose-link").addEventListener("focus", (event) => event.target.select());
  byId("choose-show").addEventListener("click", () => byId("chosen").focus());
  byId("choose-none").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
    byId("choose-search").focus();
  });
  addEventListener("hashchange", readFragment);
  page.classList.add("is-live");
  page.querySelector(".choose-search").hidden = false;
  page.querySelector(".choose-result").hidden = false;
  readFragment();
}
