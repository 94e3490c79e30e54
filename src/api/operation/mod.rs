//! Operations that are not in the published API, and how a server advertises them.
//!
//! A server advertises by answering `GET /.well-known/makini` with an [`Advertisement`]. The client never guesses a
//! path on a server that has not named it; the profile may name it by hand.

mod check;
mod need;
mod openapi;
pub mod pack;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::need::{NEEDS, Need, Without};
use super::Extra;

macro_rules! operations {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $method:literal $path:literal;)*) => {
        /// An operation beyond the published API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Operation { $($(#[$doc])* $variant,)* }

        impl Operation {
            /// Every operation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Returns the name used in advertisements, profiles and messages.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// Returns the method the sandbox serves it with.
            pub const fn method(self) -> &'static str { match self { $(Self::$variant => $method,)* } }

            /// Returns the path template the sandbox serves it at. The client must not use it unasked.
            pub const fn sandbox_path(self) -> &'static str { match self { $(Self::$variant => $path,)* } }
        }
    };
}

operations! {
    /// One connection with lifecycle, health, last error, schedule.
    ConnectionGet = "connection_get", "GET" "/api/system/connections/{id}";
    /// Change name or e-mail.
    ConnectionUpdate = "connection_update", "PUT" "/api/system/connections/{id}";
    /// New credentials for a connection that lost its own; answers a new token.
    ConnectionReconnect = "connection_reconnect", "POST" "/api/system/connections/{id}/reconnect";
    /// Make an inactive connection active again, with credits that came back or beyond them.
    ConnectionReactivate = "connection_reactivate", "POST" "/api/system/connections/{id}/reactivate";
    /// The hosted page, which also takes `system`, `name`, `email` and `magic_link`; opened in a browser, never called.
    LinkPage = "link_page", "GET" "/link/auth";
    /// A Magic Link: an address where somebody else finishes a connection, or signs one in again.
    MagicLinkCreate = "magic_link_create", "POST" "/api/system/magic-links";
    /// Magic Links, newest first, without their addresses.
    MagicLinkList = "magic_link_list", "GET" "/api/system/magic-links";
    /// Make every token of a connection invalid.
    TokenRevoke = "token_revoke", "DELETE" "/api/system/connections/{id}/token";
    /// Start a sync.
    SyncStart = "sync_start", "POST" "/api/system/connections/{id}/syncs";
    /// Syncs of a connection, newest first.
    SyncList = "sync_list", "GET" "/api/system/connections/{id}/syncs";
    /// One sync with its entities.
    SyncGet = "sync_get", "GET" "/api/system/connections/{id}/syncs/{sync}";
    /// Stop a running sync.
    SyncCancel = "sync_cancel", "POST" "/api/system/connections/{id}/syncs/{sync}/cancel";
    /// Last successful sync, state, errors, next run.
    SyncStatus = "sync_status", "GET" "/api/system/connections/{id}/sync-status";
    /// What is set for a connection: schedule, entities, custom fields, tables and entities, and what could be.
    ConnectionSettingsGet = "connection_settings_get", "GET" "/api/system/connections/{id}/settings";
    /// Change some of these; the others stay.
    ConnectionSettingsUpdate = "connection_settings_update", "PUT" "/api/system/connections/{id}/settings";
    /// Which field comes from which column of the system, by entity.
    MappingGet = "mapping_get", "GET" "/api/system/connections/{id}/mappings";
    /// Let fields of an entity come from other columns, or from their own again.
    MappingUpdate = "mapping_update", "PUT" "/api/system/connections/{id}/mappings/{entity}";
    /// Set the interval between scheduled syncs.
    SyncSchedule = "sync_schedule", "PUT" "/api/system/connections/{id}/schedule";
    /// The request log.
    RequestList = "request_list", "GET" "/api/system/requests";
    /// One request by its ID.
    RequestGet = "request_get", "GET" "/api/system/requests/{id}";
    /// Latency, throughput and error rate.
    MetricsQuery = "metrics_query", "GET" "/api/system/metrics";
    /// Credits of the account.
    CreditsGet = "credits_get", "GET" "/api/system/credits";
    /// One system of the catalogue, with the fields it asks for.
    PlatformGet = "platform_get", "GET" "/api/system/platforms/{slug}";
    /// Webhook endpoints.
    WebhookEndpointList = "webhook_endpoint_list", "GET" "/api/system/webhooks/endpoints";
    /// A new webhook endpoint; the answer holds its secret, once.
    WebhookEndpointCreate = "webhook_endpoint_create", "POST" "/api/system/webhooks/endpoints";
    /// Change a webhook endpoint, or turn it off and on.
    WebhookEndpointUpdate = "webhook_endpoint_update", "PUT" "/api/system/webhooks/endpoints/{id}";
    /// Give a webhook endpoint a new secret; the answer holds it, once.
    WebhookEndpointRotate = "webhook_endpoint_rotate", "POST" "/api/system/webhooks/endpoints/{id}/rotate";
    /// Send a test event to a webhook endpoint, at once and once; answers the delivery.
    WebhookEndpointTest = "webhook_endpoint_test", "POST" "/api/system/webhooks/endpoints/{id}/test";
    /// Remove a webhook endpoint.
    WebhookEndpointDelete = "webhook_endpoint_delete", "DELETE" "/api/system/webhooks/endpoints/{id}";
    /// Deliveries with their attempts.
    WebhookDeliveryList = "webhook_delivery_list", "GET" "/api/system/webhooks/deliveries";
    /// One delivery with its event and attempts.
    WebhookDeliveryGet = "webhook_delivery_get", "GET" "/api/system/webhooks/deliveries/{id}";
    /// Try a delivery again.
    WebhookDeliveryRetry = "webhook_delivery_retry", "POST" "/api/system/webhooks/deliveries/{id}/retry";
    /// Conditions of webhooks of one's own.
    WebhookConditionList = "webhook_condition_list", "GET" "/api/system/webhooks/conditions";
    /// A new condition: rows that fulfil it send `flow.<name>`.
    WebhookConditionCreate = "webhook_condition_create", "POST" "/api/system/webhooks/conditions";
    /// Remove a condition.
    WebhookConditionDelete = "webhook_condition_delete", "DELETE" "/api/system/webhooks/conditions/{id}";
    /// Alert rules and how they stand.
    AlertRuleList = "alert_rule_list", "GET" "/api/system/alerts/rules";
    /// A new alert rule, on latency, error rate or the age of the last sync.
    AlertRuleCreate = "alert_rule_create", "POST" "/api/system/alerts/rules";
    /// Remove an alert rule.
    AlertRuleDelete = "alert_rule_delete", "DELETE" "/api/system/alerts/rules/{id}";
    /// The alert rules that fire.
    AlertFiring = "alert_firing", "GET" "/api/system/alerts/firing";
    /// When alert rules began and ceased to fire, newest first.
    AlertChangeList = "alert_change_list", "GET" "/api/system/alerts/changes";
    /// Flows that can be set up.
    FlowTemplateList = "flow_template_list", "GET" "/api/system/flows/templates";
    /// Flows that are set up.
    FlowList = "flow_list", "GET" "/api/system/flows";
    /// Set a flow up for a connection.
    FlowCreate = "flow_create", "POST" "/api/system/flows";
    /// One flow.
    FlowGet = "flow_get", "GET" "/api/system/flows/{id}";
    /// Remove a flow with its executions.
    FlowDelete = "flow_delete", "DELETE" "/api/system/flows/{id}";
    /// Start a flow now, with any input.
    FlowRun = "flow_run", "POST" "/api/system/flows/{id}/run";
    /// The address that starts a flow which waits for a webhook.
    FlowHook = "flow_hook", "POST" "/api/system/flows/{id}/hook";
    /// Executions of flows, newest first.
    FlowExecutionList = "flow_execution_list", "GET" "/api/system/flows/executions";
    /// One execution with its steps.
    FlowExecutionGet = "flow_execution_get", "GET" "/api/system/flows/executions/{id}";
    /// Rows that were synced before a connection was disconnected, until they are deleted; takes the query of the published
    /// list.
    RetainedDataList = "retained_data_list", "GET" "/api/system/connections/{id}/data/{domain}/{entity}";
    /// Delete all of these rows.
    RetainedDataDelete = "retained_data_delete", "DELETE" "/api/system/connections/{id}/data";
    /// Which events a connection sends.
    ConnectionEventsGet = "connection_events_get", "GET" "/api/system/connections/{id}/events";
    /// Set which events a connection sends.
    ConnectionEventsSet = "connection_events_set", "PUT" "/api/system/connections/{id}/events";
}

