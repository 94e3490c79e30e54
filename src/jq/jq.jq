def @csv: map(
  if isstring then "\"" + (split("\"") | join("\"\"")) + "\""
  elif . == null then ""
  elif isnumber or isboolean then tojson
  else error("\(.) cannot be a cell of CSV") end) | join(",");
def @tsv: map(
  if isstring then
    split("\\") | join("\\\\") | split("\t") | join("\\t") | split("\n") | join("\\n") | split("\r") | join("\\r")
  elif . == null then ""
  elif isnumber or isboolean then tojson
  else error("\(.) cannot be a cell of TSV") end) | join("\t");
