"use strict";
// Renders the responses of the compiled library and sends it user actions. No coding logic here.

const byId = (id) => document.getElementById(id);
let library;
let shown;
let zoom = 0;
let digits = "";
let timer;

// MARK: The library

/** Starts the compiled library and loads the rules. */
async function start() {
  const packed = Uint8Array.from(atob(byId("program").textContent), (character) => character.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  library = (await WebAssembly.instantiate(await new Response(program).arrayBuffer())).instance.exports;
  for (const file of document.querySelectorAll("script[data-path]")) {
    const [path] = write(file.dataset.path);
    library.addFile(path, ...write(file.textContent));
  }
  act("open", location.hash ? "" : document.body.dataset.start);
  // Reading the first sentence compiles the phrases, which takes a while; nobody has typed anything yet.
  setTimeout(ask, 100, "read", "", "");
}

/** Copies zero-terminated text to the library's memory; returns its address and length in bytes. */
function write(text) {
  const bytes = new TextEncoder().encode(text + "\0");
  const address = library.reserve(bytes.length);
  new Uint8Array(library.memory.buffer, address).set(bytes);
  return [address, bytes.length - 1];
}

/** Returns the library's response to an action at a link; the sentence behind the answers is in the history only. */
function ask(action, value, link, treeService) {
  const request = write(JSON.stringify({
    link, today: today(), do: action, value, tree: !byId("tree").hidden, treeService,
    sentence: history.state ?? "", seed: Date.now() % 1e6,
  }));
  const address = library.respond(...request);
  library.release(request[0]);
  const memory = new Uint8Array(library.memory.buffer, address);
  return JSON.parse(new TextDecoder().decode(memory.subarray(0, memory.indexOf(0))));
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// MARK: The screen

/** Creates a DOM node from the library's description. */
function build(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map(build));
  return element;
}

/** Performs an action and shows the result; `open` restores a link, by default that of the page. */
function act(action, value = "", link = location.hash.slice(1)) {
  const isOpening = action === "open";
  shown = ask(action, isOpening ? "" : value, isOpening && value ? value : link);
  if (!isOpening && shown.link !== link) history.pushState(shown.sentence, "", `#${shown.link}`);
  if (isOpening) history.replaceState(shown.sentence, "", `#${shown.link}`);
  document.title = shown.title;
  document.body.classList.remove("revealed");
  document.body.classList.toggle("quiz", !shown.day);
  byId("page").replaceChildren(build(shown.screen));
  byId("day").value = shown.day ?? "";
  byId("edition").textContent = shown.edition ?? "";
  showTree();
  if (!isOpening) {
    window.scrollTo(0, 0);
    focusHeading();
  }
}

/** Moves the focus of the keyboard and screen reader to the visible heading. */
function focusHeading() {
  [...byId("page").querySelectorAll("h2")].find((one) => one.offsetParent)?.focus();
}

// Hides the results in the tree while a class is guessing.
const covered = [".report", ".included", ".nothing", ".notInForce"]
  .map((kind) => `g>${kind} text{visibility:hidden}g>${kind} rect{fill:#8883!important;stroke:#888!important}`).join("");

/** Draws the tree with the open question in the center, unless the tree ends before the view does. */
function showTree() {
  const { tree } = shown;
  byId("picture").replaceChildren();
  byId("tree-title").replaceChildren(tree ? build(tree.heading) : "There is no tree before something is chosen.");
  if (!tree) return;
  const isGuessing = inClass() && !document.body.classList.contains("revealed");
  const svg = isGuessing ? tree.svg.replace("</style>", `${covered}</style>`) : tree.svg;
  const image = new Image();
  image.alt = tree.summary;
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  // Before the image is added, the view has no size.
  const view = byId("picture");
  view.append(image);
  const scale = zoom || (inClass() ? innerWidth / 1280 : Math.min(1, view.clientWidth / tree.width));
  image.width = tree.width * scale;
  image.height = tree.height * scale;
  view.scrollTo(tree.x * scale - view.clientWidth / 2, tree.y * scale - view.clientHeight / 2);
}

/** Shows the tree of a service. */
function chooseTree(service) {
  shown.tree = ask("open", "", location.hash.slice(1), service).tree;
  showTree();
  byId("tree-title").firstChild.focus();
}

/** Zooms the tree by a factor; 0 fits all of it in view. */
function changeZoom(factor) {
  const view = byId("picture");
  if (!shown.tree) return;
  const { width, height } = shown.tree;
  zoom = factor === 0
    ? Math.min(view.clientWidth / width, view.clientHeight / height) : view.firstChild.width / width * factor;
  showTree();
}

const inClass = () => document.body.classList.contains("class");
const say = (words) => { byId("said").textContent = words; };

function setClass(isOn) {
  document.body.classList.toggle("class", isOn);
  byId("class-switch").setAttribute("aria-pressed", isOn);
  if (isOn) document.documentElement.requestFullscreen?.().catch(() => {});
  else if (document.fullscreenElement) document.exitFullscreen();
  showTheTree(isOn);
  focusHeading();
}

function showTheTree(isOn) {
  zoom = 0;
  byId("tree").hidden = !isOn;
  byId("tree-switch").setAttribute("aria-pressed", isOn);
  act("open");
}

// MARK: User actions

const switches = {
  "tree-switch": () => showTheTree(byId("tree").hidden),
  "class-switch": () => setClass(!inClass()),
};

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
  } catch {
    byId("copied").value = text;
    byId("copy").showModal();
    byId("copied").select();
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button || button.type === "submit") return;
  const { do: action, value, copy: copied, open, zoom: factor } = button.dataset;
  if (action) act(action, value);
  else if (copied) copy(copied === "note" ? shown.note : location.href);
  else if ("print" in button.dataset) window.print();
  else if ("reveal" in button.dataset) reveal();
  else if (factor) changeZoom(Number(factor)); else if (open) {
    byId(open).open = true;
    byId(open).querySelector("input").focus();
  } else switches[button.id]?.();
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  act(event.target.dataset.do, event.target.querySelector("input").value);
});

