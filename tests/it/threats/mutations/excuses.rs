//! Where success may show another meaning than recorded: by command, mutation and place, each with its reason.

use super::difference::Difference;
use super::fields::FieldChange;
use super::mutation::{Kind, Mutation};

/// Where another meaning is right.
pub(super) struct Excuse {
    /// Beginnings of the lines; none for all.
    lines: &'static [&'static str],
    /// What was mutated.
    on: On,
    /// Last names of what is shown otherwise.
    shown: &'static [&'static str],
    /// What the output has to say of it.
    says: Option<&'static str>,
    /// Why that is right.
    #[expect(dead_code, reason = "for people")]
    why: &'static str,
}

/// What was mutated.
enum On {
    /// One of these fields, damaged.
    Fields(&'static [&'static str]),
    /// Anything, by a mutation of one of these names.
    Named(&'static [&'static str]),
    /// Any field, damaged.
    AnyField,
    /// The advertisement, refused or damaged.
    Advertisement,
    /// Anything.
    Anything,
}

impl Excuse {
    /// `is_less_offered` is whether the advertisement was refused or damaged.
    pub(super) fn covers(
        &self,
        line: &str,
        (mutation, is_less_offered): (&Mutation, bool),
        difference: &Difference,
        output: &str,
    ) -> bool {
        let field = mutation.field.as_ref().map(FieldChange::field);
        let is_on = match self.on {
            On::Fields(names) => mutation.kind != Kind::Lie && field.is_some_and(|field| names.contains(&field)),
            On::AnyField => mutation.kind != Kind::Lie && field.is_some(),
            On::Named(names) => names.contains(&mutation.name.as_str()),
            On::Advertisement => is_less_offered,
            On::Anything => true,
        };
        (self.lines.is_empty() || self.lines.iter().any(|start| line.starts_with(start)))
            && is_on
            && self.shown.iter().any(|name| *name == ALL || difference.is_at(name))
            && self.says.is_none_or(|text| output.contains(text))
    }
}

/// Stands for everything that is shown.
const ALL: &str = "*";

