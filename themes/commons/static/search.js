/* Search in the browser: words typed here are looked for in a few files of this site, newest first, and go nowhere else.
   What people wrote goes into the page as text, never as HTML. */
"use strict";
{
  const FIRST = { heads: 5, items: 20 };
  const STEP = 20;
  const ENOUGH = 1_000_000; /* characters of the index that are read before anybody asks to look further back */
  const AT_ONCE = 4; /* files fetched side by side */

  const byId = (id) => document.getElementById(id);
  const page = byId("search");
  const form = page.querySelector("form");
  const field = byId("search-words");
  const said = byId("search-said");
  const back = byId("search-back");
  const sections = ["heads", "items"].map((name) => {
    const element = page.querySelector(`[data-part="${name}"]`);
    return { name, element, list: element.querySelector("ol"), more: element.querySelector("[data-more]"), hits: [], shown: 0 };
  });
  const [heads, items] = sections;
  const today = (() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, "0")).join("-");
  })();

  /* ------------------------------------------------------------- words */

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const foldLetter = (letter) => LETTERS[letter] ?? letter;

  /* Small letters without accents; all that is no letter and no figure is a space. */
  function fold(text) {
    let folded = text.toLowerCase();
    if (/[^\0-\x7f]/.test(folded)) {
      folded = folded.normalize("NFD").replace(/\p{M}/gu, "").replace(/[ßæœøłđðþı]/g, foldLetter);
    }
    return folded.replace(/['’ʼ]/g, "").replace(/[^\p{L}\p{N}]/gu, " ");
  }

  /* Of a whole postcode the district is looked for: that is what groups say they cover. */
  const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?)(?:\s+\d[a-z]{0,2}|\d[a-z]{2})\b/gi;

  function termsOf(text) {
    const words = fold(text.replace(POSTCODE, "$1")).split(" ").filter(Boolean);
    return [...new Set(words)].slice(0, 8).map((word) => ({
      word,
      isNumbered: /\d$/.test(word),
      isAnywhere: /[^\0-\x7f]/.test(word) || (word.length > 3 && !/\d/.test(word)),
    }));
  }

  /* Where a term stands in folded text that begins with a space: at the start of a word; a long one also inside;
     one that ends in a figure not before another, so that LS1 is not LS11. */
  function find(folded, term, from = 0) {
    for (let at = from; ; at += 1) {
      at = folded.indexOf(term.word, at);
      if (at < 0) return -1;
      const isStart = folded[at - 1] === " ";
      const isCut = term.isNumbered && /\d/.test(folded[at + term.word.length] ?? "");
      if ((isStart || term.isAnywhere) && !isCut) return at;
    }
  }

  /* ------------------------------------------------------------- index */

  const groups = new Map(); /* slug: row of the group */
  const store = { names: undefined, heads: [], batches: [], next: 0 };

  async function fetched(name) {
    const answer = await fetch(`${page.dataset.place}${name}.json`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const text = await answer.text();
    return [JSON.parse(text), text.length];
  }

  function rowsOf({ fields, rows }) {
    return rows.map((values) => Object.fromEntries(fields.map((field, number) => [field, values[number]])));
  }

  const folded = (...texts) => ` ${fold(texts.join(" "))} `;

  function prepared(row) {
    const group = groups.get(row.owner);
    const days = row.days ? row.days.split(" ").map((one) => one.split("/")) : [];
    const coming = days.find((one) => (one[1] ?? one[0]) >= today);
    row.isRepeated = days.length > 1;
    row.isComing = row.kind === "meeting" && Boolean(coming);
    row.day = row.kind === "meeting" ? (coming ?? days.at(-1)) : days[0];
    row.group = row.kind === "group" ? "" : row.owner ? (group?.title ?? "") : page.dataset.nation;
    row.home = row.kind !== "group" && group ? group.path : "";
    const covers = row.isComing && group ? `${row.covers} ${group.covers}` : row.covers;
    row.texts = [folded(row.title), folded(row.place, covers, row.note, row.owner && row.kind !== "group" ? row.group : ""), folded(row.summary)];
    return row;
  }

  async function loadHeads() {
    [store.names] = await fetched("index");
    const parts = await Promise.all(store.names.heads.map(fetched));
    const rows = parts.flatMap(([part]) => rowsOf(part));
    for (const row of rows) if (row.kind === "group") groups.set(row.owner, row);
    store.heads = rows.map(prepared);
  }

  /* One batch: files from where the last one ended, until there is enough; `onPart` is called as they come. */
  async function loadBatch(onPart) {
    const batch = [];
    let length = 0;
    store.batches.push(batch);
    try {
      while (length < ENOUGH && store.next < store.names.years.length) {
        const years = store.names.years;
        const isSplit = (end) => end < years.length && monthText(years[end]) === monthText(years[end - 1]);
        let end = Math.min(store.next + AT_ONCE, years.length);
        while (isSplit(end)) end += 1;
        const names = years.slice(store.next, end);
        for (const [part, size] of await Promise.all(names.map(fetched))) {
          for (const row of rowsOf(part)) batch.push(prepared(row));
          length += size;
        }
        store.next += names.length;
        onPart();
      }
    } catch (fault) {
      if (batch.length === 0) store.batches.pop();
      throw fault;
    }
  }

  let loading;
  let isFailed = false;

  function load() {
    loading ??= (async () => {
      isFailed = false;
      if (!store.names || store.heads.length === 0) await loadHeads();
      show();
      if (store.batches.length === 0) await loadBatch(show);
    })().catch(() => {
      loading = undefined;
      isFailed = true;
      show();
    });
    return loading;
  }

  /* ------------------------------------------------------------- order */

  /* All words have to be in it. A word in the title counts most, then place and group, then the summary. */
  function weight(row, terms) {
    let sum = 0;
    for (const term of terms) {
      const where = row.texts.findIndex((text) => find(text, term) >= 0);
      if (where < 0) return 0;
      sum += 3 - where;
    }
    return sum;
  }

  /* Heavier first; then meetings to come, the next one first; then the newest. */
  function before(one, other) {
    if (one.weight !== other.weight) return other.weight - one.weight;
    if (one.row.isComing !== other.row.isComing) return one.row.isComing ? -1 : 1;
    const [first, second] = [one.row.day?.[0] ?? "", other.row.day?.[0] ?? ""];
    if (first === second) return 0;
    return (first < second) === one.row.isComing ? -1 : 1;
  }

  function hitsIn(rows, terms) {
    const hits = [];
    for (const row of rows) {
      const sum = weight(row, terms);
      if (sum) hits.push({ row, weight: sum });
    }
    return hits.sort(before).map((hit) => hit.row);
  }

  /* Batch after batch, so that what is seen stays where it is; what repeats is there once, with the date that comes first. */
  function itemHits(terms) {
    const pages = new Map();
    for (const batch of store.batches) {
      for (const row of hitsIn(batch, terms)) {
        const address = row.home + row.path;
        const known = pages.get(address);
        if (known) known.isRepeated ||= known.row.day[0] !== row.day[0];
        else pages.set(address, { row, isRepeated: row.isRepeated });
      }
    }
    return [...pages.values()];
  }

  /* ------------------------------------------------------------- what is seen */

  function marked(element, text, terms) {
    const letters = [];
    let plain = " ";
    let at = 0;
    for (const letter of text) {
      for (const one of fold(letter)) {
        plain += one;
        letters.push([at, at + letter.length]);
      }
      at += letter.length;
    }
    const spans = [];
    for (const term of terms) {
      for (let from = find(plain, term, 1); from >= 0; from = find(plain, term, from + term.word.length)) {
        spans.push([letters[from - 1][0], letters[from + term.word.length - 2][1]]);
      }
    }
    spans.sort((one, other) => one[0] - other[0]);
    let done = 0;
    for (const [from, to] of spans) {
      if (from < done) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      element.append(text.slice(done, from), mark);
      done = to;
    }
    element.append(text.slice(done));
  }

  const months = page.dataset.months.split(" ");
  const weekdays = page.dataset.weekdays.split(" ");

  function dayText(day, hasWeekday) {
    const [year, month, number] = day.split("-").map(Number);
    const inYear = new Date(Date.UTC(2000, month - 1, number));
    inYear.setUTCFullYear(year);
    const weekday = hasWeekday ? `${weekdays[(inYear.getUTCDay() + 6) % 7]} ` : "";
    return `${weekday}${number} ${months[month - 1]} ${year}`;
  }

  /* Of a part of the index, `2026-01-to-06`, the month that it begins with. */
  function monthText(name) {
    const [year, month = "01"] = name.split("-");
    return `${months[Number(month) - 1]} ${Number(year)}`;
  }

  const rowTemplate = byId("search-row").content.querySelector("li");

  function rowElement({ row, isRepeated }, terms) {
    const element = rowTemplate.cloneNode(true);
    const [link, meta, summary] = ["a", ".meta", ".summary"].map((one) => element.querySelector(one));
    link.href = `${page.dataset.base}/${row.home}${row.path}`;
    marked(link, row.title, terms);
    meta.append(element.dataset[row.kind] ?? "");
    if (row.day) {
      const time = document.createElement("time");
      time.dateTime = row.day[0];
      time.textContent = dayText(row.day[0], row.kind === "meeting");
      meta.append(" · ", time);
      if (isRepeated) meta.append(` ${element.dataset.dates}`);
      else if (row.day[1]) meta.append(` to ${dayText(row.day[1], true)}`);
    }
    for (const text of [row.group, row.place, row.note]) {
      if (!text) continue;
      meta.append(" · ");
      const part = document.createElement("bdi");
      marked(part, text, terms);
      meta.append(part);
    }
    if (row.summary) marked(summary, row.summary, terms);
    else summary.remove();
    if (row.language) {
      for (const one of [link.parentElement, summary]) {
        one.lang = row.language;
        one.dir = "auto";
      }
    }
    return element;
  }

  function fill(section, terms, isAppended) {
    const from = isAppended ? section.list.children.length : 0;
    const made = section.hits.slice(from, section.shown).map((hit) => rowElement(hit, terms));
    if (isAppended) section.list.append(...made);
    else section.list.replaceChildren(...made);
    section.element.hidden = section.hits.length === 0;
    section.more.hidden = section.hits.length <= section.shown;
    return made[0];
  }

  let asked = ""; /* what was looked for last */

  function say(count, isDone) {
    const words = said.dataset;
    const number = count.toLocaleString(document.documentElement.lang);
    let text = count === 0 ? words.none : count === 1 ? words.one : words.some.replace("{}", number);
    const oldest = store.next && store.next < store.names.years.length ? store.names.years[store.next - 1] : "";
    if (oldest) text = words.since.replace("{}", text).replace("{}", monthText(oldest));
    if (count === 0 && !isDone) text = words.busy;
    if (isFailed) text = words.failed;
    if (said.textContent !== text) said.textContent = text;
    back.hidden = !oldest || !isDone;
  }

  function show() {
    const terms = termsOf(field.value);
    const key = terms.map((term) => term.word).join(" ");
    if (!key) {
      asked = "";
      for (const section of sections) section.element.hidden = true;
      back.hidden = true;
      said.textContent = "";
      return;
    }
    if (key !== asked) for (const section of sections) section.shown = FIRST[section.name];
    /* Whoever has gone on to the results keeps them as they stand. */
    else if (sections.some((section) => section.list.contains(document.activeElement)) && !isFailed) return;
    asked = key;
    heads.hits = hitsIn(store.heads, terms).map((row) => ({ row }));
    items.hits = itemHits(terms);
    for (const section of sections) fill(section, terms, false);
    say(heads.hits.length + items.hits.length, store.next > 0 || store.names?.years.length === 0);
  }

  function showMore(section) {
    section.shown += STEP;
    fill(section, termsOf(field.value), true)?.querySelector("a").focus();
  }

  async function lookBack() {
    back.disabled = true;
    const had = items.hits.length;
    try {
      isFailed = false;
      await loadBatch(() => {});
    } catch {
      isFailed = true;
    }
    back.disabled = false;
    const terms = termsOf(field.value);
    items.hits = itemHits(terms);
    if (items.hits.length > had && items.shown < had + STEP) items.shown = had + STEP;
    const first = fill(items, terms, true);
    say(heads.hits.length + items.hits.length, true);
    (first?.querySelector("a") ?? (back.hidden ? field : back)).focus();
  }

  /* ------------------------------------------------------------- what is done */

  function remember() {
    const words = field.value.trim();
    history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  }

  function seek() {
    if (termsOf(field.value).length) load();
    show();
    remember();
  }

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(seek, 120);
  });
  field.addEventListener("focus", () => {
    load();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    seek();
  });
  for (const section of sections) section.more.addEventListener("click", () => showMore(section));
  back.addEventListener("click", lookBack);

  form.hidden = false;
  const given = new URLSearchParams(location.search).get("q");
  if (given) {
    field.value = given.slice(0, field.maxLength);
    seek();
  }
}
