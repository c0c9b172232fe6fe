"use strict";
// The walk: answers lead from question to question.

/** Follows the answers from the topic's first question as far as they lead. */
function walk(topic, answers) {
  const steps = [];
  let question = topic.start;
  while (question) {
    const answer = question.answers.find((one) => one.id === answers[question.field]);
    if (!answer) break;
    steps.push({ question, answer });
    question = answer.next;
  }
  return { steps, open: question };
}

/** Visits every walk of the topic from the first question to an end, in the order of the answers. */
function forEachWalk(topic, visit) {
  const follow = (question, answers) => {
    if (!question) return visit(answers);
    for (const answer of question.answers) follow(answer.next, { ...answers, [question.field]: answer.id });
  };
  follow(topic.start, {});
}

/** Whether the day lies between two days, both included; an end that is absent is open. */
function holds(from, through, day) {
  return (!from || from <= day) && (!through || day <= through);
}

/** The effects of the steps that hold on the day, each with the step that earned it. */
function effectsOn(steps, day) {
  return steps.flatMap((step) => step.answer.effects
    .filter(({ from, through }) => holds(from, through, day))
    .map((effect) => ({ effect, step })));
}

/** What is reported on the day, in short. */
function reported(book, steps, day) {
  return effectsOn(steps, day).filter(({ effect }) => effect.kind === "report")
    .map(({ effect }) => inForce(book, procedure(book, effect), day)?.procedure)
    .filter((short) => short !== undefined);
}

/** For each question on the walk the other answers that would change what is reported. */
function alternatives(book, topic, answers, day) {
  const { steps } = walk(topic, answers);
  const asIs = reported(book, steps, day).join(" ");
  return steps.flatMap(({ question, answer }) => {
    const outcomes = new Map();
    for (const other of question.answers.filter((one) => one.id !== answer.id)) {
      const changed = walk(topic, { ...answers, [question.field]: other.id });
      const report = changed.open ? null : reported(book, changed.steps, day).join(" ");
      if (report !== asIs) outcomes.set(report, [...(outcomes.get(report) ?? []), other]);
    }
    return [...outcomes].map(([report, others]) => ({ question, answers: others, report }));
  });
}

/** The codes that can still be reported after an answer, in the order of the walks. */
function codesInReach(book, answer) {
  const seen = new Set();
  const codes = new Set();
  const follow = (one) => {
    const lines = one.effects.filter(({ kind }) => kind === "report");
    for (const line of lines) codes.add(procedure(book, line).procedure);
    if (one.next && !seen.has(one.next)) {
      seen.add(one.next);
      one.next.answers.forEach(follow);
    }
  };
  follow(answer);
  return [...codes];
}