pub(super) const EXCUSES: &[Excuse] = &[
    Excuse {
        lines: &["alerts list", "alerts firing", "connections settings ", "connections mapping ", "webhooks events "],
        on: On::Advertisement,
        shown: &[ALL],
        says: Some("\"warning\":\"this server "),
        why: "what the server does not offer is answered by what is published and by this machine, and a warning says so",
    },
    Excuse {
        lines: &["connect ", "connections connect ", "reconnect ", "connections reconnect "],
        on: On::Anything,
        shown: &["stored", "store", "reason"],
        says: Some("\"warning\""),
        why: "a connection that was made is one, whatever became of its token, which is issued again when needed",
    },
    Excuse {
        lines: &["requests show "],
        on: On::Anything,
        shown: &["around", "unread", "webhooks", "sync", "flows", "neighbours", "alike", "unknown", "system"],
        says: Some("\"unread\":[\""),
        why: "what belongs to a request is read as far as it can be; what could not be read is listed",
    },
    Excuse {
        lines: &["requests stats"],
        on: On::Fields(&["status", "error_code", "total_ms", "kind"]),
        shown: &[ALL],
        says: None,
        why: "a request is counted by what its record has; without a status it is one that got no answer, as in the contract",
    },
    Excuse {
        lines: &["requests tail"],
        on: On::Advertisement,
        shown: &[ALL],
        says: Some("the journal of this machine is followed"),
        why: "where the server offers no log the journal is followed, and that is said",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Anything,
        shown: &[ALL],
        says: Some("\"unread\":[\""),
        why: "a time line has what could be read, and what could not be read is listed with a warning",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Advertisement,
        shown: &[ALL],
        says: Some("\"unknown\":[\""),
        why: "what the server does not offer is listed as not known",
    },
    Excuse {
        lines: &["metrics probe"],
        on: On::Anything,
        shown: &[ALL],
        says: None,
        why: "a probe shows what it measured; an answer of the mutating platform has no times of the server, and a sample that fails \
              is counted as one that failed, with a warning",
    },
    Excuse {
        lines: &["requests show {request} --as "],
        on: On::Anything,
        shown: &["text"],
        says: None,
        why: "the text of a ticket lists what could not be read",
    },
    Excuse {
        lines: &["requests tail"],
        on: On::Fields(&["id"]),
        shown: &[ALL],
        says: None,
        why: "a request is shown under the ID that came",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Fields(&["at", "status", "method", "path", "endpoint", "connection_id"]),
        shown: &["entries"],
        says: None,
        why: "a request of the log without its time, method or path is no sign of a change, and is left out",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Named(&["/data/0/connection_id of another"]),
        shown: &["entries"],
        says: None,
        why: "a request of another connection is left out",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Fields(&["mode", "trigger"]),
        shown: &["what"],
        says: None,
        why: "a sync without its mode or trigger is named without it",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Fields(&["created_at", "connected_at", "started_at", "finished_at"]),
        shown: &[ALL],
        says: None,
        why: "an entry without a time is not on the time line, and shows no health at that time, so that others have other \
              places",
    },
    Excuse {
        lines: &["connections history "],
        on: On::Fields(&["health"]),
        shown: &["unknown"],
        says: Some("its health now: this server does not return it"),
        why: "a health that is not returned is listed as not known",
    },
    Excuse {
        lines: &["requests "],
        on: On::Fields(&["method", "endpoint", "path"]),
        shown: &["what", "endpoint"],
        says: None,
        why: "a request without its method or endpoint is listed by its path",
    },
    Excuse {
        lines: &["requests list --source both"],
        on: On::Fields(&["at", "connection_id"]),
        shown: &[ALL],
        says: None,
        why: "a request whose time or connection is not known has another place, so that another one is on the page",
    },
    Excuse {
        lines: &["requests show "],
        on: On::Fields(&["status"]),
        shown: &["meaning"],
        says: None,
        why: "a request without a status is one that got no answer, in the contract too",
    },
    Excuse {
        lines: &["sync "],
        on: On::Fields(&["entities"]),
        shown: &["entities"],
        says: None,
        why: "a queued sync has none, and servers leave them out; the state is that of the sync, and counts are not known then",
    },
    Excuse {
        lines: &["connect ", "connections ", "reconnect ", "sync ", "check"],
        on: On::Named(&[
            "/data/sync_status an empty text",
            "/data/0/sync_status an empty text",
            "/data/status an empty text",
        ]),
        shown: &["sync_status", "status", "reason", "data"],
        says: None,
        why: "an empty state is published, and means that nothing has run yet",
    },
    Excuse {
        lines: &["webhooks conditions "],
        on: On::Fields(&["value"]),
        shown: &["when"],
        says: None,
        why: "a condition compares with any JSON value, and is shown as it was sent",
    },
    Excuse {
        lines: &["token "],
        on: On::Fields(&["refresh_token"]),
        shown: &["renewable"],
        says: None,
        why: "a token without a refresh token cannot be renewed",
    },
    Excuse {
        lines: &["webhooks deliveries", "webhooks endpoints test"],
        on: On::Fields(&["tries"]),
        shown: &["tries"],
        says: None,
        why: "their number is a field of its own, and lists leave them out",
    },
    Excuse {
        lines: &["metrics", "requests "],
        on: On::Advertisement,
        shown: &[ALL],
        says: Some("\"journal\""),
        why: "where the server refuses to say what it offers, the journal answers, and the output names it",
    },
    Excuse {
        lines: &["check --max-regression"],
        on: On::Advertisement,
        shown: &["source"],
        says: Some("\"journal of this machine\""),
        why: "where the server refuses to say what it offers, the journal answers, and the evidence names it",
    },
    Excuse {
        lines: &["connect ", "connections connect "],
        on: On::Advertisement,
        shown: &["status", "sync_status"],
        says: None,
        why: "without `connection_get` its row of the list is read, which was recorded before the first sync ended",
    },
    Excuse {
        lines: &["check"],
        on: On::Fields(&["schedule_seconds"]),
        shown: &["allowed_seconds"],
        says: None,
        why: "without a schedule the default age applies, and the evidence holds it",
    },
    Excuse {
        lines: &["metrics"],
        on: On::Named(&["/data/groups a list"]),
        shown: &[ALL],
        says: None,
        why: "no groups are what a server without requests answers",
    },
    Excuse {
        lines: &["flows "],
        on: On::Fields(&["steps"]),
        shown: &["steps"],
        says: None,
        why: "names of steps are for people; no verdict rests on them",
    },
    Excuse {
        lines: &[],
        on: On::Fields(&["tags", "deployments", "domains", "guide", "fields", "redirects"]),
        shown: &["tags", "deployments", "domains", "guide", "fields", "redirects"],
        says: None,
        why: "published lists that servers leave out when they are empty",
    },
    Excuse {
        lines: &["systems list", "systems search"],
        on: On::Named(&["in a list", r#"{"data":[{}]}"#]),
        shown: &["data"],
        says: None,
        why: "rows of the catalogue are published as bare objects: any object is one",
    },
    Excuse {
        lines: &["api endpoints"],
        on: On::Advertisement,
        shown: &["without", "commands"],
        says: None,
        why: "what is not advertised is listed with what works without it",
    },
    Excuse {
        lines: &["data entities "],
        on: On::Anything,
        shown: &[ALL],
        says: Some("the server does not return the domains of this system, so all are listed"),
        why: "a catalogue may hold neither the system nor its domains, and the output says that it does not",
    },
    Excuse {
        lines: &["data list Mill "],
        on: On::Named(&["the answer to another request"]),
        shown: &[ALL],
        says: None,
        why: "an empty list of another request is what a connection without rows has",
    },
    Excuse {
        lines: &["data list ", "data get ", "data create ", "data update "],
        on: On::AnyField,
        shown: &[ALL],
        says: None,
        why: "rows are the customer's and are shown as they came; a write warns where its own fields came back otherwise",
    },
    Excuse {
        lines: &["why "],
        on: On::Anything,
        shown: &[
            "causes",
            "sure",
            "evidence",
            "text",
            "weight",
            "at",
            "since",
            "last",
            "is_over",
            "well",
            "missing",
            "unread",
            "requests",
            "deliveries",
            "from",
            "sources",
            "next",
        ],
        says: None,
        why: "how sure a cause is rests on what could be read; the word of the first one and the verdict must stay",
    },
    Excuse {
        lines: &["why "],
        on: On::Anything,
        shown: &["0", "1"],
        says: None,
        why: "a request without a status got no answer, and one of another connection is left out: the counts in the sentences differ",
    },
    Excuse {
        lines: &["why "],
        on: On::Anything,
        shown: &["verdict"],
        says: Some("\"verdict\":\"undecided\""),
        why: "where something could not be read, nothing is called well",
    },
    Excuse {
        lines: &["why "],
        on: On::Fields(&["kind"]),
        shown: &[ALL],
        says: None,
        why: "a request that is not marked as this program's own counts",
    },
    Excuse {
        lines: &["why "],
        on: On::Fields(&["method", "endpoint", "path", "status", "name"]),
        shown: &["what", "connection"],
        says: None,
        why: "a request without its method or endpoint is named by its path, a connection without a name by its ID",
    },
    Excuse {
        lines: &["support bundle "],
        on: On::Anything,
        shown: &["bytes", "sha256"],
        says: None,
        why: "it holds what the doctor measured, which differs each time",
    },
    Excuse {
        lines: &["support bundle "],
        on: On::Anything,
        shown: &["items", "missing", "files"],
        says: Some("\"missing\":[\""),
        why: "what could not be read is named",
    },
    Excuse {
        lines: &["raw tables ", "raw rows ", "passthrough "],
        on: On::Anything,
        shown: &[ALL],
        says: None,
        why: "nothing is published of what is in these answers but that they are objects: they are shown as they came",
    },
    Excuse {
        lines: &["doctor"],
        on: On::Anything,
        shown: &["found", "remedy", "outcome"],
        says: None,
        why: "what the doctor is for: it shows what is wrong, and that it saw nothing is a finding",
    },
];
