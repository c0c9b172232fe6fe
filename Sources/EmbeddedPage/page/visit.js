"use strict";
// One visit: its dates, the services done so far, the one at hand. The address holds it all, so the browser's
// own back works and a link repeats a walk: `#on=2026-01-31,surgery=2026-02-05/model,purpose=diagnostic/`.
// The last part is the service at hand; when it is empty, it is still to be said what was done.

/** Reads a visit from an address; what the book does not know is left out. */
function readVisit(book, text, today) {
  const parts = text.split("/").map((part) => part.split(","));
  const isDated = parts[0][0].startsWith("on=");
  const dates = Object.fromEntries((isDated ? parts.shift() : []).map((pair) => pair.split("=")));
  const services = parts.map(([id, ...pairs]) => {
    const topic = book.topics.get(id);
    return topic ? { topic, answers: Object.fromEntries(pairs.map((pair) => pair.split("="))) } : null;
  });
  return {
    day: isDay(dates.on) ? dates.on : today,
    surgery: isDay(dates.surgery) ? dates.surgery : undefined,
    done: services.slice(0, -1).filter((one) => one && !walk(one.topic, one.answers).open),
    current: services.at(-1) ?? null,
  };
}

/** Whether the text is a day of the calendar written `2026-01-31`. */
function isDay(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** The address of a visit. */
function writeVisit({ day, surgery, done, current }) {
  const part = ({ topic, answers }) =>
    [topic.id, ...Object.entries(answers).map(([field, answer]) => `${field}=${answer}`)].join(",");
  const dates = surgery ? `on=${day},surgery=${surgery}` : `on=${day}`;
  return [dates, ...done.map(part), current ? part(current) : ""].join("/");
}

/** The facts that hold for the whole visit, as the services done so far answered them. */
function visitFacts(done) {
  const facts = {};
  for (const { topic, answers } of done) {
    for (const { question, answer } of walk(topic, answers).steps) {
      if (question.scope === "visit") facts[question.field] = answer.id;
    }
  }
  return facts;
}

/** What is known of the service at hand: what was answered for it, and facts of the visit. */
function knownAnswers({ done, current }) {
  return { ...visitFacts(done), ...current.answers };
}

/** The visit with the last answer for the service at hand taken back; without one, what was done is asked. */
function stepBack(visit) {
  const { steps } = walk(visit.current.topic, knownAnswers(visit));
  const given = steps.filter(({ question }) => question.field in visit.current.answers);
  if (given.length === 0) return { ...visit, current: null };
  return takeBack(visit, given.at(-1).question.field);
}

/** The visit with the answer to a field and all later ones taken back. */
function takeBack(visit, field) {
  const answers = {};
  for (const { question, answer } of walk(visit.current.topic, knownAnswers(visit)).steps) {
    if (question.field === field) break;
    if (question.field in visit.current.answers) answers[question.field] = answer.id;
  }
  return { ...visit, current: { topic: visit.current.topic, answers } };
}

/** The answers that the walk asks for, no others. */
function onWalk(topic, answers) {
  const { steps } = walk(topic, answers);
  return Object.fromEntries(steps.map(({ question, answer }) => [question.field, answer.id]));
}
