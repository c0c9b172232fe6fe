"use strict";
// The rule files with every shared entry, citation and date in the place where it is used.

/** The keys whose lists grow where an entry adds to a shared one. */
const growing = ["also", "sources", ...effectKinds];

/** Gives every object of the files what its `use`, its citations and its dates mean. */
function resolveFiles(files) {
  const shared = files["shared.json"];
  const find = (kind, id) => (shared[kind] ?? []).find((entry) => entry.id === id);
  const codes = new Map(files["codes.json"].map((entry) => [entry.code, entry]));
  const sources = new Map(files["sources.json"].map((entry) => [entry.id, entry]));

  /** An object with what its shared entry has besides. */
  const merged = (own, base) => {
    if (own.use === undefined || base === undefined) return own;
    const { use, ...rest } = own;
    const both = { ...base, ...rest };
    for (const key of growing) if (own[key] && base[key]) both[key] = [...base[key], ...own[key]];
    return both;
  };

  /** The days on which an effect holds: its own, or those of what a code is or covers. */
  const dated = ({ while: during, before, ...effect }) => {
    const days = (name) => {
      const [code, scope] = name.split(" ");
      const { life, covers = [] } = codes.get(code);
      return scope ? covers.find(({ id }) => id === scope) : { from: life.since, through: life.until };
    };
    if (during) return { ...effect, from: days(during).from, through: days(during).through };
    return before ? { ...effect, through: dayBefore(days(before).from) } : effect;
  };

  /** A statement, or an object with one: its sources by id, the locations in them, whether it was derived. */
  const cited = (written, base = find("statements", written.use)) => {
    const whole = merged(written, base);
    if (written.use !== undefined && base?.say !== undefined) whole.because ??= base.say;
    const citations = (whole.sources ?? []).map((text) => text.match(/^(\S+) ?(.*)$/));
    return {
      ...whole, sources: citations.map(([, id]) => id), at: citations.map(([, , at]) => at || null),
      derived: whole.derived ?? false,
    };
  };

  /** What a payer does, with the date for which it is known. */
  const payers = (statement) => {
    const dates = statement.sources.map((id) => sources.get(id).date).filter((date) => date !== undefined);
    const latest = dates.sort((one, other) => lastDay(one) < lastDay(other) ? -1 : 1).at(-1);
    const asOf = statement.asOf ?? latest ?? "unknown";
    return { ...statement, asOf: asOf === "unknown" ? null : asOf, isPayers: true };
  };

  const disputed = (written) => {
    const whole = dated(merged(written, find("dissent", written.use)));
    return { ...whole, ours: cited(whole.ours), other: cited(whole.other) };
  };
  const effect = (kind, written) => {
    if (kind === "dissent") return disputed(written);
    const statement = dated(cited(written));
    return kind === "notes" && statement.kind === "payer" ? payers(statement) : statement;
  };
  const answer = (written, question) => {
    const own = question?.answers.find(({ id }) => id === written.use);
    const whole = { ...merged(written, own ?? find("answers", written.use)) };
    for (const kind of effectKinds) whole[kind] = (whole[kind] ?? []).map((entry) => effect(kind, entry));
    return whole;
  };
  const question = (written) => {
    const base = find("questions", written.use);
    const whole = merged(written, base);
    return { ...whole, answers: whole.answers.map((one) => answer(one, base)) };
  };

  return {
    ...files,
    "codes.json": files["codes.json"].map((entry) => ({ ...entry, life: cited(entry.life) })),
    "cards.json": files["cards.json"].map((card) => ({
      ...card, checklist: card.checklist?.map((one) => cited(one)),
      coverage: card.coverage?.map((one) => payers(cited(one))),
    })),
    "devices.json": {
      contains: cited(files["devices.json"].contains),
      devices: files["devices.json"].devices.map((device) => cited(device)),
    },
    "edition.json": {
      ...files["edition.json"],
      announced: (files["edition.json"].announced ?? []).map((one) => cited(one)),
    },
    "checks.json": files["checks.json"].map((check) =>
      ({ ...cited(check), other: check.other && cited(check.other) })),
    ...Object.fromEntries(files["edition.json"].topics.map((id) => {
      const topic = files[`topics/${id}.json`];
      return [`topics/${id}.json`, { ...topic, questions: topic.questions.map(question) }];
    })),
  };
}

function dayBefore(day) {
  return new Date(Date.parse(day) - 86400000).toISOString().slice(0, 10);
}

/** The last day that a year, a month or a day can mean. */
function lastDay(date) {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether a date lies more than two years before a day. */
function isOld(date, day) {
  return date !== null && `${Number(lastDay(date).slice(0, 4)) + 2}`.padStart(4, "0") + lastDay(date).slice(4) < day;
}
