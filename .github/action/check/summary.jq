# The result on a line of its own, then the job summary in Markdown.
# Names and reasons come from outside: nothing in them may become markup.
def plain: tostring | gsub("[\r\n\t ]+"; " ") | gsub("&"; "&amp;") | gsub("<"; "&lt;") | gsub(">"; "&gt;")
    | gsub("(?<mark>[\\\\`*_{}\\[\\]()#+!|~])"; "\\" + .mark);
def sign: {ok: "✅", warning: "⚠️", unknown: "❔", critical: "❌"}[.] // "❔";
.data
| .result,
  "### makini check: " + .result,
  "",
  ([.counts | to_entries[] | select(.value > 0) | "\(.value) \(.key)"] | if . == [] then "no connection" else join(", ") end),
  "",
  (.findings[] | "- " + (.severity | sign) + " " + (.reason | plain)),
  "",
  "| | Connection | ID | Finding | Next |",
  "| --- | --- | --- | --- | --- |",
  (.connections[]
    | . as $connection
    | ([.findings[] | select(.severity != "ok")] | if . == [] then [{severity: "ok", reason: "all is well", remedy: null}] else . end)[]
    | "| " + (.severity | sign) + " | " + ($connection.connection | plain) + " | " + ($connection.connection_id | plain)
      + " | " + (.reason | plain) + " | " + ((.remedy // "") | if . == "" then "" else plain end) + " |")
