//! Completion in real shells: the committed scripts, and the program asked by the shell.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::require;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a script in a shell whose PATH finds this build first.
fn shell(program: &str, args: &[&str], script: &str) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_makini")).parent().expect("a folder");
    let home = tempfile::tempdir().expect("a folder");
    let output = Command::new(program)
        .args(args)
        .arg(script)
        .env_clear()
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
        .env("HOME", home.path())
        .env("TERM", "dumb")
        .env("LC_ALL", "C.UTF-8")
        .env("COMPLETIONS", root().join("completions"))
        .stdin(Stdio::null())
        .output()
        .expect("the shell runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Sets what readline would, calls the function that `complete` names, and prints each reply.
const ASK_BASH: &str = r#"
ask() {
    COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMPREPLY=()
    read -ra COMP_WORDS <<<"$1"
    if [[ $1 == *' ' ]]; then COMP_WORDS+=(""); fi
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    local function
    function=$(complete -p makini | sed -n 's/.*-F \([^ ]*\).*/\1/p')
    "$function" makini "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
    echo "[$1] ${COMPREPLY[*]}"
}
ask "makini conn"
ask "makini connections l"
ask "makini --output "
"#;

#[test]
fn bash_completes() {
    if !require::tool("bash") {
        return;
    }
    for source in [r#"source "$COMPLETIONS/makini.bash""#, "source <(COMPLETE=bash makini)"] {
        let text = shell("bash", &["--norc", "-c"], &format!("{source}\n{ASK_BASH}"));
        assert!(text.contains("[makini conn] connect connections"), "{source}\n{text}");
        assert!(text.contains("[makini connections l] list"), "{source}\n{text}");
        assert!(text.contains("table json ndjson yaml csv"), "{source}\n{text}");
    }
}

#[test]
fn fish_completes() {
    if !require::tool("fish") {
        return;
    }
    for source in [r#"source "$COMPLETIONS/makini.fish""#, "COMPLETE=fish makini | source"] {
        let text = shell("fish", &["--no-config", "-c"], &format!("{source}\ncomplete -C 'makini connec'\n"));
        assert!(text.contains("connections\t"), "{source}\n{text}");
    }
    let text = shell("fish", &["--no-config", "-c"], "COMPLETE=fish makini | source\ncomplete -C 'makini --output '\n");
    assert!(text.contains("ndjson"), "{text}");
}

/// A real TAB, in a terminal that zsh makes for itself.
const ASK_ZSH: &str = r#"
zmodload zsh/zpty
zpty -b shell "PS1= zsh -f -i"
zpty -w shell "unsetopt zle_bracketed_paste prompt_sp beep; PROMPT='READY> '; stty cols 200 rows 50"
zpty -w shell "SETUP; zstyle ':completion:*' list-colors ''; LISTMAX=0; bindkey '^I' complete-word; echo SET\"\"TLED"
gather() {
    local out all= quiet=0
    while (( quiet < $2 )); do
        if zpty -r -t shell out 2>/dev/null; then all+=$out; quiet=0; [[ $all == *"$1"* ]] && break; else sleep 0.05; (( quiet++ )); fi
    done
    print -r -- "$all"
}
gather SETTLED 400 >/dev/null
zpty -w -n shell $'makini connections lis\t'
gather "connections list " 100
zpty -d shell
"#;

#[test]
fn zsh_completes() {
    if !require::tool("zsh") {
        return;
    }
    let setups = [
        r"fpath=($COMPLETIONS $fpath); autoload -U compinit; compinit -u -D",
        "autoload -U compinit; compinit -u -D; source <(COMPLETE=zsh makini)",
    ];
    for setup in setups {
        let text = shell("zsh", &["-f", "-c"], &ASK_ZSH.replace("SETUP", setup));
        assert!(text.contains("makini connections list "), "{setup}\n{text}");
    }
}

#[test]
fn scripts_have_no_syntax_errors() {
    for (program, file) in [("bash", "makini.bash"), ("zsh", "_makini"), ("fish", "makini.fish")] {
        if !require::tool(program) {
            continue;
        }
        let output = Command::new(program)
            .arg("-n")
            .arg(root().join("completions").join(file))
            .output()
            .expect("the shell runs");
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Asks bash for the candidates of lines, after these commands were run.
fn offered(setup: &str, lines: &[&str]) -> String {
    let asks = lines.iter().fold(String::new(), |asks, line| asks + "ask " + &shell_words::quote(line) + "\n");
    let (functions, _) = ASK_BASH.split_once("\nask ").expect("the function comes first");
    shell("bash", &["--norc", "-c"], &format!("{setup}\nsource <(COMPLETE=bash makini)\n{functions}\n{asks}"))
}

#[test]
fn connections_and_ids_that_were_shown_are_offered() {
    if !require::tool("bash") {
        return;
    }
    let setup = "
        makini -q --sandbox sandbox start --memory --help >/dev/null
        printf 'secret\n' | makini -q --sandbox connect inextia --name 'Plant 7' --email a@example.com --yes --no-wait \
            --field url=https://plant.example.com --field-stdin password >/dev/null 2>&1
        makini --sandbox systems list >/dev/null
        makini --sandbox api endpoints >/dev/null
        makini --sandbox requests list >/dev/null";
    let text = offered(
        setup,
        &[
            "makini --sandbox connect inex",
            "makini --sandbox requests show req_",
            "makini --sandbox api get /api/eam/as",
            "makini webhooks endpoints add --event sync.com",
            "makini connect inex",
        ],
    );
    assert!(text.contains("[makini --sandbox connect inex] inextia"), "{text}");
    assert!(text.contains("[makini --sandbox requests show req_] req_"), "{text}");
    assert!(text.contains("/api/eam/assets"), "{text}");
    // Of another platform nothing was shown.
    assert!(text.contains("[makini connect inex] \n"), "{text}");
}

/// Time for one answer to the shell.
const QUICK: std::time::Duration = std::time::Duration::from_millis(50);

#[test]
fn candidates_come_at_once_without_network_and_secret_store() {
    let home = tempfile::tempdir().expect("a folder");
    let entries: Vec<[String; 2]> = (0..300).map(|n| [format!("{n:014}"), format!("Plant {n}")]).collect();
    let cache = serde_json::json!({ "default http://127.0.0.1:9/": { "connections": entries } });
    let folder = home.path().join("cache");
    std::fs::create_dir_all(&folder).expect("made");
    std::fs::write(folder.join("completion.json"), cache.to_string()).expect("written");
    #[expect(clippy::disallowed_methods, reason = "the time of a process is measured")]
    let ask = || {
        let started = std::time::Instant::now();
        let output = Command::new(env!("CARGO_BIN_EXE_makini"))
            .args(["--", "makini", "connections", "show", "Plant 29"])
            .env_clear()
            .env("HOME", home.path())
            .env("MAKINI_CACHE_DIR", &folder)
            .env("MAKINI_SERVER", "http://127.0.0.1:9/")
            .env("MAKINI_SECRET_COMMAND", "false")
            .env("COMPLETE", "fish")
            .output()
            .expect("runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), started.elapsed())
    };
    let (text, _) = ask();
    assert!(text.contains("Plant 29\t") && text.contains("Plant 299\t"), "{text}");
    let best = (0..10).map(|_| ask().1).min().expect("ten");
    // An unoptimised build on a loaded machine is several times slower.
    let allowed = if cfg!(debug_assertions) { QUICK * 6 } else { QUICK };
    assert!(best < allowed, "{best:?}");
}
