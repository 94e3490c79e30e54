//! The acts, in their order.

use std::time::Duration;

use super::Pace;
use super::play::{Command, Play, failed};
use super::receiver::Receiver;
use crate::exit::Exit;
use crate::failure::Failure;

/// Plays all of them.
pub(super) async fn play(play: &mut Play, pace: Pace) -> Result<(), Failure> {
    let receiver = Receiver::start().await?;
    opening(play, pace).await?;
    drop(receiver);
    Ok(())
}

async fn opening(play: &mut Play, pace: Pace) -> Result<(), Failure> {
    play.act(
        "A platform to play with",
        "The sandbox is the whole platform in one process, on the loopback: no account, no network, nothing of yours.",
        "a whole platform in one process",
    )
    .await;
    play.start_sandbox(format!("sandbox start --time-scale {}", pace.time_scale())).await
}
