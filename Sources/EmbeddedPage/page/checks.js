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

/** Whether each group has a line that no other group needs. */
function haveLinesOfTheirOwn([group, ...groups], lines) {
  return group === undefined || lines.some((line) =>
    isIn(group, line) && haveLinesOfTheirOwn(groups, lines.filter((one) => one !== line)));
}

/** Whether each group has a line of its own, and the first one counts enough units. */
function isMet(groups, lines, moreThan = -1) {
  const counted = lines.filter((line) => isIn(groups[0], line));
  return haveLinesOfTheirOwn(groups, lines) && counted.reduce((sum, line) => sum + line.units, 0) > moreThan;
}

/** The lines that a check speaks of; undefined when it does not speak up. */
function linesThatMeet(check, lines, day, surgery) {
  if ((check.without ?? []).some((group) => lines.some((line) => isIn(group, line)))) return undefined;
  if (check.daysBeforeSurgery !== undefined) {
    const days = (Date.parse(surgery ?? "") - Date.parse(day)) / 86400000;
    if (!(days >= 0 && days <= check.daysBeforeSurgery)) return undefined;
  }
  const concerned = check.together.filter((groups) => isMet(groups, lines, check.moreThan)).flat();
  const found = lines.filter((line) => concerned.some((group) => isIn(group, line)));
  return found.length > 0 ? found : undefined;
}

/** The checks that speak up between the services of a visit. */
function remarks(book, advices, day, surgery) {
  const claimed = advices.flatMap(claimLines);
  return book.checks.flatMap((check) => {
    const met = linesThatMeet(check, claimed, day, surgery);
    if (!met) return [];
    const { id, severity, other } = check;
    const view = (statement) => ({ say: statement.say, ...evidence(statement) });
    const lines = met.map((line) => line.text);
    return [{ check: id, severity, lines, ...view(check), other: other ? view(other) : null }];
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
