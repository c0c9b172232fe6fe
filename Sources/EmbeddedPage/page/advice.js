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
    const within = [...book.codes.keys()].filter((code) => written.first <= code && code <= written.last);
    return ofRange(within.sort().map((code) => service(book, { code })));
  }
  const services = (written.oneOf ?? [written]).map((one) => service(book, one));
  return ofServices(written.oneOf ? "oneOf" : "code", services);
}

/** A range by all its codes, of which the first and the last are named. */
function ofRange(all) {
  const services = [all[0], all.at(-1)];
  return { procedure: services.map(short).join("-"), kind: "range", services, all };
}

function ofServices(kind, services) {
  return { procedure: services.map(short).join("|"), kind, services };
}

function isAlive(book, code, day) {
  const { since, until } = book.codes.get(code).life;
  return holds(since, until, day);
}

/** The procedure as far as its codes are in force; undefined when none is. */
function inForce(book, whole, day) {
  const alive = (whole.all ?? whole.services).filter((one) => isAlive(book, one.code, day));
  if (alive.length === 0) return undefined;
  if (alive.length === 1) return ofServices("code", alive);
  return whole.all ? ofRange(alive) : ofServices("oneOf", alive);
}

/** The services whose codes are not in force; of a range the first, when none of its codes is. */
function notInForce(book, whole, day) {
  const dead = (whole.all ?? whole.services).filter((one) => !isAlive(book, one.code, day));
  if (!whole.all) return dead;
  return dead.length < whole.all.length ? [] : dead.slice(0, 1);
}

/** A service whose code is not in force: its life, and what was in force in its place. */
function lapse(book, one, day) {
  const { code } = one;
  const { life, predecessors } = book.codes.get(code);
  const instead = [...predecessors, ...(life.replacedBy ?? [])].filter((other) => isAlive(book, other, day));
  const fallback = book.edition.fallbacks.find((one) => instead.length === 0 && code.startsWith(one.for));
  const line = fallback && procedure(book, fallback).procedure;
  let because = `${code} was not in force on ${day}.`;
  if (life.since && day < life.since) because = `${code} took effect on ${life.since}.`;
  else if (life.until) because = `${code} ended on ${life.until}.`;
  const named = instead.map((other) => `${other} (${book.codes.get(other).label})`);
  if (named.length > 0) because += ` Send the code of that day instead: ${named.join(", or ")}.`;
  else because += " No code was in force in its place.";
  if (fallback) because += ` Consider ${line}. ${fallback.because}`;
  const { since = null, until = null } = life;
  return { ...one, since, until, instead, fallback: line ?? null, because, ...evidence(life) };
}

/** What a statement rests on. */
function evidence({ sources, at, derived }) {
  return { sources, at, derived };
}

/** What a statement rests on, and where it may be about a payer, how it stands in time. */
function payerEvidence(statement, day) {
  const asOf = statement.asOf ?? null;
  return { ...evidence(statement), asOf, isOld: isOld(asOf, day) };
}

/** The codes of a device that are in force on a day, as ranges. */
function deviceCodes(book, device, day) {
  return device.codes.flatMap((written) => {
    const [, range, since, until] = written.match(/^(\S+)(?: since (\S+))?(?: until (\S+))?$/);
    if (!holds(since, until, day)) return [];
    const [first, last = first] = range.split("-");
    const known = [...book.codes.keys()].filter((code) => first <= code && code <= last).sort();
    const runs = [];
    let run = known[0] === first ? undefined : [first, first];
    for (const code of known) {
      if (isAlive(book, code, day)) {
        run = [run?.[0] ?? code, code];
      } else {
        if (run) runs.push(run);
        run = undefined;
      }
    }
    if (run) runs.push([run[0], last]);
    return runs.map(([from, to]) => from === to ? from : `${from}-${to}`);
  });
}

