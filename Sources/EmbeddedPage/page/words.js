"use strict";
// Sentences that the terminal says too, in the same words.

/** What is to be said loudly when the rules were not reviewed for the date; empty when they were. */
function warningText(edition, day) {
  if (holds(edition.from, edition.through, day)) return "";
  const bounds = [edition.from && `from ${edition.from}`, edition.through && `through ${edition.through}`];
  const period = bounds.filter(Boolean).join(" ");
  return `These rules were reviewed for dates of service ${period}, not for ${day}. `
    + "Codes may have changed: check the current edition before you report.";
}

/** The outcome in one sentence. */
function summary(advice) {
  if (advice.report.length > 0) {
    return `In short: report ${advice.report.map((line) => line.procedure).join(" ")}.`;
  }
  if (advice.includedIn.length > 0) {
    const { label } = advice.includedIn[0];
    const device = label.charAt(0).toLowerCase() + label.slice(1);
    return `In short: report the ${device} alone; this work is part of it.`;
  }
  if (advice.notInForce.length > 0) return `In short: the code was not in force on ${advice.date}.`;
  return "In short: nothing to report.";
}

/** What a procedure is called. */
function procedureLabel({ kind, services }) {
  if (kind === "code") return `${services[0].label} (${services[0].system})`;
  if (kind === "range") return `choose within this range: ${services.map((one) => one.label).join(" … ")}`;
  return `the payer decides: ${services.map((one) => `${short(one)} ${one.label}`).join(", or ")}`;
}

/** What a branch earns, in a few words; the dates of service with it when it holds only for some. */
function gains(book, answer) {
  const period = ({ from, through }) =>
    (from ? ` since ${from}` : "") + (through ? ` through ${through}` : "");
  const words = {
    report: (effect) => procedure(book, effect).procedure,
    includedIn: (effect) => `part of ${effect.device.codes.map(rangeText).join(", ")}`,
    nothing: () => "nothing to report",
  };
  return answer.effects.filter(({ kind }) => words[kind])
    .map((effect) => ({ kind: effect.kind, words: words[effect.kind](effect) + period(effect) }));
}

/** A source on one line. */
function citation({ publisher, title, date, weight }) {
  return `${publisher}: ${title}${date ? `, ${date}` : ""} (weight ${weight})`;
}

/** A name as it is compared: lower case, and everything but letters and digits one space. */
function nameKey(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
