//! Conditions of `--where` and fields of `--order`, checked against the published fields.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use serde_json::{Map, Value};

use crate::api::connections::fold;
use crate::api::entities::{Field, Kind, Operator};
use crate::api::lenient::{self, Written};
use crate::args::condition::{Condition, Order};
use crate::client::call::{Direction, Filter};
use crate::failure::Failure;
use crate::suggest::did_you_mean;

/// A condition on a field that there is.
#[derive(Clone, Debug)]
pub(super) struct Checked {
    condition: Condition,
    field: &'static Field,
    /// What a row is compared with here, where that is certain.
    operand: Option<Operand>,
}

#[derive(Clone, Copy, Debug)]
enum Operand {
    Number(f64),
    /// In UTC, with the span that it may stand for.
    Time(DateTime, SignedDuration),
    Key,
    /// In the letters and digits of lower case: servers compare texts differently.
    Text,
}

/// Checks field, operator and value of a condition.
///
/// # Errors
/// [`crate::exit::Exit::Usage`], before anything is asked.
pub(super) fn check(condition: &Condition, fields: &'static [Field]) -> Result<Checked, Failure> {
    let (operator, value) = (condition.operator(), condition.value());
    let field = find(condition.field(), fields)?;
    let wrong = |needs: &str| {
        let failure = Failure::usage(format!("`{}` is compared with {needs}", condition.field()));
        Err(failure.during(format!("could not use `--where '{}'`", condition.typed())))
    };
    let operand = match field.kind {
        _ if operator.is_about_text() => Some(Operand::Text),
        Kind::Number | Kind::NumberText | Kind::Money => match value.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Operand::Number(number)),
            _ => return wrong("a number"),
        },
        Kind::Time => match moment(value) {
            Some((at, span)) => Some(Operand::Time(at, span)),
            None => return wrong("a date (2026-03-01) or a time (2026-03-01T08:00:00Z)"),
        },
        Kind::Bool | Kind::BoolText if !matches!(value, "true" | "false") => return wrong("true or false"),
        Kind::Key | Kind::Ref(_) if operator == Operator::Is => Some(Operand::Key),
        Kind::Text | Kind::Bool | Kind::BoolText if operator == Operator::Is => Some(Operand::Text),
        _ => None,
    };
    Ok(Checked { condition: condition.clone(), field, operand })
}

impl Checked {
    /// Returns it as the API takes it.
    pub(super) fn filter(&self) -> Filter {
        Filter { field: self.field.name.into(), ..self.condition.filter() }
    }

    /// Returns how it was typed.
    pub(super) fn typed(&self) -> &str {
        self.condition.typed()
    }

    /// Returns whether a row contradicts it for certain: that of a server which does not filter. Texts are compared as
    /// each server likes, and so is the day that a date stands for; a row without the field meets no condition on it.
    pub(super) fn excludes(&self, row: &Map<String, Value>) -> bool {
        let text = match row.get(self.field.name).unwrap_or(&Value::Null) {
            Value::Null => return true,
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(flag) => flag.to_string(),
            _ => return false,
        };
        let (operator, value) = (self.condition.operator(), self.condition.value());
        match self.operand {
            None => false,
            Some(Operand::Key) => text != value,
            Some(Operand::Text) => !operator.holds_for_text(&fold(&text), &fold(value)),
            Some(Operand::Number(wanted)) => text.parse::<f64>().is_ok_and(|found| match operator {
                Operator::Greater => found <= wanted,
                Operator::GreaterOrEqual => found < wanted,
                Operator::Less => found >= wanted,
                Operator::LessOrEqual => found > wanted,
                _ => (found - wanted).abs() > f64::EPSILON * wanted.abs(),
            }),
            Some(Operand::Time(wanted, span)) => lenient::utc(&text).is_some_and(|found| {
                let (early, late) = (found.saturating_add(span), wanted.saturating_add(span));
                match operator {
                    Operator::Greater | Operator::GreaterOrEqual => early < wanted,
                    Operator::Less | Operator::LessOrEqual => found > late,
                    _ => early < wanted || found > late,
                }
            }),
        }
    }
}

/// Parses a date or a time as it is in UTC, with the span that it may stand for.
pub(super) fn moment(text: &str) -> Option<(DateTime, SignedDuration)> {
    let Written { at, has_time, has_zone } = lenient::written(text)?;
    // Somewhere on earth it is half a day earlier or later, and a day has another day to end in.
    let span = match (has_time, has_zone) {
        (true, true) => SignedDuration::from_secs(1),
        (true, false) => SignedDuration::from_hours(24),
        (false, _) => SignedDuration::from_hours(48),
    };
    Some((at, span))
}

/// Returns an order as the API takes it.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] for a field that there is not.
pub(super) fn order(order: &Order, fields: &'static [Field]) -> Result<(String, Direction), Failure> {
    let (field, direction) = order.sort();
    Ok((find(&field, fields)?.name.to_owned(), direction))
}

