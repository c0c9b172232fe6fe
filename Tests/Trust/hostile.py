"""Hostile rule books: valid in form, but far larger or more complex than any office needs."""

import json
import pathlib
import shutil

SOUND = pathlib.Path(__file__).parent.parent / "CodingRulesTests" / "BadRules" / "sound"


def answer(name, **more):
    return {"id": name, "label": name.capitalize(), "phrase": name} | more


def report(code="D0470"):
    return [{"code": code, "because": "It was poured.", "sources": ["guide"]}]


def question(name, *answers):
    return {"id": name, "ask": f"{name}?", "answers": list(answers)}


def chain(length):
    """A chain of two-way questions with exponentially many paths."""
    last = question("last", answer("poured", report=report()), answer("scanned", report=report("D0801")))
    names = [f"q{index}" for index in range(length)] + ["last"]
    return [question(name, answer("yes", next=after), answer("no", next=after))
            for name, after in zip(names, names[1:])] + [last]


def diamonds(count):
    """Questions whose answers lead to different questions that meet again: paths that cannot be merged."""
    questions = []
    for index in range(count):
        after = f"q{index + 1}" if index + 1 < count else "last"
        questions += [
            question(f"q{index}", answer("yes", next=f"a{index}"), answer("no", next=f"b{index}")),
            question(f"a{index}", answer("one", next=after), answer("two", next=after)),
            question(f"b{index}", answer("one", next=after), answer("two", next=after)),
        ]
    return questions + chain(0)


def wide(answers, questions=1):
    """Questions with many answers."""
    names = [f"q{index}" for index in range(questions)] + ["last"]
    return [question(name, *(answer(f"x{index}", next=after) for index in range(answers)))
            for name, after in zip(names, names[1:])] + chain(0)


def write(folder, questions=None, **files):
    """Writes the valid book to a folder, with the questions of its topic or whole files replaced."""
    shutil.copytree(SOUND, folder)
    if questions is not None:
        topic = {"topic": "cast", "title": "Casts", "questions": questions}
        (folder / "topics" / "cast.json").write_text(json.dumps(topic))
    for name, content in files.items():
        path = folder / (name.replace("_", "/") + ".json")
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return folder
