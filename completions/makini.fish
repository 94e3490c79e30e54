# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_makini_global_optspecs
    string join \n profile= sandbox server= o/output= jq= columns= sort= no-header spreadsheet color= q/quiet accessible v/verbose no-input y/yes timeout= retries= secret-store= ca-file= proxy= h/help V/version
end

function __fish_makini_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_makini_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_makini_using_subcommand
    set -l cmd (__fish_makini_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c makini -n "__fish_makini_needs_command" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_needs_command" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_needs_command" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_needs_command" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_needs_command" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_needs_command" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_needs_command" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_needs_command" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_needs_command" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_needs_command" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_needs_command" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_needs_command" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_needs_command" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_needs_command" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_needs_command" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_needs_command" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_needs_command" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_needs_command" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_needs_command" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_needs_command" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_needs_command" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_needs_command" -s V -l version -d 'Print version'
complete -c makini -n "__fish_makini_needs_command" -f -a "login" -d 'Log in with the credentials of your application'
complete -c makini -n "__fish_makini_needs_command" -f -a "logout" -d 'Remove the tokens of a profile from this machine'
complete -c makini -n "__fish_makini_needs_command" -f -a "whoami" -d 'Show the current login and every setting with its source'
complete -c makini -n "__fish_makini_needs_command" -f -a "profile" -d 'Manage profiles (one per environment)'
complete -c makini -n "__fish_makini_needs_command" -f -a "systems" -d 'Browse the catalogue of supported systems'
complete -c makini -n "__fish_makini_needs_command" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_needs_command" -f -a "reconnect" -d 'Reconnect a connection with new credentials'
complete -c makini -n "__fish_makini_needs_command" -f -a "disconnect" -d 'Disconnect connections'
complete -c makini -n "__fish_makini_needs_command" -f -a "connections" -d 'List, inspect and change connections'
complete -c makini -n "__fish_makini_needs_command" -f -a "token" -d 'Manage tokens of connections'
complete -c makini -n "__fish_makini_needs_command" -f -a "sync" -d 'Start, watch and schedule syncs'
complete -c makini -n "__fish_makini_needs_command" -f -a "check" -d 'Check connections against budgets, for CI'
complete -c makini -n "__fish_makini_needs_command" -f -a "monitor" -d 'Check connections at an interval, and expose metrics'
complete -c makini -n "__fish_makini_needs_command" -f -a "record" -d 'Record the traffic of an application through a reverse proxy'
complete -c makini -n "__fish_makini_needs_command" -f -a "metrics" -d 'Show response times, throughput and error rates'
complete -c makini -n "__fish_makini_needs_command" -f -a "alerts" -d 'Manage alert rules (latency, error rate, sync age)'
complete -c makini -n "__fish_makini_needs_command" -f -a "flows" -d 'Manage Flows and inspect their executions'
complete -c makini -n "__fish_makini_needs_command" -f -a "requests" -d 'Look up requests'
complete -c makini -n "__fish_makini_needs_command" -f -a "why" -d 'Rank the likely causes of a failure'
complete -c makini -n "__fish_makini_needs_command" -f -a "support" -d 'Collect and read support bundles'
complete -c makini -n "__fish_makini_needs_command" -f -a "credits" -d 'Show credits and the connections that use them'
complete -c makini -n "__fish_makini_needs_command" -f -a "webhooks" -d 'Verify, sign, receive and test webhooks'
complete -c makini -n "__fish_makini_needs_command" -f -a "data" -d 'Read and write the data behind a connection'
complete -c makini -n "__fish_makini_needs_command" -f -a "raw" -d 'Read the raw tables of a connected system'
complete -c makini -n "__fish_makini_needs_command" -f -a "passthrough" -d 'Call the system behind a connection'
complete -c makini -n "__fish_makini_needs_command" -f -a "api" -d 'Call any endpoint of the API'
complete -c makini -n "__fish_makini_needs_command" -f -a "sandbox" -d 'Run and control the embedded platform (sandbox)'
complete -c makini -n "__fish_makini_needs_command" -f -a "demo" -d 'Run a guided demo on a temporary sandbox'
complete -c makini -n "__fish_makini_needs_command" -f -a "doctor" -d 'Diagnose configuration and connectivity'
complete -c makini -n "__fish_makini_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c makini -n "__fish_makini_needs_command" -f -a "man" -d 'Print or write the manual pages'
complete -c makini -n "__fish_makini_needs_command" -f -a "exit-codes" -d 'Show the table of exit codes'
complete -c makini -n "__fish_makini_needs_command" -f -a "version" -d 'Show the version, commit, target and features of this build'
complete -c makini -n "__fish_makini_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand login" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand login" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand login" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand login" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l client-id -d 'Client ID of the application' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l client-secret-file -d 'Read the client secret from a file' -r -F
complete -c makini -n "__fish_makini_using_subcommand login" -l port -d 'Port of the redirect address' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand login" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand login" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand login" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand login" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand login" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand login" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand login" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand login" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand login" -l client-secret-stdin -d 'Read the client secret from stdin'
complete -c makini -n "__fish_makini_using_subcommand login" -l web -d 'Log in with a browser on this machine'
complete -c makini -n "__fish_makini_using_subcommand login" -l token-stdin -d 'Read an existing token from stdin'
complete -c makini -n "__fish_makini_using_subcommand login" -l forget-secret -d 'Do not store the client secret'
complete -c makini -n "__fish_makini_using_subcommand logout" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand logout" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand logout" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand logout" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand logout" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand logout" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand logout" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand logout" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand logout" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand logout" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand logout" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand logout" -l local -d 'Do not request the list of connections from the platform'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand whoami" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand whoami" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l check -d 'Verify the token with the server'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "list" -d 'List profiles'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "use" -d 'Set the default profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "show" -d 'Show a profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "remove" -d 'Remove a profile and its secrets'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l confirm -d 'Confirm by the name of the profile, without a prompt' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "list" -d 'List profiles'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "use" -d 'Set the default profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a profile and its secrets'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "list" -d 'List supported systems'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "search" -d 'Search for a system by name'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "show" -d 'Show the credentials that a system requires'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l category -d 'Only systems of this category' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l domain -d 'Only systems with data of this domain' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l tier -d 'Only systems of this tier' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "list" -d 'List supported systems'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "search" -d 'Search for a system by name'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the credentials that a system requires'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand connect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l name -d 'Name of the connection' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l email -d 'E-mail address of the owner' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field -d 'Field, not a secret (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field-stdin -d 'Secret field from stdin' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field-file -d 'Secret field from a file (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l link-time -d 'Maximum time to wait for the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l expires -d 'Lifetime of the Magic Link' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l metadata -d 'Metadata entry (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l wait-time -d 'Maximum time to wait for the first sync' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connect" -l web -d 'Sign in on the hosted page in a browser'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-browser -d 'Print the address and do not open a browser'
complete -c makini -n "__fish_makini_using_subcommand connect" -l magic-link -d 'Create a Magic Link for somebody else'
complete -c makini -n "__fish_makini_using_subcommand connect" -l open -d 'Also open the Magic Link in a browser'
complete -c makini -n "__fish_makini_using_subcommand connect" -l on-premises -d 'The system runs on premises'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-wait -d 'Do not wait for the first sync'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field -d 'Field, not a secret (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field-stdin -d 'Secret field from stdin' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field-file -d 'Secret field from a file (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l link-time -d 'Maximum time to wait for the browser' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l expires -d 'Lifetime of the Magic Link' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l confirm -d 'Confirm by the name of the connection that it may be replaced by a new one, without a prompt' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l wait-time -d 'Maximum time to wait for the first sync of a new connection' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l web -d 'Sign in on the hosted page in a browser'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-browser -d 'Print the address and do not open a browser'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l magic-link -d 'Create a Magic Link for somebody else'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l open -d 'Also open the Magic Link in a browser'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l confirm -d 'Confirm by name or ID without a prompt (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l dry-run -d 'Show what would happen, and change nothing'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "list" -d 'List connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "show" -d 'Show the details of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "status" -d 'Show the status of connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "history" -d 'Show the history of a connection on one time line'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "metadata" -d 'Show or update the metadata of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "settings" -d 'Show or update the settings of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "mapping" -d 'Show or update the field mapping of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "rename" -d 'Update the name or e-mail of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "reconnect" -d 'Reconnect a connection with new credentials'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "magic-links" -d 'List Magic Links, newest first'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "reactivate" -d 'Reactivate an inactive connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "disconnect" -d 'Disconnect connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status history metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l status -d 'Only connections with this status (can be repeated)' -r -f -a "pending\t''
synchronizing\t''
in_progress\t''
active\t''
inactive\t''
disconnected\t''"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l health -d 'Only connections with this health (can be repeated)' -r -f -a "online\t''
offline\t''
reauthorization_required\t''"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l system -d 'Only connections of this system (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l search -d 'Only connections with this text in ID, name, e-mail or system' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l where -d 'Only connections with this value, for example `metadata.plant=7` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of connections to list' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l all -d 'All connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l exit-status -d 'Exit with 1 if a connection is unhealthy, 6 if there is none'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l kind -d 'Only entries of this kind (can be repeated)' -r -f -a "health\t'Online, offline'
reauthorization\t'The system refused the credentials, or got new ones'
sync\t'A sync'
alert\t'An alert that fired'
settings\t'A change of settings, schedule, mapping, events, metadata, name or tokens'
lifecycle\t'Created, reached first, reactivated, disconnected'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l check -d 'Compare only: show the entries that differ'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l set -d 'Change a setting (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l set -d 'Map a field to a column (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l reset -d 'Reset a field to its original column, or remove an added one (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l changed -d 'Only fields that were changed or added'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l email -d 'New e-mail address' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l name -d 'Name of the connection' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l email -d 'E-mail address of the owner' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field -d 'Field, not a secret (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field-stdin -d 'Secret field from stdin' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field-file -d 'Secret field from a file (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l link-time -d 'Maximum time to wait for the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l expires -d 'Lifetime of the Magic Link' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l metadata -d 'Metadata entry (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l wait-time -d 'Maximum time to wait for the first sync' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l web -d 'Sign in on the hosted page in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-browser -d 'Print the address and do not open a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l magic-link -d 'Create a Magic Link for somebody else'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l open -d 'Also open the Magic Link in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l on-premises -d 'The system runs on premises'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-wait -d 'Do not wait for the first sync'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field -d 'Field, not a secret (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field-stdin -d 'Secret field from stdin' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field-file -d 'Secret field from a file (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l link-time -d 'Maximum time to wait for the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l expires -d 'Lifetime of the Magic Link' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l confirm -d 'Confirm by the name of the connection that it may be replaced by a new one, without a prompt' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l wait-time -d 'Maximum time to wait for the first sync of a new connection' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l web -d 'Sign in on the hosted page in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-browser -d 'Print the address and do not open a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l magic-link -d 'Create a Magic Link for somebody else'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l open -d 'Also open the Magic Link in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l pending -d 'Only links that can still be used'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l overage -d 'Exceed the credits of the account; the excess is charged'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l confirm -d 'Confirm by name or ID without a prompt (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l dry-run -d 'Show what would happen, and change nothing'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "list" -d 'List connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the details of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the status of connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "history" -d 'Show the history of a connection on one time line'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "metadata" -d 'Show or update the metadata of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "settings" -d 'Show or update the settings of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "mapping" -d 'Show or update the field mapping of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Update the name or e-mail of a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "reconnect" -d 'Reconnect a connection with new credentials'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "magic-links" -d 'List Magic Links, newest first'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "reactivate" -d 'Reactivate an inactive connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "disconnect" -d 'Disconnect connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "show" -d 'Show where the token of a connection is stored and when it expires'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "issue" -d 'Issue and store a new token for a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "rotate" -d 'Replace the token of a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "revoke" -d 'Revoke all tokens of a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "export" -d 'Print the token of a connection for another program'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue rotate revoke export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from rotate" -l reveal -d 'Print the new token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l confirm -d 'Confirm by the name of the connection, without a prompt' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l format -d 'Format of the output' -r -f -a "env\t'`export MAKINI_CONNECTION_TOKEN=…`'
json\t'`{"connection_id":…,"token":…,"expires_at":…}`'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show where the token of a connection is stored and when it expires'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Issue and store a new token for a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "rotate" -d 'Replace the token of a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Revoke all tokens of a connection'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print the token of a connection for another program'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "start" -d 'Start a sync of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "status" -d 'Show the sync status of connections'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "list" -d 'List the syncs of a connection, newest first'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "show" -d 'Show a sync and its entities'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "watch" -d 'Watch a sync until it ends'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "cancel" -d 'Cancel a running sync'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "schedule" -d 'Set the sync schedule of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l entity -d 'Only this entity, for example `work-orders` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l wait-time -d 'Maximum time to watch, for example `10m` [default: the setting `wait_time`, 1h]' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l full -d 'Read everything, not only changes'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s w -l watch -d 'Watch the sync and exit by its result'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l wait-time -d 'Maximum time to watch, for example `10m` [default: the setting `wait_time`, 1h]' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a sync of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the sync status of connections'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the syncs of a connection, newest first'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a sync and its entities'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Watch a sync until it ends'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Cancel a running sync'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "schedule" -d 'Set the sync schedule of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand check" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand check" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand check" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand check" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l report -d 'Report `junit=FILE`, `gitlab=`, `sarif=`, `openmetrics=`, `html=` or `github` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l exit-style -d 'Meaning of the exit code' -r -f -a "makini\t'Exit codes of `makini exit-codes`'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, and one line of output'"
complete -c makini -n "__fish_makini_using_subcommand check" -l wait -d 'Check again until all is well, for at most this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l system -d 'Only connections of this system (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l search -d 'Only connections with this text in ID, name, e-mail or system' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l where -d 'Only connections with this value, for example `metadata.plant=7` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l require -d 'Minimum number of connections' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l concurrency -d 'Number of concurrent checks' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l time-limit -d 'Timeout of one connection' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-sync-age -d 'Maximum sync age, for example `24h`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l min-token-life -d 'Minimum token lifetime, for example `3d`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-error-rate -d 'Maximum error rate, for example `5%`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-p95 -d 'Maximum p95 latency, for example `2s`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-regression -d 'Maximum regression, for example `p95=1.5x` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l compare -d 'Time across which `--max-regression` compares (default: 7d)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-failed-deliveries -d 'Maximum number of webhook deliveries given up' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-failing-events -d 'Maximum number of events in the inbox whose last try failed' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l min-credits -d 'Minimum number of credits left' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l min-requests -d 'Minimum number of requests for an error rate or latency (default: 10)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l window -d 'Time range to evaluate (default: 24h)' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l fail-on -d 'Lowest severity that fails the check (default: critical)' -r -f -a "critical\t'Critical findings only'
warning\t'Warnings and critical findings'"
complete -c makini -n "__fish_makini_using_subcommand check" -l only -d 'Only these rules (can be repeated)' -r -f -a "status\t'Its lifecycle status'
health\t'Whether its system is reached and lets us in'
sync-result\t'How the newest sync went'
sync-age\t'How old the last good sync is'
token\t'How long its token lasts'
error-rate\t'How many of its requests fail'
latency\t'How long its requests take'
regression\t'Whether its figures became worse than they were'
deliveries\t'How many webhook deliveries were given up'
events\t'How many events of the inbox no handler takes'
credits\t'How many credits are left'"
complete -c makini -n "__fish_makini_using_subcommand check" -l skip -d 'Without these rules (can be repeated)' -r -f -a "status\t'Its lifecycle status'
health\t'Whether its system is reached and lets us in'
sync-result\t'How the newest sync went'
sync-age\t'How old the last good sync is'
token\t'How long its token lasts'
error-rate\t'How many of its requests fail'
latency\t'How long its requests take'
regression\t'Whether its figures became worse than they were'
deliveries\t'How many webhook deliveries were given up'
events\t'How many events of the inbox no handler takes'
credits\t'How many credits are left'"
complete -c makini -n "__fish_makini_using_subcommand check" -l accept -d 'File of findings that are accepted until a date' -r -F
complete -c makini -n "__fish_makini_using_subcommand check" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand check" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand check" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand check" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand check" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand check" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand check" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand check" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand check" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand check" -l all -d 'Check all connections (default)'
complete -c makini -n "__fish_makini_using_subcommand check" -l allow-none -d 'Pass when there is no connection to check'
complete -c makini -n "__fish_makini_using_subcommand check" -l fail-fast -d 'Stop at the first connection that fails'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l every -d 'Time from the start of a round to the next' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l after -d 'Number of rounds in a row that make a change; default: 3, and with `--rounds` at most those' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l flapping -d 'Number of changes within 20 rounds that make a connection flapping; 0: none' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l rounds -d 'Exit after COUNT rounds, as `check` would after the last' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l inbox -d 'Inbox whose backlog is exposed, as `webhooks inbox list --inbox` takes it; default: that of the settings' -r -F
complete -c makini -n "__fish_makini_using_subcommand monitor" -l state -d 'File that keeps what is settled, for the next start' -r -F
complete -c makini -n "__fish_makini_using_subcommand monitor" -l listen -d 'Address to serve metrics on [default: 127.0.0.1:9464]' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l allowed-host -d 'Host name that requests may name in `Host` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l otlp -d 'URL to send the metrics to after each round, by OTLP/HTTP' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l print -d 'Print a file that sets it up, and exit' -r -f -a "systemd\t'Service unit of systemd'
kubernetes\t'Deployment and service of Kubernetes'
prometheus-rules\t'Alert rules of Prometheus'
grafana\t'Dashboard of Grafana (JSON)'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l ready-file -d 'Write the ready line to this file, as JSON, once requests are accepted' -r -F
complete -c makini -n "__fish_makini_using_subcommand monitor" -l for -d 'Exit after this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l system -d 'Only connections of this system (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l search -d 'Only connections with this text in ID, name, e-mail or system' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l where -d 'Only connections with this value, for example `metadata.plant=7` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l require -d 'Minimum number of connections' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l concurrency -d 'Number of concurrent checks' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l time-limit -d 'Timeout of one connection' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-sync-age -d 'Maximum sync age, for example `24h`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l min-token-life -d 'Minimum token lifetime, for example `3d`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-error-rate -d 'Maximum error rate, for example `5%`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-p95 -d 'Maximum p95 latency, for example `2s`' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-regression -d 'Maximum regression, for example `p95=1.5x` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l compare -d 'Time across which `--max-regression` compares (default: 7d)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-failed-deliveries -d 'Maximum number of webhook deliveries given up' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l max-failing-events -d 'Maximum number of events in the inbox whose last try failed' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l min-credits -d 'Minimum number of credits left' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l min-requests -d 'Minimum number of requests for an error rate or latency (default: 10)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l window -d 'Time range to evaluate (default: 24h)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l fail-on -d 'Lowest severity that fails the check (default: critical)' -r -f -a "critical\t'Critical findings only'
warning\t'Warnings and critical findings'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l only -d 'Only these rules (can be repeated)' -r -f -a "status\t'Its lifecycle status'
health\t'Whether its system is reached and lets us in'
sync-result\t'How the newest sync went'
sync-age\t'How old the last good sync is'
token\t'How long its token lasts'
error-rate\t'How many of its requests fail'
latency\t'How long its requests take'
regression\t'Whether its figures became worse than they were'
deliveries\t'How many webhook deliveries were given up'
events\t'How many events of the inbox no handler takes'
credits\t'How many credits are left'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l skip -d 'Without these rules (can be repeated)' -r -f -a "status\t'Its lifecycle status'
health\t'Whether its system is reached and lets us in'
sync-result\t'How the newest sync went'
sync-age\t'How old the last good sync is'
token\t'How long its token lasts'
error-rate\t'How many of its requests fail'
latency\t'How long its requests take'
regression\t'Whether its figures became worse than they were'
deliveries\t'How many webhook deliveries were given up'
events\t'How many events of the inbox no handler takes'
credits\t'How many credits are left'"
complete -c makini -n "__fish_makini_using_subcommand monitor" -l accept -d 'File of findings that are accepted until a date' -r -F
complete -c makini -n "__fish_makini_using_subcommand monitor" -l on-change -d 'Command to run on a change, with JSON on stdin' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l notify -d 'URL to send changes to, as a signed webhook' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l notify-secret-file -d 'File with the secret that signs for `--notify`' -r -F
complete -c makini -n "__fish_makini_using_subcommand monitor" -l quiet-hours -d 'Local time without notifications, for example `22:00-06:00` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand monitor" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand monitor" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand monitor" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand monitor" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand monitor" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l allow-remote -d 'Allow other machines: required for other than loopback addresses'
complete -c makini -n "__fish_makini_using_subcommand monitor" -l allow-none -d 'Pass when there is no connection to check'
complete -c makini -n "__fish_makini_using_subcommand record" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand record" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand record" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand record" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l listen -d 'Address to listen on; port 0 selects a free one' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l allowed-host -d 'Host name that requests may name in `Host` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l inject -d 'Use the token of this connection; callers need that of the proxy' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l env -d 'Variable of the command that gets the address too (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l fail-on -d 'Exit with 1 when a figure is over its budget, for example `p95>800ms`' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l keep-bodies -d 'Keep bodies in the journal, redacted: of `errors`, or of `all` calls' -r -f -a "errors\t'Of calls that failed'
all\t'Of all calls'"
complete -c makini -n "__fish_makini_using_subcommand record" -l keep-bodies-for -d 'Time that they are kept' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l ready-file -d 'Write the ready line to this file, as JSON, once requests are accepted' -r -F
complete -c makini -n "__fish_makini_using_subcommand record" -l for -d 'Exit after this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand record" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand record" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand record" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand record" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand record" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand record" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand record" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand record" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand record" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand record" -l allow-remote -d 'Allow other machines: required for other than loopback addresses'
complete -c makini -n "__fish_makini_using_subcommand record" -l for-command -d 'Run the command after `--`, and end with it'
complete -c makini -n "__fish_makini_using_subcommand record" -l allow-none -d 'Exit with 0 even when no call was made'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l connection -d 'The same as CONNECTION' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l kind -d 'Only requests of this kind' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account'
journal\t'The journal: requests of this machine'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l by -d 'Group by these, for example `system,kind`' -r -f -a "connection\t'Connections'
system\t'Systems of the connections'
endpoint\t'Method and path template'
entity\t'Entities, as `purchase-orders`'
kind\t'What requests were for: `api`, `sync`, `probe`, `tool`'
hour\t'Hours of the day, in the local zone'
day\t'Calendar days, in the local zone'
weekday\t'Days of the week, in the local zone'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l bucket -d 'Also group by time buckets, for example `5m`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l compare -d 'Judge against the time before, for example `7d`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l plot -d 'Draw a figure over time; default: p95' -r -f -a "mean\t'Mean response time'
p50\t'Median response time'
p90\t'90th percentile'
p95\t'95th percentile'
p99\t'99th percentile'
max\t'Longest response time'
server\t'Mean time of the server'
source\t'Mean time of the connected system'
network\t'Mean time on the network'
requests\t'Number of requests'
failed\t'Number of failed requests'
error-rate\t'Part of the requests that failed'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l heatmap -d 'Draw a figure by hour and weekday; default: p95' -r -f -a "mean\t'Mean response time'
p50\t'Median response time'
p90\t'90th percentile'
p95\t'95th percentile'
p99\t'99th percentile'
max\t'Longest response time'
server\t'Mean time of the server'
source\t'Mean time of the connected system'
network\t'Mean time on the network'
requests\t'Number of requests'
failed\t'Number of failed requests'
error-rate\t'Part of the requests that failed'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l svg -d 'Also write the chart to this file as SVG' -r -F
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -a "export" -d 'Export metrics as OpenMetrics, CSV or NDJSON'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -a "probe" -d 'Measure the parts of response time: DNS, TCP, TLS, server, source'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -a "report" -d 'Write metrics with charts to one page of HTML'
complete -c makini -n "__fish_makini_using_subcommand metrics; and not __fish_seen_subcommand_from export probe report watch" -a "watch" -d 'Watch metrics live'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l connection -d 'The same as CONNECTION' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l kind -d 'Only requests of this kind' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account'
journal\t'The journal: requests of this machine'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l by -d 'Group by these, for example `system,kind`' -r -f -a "connection\t'Connections'
system\t'Systems of the connections'
endpoint\t'Method and path template'
entity\t'Entities, as `purchase-orders`'
kind\t'What requests were for: `api`, `sync`, `probe`, `tool`'
hour\t'Hours of the day, in the local zone'
day\t'Calendar days, in the local zone'
weekday\t'Days of the week, in the local zone'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l bucket -d 'Also group by time buckets, for example `5m`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l out -d 'File to write; default: stdout' -r -F
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l samples -d 'Number of samples, one after the other' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l pause -d 'Pause between two samples, for example `1s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l path -d 'Path to request, with its query' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from probe" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l connection -d 'The same as CONNECTION' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l kind -d 'Only requests of this kind' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account'
journal\t'The journal: requests of this machine'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l out -d 'File to write, `-` for stdout; default: `makini-metrics-<TIME>.html` in this folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l connection -d 'The same as CONNECTION' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l kind -d 'Only requests of this kind' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account'
journal\t'The journal: requests of this machine'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l by -d 'Group the table by these, for example `system,kind`' -r -f -a "connection\t'Connections'
system\t'Systems of the connections'
endpoint\t'Method and path template'
entity\t'Entities, as `purchase-orders`'
kind\t'What requests were for: `api`, `sync`, `probe`, `tool`'
hour\t'Hours of the day, in the local zone'
day\t'Calendar days, in the local zone'
weekday\t'Days of the week, in the local zone'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l every -d 'Time from one reading to the next' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l rounds -d 'Exit after COUNT readings' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand metrics; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "list" -d 'List alert rules and their state'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "add" -d 'Add an alert rule'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "remove" -d 'Remove an alert rule and its history'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "firing" -d 'List the alert rules that are firing'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "history" -d 'List when alert rules started and stopped firing, newest first'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l above -d 'Fire above this value, for example `800ms`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l window -d 'Time range to evaluate, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l name -d 'Name of the rule' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l allow-none -d 'Pass when there is no alert rule, or nothing to check'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "list" -d 'List alert rules and their state'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an alert rule'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove an alert rule and its history'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "firing" -d 'List the alert rules that are firing'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "history" -d 'List when alert rules started and stopped firing, newest first'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "templates" -d 'List the available Flow templates'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "list" -d 'List the Flows of your connections'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "add" -d 'Add a Flow to a connection'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "show" -d 'Show a Flow'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "run" -d 'Start a Flow now'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "executions" -d 'List executions, newest first'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "logs" -d 'Show the steps of an execution'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "remove" -d 'Remove a Flow and its executions'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l connection -d 'Connection: ID, name or unique prefix' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l input -d 'Input as JSON' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l status -d 'Only with this status, for example `failed`' -r -f -a "running\t''
completed\t''
failed\t''
cancelled\t''"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "templates" -d 'List the available Flow templates'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the Flows of your connections'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a Flow to a connection'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a Flow'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "run" -d 'Start a Flow now'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "executions" -d 'List executions, newest first'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Show the steps of an execution'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a Flow and its executions'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "list" -d 'List requests, newest first'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "show" -d 'Explain a request by its ID'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "tail" -d 'Follow requests as they are logged'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "stats" -d 'Count requests by code, status, operation or connection'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "export" -d 'Export requests as NDJSON, CSV or HAR'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "import" -d 'Import requests that others logged into the journal'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show tail stats export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l status -d 'Only with this status, for example `5xx`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l search -d 'Only requests with this text' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l slower-than -d 'Only slower than this, for example `500ms`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sync -d 'Only requests of this sync (server log)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account and of the platform itself'
journal\t'The journal: requests of this machine'
both\t'Both, each request once'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l errors -d 'Only failed requests'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l around -d 'Time range before and after to search for other failures' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l as -d 'Print in another form: `curl`, `har` or `markdown`' -r -f -a "curl\t'The curl command that sends it again'
har\t'HTTP Archive (HAR 1.2)'
markdown\t'Markdown for a ticket'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l status -d 'Only with this status, for example `5xx`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l search -d 'Only requests with this text' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l slower-than -d 'Only slower than this, for example `500ms`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l sync -d 'Only requests of this sync (server log)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l lines -d 'Number of requests to begin with' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l interval -d 'Time between two queries' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l for -d 'Exit after this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account and of the platform itself'
journal\t'The journal: requests of this machine'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from tail" -l errors -d 'Only failed requests'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l status -d 'Only with this status, for example `5xx`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l search -d 'Only requests with this text' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l slower-than -d 'Only slower than this, for example `500ms`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l sync -d 'Only requests of this sync (server log)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l by -d 'What to group by' -r -f -a "code\t'Error code, or the status where there is none'
status\t'HTTP status'
operation\t'Method and path template'
connection\t'Connection'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l limit -d 'Maximum number of requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account and of the platform itself'
journal\t'The journal: requests of this machine'
both\t'Both, each request once'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from stats" -l errors -d 'Only failed requests'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l status -d 'Only with this status, for example `5xx`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l search -d 'Only requests with this text' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l slower-than -d 'Only slower than this, for example `500ms`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l sync -d 'Only requests of this sync (server log)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l as -d 'Form: `ndjson`, `csv` or `har`' -r -f -a "ndjson\t'One JSON object per line'
csv\t'Comma-separated values'
har\t'HTTP Archive 1.2'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l out -d 'File to write; default: stdout' -r -F
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l limit -d 'Maximum number of requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l source -d 'Where to read from' -r -f -a "auto\t'The server if it offers this, otherwise the journal'
server\t'The server: all requests of the account and of the platform itself'
journal\t'The journal: requests of this machine'
both\t'Both, each request once'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from export" -l errors -d 'Only failed requests'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l host -d 'Also take requests to this host (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "list" -d 'List requests, newest first'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "show" -d 'Explain a request by its ID'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Follow requests as they are logged'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count requests by code, status, operation or connection'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export requests as NDJSON, CSV or HAR'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "import" -d 'Import requests that others logged into the journal'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand why" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand why" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand why" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand why" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l window -d 'How far back to look at requests of a connection' -r
complete -c makini -n "__fish_makini_using_subcommand why" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand why" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand why" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand why" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand why" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand why" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand why" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand why" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand why" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -f -a "bundle" -d 'Collect what support needs into one file'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -f -a "inspect" -d 'Show what is in a support bundle'
complete -c makini -n "__fish_makini_using_subcommand support; and not __fish_seen_subcommand_from bundle inspect help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l request -d 'Request that it is about (ID): those shortly before and after it are included' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l since -d 'How far back requests are included' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l out -d 'File to write; default: `makini-support-<TIME>.tar.gz` in this folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from bundle" -l offline -d 'Collect from this machine only, without network'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l print -d 'Print one file of it as it is' -r
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from inspect" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from help" -f -a "bundle" -d 'Collect what support needs into one file'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from help" -f -a "inspect" -d 'Show what is in a support bundle'
complete -c makini -n "__fish_makini_using_subcommand support; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand credits" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand credits" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand credits" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand credits" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand credits" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand credits" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand credits" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand credits" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand credits" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand credits" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand credits" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "verify" -d 'Verify the signature of a webhook, offline'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "sign" -d 'Sign a payload as the platform does'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "explain" -d 'Explain why a webhook does not verify'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "listen" -d 'Receive webhooks and store them in the inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "receivers" -d 'List the receivers of an inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "pause" -d 'Pause forwarding the events of a connection or to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "resume" -d 'Resume forwarding that was paused'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "inbox" -d 'Inspect and manage received events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "replay" -d 'Replay received events to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "trigger" -d 'Send signed sample events to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "endpoints" -d 'Manage webhook endpoints of the platform'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "conditions" -d 'Manage conditions (send an event when a row matches)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "events" -d 'Show or set the events that a connection sends'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "deliveries" -d 'Inspect and retry deliveries of the platform'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "drill" -d 'Test a handler with valid, forged, repeated and late deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen receivers pause resume inbox replay trigger endpoints conditions events deliveries drill help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l save-proven -d 'Write the verified payload to this file' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l batch -d 'Verify a file of NDJSON deliveries, `-` for stdin' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l max-body -d 'Maximum body size, for example `64MiB`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s H -l header -d 'Header as received (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l request -d 'File with a captured request, `-` for stdin' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l at -d 'Time of verification or signing' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l explain -d 'If the signature is wrong, find the mistake'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l id -d 'Message ID, for schemes that sign one; default: random' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l save-body -d 'Write the body to send to this file' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l at -d 'Time of verification or signing' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l other-secret-file -d 'Another secret to try (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l language -d 'Show code in this language only' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s H -l header -d 'Header as received (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l request -d 'File with a captured request, `-` for stdin' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l at -d 'Time of verification or signing' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l port -d 'Port to listen on; 0 selects a free port [default: 4600]' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l listen -d 'Address to listen on, with or without a port' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l allowed-host -d 'Host name that requests may name in `Host`, for example of a tunnel (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l path -d 'Only path to receive on, for example `/hook`; default: any' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l health-path -d 'Path of health checks, for example for a load balancer; they are not noted' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l metrics-path -d 'Path of metrics for Prometheus, for example `/metrics`; default: none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tls-certificate -d 'File with the certificate chain (PEM), for HTTPS' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tls-key -d 'File with the private key (PEM)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l poll -d 'Poll sync status at this interval; report syncs that ended without a webhook' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l since -d 'First have sent again what was sent since then and is missing, for example `2h`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l endpoint -d 'Endpoint that leads to this receiver, for `--since` (ID, URL or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l exit-after -d 'Exit after COUNT new events were forwarded or attempted' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l view -d 'Output: `live` (full screen, default at a terminal) or `lines`' -r -f -a "live\t'On the whole screen: filter, look into events, send them again'
lines\t'Line by line'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l ready-file -d 'Write the ready line to this file, as JSON, once requests are accepted' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l for -d 'Exit after this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l on-conflict -d 'Response to a known ID with a different body; both are stored' -r -f -a "accept\t'200: the sender stops'
reject\t'409: the sender is notified'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-body -d 'Maximum size of a body, for example `1MiB`; larger: 413' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-memory -d 'Maximum size of all bodies in memory, for example `64MiB`; more: 503' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l body-time -d 'Maximum time to receive a body; slower: 408' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-headers -d 'Maximum number of headers' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-header-bytes -d 'Maximum size of the head of a request, for example `64KiB`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l header-time -d 'Maximum time to receive the head of a request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-connections -d 'Maximum number of open connections; more wait' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-inbox -d 'Maximum size of the inbox, for example `4GiB`; larger: 507' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-to -d 'URL of the handler to forward events to' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l route -d 'Handler of some events, for example `sync.*=http://127.0.0.1:4000/` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-batch -d 'Forward up to COUNT events of a connection in one request, as a JSON array' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-rate -d 'Maximum rate of requests to each handler, for example `50/s`, `600/m` or `1000/h`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l allow-host -d 'Also allow sending to this host (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-timeout -d 'Timeout of the handler' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-attempts -d 'Maximum number of attempts of one event' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-wait -d 'Delay after the first failure; doubles with each' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-wait-max -d 'Maximum delay between two attempts' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l allow-remote -d 'Allow other machines: required for other than loopback addresses'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l accept-unsigned -d 'Accept deliveries without verifying their signature'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l keep-rejected -d 'Record rejected deliveries, without their body'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l strict-200 -d 'Retry events that the handler answers with a 2xx other than 200, as the platform does'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from receivers" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l handler -d 'Only this handler: its name in the configuration, or its URL as `webhooks inbox stats` shows it' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l handler -d 'Only this handler: its name in the configuration, or its URL as `webhooks inbox stats` shows it' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from resume" -l all -d 'Everything that is paused'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "list" -d 'List events, newest first'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "gaps" -d 'List syncs that ended without a webhook (see `listen --poll`)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "show" -d 'Show an event with its headers, body and attempts'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "stats" -d 'Count events by what came of them, for each connection and handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "export" -d 'Export events with their bodies as NDJSON'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "copy" -d 'Copy an inbox to another file or database'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "prune" -d 'Remove old events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "retry" -d 'Retry forwarding failed and pending events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "requeue" -d 'Retry forwarding failed and pending events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l to -d 'URL of the handler' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l allow-host -d 'Also allow sending to this host (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l event -d 'Only this event, for example `sync.*`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l connection -d 'Only this connection (ID, name or prefix)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l state -d 'Only events in this forwarding state' -r -f -a "none\t'Not forwarded: no route matched'
pending\t'Waiting for its next attempt'
delivered\t'Accepted by a handler'
failed\t'Failed after the last attempt'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l outcome -d 'Only events with this outcome (can be repeated)' -r -f -a "untried\t'Never sent to a handler, and not to be sent'
waiting\t'Waiting for its first try since it was queued'
delivered\t'Taken by a handler'
fixed\t'Taken by a handler, after a failure'
failing\t'Refused, or not answered'
still-failing\t'Sent again after a failure, which failed too'
regressed\t'Sent again after a handler had taken it, which failed'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l since -d 'Start: `24h` ago, a date, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l until -d 'End, in the same forms; default: now' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l all -d 'All events of the inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l failed -d 'Only events whose last try failed'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l dead -d 'Only dead letters: given up, and not taken since'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l to -d 'URL of the handler; default: the running `makini webhooks listen`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l allow-host -d 'Also allow sending to this host (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l set -d 'Change the event, for example `body.mode=full` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l connection -d 'Connection of the events: any ID, or a name' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l count -d 'Number of events' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l rate -d 'Maximum rate, for example `5/s` or `100/m`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l seed -d 'Seed for generated events' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l inbox -d 'Inbox: a file, or `postgres://USER@HOST/DATABASE`' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l at -d 'Time of verification or signing' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l list -d 'List the names of events, and send nothing'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l php -d 'Serialize JSON like PHP, with `\\/` and `\\u00e9`'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "list" -d 'List endpoints'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "add" -d 'Add an endpoint'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "update" -d 'Update, enable or disable an endpoint'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "rotate" -d 'Rotate the secret of an endpoint'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "test" -d 'Send a test event to an endpoint and show the response'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "remove" -d 'Remove an endpoint and its deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "list" -d 'List conditions'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "add" -d 'Add a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "remove" -d 'Remove a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l only -d 'Send only these events, for example `sync.failed` or `assets.*` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l all -d 'Send all events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "list" -d 'List deliveries, newest first'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "show" -d 'Show a delivery, its event and its attempts'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "retry" -d 'Retry deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l url -d 'URL of the handler' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l effects-url -d 'URL that returns the number of processed events, to detect repeated effects' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l allow-host -d 'Also allow sending to this host (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l only -d 'Only these cases (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l oversized -d 'Size of the oversized delivery, for example `2MiB`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l report -d 'Write a report: `junit=FILE` (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l seed -d 'Seed for generated events; the same seed repeats the same events' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l scheme -d 'Signature scheme' -r -f -a "makini\t''
raw-hmac\t''
standard-webhooks\t''
svix\t''
stripe\t''
github\t''
shopify\t''
slack\t''
line\t''
zoom\t''
twilio\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l canonicalization -d 'Form of the body that is signed; default: that of the scheme' -r -f -a "raw\t''
json-stringify\t''
form-fields\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l algorithm -d 'Hash of the HMAC; default: that of the scheme' -r -f -a "sha1\t''
sha256\t''
sha384\t''
sha512\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l encoding -d 'Encoding of the signature; default: that of the scheme' -r -f -a "hex\t''
base64\t''
base64url\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l prefix -d 'Text before the signature, for example `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l signature-header -d 'Header with the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-file -d 'File with the secret, `-` for stdin (can be repeated)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-encoding -d 'Encoding of the secret; default: that of the scheme' -r -f -a "utf8\t''
hex\t''
whsec\t''"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l tolerance -d 'Maximum age in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l public-url -d 'URL that the sender calls, for schemes that sign it (twilio)' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l at -d 'Time of verification or signing' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify the signature of a webhook, offline'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a payload as the platform does'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Explain why a webhook does not verify'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "listen" -d 'Receive webhooks and store them in the inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "receivers" -d 'List the receivers of an inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Pause forwarding the events of a connection or to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Resume forwarding that was paused'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "inbox" -d 'Inspect and manage received events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "replay" -d 'Replay received events to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "trigger" -d 'Send signed sample events to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "endpoints" -d 'Manage webhook endpoints of the platform'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "conditions" -d 'Manage conditions (send an event when a row matches)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "events" -d 'Show or set the events that a connection sends'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'Inspect and retry deliveries of the platform'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "drill" -d 'Test a handler with valid, forged, repeated and late deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "entities" -d 'List the entities of the API and what can be done with each'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "fields" -d 'List the fields of an entity'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "list" -d 'List rows of an entity'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "export" -d 'Export all rows of entities into files'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "validate" -d 'Check the rows of a file before they are imported'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "import" -d 'Create a row in the connected system for each row of a file'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "diff" -d 'Compare the rows of two connections, or of a connection and an export'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "get" -d 'Show a row by its key'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "create" -d 'Create a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "update" -d 'Update a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "set-status" -d 'Set the status of a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "delete" -d 'Delete all rows that are retained of a disconnected connection'
complete -c makini -n "__fish_makini_using_subcommand data; and not __fish_seen_subcommand_from entities fields list export validate import diff get create update set-status delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from entities" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from fields" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l where -d 'Only rows that meet this condition (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l order -d 'Order by this field, `-FIELD` for the largest first (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l fields -d 'Return only these fields' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l any -d 'Rows that meet any of the conditions, instead of all'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l flatten -d 'Put the fields of objects in a row beside the others, as `dimensions.height`'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from list" -l all -d 'Return all rows'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l also -d 'Another connection to export the same entities of (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l out -d 'Folder for the files, created if needed' -r -F
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l format -d 'Format of the files' -r -f -a "ndjson\t'A JSON object on each line, as the server returned it'
csv\t'A column for each field, nested values as JSON'
parquet\t'A column with a type for each field, for readers of tables; nested values as JSON'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l since -d 'Read only what changed since the last export into this folder' -r -f -a "last\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l overlap -d 'Time before the last export from which changes are read again' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l where -d 'Only rows that meet this condition (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from export" -l any -d 'Rows that meet any of the conditions, instead of all'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l entity -d 'Entity of the rows, for example `work-orders`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l system -d 'System that the rows are for, for example `maintain-x`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l map -d 'TOML file that says which column is which field' -r -F
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from validate" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l entity -d 'Entity of the rows, for example `work-orders`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l map -d 'TOML file that says which column is which field' -r -F
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l batch -d 'Number of rows after which there is a pause' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l delay -d 'Length of the pause' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l refused -d 'File for the refused rows; `FILE.refused.csv` if omitted, of stdin beside the ledger' -r -F
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l ledger -d 'File with what was sent; beside the rows, by entity and connection, if omitted' -r -F
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l dry-run -d 'Check all rows against the server, and create none'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from import" -l resend-lost -d 'Send rows again whose answer was lost: after a look that shows that they were not created'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l on -d 'Field that tells which rows are the same, for example `code`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l ignore -d 'Fields to leave out; `*` stands for any text (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l set -d 'Value of a field (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l input -d 'File with the fields as a JSON object, `-` for stdin; `--set` comes before it' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l set -d 'Value of a field (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l input -d 'File with the fields as a JSON object, `-` for stdin; `--set` comes before it' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l domain -d 'Domain of the entity' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from set-status" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l confirm -d 'Confirm by name or ID without a prompt' -r
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from delete" -l dry-run -d 'Show what would be deleted, and change nothing'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "entities" -d 'List the entities of the API and what can be done with each'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "fields" -d 'List the fields of an entity'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "list" -d 'List rows of an entity'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export all rows of entities into files'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "validate" -d 'Check the rows of a file before they are imported'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "import" -d 'Create a row in the connected system for each row of a file'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Compare the rows of two connections, or of a connection and an export'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a row by its key'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "update" -d 'Update a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "set-status" -d 'Set the status of a row in the connected system'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete all rows that are retained of a disconnected connection'
complete -c makini -n "__fish_makini_using_subcommand data; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -f -a "tables" -d 'List the raw tables of a connected system'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -f -a "rows" -d 'List the rows of a raw table'
complete -c makini -n "__fish_makini_using_subcommand raw; and not __fish_seen_subcommand_from tables rows help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from tables" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l where -d 'Only rows that meet this condition (can be repeated; all must hold)' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l order -d 'Order by this column, `-COLUMN` for the largest first (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l limit -d 'Maximum number of rows' -r
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from rows" -l all -d 'Return all rows'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from help" -f -a "tables" -d 'List the raw tables of a connected system'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from help" -f -a "rows" -d 'List the rows of a raw table'
complete -c makini -n "__fish_makini_using_subcommand raw; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l path -d 'Path at the connected system' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l method -d 'HTTP method of the call to the connected system' -r -f -a "get\t''
post\t''
put\t''
delete\t''"
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l query -d 'Query parameter (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l header -d 'Request header (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l body -d 'File with the request body, `-` for stdin; sent as JSON where it is JSON, else as text or base64' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l sql -d 'SQL statement, for systems that are databases' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l parameter -d 'Value of a parameter of the SQL statement (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l confirm -d 'Name of the connection, to confirm anything but a read' -r
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand passthrough" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "endpoints" -d 'List the known endpoints and their origin'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "get" -d 'Send a GET request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "post" -d 'Send a POST request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "put" -d 'Send a PUT request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "delete" -d 'Send a DELETE request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l kind -d 'Only endpoints of this kind' -r -f -a "published\t'Documented'
withdrawn\t'Formerly documented'
advertised\t'Listed by the server or mapped by the profile'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l all -d 'Include every endpoint of the three domains'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -f -a "import" -d 'Import endpoints from a pack or an OpenAPI document'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -f -a "export" -d 'Export the endpoints of the profile as a pack'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -f -a "remove" -d 'Remove endpoints from the profile'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -f -a "verify" -d 'Verify endpoints: call each read and check the shape of its answer'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l connection -d 'Use the token of this connection' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l query -d 'Query parameter (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l header -d 'Request header (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s i -l include -d 'Also print the status and the response headers'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l dry-run -d 'Print the curl command, send nothing'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l paginate -d 'Fetch all pages, one item per line'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l connection -d 'Use the token of this connection' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l query -d 'Query parameter (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l header -d 'Request header (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l input -d 'File with the request body, `-` for stdin' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s i -l include -d 'Also print the status and the response headers'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l dry-run -d 'Print the curl command, send nothing'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l connection -d 'Use the token of this connection' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l query -d 'Query parameter (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l header -d 'Request header (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l input -d 'File with the request body, `-` for stdin' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s i -l include -d 'Also print the status and the response headers'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l dry-run -d 'Print the curl command, send nothing'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l connection -d 'Use the token of this connection' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l query -d 'Query parameter (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l header -d 'Request header (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s i -l include -d 'Also print the status and the response headers'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l dry-run -d 'Print the curl command, send nothing'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "endpoints" -d 'List the known endpoints and their origin'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "get" -d 'Send a GET request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "post" -d 'Send a POST request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "put" -d 'Send a PUT request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Send a DELETE request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "start" -d 'Start the sandbox in the foreground'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "status" -d 'Show whether the sandbox is running, its address and contents'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "reset" -d 'Reset the sandbox to an empty state'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "clock" -d 'Show or control the clock of the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "run" -d 'Run a scenario file (connect, break, wait, expect)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "seed" -d 'Fill the sandbox from a file'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "snapshot" -d 'Save and load snapshots of the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "fault" -d 'Inject faults into the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l port -d 'Port to listen on; 0 selects a free port' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l bind -d 'Address to listen on; other than loopback requires `--allow-remote`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l allowed-host -d 'Allowed host name of requests (can be repeated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l state -d 'State file; default: in the data folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l seed-file -d 'Fill a new state from this file, see `makini sandbox seed --help`' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l time-scale -d 'Speed of the clock relative to real time' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l clock -d 'Start time of a new state, for example `2026-01-01T00:00:00Z`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l seed -d 'Seed for generated data, IDs, latencies and faults' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l scale -d 'Factor for the number of rows of new connections; 250 gives lists of 100,000' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l systems -d 'Number of systems of the catalogue: numbered editions of those there are' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l ready-file -d 'Write the ready line to this file, as JSON, once requests are accepted' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l for -d 'Exit after this time, for example `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l allow-remote -d 'Allow other machines; there is no access control'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l memory -d 'Keep the state in memory only'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l freeze -d 'Freeze the clock of a new state'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l latency -d 'Simulate the response times of the connected systems'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "show" -d 'Show the time in the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "advance" -d 'Advance the clock and run what becomes due, in order'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "freeze" -d 'Freeze the clock'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "resume" -d 'Resume the clock from its current time'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l seed -d 'Seed for generated data and faults; default: the one of the scenario' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "save" -d 'Save the current state as a snapshot'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "load" -d 'Replace the state by a snapshot'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "list" -d 'List snapshots'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "remove" -d 'Remove a snapshot'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "add" -d 'Add a fault'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "list" -d 'List faults and how often they were applied'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "clear" -d 'Clear one fault or all faults'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start the sandbox in the foreground'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show whether the sandbox is running, its address and contents'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Reset the sandbox to an empty state'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "clock" -d 'Show or control the clock of the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run a scenario file (connect, break, wait, expect)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "seed" -d 'Fill the sandbox from a file'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "snapshot" -d 'Save and load snapshots of the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "fault" -d 'Inject faults into the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand demo" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l pace -d 'Speed of the demo' -r -f -a "normal\t'About ten seconds, to watch'
fast\t'Without pauses'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand demo" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand demo" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand demo" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand demo" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand demo" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand demo" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand demo" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand demo" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand doctor" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand doctor" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l offline -d 'Check this machine only, without network'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l fix -d 'Fix what can be fixed safely'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l dry-run -d 'Show what `--fix` would change, and change nothing'
complete -c makini -n "__fish_makini_using_subcommand completions" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand completions" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand completions" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand completions" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand completions" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand completions" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand completions" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand completions" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand completions" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand completions" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand completions" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand man" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand man" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand man" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand man" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l dir -d 'Write all pages to this folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand man" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand man" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand man" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand man" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand man" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand man" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand man" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand man" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand man" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand version" -l profile -d 'Profile to use; one per environment' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand version" -s o -l output -d 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand version" -l jq -d 'Filter the JSON output with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l columns -d 'Columns to show, by their JSON keys (comma-separated)' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l sort -d 'Column to sort by; `-KEY` for descending order' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l color -d 'When to use color: `auto`, `always` or `never`' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand version" -l timeout -d 'Timeout of one request, for example `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l retries -d 'Maximum number of retries of one request' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l secret-store -d 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l ca-file -d 'PEM file of certificates to trust in addition to the system\'s: of authorities, or of one server' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l proxy -d 'Proxy for all requests' -r
complete -c makini -n "__fish_makini_using_subcommand version" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand version" -l no-header -d 'Omit the header row of tables and CSV'
complete -c makini -n "__fish_makini_using_subcommand version" -l spreadsheet -d 'With `-o csv`: make cells harmless that a spreadsheet would run as formulas'
complete -c makini -n "__fish_makini_using_subcommand version" -s q -l quiet -d 'Suppress progress and notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand version" -l accessible -d 'Output for screen readers: no redrawn lines, numbered choices, lists instead of tables'
complete -c makini -n "__fish_makini_using_subcommand version" -s v -l verbose -d 'Verbose output; repeat (`-vv`) to log every request'
complete -c makini -n "__fish_makini_using_subcommand version" -l no-input -d 'Never prompt and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand version" -s y -l yes -d 'Answer yes to prompts, except those that destroy data'
complete -c makini -n "__fish_makini_using_subcommand version" -s h -l help -d 'Print help; `-h` prints a summary'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "login" -d 'Log in with the credentials of your application'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "logout" -d 'Remove the tokens of a profile from this machine'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "whoami" -d 'Show the current login and every setting with its source'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "profile" -d 'Manage profiles (one per environment)'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "systems" -d 'Browse the catalogue of supported systems'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "reconnect" -d 'Reconnect a connection with new credentials'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "disconnect" -d 'Disconnect connections'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "connections" -d 'List, inspect and change connections'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "token" -d 'Manage tokens of connections'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "sync" -d 'Start, watch and schedule syncs'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "check" -d 'Check connections against budgets, for CI'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "monitor" -d 'Check connections at an interval, and expose metrics'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "record" -d 'Record the traffic of an application through a reverse proxy'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "metrics" -d 'Show response times, throughput and error rates'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "alerts" -d 'Manage alert rules (latency, error rate, sync age)'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "flows" -d 'Manage Flows and inspect their executions'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "requests" -d 'Look up requests'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "why" -d 'Rank the likely causes of a failure'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "support" -d 'Collect and read support bundles'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "credits" -d 'Show credits and the connections that use them'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "webhooks" -d 'Verify, sign, receive and test webhooks'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "data" -d 'Read and write the data behind a connection'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "raw" -d 'Read the raw tables of a connected system'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "passthrough" -d 'Call the system behind a connection'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "api" -d 'Call any endpoint of the API'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "sandbox" -d 'Run and control the embedded platform (sandbox)'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "demo" -d 'Run a guided demo on a temporary sandbox'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "doctor" -d 'Diagnose configuration and connectivity'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "man" -d 'Print or write the manual pages'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "exit-codes" -d 'Show the table of exit codes'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "version" -d 'Show the version, commit, target and features of this build'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check monitor record metrics alerts flows requests why support credits webhooks data raw passthrough api sandbox demo doctor completions man exit-codes version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
