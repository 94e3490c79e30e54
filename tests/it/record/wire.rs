//! Servers and clients that speak in bytes.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Longest silence before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server on a thread for each connection, until the process ends.
pub(super) struct RawServer {
    pub(super) address: String,
    seen: Log,
}

/// The requests that a server was sent.
type Log = Arc<Mutex<Vec<Vec<u8>>>>;

/// The place of a request in the log. It is there as it is read, and so before its answer is.
struct Noted {
    log: Log,
    place: usize,
}

impl Noted {
    fn begin(log: &Log) -> Self {
        let mut requests = log.lock().expect("not poisoned");
        requests.push(Vec::new());
        Self { log: Arc::clone(log), place: requests.len() - 1 }
    }

    fn add(&self, bytes: &[u8]) {
        self.log.lock().expect("not poisoned")[self.place].extend_from_slice(bytes);
    }
}

impl RawServer {
    /// Hands each connection to `serve`, which returns what it was sent; asked for the advertisement, it has none.
    pub(super) fn start(serve: impl Fn(&mut Conversation) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("bound").to_string();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (log, serve) = (Arc::clone(&seen), Arc::new(serve));
        thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let (log, serve) = (Arc::clone(&log), Arc::clone(&serve));
                thread::spawn(move || {
                    let mut conversation = Conversation::new(stream);
                    while conversation.wait() {
                        if conversation.buffer.starts_with(b"GET /.well-known/makini ") {
                            conversation.head();
                            conversation.say(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
                            continue;
                        }
                        conversation.noted = Some(Noted::begin(&log));
                        serve(&mut conversation);
                        conversation.noted = None;
                        if conversation.is_over {
                            return;
                        }
                    }
                });
            }
        });
        Self { address, seen }
    }

    /// Answers every request, whose body has a length, with these bytes.
    pub(super) fn saying(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::start(move |conversation| {
            conversation.request();
            conversation.say(&answer);
        })
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the requests it was sent, without those for the advertisement.
    pub(super) fn seen(&self) -> Vec<Vec<u8>> {
        self.seen.lock().expect("not poisoned").clone()
    }
}

/// One side of a connection.
pub(super) struct Conversation {
    pub(super) stream: TcpStream,
    buffer: Vec<u8>,
    noted: Option<Noted>,
    pub(super) is_over: bool,
}

impl Conversation {
    pub(super) fn new(stream: TcpStream) -> Self {
        stream.set_read_timeout(Some(PATIENCE)).expect("set");
        stream.set_nodelay(true).expect("set");
        Self { stream, buffer: Vec::new(), noted: None, is_over: false }
    }

    pub(super) fn to(address: &str) -> Self {
        Self::new(TcpStream::connect(address).expect("it listens"))
    }

    /// Reads until there is something, and returns whether there is.
    fn wait(&mut self) -> bool {
        if !self.buffer.is_empty() {
            return true;
        }
        // Enough to know the path.
        while !self.buffer.windows(4).any(|end| end == b"\r\n\r\n") {
            if !self.more() {
                return !self.buffer.is_empty();
            }
        }
        true
    }

