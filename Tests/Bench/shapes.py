"""Rows that cost more than plain ones, each with an upper bound."""

import json
import random

import rows

COMPACT = (",", ":")
ANSWERS = ["purpose", "device", "capture", "printed", "simulated"]
MISSPELLED = {"crown": "crwon", "bridge": "brigde", "stone-cast": "stone-csat", "face-scan": "fase-scan"}


def answers(row):
    return {key: row[key] for key in ANSWERS if row[key]}


def plain(number, dice):
    return {key: value for key, value in rows.visit(number, dice).items() if value}


def filled(number, dice):
    """A row with every column filled, whether its path asks for it or not."""
    row = rows.visit(number, dice)
    given = dict(device="crown", capture="stone-cast", printed="lab", simulated="no")
    return {key: row[key] or given.get(key, "none") for key in row}


def visit(number, dice):
    """A visit with one to three services."""
    services = [{"topic": "model", "answers": answers(rows.visit(number, dice))} for _ in range(dice.randint(1, 3))]
    row = rows.visit(number, dice)
    return {"visit": row["visit"], "date": row["date"], "services": services}


def unknown(number, dice):
    row = plain(number, dice)
    return row | {dice.choice([key for key in ANSWERS if key in row]): dice.choice(["foo", "bar", "impression x"])}


def missing(number, dice):
    row = plain(number, dice)
    del row[dice.choice([key for key in ANSWERS[1:] if key in row])]
    return row


def misspelled(number, dice):
    """A row with a misspelled answer, different in every row."""
    row = plain(number, dice)
    key = "device" if "device" in row else "capture"
    return row | {key: "%s%d" % (MISSPELLED.get(row[key], row[key][::-1]), number)}


# Name, rows, flags, maximum time relative to plain rows with the same flags, and whether it is per byte written.
SHAPES = [
    ("plain rows", plain, [], 1, False), ("every column filled", filled, [], 2, False),
    ("visits", visit, [], 5, False), ("unknown words", unknown, [], 20, False),
    ("missing answers", missing, [], 20, False), ("misspelled", misspelled, [], 20, False),
    ("plain rows, --full", plain, ["--full"], 1, True), ("visits, --full", visit, ["--full"], 5, True),
]


def write(make, count, path):
    dice = random.Random(1895)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps(make(number, dice), separators=COMPACT) + "\n")
