//! The query of a list: `filter[field:operator]=value`, `filterMatch`, `sort[field]=1`, `modified_after`.
//!
//! PHP's bracket notation, parsed here. Unpublished behaviour: all filters must match unless `filterMatch=any`; texts
//! are compared case-insensitively, keys exactly; `filter[dueAt]=2026-03-01` means the whole day, and in comparisons a
//! date is its midnight in UTC; a row without the field matches nothing.

use std::cmp::Ordering;

use jiff::civil::DateTime;
use serde_json::Value;

use crate::api::entities::{Field, Kind, Operator};
use crate::api::lenient::{self, Written};

/// Parameters or fields, and what is wrong with each.
pub(crate) type Problems = Vec<(String, String)>;

/// One condition.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    /// Field of the condition.
    pub(crate) field: Field,
    operator: Operator,
    operand: Operand,
}

#[derive(Clone, Debug, PartialEq)]
enum Operand {
    /// In lower case, except for keys.
    Text(String),
    Number(f64),
    Span(Span),
}

/// A period in seconds since 1970, its end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    from: i64,
    to: i64,
}

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Query {
    pub(crate) filters: Vec<Filter>,
    pub(crate) any: bool,
    /// Fields, and whether the largest comes first.
    pub(crate) sorts: Vec<(Field, bool)>,
}

impl Query {
    /// Parses the parameters of a list of objects with these fields. Unknown parameters are ignored, as on the
    /// platform; unknown fields and operators are problems.
    pub(crate) fn read(pairs: &[(String, String)], fields: &[Field]) -> Result<Self, Problems> {
        let (mut query, mut problems) = (Self::default(), Problems::new());
        for (name, value) in pairs {
            let read = match brackets(name) {
                Some(("filter", inner)) => filter(&inner, value, fields).map(|filter| query.filters.push(filter)),
                Some(("sort", inner)) => sort(&inner, value, fields).map(|sort| query.sorts.push(sort)),
                Some(_) => Ok(()),
                None => match (name.as_str(), value.as_str()) {
                    ("filterMatch", "any") => {
                        query.any = true;
                        Ok(())
                    }
                    ("filterMatch", "all") | ("filter" | "sort", "") => Ok(()),
                    ("filterMatch", _) => Err("is `any` or `all`".into()),
                    ("filter", _) => Err("is written `filter[field]=value` or `filter[field:operator]=value`".into()),
                    ("sort", _) => Err("is written `sort[field]=1` (largest first) or `sort[field]=0`".into()),
                    ("modified_after", _) => modified_after(value, fields).map(|filter| query.filters.push(filter)),
                    _ => Ok(()),
                },
            };
            if let Err(problem) = read {
                problems.push((name.clone(), problem));
            }
        }
        if problems.is_empty() { Ok(query) } else { Err(problems) }
    }

    /// Returns whether there is neither filter nor sort.
    pub(crate) fn is_plain(&self) -> bool {
        self.filters.is_empty() && self.sorts.is_empty()
    }

    /// Returns whether a row matches; `value` returns its fields.
    pub(crate) fn matches(&self, mut value: impl FnMut(&Field) -> Option<Value>) -> bool {
        let mut one = |filter: &Filter| value(&filter.field).is_some_and(|value| filter.matches(&value));
        if self.any && !self.filters.is_empty() {
            self.filters.iter().any(one)
        } else {
            self.filters.iter().all(&mut one)
        }
    }

    /// Compares two rows by their [`Query::sort_key`]. A row without a value comes last in either direction.
    pub(crate) fn order(&self, left: &[SortKey], right: &[SortKey]) -> Ordering {
        for ((left, right), (_, largest_first)) in left.iter().zip(right).zip(&self.sorts) {
            let order = match (left, right) {
                (SortKey::Nothing, SortKey::Nothing) => Ordering::Equal,
                (SortKey::Nothing, _) => return Ordering::Greater,
                (_, SortKey::Nothing) => return Ordering::Less,
                (SortKey::Number(left), SortKey::Number(right)) => left.total_cmp(right),
                (SortKey::Text(left), SortKey::Text(right)) => left.cmp(right),
                (SortKey::Number(_), SortKey::Text(_)) => Ordering::Less,
                (SortKey::Text(_), SortKey::Number(_)) => Ordering::Greater,
            };
            let order = if *largest_first { order.reverse() } else { order };
            if order.is_ne() {
                return order;
            }
        }
        Ordering::Equal
    }

    /// Returns the sort key of a row.
    pub(crate) fn sort_key(&self, mut value: impl FnMut(&Field) -> Option<Value>) -> Vec<SortKey> {
        self.sorts.iter().map(|(field, _)| SortKey::of(field.kind, value(field))).collect()
    }
}

/// A comparable value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum SortKey {
    Number(f64),
    Text(String),
    Nothing,
}

