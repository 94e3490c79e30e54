# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_makini_global_optspecs
    string join \n profile= sandbox server= o/output= jq= columns= sort= no-header color= q/quiet v/verbose no-input y/yes timeout= retries= secret-store= ca-file= proxy= h/help V/version
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

complete -c makini -n "__fish_makini_needs_command" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_needs_command" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_needs_command" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_needs_command" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_needs_command" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_needs_command" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_needs_command" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_needs_command" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_needs_command" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_needs_command" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_needs_command" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_needs_command" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_needs_command" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_needs_command" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_needs_command" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_needs_command" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_needs_command" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_needs_command" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_needs_command" -s V -l version -d 'Print version'
complete -c makini -n "__fish_makini_needs_command" -f -a "login" -d 'Sign in, so that commands can use your account'
complete -c makini -n "__fish_makini_needs_command" -f -a "logout" -d 'Forget the tokens of a profile'
complete -c makini -n "__fish_makini_needs_command" -f -a "whoami" -d 'Show who you are and every setting with its origin'
complete -c makini -n "__fish_makini_needs_command" -f -a "profile" -d 'Manage profiles: one for each environment'
complete -c makini -n "__fish_makini_needs_command" -f -a "systems" -d 'Browse the systems that can be connected'
complete -c makini -n "__fish_makini_needs_command" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_needs_command" -f -a "reconnect" -d 'Give a connection new credentials'
complete -c makini -n "__fish_makini_needs_command" -f -a "disconnect" -d 'End a connection'
complete -c makini -n "__fish_makini_needs_command" -f -a "connections" -d 'List connections and see how they are'
complete -c makini -n "__fish_makini_needs_command" -f -a "token" -d 'Manage tokens of connections'
complete -c makini -n "__fish_makini_needs_command" -f -a "sync" -d 'Start syncs and watch them'
complete -c makini -n "__fish_makini_needs_command" -f -a "check" -d 'Check every connection, for CI'
complete -c makini -n "__fish_makini_needs_command" -f -a "metrics" -d 'Show response times, throughput and error rates'
complete -c makini -n "__fish_makini_needs_command" -f -a "alerts" -d 'Be told when latency, errors or old data cross a line'
complete -c makini -n "__fish_makini_needs_command" -f -a "flows" -d 'Set up workflows and see what they did'
complete -c makini -n "__fish_makini_needs_command" -f -a "requests" -d 'Look up requests'
complete -c makini -n "__fish_makini_needs_command" -f -a "credits" -d 'Show credits and what holds them'
complete -c makini -n "__fish_makini_needs_command" -f -a "webhooks" -d 'Verify, sign, receive and test webhooks'
complete -c makini -n "__fish_makini_needs_command" -f -a "api" -d 'Call any endpoint, and see which there are'
complete -c makini -n "__fish_makini_needs_command" -f -a "sandbox" -d 'Run the embedded platform'
complete -c makini -n "__fish_makini_needs_command" -f -a "demo" -d 'See the whole main job on a temporary sandbox'
complete -c makini -n "__fish_makini_needs_command" -f -a "doctor" -d 'Check this machine and the way to the server'
complete -c makini -n "__fish_makini_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c makini -n "__fish_makini_needs_command" -f -a "man" -d 'Print or write the manual pages'
complete -c makini -n "__fish_makini_needs_command" -f -a "exit-codes" -d 'Show the table of exit codes'
complete -c makini -n "__fish_makini_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand login" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand login" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand login" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand login" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l client-id -d 'Client ID of the application' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l client-secret-file -d 'Read the client secret from a file' -r -F
complete -c makini -n "__fish_makini_using_subcommand login" -l port -d 'Port for the browser to come back to, if one is registered' -r
complete -c makini -n "__fish_makini_using_subcommand login" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand login" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand login" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand login" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand login" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand login" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand login" -l client-secret-stdin -d 'Read the client secret from stdin'
complete -c makini -n "__fish_makini_using_subcommand login" -l web -d 'Sign in with a browser that comes back to this machine'
complete -c makini -n "__fish_makini_using_subcommand login" -l token-stdin -d 'Read a ready token from stdin'
complete -c makini -n "__fish_makini_using_subcommand login" -l forget-secret -d 'Forget the client secret after this login; the token then ends for good'
complete -c makini -n "__fish_makini_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand logout" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand logout" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand logout" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand logout" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand logout" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand logout" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand logout" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand logout" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand logout" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand logout" -l local -d 'Do not ask the platform which connections there are, where the store cannot list their tokens'
complete -c makini -n "__fish_makini_using_subcommand logout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand whoami" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand whoami" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand whoami" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand whoami" -l check -d 'Ask the server which application the token belongs to'
complete -c makini -n "__fish_makini_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "list" -d 'List profiles'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "use" -d 'Choose the profile that is used when nothing else says'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "show" -d 'Show one profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "remove" -d 'Remove a profile with its secrets'
complete -c makini -n "__fish_makini_using_subcommand profile; and not __fish_seen_subcommand_from list use show remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l confirm -d 'Confirms without a question: the profile\'s name again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "list" -d 'List profiles'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "use" -d 'Choose the profile that is used when nothing else says'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one profile'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a profile with its secrets'
complete -c makini -n "__fish_makini_using_subcommand profile; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "list" -d 'List the systems that can be connected'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "search" -d 'Find a system by parts of its name'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "show" -d 'Show what a system asks for, and how to get it'
complete -c makini -n "__fish_makini_using_subcommand systems; and not __fish_seen_subcommand_from list search show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l category -d 'Only with this text in its category, as `cmms`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l domain -d 'Only with data of this domain' -r -f -a "eam\t''
erp\t''
wms\t''"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l tier -d 'Only of this tier' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the systems that can be connected'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "search" -d 'Find a system by parts of its name'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show what a system asks for, and how to get it'
complete -c makini -n "__fish_makini_using_subcommand systems; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand connect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l name -d 'What to call the connection' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l email -d 'Who connects it' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field -d 'A field that the system asks for, once for each; never a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field-stdin -d 'Read this field from stdin: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l field-file -d 'Read a field from a file: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l link-time -d 'How long to wait for the person in the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l expires -d 'How long the Magic Link works' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l metadata -d 'Metadata to write, once for each entry' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l wait-time -d 'How long to wait for the first sync' -r
complete -c makini -n "__fish_makini_using_subcommand connect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connect" -l web -d 'Sign in to the system on the hosted page (Makini Link), in a browser'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-browser -d 'Open no browser, only print the address'
complete -c makini -n "__fish_makini_using_subcommand connect" -l magic-link -d 'Make a Magic Link: an address to send to whoever can sign in to the system'
complete -c makini -n "__fish_makini_using_subcommand connect" -l open -d 'Open the Magic Link in a browser, too'
complete -c makini -n "__fish_makini_using_subcommand connect" -l on-premises -d 'The system runs on premises; it costs twice the credits'
complete -c makini -n "__fish_makini_using_subcommand connect" -l no-wait -d 'Do not wait for the first sync'
complete -c makini -n "__fish_makini_using_subcommand connect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field -d 'A field that the system asks for, once for each; never a secret' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field-stdin -d 'Read this field from stdin: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l field-file -d 'Read a field from a file: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l link-time -d 'How long to wait for the person in the browser' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l expires -d 'How long the Magic Link works' -r
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l web -d 'Sign in to the system on the hosted page (Makini Link), in a browser'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l no-browser -d 'Open no browser, only print the address'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l magic-link -d 'Make a Magic Link: an address to send to whoever can sign in to the system'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -l open -d 'Open the Magic Link in a browser, too'
complete -c makini -n "__fish_makini_using_subcommand reconnect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l confirm -d 'Confirms without a question: the name or ID of a connection, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -l dry-run -d 'Only say what would happen'
complete -c makini -n "__fish_makini_using_subcommand disconnect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "list" -d 'List connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "show" -d 'Show everything known of one connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "status" -d 'Show how connections are'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "metadata" -d 'Show or write a connection\'s metadata'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "settings" -d 'Show or change what is set for a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "mapping" -d 'Show or change which field comes from which column'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "rename" -d 'Change a connection\'s name or e-mail'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "reconnect" -d 'Give a connection new credentials'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "magic-links" -d 'List Magic Links, the newest first'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "reactivate" -d 'Make an inactive connection active again'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "disconnect" -d 'End connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and not __fish_seen_subcommand_from list show status metadata settings mapping rename connect reconnect magic-links reactivate disconnect help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l status -d 'Only with this status' -r -f -a "pending\t''
synchronizing\t''
in_progress\t''
active\t''
inactive\t''
disconnected\t''"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l health -d 'Only with this health' -r -f -a "online\t''
offline\t''
reauthorization_required\t''"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l system -d 'Only of this system, by slug or name' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l search -d 'Only with this text in ID, name, e-mail or system' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l limit -d 'At most so many' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l all -d 'Every connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -l exit-status -d 'End with 1 if a connection is not well'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -l check -d 'Only compare: show which entries are not as given'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from metadata" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l set -d 'Change a setting; may be given several times' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from settings" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l set -d 'Let a field come from this column; may be given several times' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l reset -d 'Let a field come from where it came from at first, or remove one that was added' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -l changed -d 'Show only fields that somebody changed or added'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from mapping" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l email -d 'The new e-mail address' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l name -d 'What to call the connection' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l email -d 'Who connects it' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field -d 'A field that the system asks for, once for each; never a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field-stdin -d 'Read this field from stdin: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l field-file -d 'Read a field from a file: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l link-time -d 'How long to wait for the person in the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l expires -d 'How long the Magic Link works' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l metadata -d 'Metadata to write, once for each entry' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l wait-time -d 'How long to wait for the first sync' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l web -d 'Sign in to the system on the hosted page (Makini Link), in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-browser -d 'Open no browser, only print the address'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l magic-link -d 'Make a Magic Link: an address to send to whoever can sign in to the system'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l open -d 'Open the Magic Link in a browser, too'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l on-premises -d 'The system runs on premises; it costs twice the credits'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -l no-wait -d 'Do not wait for the first sync'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from connect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field -d 'A field that the system asks for, once for each; never a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field-stdin -d 'Read this field from stdin: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l field-file -d 'Read a field from a file: for a secret' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l link-time -d 'How long to wait for the person in the browser' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l expires -d 'How long the Magic Link works' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l web -d 'Sign in to the system on the hosted page (Makini Link), in a browser'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l no-browser -d 'Open no browser, only print the address'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l magic-link -d 'Make a Magic Link: an address to send to whoever can sign in to the system'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -l open -d 'Open the Magic Link in a browser, too'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reconnect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l limit -d 'Not more than this many' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -l pending -d 'Only those that can still be used'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from magic-links" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -l overage -d 'Take more credits than the account has; they are charged'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from reactivate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l confirm -d 'Confirms without a question: the name or ID of a connection, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -l dry-run -d 'Only say what would happen'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from disconnect" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "list" -d 'List connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show everything known of one connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how connections are'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "metadata" -d 'Show or write a connection\'s metadata'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "settings" -d 'Show or change what is set for a connection'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "mapping" -d 'Show or change which field comes from which column'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Change a connection\'s name or e-mail'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "reconnect" -d 'Give a connection new credentials'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "magic-links" -d 'List Magic Links, the newest first'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "reactivate" -d 'Make an inactive connection active again'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "disconnect" -d 'End connections'
complete -c makini -n "__fish_makini_using_subcommand connections; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -f -a "show" -d 'Show where a connection\'s token is, and when it ends'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -f -a "issue" -d 'Get a new token for a connection and keep it'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -f -a "revoke" -d 'Make every token of a connection invalid'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -f -a "export" -d 'Print a connection\'s token for another program'
complete -c makini -n "__fish_makini_using_subcommand token; and not __fish_seen_subcommand_from show issue revoke export help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l confirm -d 'Confirms without a question: the connection\'s name again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l format -d 'How to write it' -r -f -a "env\t'`export MAKINI_CONNECTION_TOKEN=…`'
json\t'`{"connection_id":…,"token":…,"expires_at":…}`'"
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -l reveal -d 'Print the token itself'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show where a connection\'s token is, and when it ends'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "issue" -d 'Get a new token for a connection and keep it'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "revoke" -d 'Make every token of a connection invalid'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "export" -d 'Print a connection\'s token for another program'
complete -c makini -n "__fish_makini_using_subcommand token; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "start" -d 'Start a sync of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "status" -d 'Show how syncing stands'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "list" -d 'List the syncs of a connection, the newest first'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "show" -d 'Show one sync with its entities'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "watch" -d 'Watch a sync to its end'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "cancel" -d 'Stop a running sync'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "schedule" -d 'Set how often a connection syncs'
complete -c makini -n "__fish_makini_using_subcommand sync; and not __fish_seen_subcommand_from start status list show watch cancel schedule help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l entity -d 'Only this entity, as `work-orders`; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l wait-time -d 'How long to watch, as `10m`; to the end if not given' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -l full -d 'Read everything again, not only what changed'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s w -l watch -d 'Watch it to its end, and end by its result'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l limit -d 'Not more than this many' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l wait-time -d 'How long to watch, as `10m`; to the end if not given' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from schedule" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a sync of a connection'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show how syncing stands'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the syncs of a connection, the newest first'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one sync with its entities'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Watch a sync to its end'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'Stop a running sync'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "schedule" -d 'Set how often a connection syncs'
complete -c makini -n "__fish_makini_using_subcommand sync; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand check" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand check" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand check" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand check" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l system -d 'Only connections of this system' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l search -d 'Only connections whose name or e-mail has this text' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l require -d 'There must be at least this many' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-sync-age -d 'How old the last good sync may be, as `24h`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l min-token-life -d 'How long the token must still last, as `3d`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-error-rate -d 'How many requests may fail, as `5%`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l max-p95 -d 'How long 95 of 100 requests may take, as `2s`' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l window -d 'How far back requests are counted' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l fail-on -d 'What makes the check fail' -r -f -a "critical\t'Only what is not well'
warning\t'Also what is worth a look'"
complete -c makini -n "__fish_makini_using_subcommand check" -l report -d 'Also write a report: `junit=FILE` (`-` for stdout), or `github` for annotations on stderr; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l exit-style -d 'What the exit code follows; `nagios` also prints its one line' -r -f -a "makini\t'The table of `makini exit-codes`'
nagios\t'0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN'"
complete -c makini -n "__fish_makini_using_subcommand check" -l concurrency -d 'How many connections are asked about at once' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l time-limit -d 'How long one connection may take' -r
complete -c makini -n "__fish_makini_using_subcommand check" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand check" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand check" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand check" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand check" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand check" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand check" -l all -d 'Check all connections; the default'
complete -c makini -n "__fish_makini_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand metrics" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand metrics" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand metrics" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l connection -d 'The same as CONNECTION' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l by -d 'What to group by: `connection`, `endpoint`, or both with a comma' -r -f -a "connection\t'Connections'
endpoint\t'Method and path template'"
complete -c makini -n "__fish_makini_using_subcommand metrics" -l bucket -d 'Also group by spans of time of this length, as `5m`' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l since -d 'From when: `24h` for that long ago, `2026-03-01`, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l until -d 'Until when, in the same forms; now if not given' -r
complete -c makini -n "__fish_makini_using_subcommand metrics" -l source -d 'Who tells: the server, the journal, or whichever is there' -r -f -a "auto\t'The server where it offers to, else the journal'
server\t'The server: every request to the account'
journal\t'The journal: the requests that this machine made'"
complete -c makini -n "__fish_makini_using_subcommand metrics" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand metrics" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand metrics" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand metrics" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand metrics" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand metrics" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "list" -d 'List alert rules and how they stand'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "add" -d 'Add an alert rule'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "remove" -d 'Remove an alert rule and its history'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "firing" -d 'Show what fires now'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "history" -d 'Show when rules began and ceased to fire, the newest first'
complete -c makini -n "__fish_makini_using_subcommand alerts; and not __fish_seen_subcommand_from list add remove firing history help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l above -d 'It fires above this: `800ms`, `5%`, `2h`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l window -d 'How far back requests count' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l connection -d 'Only this connection, by ID, name or a unique beginning' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l name -d 'What to call it' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from firing" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "list" -d 'List alert rules and how they stand'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add an alert rule'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove an alert rule and its history'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "firing" -d 'Show what fires now'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "history" -d 'Show when rules began and ceased to fire, the newest first'
complete -c makini -n "__fish_makini_using_subcommand alerts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "templates" -d 'List the workflows that can be set up'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "list" -d 'List the flows of your connections'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "add" -d 'Set a flow up for a connection'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "show" -d 'Show one flow'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "run" -d 'Start a flow now'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "executions" -d 'List executions, the newest first'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "logs" -d 'Show what an execution did, step by step'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "remove" -d 'Remove a flow with its executions'
complete -c makini -n "__fish_makini_using_subcommand flows; and not __fish_seen_subcommand_from templates list add show run executions logs remove help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from templates" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l connection -d 'Only of this connection, by ID, name or a unique beginning' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l connection -d 'The connection it is to run for, by ID, name or a unique beginning' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l input -d 'What it is started with, as JSON' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l connection -d 'Only of this connection, by ID, name or a unique beginning' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l status -d 'Only with this status: running, completed, failed or cancelled' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l limit -d 'Not more than this many' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from executions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from logs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "templates" -d 'List the workflows that can be set up'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the flows of your connections'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "add" -d 'Set a flow up for a connection'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one flow'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "run" -d 'Start a flow now'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "executions" -d 'List executions, the newest first'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "logs" -d 'Show what an execution did, step by step'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Remove a flow with its executions'
complete -c makini -n "__fish_makini_using_subcommand flows; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -f -a "list" -d 'List requests, the newest first'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -f -a "show" -d 'Explain one request by its ID'
complete -c makini -n "__fish_makini_using_subcommand requests; and not __fish_seen_subcommand_from list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l connection -d 'Only of this connection: its ID, its name, or a beginning that only one has' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l status -d 'Only with this status: `404`, `5xx`, `500-503`, or `none` for no answer; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l search -d 'Only with this text in method and path, the error code or the connection\'s name, or at the beginning of the ID' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l slower-than -d 'Only those that took longer than this, as `500ms`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sync -d 'Only of this sync; only the server knows that' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l since -d 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l until -d 'Until when, in the same forms' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l limit -d 'Not more than this many' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l source -d 'Who tells: the server, the journal, both, or whichever is there' -r -f -a "auto\t'The server where it offers to, else the journal'
server\t'The server: every request to the account, and the platform\'s own calls'
journal\t'The journal: the requests that this machine made'
both\t'Both, each request once'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -l errors -d 'Only those that failed'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l around -d 'How far around it to look for failures' -r
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "list" -d 'List requests, the newest first'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "show" -d 'Explain one request by its ID'
complete -c makini -n "__fish_makini_using_subcommand requests; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand credits" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand credits" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand credits" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand credits" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand credits" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand credits" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand credits" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand credits" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand credits" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand credits" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "verify" -d 'Verify a payload offline'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "sign" -d 'Sign a payload as the platform would'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "explain" -d 'Find out why a payload is not verified'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "listen" -d 'Receive webhooks, and keep what was acknowledged'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "inbox" -d 'Look at what was received, and tend it'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "replay" -d 'Send received events again, to any handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "trigger" -d 'Send sample events, signed, to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "endpoints" -d 'Say where the platform sends its webhooks'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "conditions" -d 'Have an event sent when a row meets a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "events" -d 'Show or choose which events a connection sends'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "deliveries" -d 'Look at what the platform sent, and have it sent again'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "drill" -d 'Try a handler with right, forged, repeated and late deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and not __fish_seen_subcommand_from verify sign explain listen inbox replay trigger endpoints conditions events deliveries drill help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s H -l header -d 'A header as it came; several' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l request -d 'File with a whole captured HTTP request, `-` for stdin, instead of headers and body' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l at -d 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l save-proven -d 'Write the text that was proven into this file: what to hand on' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l batch -d 'Verify many: a file of NDJSON deliveries, `-` for stdin' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l max-body -d 'Largest body that is read, as `64MiB`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -l explain -d 'Try the known mistakes when the signature is wrong, and name the one that was made'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l id -d 'Message ID, for schemes that sign one; random by default' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l save-body -d 'Write the bytes to send into this file: the canonical text, where the scheme signs that' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l at -d 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from sign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s H -l header -d 'A header as it came; several' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l request -d 'File with a whole captured HTTP request, `-` for stdin, instead of headers and body' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l at -d 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l other-secret-file -d 'File with another secret to try, as an old one; several' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l language -d 'Show the line to change in this language only' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l port -d 'Port to listen on, 4600 by default; 0 takes a free one' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l listen -d 'Address to listen on, with or without a port: `127.0.0.1`, `localhost:4600`, `[::1]:4600`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l host -d 'Name that it is reached by from outside, as a tunnel\'s; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l path -d 'Only path to receive on, as `/hook`; any by default' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-to -d 'Handler that events are forwarded to' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l route -d 'Handler for some events, as `sync.*=http://127.0.0.1:4000/`; may be repeated, the first that fits counts' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l allow-host -d 'Other machine that events may be forwarded to; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tls-certificate -d 'File with the certificate chain (PEM), to speak HTTPS' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tls-key -d 'File with the private key of the certificate (PEM)' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l poll -d 'Ask so often how syncs stand, as `60s`, and tell of those that ended without a webhook' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l until -d 'End after so many new events, once each was forwarded or at least tried' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l for -d 'End after this long, as `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l view -d 'How it is shown: live on the whole screen, or line by line; live on a terminal by default' -r -f -a "live\t'On the whole screen: filter, look into events, send them again'
lines\t'Line by line'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l ready-file -d 'File to write the ready line to, as JSON, once it answers' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l inbox -d 'File of the inbox, if not the one in the data folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l on-conflict -d 'Answer to a known ID with another body: both are kept, and the sender gets 200 (accept) or 409 (reject)' -r -f -a "accept\t'200, so that the sender stops'
reject\t'409, so that the sender notices'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-body -d 'Bytes of one body; a larger one is answered with 413' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-memory -d 'Bytes of all bodies in memory at one moment, received or waiting for the disk; more are answered with 503' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l body-time -d 'Time for one body to come in; a slower one is answered with 408' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-headers -d 'Headers of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-header-bytes -d 'Bytes of the head of one request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l header-time -d 'Time for the head of a request to come in; a slower connection is closed' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-connections -d 'Open connections; more wait' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l max-inbox -d 'Bytes at which the inbox accepts nothing more; the answer is 507 then' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-timeout -d 'How long a handler may take to answer' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-attempts -d 'How often an event is tried before it is given up' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-wait -d 'The wait after the first failure; it doubles with each' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l forward-wait-max -d 'The longest wait between two tries' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l allow-remote -d 'Let other machines reach it: `--listen` with an address that is not the loopback\'s needs this'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l accept-unsigned -d 'Look at no signature: accept what anybody sends'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -l keep-rejected -d 'Keep a note, without the body, of deliveries that are not verified'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from listen" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "list" -d 'List events, the newest first'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "gaps" -d 'List syncs that ended without a webhook, as `listen --poll` noticed them'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "show" -d 'Show one event with its headers, body and attempts'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "export" -d 'Write events with their bodies, one line of JSON each'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "prune" -d 'Remove old events'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "retry" -d 'Forward failed and waiting events again'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from inbox" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l to -d 'Handler to send them to' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l allow-host -d 'Other machine that events may be sent to; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l event -d 'Only with this name, as `assets.updated` or `sync.*`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l connection -d 'Only of this connection, by its ID' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l state -d 'Only where forwarding stands so' -r -f -a "none\t'It went nowhere, and will not'
pending\t'It waits'
delivered\t'A handler took it'
failed\t'It was given up'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l since -d 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l until -d 'Until when, in the same forms' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l inbox -d 'File of the inbox, if not the one in the data folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -l all -d 'Every event in the inbox'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from replay" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l to -d 'Handler to send to; by default the receiver that `makini webhooks listen` runs' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l allow-host -d 'Other machine that events may be sent to; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l set -d 'Change the event, as `body.mode=full` or `id=evt_1`; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l connection -d 'ID of the connection that the events are about; `con_sample`, or with `--sandbox` the first that fits' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l count -d 'How many' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l rate -d 'How many in a time, as `5/s` or `100/m`; as fast as they are answered by default' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l seed -d 'The same number makes up the same events' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l inbox -d 'File of the inbox, if not the one in the data folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l at -d 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l list -d 'List the names of events, and send nothing'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -l php -d 'Spell the JSON as PHP does, with `\\/` and `\\u00e9`: the value and its signature stay the same'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from trigger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "list" -d 'List endpoints'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "add" -d 'Add an endpoint'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "update" -d 'Change an endpoint, or turn it off and on'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "rotate" -d 'Give an endpoint a new secret'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "test" -d 'Send a test event to an endpoint and show what it answers'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "delete" -d 'Remove an endpoint and its deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from endpoints" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "list" -d 'List conditions'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "add" -d 'Add a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "remove" -d 'Remove a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from conditions" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l only -d 'Send only these from now on, as `sync.failed` or `assets.*`; several' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -l all -d 'Send all of them from now on'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from events" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "list" -d 'List deliveries, the newest first'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "show" -d 'Show one delivery with its event and attempts'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "retry" -d 'Have deliveries tried again'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from deliveries" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l url -d 'The handler' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l effects-url -d 'Where the handler says how many events had an effect, to see that a repeat has none' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l allow-host -d 'Other machine that the handler runs on' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l only -d 'Only these cases, by name; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l oversized -d 'Bytes of the delivery that is too large' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l report -d 'Write a report: `junit=FILE`; may be repeated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l seed -d 'The same number makes up the same events; a handler that remembers them takes them as repeats' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l scheme -d 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l canonicalization -d 'Text of the body that is signed: raw or json-stringify; by default the scheme\'s' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l algorithm -d 'Hash: sha1, sha256, sha384 or sha512' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l encoding -d 'Encoding of the signature: hex, base64 or base64url' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l prefix -d 'Text before the signature, as `sha256=`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l signature-header -d 'Header that carries the signature' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-file -d 'File with the secret, `-` for stdin; several while secrets are rotated' -r -F
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l secret-encoding -d 'How the secret is written: utf8, hex or whsec' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l tolerance -d 'Oldest signed time to accept, in seconds, or `none`' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l at -d 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago' -r
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from drill" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Verify a payload offline'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "sign" -d 'Sign a payload as the platform would'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Find out why a payload is not verified'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "listen" -d 'Receive webhooks, and keep what was acknowledged'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "inbox" -d 'Look at what was received, and tend it'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "replay" -d 'Send received events again, to any handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "trigger" -d 'Send sample events, signed, to a handler'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "endpoints" -d 'Say where the platform sends its webhooks'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "conditions" -d 'Have an event sent when a row meets a condition'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "events" -d 'Show or choose which events a connection sends'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "deliveries" -d 'Look at what the platform sent, and have it sent again'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "drill" -d 'Try a handler with right, forged, repeated and late deliveries'
complete -c makini -n "__fish_makini_using_subcommand webhooks; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "endpoints" -d 'List the endpoints that are known, and who named them'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "get" -d 'Call any path with GET'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "post" -d 'Call any path with POST'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "put" -d 'Call any path with PUT'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "delete" -d 'Call any path with DELETE'
complete -c makini -n "__fish_makini_using_subcommand api; and not __fish_seen_subcommand_from endpoints get post put delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l kind -d 'Only of this kind' -r -f -a "published\t'Documented'
withdrawn\t'Once documented'
advertised\t'Named by the server or the profile'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l all -d 'Also every endpoint of the three domains'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from endpoints" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l connection -d 'Call with the token of this connection, by ID or name' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l query -d 'Add to the query, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l header -d 'Send a header, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l dry-run -d 'Only print the call as a curl command, without the token'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l paginate -d 'Read every page of a list, one item a line'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l connection -d 'Call with the token of this connection, by ID or name' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l query -d 'Add to the query, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l header -d 'Send a header, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l input -d 'File with the body; `-` for stdin' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l dry-run -d 'Only print the call as a curl command, without the token'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l connection -d 'Call with the token of this connection, by ID or name' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l query -d 'Add to the query, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l header -d 'Send a header, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l input -d 'File with the body; `-` for stdin' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l dry-run -d 'Only print the call as a curl command, without the token'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from put" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l connection -d 'Call with the token of this connection, by ID or name' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l query -d 'Add to the query, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l header -d 'Send a header, once for each' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l dry-run -d 'Only print the call as a curl command, without the token'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "endpoints" -d 'List the endpoints that are known, and who named them'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "get" -d 'Call any path with GET'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "post" -d 'Call any path with POST'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "put" -d 'Call any path with PUT'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Call any path with DELETE'
complete -c makini -n "__fish_makini_using_subcommand api; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "start" -d 'Run it until Ctrl-C'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "status" -d 'Show whether it runs, where, and what is in it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "reset" -d 'Empty it and start over'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "clock" -d 'Show its clock, move it on, hold it, let it go'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "run" -d 'Run a scenario: connect, break, wait, and say what must be so'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "seed" -d 'Fill it from a file: connections, webhooks, faults, clock'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "snapshot" -d 'Keep its whole state under a name, and go back to it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "fault" -d 'Break something on purpose, and mend it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and not __fish_seen_subcommand_from start status reset clock run seed snapshot fault help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l port -d 'Port to listen on; 0 takes a free one' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l bind -d 'Address of this machine to listen on; any but the loopback\'s needs `--allow-remote` too' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l allowed-host -d 'Name that it is reached by from other machines or through a tunnel; may be repeated' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l state -d 'File to keep the state in, if not the one in the data folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l seed-file -d 'File that says what a new sandbox holds, see `makini sandbox seed --help`; an old one keeps what it has' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l time-scale -d 'How many times faster than life its clock goes: syncs, schedules, expiries, everything' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l clock -d 'What the clock of a new state shows first, as 2026-01-01T00:00:00Z; with `--freeze` every run is the same' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l seed -d 'Number that data, identities, latencies and chances follow from; only an empty sandbox takes another' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l scale -d 'How many times the usual rows new connections have: 250 gives lists of 100,000' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l ready-file -d 'File to write the ready line to, as JSON, once it answers' -r -F
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l for -d 'End after this long, as `10m`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l allow-remote -d 'Let other machines use it: whoever reaches it can, since everybody knows its client secret'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l memory -d 'Keep nothing: the state ends with the process'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l freeze -d 'Let the clock of a new state stand still; `makini sandbox clock advance` moves it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -l latency -d 'Let calls really take as long as the connected systems would'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "show" -d 'Show what time it is in the sandbox'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "advance" -d 'Move it on: what falls due on the way is done in its order, at once'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "freeze" -d 'Let it stand still'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "resume" -d 'Let it go on from where it is'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from clock" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l seed -d 'Draw data and chances from this number instead of the scenario\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "save" -d 'Keep the state as it is now'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "load" -d 'Put a snapshot in place of the state'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "list" -d 'List the snapshots that have a name'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "delete" -d 'Delete a snapshot'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from snapshot" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "add" -d 'Break something'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "list" -d 'List what is broken, and how often it struck'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "clear" -d 'Mend one fault, or all'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from fault" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "start" -d 'Run it until Ctrl-C'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show whether it runs, where, and what is in it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "reset" -d 'Empty it and start over'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "clock" -d 'Show its clock, move it on, hold it, let it go'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "run" -d 'Run a scenario: connect, break, wait, and say what must be so'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "seed" -d 'Fill it from a file: connections, webhooks, faults, clock'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "snapshot" -d 'Keep its whole state under a name, and go back to it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "fault" -d 'Break something on purpose, and mend it'
complete -c makini -n "__fish_makini_using_subcommand sandbox; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c makini -n "__fish_makini_using_subcommand demo" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand demo" -l pace -d 'How fast it goes' -r -f -a "normal\t'To be watched: about ten seconds'
fast\t'To be over soon'"
complete -c makini -n "__fish_makini_using_subcommand demo" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand demo" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand demo" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand demo" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand demo" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand demo" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand doctor" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand doctor" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand doctor" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand doctor" -l offline -d 'Look at this machine only and call nobody'
complete -c makini -n "__fish_makini_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand completions" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand completions" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand completions" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand completions" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand completions" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand completions" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand completions" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand completions" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand completions" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand man" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand man" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand man" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand man" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand man" -l dir -d 'Write every page into this folder' -r -F
complete -c makini -n "__fish_makini_using_subcommand man" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand man" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand man" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand man" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand man" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand man" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l profile -d 'Profile to use: one for each environment' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l server -d 'Address of the platform\'s API' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s o -l output -d 'How to show the answer' -r -f -a "table\t'For people; the default'
json\t'One JSON document'
ndjson\t'One JSON value per line and item'
yaml\t'The same document as JSON, in YAML'
csv\t'The table with the values behind it, separated by commas'"
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l jq -d 'Filter the JSON answer with a jq expression' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l columns -d 'Columns to show, by their keys' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l sort -d 'Column to sort by; `-KEY` for descending' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l color -d 'When to use colour' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Always, also in a pipe'
never\t'Never'"
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l timeout -d 'Time for one request to be answered, as `30s`' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l retries -d 'How often a call is tried again' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l secret-store -d 'Where secrets are kept: keyring, file, command, helper or none' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l ca-file -d 'PEM file of certificate authorities to trust besides the system\'s' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l proxy -d 'Proxy for every request' -r
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l sandbox -d 'Use the embedded platform: no account, no network'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l no-header -d 'Leave out the heading of tables'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s q -l quiet -d 'No progress and no notes on stderr'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s v -l verbose -d 'Say what is done on stderr; twice for every request'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -l no-input -d 'Never ask and never wait for a person'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s y -l yes -d 'Answer yes to ordinary questions, never to those that destroy'
complete -c makini -n "__fish_makini_using_subcommand exit-codes" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "login" -d 'Sign in, so that commands can use your account'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "logout" -d 'Forget the tokens of a profile'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "whoami" -d 'Show who you are and every setting with its origin'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "profile" -d 'Manage profiles: one for each environment'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "systems" -d 'Browse the systems that can be connected'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "connect" -d 'Connect a system'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "reconnect" -d 'Give a connection new credentials'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "disconnect" -d 'End a connection'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "connections" -d 'List connections and see how they are'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "token" -d 'Manage tokens of connections'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "sync" -d 'Start syncs and watch them'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "check" -d 'Check every connection, for CI'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "metrics" -d 'Show response times, throughput and error rates'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "alerts" -d 'Be told when latency, errors or old data cross a line'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "flows" -d 'Set up workflows and see what they did'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "requests" -d 'Look up requests'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "credits" -d 'Show credits and what holds them'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "webhooks" -d 'Verify, sign, receive and test webhooks'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "api" -d 'Call any endpoint, and see which there are'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "sandbox" -d 'Run the embedded platform'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "demo" -d 'See the whole main job on a temporary sandbox'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "doctor" -d 'Check this machine and the way to the server'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "completions" -d 'Print the completion script of a shell'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "man" -d 'Print or write the manual pages'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "exit-codes" -d 'Show the table of exit codes'
complete -c makini -n "__fish_makini_using_subcommand help; and not __fish_seen_subcommand_from login logout whoami profile systems connect reconnect disconnect connections token sync check metrics alerts flows requests credits webhooks api sandbox demo doctor completions man exit-codes help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
