//! `--out`: where a document is written.

use std::path::{Path, PathBuf};

use crate::context::Context;
use crate::failure::Failure;
use crate::files::{self, Access};

/// The file that a document is written to.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct OutputFile {
    /// File to write; default: stdout
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl OutputFile {
    /// Writes the document. `what` stands before the path in messages, as `the report `.
    ///
    /// # Errors
    /// [`crate::exit::Exit::Local`]; [`crate::exit::Exit::Ok`] where the reader of stdout has closed it.
    pub fn write(&self, ctx: &Context, bytes: &[u8], what: &str) -> Result<(), Failure> {
        match self.out.as_deref().filter(|path| *path != Path::new("-")) {
            None => Ok(ctx.term.data(|out| out.write_all(bytes))?),
            Some(path) => {
                files::save(path, bytes, Access::Everyone, what)?;
                ctx.term.status(format!("written: {}", path.display()));
                Ok(())
            }
        }
    }
}
