//! A small file system of its own, for disks that are full or read-only.

use std::path::Path;
use std::process::Command;

use super::require;

/// A file system in memory that is taken away again.
pub(crate) struct Mount {
    folder: tempfile::TempDir,
}

impl Mount {
    /// Makes one of so many KiB, or nothing where this user may not; `mount` in the list of what is required.
    pub(crate) fn of(kibibytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = format!("size={kibibytes}k");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path());
        require::given("mount", cfg!(target_os = "linux") && run(&mut mount)).then_some(Self { folder })
    }

    /// Returns where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Lets nobody write any more, not even root.
    pub(crate) fn make_read_only(&self) {
        assert!(run(Command::new("mount").args(["-o", "remount,ro"]).arg(self.path())), "could not remount");
    }

    /// Lets everybody write again.
    pub(crate) fn make_writable(&self) {
        assert!(run(Command::new("mount").args(["-o", "remount,rw"]).arg(self.path())), "could not remount");
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        run(Command::new("umount").arg("-l").arg(self.path()));
    }
}

fn run(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}
