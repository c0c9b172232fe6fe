"use strict";
// What must hold between the lines of one visit.

/** The lines of an advice as the checks see them: procedures, and devices that work belongs to. */
function claimLines(advice) {
  return [
    ...advice.report.map(({ procedure: text, kind, services }) =>
      ({ text, codes: services.map(({ code }) => code), units: kind === "code" ? services[0].units : 1 })),
    ...advice.includedIn.map(({ label }) => ({ text: label, isDevice: true, codes: [], units: 1 })),
  ];
}

/** Whether a line is in a group written `D0801|D0364-D0368|device`. */
function isIn(group, line) {
  return group.split("|").some((part) => {
    const [first, last = first] = part.split("-");
    return part === "device" ? line.isDevice : line.codes.some((code) => first <= code && code <= last);
  });
}

/** For each group a line that no other group needs; undefined when there are not enough. */
function linesOfTheirOwn([group, ...groups], lines) {
  if (group === undefined) return [];
  for (const line of lines.filter((one) => isIn(group, one))) {
    const others = linesOfTheirOwn(groups, lines.filter((one) => one !== line));
    if (others) return [line, ...others];
  }
  return undefined;
}

/** The lines that make a check speak up; undefined when it does not. */
function linesThatMeet(check, lines, day, surgery) {
  if ((check.without ?? []).some((group) => lines.some((line) => isIn(group, line)))) return undefined;
  if (check.daysBeforeSurgery !== undefined) {
    const days = (Date.parse(surgery ?? "") - Date.parse(day)) / 86400000;
    if (!(days >= 0 && days <= check.daysBeforeSurgery)) return undefined;
  }
  for (const groups of check.together) {
    const found = linesOfTheirOwn(groups, lines);
    if (found && check.moreThan === undefined) return found;
    const counted = lines.filter((line) => isIn(groups[0], line));
    const units = counted.reduce((sum, line) => sum + line.units, 0);
    if (found && units > check.moreThan) return counted;
  }
  return undefined;
}

/** The checks that speak up between the services of a visit. */
function remarks(book, advices, day, surgery) {
  const lines = advices.flatMap(claimLines);
  return book.checks.flatMap((check) => {
    const met = linesThatMeet(check, lines, day, surgery);
    if (!met) return [];
    const { id, severity, say: text, sources, other = null } = check;
    return [{ check: id, severity, lines: met.map((line) => line.text), say: text, sources, other }];
  });
}

/** The advice on a visit, in the form that `case --json` has. */
function adviseVisit(book, { day, surgery = null, services }) {
  const advices = services.map(({ topic, answers }) => advise(book, topic, answers, day));
  return {
    format: 1, status: "advised", date: day, surgery,
    report: advices.flatMap((advice, place) => advice.report.map((line) =>
      ({ procedure: line.procedure, service: place + 1, topic: advice.topic }))),
    remarks: remarks(book, advices, day, surgery), services: advices,
  };
}
