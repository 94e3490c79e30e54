//! What waits for each connection, and who receives.

use super::model::Model;
use super::reader::{LANES, Lanes};
use crate::inbox::query::{ActiveReceiver, WaitingLane};
use crate::term::Line;
use crate::view::{count, counted};

impl Model {
    /// Returns the lines of the overlay.
    pub(super) fn lane_lines(&self) -> Vec<Line> {
        let lanes = match &self.lanes {
            None => return vec![Line::new().muted("  reading…")],
            Some(Err(error)) => return vec![Line::new().bad("  could not be read: ").text(error.as_str())],
            Some(Ok(lanes)) => lanes,
        };
        let mut lines = Vec::new();
        if lanes.waiting.is_empty() {
            lines.push(Line::new().good("  nothing waits"));
        }
        lines.extend(lanes.waiting.iter().map(|lane| self.lane(lane, lanes)));
        if lanes.waiting.len() >= LANES as usize {
            lines.push(Line::new().commands("  and more; `makini webhooks inbox stats` has all of them"));
        }
        lines.extend([Line::new(), Line::new().heading(" receivers")]);
        lines.extend(lanes.receivers.iter().map(Self::receiver));
        if lanes.receivers.is_empty() {
            let url = self.ready.as_ref().map_or("not ready yet", |ready| ready.url.as_str());
            let line = Line::new().text("  ").good("this one").text("  ").path(url);
            lines.push(line.text(format!("  {}", counted(lanes.waiting.len() as u64, "lane"))));
        }
        lines
    }

    fn lane(&self, lane: &WaitingLane, lanes: &Lanes) -> Line {
        let name = if lane.connection.is_empty() { "(no connection)" } else { &lane.connection };
        let line = Line::new().text("  ").id(name).text(format!("  {} waiting", count(lane.events)));
        let mut line = line.text(", oldest received ").caution(self.format.age(lane.oldest));
        if lane.tries > 0 {
            line = line.bad(format!(", {}", counted(lane.tries, "failed attempt")));
        }
        if self.pauses.iter().any(|pause| pause.connection.as_deref() == Some(&lane.connection)) {
            line = line.caution(", paused");
        }
        match lane.holder {
            Some(id) => {
                let host = lanes.receivers.iter().find(|one| one.id == Some(id)).map_or("?", |one| one.host.as_str());
                line.muted(format!(", held by #{id} on ")).name(host)
            }
            None if lanes.receivers.is_empty() => line,
            None => line.muted(", held by nobody"),
        }
    }

    fn receiver(one: &ActiveReceiver) -> Line {
        let line = Line::new().text(format!("  #{}  ", one.id.unwrap_or_default()));
        let line = if one.alive { line.good("alive") } else { line.bad("not seen") };
        let line = line.text("  ").name(one.host.as_str()).text(format!(" process {}", one.pid));
        let line = line.text(format!("  {}", counted(one.lanes, "lane")));
        let line = match one.address.as_deref() {
            Some(address) => line.text("  ").path(address),
            None => line,
        };
        match one.lag_seconds {
            Some(lag) if lag > 0 => line.caution(format!("  {lag} s behind")),
            _ => line,
        }
    }
}
