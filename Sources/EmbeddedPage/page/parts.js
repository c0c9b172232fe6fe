"use strict";
// The parts of an advice.

const noteHeadings = { caution: "Take care", do: "To do", payer: "Payers", open: "Open question" };

/** The parts of an advice, in the order in which the terminal tells them. */
function adviceParts(book, advice, why, others) {
  const numbers = new Map();
  const number = (id) => numbers.get(id) ?? numbers.set(id, numbers.size + 1).get(id);
  const cited = (text, { sources, at, derived, asOf, isOld: old }) => {
    const marks = sources.map((id, place) => `[${number(id)}${at[place] ? ` ${at[place]}` : ""}]`);
    const age = old ? `(As of ${asOf}, more than 2 years before this date of service.) ` : "";
    return [`${text} ${age}`, make("span.cite", {}, [...marks, ...(derived ? ["[our derivation]"] : [])].join(" "))];
  };
  const label = (code) => book.codes.get(code).label;
  const line = (lead, name, reason) => make("div.line", {},
    make("p.lead", {}, make("strong.code", {}, lead), ` ${name}`), make("p", {}, reason));
  const statements = (items, read) => items.length > 0 ? [list("", items.map(read))] : [];
  const parts = [
    section(".report", "Report", advice.report.map((one) =>
      line(one.procedure, procedureLabel(one), cited(one.because, one)))),
    section(".care", `Not in force on ${advice.date}`, advice.notInForce.map((one) =>
      line(short(one), one.label, cited(one.because, one)))),
    section("", "Nothing to report", advice.nothing.map((one) =>
      make("p", {}, cited(one.because, one)))),
    section("", "Included in", advice.includedIn.map((one) =>
      line(one.label, one.codes.join(", "), cited(one.because, one)))),
    section(".not", "Not separately", advice.notSeparately.map((one) => make("div.line", {},
      one.codes.map((code) => make("p.lead", {}, make("strong.code", {}, code), ` ${label(code)}`)),
      make("p", {}, cited(one.because, one))))),
    Object.entries(noteHeadings).map(([kind, heading]) => {
      const notes = advice.notes.filter((note) => note.kind === kind);
      const look = kind === "caution" ? ".care" : "";
      return section(look, heading, statements(notes, (note) => cited(note.say, note)));
    }),
    why,
    section(".screen", "What would have changed it", statements(others, (other) =>
      `${other.question.ask} ${other.answers.map((one) => one.label).join("; ")}: ${outcome(other.report)}`)),
    section("", "For the chart", statements(advice.chart, (entry) => checkbox(entry, cited))),
    section("", "What plans tend to do", statements(advice.coverage, (entry) =>
      [make("strong.code", {}, entry.code), " ", cited(entry.say, entry)])),
    section("", "Sources disagree", advice.dissent.map(({ about, ours, other }) => make("div.line", {},
      make("p.lead", {}, about), make("p", {}, make("em", {}, "We follow: "), cited(ours.say, ours)),
      make("p", {}, make("em", {}, "Other view: "), cited(other.say, other))))),
  ];
  const sources = [...numbers.keys()].map((id) => sourceEntry(book.sources.get(id), numbers.get(id)));
  return [parts, section(".sources", "Sources", sources.length > 0 ? [list("", sources)] : [])];
}

function outcome(report) {
  if (report === null) return "more would be asked";
  return report === "" ? "nothing to report" : report;
}

/** An entry of the checklist, to be ticked; what is ticked is not kept. */
function checkbox(entry, cited) {
  return make("label.check", {}, make("input", { type: "checkbox" }), " ",
    make("span", {}, make("strong.code", {}, entry.code), " ", cited(entry.say, entry)));
}

function sourceEntry(source, number) {
  const { address } = source;
  const link = address && make("a.screen", { href: address, rel: "noreferrer" }, hostname(address));
  return [`[${number}] ${citation(source)} `, link];
}

/** Where an address leads, in a word. */
function hostname(address) {
  try {
    return new URL(address).hostname;
  } catch {
    return address;
  }
}
