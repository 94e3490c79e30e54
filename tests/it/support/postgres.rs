//! A PostgreSQL server for a test run: in a temporary folder, reached by a socket in it, gone with the process.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::support::require;
use crate::support::until::{PATIENCE, within};

/// PostgreSQL refuses to run as root. To this user nothing belongs.
const NOBODY: u32 = 65534;

/// A server that ends, and takes its folder along, when its standard input is closed: with the process at the latest.
pub(crate) struct Postgres {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
    guard: Child,
}

impl Postgres {
    /// Starts one with these settings besides the usual; nothing if PostgreSQL is not installed, which is said.
    pub(crate) fn start(settings: &[&str]) -> Option<Self> {
        Self::start_at(5432, settings)
    }

    /// The same with another port, which a server that listens to a network needs.
    pub(crate) fn start_at(port: u16, settings: &[&str]) -> Option<Self> {
        let programs = programs();
        if !require::given("postgres", programs.is_some()) {
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder").keep();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("set");
        if is_root() {
            chown(&folder, Some(NOBODY), Some(NOBODY)).expect("given away");
        }
        let mut server = Self { guard: unused(), port, folder, programs: programs.expect("found above") };
        let made = server
            .program("initdb")
            .args([
                "--username=makini",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions",
                "-D",
            ])
            .arg(server.data())
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let usual = ["listen_addresses=''", "max_connections=300", "shared_buffers=64MB", "logging_collector=off"];
        let socket = format!("unix_socket_directories='{}'", server.folder.display());
        let port = format!("port={port}");
        let settings: Vec<String> = usual
            .into_iter()
            .chain([socket.as_str(), port.as_str()])
            .chain(settings.iter().copied())
            .map(str::to_owned)
            .collect();
        fs::OpenOptions::new()
            .append(true)
            .open(server.data().join("postgresql.conf"))
            .and_then(|mut file| file.write_all((settings.join("\n") + "\n").as_bytes()))
            .expect("written");
        server.run();
        Some(server)
    }

    /// Starts it again after [`Postgres::kill`].
    pub(crate) fn run(&mut self) {
        // The shell outlives this process, however that ends, for as long as it takes to clean up.
        let script = r#""$1" -D "$2" >>"$3/log" 2>&1 & read -r word; kill -QUIT $! 2>/dev/null; wait $!
            [ "$word" = stay ] || rm -rf "$3" 2>/dev/null"#;
        let mut shell = self.as_user("sh");
        shell.arg("-c").arg(script).arg("sh").arg(self.programs.join("postgres")).arg(self.data()).arg(&self.folder);
        self.guard = shell.stdin(Stdio::piped()).spawn().expect("a shell");
        let ready = || {
            let asked =
                self.program("pg_isready").args(["-q", "-p", &self.port.to_string(), "-h"]).arg(&self.folder).status();
            asked.is_ok_and(|status| status.success()).then_some(())
        };
        if within(PATIENCE, ready).is_none() {
            let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
            panic!("the server is not ready:\n{log}");
        }
    }

    /// Ends it at once, as a crash would.
    pub(crate) fn kill(&mut self) {
        self.guard.stdin.take().expect("it runs").write_all(b"stay\n").expect("written");
        self.guard.wait().expect("the shell ends");
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn program(&self, name: &str) -> Command {
        self.as_user(&self.programs.join(name).display().to_string())
    }

    fn as_user(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder);
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    /// Runs SQL in a database, and returns what `psql` prints of it.
    #[track_caller]
    pub(crate) fn sql(&self, database: &str, sql: &str) -> String {
        self.try_sql(database, sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// The same where it may fail: with the error as it is printed.
    pub(crate) fn try_sql(&self, database: &str, sql: &str) -> Result<String, String> {
        let mut psql = self.program("psql");
        psql.args(["-p", &self.port.to_string()]);
        psql.args(["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-U", "makini", "-d", database, "-h"]).arg(&self.folder);
        let output = psql.args(["-c", sql]).output().expect("psql runs");
        if output.status.success() {
            Ok(String::from_utf8(output.stdout).expect("text").trim_end().to_owned())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    /// Runs `pgbench` with a script. Returns the transactions of a second.
    #[allow(dead_code, reason = "a benchmark uses it")]
    pub(crate) fn pgbench(&self, database: &str, script: &str, more: &[&str]) -> f64 {
        let file = self.folder.join("script.sql");
        fs::write(&file, script).expect("written");
        let mut pgbench = self.program("pgbench");
        pgbench.args(["-n", "-M", "prepared", "-U", "makini", "-p", &self.port.to_string(), "-h"]).arg(&self.folder);
        let output = pgbench.arg("-f").arg(&file).args(more).arg(database).output().expect("pgbench runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let rate = text.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
        rate.unwrap_or_else(|| panic!("{text}\n{}", String::from_utf8_lossy(&output.stderr)))
    }

    /// Returns the address of a database.
    pub(crate) fn address(&self, database: &str) -> String {
        format!("postgres://makini@/{database}?host={}", self.folder.display())
    }

    /// Lets nobody in without the password from now on.
    pub(crate) fn ask_for_passwords(&self) {
        fs::write(self.data().join("pg_hba.conf"), "local all all scram-sha-256\n").expect("written");
        self.sql("postgres", "SELECT pg_reload_conf()");
        let refused = || {
            let mut psql = self.program("psql");
            psql.args([
                "-X",
                "-w",
                "-p",
                &self.port.to_string(),
                "-U",
                "makini",
                "-d",
                "postgres",
                "-c",
                "SELECT 1",
                "-h",
            ]);
            let asked = psql.arg(&self.folder).stdout(Stdio::null()).stderr(Stdio::null()).status();
            asked.is_ok_and(|status| !status.success()).then_some(())
        };
        within(PATIENCE, refused).expect("the setting is read");
    }

    /// Lets whoever comes from a network in, encrypted and without a password.
    #[allow(dead_code, reason = "the benchmarks use this file as well")]
    pub(crate) fn admit(&self, network: &str) {
        let line = format!("hostssl all all {network} trust\n");
        let mut file = fs::OpenOptions::new().append(true).open(self.data().join("pg_hba.conf")).expect("opened");
        file.write_all(line.as_bytes()).expect("written");
        self.sql("postgres", "SELECT pg_reload_conf()");
    }

    /// Returns the user that servers run as, where that is another one.
    pub(crate) fn user() -> Option<u32> {
        is_root().then_some(NOBODY)
    }

    /// Makes a database and returns its address.
    pub(crate) fn database(&self, name: &str) -> String {
        self.sql("postgres", &format!("CREATE DATABASE {name}"));
        self.address(name)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        self.guard.wait().ok();
        // What the server's user may not remove, and what is left while the server is away.
        fs::remove_dir_all(&self.folder).ok();
    }
}

/// A pooler before a server, in transaction mode: each transaction may get another session.
pub(crate) struct Pooler {
    folder: TempDir,
    child: Child,
}

impl Pooler {
    /// Starts one before a server; nothing if PgBouncer is not installed, which is said.
    pub(crate) fn start(server: &Postgres) -> Option<Self> {
        let program = PathBuf::from("/usr/sbin/pgbouncer");
        if !require::given("pgbouncer", program.is_file()) {
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
        let at = |name: &str| folder.path().join(name);
        // By default it waits 15 s after a login that failed, however soon the server is back.
        let settings = format!(
            "[databases]\n* = host={} port={} user=makini\n[pgbouncer]\nlisten_addr =\nlisten_port = 6432\n\
            unix_socket_dir = {}\npool_mode = transaction\nauth_type = any\ndefault_pool_size = 8\nserver_login_retry = 1\n",
            server.folder.display(),
            server.port,
            folder.path().display(),
        );
        fs::write(at("pgbouncer.ini"), settings).expect("written");
        if is_root() {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).expect("given away");
        }
        let mut command = Command::new(program);
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        let log = fs::File::create(at("log")).expect("made");
        let child = command.arg("-q").arg(at("pgbouncer.ini")).stderr(log).spawn().expect("pgbouncer starts");
        let pooler = Self { folder, child };
        let ready = within(PATIENCE, || pooler.folder.path().join(".s.PGSQL.6432").exists().then_some(()));
        assert!(ready.is_some(), "{}", fs::read_to_string(pooler.folder.path().join("log")).unwrap_or_default());
        Some(pooler)
    }

    /// Returns the address of a database through it.
    pub(crate) fn address(&self, database: &str) -> String {
        format!("postgres://makini@/{database}?host={}&port=6432", self.folder.path().display())
    }
}

impl Drop for Pooler {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A session in which something was done that lasts as long as the session.
#[allow(dead_code, reason = "the benchmarks use this file as well")]
pub(crate) struct Held(Child);

#[allow(dead_code, reason = "the benchmarks use this file as well")]
impl Held {
    /// Does it in the database of this address.
    pub(crate) fn new(address: &str, sql: &str) -> Self {
        let mut psql = Command::new("psql");
        psql.args(["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", address]);
        let mut child = psql.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("psql runs");
        let text = format!("{sql};\n\\echo done\n");
        child.stdin.as_mut().expect("piped").write_all(text.as_bytes()).expect("written");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("piped")).read_line(&mut line).expect("read");
        assert_eq!(line, "done\n", "{sql}");
        Self(child)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        self.0.wait().ok();
    }
}

/// The server of this test run; nothing if PostgreSQL is not installed.
pub(crate) fn shared() -> Option<&'static Postgres> {
    static SHARED: OnceLock<Option<Postgres>> = OnceLock::new();
    SHARED.get_or_init(|| Postgres::start(&[])).as_ref()
}

/// Returns a folder with a database of its own on the shared server: its address is in the file `database`.
pub(crate) fn folder() -> Option<TempDir> {
    let server = shared()?;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut name = [0; 8];
    fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut name)).expect("random bytes");
    let address = server.database(&format!("t{:x}", u64::from_le_bytes(name)));
    fs::write(folder.path().join("database"), address).expect("written");
    Some(folder)
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A child that has ended.
fn unused() -> Child {
    let mut child = Command::new("true").stdin(Stdio::piped()).spawn().expect("`true` runs");
    child.wait().ok();
    child
}

/// Returns where the programs of the newest version are, as Debian installs them.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = versions.map(|version| version.path().join("bin"));
    let is_whole = |folder: &PathBuf| ["initdb", "postgres"].iter().all(|name| folder.join(name).is_file());
    folders.filter(is_whole).max()
}
