//! Where a connection stands, and whether its system can be reached.

use super::super::check::{Finding, Rule, Severity, command};
use super::case::Case;
use crate::api::connections::{Health, Lifecycle};

pub(super) fn status(case: Case<'_>) -> Finding {
    let connection = &case.snapshot.connection;
    let lifecycle = connection.lifecycle();
    let told = connection.status.as_deref().unwrap_or_default();
    let show = || command("connections show", case.id());
    let finding =
        match lifecycle {
            // Some servers return the health in this field; that rule then checks it.
            Lifecycle::Unknown if connection.health().is_some() => Finding::ok(Rule::Status, format!("it is {told}")),
            Lifecycle::Unknown if told.is_empty() => {
                Finding::warning(Rule::Status, "the server returned no status").remedy(show())
            }
            Lifecycle::Unknown => {
                Finding::warning(Rule::Status, format!("its status `{told}` is not known here")).remedy(show())
            }
            known if case.budgets.statuses.contains(&known) => {
                Finding::ok(Rule::Status, format!("it is {}", known.as_str().replace('_', " ")))
            }
            Lifecycle::Pending => {
                let again = format!("{} --magic-link", command("reconnect", case.id()));
                Finding::warning(Rule::Status, "nobody has finished connecting it").remedy(again).pending()
            }
            Lifecycle::Inactive => Finding::critical(Rule::Status, "it is inactive: the account has too few credits")
                .remedy("makini credits"),
            Lifecycle::Disconnected => {
                let severity = case.budgets.disconnected;
                let remedy = command("connect", connection.integration_name.as_deref().unwrap_or_default());
                let finding = Finding::critical(Rule::Status, "it was disconnected");
                Finding { severity, ..if severity == Severity::Ok { finding } else { finding.remedy(remedy) } }
            }
            other => Finding::critical(Rule::Status, format!("it is {}, which is not allowed", other.as_str()))
                .remedy(show()),
        };
    finding.fact("status", connection.status.clone()).fact("updated_at", connection.updated_at.clone())
}

pub(super) fn health(case: Case<'_>) -> Option<Finding> {
    let connection = &case.snapshot.connection;
    let error = connection.last_error.clone().unwrap_or_default();
    let finding = match connection.health()? {
        Health::Online => return Some(Finding::ok(Rule::Health, "its system is online")),
        Health::Offline => Finding::critical(Rule::Health, "its system cannot be reached")
            .remedy(command("connections status", case.id())),
        Health::ReauthorizationRequired => {
            Finding::critical(Rule::Health, "its system no longer accepts the credentials")
                .remedy(command("reconnect", case.id()))
        }
        Health::Unknown => {
            let told = connection.health.as_deref().unwrap_or_default();
            Finding::warning(Rule::Health, format!("its health `{told}` is not known here"))
                .remedy(command("connections status", case.id()))
        }
    };
    Some(
        finding
            .fact("health", connection.health.clone().or_else(|| connection.status.clone()))
            .fact("error_code", error.code)
            .fact("error_message", error.message)
            .fact("at", error.at)
            .request(error.request_id),
    )
}
