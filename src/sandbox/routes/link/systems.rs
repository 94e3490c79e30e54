//! The first page: choosing a system.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use maud::{Markup, html};

use super::page::{Document, credits, see_other, token, way_out};
use super::refusal::Refusal;
use super::visitor::{FormPost, Visitor};
use crate::api::systems::Platform;
use crate::sandbox::state::App;
use crate::sandbox::store::links::{self, Purpose};
use crate::sandbox::{connecting, source};

/// Systems shown, unless all are requested.
const SHOWN: usize = 10;

/// Search words and filters.
struct SystemQuery {
    words: String,
    category: String,
    tier: String,
    all: bool,
}

impl SystemQuery {
    fn read(query: &str) -> Self {
        let get = |name: &str| {
            let mut pairs = url::form_urlencoded::parse(query.as_bytes());
            let found = pairs.find(|(known, _)| known == name);
            found.map(|(_, value)| value.trim().chars().take(100).collect::<String>()).unwrap_or_default()
        };
        Self { words: get("q"), category: get("category"), tier: get("tier"), all: !get("all").is_empty() }
    }

    /// Returns the rank of a system (0 is best); none if it does not match.
    fn rank(&self, platform: &Platform) -> Option<u8> {
        let same = |wanted: &str, has: Option<String>| wanted.is_empty() || has.is_some_and(|has| has == wanted);
        let fits = same(&self.category, platform.category.clone())
            && same(&self.tier, platform.tier.map(|tier| tier.to_string()));
        let lower = |text: &Option<String>| text.as_deref().unwrap_or_default().to_lowercase();
        let (name, slug) = (lower(&platform.name), lower(&platform.slug));
        let about = format!("{name} {slug} {} {}", lower(&platform.category), lower(&platform.description));
        let words = self.words.to_lowercase();
        if !fits || !words.split_whitespace().all(|word| about.contains(word)) {
            return None;
        }
        Some(match () {
            () if name.starts_with(&words) => 0,
            () if name.contains(&words) || slug.contains(&words) => 1,
            () => 2,
        })
    }

    /// Returns the matching systems, the best first.
    fn find(&self) -> Vec<&'static Platform> {
        let ranked = source::platforms().iter().filter_map(|platform| Some((self.rank(platform)?, platform)));
        let mut found: Vec<_> = ranked.collect();
        found.sort_by_key(|(rank, platform)| (*rank, platform.name.as_deref().map(str::to_lowercase)));
        found.into_iter().map(|(_, platform)| platform).collect()
    }

    fn show_all_query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &self.words).append_pair("category", &self.category).append_pair("tier", &self.tier);
        query.append_pair("all", "1").finish()
    }
}

pub(super) async fn show(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    if !may_choose(&visitor) {
        return see_other(&visitor.current_page());
    }
    let wanted = SystemQuery::read(&query.unwrap_or_default());
    let found = wanted.find();
    let shown = if wanted.all { found.len() } else { found.len().min(SHOWN) };
    let body = html! {
        h1 { "Which system do you want to connect?" }
        form role="search" method="get" data-search { (filters(&wanted)) }
        p #count role="status" {
            @match found.len() {
                0 => "No system fits. Try fewer letters, or another category.",
                1 => "1 system",
                total if total == shown => (format!("{total} systems")),
                total => (format!("The first {shown} of {total} systems")),
            }
        }
        div #results {
            @if shown > 0 {
                form method="post" {
                    (token(&visitor))
                    ul.systems { @for platform in &found[..shown] { li { (offer(platform)) } } }
                }
            }
            @if shown < found.len() {
                p { a href={ "?" (wanted.show_all_query()) } { "Show all " (found.len()) " systems" } }
            }
        }
        (way_out(&visitor))
    };
    Document::new("Choose a system", body).step(1).of(&visitor).response()
}

fn filters(wanted: &SystemQuery) -> Markup {
    let mut categories: Vec<&str> = source::platforms().iter().filter_map(|p| p.category.as_deref()).collect();
    categories.sort_unstable();
    categories.dedup();
    html! {
        div.filters {
            div.field.wide {
                label for="q" { "Search by name" }
                input #q type="search" name="q" value=(wanted.words) autocomplete="off" spellcheck="false";
            }
            div.field {
                label for="category" { "Category" }
                select #category name="category" {
                    option value="" { "All categories" }
                    @for category in categories {
                        option value=(category) selected[category == wanted.category] { (category) }
                    }
                }
            }
            div.field {
                label for="tier" { "Tier" }
                select #tier name="tier" {
                    option value="" { "All tiers" }
                    @for (tier, name) in [("1", "Tier I: 1 credit"), ("2", "Tier II: 2 credits"), ("3", "Tier III: 4 credits")] {
                        option value=(tier) selected[tier == wanted.tier] { (name) }
                    }
                }
            }
        }
        p { button { "Search" } }
    }
}

fn offer(platform: &Platform) -> Markup {
    let place = *connecting::deployments(platform).first().unwrap_or(&"cloud");
    html! {
        button name="system" value=(platform.slug.as_deref().unwrap_or_default()) {
            (platform.name.as_deref().unwrap_or_default())
            span.about {
                @if let Some(category) = &platform.category { (category) ", " }
                @if connecting::deployments(platform).len() > 1 { "from " }
                (credits(connecting::cost(platform, place)))
                @if let Some(text) = &platform.description { ". " (text) }
            }
        }
    }
}

pub(super) async fn choose(State(app): State<App>, sent: FormPost) -> Result<Response, Refusal> {
    let visitor = &sent.visitor;
    if !may_choose(visitor) {
        return Ok(see_other(&visitor.current_page()));
    }
    let Some(slug) = sent.get("system").and_then(source::platform).and_then(|platform| platform.slug.as_deref()) else {
        return Ok(see_other(&visitor.page("systems")));
    };
    app.write(|tx| links::choose(tx, &visitor.visit, slug))?;
    Ok(see_other(&visitor.page("consent")))
}

/// Returns whether the person may choose a system: not if a Magic Link sets it, nor once connected.
pub(super) fn may_choose(visitor: &Visitor) -> bool {
    let visit = &visitor.visit;
    visit.purpose == Purpose::Connect && visit.connection.is_none() && !visit.locked
}

#[cfg(test)]
mod tests {
    use super::SystemQuery;

    fn names(query: &str) -> Vec<&'static str> {
        SystemQuery::read(query).find().into_iter().filter_map(|platform| platform.name.as_deref()).collect()
    }

    #[test]
    fn what_begins_with_the_words_comes_first() {
        assert_eq!(names("q=maxi"), ["IBM Maximo"]);
        assert_eq!(names("q=SAP").first(), Some(&"SAP Ariba"));
        assert_eq!(names("q=infor&category=WMS"), ["Infor WMS"]);
        assert!(names("tier=3&category=EAM").contains(&"IBM Maximo"));
        assert!(names("q=<script>").is_empty());
        assert!(names("").len() >= 90);
    }
}
