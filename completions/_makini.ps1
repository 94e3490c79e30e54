
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'makini' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'makini'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'makini' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in with the credentials of your application')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove the tokens of a profile from this machine')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show the current login and every setting with its source')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Manage profiles (one per environment)')
            [CompletionResult]::new('systems', 'systems', [CompletionResultType]::ParameterValue, 'Browse the catalogue of supported systems')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Reconnect a connection with new credentials')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'Disconnect connections')
            [CompletionResult]::new('connections', 'connections', [CompletionResultType]::ParameterValue, 'List, inspect and change connections')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Manage tokens of connections')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Start, watch and schedule syncs')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check connections against budgets, for CI')
            [CompletionResult]::new('metrics', 'metrics', [CompletionResultType]::ParameterValue, 'Show response times, throughput and error rates')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Manage alert rules (latency, error rate, sync age)')
            [CompletionResult]::new('flows', 'flows', [CompletionResultType]::ParameterValue, 'Manage Flows and inspect their executions')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Look up requests')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Show credits and the connections that use them')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Verify, sign, receive and test webhooks')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call any endpoint of the API')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run and control the embedded platform (sandbox)')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Run a guided demo on a temporary sandbox')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Diagnose configuration and connectivity')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print or write the manual pages')
            [CompletionResult]::new('exit-codes', 'exit-codes', [CompletionResultType]::ParameterValue, 'Show the table of exit codes')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Show the version, commit, target and features of this build')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;login' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--client-id', '--client-id', [CompletionResultType]::ParameterName, 'Client ID of the application')
            [CompletionResult]::new('--client-secret-file', '--client-secret-file', [CompletionResultType]::ParameterName, 'Read the client secret from a file')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port of the redirect address')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--client-secret-stdin', '--client-secret-stdin', [CompletionResultType]::ParameterName, 'Read the client secret from stdin')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Log in with a browser on this machine')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Read an existing token from stdin')
            [CompletionResult]::new('--forget-secret', '--forget-secret', [CompletionResultType]::ParameterName, 'Do not store the client secret')
            break
        }
        'makini;logout' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Do not request the list of connections from the platform')
            break
        }
        'makini;whoami' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Verify the token with the server')
            break
        }
        'makini;profile' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default profile')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile and its secrets')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;profile;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;profile;use' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;profile;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;profile;remove' {
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by the name of the profile, without a prompt')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;profile;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Set the default profile')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a profile')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile and its secrets')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;profile;help;list' {
            break
        }
        'makini;profile;help;use' {
            break
        }
        'makini;profile;help;show' {
            break
        }
        'makini;profile;help;remove' {
            break
        }
        'makini;profile;help;help' {
            break
        }
        'makini;systems' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List supported systems')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search for a system by name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the credentials that a system requires')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;systems;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--category', '--category', [CompletionResultType]::ParameterName, 'Only systems of this category')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'Only systems with data of this domain')
            [CompletionResult]::new('--tier', '--tier', [CompletionResultType]::ParameterName, 'Only systems of this tier')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;systems;search' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;systems;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;systems;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List supported systems')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Search for a system by name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the credentials that a system requires')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;systems;help;list' {
            break
        }
        'makini;systems;help;search' {
            break
        }
        'makini;systems;help;show' {
            break
        }
        'makini;systems;help;help' {
            break
        }
        'makini;connect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the connection')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'E-mail address of the owner')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Field, not a secret (can be repeated)')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Secret field from stdin')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Secret field from a file (can be repeated)')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Lifetime of the Magic Link')
            [CompletionResult]::new('--metadata', '--metadata', [CompletionResultType]::ParameterName, 'Metadata entry (can be repeated)')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the first sync')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in on the hosted page in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Print the address and do not open a browser')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Create a Magic Link for somebody else')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Also open the Magic Link in a browser')
            [CompletionResult]::new('--on-premises', '--on-premises', [CompletionResultType]::ParameterName, 'The system runs on premises')
            [CompletionResult]::new('--no-wait', '--no-wait', [CompletionResultType]::ParameterName, 'Do not wait for the first sync')
            break
        }
        'makini;reconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Field, not a secret (can be repeated)')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Secret field from stdin')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Secret field from a file (can be repeated)')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Lifetime of the Magic Link')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in on the hosted page in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Print the address and do not open a browser')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Create a Magic Link for somebody else')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Also open the Magic Link in a browser')
            break
        }
        'makini;disconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by name or ID without a prompt (can be repeated)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would happen, and change nothing')
            break
        }
        'makini;connections' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the details of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the status of connections')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Show or update the metadata of a connection')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show or update the settings of a connection')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Show or update the field mapping of a connection')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Update the name or e-mail of a connection')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Reconnect a connection with new credentials')
            [CompletionResult]::new('magic-links', 'magic-links', [CompletionResultType]::ParameterValue, 'List Magic Links, newest first')
            [CompletionResult]::new('reactivate', 'reactivate', [CompletionResultType]::ParameterValue, 'Reactivate an inactive connection')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'Disconnect connections')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;connections;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only connections with this status (can be repeated)')
            [CompletionResult]::new('--health', '--health', [CompletionResultType]::ParameterName, 'Only connections with this health (can be repeated)')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'Only connections of this system (can be repeated)')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only connections with this text in ID, name, e-mail or system')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of connections to list')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;connections;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;connections;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All connections')
            [CompletionResult]::new('--exit-status', '--exit-status', [CompletionResultType]::ParameterName, 'Exit with 1 if a connection is unhealthy, 6 if there is none')
            break
        }
        'makini;connections;metadata' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Compare only: show the entries that differ')
            break
        }
        'makini;connections;settings' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Change a setting (can be repeated)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;connections;mapping' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Map a field to a column (can be repeated)')
            [CompletionResult]::new('--reset', '--reset', [CompletionResultType]::ParameterName, 'Reset a field to its original column, or remove an added one (can be repeated)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--changed', '--changed', [CompletionResultType]::ParameterName, 'Only fields that were changed or added')
            break
        }
        'makini;connections;rename' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'New e-mail address')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;connections;connect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the connection')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'E-mail address of the owner')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Field, not a secret (can be repeated)')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Secret field from stdin')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Secret field from a file (can be repeated)')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Lifetime of the Magic Link')
            [CompletionResult]::new('--metadata', '--metadata', [CompletionResultType]::ParameterName, 'Metadata entry (can be repeated)')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the first sync')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in on the hosted page in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Print the address and do not open a browser')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Create a Magic Link for somebody else')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Also open the Magic Link in a browser')
            [CompletionResult]::new('--on-premises', '--on-premises', [CompletionResultType]::ParameterName, 'The system runs on premises')
            [CompletionResult]::new('--no-wait', '--no-wait', [CompletionResultType]::ParameterName, 'Do not wait for the first sync')
            break
        }
        'makini;connections;reconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'Field, not a secret (can be repeated)')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Secret field from stdin')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Secret field from a file (can be repeated)')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'Maximum time to wait for the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'Lifetime of the Magic Link')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in on the hosted page in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Print the address and do not open a browser')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Create a Magic Link for somebody else')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Also open the Magic Link in a browser')
            break
        }
        'makini;connections;magic-links' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--pending', '--pending', [CompletionResultType]::ParameterName, 'Only links that can still be used')
            break
        }
        'makini;connections;reactivate' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--overage', '--overage', [CompletionResultType]::ParameterName, 'Exceed the credits of the account; the excess is charged')
            break
        }
        'makini;connections;disconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by name or ID without a prompt (can be repeated)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would happen, and change nothing')
            break
        }
        'makini;connections;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the details of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the status of connections')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Show or update the metadata of a connection')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show or update the settings of a connection')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Show or update the field mapping of a connection')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Update the name or e-mail of a connection')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Reconnect a connection with new credentials')
            [CompletionResult]::new('magic-links', 'magic-links', [CompletionResultType]::ParameterValue, 'List Magic Links, newest first')
            [CompletionResult]::new('reactivate', 'reactivate', [CompletionResultType]::ParameterValue, 'Reactivate an inactive connection')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'Disconnect connections')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;connections;help;list' {
            break
        }
        'makini;connections;help;show' {
            break
        }
        'makini;connections;help;status' {
            break
        }
        'makini;connections;help;metadata' {
            break
        }
        'makini;connections;help;settings' {
            break
        }
        'makini;connections;help;mapping' {
            break
        }
        'makini;connections;help;rename' {
            break
        }
        'makini;connections;help;connect' {
            break
        }
        'makini;connections;help;reconnect' {
            break
        }
        'makini;connections;help;magic-links' {
            break
        }
        'makini;connections;help;reactivate' {
            break
        }
        'makini;connections;help;disconnect' {
            break
        }
        'makini;connections;help;help' {
            break
        }
        'makini;token' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show where the token of a connection is stored and when it expires')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Issue and store a new token for a connection')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace the token of a connection')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke all tokens of a connection')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print the token of a connection for another program')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;token;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            break
        }
        'makini;token;issue' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            break
        }
        'makini;token;rotate' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the new token itself')
            break
        }
        'makini;token;revoke' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by the name of the connection, without a prompt')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;token;export' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Format of the output')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            break
        }
        'makini;token;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show where the token of a connection is stored and when it expires')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Issue and store a new token for a connection')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Replace the token of a connection: the old one is ended')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Revoke all tokens of a connection')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print the token of a connection for another program')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;token;help;show' {
            break
        }
        'makini;token;help;issue' {
            break
        }
        'makini;token;help;rotate' {
            break
        }
        'makini;token;help;revoke' {
            break
        }
        'makini;token;help;export' {
            break
        }
        'makini;token;help;help' {
            break
        }
        'makini;sync' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a sync of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the sync status of connections')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the syncs of a connection, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a sync and its entities')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Watch a sync until it ends')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a running sync')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Set the sync schedule of a connection')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sync;start' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--entity', '--entity', [CompletionResultType]::ParameterName, 'Only this entity, for example `work-orders` (can be repeated)')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'Maximum time to watch, for example `10m`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'Read everything, not only changes')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Watch the sync and exit by its result')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Watch the sync and exit by its result')
            break
        }
        'makini;sync;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;watch' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'Maximum time to watch, for example `10m`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;cancel' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;schedule' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sync;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a sync of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the sync status of connections')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the syncs of a connection, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a sync and its entities')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Watch a sync until it ends')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a running sync')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Set the sync schedule of a connection')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sync;help;start' {
            break
        }
        'makini;sync;help;status' {
            break
        }
        'makini;sync;help;list' {
            break
        }
        'makini;sync;help;show' {
            break
        }
        'makini;sync;help;watch' {
            break
        }
        'makini;sync;help;cancel' {
            break
        }
        'makini;sync;help;schedule' {
            break
        }
        'makini;sync;help;help' {
            break
        }
        'makini;check' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'Only connections of this system')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in name or e-mail')
            [CompletionResult]::new('--require', '--require', [CompletionResultType]::ParameterName, 'Minimum number of connections')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'Lowest severity that fails the check')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Report `junit=FILE`, `github` (can be repeated)')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'Meaning of the exit code')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Maximum number of concurrent checks')
            [CompletionResult]::new('--time-limit', '--time-limit', [CompletionResultType]::ParameterName, 'Timeout of one connection')
            [CompletionResult]::new('--max-sync-age', '--max-sync-age', [CompletionResultType]::ParameterName, 'Maximum sync age, for example `24h`')
            [CompletionResult]::new('--min-token-life', '--min-token-life', [CompletionResultType]::ParameterName, 'Minimum token lifetime, for example `3d`')
            [CompletionResult]::new('--max-error-rate', '--max-error-rate', [CompletionResultType]::ParameterName, 'Maximum error rate, for example `5%`')
            [CompletionResult]::new('--max-p95', '--max-p95', [CompletionResultType]::ParameterName, 'Maximum p95 latency, for example `2s`')
            [CompletionResult]::new('--max-failed-deliveries', '--max-failed-deliveries', [CompletionResultType]::ParameterName, 'Maximum number of webhook deliveries given up')
            [CompletionResult]::new('--min-requests', '--min-requests', [CompletionResultType]::ParameterName, 'Minimum number of requests for an error rate or latency')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'Time range to evaluate')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Check all connections (default)')
            [CompletionResult]::new('--allow-none', '--allow-none', [CompletionResultType]::ParameterName, 'Pass when there is no connection to check')
            break
        }
        'makini;metrics' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'The same as CONNECTION')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Group by `connection`, `endpoint`, `kind`, or several (comma-separated)')
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only requests of this kind')
            [CompletionResult]::new('--bucket', '--bucket', [CompletionResultType]::ParameterName, 'Also group by time buckets of this length, for example `5m`')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'Where to read from')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;alerts' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List alert rules and their state')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an alert rule')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an alert rule and its history')
            [CompletionResult]::new('firing', 'firing', [CompletionResultType]::ParameterValue, 'List the alert rules that are firing')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List when alert rules started and stopped firing, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;alerts;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;alerts;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--above', '--above', [CompletionResultType]::ParameterName, 'Fire above this value, for example `800ms`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'Time range to evaluate, for example `10m`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the rule')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;alerts;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;alerts;firing' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--allow-none', '--allow-none', [CompletionResultType]::ParameterName, 'Pass when there is no alert rule')
            break
        }
        'makini;alerts;history' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;alerts;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List alert rules and their state')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an alert rule')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an alert rule and its history')
            [CompletionResult]::new('firing', 'firing', [CompletionResultType]::ParameterValue, 'List the alert rules that are firing')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'List when alert rules started and stopped firing, newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;alerts;help;list' {
            break
        }
        'makini;alerts;help;add' {
            break
        }
        'makini;alerts;help;remove' {
            break
        }
        'makini;alerts;help;firing' {
            break
        }
        'makini;alerts;help;history' {
            break
        }
        'makini;alerts;help;help' {
            break
        }
        'makini;flows' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List the available Flow templates')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the Flows of your connections')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a Flow to a connection')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a Flow')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a Flow now')
            [CompletionResult]::new('executions', 'executions', [CompletionResultType]::ParameterValue, 'List executions, newest first')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show the steps of an execution')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a Flow and its executions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;flows;templates' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Connection: ID, name or unique prefix')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;run' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'Input as JSON')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;executions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status, for example `failed`')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;logs' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;flows;help' {
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List the available Flow templates')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the Flows of your connections')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a Flow to a connection')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a Flow')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a Flow now')
            [CompletionResult]::new('executions', 'executions', [CompletionResultType]::ParameterValue, 'List executions, newest first')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show the steps of an execution')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a Flow and its executions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;flows;help;templates' {
            break
        }
        'makini;flows;help;list' {
            break
        }
        'makini;flows;help;add' {
            break
        }
        'makini;flows;help;show' {
            break
        }
        'makini;flows;help;run' {
            break
        }
        'makini;flows;help;executions' {
            break
        }
        'makini;flows;help;logs' {
            break
        }
        'makini;flows;help;remove' {
            break
        }
        'makini;flows;help;help' {
            break
        }
        'makini;requests' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List requests, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain a request by its ID')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;requests;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status, for example `5xx`')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only requests with this text')
            [CompletionResult]::new('--slower-than', '--slower-than', [CompletionResultType]::ParameterName, 'Only slower than this, for example `500ms`')
            [CompletionResult]::new('--sync', '--sync', [CompletionResultType]::ParameterName, 'Only requests of this sync (server log)')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'Where to read from')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--errors', '--errors', [CompletionResultType]::ParameterName, 'Only failed requests')
            break
        }
        'makini;requests;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--around', '--around', [CompletionResultType]::ParameterName, 'Time range before and after to search for other failures')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;requests;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List requests, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain a request by its ID')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;requests;help;list' {
            break
        }
        'makini;requests;help;show' {
            break
        }
        'makini;requests;help;help' {
            break
        }
        'makini;credits' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify the signature of a webhook, offline')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a payload as the platform does')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain why a webhook does not verify')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Receive webhooks and store them in the inbox')
            [CompletionResult]::new('inbox', 'inbox', [CompletionResultType]::ParameterValue, 'Inspect and manage received events')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Replay received events to a handler')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Send signed sample events to a handler')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'Manage webhook endpoints of the platform')
            [CompletionResult]::new('conditions', 'conditions', [CompletionResultType]::ParameterValue, 'Manage conditions (send an event when a row matches)')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Show or set the events that a connection sends')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'Inspect and retry deliveries of the platform')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Test a handler with valid, forged, repeated and late deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;verify' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--save-proven', '--save-proven', [CompletionResultType]::ParameterName, 'Write the verified payload to this file')
            [CompletionResult]::new('--batch', '--batch', [CompletionResultType]::ParameterName, 'Verify a file of NDJSON deliveries, `-` for stdin')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Maximum body size, for example `64MiB`')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Header as received (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Header as received (can be repeated)')
            [CompletionResult]::new('--request', '--request', [CompletionResultType]::ParameterName, 'File with a captured request, `-` for stdin')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of verification or signing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'If the signature is wrong, find the mistake')
            break
        }
        'makini;webhooks;sign' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Message ID, for schemes that sign one; default: random')
            [CompletionResult]::new('--save-body', '--save-body', [CompletionResultType]::ParameterName, 'Write the body to send to this file')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of verification or signing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;explain' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--other-secret-file', '--other-secret-file', [CompletionResultType]::ParameterName, 'Another secret to try (can be repeated)')
            [CompletionResult]::new('--language', '--language', [CompletionResultType]::ParameterName, 'Show code in this language only')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'Header as received (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Header as received (can be repeated)')
            [CompletionResult]::new('--request', '--request', [CompletionResultType]::ParameterName, 'File with a captured request, `-` for stdin')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of verification or signing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;listen' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port to listen on; 0 selects a free port [default: 4600]')
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on, with or without a port')
            [CompletionResult]::new('--allowed-host', '--allowed-host', [CompletionResultType]::ParameterName, 'Host name that requests may name in `Host`, for example of a tunnel (can be repeated)')
            [CompletionResult]::new('--path', '--path', [CompletionResultType]::ParameterName, 'Only path to receive on, for example `/hook`; default: any')
            [CompletionResult]::new('--health-path', '--health-path', [CompletionResultType]::ParameterName, 'Path of health checks, for example for a load balancer; they are not noted')
            [CompletionResult]::new('--tls-certificate', '--tls-certificate', [CompletionResultType]::ParameterName, 'File with the certificate chain (PEM), for HTTPS')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'File with the private key (PEM)')
            [CompletionResult]::new('--poll', '--poll', [CompletionResultType]::ParameterName, 'Poll sync status at this interval; report syncs that ended without a webhook')
            [CompletionResult]::new('--exit-after', '--exit-after', [CompletionResultType]::ParameterName, 'Exit after COUNT new events were forwarded or attempted')
            [CompletionResult]::new('--view', '--view', [CompletionResultType]::ParameterName, 'Output: `live` (full screen, default at a terminal) or `lines`')
            [CompletionResult]::new('--ready-file', '--ready-file', [CompletionResultType]::ParameterName, 'Write the ready line to this file, as JSON, once requests are accepted')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Exit after this time, for example `10m`')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--on-conflict', '--on-conflict', [CompletionResultType]::ParameterName, 'Response to a known ID with a different body; both are stored')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Maximum size of a body, for example `1MiB`; larger: 413')
            [CompletionResult]::new('--max-memory', '--max-memory', [CompletionResultType]::ParameterName, 'Maximum size of all bodies in memory, for example `64MiB`; more: 503')
            [CompletionResult]::new('--body-time', '--body-time', [CompletionResultType]::ParameterName, 'Maximum time to receive a body; slower: 408')
            [CompletionResult]::new('--max-headers', '--max-headers', [CompletionResultType]::ParameterName, 'Maximum number of headers')
            [CompletionResult]::new('--max-header-bytes', '--max-header-bytes', [CompletionResultType]::ParameterName, 'Maximum size of the head of a request, for example `64KiB`')
            [CompletionResult]::new('--header-time', '--header-time', [CompletionResultType]::ParameterName, 'Maximum time to receive the head of a request')
            [CompletionResult]::new('--max-connections', '--max-connections', [CompletionResultType]::ParameterName, 'Maximum number of open connections; more wait')
            [CompletionResult]::new('--max-inbox', '--max-inbox', [CompletionResultType]::ParameterName, 'Maximum size of the inbox, for example `4GiB`; larger: 507')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'URL of the handler to forward events to')
            [CompletionResult]::new('--route', '--route', [CompletionResultType]::ParameterName, 'Handler of some events, for example `sync.*=http://127.0.0.1:4000/` (can be repeated)')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Also allow sending to this host (can be repeated)')
            [CompletionResult]::new('--forward-timeout', '--forward-timeout', [CompletionResultType]::ParameterName, 'Timeout of the handler')
            [CompletionResult]::new('--forward-attempts', '--forward-attempts', [CompletionResultType]::ParameterName, 'Maximum number of attempts of one event')
            [CompletionResult]::new('--forward-wait', '--forward-wait', [CompletionResultType]::ParameterName, 'Delay after the first failure; doubles with each')
            [CompletionResult]::new('--forward-wait-max', '--forward-wait-max', [CompletionResultType]::ParameterName, 'Maximum delay between two attempts')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--allow-remote', '--allow-remote', [CompletionResultType]::ParameterName, 'Allow other machines: required for other than loopback addresses')
            [CompletionResult]::new('--accept-unsigned', '--accept-unsigned', [CompletionResultType]::ParameterName, 'Accept deliveries without verifying their signature')
            [CompletionResult]::new('--keep-rejected', '--keep-rejected', [CompletionResultType]::ParameterName, 'Record rejected deliveries, without their body')
            [CompletionResult]::new('--strict-200', '--strict-200', [CompletionResultType]::ParameterName, 'Retry events that the handler answers with a 2xx other than 200, as the platform does')
            break
        }
        'makini;webhooks;inbox' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook (see `listen --poll`)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export events with their bodies as NDJSON')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry forwarding failed and pending events')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;inbox;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, for example `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection (ID)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events in this forwarding state')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--duplicated', '--duplicated', [CompletionResultType]::ParameterName, 'Only events that were received more than once')
            [CompletionResult]::new('--conflicted', '--conflicted', [CompletionResultType]::ParameterName, 'Only events whose ID was received with different bodies')
            break
        }
        'makini;webhooks;inbox;gaps' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only gaps that no event has filled')
            break
        }
        'makini;webhooks;inbox;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;inbox;export' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, for example `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection (ID)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events in this forwarding state')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;inbox;prune' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Remove events before this time: `30d` ago, a date, or RFC 3339')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'Remove the oldest events until the inbox has this size in bytes')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm `--unfinished` with the word `unfinished`, without a prompt')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--unfinished', '--unfinished', [CompletionResultType]::ParameterName, 'Also remove pending and failed events')
            break
        }
        'makini;webhooks;inbox;retry' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, for example `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection (ID)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events in this forwarding state')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Also events that were delivered or matched no route')
            break
        }
        'makini;webhooks;inbox;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook (see `listen --poll`)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export events with their bodies as NDJSON')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry forwarding failed and pending events')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;inbox;help;list' {
            break
        }
        'makini;webhooks;inbox;help;gaps' {
            break
        }
        'makini;webhooks;inbox;help;show' {
            break
        }
        'makini;webhooks;inbox;help;export' {
            break
        }
        'makini;webhooks;inbox;help;prune' {
            break
        }
        'makini;webhooks;inbox;help;retry' {
            break
        }
        'makini;webhooks;inbox;help;help' {
            break
        }
        'makini;webhooks;replay' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'URL of the handler')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Also allow sending to this host (can be repeated)')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, for example `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection (ID)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only events in this forwarding state')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Start: `24h` ago, a date, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End, in the same forms; default: now')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All events of the inbox')
            break
        }
        'makini;webhooks;trigger' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'URL of the handler; default: the running `makini webhooks listen`')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Also allow sending to this host (can be repeated)')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Change the event, for example `body.mode=full` (can be repeated)')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Connection ID in the events')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Number of events')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'Maximum rate, for example `5/s` or `100/m`')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed for generated events')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'Inbox file; default: in the data folder')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of verification or signing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the names of events, and send nothing')
            [CompletionResult]::new('--php', '--php', [CompletionResultType]::ParameterName, 'Serialize JSON like PHP, with `\/` and `\u00e9`')
            break
        }
        'makini;webhooks;endpoints' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Update, enable or disable an endpoint')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Rotate the secret of an endpoint')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show the response')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;endpoints;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;add' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event (can be repeated)')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Serialization of JSON')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Write the secret to this new private file')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--store-secret', '--store-secret', [CompletionResultType]::ParameterName, 'Store the secret as the webhook secret of this profile')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the secret with the output')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;update' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'New URL')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only these events (can be repeated)')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Serialization of JSON')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--all-events', '--all-events', [CompletionResultType]::ParameterName, 'All events')
            [CompletionResult]::new('--all-connections', '--all-connections', [CompletionResultType]::ParameterName, 'Events of all connections')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Enable the endpoint')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Disable the endpoint')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;rotate' {
            [CompletionResult]::new('--overlap', '--overlap', [CompletionResultType]::ParameterName, 'Time for which the old secret stays valid, up to `7d` [default: 1d]')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Write the secret to this new private file')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--store-secret', '--store-secret', [CompletionResultType]::ParameterName, 'Store the secret as the webhook secret of this profile')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the secret with the output')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;test' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Name of the event [default: sync.completed]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;remove' {
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by the ID of the endpoint, without a prompt')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;endpoints;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Update, enable or disable an endpoint')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Rotate the secret of an endpoint')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show the response')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;endpoints;help;list' {
            break
        }
        'makini;webhooks;endpoints;help;add' {
            break
        }
        'makini;webhooks;endpoints;help;update' {
            break
        }
        'makini;webhooks;endpoints;help;rotate' {
            break
        }
        'makini;webhooks;endpoints;help;test' {
            break
        }
        'makini;webhooks;endpoints;help;remove' {
            break
        }
        'makini;webhooks;endpoints;help;help' {
            break
        }
        'makini;webhooks;conditions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conditions')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a condition')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a condition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;conditions;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;conditions;add' {
            [CompletionResult]::new('--entity', '--entity', [CompletionResultType]::ParameterName, 'Entity, for example `work-orders`')
            [CompletionResult]::new('--when', '--when', [CompletionResultType]::ParameterName, 'Condition: `status equals Completed`')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Name of the event, without `flow.`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;conditions;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;conditions;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conditions')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a condition')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a condition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;conditions;help;list' {
            break
        }
        'makini;webhooks;conditions;help;add' {
            break
        }
        'makini;webhooks;conditions;help;remove' {
            break
        }
        'makini;webhooks;conditions;help;help' {
            break
        }
        'makini;webhooks;events' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Send only these events, for example `sync.failed` or `assets.*` (can be repeated)')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Send all events')
            break
        }
        'makini;webhooks;deliveries' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a delivery, its event and its attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;deliveries;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status, for example `failed`')
            [CompletionResult]::new('--endpoint', '--endpoint', [CompletionResultType]::ParameterName, 'Only deliveries to this endpoint (ID, URL or prefix)')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only this event, for example `sync.*`')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Maximum number of rows')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;deliveries;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;deliveries;retry' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--failed', '--failed', [CompletionResultType]::ParameterName, 'All failed deliveries')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;deliveries;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a delivery, its event and its attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;deliveries;help;list' {
            break
        }
        'makini;webhooks;deliveries;help;show' {
            break
        }
        'makini;webhooks;deliveries;help;retry' {
            break
        }
        'makini;webhooks;deliveries;help;help' {
            break
        }
        'makini;webhooks;drill' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'URL of the handler')
            [CompletionResult]::new('--effects-url', '--effects-url', [CompletionResultType]::ParameterName, 'URL that returns the number of processed events, to detect repeated effects')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Also allow sending to this host (can be repeated)')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Only these cases (can be repeated)')
            [CompletionResult]::new('--oversized', '--oversized', [CompletionResultType]::ParameterName, 'Size of the oversized delivery in bytes')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write a report: `junit=FILE` (can be repeated)')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed for generated events; the same seed repeats the same events')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Form of the body that is signed; default: that of the scheme')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash of the HMAC; default: that of the scheme')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature; default: that of the scheme')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, for example `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header with the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin (can be repeated)')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'Encoding of the secret; default: that of the scheme')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Maximum age in seconds, or `none`')
            [CompletionResult]::new('--public-url', '--public-url', [CompletionResultType]::ParameterName, 'URL that the sender calls, for schemes that sign it (twilio)')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Time of verification or signing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;webhooks;help' {
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify the signature of a webhook, offline')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a payload as the platform does')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Explain why a webhook does not verify')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Receive webhooks and store them in the inbox')
            [CompletionResult]::new('inbox', 'inbox', [CompletionResultType]::ParameterValue, 'Inspect and manage received events')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Replay received events to a handler')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Send signed sample events to a handler')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'Manage webhook endpoints of the platform')
            [CompletionResult]::new('conditions', 'conditions', [CompletionResultType]::ParameterValue, 'Manage conditions (send an event when a row matches)')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Show or set the events that a connection sends')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'Inspect and retry deliveries of the platform')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Test a handler with valid, forged, repeated and late deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;help;verify' {
            break
        }
        'makini;webhooks;help;sign' {
            break
        }
        'makini;webhooks;help;explain' {
            break
        }
        'makini;webhooks;help;listen' {
            break
        }
        'makini;webhooks;help;inbox' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook (see `listen --poll`)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show an event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export events with their bodies as NDJSON')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry forwarding failed and pending events')
            break
        }
        'makini;webhooks;help;inbox;list' {
            break
        }
        'makini;webhooks;help;inbox;gaps' {
            break
        }
        'makini;webhooks;help;inbox;show' {
            break
        }
        'makini;webhooks;help;inbox;export' {
            break
        }
        'makini;webhooks;help;inbox;prune' {
            break
        }
        'makini;webhooks;help;inbox;retry' {
            break
        }
        'makini;webhooks;help;replay' {
            break
        }
        'makini;webhooks;help;trigger' {
            break
        }
        'makini;webhooks;help;endpoints' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Update, enable or disable an endpoint')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Rotate the secret of an endpoint')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show the response')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
            break
        }
        'makini;webhooks;help;endpoints;list' {
            break
        }
        'makini;webhooks;help;endpoints;add' {
            break
        }
        'makini;webhooks;help;endpoints;update' {
            break
        }
        'makini;webhooks;help;endpoints;rotate' {
            break
        }
        'makini;webhooks;help;endpoints;test' {
            break
        }
        'makini;webhooks;help;endpoints;remove' {
            break
        }
        'makini;webhooks;help;conditions' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conditions')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a condition')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a condition')
            break
        }
        'makini;webhooks;help;conditions;list' {
            break
        }
        'makini;webhooks;help;conditions;add' {
            break
        }
        'makini;webhooks;help;conditions;remove' {
            break
        }
        'makini;webhooks;help;events' {
            break
        }
        'makini;webhooks;help;deliveries' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a delivery, its event and its attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Retry deliveries')
            break
        }
        'makini;webhooks;help;deliveries;list' {
            break
        }
        'makini;webhooks;help;deliveries;show' {
            break
        }
        'makini;webhooks;help;deliveries;retry' {
            break
        }
        'makini;webhooks;help;drill' {
            break
        }
        'makini;webhooks;help;help' {
            break
        }
        'makini;api' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'List the known endpoints and their origin')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Send a GET request')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a POST request')
            [CompletionResult]::new('put', 'put', [CompletionResultType]::ParameterValue, 'Send a PUT request')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Send a DELETE request')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;api;endpoints' {
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only endpoints of this kind')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Include every endpoint of the three domains')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;api;get' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Use the token of this connection')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Query parameter (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Request header (can be repeated)')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the curl command, send nothing')
            [CompletionResult]::new('--paginate', '--paginate', [CompletionResultType]::ParameterName, 'Fetch all pages, one item per line')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;api;post' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Use the token of this connection')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Query parameter (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Request header (can be repeated)')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'File with the request body, `-` for stdin')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the curl command, send nothing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;api;put' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Use the token of this connection')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Query parameter (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Request header (can be repeated)')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'File with the request body, `-` for stdin')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the curl command, send nothing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;api;delete' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Use the token of this connection')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Query parameter (can be repeated)')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Request header (can be repeated)')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Print the curl command, send nothing')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;api;help' {
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'List the known endpoints and their origin')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Send a GET request')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Send a POST request')
            [CompletionResult]::new('put', 'put', [CompletionResultType]::ParameterValue, 'Send a PUT request')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Send a DELETE request')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;api;help;endpoints' {
            break
        }
        'makini;api;help;get' {
            break
        }
        'makini;api;help;post' {
            break
        }
        'makini;api;help;put' {
            break
        }
        'makini;api;help;delete' {
            break
        }
        'makini;api;help;help' {
            break
        }
        'makini;sandbox' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the sandbox in the foreground')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether the sandbox is running, its address and contents')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Reset the sandbox to an empty state')
            [CompletionResult]::new('clock', 'clock', [CompletionResultType]::ParameterValue, 'Show or control the clock of the sandbox')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a scenario file (connect, break, wait, expect)')
            [CompletionResult]::new('seed', 'seed', [CompletionResultType]::ParameterValue, 'Fill the sandbox from a file')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'Save and load snapshots of the sandbox')
            [CompletionResult]::new('fault', 'fault', [CompletionResultType]::ParameterValue, 'Inject faults into the sandbox')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;start' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port to listen on; 0 selects a free port')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address to listen on; other than loopback requires `--allow-remote`')
            [CompletionResult]::new('--allowed-host', '--allowed-host', [CompletionResultType]::ParameterName, 'Allowed host name of requests (can be repeated)')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'State file; default: in the data folder')
            [CompletionResult]::new('--seed-file', '--seed-file', [CompletionResultType]::ParameterName, 'Fill a new state from this file, see `makini sandbox seed --help`')
            [CompletionResult]::new('--time-scale', '--time-scale', [CompletionResultType]::ParameterName, 'Speed of the clock relative to real time')
            [CompletionResult]::new('--clock', '--clock', [CompletionResultType]::ParameterName, 'Start time of a new state, for example `2026-01-01T00:00:00Z`')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed for generated data, IDs, latencies and faults')
            [CompletionResult]::new('--scale', '--scale', [CompletionResultType]::ParameterName, 'Factor for the number of rows of new connections; 250 gives lists of 100,000')
            [CompletionResult]::new('--ready-file', '--ready-file', [CompletionResultType]::ParameterName, 'Write the ready line to this file, as JSON, once requests are accepted')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Exit after this time, for example `10m`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--allow-remote', '--allow-remote', [CompletionResultType]::ParameterName, 'Allow other machines; there is no access control')
            [CompletionResult]::new('--memory', '--memory', [CompletionResultType]::ParameterName, 'Keep the state in memory only')
            [CompletionResult]::new('--freeze', '--freeze', [CompletionResultType]::ParameterName, 'Freeze the clock of a new state')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Simulate the response times of the connected systems')
            break
        }
        'makini;sandbox;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;reset' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;clock' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the time in the sandbox')
            [CompletionResult]::new('advance', 'advance', [CompletionResultType]::ParameterValue, 'Advance the clock and run what becomes due, in order')
            [CompletionResult]::new('freeze', 'freeze', [CompletionResultType]::ParameterValue, 'Freeze the clock')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Resume the clock from its current time')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;clock;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;clock;advance' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Time to advance to, for example `2026-03-01T12:00:00Z`')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--skip-missed', '--skip-missed', [CompletionResultType]::ParameterName, 'Skip scheduled syncs except the last ones of each connection')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;clock;freeze' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;clock;resume' {
            [CompletionResult]::new('--scale', '--scale', [CompletionResultType]::ParameterName, 'Speed relative to real time; default: unchanged')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;clock;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the time in the sandbox')
            [CompletionResult]::new('advance', 'advance', [CompletionResultType]::ParameterValue, 'Advance the clock and run what becomes due, in order')
            [CompletionResult]::new('freeze', 'freeze', [CompletionResultType]::ParameterValue, 'Freeze the clock')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Resume the clock from its current time')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;clock;help;show' {
            break
        }
        'makini;sandbox;clock;help;advance' {
            break
        }
        'makini;sandbox;clock;help;freeze' {
            break
        }
        'makini;sandbox;clock;help;resume' {
            break
        }
        'makini;sandbox;clock;help;help' {
            break
        }
        'makini;sandbox;run' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Seed for generated data and faults; default: the one of the scenario')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;seed' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;snapshot' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Save the current state as a snapshot')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Replace the state by a snapshot')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List snapshots')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a snapshot')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;snapshot;save' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;snapshot;load' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;snapshot;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;snapshot;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;snapshot;help' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Save the current state as a snapshot')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Replace the state by a snapshot')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List snapshots')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a snapshot')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;snapshot;help;save' {
            break
        }
        'makini;sandbox;snapshot;help;load' {
            break
        }
        'makini;sandbox;snapshot;help;list' {
            break
        }
        'makini;sandbox;snapshot;help;remove' {
            break
        }
        'makini;sandbox;snapshot;help;help' {
            break
        }
        'makini;sandbox;fault' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a fault')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List faults and how often they were applied')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Clear one fault or all faults')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;fault;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection (ID, name or prefix)')
            [CompletionResult]::new('--endpoint', '--endpoint', [CompletionResultType]::ParameterName, 'Only calls to this path')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'For webhooks: only to this endpoint (ID)')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'For webhooks: only these events')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Clear the fault after this number of times')
            [CompletionResult]::new('--probability', '--probability', [CompletionResultType]::ParameterName, 'Probability, for example `0.1` or `10%`')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'For `latency`: added time, for example `500ms`')
            [CompletionResult]::new('--median', '--median', [CompletionResultType]::ParameterName, 'For `latency`: median of a log-normal distribution, for example `300ms`')
            [CompletionResult]::new('--sigma', '--sigma', [CompletionResultType]::ParameterName, 'For `latency`: sigma of that distribution, 0 to 5 [default: 0.5]')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'For `error`: response status [default: 500]')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'For `error`: error code, for example `INTERNAL_ERROR`')
            [CompletionResult]::new('--retry-after', '--retry-after', [CompletionResultType]::ParameterName, 'For `rate-limited`: Retry-After [default: 30s]')
            [CompletionResult]::new('--delay', '--delay', [CompletionResultType]::ParameterName, 'For `late`: delay, for example `5m`')
            [CompletionResult]::new('--copies', '--copies', [CompletionResultType]::ParameterName, 'For `duplicate`: number of extra copies [default: 1]')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--any', '--any', [CompletionResultType]::ParameterName, 'All calls to the API, not only calls to a connected system')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'For `reset`: in the middle of the response, not before it')
            break
        }
        'makini;sandbox;fault;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;fault;clear' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;sandbox;fault;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a fault')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List faults and how often they were applied')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Clear one fault or all faults')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;fault;help;add' {
            break
        }
        'makini;sandbox;fault;help;list' {
            break
        }
        'makini;sandbox;fault;help;clear' {
            break
        }
        'makini;sandbox;fault;help;help' {
            break
        }
        'makini;sandbox;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the sandbox in the foreground')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether the sandbox is running, its address and contents')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Reset the sandbox to an empty state')
            [CompletionResult]::new('clock', 'clock', [CompletionResultType]::ParameterValue, 'Show or control the clock of the sandbox')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a scenario file (connect, break, wait, expect)')
            [CompletionResult]::new('seed', 'seed', [CompletionResultType]::ParameterValue, 'Fill the sandbox from a file')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'Save and load snapshots of the sandbox')
            [CompletionResult]::new('fault', 'fault', [CompletionResultType]::ParameterValue, 'Inject faults into the sandbox')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;help;start' {
            break
        }
        'makini;sandbox;help;status' {
            break
        }
        'makini;sandbox;help;reset' {
            break
        }
        'makini;sandbox;help;clock' {
            break
        }
        'makini;sandbox;help;run' {
            break
        }
        'makini;sandbox;help;seed' {
            break
        }
        'makini;sandbox;help;snapshot' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Save the current state as a snapshot')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Replace the state by a snapshot')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List snapshots')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a snapshot')
            break
        }
        'makini;sandbox;help;snapshot;save' {
            break
        }
        'makini;sandbox;help;snapshot;load' {
            break
        }
        'makini;sandbox;help;snapshot;list' {
            break
        }
        'makini;sandbox;help;snapshot;remove' {
            break
        }
        'makini;sandbox;help;fault' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a fault')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List faults and how often they were applied')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Clear one fault or all faults')
            break
        }
        'makini;sandbox;help;fault;add' {
            break
        }
        'makini;sandbox;help;fault;list' {
            break
        }
        'makini;sandbox;help;fault;clear' {
            break
        }
        'makini;sandbox;help;help' {
            break
        }
        'makini;demo' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--pace', '--pace', [CompletionResultType]::ParameterName, 'Speed of the demo')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;doctor' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Check this machine only, without network')
            break
        }
        'makini;completions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;man' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write all pages to this folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;exit-codes' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;version' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use; one per environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Output format: `table`, `json`, `ndjson`, `yaml` or `csv`')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON output with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their JSON keys (comma-separated)')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending order')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use color: `auto`, `always` or `never`')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Timeout of one request, for example `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'Maximum number of retries of one request')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are stored: `keyring`, `file`, `command`, `helper` or `none`')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust in addition to the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for all requests')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Omit the header row of tables and CSV')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Suppress progress and notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Verbose output; repeat (`-vv`) to log every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never prompt and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to prompts, except those that destroy data')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help; `-h` prints a summary')
            break
        }
        'makini;help' {
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in with the credentials of your application')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove the tokens of a profile from this machine')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show the current login and every setting with its source')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Manage profiles (one per environment)')
            [CompletionResult]::new('systems', 'systems', [CompletionResultType]::ParameterValue, 'Browse the catalogue of supported systems')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Reconnect a connection with new credentials')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'Disconnect connections')
            [CompletionResult]::new('connections', 'connections', [CompletionResultType]::ParameterValue, 'List, inspect and change connections')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Manage tokens of connections')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Start, watch and schedule syncs')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check connections against budgets, for CI')
            [CompletionResult]::new('metrics', 'metrics', [CompletionResultType]::ParameterValue, 'Show response times, throughput and error rates')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Manage alert rules (latency, error rate, sync age)')
            [CompletionResult]::new('flows', 'flows', [CompletionResultType]::ParameterValue, 'Manage Flows and inspect their executions')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Look up requests')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Show credits and the connections that use them')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Verify, sign, receive and test webhooks')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call any endpoint of the API')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run and control the embedded platform (sandbox)')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Run a guided demo on a temporary sandbox')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Diagnose configuration and connectivity')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print or write the manual pages')
            [CompletionResult]::new('exit-codes', 'exit-codes', [CompletionResultType]::ParameterValue, 'Show the table of exit codes')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Show the version, commit, target and features of this build')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;help;login' {
            break
        }
        'makini;help;logout' {
            break
        }
        'makini;help;whoami' {
            break
        }
        'makini;help;profile' {
            break
        }
        'makini;help;systems' {
            break
        }
        'makini;help;connect' {
            break
        }
        'makini;help;reconnect' {
            break
        }
        'makini;help;disconnect' {
            break
        }
        'makini;help;connections' {
            break
        }
        'makini;help;token' {
            break
        }
        'makini;help;sync' {
            break
        }
        'makini;help;check' {
            break
        }
        'makini;help;metrics' {
            break
        }
        'makini;help;alerts' {
            break
        }
        'makini;help;flows' {
            break
        }
        'makini;help;requests' {
            break
        }
        'makini;help;credits' {
            break
        }
        'makini;help;webhooks' {
            break
        }
        'makini;help;api' {
            break
        }
        'makini;help;sandbox' {
            break
        }
        'makini;help;demo' {
            break
        }
        'makini;help;doctor' {
            break
        }
        'makini;help;completions' {
            break
        }
        'makini;help;man' {
            break
        }
        'makini;help;exit-codes' {
            break
        }
        'makini;help;version' {
            break
        }
        'makini;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
