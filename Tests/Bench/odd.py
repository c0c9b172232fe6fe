"""The same visits with unusual spellings: each file must get the same answers as the plain one but may take longer."""

import json
import random

import rows

CHAIR = {"number": 7, "tags": ["a", None], "name": 'A, "B"'}
COMPACT = (",", ":")


def escaped(text):
    """A JSON string whose first character is escaped."""
    return json.dumps(text) if not text else '"\\u%04x%s' % (ord(text[0]), json.dumps(text[1:])[1:])


def blanks(row):
    return "  " + json.dumps(row, separators=(" ,\t", " : ")) + " "


def escapes(row):
    return "{" + ",".join(escaped(key) + ":" + escaped(value) for key, value in row.items()) + "}"


def letters(row):
    return json.dumps(row | {"Größe": "Zähne 11–21, 歯"}, separators=COMPACT, ensure_ascii=False)


def nested(row):
    return json.dumps(row | {"chair": CHAIR}, separators=COMPACT)


def capitals(row):
    names = {"visit", "date"}
    return json.dumps({key: value if key in names else f" {value.upper()} " for key, value in row.items()})


def plain(row):
    return json.dumps(row, separators=COMPACT)


def quoted(row):
    return ",".join(value if key == "visit" else '"' + value + '"' for key, value in row.items())


def broken(row):
    return ",".join((row | {"remark": '"two\nlines, ""so"" é"'}).values())


def bare(row):
    return ",".join(row.values())


KINDS = {".jsonl": [plain, blanks, escapes, letters, nested, capitals], ".csv": [bare, quoted, broken]}


def write(count, base):
    """Writes a file of each kind; returns their paths, with the plain one of each format first."""
    groups = []
    for ending, kinds in KINDS.items():
        groups.append([f"{base}-{kind.__name__}{ending}" for kind in kinds])
        for kind, path in zip(kinds, groups[-1]):
            dice = random.Random(1895)
            with open(path, "w", encoding="utf-8") as file:
                if ending == ".csv":
                    file.write(",".join(rows.COLUMNS) + "\n")
                for number in range(count):
                    file.write(kind(rows.visit(number, dice) | {"remark": ""}) + "\n")
    return groups
