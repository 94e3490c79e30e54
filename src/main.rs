//! The process: builds a [`World`], runs it, returns its code. Nothing else.

use std::process::ExitCode;

use makini::world::World;

fn main() -> ExitCode {
    #[cfg(unix)]
    makini::secrets::core_dumps::disable();
    makini::bug::install();
    makini::run(World::from_process()).into()
}