    fn more(&mut self) -> bool {
        let mut piece = vec![0; 64 << 10];
        match self.stream.read(&mut piece) {
            Ok(0) => false,
            Ok(count) => {
                self.buffer.extend_from_slice(&piece[..count]);
                true
            }
            Err(error) if matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe) => false,
            Err(error) => panic!("nothing came: {error}"),
        }
    }

    /// Takes this many bytes, as far as they come.
    pub(super) fn take(&mut self, count: usize) -> Vec<u8> {
        while self.buffer.len() < count && self.more() {}
        let rest = self.buffer.split_off(count.min(self.buffer.len()));
        let taken = std::mem::replace(&mut self.buffer, rest);
        if let Some(noted) = &self.noted {
            noted.add(&taken);
        }
        taken
    }

    /// Takes a head, with the empty line behind it.
    pub(super) fn head(&mut self) -> Vec<u8> {
        loop {
            if let Some(at) = self.buffer.windows(4).position(|end| end == b"\r\n\r\n") {
                return self.take(at + 4);
            }
            if !self.more() {
                let rest = self.buffer.len();
                return self.take(rest);
            }
        }
    }

    fn line(&mut self) -> Vec<u8> {
        loop {
            if let Some(at) = self.buffer.windows(2).position(|end| end == b"\r\n") {
                return self.take(at + 2);
            }
            assert!(self.more(), "a line that does not end");
        }
    }

    /// Takes a request with its body.
    pub(super) fn request(&mut self) -> Message {
        let head = self.head();
        self.body(head, false)
    }

    /// Takes a response with its body, but those that ask for more.
    pub(super) fn response(&mut self, is_head: bool) -> Message {
        loop {
            let head = self.head();
            if head.starts_with(b"HTTP/1.1 1") {
                continue;
            }
            let first = String::from_utf8_lossy(&head).into_owned();
            let has_none = is_head || [" 204 ", " 304 "].iter().any(|status| first.contains(status));
            if has_none {
                return Message { head, body: Vec::new() };
            }
            return self.body(head, true);
        }
    }

    fn body(&mut self, head: Vec<u8>, is_open: bool) -> Message {
        let mut message = Message { head, body: Vec::new() };
        if message.header("transfer-encoding").is_some() {
            loop {
                let size = String::from_utf8(self.line()).expect("a size");
                let size = usize::from_str_radix(size.trim().split(';').next().expect("a part"), 16).expect("hex");
                if size == 0 {
                    // Trailers, which end with an empty line.
                    while self.line() != b"\r\n" {}
                    return message;
                }
                let piece = self.take(size);
                message.body.extend(piece);
                self.take(2);
            }
        }
        message.body = match message.header("content-length") {
            Some(length) => {
                let length = length.parse().expect("a number");
                self.take(length)
            }
            None if is_open => {
                while self.more() {}
                let all = self.buffer.len();
                self.take(all)
            }
            None => Vec::new(),
        };
        message
    }

    /// Writes, if anybody reads.
    pub(super) fn say(&mut self, bytes: &[u8]) -> bool {
        self.stream.write_all(bytes).is_ok()
    }

    /// Returns whether the other side closes the connection, after whatever it still sends.
    pub(super) fn is_closed(&mut self) -> bool {
        while self.more() {}
        true
    }
}

/// A head and a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) head: Vec<u8>,
    pub(super) body: Vec<u8>,
}

impl Message {
    pub(super) fn first(&self) -> String {
        String::from_utf8_lossy(&self.head).lines().next().unwrap_or_default().to_owned()
    }

    /// Returns its headers in order, names in lower case.
    pub(super) fn headers(&self) -> Vec<(String, Vec<u8>)> {
        let head = self.head.strip_suffix(b"\r\n\r\n").unwrap_or(&self.head);
        let lines = head.split(|byte| *byte == b'\n').skip(1);
        lines
            .map(|line| {
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                let at = line.iter().position(|byte| *byte == b':').expect("a header");
                (String::from_utf8_lossy(&line[..at]).to_ascii_lowercase(), line[at + 1..].trim_ascii().to_vec())
            })
            .collect()
    }

    pub(super) fn header(&self, name: &str) -> Option<String> {
        let found = self.headers().into_iter().find(|(known, _)| known == name)?.1;
        Some(String::from_utf8_lossy(&found).into_owned())
    }

    /// Returns its headers without these, sorted.
    pub(super) fn headers_without(&self, names: &[&str]) -> Vec<(String, Vec<u8>)> {
        let mut headers = self.headers();
        headers.retain(|(name, _)| !names.contains(&name.as_str()));
        headers.sort();
        headers
    }
}

/// Sends bytes on a connection of its own and returns the response.
pub(super) fn exchange(address: &str, request: &[u8]) -> Message {
    let mut client = Conversation::to(address);
    client.say(request);
    client.response(request.starts_with(b"HEAD "))
}
