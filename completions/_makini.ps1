
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Sign in, so that commands can use your account')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Forget the tokens of a profile')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who you are and every setting with its origin')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Manage profiles: one for each environment')
            [CompletionResult]::new('systems', 'systems', [CompletionResultType]::ParameterValue, 'Browse the systems that can be connected')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Give a connection new credentials')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'End a connection')
            [CompletionResult]::new('connections', 'connections', [CompletionResultType]::ParameterValue, 'List connections and see how they are')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Manage tokens of connections')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Start syncs and watch them')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check every connection, for CI')
            [CompletionResult]::new('metrics', 'metrics', [CompletionResultType]::ParameterValue, 'Show response times, throughput and error rates')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Be told when latency, errors or old data cross a line')
            [CompletionResult]::new('flows', 'flows', [CompletionResultType]::ParameterValue, 'Set up workflows and see what they did')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Look up requests')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Show credits and what holds them')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Verify, sign, receive and test webhooks')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call any endpoint, and see which there are')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run the embedded platform')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See the whole main job on a temporary sandbox')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check this machine and the way to the server')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print or write the manual pages')
            [CompletionResult]::new('exit-codes', 'exit-codes', [CompletionResultType]::ParameterValue, 'Show the table of exit codes')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;login' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--client-id', '--client-id', [CompletionResultType]::ParameterName, 'Client ID of the application')
            [CompletionResult]::new('--client-secret-file', '--client-secret-file', [CompletionResultType]::ParameterName, 'Read the client secret from a file')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port for the browser to come back to, if one is registered')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--client-secret-stdin', '--client-secret-stdin', [CompletionResultType]::ParameterName, 'Read the client secret from stdin')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in with a browser that comes back to this machine')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Read a ready token from stdin')
            [CompletionResult]::new('--forget-secret', '--forget-secret', [CompletionResultType]::ParameterName, 'Forget the client secret after this login; the token then ends for good')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;logout' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--local', '--local', [CompletionResultType]::ParameterName, 'Do not ask the platform which connections there are, where the store cannot list their tokens')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;whoami' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Ask the server which application the token belongs to')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;profile' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Choose the profile that is used when nothing else says')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one profile')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile with its secrets')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;profile;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;profile;use' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;profile;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;profile;remove' {
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirms without a question: the profile''s name again')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;profile;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List profiles')
            [CompletionResult]::new('use', 'use', [CompletionResultType]::ParameterValue, 'Choose the profile that is used when nothing else says')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one profile')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a profile with its secrets')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the systems that can be connected')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Find a system by parts of its name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a system asks for, and how to get it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;systems;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--category', '--category', [CompletionResultType]::ParameterName, 'Only with this text in its category, as `cmms`')
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'Only with data of this domain')
            [CompletionResult]::new('--tier', '--tier', [CompletionResultType]::ParameterName, 'Only of this tier')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;systems;search' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;systems;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;systems;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the systems that can be connected')
            [CompletionResult]::new('search', 'search', [CompletionResultType]::ParameterValue, 'Find a system by parts of its name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what a system asks for, and how to get it')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What to call the connection')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Who connects it')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'A field that the system asks for, once for each; never a secret')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Read this field from stdin: for a secret')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Read a field from a file: for a secret')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'How long to wait for the person in the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long the Magic Link works')
            [CompletionResult]::new('--metadata', '--metadata', [CompletionResultType]::ParameterName, 'Metadata to write, once for each entry')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'How long to wait for the first sync')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in to the system on the hosted page (Makini Link), in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Open no browser, only print the address')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Make a Magic Link: an address to send to whoever can sign in to the system')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open the Magic Link in a browser, too')
            [CompletionResult]::new('--on-premises', '--on-premises', [CompletionResultType]::ParameterName, 'The system runs on premises; it costs twice the credits')
            [CompletionResult]::new('--no-wait', '--no-wait', [CompletionResultType]::ParameterName, 'Do not wait for the first sync')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;reconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'A field that the system asks for, once for each; never a secret')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Read this field from stdin: for a secret')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Read a field from a file: for a secret')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'How long to wait for the person in the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long the Magic Link works')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in to the system on the hosted page (Makini Link), in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Open no browser, only print the address')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Make a Magic Link: an address to send to whoever can sign in to the system')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open the Magic Link in a browser, too')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;disconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirms without a question: the name or ID of a connection, once for each')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only say what would happen')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything known of one connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how connections are')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Show or write a connection''s metadata')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show or change what is set for a connection')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Show or change which field comes from which column')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change a connection''s name or e-mail')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Give a connection new credentials')
            [CompletionResult]::new('magic-links', 'magic-links', [CompletionResultType]::ParameterValue, 'List Magic Links, the newest first')
            [CompletionResult]::new('reactivate', 'reactivate', [CompletionResultType]::ParameterValue, 'Make an inactive connection active again')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'End connections')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;connections;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status')
            [CompletionResult]::new('--health', '--health', [CompletionResultType]::ParameterName, 'Only with this health')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'Only of this system, by slug or name')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in ID, name, e-mail or system')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Every connection')
            [CompletionResult]::new('--exit-status', '--exit-status', [CompletionResultType]::ParameterName, 'End with 1 if a connection is not well')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;metadata' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Only compare: show which entries are not as given')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;settings' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Change a setting; may be given several times')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;mapping' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Let a field come from this column; may be given several times')
            [CompletionResult]::new('--reset', '--reset', [CompletionResultType]::ParameterName, 'Let a field come from where it came from at first, or remove one that was added')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--changed', '--changed', [CompletionResultType]::ParameterName, 'Show only fields that somebody changed or added')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;rename' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'The new e-mail address')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;connect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What to call the connection')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Who connects it')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'A field that the system asks for, once for each; never a secret')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Read this field from stdin: for a secret')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Read a field from a file: for a secret')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'How long to wait for the person in the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long the Magic Link works')
            [CompletionResult]::new('--metadata', '--metadata', [CompletionResultType]::ParameterName, 'Metadata to write, once for each entry')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'How long to wait for the first sync')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in to the system on the hosted page (Makini Link), in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Open no browser, only print the address')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Make a Magic Link: an address to send to whoever can sign in to the system')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open the Magic Link in a browser, too')
            [CompletionResult]::new('--on-premises', '--on-premises', [CompletionResultType]::ParameterName, 'The system runs on premises; it costs twice the credits')
            [CompletionResult]::new('--no-wait', '--no-wait', [CompletionResultType]::ParameterName, 'Do not wait for the first sync')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;reconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--field', '--field', [CompletionResultType]::ParameterName, 'A field that the system asks for, once for each; never a secret')
            [CompletionResult]::new('--field-stdin', '--field-stdin', [CompletionResultType]::ParameterName, 'Read this field from stdin: for a secret')
            [CompletionResult]::new('--field-file', '--field-file', [CompletionResultType]::ParameterName, 'Read a field from a file: for a secret')
            [CompletionResult]::new('--link-time', '--link-time', [CompletionResultType]::ParameterName, 'How long to wait for the person in the browser')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long the Magic Link works')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--web', '--web', [CompletionResultType]::ParameterName, 'Sign in to the system on the hosted page (Makini Link), in a browser')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Open no browser, only print the address')
            [CompletionResult]::new('--magic-link', '--magic-link', [CompletionResultType]::ParameterName, 'Make a Magic Link: an address to send to whoever can sign in to the system')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Open the Magic Link in a browser, too')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;magic-links' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--pending', '--pending', [CompletionResultType]::ParameterName, 'Only those that can still be used')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;reactivate' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--overage', '--overage', [CompletionResultType]::ParameterName, 'Take more credits than the account has; they are charged')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;disconnect' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirms without a question: the name or ID of a connection, once for each')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only say what would happen')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;connections;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List connections')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show everything known of one connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how connections are')
            [CompletionResult]::new('metadata', 'metadata', [CompletionResultType]::ParameterValue, 'Show or write a connection''s metadata')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show or change what is set for a connection')
            [CompletionResult]::new('mapping', 'mapping', [CompletionResultType]::ParameterValue, 'Show or change which field comes from which column')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change a connection''s name or e-mail')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Give a connection new credentials')
            [CompletionResult]::new('magic-links', 'magic-links', [CompletionResultType]::ParameterValue, 'List Magic Links, the newest first')
            [CompletionResult]::new('reactivate', 'reactivate', [CompletionResultType]::ParameterValue, 'Make an inactive connection active again')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'End connections')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show where a connection''s token is, and when it ends')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Get a new token for a connection and keep it')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Make every token of a connection invalid')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print a connection''s token for another program')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;token;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;token;issue' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;token;revoke' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirms without a question: the connection''s name again')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;token;export' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How to write it')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Print the token itself')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;token;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show where a connection''s token is, and when it ends')
            [CompletionResult]::new('issue', 'issue', [CompletionResultType]::ParameterValue, 'Get a new token for a connection and keep it')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'Make every token of a connection invalid')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Print a connection''s token for another program')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;token;help;show' {
            break
        }
        'makini;token;help;issue' {
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a sync of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how syncing stands')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the syncs of a connection, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one sync with its entities')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Watch a sync to its end')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop a running sync')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Set how often a connection syncs')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sync;start' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--entity', '--entity', [CompletionResultType]::ParameterName, 'Only this entity, as `work-orders`; may be repeated')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'How long to watch, as `10m`; to the end if not given')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--full', '--full', [CompletionResultType]::ParameterName, 'Read everything again, not only what changed')
            [CompletionResult]::new('-w', '-w', [CompletionResultType]::ParameterName, 'Watch it to its end, and end by its result')
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Watch it to its end, and end by its result')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;watch' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--wait-time', '--wait-time', [CompletionResultType]::ParameterName, 'How long to watch, as `10m`; to the end if not given')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;cancel' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;schedule' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sync;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a sync of a connection')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show how syncing stands')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the syncs of a connection, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one sync with its entities')
            [CompletionResult]::new('watch', 'watch', [CompletionResultType]::ParameterValue, 'Watch a sync to its end')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Stop a running sync')
            [CompletionResult]::new('schedule', 'schedule', [CompletionResultType]::ParameterValue, 'Set how often a connection syncs')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--system', '--system', [CompletionResultType]::ParameterName, 'Only connections of this system')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only connections whose name or e-mail has this text')
            [CompletionResult]::new('--require', '--require', [CompletionResultType]::ParameterName, 'There must be at least this many')
            [CompletionResult]::new('--max-sync-age', '--max-sync-age', [CompletionResultType]::ParameterName, 'How old the last good sync may be, as `24h`')
            [CompletionResult]::new('--min-token-life', '--min-token-life', [CompletionResultType]::ParameterName, 'How long the token must still last, as `3d`')
            [CompletionResult]::new('--max-error-rate', '--max-error-rate', [CompletionResultType]::ParameterName, 'How many requests may fail, as `5%`')
            [CompletionResult]::new('--max-p95', '--max-p95', [CompletionResultType]::ParameterName, 'How long 95 of 100 requests may take, as `2s`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'How far back requests are counted')
            [CompletionResult]::new('--fail-on', '--fail-on', [CompletionResultType]::ParameterName, 'What makes the check fail')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Also write a report: `junit=FILE` (`-` for stdout), or `github` for annotations on stderr; may be repeated')
            [CompletionResult]::new('--exit-style', '--exit-style', [CompletionResultType]::ParameterName, 'What the exit code follows; `nagios` also prints its one line')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'How many connections are asked about at once')
            [CompletionResult]::new('--time-limit', '--time-limit', [CompletionResultType]::ParameterName, 'How long one connection may take')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Check all connections; the default')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;metrics' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'The same as CONNECTION')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What to group by: `connection`, `endpoint`, or both with a comma')
            [CompletionResult]::new('--bucket', '--bucket', [CompletionResultType]::ParameterName, 'Also group by spans of time of this length, as `5m`')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `24h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms; now if not given')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'Who tells: the server, the journal, or whichever is there')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List alert rules and how they stand')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an alert rule')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an alert rule and its history')
            [CompletionResult]::new('firing', 'firing', [CompletionResultType]::ParameterValue, 'Show what fires now')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show when rules began and ceased to fire, the newest first')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;alerts;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--above', '--above', [CompletionResultType]::ParameterName, 'It fires above this: `800ms`, `5%`, `2h`')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'How far back requests count')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What to call it')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts;firing' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts;history' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;alerts;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List alert rules and how they stand')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an alert rule')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove an alert rule and its history')
            [CompletionResult]::new('firing', 'firing', [CompletionResultType]::ParameterValue, 'Show what fires now')
            [CompletionResult]::new('history', 'history', [CompletionResultType]::ParameterValue, 'Show when rules began and ceased to fire, the newest first')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List the workflows that can be set up')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the flows of your connections')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Set a flow up for a connection')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one flow')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a flow now')
            [CompletionResult]::new('executions', 'executions', [CompletionResultType]::ParameterValue, 'List executions, the newest first')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what an execution did, step by step')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a flow with its executions')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;flows;templates' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'The connection it is to run for, by ID, name or a unique beginning')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;run' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'What it is started with, as JSON')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;executions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status: running, completed, failed or cancelled')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;logs' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;flows;help' {
            [CompletionResult]::new('templates', 'templates', [CompletionResultType]::ParameterValue, 'List the workflows that can be set up')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the flows of your connections')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Set a flow up for a connection')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one flow')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Start a flow now')
            [CompletionResult]::new('executions', 'executions', [CompletionResultType]::ParameterValue, 'List executions, the newest first')
            [CompletionResult]::new('logs', 'logs', [CompletionResultType]::ParameterValue, 'Show what an execution did, step by step')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a flow with its executions')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List requests, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain one request by its ID')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;requests;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection: its ID, its name, or a beginning that only one has')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status: `404`, `5xx`, `500-503`, or `none` for no answer; may be repeated')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only with this text in method and path, the error code or the connection''s name, or at the beginning of the ID')
            [CompletionResult]::new('--slower-than', '--slower-than', [CompletionResultType]::ParameterName, 'Only those that took longer than this, as `500ms`')
            [CompletionResult]::new('--sync', '--sync', [CompletionResultType]::ParameterName, 'Only of this sync; only the server knows that')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--source', '--source', [CompletionResultType]::ParameterName, 'Who tells: the server, the journal, both, or whichever is there')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--errors', '--errors', [CompletionResultType]::ParameterName, 'Only those that failed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;requests;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--around', '--around', [CompletionResultType]::ParameterName, 'How far around it to look for failures')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;requests;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List requests, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Explain one request by its ID')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a payload offline')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a payload as the platform would')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Find out why a payload is not verified')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Receive webhooks, and keep what was acknowledged')
            [CompletionResult]::new('inbox', 'inbox', [CompletionResultType]::ParameterValue, 'Look at what was received, and tend it')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send received events again, to any handler')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Send sample events, signed, to a handler')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'Say where the platform sends its webhooks')
            [CompletionResult]::new('conditions', 'conditions', [CompletionResultType]::ParameterValue, 'Have an event sent when a row meets a condition')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Show or choose which events a connection sends')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'Look at what the platform sent, and have it sent again')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Try a handler with right, forged, repeated and late deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;verify' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header as it came; several')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header as it came; several')
            [CompletionResult]::new('--request', '--request', [CompletionResultType]::ParameterName, 'File with a whole captured HTTP request, `-` for stdin, instead of headers and body')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago')
            [CompletionResult]::new('--save-proven', '--save-proven', [CompletionResultType]::ParameterName, 'Write the text that was proven into this file: what to hand on')
            [CompletionResult]::new('--batch', '--batch', [CompletionResultType]::ParameterName, 'Verify many: a file of NDJSON deliveries, `-` for stdin')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Largest body that is read, as `64MiB`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--explain', '--explain', [CompletionResultType]::ParameterName, 'Try the known mistakes when the signature is wrong, and name the one that was made')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;sign' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--id', '--id', [CompletionResultType]::ParameterName, 'Message ID, for schemes that sign one; random by default')
            [CompletionResult]::new('--save-body', '--save-body', [CompletionResultType]::ParameterName, 'Write the bytes to send into this file: the canonical text, where the scheme signs that')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;explain' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('-H', '-H ', [CompletionResultType]::ParameterName, 'A header as it came; several')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'A header as it came; several')
            [CompletionResult]::new('--request', '--request', [CompletionResultType]::ParameterName, 'File with a whole captured HTTP request, `-` for stdin, instead of headers and body')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago')
            [CompletionResult]::new('--other-secret-file', '--other-secret-file', [CompletionResultType]::ParameterName, 'File with another secret to try, as an old one; several')
            [CompletionResult]::new('--language', '--language', [CompletionResultType]::ParameterName, 'Show the line to change in this language only')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;listen' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port to listen on, 4600 by default; 0 takes a free one')
            [CompletionResult]::new('--listen', '--listen', [CompletionResultType]::ParameterName, 'Address to listen on, with or without a port: `127.0.0.1`, `localhost:4600`, `[::1]:4600`')
            [CompletionResult]::new('--host', '--host', [CompletionResultType]::ParameterName, 'Name that it is reached by from outside, as a tunnel''s; may be repeated')
            [CompletionResult]::new('--path', '--path', [CompletionResultType]::ParameterName, 'Only path to receive on, as `/hook`; any by default')
            [CompletionResult]::new('--forward-to', '--forward-to', [CompletionResultType]::ParameterName, 'Handler that events are forwarded to')
            [CompletionResult]::new('--route', '--route', [CompletionResultType]::ParameterName, 'Handler for some events, as `sync.*=http://127.0.0.1:4000/`; may be repeated, the first that fits counts')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Other machine that events may be forwarded to; may be repeated')
            [CompletionResult]::new('--tls-certificate', '--tls-certificate', [CompletionResultType]::ParameterName, 'File with the certificate chain (PEM), to speak HTTPS')
            [CompletionResult]::new('--tls-key', '--tls-key', [CompletionResultType]::ParameterName, 'File with the private key of the certificate (PEM)')
            [CompletionResult]::new('--poll', '--poll', [CompletionResultType]::ParameterName, 'Ask so often how syncs stand, as `60s`, and tell of those that ended without a webhook')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'End after so many new events, once each was forwarded or at least tried')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'End after this long, as `10m`')
            [CompletionResult]::new('--view', '--view', [CompletionResultType]::ParameterName, 'How it is shown: live on the whole screen, or line by line; live on a terminal by default')
            [CompletionResult]::new('--ready-file', '--ready-file', [CompletionResultType]::ParameterName, 'File to write the ready line to, as JSON, once it answers')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--on-conflict', '--on-conflict', [CompletionResultType]::ParameterName, 'Answer to a known ID with another body: both are kept, and the sender gets 200 (accept) or 409 (reject)')
            [CompletionResult]::new('--max-body', '--max-body', [CompletionResultType]::ParameterName, 'Bytes of one body; a larger one is answered with 413')
            [CompletionResult]::new('--max-memory', '--max-memory', [CompletionResultType]::ParameterName, 'Bytes of all bodies in memory at one moment, received or waiting for the disk; more are answered with 503')
            [CompletionResult]::new('--body-time', '--body-time', [CompletionResultType]::ParameterName, 'Time for one body to come in; a slower one is answered with 408')
            [CompletionResult]::new('--max-headers', '--max-headers', [CompletionResultType]::ParameterName, 'Headers of one request')
            [CompletionResult]::new('--max-header-bytes', '--max-header-bytes', [CompletionResultType]::ParameterName, 'Bytes of the head of one request')
            [CompletionResult]::new('--header-time', '--header-time', [CompletionResultType]::ParameterName, 'Time for the head of a request to come in; a slower connection is closed')
            [CompletionResult]::new('--max-connections', '--max-connections', [CompletionResultType]::ParameterName, 'Open connections; more wait')
            [CompletionResult]::new('--max-inbox', '--max-inbox', [CompletionResultType]::ParameterName, 'Bytes at which the inbox accepts nothing more; the answer is 507 then')
            [CompletionResult]::new('--forward-timeout', '--forward-timeout', [CompletionResultType]::ParameterName, 'How long a handler may take to answer')
            [CompletionResult]::new('--forward-attempts', '--forward-attempts', [CompletionResultType]::ParameterName, 'How often an event is tried before it is given up')
            [CompletionResult]::new('--forward-wait', '--forward-wait', [CompletionResultType]::ParameterName, 'The wait after the first failure; it doubles with each')
            [CompletionResult]::new('--forward-wait-max', '--forward-wait-max', [CompletionResultType]::ParameterName, 'The longest wait between two tries')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--allow-remote', '--allow-remote', [CompletionResultType]::ParameterName, 'Let other machines reach it: `--listen` with an address that is not the loopback''s needs this')
            [CompletionResult]::new('--accept-unsigned', '--accept-unsigned', [CompletionResultType]::ParameterName, 'Look at no signature: accept what anybody sends')
            [CompletionResult]::new('--keep-rejected', '--keep-rejected', [CompletionResultType]::ParameterName, 'Keep a note, without the body, of deliveries that are not verified')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, the newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook, as `listen --poll` noticed them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write events with their bodies, one line of JSON each')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Forward failed and waiting events again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;inbox;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only with this name, as `assets.updated` or `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by its ID')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only where forwarding stands so')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--duplicated', '--duplicated', [CompletionResultType]::ParameterName, 'Only events that came more than once')
            [CompletionResult]::new('--conflicted', '--conflicted', [CompletionResultType]::ParameterName, 'Only events with another body under their ID')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;gaps' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many of the newest')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Only those that no event has filled since')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;export' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only with this name, as `assets.updated` or `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by its ID')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only where forwarding stands so')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;prune' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'What came before this: `30d` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--max-size', '--max-size', [CompletionResultType]::ParameterName, 'The oldest, until the inbox uses no more than so many bytes')
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm `--unfinished` where nobody can be asked, with the word `unfinished`')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--unfinished', '--unfinished', [CompletionResultType]::ParameterName, 'Also events that wait or failed: they are lost then')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;retry' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only with this name, as `assets.updated` or `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by its ID')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only where forwarding stands so')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--again', '--again', [CompletionResultType]::ParameterName, 'Also events that were delivered, or that no route fitted')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;inbox;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, the newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook, as `listen --poll` noticed them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write events with their bodies, one line of JSON each')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Forward failed and waiting events again')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Handler to send them to')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Other machine that events may be sent to; may be repeated')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only with this name, as `assets.updated` or `sync.*`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only of this connection, by its ID')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'Only where forwarding stands so')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'From when: `1h` for that long ago, `2026-03-01`, or RFC 3339')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Until when, in the same forms')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Every event in the inbox')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;trigger' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Handler to send to; by default the receiver that `makini webhooks listen` runs')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Other machine that events may be sent to; may be repeated')
            [CompletionResult]::new('--set', '--set', [CompletionResultType]::ParameterName, 'Change the event, as `body.mode=full` or `id=evt_1`; may be repeated')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'ID of the connection that the events are about; `con_sample`, or with `--sandbox` the first that fits')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'How many')
            [CompletionResult]::new('--rate', '--rate', [CompletionResultType]::ParameterName, 'How many in a time, as `5/s` or `100/m`; as fast as they are answered by default')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'The same number makes up the same events')
            [CompletionResult]::new('--inbox', '--inbox', [CompletionResultType]::ParameterName, 'File of the inbox, if not the one in the data folder')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--list', '--list', [CompletionResultType]::ParameterName, 'List the names of events, and send nothing')
            [CompletionResult]::new('--php', '--php', [CompletionResultType]::ParameterName, 'Spell the JSON as PHP does, with `\/` and `\u00e9`: the value and its signature stay the same')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an endpoint, or turn it off and on')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Give an endpoint a new secret')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show what it answers')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;endpoints;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;add' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only these events, as `sync.failed` or `sync.*`; several')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How JSON is written')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Into a new file that only you can read')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--store-secret', '--store-secret', [CompletionResultType]::ParameterName, 'Into the secret store, as the webhook secret of this profile')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Onto the output, with everything else')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;update' {
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'Another address')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only these events from now on; several')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only events of this connection from now on')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How JSON is written')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--all-events', '--all-events', [CompletionResultType]::ParameterName, 'All events from now on')
            [CompletionResult]::new('--all-connections', '--all-connections', [CompletionResultType]::ParameterName, 'Events of all connections from now on')
            [CompletionResult]::new('--enable', '--enable', [CompletionResultType]::ParameterName, 'Turn it on')
            [CompletionResult]::new('--disable', '--disable', [CompletionResultType]::ParameterName, 'Turn it off')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;rotate' {
            [CompletionResult]::new('--overlap', '--overlap', [CompletionResultType]::ParameterName, 'How long the old secret counts too, up to `7d` [default: 1d]')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'Into a new file that only you can read')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--store-secret', '--store-secret', [CompletionResultType]::ParameterName, 'Into the secret store, as the webhook secret of this profile')
            [CompletionResult]::new('--reveal', '--reveal', [CompletionResultType]::ParameterName, 'Onto the output, with everything else')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;test' {
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'What event it pretends to be [default: sync.completed]')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;delete' {
            [CompletionResult]::new('--confirm', '--confirm', [CompletionResultType]::ParameterName, 'Confirm by its ID, without a question')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;endpoints;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List endpoints')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add an endpoint')
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an endpoint, or turn it off and on')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Give an endpoint a new secret')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show what it answers')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
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
        'makini;webhooks;endpoints;help;delete' {
            break
        }
        'makini;webhooks;endpoints;help;help' {
            break
        }
        'makini;webhooks;conditions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List conditions')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a condition')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a condition')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;conditions;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;conditions;add' {
            [CompletionResult]::new('--entity', '--entity', [CompletionResultType]::ParameterName, 'What the rows are, as `work-orders`')
            [CompletionResult]::new('--when', '--when', [CompletionResultType]::ParameterName, 'What a field must be: `status equals Completed`, `severity is not Low`, `actualTime >= 8`, `title contains pump`, `dueAt exists`, `dueAt is missing`')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'What the event is called, after `flow.`')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only rows of this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;conditions;remove' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Send only these from now on, as `sync.failed` or `assets.*`; several')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Send all of them from now on')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;deliveries' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one delivery with its event and attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Have deliveries tried again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;webhooks;deliveries;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only with this status: `pending`, `delivered`, `failed`')
            [CompletionResult]::new('--endpoint', '--endpoint', [CompletionResultType]::ParameterName, 'Only to this endpoint, by its ID')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only about this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'Only of this event, as `sync.failed`')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Not more than this many')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;deliveries;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;deliveries;retry' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--failed', '--failed', [CompletionResultType]::ParameterName, 'All that were given up')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;deliveries;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one delivery with its event and attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Have deliveries tried again')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--url', '--url', [CompletionResultType]::ParameterName, 'The handler')
            [CompletionResult]::new('--effects-url', '--effects-url', [CompletionResultType]::ParameterName, 'Where the handler says how many events had an effect, to see that a repeat has none')
            [CompletionResult]::new('--allow-host', '--allow-host', [CompletionResultType]::ParameterName, 'Other machine that the handler runs on')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Only these cases, by name; may be repeated')
            [CompletionResult]::new('--oversized', '--oversized', [CompletionResultType]::ParameterName, 'Bytes of the delivery that is too large')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Write a report: `junit=FILE`; may be repeated')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'The same number makes up the same events; a handler that remembers them takes them as repeats')
            [CompletionResult]::new('--scheme', '--scheme', [CompletionResultType]::ParameterName, 'Signature scheme: makini, raw-hmac, standard-webhooks, svix, stripe, github, shopify, slack or line')
            [CompletionResult]::new('--canonicalization', '--canonicalization', [CompletionResultType]::ParameterName, 'Text of the body that is signed: raw or json-stringify; by default the scheme''s')
            [CompletionResult]::new('--algorithm', '--algorithm', [CompletionResultType]::ParameterName, 'Hash: sha1, sha256, sha384 or sha512')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of the signature: hex, base64 or base64url')
            [CompletionResult]::new('--prefix', '--prefix', [CompletionResultType]::ParameterName, 'Text before the signature, as `sha256=`')
            [CompletionResult]::new('--signature-header', '--signature-header', [CompletionResultType]::ParameterName, 'Header that carries the signature')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'File with the secret, `-` for stdin; several while secrets are rotated')
            [CompletionResult]::new('--secret-encoding', '--secret-encoding', [CompletionResultType]::ParameterName, 'How the secret is written: utf8, hex or whsec')
            [CompletionResult]::new('--tolerance', '--tolerance', [CompletionResultType]::ParameterName, 'Oldest signed time to accept, in seconds, or `none`')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Sign or judge as of this time: seconds since 1970, RFC 3339, or `2h` for two hours ago')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;webhooks;help' {
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Verify a payload offline')
            [CompletionResult]::new('sign', 'sign', [CompletionResultType]::ParameterValue, 'Sign a payload as the platform would')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Find out why a payload is not verified')
            [CompletionResult]::new('listen', 'listen', [CompletionResultType]::ParameterValue, 'Receive webhooks, and keep what was acknowledged')
            [CompletionResult]::new('inbox', 'inbox', [CompletionResultType]::ParameterValue, 'Look at what was received, and tend it')
            [CompletionResult]::new('replay', 'replay', [CompletionResultType]::ParameterValue, 'Send received events again, to any handler')
            [CompletionResult]::new('trigger', 'trigger', [CompletionResultType]::ParameterValue, 'Send sample events, signed, to a handler')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'Say where the platform sends its webhooks')
            [CompletionResult]::new('conditions', 'conditions', [CompletionResultType]::ParameterValue, 'Have an event sent when a row meets a condition')
            [CompletionResult]::new('events', 'events', [CompletionResultType]::ParameterValue, 'Show or choose which events a connection sends')
            [CompletionResult]::new('deliveries', 'deliveries', [CompletionResultType]::ParameterValue, 'Look at what the platform sent, and have it sent again')
            [CompletionResult]::new('drill', 'drill', [CompletionResultType]::ParameterValue, 'Try a handler with right, forged, repeated and late deliveries')
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
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List events, the newest first')
            [CompletionResult]::new('gaps', 'gaps', [CompletionResultType]::ParameterValue, 'List syncs that ended without a webhook, as `listen --poll` noticed them')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one event with its headers, body and attempts')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write events with their bodies, one line of JSON each')
            [CompletionResult]::new('prune', 'prune', [CompletionResultType]::ParameterValue, 'Remove old events')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Forward failed and waiting events again')
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
            [CompletionResult]::new('update', 'update', [CompletionResultType]::ParameterValue, 'Change an endpoint, or turn it off and on')
            [CompletionResult]::new('rotate', 'rotate', [CompletionResultType]::ParameterValue, 'Give an endpoint a new secret')
            [CompletionResult]::new('test', 'test', [CompletionResultType]::ParameterValue, 'Send a test event to an endpoint and show what it answers')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Remove an endpoint and its deliveries')
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
        'makini;webhooks;help;endpoints;delete' {
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
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List deliveries, the newest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one delivery with its event and attempts')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Have deliveries tried again')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'List the endpoints that are known, and who named them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Call any path with GET')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Call any path with POST')
            [CompletionResult]::new('put', 'put', [CompletionResultType]::ParameterValue, 'Call any path with PUT')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Call any path with DELETE')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;api;endpoints' {
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only of this kind')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Also every endpoint of the three domains')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;api;get' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Call with the token of this connection, by ID or name')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Add to the query, once for each')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send a header, once for each')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only print the call as a curl command, without the token')
            [CompletionResult]::new('--paginate', '--paginate', [CompletionResultType]::ParameterName, 'Read every page of a list, one item a line')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;api;post' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Call with the token of this connection, by ID or name')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Add to the query, once for each')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send a header, once for each')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'File with the body; `-` for stdin')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only print the call as a curl command, without the token')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;api;put' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Call with the token of this connection, by ID or name')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Add to the query, once for each')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send a header, once for each')
            [CompletionResult]::new('--input', '--input', [CompletionResultType]::ParameterName, 'File with the body; `-` for stdin')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only print the call as a curl command, without the token')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;api;delete' {
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Call with the token of this connection, by ID or name')
            [CompletionResult]::new('--query', '--query', [CompletionResultType]::ParameterName, 'Add to the query, once for each')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'Send a header, once for each')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only print the call as a curl command, without the token')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;api;help' {
            [CompletionResult]::new('endpoints', 'endpoints', [CompletionResultType]::ParameterValue, 'List the endpoints that are known, and who named them')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'Call any path with GET')
            [CompletionResult]::new('post', 'post', [CompletionResultType]::ParameterValue, 'Call any path with POST')
            [CompletionResult]::new('put', 'put', [CompletionResultType]::ParameterValue, 'Call any path with PUT')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Call any path with DELETE')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Run it until Ctrl-C')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether it runs, where, and what is in it')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Empty it and start over')
            [CompletionResult]::new('clock', 'clock', [CompletionResultType]::ParameterValue, 'Show its clock, move it on, hold it, let it go')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a scenario: connect, break, wait, and say what must be so')
            [CompletionResult]::new('seed', 'seed', [CompletionResultType]::ParameterValue, 'Fill it from a file: connections, webhooks, faults, clock')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'Keep its whole state under a name, and go back to it')
            [CompletionResult]::new('fault', 'fault', [CompletionResultType]::ParameterValue, 'Break something on purpose, and mend it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;start' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--port', '--port', [CompletionResultType]::ParameterName, 'Port to listen on; 0 takes a free one')
            [CompletionResult]::new('--bind', '--bind', [CompletionResultType]::ParameterName, 'Address of this machine to listen on; any but the loopback''s needs `--allow-remote` too')
            [CompletionResult]::new('--allowed-host', '--allowed-host', [CompletionResultType]::ParameterName, 'Name that it is reached by from other machines or through a tunnel; may be repeated')
            [CompletionResult]::new('--state', '--state', [CompletionResultType]::ParameterName, 'File to keep the state in, if not the one in the data folder')
            [CompletionResult]::new('--seed-file', '--seed-file', [CompletionResultType]::ParameterName, 'File that says what a new sandbox holds, see `makini sandbox seed --help`; an old one keeps what it has')
            [CompletionResult]::new('--time-scale', '--time-scale', [CompletionResultType]::ParameterName, 'How many times faster than life its clock goes: syncs, schedules, expiries, everything')
            [CompletionResult]::new('--clock', '--clock', [CompletionResultType]::ParameterName, 'What the clock of a new state shows first, as 2026-01-01T00:00:00Z; with `--freeze` every run is the same')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Number that data, identities, latencies and chances follow from; only an empty sandbox takes another')
            [CompletionResult]::new('--scale', '--scale', [CompletionResultType]::ParameterName, 'How many times the usual rows new connections have: 250 gives lists of 100,000')
            [CompletionResult]::new('--ready-file', '--ready-file', [CompletionResultType]::ParameterName, 'File to write the ready line to, as JSON, once it answers')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'End after this long, as `10m`')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--allow-remote', '--allow-remote', [CompletionResultType]::ParameterName, 'Let other machines use it: whoever reaches it can, since everybody knows its client secret')
            [CompletionResult]::new('--memory', '--memory', [CompletionResultType]::ParameterName, 'Keep nothing: the state ends with the process')
            [CompletionResult]::new('--freeze', '--freeze', [CompletionResultType]::ParameterName, 'Let the clock of a new state stand still; `makini sandbox clock advance` moves it')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'Let calls really take as long as the connected systems would')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;status' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;reset' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;clock' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what time it is in the sandbox')
            [CompletionResult]::new('advance', 'advance', [CompletionResultType]::ParameterValue, 'Move it on: what falls due on the way is done in its order, at once')
            [CompletionResult]::new('freeze', 'freeze', [CompletionResultType]::ParameterValue, 'Let it stand still')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let it go on from where it is')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;clock;show' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;clock;advance' {
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Up to this time, as 2026-03-01T12:00:00Z')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--skip-missed', '--skip-missed', [CompletionResultType]::ParameterName, 'Leave out scheduled syncs but for each connection''s last ones, as after a long absence')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;clock;freeze' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;clock;resume' {
            [CompletionResult]::new('--scale', '--scale', [CompletionResultType]::ParameterName, 'How many times faster than life; as before without it')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;clock;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show what time it is in the sandbox')
            [CompletionResult]::new('advance', 'advance', [CompletionResultType]::ParameterValue, 'Move it on: what falls due on the way is done in its order, at once')
            [CompletionResult]::new('freeze', 'freeze', [CompletionResultType]::ParameterValue, 'Let it stand still')
            [CompletionResult]::new('resume', 'resume', [CompletionResultType]::ParameterValue, 'Let it go on from where it is')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'Draw data and chances from this number instead of the scenario''s')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;seed' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;snapshot' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Keep the state as it is now')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put a snapshot in place of the state')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the snapshots that have a name')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;snapshot;save' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;snapshot;load' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;snapshot;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;snapshot;delete' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;snapshot;help' {
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Keep the state as it is now')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put a snapshot in place of the state')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the snapshots that have a name')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
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
        'makini;sandbox;snapshot;help;delete' {
            break
        }
        'makini;sandbox;snapshot;help;help' {
            break
        }
        'makini;sandbox;fault' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Break something')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is broken, and how often it struck')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Mend one fault, or all')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'makini;sandbox;fault;add' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--connection', '--connection', [CompletionResultType]::ParameterName, 'Only this connection, by ID, name or a unique beginning')
            [CompletionResult]::new('--endpoint', '--endpoint', [CompletionResultType]::ParameterName, 'Only these calls, as `GET /api/eam/*`; without a connection, whoever makes them')
            [CompletionResult]::new('--webhook', '--webhook', [CompletionResultType]::ParameterName, 'For webhooks: only to this endpoint, by its ID')
            [CompletionResult]::new('--event', '--event', [CompletionResultType]::ParameterName, 'For webhooks: only these events, as `sync.*`')
            [CompletionResult]::new('--count', '--count', [CompletionResultType]::ParameterName, 'Mend it after it has struck this often')
            [CompletionResult]::new('--probability', '--probability', [CompletionResultType]::ParameterName, 'How likely it strikes, as `0.1` or `10%`; the same each time the same is run')
            [CompletionResult]::new('--latency', '--latency', [CompletionResultType]::ParameterName, 'For `latency`: how much longer calls take, as `500ms`')
            [CompletionResult]::new('--median', '--median', [CompletionResultType]::ParameterName, 'For `latency`: the median of a log-normal distribution, as `300ms`')
            [CompletionResult]::new('--sigma', '--sigma', [CompletionResultType]::ParameterName, 'For `latency`: the spread of that distribution, from 0 to 5 [default: 0.5]')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'For `error`: the status that calls end in [default: 500]')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'For `error`: the error code, as `INTERNAL_ERROR`')
            [CompletionResult]::new('--retry-after', '--retry-after', [CompletionResultType]::ParameterName, 'For `rate-limited`: when to come again [default: 30s]')
            [CompletionResult]::new('--delay', '--delay', [CompletionResultType]::ParameterName, 'For `late`: how late, as `5m`')
            [CompletionResult]::new('--copies', '--copies', [CompletionResultType]::ParameterName, 'For `duplicate`: how often it comes on top [default: 1]')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--any', '--any', [CompletionResultType]::ParameterName, 'Every call to the API, not only those that go to a connected system')
            [CompletionResult]::new('--within', '--within', [CompletionResultType]::ParameterName, 'For `reset`: after half of the answer, not before it')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;fault;list' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;fault;clear' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;sandbox;fault;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Break something')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is broken, and how often it struck')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Mend one fault, or all')
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
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Run it until Ctrl-C')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show whether it runs, where, and what is in it')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Empty it and start over')
            [CompletionResult]::new('clock', 'clock', [CompletionResultType]::ParameterValue, 'Show its clock, move it on, hold it, let it go')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Run a scenario: connect, break, wait, and say what must be so')
            [CompletionResult]::new('seed', 'seed', [CompletionResultType]::ParameterValue, 'Fill it from a file: connections, webhooks, faults, clock')
            [CompletionResult]::new('snapshot', 'snapshot', [CompletionResultType]::ParameterValue, 'Keep its whole state under a name, and go back to it')
            [CompletionResult]::new('fault', 'fault', [CompletionResultType]::ParameterValue, 'Break something on purpose, and mend it')
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
            [CompletionResult]::new('save', 'save', [CompletionResultType]::ParameterValue, 'Keep the state as it is now')
            [CompletionResult]::new('load', 'load', [CompletionResultType]::ParameterValue, 'Put a snapshot in place of the state')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the snapshots that have a name')
            [CompletionResult]::new('delete', 'delete', [CompletionResultType]::ParameterValue, 'Delete a snapshot')
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
        'makini;sandbox;help;snapshot;delete' {
            break
        }
        'makini;sandbox;help;fault' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Break something')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List what is broken, and how often it struck')
            [CompletionResult]::new('clear', 'clear', [CompletionResultType]::ParameterValue, 'Mend one fault, or all')
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
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--pace', '--pace', [CompletionResultType]::ParameterName, 'How fast it goes')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;doctor' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--offline', '--offline', [CompletionResultType]::ParameterName, 'Look at this machine only and call nobody')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;completions' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;man' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write every page into this folder')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;exit-codes' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Profile to use: one for each environment')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Address of the platform''s API')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How to show the answer')
            [CompletionResult]::new('--jq', '--jq', [CompletionResultType]::ParameterName, 'Filter the JSON answer with a jq expression')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Columns to show, by their keys')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'Column to sort by; `-KEY` for descending')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'Time for one request to be answered, as `30s`')
            [CompletionResult]::new('--retries', '--retries', [CompletionResultType]::ParameterName, 'How often a call is tried again')
            [CompletionResult]::new('--secret-store', '--secret-store', [CompletionResultType]::ParameterName, 'Where secrets are kept: keyring, file, command, helper or none')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'PEM file of certificate authorities to trust besides the system''s')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'Proxy for every request')
            [CompletionResult]::new('--sandbox', '--sandbox', [CompletionResultType]::ParameterName, 'Use the embedded platform: no account, no network')
            [CompletionResult]::new('--no-header', '--no-header', [CompletionResultType]::ParameterName, 'Leave out the heading of tables')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'No progress and no notes on stderr')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say what is done on stderr; twice for every request')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask and never wait for a person')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Answer yes to ordinary questions, never to those that destroy')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'makini;help' {
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Sign in, so that commands can use your account')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Forget the tokens of a profile')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who you are and every setting with its origin')
            [CompletionResult]::new('profile', 'profile', [CompletionResultType]::ParameterValue, 'Manage profiles: one for each environment')
            [CompletionResult]::new('systems', 'systems', [CompletionResultType]::ParameterValue, 'Browse the systems that can be connected')
            [CompletionResult]::new('connect', 'connect', [CompletionResultType]::ParameterValue, 'Connect a system')
            [CompletionResult]::new('reconnect', 'reconnect', [CompletionResultType]::ParameterValue, 'Give a connection new credentials')
            [CompletionResult]::new('disconnect', 'disconnect', [CompletionResultType]::ParameterValue, 'End a connection')
            [CompletionResult]::new('connections', 'connections', [CompletionResultType]::ParameterValue, 'List connections and see how they are')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Manage tokens of connections')
            [CompletionResult]::new('sync', 'sync', [CompletionResultType]::ParameterValue, 'Start syncs and watch them')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check every connection, for CI')
            [CompletionResult]::new('metrics', 'metrics', [CompletionResultType]::ParameterValue, 'Show response times, throughput and error rates')
            [CompletionResult]::new('alerts', 'alerts', [CompletionResultType]::ParameterValue, 'Be told when latency, errors or old data cross a line')
            [CompletionResult]::new('flows', 'flows', [CompletionResultType]::ParameterValue, 'Set up workflows and see what they did')
            [CompletionResult]::new('requests', 'requests', [CompletionResultType]::ParameterValue, 'Look up requests')
            [CompletionResult]::new('credits', 'credits', [CompletionResultType]::ParameterValue, 'Show credits and what holds them')
            [CompletionResult]::new('webhooks', 'webhooks', [CompletionResultType]::ParameterValue, 'Verify, sign, receive and test webhooks')
            [CompletionResult]::new('api', 'api', [CompletionResultType]::ParameterValue, 'Call any endpoint, and see which there are')
            [CompletionResult]::new('sandbox', 'sandbox', [CompletionResultType]::ParameterValue, 'Run the embedded platform')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'See the whole main job on a temporary sandbox')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check this machine and the way to the server')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print or write the manual pages')
            [CompletionResult]::new('exit-codes', 'exit-codes', [CompletionResultType]::ParameterValue, 'Show the table of exit codes')
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
        'makini;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
