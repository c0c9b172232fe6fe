"""The rows of the benchmark: the same visits as CSV and as JSON Lines, deterministic."""

import csv
import json
import random

COLUMNS = ["visit", "date", "purpose", "device", "capture", "printed", "simulated", "remark"]
DEVICES = ["crown", "bridge", "veneer", "aligners", "retainer", "occlusal-guard", "partial-denture"]
CAPTURES = ["intraoral-scan"] * 5 + ["stone-cast"] * 3 + ["scan-of-model", "face-scan"]
REMARKS = ['upper, lower; "rush"', "Zähne 11–21", 'sent as {"purpose":"device"}', "path C:\\scans\\7"]


def visit(number, dice):
    """A visit with all required answers; other answers are empty."""
    row = dict.fromkeys(COLUMNS, "")
    row["visit"] = "V%07d" % number
    row["date"] = "202%d-%02d-%02d" % (dice.randint(4, 6), dice.randint(1, 12), dice.randint(1, 28))
    if dice.random() < 0.3:
        row["purpose"], row["device"] = "device", dice.choice(DEVICES)
    else:
        row["purpose"], row["capture"] = "diagnostic", dice.choice(CAPTURES)
        if row["capture"] in ("intraoral-scan", "scan-of-model"):
            row["printed"] = dice.choice(["no", "no", "office", "lab"])
        if row["capture"] != "stone-cast":
            row["simulated"] = dice.choice(["no", "no", "viewed", "simulated"])
    if dice.random() < 0.03:
        row["remark"] = dice.choice(REMARKS)
    return row


def as_json(row, dice):
    """The row as an object, sometimes with reordered keys, spaces, escapes, empty values, or a nested value."""
    members = [(key, value) for key, value in row.items() if value or dice.random() < 0.2]
    if dice.random() < 0.03:
        members.append(("chair", {"number": dice.randint(1, 9), "tags": ["a", None]}))
    if dice.random() < 0.04:
        dice.shuffle(members)
    blanks = (", ", ": ") if dice.random() < 0.04 else (",", ":")
    return json.dumps(dict(members), separators=blanks, ensure_ascii=dice.random() < 0.5)


def write(count, base):
    """Writes base.csv and base.jsonl."""
    dice = random.Random(1895)
    with open(base + ".csv", "w", encoding="utf-8", newline="") as cells, \
            open(base + ".jsonl", "w", encoding="utf-8") as objects:
        writer = csv.DictWriter(cells, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for number in range(count):
            row = visit(number, dice)
            writer.writerow(row)
            objects.write(as_json(row, dice) + "\n")