impl SortKey {
    fn of(kind: Kind, value: Option<Value>) -> Self {
        let Some(value) = value else { return Self::Nothing };
        let text = plain_text(&value);
        match kind {
            Kind::Number | Kind::NumberText | Kind::Money => text.parse().map_or(Self::Text(text), Self::Number),
            #[expect(clippy::cast_precision_loss, reason = "seconds of any year stay far below 2^52")]
            Kind::Time => span(&text).map_or(Self::Text(text), |span| Self::Number(span.from as f64)),
            Kind::Key | Kind::Ref(_) => Self::Text(text),
            _ => Self::Text(text.to_lowercase()),
        }
    }
}

impl Filter {
    fn matches(&self, value: &Value) -> bool {
        if let Value::Array(values) = value {
            return values.iter().any(|value| self.matches(value));
        }
        let text = plain_text(value);
        match &self.operand {
            Operand::Text(wanted) => {
                let text = if exact(self.field.kind) { text } else { text.to_lowercase() };
                self.operator.holds_for_text(&text, wanted)
            }
            Operand::Number(wanted) => {
                text.parse::<f64>().is_ok_and(|number| self.operator.holds(number.total_cmp(wanted)))
            }
            Operand::Span(wanted) => span(&text).is_some_and(|found| match self.operator {
                Operator::Is => wanted.from <= found.from && found.from < wanted.to,
                _ => self.operator.holds(found.from.cmp(&wanted.from)),
            }),
        }
    }
}

/// Splits `name[inner]` and PHP's `name[inner][more]`, the latter as `inner:more`.
fn brackets(name: &str) -> Option<(&str, String)> {
    let (word, rest) = name.split_once('[')?;
    let inner = rest.strip_suffix(']')?;
    Some((word, inner.replace("][", ":")))
}

fn filter(inner: &str, value: &str, fields: &[Field]) -> Result<Filter, String> {
    let (name, word) = inner.split_once(':').map_or((inner, None), |(name, word)| (name, Some(word)));
    let field = find(name, fields)?;
    let operator = match word {
        None => Operator::Is,
        Some(word) => {
            let known = || Operator::names().collect::<Vec<_>>().join(", ");
            Operator::find(word).ok_or_else(|| format!("has an unknown operator; known are {}", known()))?
        }
    };
    let operand = match field.kind {
        _ if operator.is_about_text() => text_operand(field.kind, value),
        Kind::Number | Kind::NumberText | Kind::Money => {
            let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            Operand::Number(number.ok_or("needs a number")?)
        }
        Kind::Time => Operand::Span(span(value).ok_or("needs a date (2026-03-01) or a time (2026-03-01T08:00:00Z)")?),
        Kind::Bool | Kind::BoolText => match value {
            "true" | "1" => Operand::Text("true".into()),
            "false" | "0" => Operand::Text("false".into()),
            _ => return Err("needs true or false".into()),
        },
        kind => text_operand(kind, value),
    };
    Ok(Filter { field, operator, operand })
}

fn modified_after(value: &str, fields: &[Field]) -> Result<Filter, String> {
    let field = find("updatedAt", fields).or_else(|_| find("createdAt", fields));
    let field = field.map_err(|_| "does not work here: these objects have no time of change".to_owned())?;
    let after = span(value).ok_or("needs a date (2026-03-01) or a time (2026-03-01T08:00:00Z)")?;
    Ok(Filter { field, operator: Operator::Greater, operand: Operand::Span(after) })
}

fn sort(inner: &str, value: &str, fields: &[Field]) -> Result<(Field, bool), String> {
    let field = find(inner, fields)?;
    match value {
        "1" => Ok((field, true)),
        "0" => Ok((field, false)),
        _ => Err("is 1 (largest first) or 0 (smallest first)".into()),
    }
}

fn find(name: &str, fields: &[Field]) -> Result<Field, String> {
    let plain = || fields.iter().filter(|field| field.kind.is_plain());
    plain().find(|field| field.name == name).copied().ok_or_else(|| {
        let known: Vec<&str> = plain().map(|field| field.name).collect();
        format!("names a field that cannot be asked for; known are {}", known.join(", "))
    })
}

fn exact(kind: Kind) -> bool {
    matches!(kind, Kind::Key | Kind::Ref(_) | Kind::Refs(_) | Kind::RefsText(_))
}

fn text_operand(kind: Kind, value: &str) -> Operand {
    Operand::Text(if exact(kind) { value.into() } else { value.to_lowercase() })
}

fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Parses a time or a date into its first second.
pub(crate) fn second(text: &str) -> Option<i64> {
    span(text).map(|span| span.from)
}

/// Parses a time into one second, and a date into a day.
fn span(text: &str) -> Option<Span> {
    let Written { at, has_time, .. } = lenient::written(text)?;
    // Also `9999-12-31`, which is no point in time for jiff.
    let from = at.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_secs();
    Some(Span { from, to: from + if has_time { 1 } else { 86_400 } })
}

#[cfg(test)]
mod tests;
