//! The proxies, each a process of its own.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running proxy, ended with this value.
pub(super) struct Proxy {
    pub(super) address: SocketAddr,
    child: Option<Child>,
    _folder: tempfile::TempDir,
}

/// Time for a proxy to listen.
const PATIENCE: Duration = Duration::from_secs(20);

fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port")
}

fn wait_for(address: SocketAddr) {
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        assert!(start.elapsed() < PATIENCE, "nothing listens on {address}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Proxy {
    /// The binary of this package.
    pub(super) fn makini(upstream: SocketAddr) -> Self {
        let (folder, address) = (tempfile::tempdir().expect("a temporary folder"), free_port());
        let mut command = Command::new(env!("CARGO_BIN_EXE_makini"));
        command.args(["record", "--listen", &address.to_string(), "-o", "json"]);
        command.env_clear().env("HOME", folder.path()).env("MAKINI_SERVER", format!("http://{upstream}"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let child = command.spawn().expect("started");
        wait_for(address);
        Self { address, child: Some(child), _folder: folder }
    }

    /// Debian's nginx with an access log, as it comes.
    pub(super) fn nginx(upstream: SocketAddr) -> Result<Self, String> {
        let (folder, address) = (tempfile::tempdir().expect("a temporary folder"), free_port());
        let config = folder.path().join("nginx.conf");
        std::fs::write(&config, configuration(folder.path(), address, upstream)).expect("written");
        let mut command = Command::new("/usr/sbin/nginx");
        command.arg("-p").arg(folder.path()).arg("-c").arg(&config).args(["-g", "daemon off;"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|error| format!("/usr/sbin/nginx: {error}"))?;
        wait_for(address);
        Ok(Self { address, child: Some(child), _folder: folder })
    }

    /// Returns the processor time so far, of all its processes, where the system tells that.
    pub(super) fn processor_time(&self) -> Option<Duration> {
        let id = self.child.as_ref()?.id();
        let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
        let ticks = |id: &str| {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
            // The name, in brackets, may hold blanks.
            let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
            Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
        };
        let all: u64 = children.split_whitespace().chain([id.to_string().as_str()]).filter_map(ticks).sum();
        Some(Duration::from_millis(all * 10))
    }

    /// Returns the most memory that it had, where the system tells that.
    pub(super) fn peak(&self) -> Option<u64> {
        let id = self.child.as_ref()?.id();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
    }

    /// Ends it in order, and returns what it prints.
    pub(super) fn stop(mut self) -> String {
        let child = self.child.take().expect("it runs");
        rustix::process::kill_process(rustix::process::Pid::from_child(&child), rustix::process::Signal::TERM)
            .expect("it runs");
        let output = child.wait_with_output().expect("it ended");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let data = &report["data"];
        format!("makini recorded {} calls, and {} are not in the journal", data["calls"], data["unrecorded"])
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // Its workers end with the first process.
            let pid = rustix::process::Pid::from_child(child);
            rustix::process::kill_process(pid, rustix::process::Signal::TERM).ok();
            child.wait().ok();
        }
    }
}

fn configuration(folder: &Path, address: SocketAddr, upstream: SocketAddr) -> String {
    let folder = folder.display();
    format!(
        "user root; worker_processes auto; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
  sendfile on; tcp_nopush on; access_log {folder}/access.log; keepalive_requests 100000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream platform {{ server {upstream}; keepalive 64; keepalive_requests 100000000; }}
  server {{
    listen {address}; client_max_body_size 0;
    location / {{ proxy_pass http://platform; proxy_http_version 1.1; proxy_set_header Connection \"\"; }}
  }}
}}
"
    )
}
