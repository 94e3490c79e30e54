//! What each command needs beyond the published API, and what it does on a server without it.
//!
//! The one definition: `makini help servers`, `makini api endpoints`, the table of the README and the hints of refusals
//! are made from it, and `tests/it/servers.rs` runs every command against a server that offers the published API alone
//! and compares.

use super::Operation;
use super::Operation::{
    AlertChangeList, AlertFiring, AlertRuleCreate, AlertRuleDelete, AlertRuleList, ConnectionEventsGet,
    ConnectionEventsSet, ConnectionGet, ConnectionReactivate, ConnectionReconnect, ConnectionSettingsGet,
    ConnectionSettingsUpdate, ConnectionUpdate, CreditsGet, FlowCreate, FlowDelete, FlowExecutionGet,
    FlowExecutionList, FlowGet, FlowHook, FlowList, FlowRun, FlowTemplateList, LinkPage, MagicLinkCreate,
    MagicLinkList, MappingGet, MappingUpdate, MetricsQuery, PlatformGet, RequestGet, RequestList, RetainedDataDelete,
    RetainedDataList, SyncCancel, SyncGet, SyncList, SyncSchedule, SyncStart, SyncStatus, TokenRevoke,
    WebhookConditionCreate, WebhookConditionDelete, WebhookConditionList, WebhookDeliveryGet, WebhookDeliveryList,
    WebhookDeliveryRetry, WebhookEndpointCreate, WebhookEndpointDelete, WebhookEndpointList, WebhookEndpointRotate,
    WebhookEndpointTest, WebhookEndpointUpdate,
};

/// What a command does on a server that does not offer its operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// It answers otherwise, and the output says so. The text completes "without it, the command …".
    Otherwise(&'static str),
    /// It ends with 15. The text is what to do instead, as a hint.
    Refused(&'static str),
}

/// Commands that need the same operations of a server.
#[derive(Debug)]
pub struct Need {
    /// The commands, as typed after `makini`, with the option that makes the difference.
    pub commands: &'static [&'static str],
    /// What they need beyond the published API.
    pub operations: &'static [Operation],
    /// The withdrawn call that is used without them, if there is one.
    pub withdrawn: Option<&'static str>,
    /// What they do without them.
    pub without: Without,
}

