"use strict";
// The rule book: the files as they are, every name in them resolved once.

/** The kinds of effects in the order in which an answer's effects are gathered. */
const effectKinds = ["report", "notSeparately", "includedIn", "nothing", "notes", "dissent"];

/** Turns the files of a rule book, by path, into maps of values that name each other directly. */
function readBook(written) {
  const files = resolveFiles(written);
  const byKey = (list, key) => new Map(list.map((entry) => [entry[key], entry]));
  const book = {
    edition: files["edition.json"],
    sources: byKey(files["sources.json"], "id"),
    codes: byKey(files["codes.json"], "code"),
    cards: byKey(files["cards.json"], "code"),
    devices: byKey(files["devices.json"].devices, "id"),
    contained: files["devices.json"].contains,
    checks: files["checks.json"],
    topics: new Map(),
  };
  for (const code of book.codes.values()) code.predecessors = [];
  for (const code of book.codes.values()) {
    for (const later of code.life.replacedBy ?? []) book.codes.get(later).predecessors.push(code.code);
  }
  const topics = book.edition.topics.map((id) => [id, readTopic(id, files, book)]);
  return { ...book, topics: new Map(topics) };
}

/** The topic with this id, its answers leading to questions, and those of linked topics, as values. */
function readTopic(id, files, book) {
  const known = book.topics.get(id);
  if (known) return known;
  const file = files[`topics/${id}.json`];
  const questions = file.questions.map((question) => ({
    topic: id, id: question.id, field: question.field ?? question.id, ask: question.ask, why: question.why,
    help: question.help, lookIn: question.lookIn, scope: question.scope ?? "service", answers: [],
  }));
  const next = (link) => {
    if (link === undefined) return null;
    if (link.topic) return readTopic(link.topic, files, book).start;
    return questions.find((other) => other.id === link);
  };
  file.questions.forEach((written, place) => {
    questions[place].answers = written.answers.map((answer) => readAnswer(answer, next(answer.next), book));
  });
  const { title, also = [], service: isService = true } = file;
  const topic = { id, title, also, isService, start: questions[0], questions };
  book.topics.set(id, topic);
  return topic;
}

function readAnswer(written, next, book) {
  if (written.device) {
    const device = book.devices.get(written.device);
    const { because, sources, at, derived } = device;
    return {
      id: device.id, label: device.label, also: device.also ?? [], next,
      effects: [
        { kind: "includedIn", device, because, sources, at, derived }, { kind: "notSeparately", ...book.contained },
      ],
    };
  }
  const effects = effectKinds.flatMap((kind) =>
    (written[kind] ?? []).map((entry) => {
      const device = entry.device && book.devices.get(entry.device);
      return { ...entry, note: entry.kind, kind, device };
    }));
  const { id, label, also = [], help } = written;
  return { id, label, also, help, next, effects };
}
