"""The same decisions in common tools, each written idiomatically."""

import shlex
import sys

JQ = r'''
def codes:
  if .purpose == "device" then []
  else [{"stone-cast": "D0470", "intraoral-scan": "D0801", "scan-of-model": "D0802", "face-scan": "D0803"}[.capture]]
    + (if .printed == "office" then ["D0396"] else [] end)
    + (if .simulated == "simulated" then ["D0393"] else [] end)
  end;
"\(.visit),\(codes | join(" "))"
'''
AWK = r'''
BEGIN {
  FS = ","
  first["stone-cast"] = "D0470"; first["intraoral-scan"] = "D0801"
  first["scan-of-model"] = "D0802"; first["face-scan"] = "D0803"
  then["office"] = " D0396"; last["simulated"] = " D0393"
}
NR == 1 { print "visit,report" }
NR > 1 { if ($3 == "device") print $1 ","; else print $1 "," first[$5] then[$6] last[$7] }
'''
MILLER = r'''
begin { @first = {"stone-cast": "D0470", "intraoral-scan": "D0801", "scan-of-model": "D0802", "face-scan": "D0803"} }
$report = $purpose == "device" ? "" : @first[$capture]
  . (is_present($printed) && $printed == "office" ? " D0396" : "")
  . (is_present($simulated) && $simulated == "simulated" ? " D0393" : "")
'''
SQL = r'''
SELECT visit, CASE purpose WHEN 'device' THEN NULL ELSE
  CASE capture WHEN 'stone-cast' THEN 'D0470' WHEN 'intraoral-scan' THEN 'D0801'
    WHEN 'scan-of-model' THEN 'D0802' ELSE 'D0803' END
  || CASE WHEN printed = 'office' THEN ' D0396' ELSE '' END
  || CASE WHEN simulated = 'simulated' THEN ' D0393' ELSE '' END END AS report
'''


DUCKDB = r"""
import duckdb, sys
path, threads, query = sys.argv[1:]
names = "visit date purpose device capture printed simulated".split()
columns = "{" + ", ".join(name + ": 'VARCHAR'" for name in names) + "}"
source = (f"read_csv('{path}', all_varchar=true)" if path.endswith(".csv")
          else f"read_json('{path}', format='newline_delimited', columns={columns})")
base = duckdb.connect()
base.execute(f"SET threads = {threads}")
base.execute(f"COPY ({query} FROM {source}) TO '/dev/stdout' (FORMAT csv, HEADER true)")
"""


def duckdb(path, threads):
    """The command line of a Python program that runs the query on a file."""
    return [sys.executable, "-c", DUCKDB, path, str(threads), SQL]


def commands(path):
    """The name and command line of each tool that reads files of this kind."""
    is_csv = path.endswith(".csv")
    peers = [("DuckDB, one thread", duckdb(path, 1)), ("DuckDB, two threads", duckdb(path, 2)),
             ("Miller", ["mlr", "--icsv" if is_csv else "--ijsonl", "--ocsv", "put", MILLER, "then", "cut", "-o",
                         "-f", "visit,report", path])]
    if is_csv:
        peers.append(("mawk", ["mawk", AWK, path]))
    else:
        peers.append(("jq", ["sh", "-c", f"echo visit,report; jq -r {shlex.quote(JQ)} {shlex.quote(path)}"]))
    return peers
