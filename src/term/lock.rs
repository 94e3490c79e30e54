//! Locking what the threads of the terminal share.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks it, also after a panic elsewhere: the terminal has to be given back all the same.
pub(super) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
