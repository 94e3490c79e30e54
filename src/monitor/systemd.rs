//! The protocol of `sd_notify(3)`: a service reports to its manager that it is ready, alive and stopping.

use std::time::Duration;

/// The manager that started this process, if it asked for reports.
pub struct ServiceManager {
    #[cfg(unix)]
    socket: Option<(std::os::unix::net::UnixDatagram, std::os::unix::net::SocketAddr)>,
    watchdog: Option<Duration>,
}

impl ServiceManager {
    /// Takes the values of `NOTIFY_SOCKET`, `WATCHDOG_USEC` and `WATCHDOG_PID`. What cannot be used is as if it were not set.
    pub fn new(socket: Option<&str>, watchdog_usec: Option<&str>, watchdog_pid: Option<&str>) -> Self {
        let is_ours = watchdog_pid.is_none_or(|pid| pid.trim().parse() == Ok(std::process::id()));
        let usec = watchdog_usec.and_then(|text| text.trim().parse().ok()).filter(|usec| *usec > 0 && is_ours);
        Self {
            #[cfg(unix)]
            socket: socket.and_then(open),
            // Twice as often as it has to be.
            watchdog: usec.map(|usec| Duration::from_micros(usec) / 2),
        }
    }

    /// Returns how often the manager waits for [`ServiceManager::alive`].
    pub fn watchdog(&self) -> Option<Duration> {
        self.watchdog
    }

    /// Reports that start-up is over.
    pub fn ready(&self, status: &str) {
        self.send(&format!("READY=1\nSTATUS={status}"));
    }

    /// Reports that it is alive.
    pub fn alive(&self) {
        self.send("WATCHDOG=1");
    }

    /// Reports that it is about to end.
    pub fn stopping(&self) {
        self.send("STOPPING=1");
    }

    /// A manager that does not listen stops nothing.
    #[cfg(unix)]
    fn send(&self, text: &str) {
        if let Some((socket, address)) = &self.socket {
            socket.send_to_addr(text.as_bytes(), address).ok();
        }
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "there is no such manager here")]
    fn send(&self, _: &str) {}
}

#[cfg(unix)]
fn open(name: &str) -> Option<(std::os::unix::net::UnixDatagram, std::os::unix::net::SocketAddr)> {
    use std::os::unix::net::{SocketAddr, UnixDatagram};
    let address = match name.strip_prefix('@') {
        #[cfg(target_os = "linux")]
        Some(rest) => <SocketAddr as std::os::linux::net::SocketAddrExt>::from_abstract_name(rest.as_bytes()).ok()?,
        #[cfg(not(target_os = "linux"))]
        Some(_) => return None,
        None if name.starts_with('/') => SocketAddr::from_pathname(name).ok()?,
        None => return None,
    };
    let socket = UnixDatagram::unbound().ok()?;
    socket.set_nonblocking(true).ok()?;
    Some((socket, address))
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn the_manager_receives_each_report() {
        use std::os::unix::net::UnixDatagram;
        use std::time::Duration;

        use super::ServiceManager;

        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("notify");
        let receiver = UnixDatagram::bind(&path).expect("bound");
        let pid = std::process::id().to_string();
        let manager = ServiceManager::new(path.to_str(), Some("30000000"), Some(&pid));
        assert_eq!(manager.watchdog(), Some(Duration::from_secs(15)));
        manager.ready("2 connections");
        manager.alive();
        manager.stopping();
        let mut buffer = [0; 100];
        for expected in ["READY=1\nSTATUS=2 connections", "WATCHDOG=1", "STOPPING=1"] {
            let read = receiver.recv(&mut buffer).expect("a report");
            assert_eq!(std::str::from_utf8(&buffer[..read]), Ok(expected));
        }
        let other = ServiceManager::new(None, Some("30000000"), Some("1"));
        assert_eq!(other.watchdog(), None, "the watchdog of another process");
        other.alive();
    }
}
