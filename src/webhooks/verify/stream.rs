//! Verifies a body that need not fit into memory.

use std::io::{self, Read};

use super::{Match, Verdict, Verifier, first_right, time};
use crate::canonical::Canonicalizer;
use crate::header::Header;
use crate::hmac::HmacKey;
use crate::reason::Reason;
use crate::scheme::Canonicalization;

const PIECE: usize = 64 << 10;

impl Verifier {
    /// Verifies one delivery while its body is read. `now` is in seconds since 1970.
    ///
    /// The raw body alone is read in pieces and may be of any size. For any other text it is read into
    /// memory, up to the limit of the canonicaliser; a longer body is then not verified.
    ///
    /// # Errors
    /// When reading fails.
    pub fn verify_read(&self, headers: &[Header<'_>], mut body: impl Read, now: i64) -> io::Result<Verdict> {
        if self.config.candidates != [Canonicalization::Raw] || self.config.scheme.signs_url() {
            let mut text = Vec::new();
            let most = self.config.limits.size as u64;
            body.take(most.saturating_add(1)).read_to_end(&mut text)?;
            if text.len() > self.config.limits.size
                && let Err(error) = Canonicalizer::new(self.config.limits).write(&text, &mut Vec::new())
            {
                // Not even compared: what was read is only the start of the body.
                return Ok(self.verdict(Err(Reason::NotJson(error)), headers));
            }
            return Ok(self.verify(headers, &text, now));
        }
        let mut signatures = Vec::new();
        let read = self.read(headers, &mut signatures);
        let (envelope, time) = match read.and_then(|envelope| Ok((envelope, time(envelope)?))) {
            Ok(read) => read,
            // Nothing can make it valid: the body is left unread.
            Err(reason) => return Ok(self.verdict(Err(reason), headers)),
        };
        let mut keys = self.keys.clone();
        for part in envelope.parts(self.config.scheme.row(), b"") {
            for key in &mut keys {
                key.update(part);
            }
        }
        let mut piece = vec![0; PIECE];
        let mut last = None;
        loop {
            let count = match body.read(&mut piece) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            for key in &mut keys {
                key.update(&piece[..count]);
            }
            last = Some(piece[count - 1]);
        }
        let digests = keys.into_iter().map(HmacKey::finish);
        let outcome = match first_right(digests, &signatures) {
            Some(secret) => self.in_time(Match { canonicalization: Canonicalization::Raw, secret }, time, now),
            None => Err(self.mismatch(&signatures, None, last == Some(b'\n'))),
        };
        Ok(self.verdict(outcome, headers))
    }
}
