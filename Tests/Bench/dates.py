"""Baselines for an audit: they only check that each code was in force on its date, the simplest of its checks.

    dates.py LIVES.json lines.csv           like a biller's script: columns by name, parsed dates
    dates.py LIVES.json lines.csv barest    the minimal loop: columns by index, dates compared as text
    dates.py LIVES.json claims.837          a loop over the segments read by pyx12
"""

import csv
import datetime
import json
import sys


def script(lives, path):
    day = datetime.date.fromisoformat
    ranges = {code: (day(first or "0001-01-01"), day(last or "9999-12-31")) for code, (first, last) in lives.items()}
    found = 0
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            life = ranges.get(row["code"])
            if life and not life[0] <= day(row["date"]) <= life[1]:
                found += 1
    return found


def barest(lives, path):
    ranges = {code: (first, last or "9999") for code, (first, last) in lives.items()}
    found = 0
    with open(path, newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        code, date = header.index("code"), header.index("date")
        for row in rows:
            life = ranges.get(row[code])
            if life and not life[0] <= row[date] <= life[1]:
                found += 1
    return found


def x12(lives, path):
    import pyx12.x12file

    found, code = 0, None
    with pyx12.x12file.X12Reader(path) as segments:
        for segment in segments:
            name = segment.get_seg_id()
            if name == "SV3":
                code = segment.get_value("SV301-2")
            elif name == "DTP" and segment.get_value("DTP01") == "472":
                life, date = lives.get(code), segment.get_value("DTP03")
                if life and not life[0] <= f"{date[:4]}-{date[4:6]}-{date[6:]}" <= (life[1] or "9999"):
                    found += 1
    return found


with open(sys.argv[1]) as file:
    known = json.load(file)
loop = x12 if sys.argv[2].endswith(".837") else barest if sys.argv[3:] else script
print(loop(known, sys.argv[2]))