document.addEventListener("input", ({ target }) => {
  if (target.id !== "say" || target.type === "date") return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const preview = byId("preview");
    if (preview) preview.replaceChildren(build(ask("read", target.value, location.hash.slice(1))));
  }, 150);
});

byId("day").addEventListener("change", ({ target }) => act("day", target.value));
byId("tree-title").addEventListener("change", ({ target }) => chooseTree(target.selectedIndex));

/** Reveals the answer after a class has guessed. */
function reveal() {
  document.body.classList.add("revealed");
  showTree();
  focusHeading();
}

/** Selects a choice by number; waits for a second digit if one is possible. */
function typeDigit(key) {
  clearTimeout(timer);
  digits += key;
  say(digits);
  const choose = () => {
    const chosen = digits;
    digits = "";
    if (Number(chosen) <= shown.count) act("say", chosen);
  };
  if (Number(digits) * 10 > shown.count) choose(); else timer = setTimeout(choose, 1200);
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  ArrowLeft: () => inClass() && history.back(),
  ArrowRight: () => inClass() && history.forward(),
  " ": () => inClass() && reveal(),
  "+": () => changeZoom(1.25),
  "-": () => changeZoom(0.8),
  Escape: () => inClass() && setClass(false),
};

/** Moves the focus by a number of choices. */
function move(step) {
  const choices = [...document.querySelectorAll("button.choice")];
  const index = choices.indexOf(document.activeElement) + step;
  choices.at(Math.max(0, Math.min(index, choices.length - 1)))?.focus();
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input, textarea, select")) return;
  if (/^[0-9]$/.test(key) && shown.count > 0) return typeDigit(key);
  if (keys[key] && !target.matches("#picture") && !(key === " " && target.matches("button, summary"))) {
    event.preventDefault();
    keys[key]();
  } else if (/^\p{L}$/u.test(key) && byId("say")) byId("say").focus();
});

document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && inClass()) setClass(false);
});
addEventListener("popstate", () => act("open"));
addEventListener("beforeprint", () => document.querySelectorAll("details.chart").forEach((one) => { one.open = true; }));

start().catch((error) => {
  byId("page").textContent = `This page cannot start here. It needs a browser from 2023 or later. (${error})`;
});
