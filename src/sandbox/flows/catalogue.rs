//! The workflows there are: what starts each, and what it does.

use crate::api::flows::FlowTemplate;

/// What starts a flow. A person or a program can start any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Starts {
    /// Every so many seconds.
    Schedule(i64),
    /// An event of its connection.
    Event(&'static str),
    /// A call to its address, whose body is the input.
    Webhook,
}

impl Starts {
    fn words(self) -> String {
        match self {
            Self::Schedule(seconds) if seconds % 86_400 == 0 => format!("schedule: every {}d", seconds / 86_400),
            Self::Schedule(seconds) => format!("schedule: every {}h", seconds / 3_600),
            Self::Event(event) => format!("event: {event}"),
            Self::Webhook => "webhook".into(),
        }
    }
}

/// What a step does. It is given what the step before it made.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Does {
    /// Reads rows of an entity from the connected system: those whose keys it is given, else the first hundred.
    Read(&'static str),
    /// Keeps the rows that fulfil a condition; with none left the run ends well.
    Filter(&'static str, &'static str, i64),
    /// Keeps rows that have a field.
    Having(&'static str),
    /// Keeps some fields of each row.
    Select(&'static [&'static str]),
    /// Requires fields of the input.
    Require(&'static [&'static str]),
    /// Finds the request that an error names in the log.
    FindRequest,
    /// Starts a full sync.
    Sync,
    /// Sends `flow.<name>` with what it is given.
    Send(&'static str),
}

impl Does {
    /// Returns the word for it on the wire.
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

/// A workflow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template {
    pub(crate) slug: &'static str,
    name: &'static str,
    description: &'static str,
    pub(crate) starts: Starts,
    pub(crate) steps: &'static [(&'static str, Does)],
}

impl Template {
    /// Returns the template as it goes over the wire.
    pub(crate) fn wire(&self) -> FlowTemplate {
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
            Does::Read(entity) => Some(*entity),
            _ => None,
        })
    }
}

/// Every workflow.
pub(crate) const ALL: &[Template] = &[
    Template {
        slug: "low-stock",
        name: "Low stock",
        description: "Looks through the stocks every hour and tells which run low",
        starts: Starts::Schedule(3_600),
        steps: &[
            ("Read stocks", Does::Read("stocks")),
            ("Keep those below 25", Does::Filter("quantity", "lt", 25)),
            ("Keep what matters", Does::Select(&["key", "materialKey", "storeroomKey", "quantity"])),
            ("Tell purchasing", Does::Send("low-stock")),
        ],
    },
    Template {
        slug: "finished-work-orders",
        name: "Finished work orders",
        description: "Looks at work orders that changed and tells which are done",
        starts: Starts::Event("work-orders.updated"),
        steps: &[
            ("Read the work orders", Does::Read("work-orders")),
            ("Keep those that are done", Does::Having("completedAt")),
            ("Keep what matters", Does::Select(&["key", "code", "title", "completedAt"])),
            ("Tell accounting", Does::Send("work-orders-finished")),
        ],
    },
    Template {
        slug: "sync-triage",
        name: "Triage of failed syncs",
        description: "Finds the request that a sync failed with, and passes both on",
        starts: Starts::Event("sync.failed"),
        steps: &[("Find the request", Does::FindRequest), ("Tell support", Does::Send("sync-triage"))],
    },
    Template {
        slug: "service-request-intake",
        name: "Intake of service requests",
        description: "Takes what machines and people report through a webhook, checks it and passes it on",
        starts: Starts::Webhook,
        steps: &[
            ("Check the report", Does::Require(&["title", "assetKey"])),
            ("Tell maintenance", Does::Send("service-request")),
        ],
    },
    Template {
        slug: "nightly-full-sync",
        name: "Nightly full sync",
        description: "Reads everything anew once a day",
        starts: Starts::Schedule(86_400),
        steps: &[("Start a full sync", Does::Sync)],
    },
];

/// Finds a workflow by its word.
pub(crate) fn find(slug: &str) -> Option<&'static Template> {
    ALL.iter().find(|template| template.slug == slug)
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
                if let Does::Read(path) = does {
                    entity = entities::all().iter().find(|row| row.path == *path);
                    assert!(entity.is_some(), "{}: {path}", template.slug);
                }
                let fields: &[&str] = match does {
                    Does::Filter(field, ..) | Does::Having(field) => &[field],
                    Does::Select(fields) => fields,
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
