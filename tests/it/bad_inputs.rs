//! The list of bad inputs, line by line.

mod receiver;
