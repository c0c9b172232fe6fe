"use strict";
// What is asked: what was done, then question after question.

/** Asks what was done, in the words of the office. */
function startView(book, visit, act) {
  const isMore = visit.done.length > 0;
  const topics = [...book.topics.values()].filter(({ isService }) => isService || !isMore);
  const found = make("div", {});
  const show = (typed) => {
    const hits = topics.map((topic) => ({ topic, words: matches(topic, typed) }))
      .filter(({ words }) => words);
    const choices = hits.map(({ topic, words }) => make("li", {},
      button(".choice", () => act.begin(topic),
        make("strong", {}, topic.title), make("small", {}, words.join(", ")))));
    found.replaceChildren(hits.length > 0 ? make("ul.choices", {}, choices)
      : make("p", {}, "Nothing here is called so. Try another word, or clear it to see all."));
    return hits.length;
  };
  show("");
  return make("section.ask", {},
    make("h2", { tabindex: -1 }, isMore ? "What else was done?" : "What was done?"),
    filter("Find it by a word your office uses", "topic", show),
    found,
    make("p.ways", {}, isMore && button(".quiet", act.tell, "Nothing else")));
}

/** The words to show with a topic: all when nothing is typed, else those that fit; null when none does. */
function matches(topic, typed) {
  const key = nameKey(typed);
  if (!key) return topic.also;
  const words = [topic.title, ...topic.also, ...topic.questions.flatMap(({ answers }) =>
    answers.flatMap(({ label, also }) => [label, ...also]))];
  const fitting = [...new Set(words)].filter((word) => ` ${nameKey(word)}`.includes(` ${key}`));
  return fitting.length > 0 ? fitting.slice(0, 8) : null;
}

/** A field that narrows a list as one types, and says how much is left. */
function filter(label, noun, show) {
  const typed = () => {
    const count = show(input.value);
    say(`${count} ${noun}${count === 1 ? "" : "s"}`);
  };
  const input = make("input", { id: "find", type: "search", spellcheck: "false", input: typed });
  return make("p.find", {}, make("label", { for: "find" }, label), input);
}

/** Asks the open question. */
function questionView(book, visit, { steps, open }, act) {
  const answers = make("ol.choices", {});
  const show = (typed) => {
    const key = nameKey(typed);
    const fits = open.answers.filter(({ label, also }) =>
      [label, ...also].some((word) => ` ${nameKey(word)}`.includes(key && ` ${key}`)));
    answers.replaceChildren(...fits.map((answer) => make("li", {}, answerButton(open, answer, act))));
    return fits.length;
  };
  show("");
  const view = make("section.ask", { keydown: (event) => chooseByKey(event, view) },
    make("p.topic", {}, visit.current.topic.title),
    make("h2", { tabindex: -1 }, open.ask),
    open.why && make("p.why", {}, open.why),
    open.answers.length > 9 && filter("Find an answer by a word", "answer", show),
    answers,
    reasons(book, open),
    make("p.ways", {}, button(".quiet", act.back, "Back"), button(".quiet", act.restart, "Start again")),
    review("Your answers", visit, steps, act));
  return view;
}

function answerButton(question, answer, act) {
  const number = question.answers.indexOf(answer) + 1;
  return button(".choice", () => act.answer(question, answer),
    make("span.number", { "aria-hidden": "true" }, `${number}`),
    make("span", {}, make("strong", {}, answer.label),
      answer.also.length > 0 && make("small", {}, answer.also.join(", "))));
}

/** Within a question, a digit chooses, and the arrows move between the answers. */
function chooseByKey(event, view) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input")) return;
  const choices = [...view.querySelectorAll("button.choice")];
  const place = choices.indexOf(event.target.closest("button.choice"));
  const chosen = choices.find((choice) => choice.querySelector(".number").textContent === event.key);
  const moves = { ArrowDown: place + 1, ArrowUp: place < 0 ? choices.length - 1 : place - 1 };
  if (chosen) chosen.click();
  else if (event.key in moves) choices.at(moves[event.key] % choices.length).focus();
  else return;
  event.preventDefault();
}

/** What hangs on a question: help, and what can still be reported after each answer. */
function reasons(book, question) {
  return make("details", {},
    make("summary", {}, "Why this question, and what hangs on it"),
    question.help && make("p", {}, question.help),
    question.lookIn && make("p", {}, `Where to look: ${question.lookIn}`),
    make("p", {}, "What can still be reported after each answer:"),
    make("dl.reach", {}, question.answers.map((answer) => [
      make("dt", {}, answer.label),
      make("dd", {}, codesInReach(book, answer).join(", ") || "no code",
        answer.help && make("small", {}, answer.help)),
    ])));
}

/** The answers so far, each of which can be changed. */
function review(title, visit, steps, act) {
  if (steps.length === 0) return null;
  return make("section.review", {}, make("h3", {}, title), make("ol", {}, steps.map(({ question, answer }) =>
    make("li", {}, make("span", {}, `${question.ask} `, make("strong", {}, answer.label)),
      question.field in visit.current.answers
        ? button(".link", () => act.change(question), "Change", make("span.unseen", {}, `: ${question.ask}`))
        : make("small", {}, "as for the whole visit")))));
}
