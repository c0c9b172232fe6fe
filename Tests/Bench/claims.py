"""Generates synthetic claim lines, the same as a table and as X12 837D, sorted by patient.

    claims.py LINES FILE     FILE ends in .csv or .837
"""

import random
import sys

ORDINARY = ["D0120", "D0220", "D0230", "D0274", "D1110", "D1120", "D1206", "D1351", "D2330", "D2391",
            "D2392", "D2740", "D2950", "D3330", "D4341", "D4910", "D7140", "D7210"]
OURS = ["D0140", "D0330", "D0340", "D0350", "D0364", "D0367", "D0391", "D0393", "D0396", "D0470", "D0801", "D0802", "D6010",
        "D6190", "D7880", "D8080", "D8670", "D9944", "D9950", "D0351", "D8692"]
AREAS = ["00", "01", "02", "10", "20", "30", "40"]
COLUMNS = "claim,patient,date,code,area,tooth,units,charge,narrative,attachment\n"


def lines(count):
    """Generates lines: (claim, patient, date, code, area, tooth, units, charge, narrative, attachment)."""
    choose = random.Random(2026)
    made = patient = claim = 0
    while made < count:
        patient += 1
        for _ in range(choose.randint(1, 3)):
            claim += 1
            date = "%d-%02d-%02d" % (choose.choice([2024, 2025, 2026]), choose.randint(1, 12), choose.randint(1, 28))
            codes = choose.sample(ORDINARY, 6) + choose.sample(OURS, 6)
            codes = [own if choose.random() < 0.05 else code for code, own in zip(codes[:6], codes[6:])]
            for code in codes[:min(choose.randint(1, 6), count - made)]:
                tooth = str(choose.randint(1, 32)) if code[1] in "23" else ""
                area = choose.choice(AREAS) if code == "D0364" else ""
                note = "clinical narrative on file" if choose.random() < 0.2 else ""
                made += 1
                yield ("C%07d" % claim, "P%07d" % patient, date, code, area, tooth, "1", "%d.00" % choose.randint(20, 1500),
                       note, "")


def write_table(count, path):
    with open(path, "w") as file:
        file.write(COLUMNS)
        file.writelines(",".join(line) + "\n" for line in lines(count))


def write_x12(count, path):
    with open(path, "w") as file:
        out = Segments(file)
        out.add("ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:")
        out.add("GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X224A2")
        first = out.count
        out.add("ST*837*0001*005010X224A2")
        out.add("BHT*0019*00*1*20260302*1200*CH")
        out.add("HL*1**20*1")
        out.add("NM1*85*2*A DENTAL OFFICE*****XX*1234567893")
        patient, claim, level, number = None, None, 1, 0
        for line in lines(count):
            if line[1] != patient:
                patient, level = line[1], level + 1
                out.add(f"HL*{level}*1*22*0")
                out.add("SBR*P*18*******CI")
                out.add(f"NM1*IL*1*SAMPLE*PAT****MI*{patient}")
                out.add("N3*1 MAIN STREET")
                out.add("N4*ANYTOWN*CA*90001")
                out.add("DMG*D8*19800101*F")
                out.add("NM1*PR*2*A PAYER*****PI*12345")
            if line[0] != claim:
                claim, number = line[0], 0
                out.add(f"CLM*{claim}*100***11:B:1*Y*A*Y*Y")
                if line[8]:
                    out.add(f"NTE*ADD*{line[8]}")
            number += 1
            out.add(f"LX*{number}")
            out.add(f"SV3*AD:{line[3]}*{line[7]}**{line[4]}**{line[6]}")
            if line[5]:
                out.add(f"TOO*JP*{line[5]}")
            out.add("DTP*472*D8*" + line[2].replace("-", ""))
        out.add(f"SE*{out.count - first + 1}*0001")
        out.add("GE*1*1")
        out.add("IEA*1*000000001")


class Segments:
    def __init__(self, file):
        self.file, self.count = file, 0

    def add(self, segment):
        self.file.write(segment + "~\n")
        self.count += 1


if __name__ == "__main__":
    (write_x12 if sys.argv[2].endswith(".837") else write_table)(int(sys.argv[1]), sys.argv[2])
