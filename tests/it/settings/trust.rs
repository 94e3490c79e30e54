//! Files that somebody else may have written, and files that are links.
#![cfg(unix)]

use std::os::unix::fs::{PermissionsExt as _, chown, symlink};
use std::path::Path;

use makini::exit::Exit;
use makini::failure::Classify as _;
use makini::settings::edit::{self, Change};

use super::Place;
use crate::support::require;

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("ours");
}

fn mode(path: &Path) -> u32 {
    path.metadata().expect("there").permissions().mode() & 0o777
}

#[test]
fn a_configuration_that_everybody_may_write_is_refused() {
    let place = Place::new();
    place.write("config/config.toml", "retries = 2\n");
    let path = place.0.path().join("config/config.toml");
    set_mode(&path, 0o666);
    let failure = place.resolve(&[], &[]).expect_err("refused");
    assert_eq!(failure.exit, Exit::Usage);
    assert_eq!(
        place.text(&failure),
        r#"["`~/config/config.toml` was not used: everybody may write to it (mode 0666)"]"#
    );
    let hint = format!("run `chmod o-w {}`, if you know what is in it", path.display());
    assert_eq!(failure.hints, [hint]);
    // As editors make it where groups are of one person.
    set_mode(&path, 0o664);
    assert_eq!(place.resolve(&[], &[]).expect("fine").text("retries"), "2");
}

#[test]
fn a_configuration_of_another_user_is_refused() {
    let place = Place::new();
    place.write("config/config.toml", "server = \"https://evil.example\"\n");
    let path = place.0.path().join("config/config.toml");
    if !require::given("root", chown(&path, Some(12345), None).is_ok()) {
        return;
    }
    let failure = place.resolve(&[], &[]).expect_err("refused");
    assert!(place.text(&failure).contains("it belongs to another user (uid 12345)"), "{failure:?}");
    assert!(failure.hints[0].starts_with("run `sudo chown "), "{failure:?}");
    let error = edit::apply(&path, &[Change::Use("plant".into())]).expect_err("refused as well");
    assert_eq!(error.exit(), Exit::Usage);
}

/// Nobody who puts one above somebody's folder may stop or steer what is done there.
#[test]
fn a_directory_file_of_somebody_else_is_ignored_with_one_warning() {
    let place = Place::new();
    place.write("work/.makini.toml", "profile = \"theirs\"\nnonsense\n");
    let path = place.0.path().join("work/.makini.toml");
    let foreign = require::given("root", chown(&path, Some(12345), None).is_ok());
    if !foreign {
        set_mode(&path, 0o666);
    }
    let settings = place.resolve(&[], &[]).expect("it is ignored");
    assert_eq!(settings.profile(), "default");
    let [warning] = &settings.warnings[..] else { panic!("{:?}", settings.warnings) };
    assert!(warning.contains(".makini.toml` was not used: "), "{warning}");
    assert_eq!(warning.contains("another user (uid 12345)"), foreign, "{warning}");
}

#[test]
fn a_link_stays_a_link_and_its_target_is_replaced() {
    let place = Place::new();
    place.write("dotfiles/makini.toml", "# mine\n[profile.a]\nretries = 1\n");
    let target = place.0.path().join("dotfiles/makini.toml");
    set_mode(&target, 0o640);
    std::fs::create_dir_all(place.0.path().join("config")).expect("made");
    let link = place.0.path().join("config/config.toml");
    symlink("../dotfiles/makini.toml", &link).expect("made");
    edit::apply(&link, &[Change::Use("a".into())]).expect("written");
    assert!(link.symlink_metadata().expect("there").is_symlink());
    let text = std::fs::read_to_string(&target).expect("there");
    assert!(text.contains("# mine") && text.contains("default_profile = \"a\""), "{text}");
    assert_eq!(mode(&target), 0o640, "others read it as before");
    let left = std::fs::read_dir(place.0.path().join("dotfiles")).expect("there").count();
    assert_eq!(left, 1, "nothing but the file is in that folder");
    assert_eq!(place.resolve(&[], &[]).expect("fine").profile(), "a");
}

#[test]
fn a_link_to_nothing_is_named() {
    let place = Place::new();
    std::fs::create_dir_all(place.0.path().join("config")).expect("made");
    let link = place.0.path().join("config/config.toml");
    symlink("../gone/makini.toml", &link).expect("made");
    let error = edit::apply(&link, &[Change::Use("a".into())]).expect_err("nowhere to write to");
    let text = place.text(&error.into());
    assert!(text.contains("it is a symbolic link to `../gone/makini.toml`: No such file"), "{text}");
    assert!(link.symlink_metadata().expect("there").is_symlink());
}

#[test]
fn a_file_of_ours_is_for_its_owner() {
    let place = Place::new();
    let path = place.0.path().join("config/config.toml");
    edit::apply(&path, &[Change::Use("a".into())]).expect("written");
    assert_eq!(mode(&path), 0o600);
}
