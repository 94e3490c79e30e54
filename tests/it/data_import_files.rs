//! The files of an import: what is no row is kept, nothing of a person is overwritten, and the ledger is found again.

use insta::assert_snapshot;
use makini::exit::Exit;
use serde_json::json;

use crate::data_import::{created, key_of};
use crate::support::plant::Plant;
use crate::support::sandbox::START;
use crate::support::world::Machine;

#[test]
fn what_is_no_row_is_refused_and_kept() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let site = key_of(&machine, "sites");
    for (text, why) in [
        ("title,siteKey\nSeal,x\n\"Oil,x\nPaint,x\n", "quote not closed (opened in line 3)"),
        ("title,siteKey\nSeal,x\n\"Oil,x\nPaint,\"x\n", "text after a closing quote in line 4 (opened in line 3)"),
        ("sep=;\ntitle;siteKey\nSeal;x\n", "delete that line"),
    ] {
        let file = machine.write("bad.csv", text).display().to_string();
        for line in [format!("data validate {file}"), format!("--sandbox data import 'Plant 7' {file} --yes")] {
            let ended = machine.run(&format!("{line} --entity work-orders")).expect(Exit::Usage);
            assert!(ended.stderr.contains(why), "{}", ended.all());
        }
    }
    assert_eq!(created(&machine, "work-orders"), [json!(null); 0]);
    let text = format!("title;siteKey\nSeal;{site}\nOil;{site};\"a;b\"\nPaint\n;\n \u{20};\t\n");
    let file = machine.write("orders.csv", text).display().to_string();
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes");
    let report = machine.run(&format!("{line} -o json")).expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!((&report["rows"], &report["created"], &report["refused"]), (&json!(3), &json!(1), &json!(2)));
    let refused = format!("{file}.refused.csv");
    assert_snapshot!(std::fs::read_to_string(&refused).expect("written").replace(&site, "SITE"), @r#"
    title,siteKey,_line,_reason,_raw
    ,,3,"has 3 columns, and the header has 2","Oil;SITE;""a;b"""
    ,,4,"has 1 column, and the header has 2",Paint
    "#);
    // What was not corrected in it is kept again.
    let again = format!("--sandbox data import 'Plant 7' {refused} --entity work-orders --yes");
    machine.run(&again).expect(Exit::Unhealthy);
    let kept = std::fs::read_to_string(format!("{refused}.refused.csv")).expect("written");
    assert!(kept.contains(&format!("Oil;{site};")) && kept.contains(",Paint"), "{kept}");
    let text = format!(
        "{{\"title\":\"Tar\",\"siteKey\":\"{site}\"}}\n{{\"title\":\"Cut\n{{\"title\":\"a\",\"title\":\"b\"}}\n\
         {{\"title\":\"a\",\"Title\":\"b\",\"siteKey\":\"{site}\"}}\n{{\"title\":\" \"}}\n"
    );
    let file = machine.write("orders.ndjson", text).display().to_string();
    let line = format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes -o json");
    let report = machine.run(&line).expect(Exit::Unhealthy).json()["data"].clone();
    assert_eq!((&report["created"], &report["refused"]), (&json!(1), &json!(4)), "{report}");
    for why in ["it has `title` twice", "sets `title`, and so does another field of the row", "is required by"] {
        assert!(report["problems"].to_string().contains(why), "{why}: {report}");
    }
    let ended = machine.run(&format!("data validate {file} --entity work-orders")).expect(Exit::Invalid);
    assert!(ended.stdout.contains("no field has a value"), "{}", ended.all());
    let kept = std::fs::read_to_string(format!("{file}.refused.csv")).expect("written");
    assert!(kept.contains("\"{\"\"title\"\":\"\"Cut\""), "{kept}");
}

