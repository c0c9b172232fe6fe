#!/usr/bin/env python3
"""Runs `cdtadvise batch` or `cdtadvise audit` on every file of a folder, on Apache Spark.

    spark-submit job.py [--command PATH] INPUT OUTPUT batch --columns id,report
    spark-submit job.py [--command PATH] INPUT OUTPUT audit --sorted --format jsonl

Each file in INPUT becomes a file of the same name in OUTPUT, identical to the output of a single process; both folders
must be on storage shared by all workers. An output file is renamed when it is complete, so a task that is retried after
a worker died neither loses nor duplicates rows. Prints a summary line, and exits with 1 if a file failed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time

# The exit statuses of runs with complete results, including those with findings.
COMPLETE = {0, 1, 65}


def convert(command, words, source, target):
    """Processes a file; returns its report."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    done = subprocess.run([command, words[0], source, *words[1:], "-o", target], stderr=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in COMPLETE or not os.path.exists(target):
        raise RuntimeError(f"{source}: status {done.returncode}: {done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"file": os.path.basename(source), "status": done.returncode, "cpu": cpu, "start": start, "end": time.time()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", default="cdtadvise", help="where the command is on every worker")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="batch|audit …")
    options = parser.parse_args()
    if not options.words or options.words[0] not in ("batch", "audit"):
        parser.error("say 'batch' or 'audit', and their flags")
    from pyspark.sql import SparkSession

    source, target = os.path.abspath(options.input), os.path.abspath(options.output)
    os.makedirs(target, exist_ok=True)
    names = sorted(name for name in os.listdir(source) if os.path.isfile(os.path.join(source, name)))
    session = SparkSession.builder.appName("cdtadvise").getOrCreate()
    command, words = options.command, options.words
    start = time.time()
    # One task per file, so that a retry repeats only one file.
    reports = session.sparkContext.parallelize(names, max(1, len(names))).map(
        lambda name: convert(command, words, os.path.join(source, name), os.path.join(target, name))).collect()
    seconds = time.time() - start
    session.stop()
    missing = [name for name in names if not os.path.exists(os.path.join(target, name))]
    first = min((report["start"] for report in reports), default=0)
    last = max((report["end"] for report in reports), default=0)
    print(json.dumps({
        "files": len(reports), "missing": missing, "seconds": round(seconds, 3), "working": round(last - first, 3),
        "cpu": round(sum(report["cpu"] for report in reports), 3)}))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