impl Operation {
    /// Finds an operation by its name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|operation| operation.name() == name)
    }
}

/// What a server offers beyond the published API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Advertisement {
    /// Name and version of the server software.
    #[serde(default)]
    pub server: Server,
    /// API version, as advertised.
    #[serde(default)]
    pub api_version: Option<String>,
    /// Operation name to method and path. An object without it is something else.
    pub endpoints: BTreeMap<String, Endpoint>,
    /// Whether a row that is created again with the same `Idempotency-Key` is created once. Without this nothing is promised.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub idempotency_keys: bool,
    /// Fields that are not declared here.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Name and version of a server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Server {
    /// For example `makini-sandbox`.
    #[serde(default)]
    pub name: Option<String>,
    /// For example `0.1.0`.
    #[serde(default)]
    pub version: Option<String>,
}

/// Method and path of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// HTTP method, in capitals.
    pub method: String,
    /// The path template, with the parameters of the operation, as `{id}`.
    pub path: String,
}

impl Endpoint {
    /// Reads `POST /v1/connections/{id}/syncs`, the form a profile uses.
    pub fn parse(text: &str) -> Option<Self> {
        let (method, path) = text.trim().split_once(char::is_whitespace)?;
        let path = path.trim();
        let known = matches!(method, "GET" | "POST" | "PUT" | "PATCH" | "DELETE");
        (known && path.starts_with('/') && !path.starts_with("//") && !path.contains(char::is_whitespace))
            .then(|| Self { method: method.into(), path: path.into() })
    }

    /// Returns whether it may be called where a server names it: a known method, and a path that stays on the server.
    pub fn is_callable(&self) -> bool {
        Self::parse(&format!("{} {}", self.method, self.path)).as_ref() == Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_cannot_name_another() {
        let endpoint = |method: &str, path: &str| Endpoint { method: method.into(), path: path.into() };
        assert!(endpoint("POST", "/x/{id}").is_callable());
        for (method, path) in [
            ("GET", "//evil/x"),
            ("GET", "https://evil"),
            ("GET", "x"),
            ("GET", "/a b"),
            ("CONNECT", "/x"),
            ("get", "/x"),
        ] {
            assert!(!endpoint(method, path).is_callable(), "{method} {path}");
        }
    }
}
