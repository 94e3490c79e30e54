//! What is done with the selected event besides sending it again: copied, and its connection paused.

use super::detail::{Content, Page};
use super::list::Row;
use super::model::{Effect, Model};
use super::reader::Query;
use crate::inbox::query::Detail;
use crate::shell::operand;
use crate::term::Line;
use crate::view::bytes;

/// Longest text that is copied. Terminals take about 75 kB of base64, and drop more without a word.
const CLIPBOARD: usize = 56_000;

/// The event that is meant by a key.
enum Chosen {
    /// Its arrival number, ID and connection.
    Event(i64, String, String),
    /// It was not accepted. Its body, where it was kept.
    Refused(Option<Vec<u8>>),
}

impl Model {
    /// Returns the event that is on the page, or selected in the list; nothing while it is loaded.
    fn chosen(&self) -> Option<Chosen> {
        match &self.page {
            Some(Page { content: Content::Event(detail), .. }) => {
                let entry = &detail.entry;
                Some(Chosen::Event(entry.number, entry.id.clone(), entry.connection.clone()))
            }
            Some(Page { content: Content::Refused(refused, _), .. }) => {
                Some(Chosen::Refused(refused.delivery.as_ref().map(|delivery| delivery.body.clone())))
            }
            Some(_) => None,
            None => self.list.current().map(|row| match row {
                Row::Event(listed) => {
                    let entry = &listed.entry;
                    Chosen::Event(entry.number, entry.id.clone(), entry.connection.clone())
                }
                Row::Refused(refused) => {
                    Chosen::Refused(refused.delivery.as_ref().map(|delivery| delivery.body.clone()))
                }
            }),
        }
    }

    /// Pauses forwarding the events of a connection, or resumes it.
    pub(super) fn pause(&mut self) -> Vec<Effect> {
        match self.chosen() {
            Some(Chosen::Event(_, _, connection)) if !connection.is_empty() => {
                vec![Effect::Query(Query::Pause(connection))]
            }
            Some(Chosen::Event(..)) => {
                self.status_line = Some(Line::new().caution("its body names no connection that could be paused"));
                Vec::new()
            }
            Some(Chosen::Refused(_)) => {
                self.status_line = Some(Line::new().caution("it was not accepted, and is not forwarded"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes how that ended: whether it is paused now.
    pub(super) fn paused(&mut self, connection: &str, done: Result<bool, String>) {
        self.stale = true;
        match done {
            Ok(true) => {
                let line = Line::new().caution("paused: ").id(connection);
                self.status_line = Some(line.text("; its events wait, also after a restart; P resumes"));
            }
            Ok(false) => self.status_line = Some(Line::new().good("resumed: ").id(connection)),
            Err(error) => self.fault(format!("it could not be paused: {error}")),
        }
    }

    /// Copies the ID of the event.
    pub(super) fn copy_id(&mut self) -> Vec<Effect> {
        match self.chosen() {
            Some(Chosen::Event(_, id, _)) => self.copy("the ID", id.into_bytes(), ""),
            Some(Chosen::Refused(_)) => {
                self.status_line = Some(Line::new().caution("it was not accepted, and has no ID that is proven"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Copies the body of the event, as it came.
    pub(super) fn copy_body(&mut self) -> Vec<Effect> {
        match self.chosen() {
            // The list has no bodies.
            Some(Chosen::Event(number, ..)) => vec![Effect::Query(Query::Body(number))],
            Some(Chosen::Refused(Some(body))) => self.copy("the body", body, ""),
            Some(Chosen::Refused(None)) => {
                self.status_line = Some(Line::new().caution("its body was not kept"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes the body of an event that is to be copied.
    pub(super) fn body(&mut self, number: i64, found: Result<Vec<u8>, String>) -> Vec<Effect> {
        match found {
            Ok(body) => {
                let instead = format!("; `makini webhooks inbox export {}` writes it", operand(&number.to_string()));
                self.copy(&format!("the body of #{number}"), body, &instead)
            }
            Err(error) => {
                self.fault(format!("#{number} could not be read: {error}"));
                Vec::new()
            }
        }
    }

    /// Shows the event in a pager.
    pub(super) fn open_in_pager(&mut self) -> Vec<Effect> {
        let raw = self.page.as_ref().is_some_and(|page| page.raw);
        match &self.page {
            Some(Page { content: Content::Loading | Content::Lost(_), .. }) => Vec::new(),
            Some(page) => vec![Effect::Page(page.content.text(raw, &self.format))],
            None => match self.list.current() {
                Some(Row::Event(listed)) => vec![Effect::Query(Query::Whole(listed.entry.number))],
                Some(Row::Refused(refused)) => {
                    let content = Content::Refused(Box::new(refused.clone()), None);
                    vec![Effect::Page(content.text(raw, &self.format))]
                }
                None => Vec::new(),
            },
        }
    }

    /// Takes all about the event that is to be shown in a pager.
    pub(super) fn whole(&mut self, number: i64, found: Result<Box<Detail>, String>) -> Vec<Effect> {
        match found {
            Ok(detail) => vec![Effect::Page(Content::Event(detail).text(false, &self.format))],
            Err(error) => {
                self.fault(format!("#{number} could not be read: {error}"));
                Vec::new()
            }
        }
    }

    fn copy(&mut self, what: &str, text: Vec<u8>, instead: &str) -> Vec<Effect> {
        let size = bytes(text.len() as u64);
        if text.len() > CLIPBOARD {
            let line = Line::new().caution(format!("{what} has {size}, more than terminals copy")).commands(instead);
            self.status_line = Some(line);
            return Vec::new();
        }
        // Whether the terminal took it is not known.
        let line = Line::new().text(format!("{what} ({size}) was handed to the terminal to copy"));
        self.status_line = Some(line);
        vec![Effect::Copy(text)]
    }
}
