"use strict";
// Elements made from values; text goes in as text alone.

/** An element: tag and classes as `p.quiet`, attributes and listeners, children (texts, elements, lists). */
function make(kind, attributes, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

/** The element of the page with this id. */
function byId(id) {
  return document.getElementById(id);
}

/** A button. */
function button(kind, act, ...children) {
  return make(`button${kind}`, { type: "button", click: act }, ...children);
}

/** A section under a heading; nothing when there are no items. */
function section(kind, title, items) {
  if (items.length === 0) return null;
  return make(`section${kind}`, {}, make("h3", {}, title), items);
}

/** A list of entries. */
function list(kind, items) {
  return make(`ul${kind}`, {}, items.map((item) => make("li", {}, item)));
}