/// Finds a field that a list can be filtered and sorted by.
fn find(name: &str, fields: &'static [Field]) -> Result<&'static Field, Failure> {
    let found = field(name, fields)?;
    if found.kind.is_plain() {
        return Ok(found);
    }
    Err(Failure::usage(format!("rows cannot be filtered or sorted by `{}`: it is no plain value", found.name)))
}

/// Finds a field by its name, in any case.
///
/// # Errors
/// [`crate::exit::Exit::Usage`] with the closest names.
pub(super) fn field(name: &str, fields: &'static [Field]) -> Result<&'static Field, Failure> {
    fields.iter().find(|field| field.name.eq_ignore_ascii_case(name.trim())).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no field `{name}`"));
        if let Some(hint) = did_you_mean(name, fields.iter().map(|field| field.name)) {
            return failure.hint(hint);
        }
        let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
        failure.hint(format!("the fields are {}", known.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::api::entities;

    fn fields() -> &'static [Field] {
        entities::find("purchase-orders").expect("known").fields
    }

    fn checked(typed: &str) -> Checked {
        check(&typed.parse().expect("a condition"), fields()).expect("fits")
    }

    #[test]
    fn words_become_those_of_the_api() {
        for (typed, field, op, value) in [
            ("updatedAt>=2026-01-01", "updatedAt", Some("gteq"), "2026-01-01"),
            ("totalNetValue <= 12.5", "totalNetValue", Some("lted"), "12.5"),
            ("title contains big pump", "title", Some("contains"), "big pump"),
            ("title starts-with =x", "title", Some("startsWith"), "=x"),
            ("orderno=PO-7", "orderNo", None, "PO-7"),
            ("title=contains", "title", None, "contains"),
            ("title CONTAINS x", "title", Some("contains"), "x"),
            ("title startsWith x", "title", Some("startsWith"), "x"),
            ("dueAt<2026-01-01T00:00:00Z", "dueAt", Some("lt"), "2026-01-01T00:00:00Z"),
        ] {
            let filter = checked(typed).filter();
            assert_eq!(
                (filter.field.as_str(), filter.op.as_deref(), filter.value.as_str()),
                (field, op, value),
                "{typed}"
            );
        }
        for wrong in [
            "",
            "=",
            "title",
            "title~x",
            "title=",
            "contains x",
            "titlecontains x",
            "title containsx",
            "ti tle=x",
            "title==x",
            "title<>x",
        ] {
            assert!(wrong.parse::<Condition>().is_err(), "{wrong}");
        }
        for (wrong, why) in [
            ("titel=x", "there is no field `titel`"),
            ("lineItems=x", "no plain value"),
            ("totalNetValue>much", "a number"),
            ("dueAt>soon", "a date"),
        ] {
            let failure = check(&wrong.parse().expect("a condition"), fields()).expect_err(wrong);
            assert!(format!("{failure:?}").contains(why), "{failure:?}");
        }
    }

    #[test]
    fn a_row_is_excluded_only_for_certain() {
        let row = json!({"key": "a", "totalNetValue": "120.50", "dueAt": "2026-03-01T08:00:00Z", "title": "Pump"});
        for (typed, excluded) in [
            ("key=a", false),
            ("key=A", true),
            ("vendorKey=a", true),
            ("vendorKey contains a", true),
            ("title=other", true),
            ("title=pUMP", false),
            ("title contains um", false),
            ("title ends-with x", true),
            ("totalNetValue>120.5", true),
            ("totalNetValue>=120.5", false),
            ("totalNetValue=120.5", false),
            ("totalNetValue=120.4", true),
            ("totalNetValue<120.5", true),
            ("dueAt>=2026-03-01", false),
            ("dueAt>2026-03-02", false),
            ("dueAt>2026-03-20", true),
            ("dueAt<2026-02-01", true),
            ("dueAt=2026-03-01", false),
            ("dueAt=2026-03-01T09:00:00Z", true),
            ("dueAt=2026-03-01T09:00:00", false),
            ("dueAt=2026-03-05T09:00:00", true),
            ("dueAt<9999-12-31", false),
            ("dueAt<9999-12-31T23:59:59Z", false),
            ("dueAt<=9999-12-31T23:59:59-11:00", false),
            ("dueAt>9999-12-30", true),
            ("dueAt=9999-12-31", true),
            ("dueAt>0001-01-01", false),
            ("dueAt<0001-01-01T00:00:00Z", true),
        ] {
            assert_eq!(checked(typed).excludes(row.as_object().expect("an object")), excluded, "{typed}");
        }
    }

    /// A row that never ends meets what it should, at the last moment that can be written.
    #[test]
    fn a_row_without_end_is_no_error() {
        for end in ["9999-12-31T23:59:59Z", "9999-12-31", "9999-12-31T23:59:59.999999-12:00"] {
            let row = json!({ "dueAt": end });
            let row = row.as_object().expect("an object");
            for met in
                ["dueAt>=2026-01-01", "dueAt>9999-12-29", "dueAt>=9999-12-31", "dueAt<=9999-12-31", "dueAt=9999-12-31"]
            {
                assert!(!checked(met).excludes(row), "{met} {end}");
            }
            assert!(checked("dueAt<2026-01-01").excludes(row), "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_condition_or_none(text in "\\PC{0,40}|[a-zA-Z]{1,10} ?(=|<|>=|contains )\\PC{0,20}") {
            if let Ok(condition) = text.parse::<Condition>()
                && let Ok(checked) = check(&condition, fields())
            {
                let row = json!({"title": "x", "totalNetValue": 1, "dueAt": "2026-03-01"});
                checked.excludes(row.as_object().expect("an object"));
                prop_assert!(text.contains(&checked.filter().value));
            }
        }
    }
}