/// Every command that uses an operation beyond the published API. All others work on every server, or need none.
pub const NEEDS: &[Need] = &[
    need(
        &["connections show", "connections status", "check", "monitor"],
        &[ConnectionGet],
        Without::Otherwise("reads the row of the list, and the state of the sync with the connection's own token"),
    ),
    need(
        &["connections history"],
        &[SyncList, RequestList, WebhookDeliveryList, AlertRuleList, AlertChangeList],
        Without::Otherwise(
            "reads the journal and the inbox of this machine, and the newest sync; the rest is listed as not known",
        ),
    ),
    need(
        &["connections rename"],
        &[ConnectionUpdate],
        Without::Otherwise(
            "keeps the name in the metadata of the connection, as `label`, which lists show and commands find it by; the \
             e-mail address stays (15)",
        ),
    ),
    need(
        &["connections settings"],
        &[ConnectionSettingsGet],
        Without::Otherwise(
            "shows what the row and the own token of the connection have, and names the settings that are not known",
        ),
    ),
    need(
        &["connections settings --set"],
        &[ConnectionSettingsUpdate],
        Without::Refused("schedule, entities and custom fields are set in the dashboard, in the connection's settings"),
    ),
    need(
        &["connections mapping"],
        &[MappingGet],
        Without::Otherwise("lists the published fields of its entities; the column of each is not known"),
    ),
    need(
        &["connections mapping --set"],
        &[MappingUpdate],
        Without::Refused("the mapping is changed in the dashboard, in the settings of the connection"),
    ),
    need(
        &["connections reactivate"],
        &[ConnectionReactivate],
        Without::Refused(
            "reactivate it in the dashboard, on the page of the connection; `makini credits` shows which connections \
             hold credits",
        ),
    ),
    need(
        &["reconnect"],
        &[ConnectionReconnect],
        Without::Otherwise(
            "makes a new connection with the new credentials (new ID, new token), copies the metadata, waits for its first \
             sync and disconnects the old one, once that is confirmed; an interrupted run is finished by the next",
        ),
    ),
    need(
        &["connect", "systems show"],
        &[PlatformGet],
        Without::Otherwise("reads the system's row of the catalogue, which may hold fewer of its fields"),
    ),
    need(
        &["connect --web"],
        &[LinkPage],
        Without::Otherwise("opens the published page of Makini Link, where the system is chosen by hand"),
    ),
    need(
        &["connections magic-links"],
        &[MagicLinkList],
        Without::Otherwise("lists the pending connections: each has a link that nobody has used"),
    ),
    need(
        &["connect --magic-link", "reconnect --magic-link", "reconnect --web"],
        &[MagicLinkCreate],
        Without::Refused(
            "make the Magic Link in the dashboard; `makini connect --web` opens the page of Makini Link here, and \
             `makini connections list --status pending` lists connections that nobody has finished",
        ),
    ),
    need(
        &["token revoke"],
        &[TokenRevoke],
        Without::Refused(
            "`makini token rotate` renews the token that is stored here, which ends it; `makini reconnect` ends every token, with \
             a new connection in place of the old one",
        ),
    ),
    need(
        &["token rotate"],
        &[TokenRevoke],
        Without::Otherwise(
            "renews the stored token, which ends it; where none can be renewed, issues another and says that older \
             ones stay valid",
        ),
    ),
    Need {
        withdrawn: Some("POST /api/integrations/sync"),
        ..need(
            &["sync start"],
            &[SyncStart],
            Without::Otherwise(
                "sends the withdrawn call; without that too, says when the server last synced, and with `--watch` \
                 waits for the next sync of the server's own schedule (8 until one has run)",
            ),
        )
    },
    Need {
        withdrawn: Some("GET /api/integrations/sync/status"),
        ..need(
            &["sync status", "sync watch"],
            &[SyncStatus, SyncGet],
            Without::Otherwise("reads the state of the sync with the connection's own token"),
        )
    },
    need(
        &["sync list"],
        &[SyncList],
        Without::Otherwise(
            "lists the syncs that this machine saw, without IDs, the latest as the connection's own token reads it; between \
             them others may have run",
        ),
    ),
    need(
        &["sync show"],
        &[SyncGet],
        Without::Otherwise("shows the latest sync, without an ID, as the connection's own token reads it"),
    ),
    need(
        &["sync cancel"],
        &[SyncCancel],
        Without::Refused("a running sync goes on to its end, and `makini sync watch` follows it"),
    ),
    need(
        &["sync schedule"],
        &[SyncSchedule],
        Without::Refused("the schedule is set in the dashboard, in the settings of the connection"),
    ),
    need(
        &["data list", "data get", "data export", "data diff"],
        &[RetainedDataList],
        Without::Otherwise(
            "reads the rows of connections that are connected; those that are retained of a disconnected one are in the \
             dashboard (6, or 15 where the server lists it)",
        ),
    ),
    need(
        &["data delete"],
        &[RetainedDataDelete],
        Without::Refused(
            "what is retained of a disconnected connection is read and deleted in the dashboard; `makini data export` keeps \
             a copy of the rows before `makini disconnect`",
        ),
    ),
    need(
        &["credits"],
        &[CreditsGet],
        Without::Otherwise(
            "sums the credits by tier and deployment from the catalogue, marked as estimated; what the account has and \
             what is left is not known",
        ),
    ),
    need(
        &["check --min-credits", "monitor --min-credits"],
        &[CreditsGet],
        Without::Refused("`makini credits` estimates what the connections use; what is left is in the dashboard"),
    ),
    need(&["metrics"], &[MetricsQuery], Without::Otherwise("reads the journal: the requests that this machine made")),
    need(
        &[
            "requests list",
            "requests show",
            "requests tail",
            "requests stats",
            "requests export",
            "why",
            "support bundle",
        ],
        &[RequestList, RequestGet],
        Without::Otherwise("reads the journal: the requests that this machine made"),
    ),
    need(
        &["why EVENT", "why DELIVERY"],
        &[WebhookDeliveryList, WebhookDeliveryGet],
        Without::Otherwise("reads the inbox of this machine: what was received here"),
    ),
    need(
        &["alerts list", "alerts firing", "alerts add", "alerts remove"],
        &[AlertRuleList, AlertFiring, AlertRuleCreate, AlertRuleDelete],
        Without::Otherwise(
            "uses the rules that `makini check` and `makini monitor` judge by on this machine, `[check]` of the \
             configuration; `--connection` and `--name` of a new one end with 15",
        ),
    ),
    need(
        &["alerts history"],
        &[AlertChangeList],
        Without::Otherwise("lists the changes that `makini monitor` recorded on this machine"),
    ),
    need(
        &["webhooks endpoints list"],
        &[WebhookEndpointList],
        Without::Otherwise(
            "lists the receivers that run on the inbox of this machine; where none does, it ends with 15",
        ),
    ),
    need(
        &[
            "webhooks endpoints add",
            "webhooks endpoints update",
            "webhooks endpoints rotate",
            "webhooks endpoints test",
            "webhooks endpoints remove",
        ],
        &[
            WebhookEndpointList,
            WebhookEndpointCreate,
            WebhookEndpointUpdate,
            WebhookEndpointRotate,
            WebhookEndpointTest,
            WebhookEndpointDelete,
        ],
        Without::Refused(
            "endpoints are managed in the dashboard, under Developers > Webhooks; `makini webhooks listen` receives on \
             this machine, and `makini webhooks trigger` sends a test event to it",
        ),
    ),
    need(
        &["webhooks deliveries list"],
        &[WebhookDeliveryList],
        Without::Otherwise(
            "lists the events that this machine received, from its inbox; what went elsewhere or failed is not known, and \
             `--status failed`, `--endpoint` and a machine without an inbox end with 15",
        ),
    ),
    need(
        &["webhooks deliveries show", "webhooks deliveries retry"],
        &[WebhookDeliveryGet, WebhookDeliveryRetry],
        Without::Otherwise(
            "takes the event from the inbox of this machine, by its ID: shows it, or forwards it to the handlers again; a \
             machine without an inbox ends with 15",
        ),
    ),
    need(
        &["check --max-failed-deliveries", "monitor --max-failed-deliveries"],
        &[WebhookDeliveryList],
        Without::Refused(
            "`makini webhooks inbox list` shows what this machine received, and `makini webhooks replay` sends it again; \
             the dashboard lists deliveries and retries failed ones",
        ),
    ),
    need(
        &["webhooks listen --since"],
        &[WebhookDeliveryList, WebhookDeliveryRetry, WebhookEndpointList],
        Without::Otherwise(
            "compares the ends of syncs with the events received; other events that were missed are not known, and nothing is \
             sent again",
        ),
    ),
    need(
        &["webhooks conditions list", "webhooks conditions add", "webhooks conditions remove"],
        &[WebhookConditionList, WebhookConditionCreate, WebhookConditionDelete],
        Without::Refused("conditions are set in Flows, in the dashboard"),
    ),
    need(
        &["webhooks events"],
        &[ConnectionEventsGet],
        Without::Otherwise(
            "lists the events of the connection that this machine received; which others it sends is not known, and a machine \
             without an inbox ends with 15",
        ),
    ),
    need(
        &["webhooks events --only", "webhooks events --all"],
        &[ConnectionEventsSet],
        Without::Refused(
            "which events a connection sends is set in the dashboard, in the settings of the connection; `makini webhooks \
             listen` shows those that arrive",
        ),
    ),
    need(
        &[
            "flows templates",
            "flows list",
            "flows add",
            "flows show",
            "flows run",
            "flows executions",
            "flows logs",
            "flows remove",
        ],
        &[
            FlowTemplateList,
            FlowList,
            FlowCreate,
            FlowGet,
            FlowDelete,
            FlowRun,
            FlowHook,
            FlowExecutionList,
            FlowExecutionGet,
        ],
        Without::Refused("Flows are built, run and inspected in the dashboard"),
    ),
];

