//! `Expect: 100-continue`: the application sends its body once the server has asked for it.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use http::header::EXPECT;
use http::{HeaderMap, Request, StatusCode};
use tokio::sync::oneshot;
use tokio::time::Sleep;

/// How long a server has to ask for the body: some never do. As long as curl waits.
const PATIENCE: Duration = Duration::from_secs(1);

/// Holds a body back until the server asks for it.
pub(super) struct Gate {
    opened: oneshot::Receiver<()>,
    patience: Pin<Box<Sleep>>,
}

/// Opens a [`Gate`].
#[derive(Clone)]
pub(super) struct Opener(Arc<Mutex<Option<oneshot::Sender<()>>>>);

/// Returns whether a request expects to be asked for its body.
pub(super) fn is_expected(headers: &HeaderMap) -> bool {
    headers.get(EXPECT).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"))
}

/// Returns a gate, and what opens it.
pub(super) fn gate() -> (Gate, Opener) {
    let (sender, opened) = oneshot::channel();
    let gate = Gate { opened, patience: Box::pin(tokio::time::sleep(PATIENCE)) };
    (gate, Opener(Arc::new(Mutex::new(Some(sender)))))
}

impl Opener {
    pub(super) fn open(&self) {
        if let Some(sender) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            sender.send(()).ok();
        }
    }

    /// Opens it when the server answers this request with 100.
    pub(super) fn open_when_asked<B>(&self, request: &mut Request<B>) {
        let opener = self.clone();
        hyper::ext::on_informational(request, move |response| {
            if response.status() == StatusCode::CONTINUE {
                opener.open();
            }
        });
    }
}

impl Gate {
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if Pin::new(&mut self.opened).poll(context).is_ready() {
            return Poll::Ready(());
        }
        self.patience.as_mut().poll(context)
    }
}
