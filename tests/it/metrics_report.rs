//! `makini metrics report`: one page, also for those who do not see its charts.

use serde_json::Value;

use crate::metrics_charts::machine;
use crate::support::axe;
use crate::support::webdriver::{Chromium, Setup};

fn page() -> String {
    let machine = machine();
    let file = machine.home().join("report.html");
    let ended = machine.run(&format!("metrics report --source journal --out {}", file.display())).ok();
    assert!(ended.stdout.contains("report.html"), "{}", ended.stdout);
    std::fs::read_to_string(file).expect("written")
}

#[test]
fn the_page_needs_nothing_else_and_has_a_table_behind_every_chart() {
    let page = page();
    let body = page.split("<body>").nth(1).expect("a body");
    for element in ["<script", "<img", "<link", "<iframe", " src=", "href=", "url(", "@import", "https://"] {
        assert!(!page.contains(element), "{element}");
    }
    assert!(!page.replace("http://www.w3.org/2000/svg", "").contains("http://"), "nothing from elsewhere");
    let charts: Vec<&str> = body.split("<section>").filter(|section| section.contains("<svg")).collect();
    assert_eq!(charts.len(), 4);
    for chart in charts {
        assert!(chart.contains("<details>") && chart.contains("<table>") && chart.contains("role=\"img\""), "{chart}");
    }
    // A gap is a word, and no number.
    assert!(body.contains("<td class=\"none\">no requests</td>") && !body.contains("<td>0 ms</td>"), "{body}");
    assert!(body.contains("<bdi>A</bdi>") && body.contains("<bdi>GET /api/erp/vendors</bdi>"), "{body}");
    assert!(page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
}

#[test]
fn the_report_goes_to_stdout_where_that_is_asked_for() {
    let text = machine().run("metrics report A --source journal --out -").ok().stdout;
    assert!(text.starts_with("<!doctype html>") && text.ends_with("</html>\n"), "{text}");
    assert!(!text.contains("<h2>Connections</h2>") && text.contains("<h2>Endpoints</h2>"));
}

#[test]
fn the_page_is_fit_for_everybody_at_three_widths() {
    let Some(axe) = axe::script() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.html");
    std::fs::write(&file, page()).expect("written");
    let dark = Setup { dark: true, ..Setup::default() };
    let phone = Setup { phone: true, ..Setup::default() };
    for (setup, widths, look) in
        [(Setup::default(), &[1280, 800][..], "light"), (dark, &[1280, 800], "dark"), (phone, &[320], "phone")]
    {
        let browser = Chromium::start(setup);
        for width in widths {
            if !setup.phone {
                browser.resize(*width, 900);
            }
            browser.open(&format!("file://{}", file.display()));
            browser.run("document.querySelectorAll('details').forEach(found => found.open = true); return null;");
            axe::finds_nothing(&browser, &axe, &format!("{look} {width}"));
            let drawn = browser.run(
                "return [...document.querySelectorAll('svg')].map(svg => svg.getBoundingClientRect().height > 100);",
            );
            assert_eq!(drawn, Value::from(vec![true; 4]), "every chart is there");
            let picture = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("report-{look}-{width}.png"));
            std::fs::write(picture, browser.picture()).expect("written");
        }
    }
}
