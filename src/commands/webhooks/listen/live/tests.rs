//! Whole sessions, and what they look like.
