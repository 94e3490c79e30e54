//! A network namespace that stands for another machine, joined to this one by two links, of which either may be cut.

use std::net::Ipv4Addr;
use std::process::{Command, Stdio};

use super::require;

/// Another machine. It is gone when this is dropped.
pub struct Namespace {
    name: String,
    links: [Link; 2],
}

/// A link from here to there.
struct Link {
    name: String,
    here: Ipv4Addr,
    there: Ipv4Addr,
}

impl Namespace {
    /// Makes one; nothing where this machine has no namespaces, or gives them to nobody but root, which is said.
    pub fn new() -> Option<Self> {
        let number = std::process::id();
        let link = |name: &str, net: u8| {
            let [.., third, last] = (number << 2).to_be_bytes();
            let at = |host: u8| Ipv4Addr::new(198, net, third, last | host);
            Link { name: format!("{name}{number}"), here: at(1), there: at(2) }
        };
        // Addresses that are for tests between networks.
        let namespace = Self { name: format!("makini{number}"), links: [link("mka", 18), link("mkb", 19)] };
        let made = ip(&["netns", "add", &namespace.name]) && namespace.links.iter().all(|link| namespace.join(link));
        require::native("network namespaces that this user may make", made).then_some(namespace)
    }

    fn join(&self, link: &Link) -> bool {
        let Link { name, here, there } = link;
        let (ns, here, there) = (self.name.as_str(), format!("{here}/30"), format!("{there}/30"));
        let inside = |command: &[&str]| ip(&[&["-n", ns], command].concat());
        ip(&["link", "add", name, "type", "veth", "peer", "name", "there", "netns", ns])
            && inside(&["link", "set", "there", "name", &format!("{name}t")])
            && inside(&["address", "add", &there, "dev", &format!("{name}t")])
            && inside(&["link", "set", &format!("{name}t"), "up"])
            && inside(&["link", "set", "lo", "up"])
            && ip(&["address", "add", &here, "dev", name])
            && ip(&["link", "set", name, "up"])
    }

    /// Returns the addresses of a link: that of this machine, and that of the other.
    pub fn addresses(&self, link: usize) -> [Ipv4Addr; 2] {
        [self.links[link].here, self.links[link].there]
    }

    /// Cuts a link, or mends it.
    #[track_caller]
    pub fn set(&self, link: usize, up: bool) {
        assert!(ip(&["link", "set", &self.links[link].name, if up { "up" } else { "down" }]), "the link is set");
    }

    /// Returns what runs a program there.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name, program]);
        command
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        // The links go with it.
        ip(&["netns", "delete", &self.name]);
    }
}

fn ip(arguments: &[&str]) -> bool {
    let mut command = Command::new("ip");
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
