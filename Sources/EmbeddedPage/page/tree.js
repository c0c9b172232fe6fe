"use strict";
// The tree of a topic, drawn as nested lists: each question once, numbered as the reader meets it.

/** The tree, the walk so far lit, the open question marked. */
function drawTree(book, topic, answers) {
  const { steps, open } = walk(topic, answers);
  const lit = new Map(steps.map(({ question, answer }) => [question, answer]));
  const numbers = new Map();
  const draw = (question) => {
    numbers.set(question, numbers.size + 1);
    const isOpen = question === open;
    const look = isOpen ? "p.open" : lit.has(question) ? "p.lit" : "p";
    const current = isOpen ? "step" : undefined;
    return [
      make(look, { "aria-current": current }, `${numbers.get(question)}. ${question.ask}`),
      make("ul", {}, question.answers.map((answer) => drawBranch(answer, lit.get(question) === answer))),
    ];
  };
  const drawBranch = (answer, isLit) => {
    const { next } = answer;
    const isKnown = numbers.has(next);
    return make(isLit ? "li.lit" : "li", {},
      make("span.branch", {}, isLit && make("span.unseen", {}, "chosen: "), answer.label),
      gains(book, answer).map(({ kind, words }) => [" ", make(`span.gain.${kind}`, {}, words)]),
      next && isKnown ? make("span.see", {}, ` see ${numbers.get(next)}`) : null,
      next && !isKnown ? draw(next) : null);
  };
  return make(lit.size > 0 ? "div.walked" : "div", {}, draw(topic.start));
}
