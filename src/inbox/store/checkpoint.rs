//! Moves what is in the log into the database, on a thread and a connection of its own.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// Bytes of log after which a checkpoint is due.
const DUE: u64 = 4 << 20;
/// Pages of log above which the writer has to help.
const LONG: i64 = 4096;

/// Counts what was written and requests checkpoints.
#[derive(Debug)]
pub(super) struct Checkpoints {
    written: u64,
    due: Option<SyncSender<()>>,
    behind: Arc<AtomicBool>,
    kept: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpoints {
    /// Starts the thread for the database at `path`.
    pub(super) fn start(path: &Path) -> rusqlite::Result<Self> {
        let db = Connection::open(path)?;
        db.pragma_update(None, "synchronous", "FULL")?;
        let (due, asked) = sync_channel(1);
        let behind = Arc::new(AtomicBool::new(false));
        let kept = Arc::new(AtomicBool::new(false));
        let (flag, keeps) = (Arc::clone(&behind), Arc::clone(&kept));
        let thread = std::thread::spawn(move || {
            work(&db, &asked, &flag);
            if keeps.load(Ordering::Relaxed) {
                keep_log(&db);
            }
        });
        Ok(Self { written: 0, due: Some(due), behind, kept, thread: Some(thread) })
    }

    /// Counts what a commit wrote, and helps on the writer's connection where the thread cannot keep up: a
    /// log is begun anew only when it was emptied while nobody writes, and only the writer can promise that.
    pub(super) fn note(&mut self, bytes: u64, db: &Connection) {
        self.written += bytes;
        if self.behind.swap(false, Ordering::Relaxed) {
            // What is left to move is what came during the thread's own pass, so this is short. Its failure is
            // harmless: the log keeps everything.
            passive(db).ok();
            self.written = 0;
        } else if self.written >= DUE {
            self.written = 0;
            self.ask();
        }
    }

    /// Leaves the log on the disk when the connection is closed.
    pub(super) fn keep_log(&self) {
        self.kept.store(true, Ordering::Relaxed);
    }

    /// Requests a checkpoint, unless one is requested already.
    pub(super) fn ask(&self) {
        if let Some(due) = &self.due {
            due.try_send(()).ok();
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.due.take();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn work(db: &Connection, asked: &Receiver<()>, behind: &AtomicBool) {
    while asked.recv().is_ok() {
        // A failure (a full disk) leaves the log as it is; the next round tries again.
        if passive(db).is_ok_and(|pages| pages > LONG) {
            behind.store(true, Ordering::Relaxed);
        }
    }
}

/// Moves what can be moved without anybody waiting. Returns the pages in the log.
fn passive(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1))
}

/// Leaves the log on the disk when this connection is closed.
pub(super) fn keep_log(db: &Connection) {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).ok();
}
