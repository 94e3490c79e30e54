//! Catalogue of flow templates: trigger and steps.

use crate::api::flows::FlowTemplate;

/// What starts a flow. Every flow can be started by a request too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FlowTrigger {
    /// At an interval in seconds.
    Schedule(i64),
    /// An event of its connection, as a pattern.
    Event(&'static str),
    /// A request to its webhook URL, with the input as body.
    Webhook,
}

impl FlowTrigger {
    fn words(self) -> String {
        match self {
            Self::Schedule(seconds) if seconds % 86_400 == 0 => format!("schedule: every {}d", seconds / 86_400),
            Self::Schedule(seconds) => format!("schedule: every {}h", seconds / 3_600),
            Self::Event(event) => format!("event: {event}"),
            Self::Webhook => "webhook".into(),
        }
    }
}

/// What a step does with its input: the output of the step before it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum StepAction {
    /// Reads rows of an entity from the connected system: those with the keys in the input, else the first hundred.
    Read(&'static str),
    /// Keeps rows that meet a condition: field, operator, value. Without any left the execution completes.
    Filter(&'static str, &'static str, i64),
    /// Keeps rows that have a field.
    Having(&'static str),
    /// Keeps these fields of each row.
    Select(&'static [&'static str]),
    /// Requires these fields in the input.
    Require(&'static [&'static str]),
    /// Finds the logged request of a sync error.
    FindRequest,
    /// Starts a full sync.
    Sync,
    /// Emits the event `flow.<name>` with its input.
    Send(&'static str),
}

impl StepAction {
    /// Returns the name in the API.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Read(_) => "read",
            Self::Filter(..) | Self::Having(_) => "filter",
            Self::Select(_) => "select",
            Self::Require(_) => "check",
            Self::FindRequest => "request",
            Self::Sync => "sync",
            Self::Send(_) => "event",
        }
    }
}

/// A flow template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    pub(crate) slug: &'static str,
    name: &'static str,
    description: &'static str,
    pub(crate) starts: FlowTrigger,
    pub(crate) steps: &'static [(&'static str, StepAction)],
}

impl Template {
    /// Returns the template as the API shows it.
    pub(crate) fn described(&self) -> FlowTemplate {
        FlowTemplate {
            template: Some(self.slug.into()),
            name: Some(self.name.into()),
            description: Some(self.description.into()),
            trigger: Some(self.starts.words()),
            steps: self.steps.iter().map(|(name, _)| (*name).to_owned()).collect(),
        }
    }

    /// Returns the entities it reads.
    pub(crate) fn entities(&self) -> impl Iterator<Item = &'static str> {
        self.steps.iter().filter_map(|(_, does)| match does {
            StepAction::Read(entity) => Some(*entity),
            _ => None,
        })
    }
}

/// Every flow template.
pub(crate) const ALL: &[Template] = &[
    Template {
        slug: "low-stock",
        name: "Low stock",
        description: "Looks through the stocks every hour and tells which run low",
        starts: FlowTrigger::Schedule(3_600),
        steps: &[
            ("Read stocks", StepAction::Read("stocks")),
            ("Keep those below 25", StepAction::Filter("quantity", "lt", 25)),
            ("Keep what matters", StepAction::Select(&["key", "materialKey", "storeroomKey", "quantity"])),
            ("Tell purchasing", StepAction::Send("low-stock")),
        ],
    },
    Template {
        slug: "finished-work-orders",
        name: "Finished work orders",
        description: "Looks at work orders that changed and tells which are done",
        starts: FlowTrigger::Event("work-orders.updated"),
        steps: &[
            ("Read the work orders", StepAction::Read("work-orders")),
            ("Keep those that are done", StepAction::Having("completedAt")),
            ("Keep what matters", StepAction::Select(&["key", "code", "title", "completedAt"])),
            ("Tell accounting", StepAction::Send("work-orders-finished")),
        ],
    },
    Template {
        slug: "sync-triage",
        name: "Triage of failed syncs",
        description: "Finds the request that a sync failed with, and passes both on",
        starts: FlowTrigger::Event("sync.failed"),
        steps: &[("Find the request", StepAction::FindRequest), ("Tell support", StepAction::Send("sync-triage"))],
    },
    Template {
        slug: "service-request-intake",
        name: "Intake of service requests",
        description: "Takes what machines and people report through a webhook, checks it and passes it on",
        starts: FlowTrigger::Webhook,
        steps: &[
            ("Check the report", StepAction::Require(&["title", "assetKey"])),
            ("Tell maintenance", StepAction::Send("service-request")),
        ],
    },
    Template {
        slug: "nightly-full-sync",
        name: "Nightly full sync",
        description: "Reads everything anew once a day",
        starts: FlowTrigger::Schedule(86_400),
        steps: &[("Start a full sync", StepAction::Sync)],
    },
];

/// Finds a workflow by its word.
pub(crate) fn find(slug: &str) -> Option<&'static Template> {
    ALL.iter().find(|template| template.slug == slug)
}

/// Returns a template as the API shows it; only the slug for one that this version does not have.
pub(crate) fn described(slug: &str) -> FlowTemplate {
    let unknown = || FlowTemplate { template: Some(slug.to_owned()), ..FlowTemplate::default() };
    find(slug).map_or_else(unknown, Template::described)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::entities;

    #[test]
    fn every_flow_reads_what_there_is() {
        for template in ALL {
            assert!(find(template.slug).is_some_and(|found| found.name == template.name));
            let mut entity = None;
            for (name, does) in template.steps {
                if let StepAction::Read(path) = does {
                    entity = entities::all().iter().find(|row| row.path == *path);
                    assert!(entity.is_some(), "{}: {path}", template.slug);
                }
                let fields: &[&str] = match does {
                    StepAction::Filter(field, ..) | StepAction::Having(field) => &[field],
                    StepAction::Select(fields) => fields,
                    _ => &[],
                };
                for field in fields {
                    let known = entity.is_some_and(|row| row.field(field).is_some());
                    assert!(known, "{}: {name}: {field}", template.slug);
                }
            }
        }
    }
}