/** What an effect adds to each part of the advice: pairs of a part's name and an entry. */
const entries = {
  report(book, written, day) {
    const whole = procedure(book, written);
    const alive = inForce(book, whole, day);
    const { because } = written;
    return [
      ...(alive ? [["report", { ...onClaim(alive), because, ...evidence(written) }]] : []),
      ...notInForce(book, whole, day).map((one) => ["notInForce", lapse(book, one, day)]),
    ];
  },
  notSeparately(book, { codes, because, ...rest }, day) {
    const alive = codes.filter((code) => isAlive(book, code, day));
    return alive.length === 0 ? [] : [["notSeparately", { codes: alive, because, ...evidence(rest) }]];
  },
  includedIn(book, { device, because, ...rest }, day) {
    const codes = deviceCodes(book, device, day);
    return [["includedIn", { device: device.id, label: device.label, codes, because, ...evidence(rest) }]];
  },
  nothing: (book, { because, ...rest }) => [["nothing", { because, ...evidence(rest) }]],
  notes: (book, { note, say, ...rest }, day) =>
    [["notes", { kind: note, say, ...payerEvidence(rest, day) }]],
  dissent(book, { about, ours, other }) {
    const view = (statement) => ({ say: statement.say, ...evidence(statement) });
    return [["dissent", { about, ours: view(ours), other: view(other) }]];
  },
};

/** A procedure without the codes between the ends of a range. */
function onClaim({ procedure: text, kind, services }) {
  return { procedure: text, kind, services };
}

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
  const fromCards = (key, rest) => cards.flatMap((card) =>
    (card[key] ?? []).map((one) => ({ code: card.code, say: one.say, ...rest(one, day) })));
  const announced = announcements(book, topic, parts, day);
  return {
    format: 1, status: "advised", topic: topic.id, date: day, ...parts,
    path: steps.map(({ question: { topic: home, id, field, ask }, answer }) =>
      ({ topic: home, question: id, field, ask, answer: answer.id, label: answer.label })),
    unused: Object.keys(answers).filter((field) => !asked.has(field)).sort()
      .map((field) => ({ field, answer: answers[field] })),
    chart: fromCards("checklist", evidence), coverage: fromCards("coverage", payerEvidence),
    sources: citedSources(book, parts, cards, announced),
    edition: { ...stamp(book, day), unreviewed: unreviewed(book, topic, parts, cards), announced },
  };
}

/** Every source that the advice names, in the order in which it is first named. */
function citedSources(book, parts, cards, announced) {
  const ids = new Set([
    ...[parts.report, parts.nothing, parts.includedIn, parts.notSeparately, parts.notes].flat(),
    ...parts.dissent.flatMap(({ ours, other }) => [ours, other]),
    ...cards.flatMap((card) => [...(card.checklist ?? []), ...(card.coverage ?? [])]),
    ...announced, ...parts.notInForce,
  ].flatMap((statement) => statement.sources));
  return [...ids].map((id) => {
    const { title, publisher, date = null, weight, address = null } = book.sources.get(id);
    return { id, title, publisher, date, weight, address };
  });
}

/** What an advice rests on. */
function stamp(book, day) {
  const { id, title, version, reviewed, from = null, through = null, notice } = book.edition;
  const isReviewedForDate = book.edition.confirmed === id && holds(from, through, day);
  return { id, title, version, reviewed, from, through, isReviewedForDate, notice };
}

/** What is known about a later edition that concerns the advice. */
function announcements(book, topic, parts, day) {
  if (holds(book.edition.from, book.edition.through, day)) return [];
  const named = parts.report.flatMap((line) => line.services.map(({ code }) => [code, code]));
  const built = parts.includedIn.flatMap(({ device }) => book.devices.get(device).codes)
    .map((written) => written.split(" ")[0].split("-")).map(([first, last = first]) => [first, last]);
  const overlaps = (range) => {
    const [first, last = first] = range.split("-");
    return [...named, ...built].some(([from, to]) => first <= to && from <= last);
  };
  return book.edition.announced.filter(({ from, topics = [], codes = [] }) => from <= day
    && (topics.length + codes.length === 0 || topics.includes(topic.id) || codes.some(overlaps)))
    .map((one) => ({ say: one.say, ...evidence(one) }));
}

/** The codes and devices by id, and the payer statements by source, that nobody has confirmed for the edition. */
function unreviewed(book, topic, parts, cards) {
  const isOpen = ({ confirmed }) => confirmed !== book.edition.id;
  const codes = [
    ...parts.report.flatMap((line) => line.services.map(({ code }) => code)),
    ...parts.notInForce.map(({ code }) => code), ...parts.notSeparately.flatMap((entry) => entry.codes),
  ].filter((code) => isOpen(book.codes.get(code)));
  const devices = parts.includedIn.map(({ device }) => device).filter((id) => isOpen(book.devices.get(id)));
  const coverage = cards.flatMap((card) => card.coverage ?? []).filter(isOpen).flatMap(({ sources }) => sources);
  return [...new Set([...codes, ...devices, ...coverage])];
}
