//! Tests of it.
