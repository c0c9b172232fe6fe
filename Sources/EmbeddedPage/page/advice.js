"use strict";
// The advice: what the effects along a walk come to on a date of service, in the form that `ask --json` has.

function service(book, written) {
  const { code, system, label } = book.codes.get(written.code);
  return { code, system, label, modifiers: written.modifiers ?? [], units: written.units ?? 1 };
}

/** A service in short: `D0801`, `70355-TC`, `21085x2`. */
function short(one) {
  return [one.code, ...one.modifiers].join("-") + (one.units === 1 ? "" : `x${one.units}`);
}

/** What goes on the claim: one code, a range to choose from, or one of several as the payer decides. */
function procedure(book, written) {
  if (written.first) {
    const services = [written.first, written.last].map((code) => service(book, { code }));
    return { procedure: `${written.first}-${written.last}`, kind: "range", services };
  }
  const services = (written.oneOf ?? [written]).map((one) => service(book, one));
  return ofServices(written.oneOf ? "oneOf" : "code", services);
}

function ofServices(kind, services) {
  return { procedure: services.map(short).join("|"), kind, services };
}

function isAlive(book, code, day) {
  const { since, until } = book.codes.get(code).life;
  return holds(since, until, day);
}

/** The procedure as far as its codes are in force; undefined when none is. A range is taken as it is. */
function inForce(book, whole, day) {
  if (whole.kind === "range") return whole;
  const alive = whole.services.filter((one) => isAlive(book, one.code, day));
  return alive.length === 0 ? undefined : ofServices(alive.length === 1 ? "code" : "oneOf", alive);
}

/** A service whose code is not in force: its life, and what was in force in its place. */
function lapse(book, one, day) {
  const { life, predecessors } = book.codes.get(one.code);
  const instead = [...predecessors, ...(life.replacedBy ?? [])].filter((code) => isAlive(book, code, day));
  const { fallback } = book.edition;
  const line = procedure(book, fallback).procedure;
  let because = `${one.code} is not in force.`;
  if (life.since && day < life.since) because = `${one.code} is in force only from ${life.since} on.`;
  else if (life.until) because = `${one.code} ended on ${life.until}.`;
  if (instead.length > 0) {
    const named = instead.map((code) => `${code} (${book.codes.get(code).label})`);
    because += ` In force on that day: ${named.join(", ")}.`;
  } else {
    because += ` No code was in force in its place. Think of ${line}. ${fallback.because}`;
  }
  return {
    ...one, since: life.since ?? null, until: life.until ?? null, instead,
    fallback: instead.length > 0 ? null : line, because, sources: life.sources,
  };
}

function rangeText(range) {
  const [first, last] = range.split("-");
  return first === last ? first : range;
}

/** What an effect adds to each part of the advice: pairs of a part's name and an entry. */
const entries = {
  report(book, { because, sources, ...written }, day) {
    const whole = procedure(book, written);
    const alive = inForce(book, whole, day);
    const dead = whole.kind === "range" ? [] : whole.services.filter((one) => !isAlive(book, one.code, day));
    return [
      ...(alive ? [["report", { ...alive, because, sources }]] : []),
      ...dead.map((one) => ["notInForce", lapse(book, one, day)]),
    ];
  },
  notSeparately(book, { codes, because, sources }, day) {
    const alive = codes.filter((code) => isAlive(book, code, day));
    return alive.length === 0 ? [] : [["notSeparately", { codes: alive, because, sources }]];
  },
  includedIn(book, { device, because, sources }) {
    const codes = device.codes.map(rangeText);
    return [["includedIn", { device: device.id, label: device.label, codes, because, sources }]];
  },
  nothing: (book, { because, sources }) => [["nothing", { because, sources }]],
  notes: (book, { note, say, sources }) => [["notes", { kind: note, say, sources }]],
  dissent(book, { about, ours, other }) {
    const view = ({ say, sources }) => ({ say, sources });
    return [["dissent", { about, ours: view(ours), other: view(other) }]];
  },
};

/** The advice for a walk that is over, on a date of service. */
function advise(book, topic, answers, day) {
  const { steps } = walk(topic, answers);
  const parts = {
    report: [], notInForce: [], nothing: [], includedIn: [], notSeparately: [], notes: [], dissent: [],
  };
  for (const { effect, step } of effectsOn(steps, day)) {
    for (const [part, entry] of entries[effect.kind](book, effect, day)) {
      parts[part].push({ ...entry, field: step.question.field, answer: step.answer.id });
    }
  }
  const asked = new Set(steps.map(({ question }) => question.field));
  const codes = new Set(parts.report.flatMap((line) => line.services.map((one) => one.code)));
  const cards = [...codes].map((code) => book.cards.get(code) ?? { code });
  const fromCards = (key) => cards.flatMap((card) =>
    (card[key] ?? []).map(({ say, sources }) => ({ code: card.code, say, sources })));
  return {
    format: 1, status: "advised", topic: topic.id, date: day, ...parts,
    path: steps.map(({ question: { topic: home, id, field, ask }, answer }) =>
      ({ topic: home, question: id, field, ask, answer: answer.id, label: answer.label })),
    unused: Object.keys(answers).filter((field) => !asked.has(field)).sort()
      .map((field) => ({ field, answer: answers[field] })),
    chart: fromCards("checklist"), coverage: fromCards("coverage"),
    sources: citedSources(book, parts, cards), edition: stamp(book, day),
  };
}

/** Every source that the advice names, in the order in which it is first named. */
function citedSources(book, parts, cards) {
  const ids = new Set([
    ...[parts.report, parts.nothing, parts.includedIn, parts.notSeparately, parts.notes].flat(),
    ...parts.dissent.flatMap(({ ours, other }) => [ours, other]),
    ...cards.flatMap((card) => [...(card.checklist ?? []), ...(card.coverage ?? [])]),
    ...parts.notInForce,
  ].flatMap((statement) => statement.sources));
  return [...ids].map((id) => {
    const { title, publisher, date = null, weight, address = null } = book.sources.get(id);
    return { id, title, publisher, date, weight, address };
  });
}

/** What an advice rests on. */
function stamp(book, day) {
  const { id, title, version, reviewed, from = null, through = null, notice } = book.edition;
  const isReviewedForDate = holds(from, through, day);
  return { id, title, version, reviewed, from, through, isReviewedForDate, notice };
}