#[test]
fn no_file_of_a_person_is_overwritten() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let site = key_of(&machine, "sites");
    let bad = format!("title,siteKey\nSeal,{site}\nOil,nothing\n");
    let file = machine.write("orders.csv", &bad).display().to_string();
    let map = machine.write("map.toml", "[values]\ndueAt = 2026-03-01\n").display().to_string();
    let twice = machine.write("twice.toml", "[values]\ntitle = \"x\"\n").display().to_string();
    let ended = machine.run(&format!("data validate {file} --entity work-orders --map {twice}")).expect(Exit::Usage);
    assert!(ended.stderr.contains("is set by the column `title` and by `[values]`"), "{}", ended.all());
    let ledger = machine.home().join("own.ledger").display().to_string();
    let line =
        format!("--sandbox data import 'Plant 7' {file} --entity work-orders --map {map} --yes --ledger {ledger}");
    let folder = machine.home().display().to_string();
    for (refused, what) in [
        (file.clone(), "the rows and for the refused rows"),
        (format!("{folder}/./orders.csv"), "the rows and for the refused rows"),
        (map.clone(), "the map and for the refused rows"),
        (ledger.clone(), "the ledger and for the refused rows"),
    ] {
        let ended = machine.run(&format!("{line} --refused {refused}")).expect(Exit::Usage);
        assert!(ended.stderr.contains(what), "{}", ended.all());
    }
    assert_eq!(std::fs::read_to_string(&file).expect("readable"), bad);
    assert!(!std::path::Path::new(&ledger).exists());
    machine.run(&line).expect(Exit::Unhealthy);
    assert_eq!(created(&machine, "work-orders")[0]["dueAt"], json!("2026-03-01T00:00:00Z"), "a date without quotes");
    machine.run(&line).expect(Exit::Unhealthy);
    // A person corrects the refused rows there: they are not written over.
    let refused = format!("{file}.refused.csv");
    let corrected = format!("title,siteKey\nOil,{site}\n");
    let written = std::fs::read(&refused).expect("written");
    std::fs::write(&refused, &corrected).expect("written");
    let ended = machine.run(&line).expect(Exit::Usage);
    assert!(ended.stderr.contains("was changed or is another file"), "{}", ended.all());
    assert_eq!(std::fs::read_to_string(&refused).expect("readable"), corrected);
    // As it was written it is removed when no row is refused any more.
    std::fs::write(&refused, written).expect("written");
    std::fs::write(&file, bad.replace("nothing", &site)).expect("written");
    machine.run(&line).ok();
    assert!(!std::path::Path::new(&refused).exists());
    assert_eq!(created(&machine, "work-orders").len(), 2);
    // An emptied ledger is no new one.
    std::fs::write(&ledger, "").expect("written");
    let ended = machine.run(&line).expect(Exit::Local);
    assert!(ended.stderr.contains("is empty: what was sent is no longer known"), "{}", ended.all());
    assert_eq!(created(&machine, "work-orders").len(), 2);
}

#[test]
fn the_ledger_is_that_of_the_rows_whatever_their_path() {
    let machine = Machine::new().at(START);
    Plant::of(&machine).connected("maintain-x", "Plant 7");
    let text = format!("title,siteKey\nSeal,{}\n", key_of(&machine, "sites"));
    let file = machine.write("orders.csv", &text);
    let line = |file: &str| format!("--sandbox data import 'Plant 7' {file} --entity work-orders --yes");
    machine.run(&line(&file.display().to_string())).ok();
    #[cfg(unix)]
    {
        let link = machine.home().join("link.csv");
        std::os::unix::fs::symlink(&file, &link).expect("a link");
        let ended = machine.run(&line(&link.display().to_string())).ok();
        assert!(ended.stdout.contains("1 created before"), "{}", ended.all());
    }
    let ended = machine.run_with(&line("-"), &text, []).expect(Exit::Usage);
    assert!(ended.stderr.contains("--ledger FILE"), "{}", ended.all());
    let ledger = machine.home().join("stdin.ledger").display().to_string();
    for count in ["1 of 1 row created", "1 created before"] {
        let ended = machine.run_with(&format!("{} --ledger {ledger}", line("-")), &text, []).ok();
        assert!(ended.stdout.contains(count), "{}", ended.all());
    }
    assert_eq!(created(&machine, "work-orders").len(), 2);
}
