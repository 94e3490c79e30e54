//! Commands that a person copies: words that came from a server, quoted.

/// Returns a word that came from a server as an operand of a command: neither a shell nor the command's parser reads it
/// as anything else.
pub fn operand(word: &str) -> String {
    let quoted = shell_words::quote(word);
    if word.starts_with('-') { format!("-- {quoted}") } else { quoted.into_owned() }
}

/// Returns `--name=word`, with the word quoted.
pub fn option(name: &str, word: &str) -> String {
    format!("{name}={}", shell_words::quote(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_stays_one_word() {
        assert_eq!(operand("conn_1"), "conn_1");
        assert_eq!(operand("$(rm -rf ~)"), "'$(rm -rf ~)'");
        assert_eq!(operand("--all"), "-- --all");
        assert_eq!(operand(""), "''");
        assert_eq!(option("--connection", "-x y"), "--connection='-x y'");
    }
}
