"use strict";
// What is told of a visit: its services, what holds between them, the advice on each.

/** The advice on the services of a visit, the one at hand last. */
function adviceView(book, visit, services, act) {
  const { services: advices, remarks } = adviseVisit(book, { ...visit, services });
  const last = advices.length - 1;
  const isVisit = last > 0 || visit.surgery !== undefined;
  const { topic, answers } = services[last];
  const { edition } = book;
  return make("article.advice", {},
    make("h2", { tabindex: -1 },
      last === 0 ? summary(advices[0]) : `This visit: ${advices.flatMap(codesOf).join(" ") || "no code"}`),
    make("p.topic", {}, last === 0 && `${topic.title}. `,
      `Date of service ${visit.day}; ${edition.title}, rules ${edition.version}.`),
    last > 0 && visitList(services, advices, act),
    isVisit && remarkParts(book, remarks),
    last > 0 && make("h3.service", {}, topic.title),
    told(book, services[last], advices[last], review("Why", visit, walk(topic, answers).steps, act)),
    services.slice(0, last).map((service, place) => make("details", {},
      make("summary", {}, `${codesOf(advices[place]).join(" ") || "No code"}: ${service.topic.title}`),
      make("div.advice", {}, told(book, service, advices[place], reasonsOf(advices[place]))))),
    make("p.ways", {},
      topic.isService && button("", act.more, "Add another service of this visit"),
      button(".quiet", () => window.print(), "Print"),
      button(".quiet", act.back, "Back"), button(".quiet", act.restart, "Start again")));
}

/** What the checks say between the lines of the visit, the gravest first. */
function remarkParts(book, all) {
  return ["error", "warning", "note"].map((severity) => {
    const told = all.filter((remark) => remark.severity === severity);
    const look = severity === "note" ? "" : ".care";
    return section(look, `Between the lines: ${severity}`, told.map(({ lines, other, ...ours }) =>
      make("div.line", {},
        make("p", {}, make("strong.code", {}, lines.join(", ")), " ", sourced(book, ours)),
        other && make("p", {}, make("em", {}, "Other view: "), sourced(book, other)))));
  });
}

/** A statement with its publishers. */
function sourced(book, { say: text, sources }) {
  const publishers = sources.map((id) => book.sources.get(id).publisher);
  return [`${text} `, make("span.cite", {}, `(${publishers.join("; ")})`)];
}

/** The parts of the advice on a service. */
function told(book, { topic, answers }, advice, why) {
  return adviceParts(book, advice, why, alternatives(book, topic, answers, advice.date));
}

function reasonsOf(advice) {
  return section(".screen", "Why", [list("", advice.path.map((step) => `${step.ask} ${step.label}`))]);
}

function codesOf(advice) {
  return advice.report.map((line) => line.procedure);
}

/** All services of the visit with what to report for each. */
function visitList(services, advices, act) {
  return section(".visit", "All services", [list("", services.map(({ topic }, place) => [
    make("span", {},
      make("strong.code", {}, codesOf(advices[place]).join(" ") || "no code"), ` ${topic.title}`),
    place < services.length - 1
      ? button(".link", () => act.remove(place), "Remove", make("span.unseen", {}, `: ${topic.title}`))
      : make("small.screen", {}, "told below"),
  ]))]);
}
