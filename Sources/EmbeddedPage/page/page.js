"use strict";
// The page: the visit that its address names is shown; each act leads to another address.

const book = readBook(JSON.parse(byId("book").textContent));

function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

function currentVisit() {
  return readVisit(book, location.hash.slice(1) || document.body.dataset.start || "", today());
}

/** Says something to those who hear the page. */
function say(text) {
  byId("said").textContent = text;
}

/** Goes to another state of the visit, saying what was done. */
function go(visit, said = "") {
  say(said);
  location.hash = writeVisit(visit);
  showAnew();
}

/** Goes to other dates of the visit; who typed them stays where they are. */
function setDates(dates) {
  const visit = { ...currentVisit(), ...dates };
  location.hash = writeVisit(visit);
  show();
  say(visit.current ? byId("talk").querySelector("h2").textContent : `Date of service ${visit.day}.`);
}

/** What the buttons do, each from the visit at hand. */
const act = {
  begin(topic) {
    go({ ...currentVisit(), current: { topic, answers: {} } });
  },
  answer(question, answer) {
    const visit = currentVisit();
    const answers = { ...visit.current.answers, [question.field]: answer.id };
    go({ ...visit, current: { topic: visit.current.topic, answers } }, `Taken: ${answer.label}.`);
  },
  change: (question) => go(takeBack(currentVisit(), question.field), "Answer taken back."),
  back() {
    const visit = currentVisit();
    if (visit.current) return go(stepBack(visit), "One step back.");
    go({ ...visit, done: visit.done.slice(0, -1), current: visit.done.at(-1) }, "One step back.");
  },
  restart: () => go({ ...currentVisit(), done: [], current: null }, "From the beginning."),
  more() {
    const visit = currentVisit();
    const { topic } = visit.current;
    const finished = { topic, answers: onWalk(topic, knownAnswers(visit)) };
    go({ ...visit, done: [...visit.done, finished], current: null });
  },
  remove(place) {
    const visit = currentVisit();
    go({ ...visit, done: visit.done.filter((_, other) => other !== place) }, "Service removed.");
  },
  tell() {
    const visit = currentVisit();
    go({ ...visit, done: visit.done.slice(0, -1), current: visit.done.at(-1) });
  },
};

/** What the interview shows of a visit. */
function talk(visit) {
  if (!visit.current) return startView(book, visit, act);
  const { topic } = visit.current;
  const known = knownAnswers(visit);
  const state = walk(topic, known);
  if (state.open) return questionView(book, visit, state, act);
  return adviceView(book, visit, [...visit.done, { topic, answers: onWalk(topic, known) }], act);
}

/** The address that was shown last. */
let shown;

function show() {
  const visit = currentVisit();
  shown = location.hash;
  showDate(byId("day"), visit.day);
  showDate(byId("surgery"), visit.surgery ?? "");
  byId("surgery-place").classList.toggle("known", visit.surgery !== undefined);
  const warning = warningText(book.edition, visit.day);
  byId("warning").hidden = !warning;
  byId("warning").textContent = warning && `WARNING: ${warning}`;
  byId("talk").replaceChildren(talk(visit));
  byId("tree").hidden = !visit.current;
  if (visit.current) {
    byId("branches").replaceChildren(drawTree(book, visit.current.topic, knownAnswers(visit)));
  }
  showEndOfWalk(byId("branches"));
  document.title = `${byId("talk").querySelector("h2").textContent} – Which code describes it?`;
}

/** Puts a date into its field, unless it stands there, perhaps just being typed. */
function showDate(field, day) {
  if (field.value !== day) field.value = day;
}

/** Scrolls the tree to where the walk stands. */
function showEndOfWalk(branches) {
  const lit = [...branches.querySelectorAll("p.open, p.lit")].at(-1);
  if (!lit) return;
  const below = lit.getBoundingClientRect().top - branches.getBoundingClientRect().top;
  branches.scrollTop += below - branches.clientHeight / 3;
}

/** Shows the visit and moves to its heading, where people read on. */
function showAnew() {
  if (location.hash === shown) return;
  show();
  const heading = byId("talk").querySelector("h2");
  heading.focus({ preventScroll: true });
  if (heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
}

byId("edition").textContent =
  `${book.edition.title}, rules ${book.edition.version}, reviewed ${book.edition.reviewed}.`;
byId("notice").textContent = book.edition.notice;
byId("day").addEventListener("change", ({ target: { value: day } }) => {
  if (isDay(day)) setDates({ day });
});
byId("surgery-place").hidden = book.checks.every((check) => check.daysBeforeSurgery === undefined);
byId("surgery").addEventListener("change", ({ target: { value: day } }) => {
  if (isDay(day) || day === "") setDates({ surgery: day || undefined });
});
window.addEventListener("hashchange", showAnew);
show();
