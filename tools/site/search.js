// SPDX-License-Identifier: Apache-2.0
// Finds pages that hold every word; those that hold them in their title come first.
const up = document.currentScript.dataset.up;
const field = document.getElementById("search");
const list = document.getElementById("found");
const MOST = 20, AROUND = 80;

function hits(words) {
  const found = [];
  for (const [name, title, text] of PAGES) {
    const low = text.toLowerCase(), head = title.toLowerCase();
    if (!words.every((word) => low.includes(word) || head.includes(word))) continue;
    const weight = words.reduce((sum, word) => sum + (head.includes(word) ? 50 : 0) + Math.min(20, low.split(word).length - 1), 0);
    found.push({ name, title, text, at: Math.max(0, low.indexOf(words[0])), weight });
  }
  return found.sort((one, other) => other.weight - one.weight || one.name.localeCompare(other.name)).slice(0, MOST);
}

function line(hit, word) {
  const item = document.createElement("li"), link = document.createElement("a"), mark = document.createElement("mark");
  link.href = up + hit.name;
  link.textContent = hit.title;
  mark.textContent = hit.text.slice(hit.at, hit.at + word.length);
  const before = hit.text.slice(Math.max(0, hit.at - AROUND), hit.at), after = hit.text.slice(hit.at + word.length, hit.at + word.length + AROUND);
  item.append(link, ": ", before, mark, after);
  return item;
}

field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
  const found = words.length ? hits(words) : [];
  list.replaceChildren(...found.map((hit) => line(hit, words[0])));
  if (words.length && !found.length) list.append("Tidak ditemukan / nothing found");
  list.hidden = words.length === 0;
});
