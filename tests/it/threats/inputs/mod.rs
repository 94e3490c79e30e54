//! The list of bad inputs, line by line, as a person meets them at the command line: one clear sentence, the stated exit
//! code, and nothing of a secret or of the signature that would be right.

mod bodies;
mod flags;
mod options;
mod platform;
#[cfg(unix)]
mod process;
mod receiver;
mod secrets;
mod sign;
mod verify;

use std::ffi::OsString;

use makini::exit::Exit;

use crate::support::world::{Ended, Machine};

/// The moment at which everything is judged: 1700000000.
const NOW: &str = "2023-11-14T22:13:20Z";
const SECRET: &str = "c2VjcmV0";
const BODY: &str = r#"{"a":1}"#;

/// A machine with a secret and a body in its home.
struct Desk {
    machine: Machine,
}

impl Desk {
    fn new() -> Self {
        let machine = Machine::new().at(NOW);
        machine.write("secret", SECRET);
        machine.write("body", BODY);
        Self { machine }
    }

    /// Runs `makini webhooks …`. A word that begins with `@` is a file of this desk. What is said has no path in it.
    fn run(&self, line: &str, more: &[&str], stdin: &[u8]) -> Ended {
        let home = self.machine.home().display().to_string();
        let words = line.split_whitespace().chain(more.iter().copied()).map(|word| match word.strip_prefix('@') {
            Some(name) => format!("{home}/{name}"),
            None => word.to_owned(),
        });
        let args = ["makini", "webhooks"].into_iter().map(str::to_owned).chain(words).map(OsString::from);
        self.harmless(self.machine.run_args(args.collect(), stdin.to_vec(), []))
    }

    /// Takes the path out of what was said, and fails if a secret or a control character is in it.
    fn harmless(&self, mut ended: Ended) -> Ended {
        let home = self.machine.home().display().to_string();
        for text in [&mut ended.stdout, &mut ended.stderr] {
            *text = text.replace(&format!("{home}/"), "").replace(&home, "HOME");
            assert!(!text.contains(SECRET), "the secret is shown: {text}");
            assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "a terminal would obey: {text:?}");
        }
        ended
    }

    /// Signs the body and returns the headers.
    fn signed(&self, flags: &str, body: &[u8]) -> Vec<(String, String)> {
        let ended = self.run(&format!("sign --secret-file @secret {flags}"), &[], body).ok();
        let headers = ended.stdout.lines().filter_map(|line| line.split_once(": "));
        headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// Returns the last header of a signed body: the one with the signature.
    fn signature(&self, flags: &str, body: &[u8]) -> String {
        self.signed(flags, body).pop().expect("a signature").1
    }

    /// Verifies a body that comes on stdin.
    fn verify(&self, flags: &str, headers: &[(&str, &str)], body: &[u8]) -> Ended {
        let headers: Vec<_> = headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let more: Vec<_> = headers.iter().flat_map(|header| ["-H", header.as_str()]).collect();
        self.run(&format!("verify --secret-file @secret {flags}"), &more, body)
    }

    /// What is said of a delivery that is not verified, which is on stdout: it is the answer.
    #[track_caller]
    fn refused(&self, flags: &str, headers: &[(&str, &str)], body: &[u8]) -> String {
        let ended = self.verify(flags, headers, body).expect(Exit::Invalid);
        assert_eq!(ended.stderr, "", "nothing went wrong but the signature");
        let code = self.verify(&format!("{flags} -o json"), headers, body).expect(Exit::Invalid).json();
        assert_eq!(code["data"]["valid"], false);
        format!("{}[{}]", ended.stdout, code["data"]["reason"].as_str().expect("a reason"))
    }

    /// What is said of a line that cannot be done, which is on stderr.
    #[track_caller]
    fn complains(&self, line: &str, more: &[&str], stdin: &[u8], exit: Exit) -> String {
        let ended = self.run(line, more, stdin).expect(exit);
        assert_eq!(ended.stdout, "");
        ended.stderr
    }

    /// The same on a terminal, without colours.
    #[track_caller]
    fn complains_at_once(&self, line: &str) -> String {
        self.complains(&format!("{line} --color never"), &[], b"", Exit::Usage)
    }
}
