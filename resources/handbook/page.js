"use strict";

const MOST_SHOWN = 200;
const LONGEST_SPELLED = 64;

const data = JSON.parse(document.getElementById("data").textContent);
const query = document.getElementById("query");
const count = document.getElementById("count");
const found = document.getElementById("found");
const all = document.getElementById("all");
const cards = Array.from(document.querySelectorAll("article"), (card, number) => {
  const [code, title, heads, body] = data.replies[number];
  return { card, marker: document.createComment(""), code, title, heads, body };
});
let shown = [];

const readings = new Map();
for (const [reading, characters] of Object.entries(data.readings)) {
  for (const character of characters) {
    readings.set(character, [...(readings.get(character) || []), reading]);
  }
}

query.closest("[role=search]").hidden = false;
const contents = document.querySelector("nav details");
contents.open = !matchMedia("screen and (max-width: 50rem)").matches;
addEventListener("beforeprint", () => { contents.open = true; });

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/* A query folded as the texts are: width, case, traditional characters; no punctuation. */
function wordsOf(typed) {
  const folded = Array.from(typed, (character) => {
    const plain = character.normalize("NFKC").toLowerCase();
    return data.folded[plain] || (Array.from(plain).length === 1 ? plain : character);
  }).join("");
  return folded
    .replace(/['’-]/g, "")
    .replace(/([a-z0-9])[\p{P}\p{C}]+(?=[a-z0-9])/gu, "$1 ")
    .split(/[\s\p{Z}]+/u)
    .map((word) => (/^[/、]/.test(word) ? "/" : "") + word.replace(/[\p{P}\p{C}]/gu, ""))
    .filter((word) => word && word !== "/");
}

/* Finds where a word spells a part of a text: each character by itself or the start of a reading. */
function spellerOf(word) {
  if (word.length > LONGEST_SPELLED || !/[a-z]/.test(word) || !/^[a-z0-9\u2e80-\uffff]+$/.test(word)) {
    return () => false;
  }
  const known = new Map();
  const steps = (character) => {
    let ways = known.get(character);
    if (!ways) {
      const sounds = [character, ...(readings.get(character) || [])];
      ways = Array.from(word, (_, start) => {
        const ends = new Set();
        for (const sound of sounds) {
          for (let size = 1; size <= sound.length && word.startsWith(sound.slice(0, size), start); size++) {
            ends.add(start + size);
          }
        }
        return [...ends];
      });
      known.set(character, ways);
    }
    return ways;
  };
  return (text, atStart = false) => {
    let reached = [];
    let first = true;
    for (const character of text) {
      const ways = steps(character);
      const begins = first || !atStart ? ways[0] : [];
      first = false;
      if (!reached.length && !begins.length) {
        if (atStart) return false;
        continue;
      }
      const next = new Set(begins);
      for (const start of reached) for (const end of ways[start]) next.add(end);
      if (next.has(word.length)) return true;
      reached = [...next];
    }
    return false;
  };
}

/* How well a card answers one word; 0 where it does not. */
function level(card, word, spells) {
  if (word.startsWith("/")) return card.code.startsWith(word.slice(1)) ? 8 : 0;
  if (card.code === word) return 8;
  if (card.title.includes(word)) return card.title.startsWith(word) ? 7 : 6;
  if (spells(card.title, true)) return 5;
  if (card.code.startsWith(word) || spells(card.title)) return 4;
  if (card.heads.includes(word) || spells(card.heads)) return 3;
  if (card.body.includes(word)) return 2;
  return spells(card.body) ? 1 : 0;
}

function hitsOf(words) {
  const spellers = words.map(spellerOf);
  const hits = [];
  for (const card of cards) {
    const levels = words.map((word, number) => level(card, word, spellers[number]));
    const worst = Math.min(...levels);
    if (worst) hits.push({ card, worst, sum: levels.reduce((one, other) => one + other) });
  }
  /* Letters that only spell something deep in a text are meant when nothing else was. */
  const meant = hits.some((hit) => hit.worst > 1) ? hits.filter((hit) => hit.worst > 1) : hits;
  return meant.sort((one, other) => other.worst - one.worst || other.sum - one.sum).map((hit) => hit.card);
}

/* The hits stand in `found` in their order; a marker keeps the place of each. */
function show() {
  for (const { card, marker } of shown) marker.replaceWith(card);
  const words = wordsOf(query.value);
  const searching = query.value.trim() !== "";
  const hits = words.length ? hitsOf(words) : [];
  shown = hits.slice(0, MOST_SHOWN);
  for (const { card, marker } of shown) {
    card.replaceWith(marker);
    found.append(card);
  }
  found.hidden = !searching;
  all.hidden = searching;
  count.value = searching ? told(hits.length) : "";
}

function clear() {
  query.value = "";
  show();
}

function told(hits) {
  if (!hits) return data.words.nothing;
  const sentence = hits > MOST_SHOWN ? data.words.first : data.words.found;
  return filled(sentence, { count: hits, shown: MOST_SHOWN });
}

async function copy(button) {
  const wording = button.closest(".wording");
  const text = wording.querySelector(".text");
  const said = wording.querySelector("output");
  const gaps = [...text.querySelectorAll(".gap")].filter((gap) => !gap.textContent.trim());
  if (gaps.length) {
    const names = [...new Set(gaps.map((gap) => gap.dataset.label))].join(", ");
    said.value = filled(data.words.fill, { names });
    gaps[0].focus();
    return;
  }
  said.value = (await copied(text.textContent)) ? data.words.copied : data.words.failed;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const worked = document.execCommand("copy");
    area.remove();
    return worked;
  }
}

query.addEventListener("input", () => {
  show();
  scrollTo(0, 0);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest(".act button");
  if (button) copy(button);
  if (event.target.closest("nav a") && query.value) clear();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, .gap");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    query.select();
  } else if (event.key === "Escape" && event.target === query) {
    clear();
  } else if (event.key === "Enter" && event.target.closest(".gap")) {
    event.preventDefault();
  }
});
/* What is pasted into a gap is words alone. */
document.addEventListener("paste", (event) => {
  if (!event.target.closest(".gap")) return;
  event.preventDefault();
  const words = event.clipboardData.getData("text/plain").replace(/\s+/g, " ");
  document.execCommand("insertText", false, words);
});
