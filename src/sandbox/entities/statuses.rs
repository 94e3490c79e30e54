//! States of orders, requests and projects.

/// A list of states.
pub(super) struct States {
    /// Path as in references: `statuses/purchase-orders`.
    pub(super) path: &'static str,
    /// Name and code. Rows go through the first `steps` in this order; the others are only set by clients.
    pub(super) states: &'static [(&'static str, &'static str)],
    /// Number of states that rows go through.
    pub(super) steps: u64,
}

const ORDER: &[(&str, &str)] = &[
    ("Draft", "draft"),
    ("Approved", "approved"),
    ("Completed", "completed"),
    ("Rejected", "rejected"),
    ("Cancelled", "cancelled"),
];

/// Every list. The position determines the key prefix, so new ones are appended.
pub(super) const LISTS: &[States] = &[
    States {
        path: "statuses/work-orders",
        states: &[
            ("Open", "open"),
            ("Scheduled", "scheduled"),
            ("In progress", "in_progress"),
            ("Completed", "completed"),
            ("On hold", "on_hold"),
            ("Cancelled", "cancelled"),
        ],
        steps: 4,
    },
    States { path: "statuses/purchase-orders", states: ORDER, steps: 3 },
    States {
        path: "statuses/service-requests",
        states: &[("New", "new"), ("Accepted", "accepted"), ("Converted", "converted"), ("Declined", "declined")],
        steps: 3,
    },
    States {
        path: "statuses/return-orders",
        states: &[("Requested", "requested"), ("Shipped", "shipped"), ("Credited", "credited"), ("Refused", "refused")],
        steps: 3,
    },
    States { path: "statuses/purchase-requisitions", states: ORDER, steps: 3 },
    States {
        path: "statuses/sales-orders",
        states: &[
            ("Draft", "draft"),
            ("Confirmed", "confirmed"),
            ("Shipped", "shipped"),
            ("Invoiced", "invoiced"),
            ("Cancelled", "cancelled"),
        ],
        steps: 4,
    },
    States {
        path: "statuses/projects",
        states: &[("Planned", "planned"), ("Active", "active"), ("Closed", "closed")],
        steps: 3,
    },
    States {
        path: "statuses/invoices",
        states: &[("Received", "received"), ("Approved", "approved"), ("Paid", "paid"), ("Disputed", "disputed")],
        steps: 3,
    },
    States {
        path: "statuses/production-orders",
        states: &[
            ("Planned", "planned"),
            ("Released", "released"),
            ("In production", "in_production"),
            ("Done", "done"),
        ],
        steps: 4,
    },
    States {
        path: "statuses/rfq",
        states: &[("Draft", "draft"), ("Sent", "sent"), ("Answered", "answered"), ("Closed", "closed")],
        steps: 4,
    },
    States {
        path: "statuses/receiving",
        states: &[("Expected", "expected"), ("Partly received", "partial"), ("Received", "received")],
        steps: 3,
    },
    States {
        path: "statuses/fulfillments",
        states: &[("Open", "open"), ("Picked", "picked"), ("Packed", "packed"), ("Shipped", "shipped")],
        steps: 4,
    },
    States {
        path: "statuses/stock-transfers",
        states: &[("Requested", "requested"), ("In transit", "in_transit"), ("Received", "received")],
        steps: 3,
    },
    States {
        path: "statuses/shipment-orders",
        states: &[("Planned", "planned"), ("Picked up", "picked_up"), ("Delivered", "delivered"), ("Lost", "lost")],
        steps: 3,
    },
];

/// Finds the states with this path.
pub(super) fn find(path: &str) -> Option<&'static States> {
    LISTS.iter().find(|list| list.path == path)
}

/// Returns the states of a resource, if it has any.
pub(super) fn of(resource: &str) -> Option<&'static States> {
    let owner = match resource {
        super::spec::LINES => "purchase-orders",
        "pm" => return None,
        other => other,
    };
    LISTS.iter().find(|list| list.path.strip_prefix("statuses/") == Some(owner))
}