const fn need(commands: &'static [&'static str], operations: &'static [Operation], without: Without) -> Need {
    Need { commands, operations, withdrawn: None, without }
}

impl Without {
    /// Returns the text.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Otherwise(text) | Self::Refused(text) => text,
        }
    }

    /// Returns whether the command ends with 15.
    pub const fn is_refused(self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

impl Operation {
    /// Returns what needs this operation.
    pub fn needs(self) -> impl Iterator<Item = &'static Need> {
        NEEDS.iter().filter(move |need| need.operations.contains(&self))
    }

    /// Returns the hint of a refusal: what works on a server that does not offer this operation.
    pub fn instead(self) -> Option<String> {
        let refused = self.needs().find(|need| need.without.is_refused());
        if let Some(need) = refused {
            return Some(need.without.text().to_owned());
        }
        // A name in capitals stands for something that is typed.
        let is_typed =
            |need: &&Need| !need.commands.iter().any(|name| name.contains(|letter: char| letter.is_uppercase()));
        let Need { commands, without, .. } = self.needs().find(is_typed).or_else(|| self.needs().next())?;
        Some(format!("`makini {}` works without it: it {}", commands.first()?, without.text()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_command_and_something_instead() {
        for operation in Operation::ALL {
            assert!(operation.instead().is_some(), "{}", operation.name());
        }
    }
}
