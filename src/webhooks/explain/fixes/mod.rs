//! The line of code that corrects a mistake in a receiver, in eight languages.
//!
//! In the lines, `body` is the raw body, `secret` the secret's text and `key` its bytes, `signature` the text of the
//! header without the scheme's prefix and `received` its bytes, `mac` the HMAC being computed or its bytes: what a receiver
//! that follows the platform's guide has at hand. The lines in JavaScript, Python and PHP are run by a test.

mod dress;
mod transform;

pub use transform::Transform;

use super::kinds::{Dress, Wrapping};
use crate::scheme::{Algorithm, Encoding, Part, Scheme, SecretEncoding};

/// The languages of [`Remedy::line`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Language {
    /// JavaScript on node.
    JavaScript,
    /// Python.
    Python,
    /// PHP.
    #[serde(rename = "PHP")]
    Php,
    /// Ruby.
    Ruby,
    /// Go.
    Go,
    /// Java.
    Java,
    /// C#.
    #[serde(rename = "C#")]
    CSharp,
    /// Rust.
    Rust,
}

impl Language {
    /// Every language, in the order of the lines.
    pub const ALL: [Self; 8] =
        [Self::JavaScript, Self::Python, Self::Php, Self::Ruby, Self::Go, Self::Java, Self::CSharp, Self::Rust];

    /// Returns its name as its users write it.
    pub fn name(self) -> &'static str {
        ["JavaScript", "Python", "PHP", "Ruby", "Go", "Java", "C#", "Rust"][self as usize]
    }
}

/// A change to the code of a receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Verify the bytes of the request, before anything parses them.
    RawBody,
    /// Verify the value re-serialised as ECMAScript does.
    Stringify,
    /// Verify without the line break or blanks around the body.
    Trim,
    /// Verify what is inside the compressed body.
    Decompress,
    /// Verify what the base64 body holds.
    DecodeBody,
    /// Verify what the JSON string holds.
    Unquote,
    /// Decode the signature so.
    Encoding(Encoding),
    /// Put the padding back.
    Padding,
    /// Decode base64, then hexadecimal.
    HexInBase64,
    /// Expect this prefix.
    Prefix(String),
    /// Read this header.
    Header(String),
    /// Use this hash.
    Algorithm(Algorithm),
    /// Read the secret so.
    Secret(SecretEncoding),
    /// Give the sender the secret without the line break.
    SecretLineBreak,
    /// Use what follows `whsec_` as it is.
    SecretPrefixCut,
    /// Accept both secrets while one replaces the other.
    BothSecrets,
    /// Sign this text.
    Content(Scheme),
    /// Divide the time by 1000.
    Milliseconds,
    /// Change the body to the text that was signed.
    Transform(Transform),
    /// Take off what is around the signature.
    Undress(Dress),
    /// Take off what is around the secret.
    UnwrapSecret(Wrapping),
}

impl Remedy {
    /// Returns when it is this remedy that applies, where there is another one.
    pub fn condition(&self) -> Option<&'static str> {
        match self {
            Self::RawBody => Some("if the body given here is not the one that came, byte for byte"),
            Self::Transform(transform) if transform.has_alternative() => {
                Some("if it is, and the sender cannot be changed")
            }
            _ => None,
        }
    }

    /// Returns whether it is the sender's code that changes.
    pub fn is_at_the_sender(&self) -> bool {
        matches!(self, Self::SecretLineBreak)
    }

    /// Returns the line to write, in the languages that can do it in one.
    pub fn line(&self, language: Language) -> Option<String> {
        let lines: [&str; 8] = match self {
            Self::Transform(transform) => return transform.line(language),
            Self::Undress(dress) => return dress::undress(*dress, language).map(str::to_owned),
            Self::UnwrapSecret(what) => return dress::unwrap(*what, language).map(str::to_owned),
            Self::RawBody => [
                r#"app.use("/hook", express.raw({ type: "*/*" })) // req.body is then the bytes to verify"#,
                "body = request.get_data()  # Flask; request.body in Django; not request.json",
                r#"$body = file_get_contents("php://input"); // not json_encode($request->all())"#,
                "body = request.raw_post # not params.to_json",
                "body, err := io.ReadAll(r.Body) // before json.Unmarshal",
                "public ResponseEntity<Void> hook(@RequestBody byte[] body) // not a parsed object",
                "await Request.Body.CopyToAsync(buffer); var body = buffer.ToArray(); // not a bound model",
                "async fn hook(headers: HeaderMap, body: Bytes) // not Json<T>",
            ],
            Self::Stringify => [
                "mac.update(JSON.stringify(JSON.parse(body)))",
                r#"body = json.dumps(json.loads(body), separators=(",", ":"), ensure_ascii=False).encode()  # equal but for floats and integer-like keys"#,
                "$body = json_encode(json_decode($body), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS);",
                "body = JSON.generate(JSON.parse(body))",
                "enc := json.NewEncoder(&buf); enc.SetEscapeHTML(false) // over a decoder that keeps the order of keys",
                "body = new ObjectMapper().writeValueAsBytes(new ObjectMapper().readTree(body));",
                "body = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(body), new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });",
                r#"let body = serde_json::to_vec(&serde_json::from_slice::<Value>(&body)?)?; // with the feature "preserve_order""#,
            ],
            Self::Trim => [
                r"body = body.toString().trim() // better: do not add the line break",
                "body = body.strip()  # better: do not add the line break",
                "$body = trim($body); // better: do not add the line break",
                "body = body.strip # better: do not add the line break",
                "body = bytes.TrimSpace(body) // better: do not add the line break",
                "body = new String(body, UTF_8).strip().getBytes(UTF_8); // better: do not add the line break",
                "body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Trim()); // better: do not add the line break",
                "let body = body.trim_ascii(); // better: do not add the line break",
            ],
            Self::Decompress => [
                "body = zlib.unzipSync(body)",
                "body = zlib.decompress(body, wbits=47)",
                "$body = zlib_decode($body);",
                "body = Zlib.gunzip(body)",
                "zr, err := gzip.NewReader(r.Body); body, err := io.ReadAll(zr)",
                "body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();",
                "builder.Services.AddRequestDecompression(); app.UseRequestDecompression();",
                "GzDecoder::new(&packed[..]).read_to_end(&mut body)?;",
            ],
            Self::DecodeBody => [
                r#"body = Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8")"#,
                r#"body = base64.b64decode(event["body"]) if event["isBase64Encoded"] else event["body"].encode()"#,
                r#"$body = $event["isBase64Encoded"] ? base64_decode($event["body"]) : $event["body"];"#,
                r#"body = event["isBase64Encoded"] ? Base64.decode64(event["body"]) : event["body"]"#,
                "body, err := base64.StdEncoding.DecodeString(req.Body) // if req.IsBase64Encoded",
                "byte[] body = Base64.getDecoder().decode(event.getBody()); // if event.getIsBase64Encoded()",
                "var body = Convert.FromBase64String(request.Body); // if request.IsBase64Encoded",
                "let body = STANDARD.decode(event.body)?; // if event.is_base64_encoded",
            ],
            Self::Unquote => [
                "body = JSON.parse(body) // a string: do not stringify a string again before",
                "body = json.loads(body).encode()  # a string: do not dump a string again before",
                "$body = json_decode($body); // a string: do not encode a string again before",
                "body = JSON.parse(body) # a string: do not generate from a string again before",
                "var text string; err := json.Unmarshal(body, &text); body = []byte(text)",
                "body = mapper.readValue(body, String.class).getBytes(UTF_8);",
                "body = Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(body));",
                "let body: String = serde_json::from_slice(&body)?;",
            ],
            Self::Encoding(Encoding::Hex) => [
                r#"received = Buffer.from(signature, "hex")"#,
                "received = bytes.fromhex(signature)",
                "$received = hex2bin($signature);",
                r#"received = [signature].pack("H*")"#,
                "received, err := hex.DecodeString(signature)",
                "byte[] received = HexFormat.of().parseHex(signature);",
                "var received = Convert.FromHexString(signature);",
                "let received = hex::decode(signature)?;",
            ],
            Self::Encoding(Encoding::Base64) => [
                r#"received = Buffer.from(signature, "base64")"#,
                "received = base64.b64decode(signature, validate=True)",
                "$received = base64_decode($signature, true);",
                "received = Base64.strict_decode64(signature)",
                "received, err := base64.StdEncoding.DecodeString(signature)",
                "byte[] received = Base64.getDecoder().decode(signature);",
                "var received = Convert.FromBase64String(signature);",
                "let received = STANDARD.decode(signature)?;",
            ],
            Self::Encoding(Encoding::Base64Url) => [
                r#"received = Buffer.from(signature, "base64url")"#,
                r#"received = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))"#,
                r#"$received = base64_decode(strtr($signature, "-_", "+/"));"#,
                "received = Base64.urlsafe_decode64(signature)",
                r#"received, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(signature, "="))"#,
                "byte[] received = Base64.getUrlDecoder().decode(signature);",
                "var received = Base64Url.DecodeFromChars(signature);",
                "let received = URL_SAFE_NO_PAD.decode(signature.trim_end_matches('='))?;",
            ],
            Self::Padding => [
                r#"received = Buffer.from(signature, "base64") // takes it without padding"#,
                r#"received = base64.b64decode(signature + "=" * (-len(signature) % 4))"#,
                "$received = base64_decode($signature); // takes it without padding",
                r#"received = signature.unpack1("m") # takes it without padding"#,
                "received, err := base64.RawStdEncoding.DecodeString(signature)",
                "byte[] received = Base64.getDecoder().decode(signature); // takes it without padding",
                "var received = Convert.FromBase64String(signature.PadRight((signature.Length + 3) / 4 * 4, '='));",
                "let received = STANDARD_NO_PAD.decode(signature)?;",
            ],
            Self::HexInBase64 => [
                r#"received = Buffer.from(Buffer.from(signature, "base64").toString(), "hex")"#,
                "received = bytes.fromhex(base64.b64decode(signature).decode())",
                "$received = hex2bin(base64_decode($signature, true));",
                r#"received = [Base64.strict_decode64(signature)].pack("H*")"#,
                "digits, err := base64.StdEncoding.DecodeString(signature); received, err := hex.DecodeString(string(digits))",
                "byte[] received = HexFormat.of().parseHex(new String(Base64.getDecoder().decode(signature), UTF_8));",
                "var received = Convert.FromHexString(Encoding.UTF8.GetString(Convert.FromBase64String(signature)));",
                "let received = hex::decode(STANDARD.decode(signature)?)?;",
            ],
            Self::Prefix(_) => [
                r#"signature = signature.slice("{}".length)"#,
                r#"signature = signature.removeprefix("{}")"#,
                r#"$signature = substr($signature, strlen("{}"));"#,
                r#"signature = signature.delete_prefix("{}")"#,
                r#"signature = strings.TrimPrefix(signature, "{}")"#,
                r#"signature = signature.substring("{}".length());"#,
                r#"signature = signature["{}".Length..];"#,
                r#"let signature = signature.strip_prefix("{}").ok_or(Unsigned)?;"#,
            ],
            Self::Header(_) => [
                r#"signature = req.get("{}")"#,
                r#"signature = request.headers["{}"]"#,
                r#"$signature = $request->headers->get("{}");"#,
                r#"signature = request.headers["{}"]"#,
                r#"signature := r.Header.Get("{}")"#,
                r#"@RequestHeader("{}") String signature"#,
                r#"var signature = Request.Headers["{}"].ToString();"#,
                r#"let signature = headers.get("{}").ok_or(Unsigned)?;"#,
            ],
            Self::Algorithm(_) => [
                r#"mac = crypto.createHmac("{sha}", key)"#,
                "mac = hmac.new(key, body, hashlib.{sha})",
                r#"$mac = hash_hmac("{sha}", $body, $key, true);"#,
                r#"mac = OpenSSL::HMAC.digest("{SHA}", key, body)"#,
                "mac := hmac.New({go}, key)",
                r#"Mac mac = Mac.getInstance("Hmac{SHA}");"#,
                "var mac = HMAC{SHA}.HashData(key, body);",
                "let mac = Hmac::<{Sha}>::new_from_slice(key)?;",
            ],
            Self::Secret(SecretEncoding::Utf8) => [
                "key = Buffer.from(secret) // the whole text, not decoded",
                "key = secret.encode()  # the whole text, not decoded",
                "$key = $secret; // the whole text, not decoded",
                "key = secret # the whole text, not decoded",
                "key := []byte(secret) // the whole text, not decoded",
                "byte[] key = secret.getBytes(UTF_8); // the whole text, not decoded",
                "var key = Encoding.UTF8.GetBytes(secret); // the whole text, not decoded",
                "let key = secret.as_bytes(); // the whole text, not decoded",
            ],
            Self::Secret(SecretEncoding::Hex) => [
                r#"key = Buffer.from(secret, "hex")"#,
                "key = bytes.fromhex(secret)",
                "$key = hex2bin($secret);",
                r#"key = [secret].pack("H*")"#,
                "key, err := hex.DecodeString(secret)",
                "byte[] key = HexFormat.of().parseHex(secret);",
                "var key = Convert.FromHexString(secret);",
                "let key = hex::decode(secret)?;",
            ],
            Self::Secret(SecretEncoding::Whsec) => [
                r#"key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")"#,
                r#"key = base64.b64decode(secret.removeprefix("whsec_"))"#,
                r#"$key = base64_decode(preg_replace("/^whsec_/", "", $secret));"#,
                r#"key = Base64.decode64(secret.delete_prefix("whsec_"))"#,
                r#"key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))"#,
                r#"byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));"#,
                r#"var key = Convert.FromBase64String(secret.StartsWith("whsec_") ? secret[6..] : secret);"#,
                r#"let key = STANDARD.decode(secret.trim_start_matches("whsec_"))?;"#,
            ],
            Self::SecretLineBreak => [
                r#"secret = fs.readFileSync(file, "utf8").trimEnd() // where the sender reads it"#,
                "secret = open(file).read().rstrip()  # where the sender reads it",
                "$secret = rtrim(file_get_contents($file)); // where the sender reads it",
                "secret = File.read(file).chomp # where the sender reads it",
                "secret = bytes.TrimRight(secret, \"\\r\\n\") // where the sender reads it",
                "String secret = Files.readString(file).strip(); // where the sender reads it",
                "var secret = File.ReadAllText(file).TrimEnd(); // where the sender reads it",
                "let secret = secret.trim_end(); // where the sender reads it",
            ],
            Self::SecretPrefixCut => [
                r#"key = secret.replace(/^whsec_/, "")"#,
                r#"key = secret.removeprefix("whsec_").encode()"#,
                r#"$key = preg_replace("/^whsec_/", "", $secret);"#,
                r#"key = secret.delete_prefix("whsec_")"#,
                r#"key := []byte(strings.TrimPrefix(secret, "whsec_"))"#,
                r#"byte[] key = secret.replaceFirst("^whsec_", "").getBytes(UTF_8);"#,
                r#"var key = Encoding.UTF8.GetBytes(secret.StartsWith("whsec_") ? secret[6..] : secret);"#,
                r#"let key = secret.trim_start_matches("whsec_").as_bytes();"#,
            ],
            Self::BothSecrets => [
                "ok = [newSecret, oldSecret].map((s) => verify(s, body)).includes(true)",
                "ok = any([verify(s, body) for s in (new_secret, old_secret)])",
                "$ok = in_array(true, array_map(fn($s) => verify($s, $body), [$new, $old]), true);",
                "ok = [new_secret, old_secret].map { |s| verify(s, body) }.any?",
                "ok := verify(newSecret, body) || verify(oldSecret, body)",
                "boolean ok = Stream.of(newSecret, oldSecret).anyMatch(s -> verify(s, body));",
                "var ok = new[] { newSecret, oldSecret }.Any(s => Verify(s, body));",
                "let ok = [new_secret, old_secret].iter().any(|secret| verify(secret, &body));",
            ],
            Self::Content(_) => [
                "mac.update(`{js}`)",
                "mac.update({py})",
                "$mac = hash_hmac(\"sha256\", {php}, $key, true);",
                "mac = OpenSSL::HMAC.digest(\"SHA256\", key, {rb})",
                "mac.Write([]byte({plus}))",
                "mac.update(({plus}).getBytes(UTF_8));",
                "mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes({plus}));",
                "mac.update(format!({rs}).as_bytes());",
            ],
            Self::Milliseconds => [
                "age = Date.now() / 1000 - Number(timestamp) / 1000",
                "age = time.time() - int(timestamp) / 1000",
                "$age = time() - intdiv((int) $timestamp, 1000);",
                "age = Time.now.to_i - timestamp.to_i / 1000",
                "age := time.Since(time.UnixMilli(timestamp))",
                "Duration age = Duration.between(Instant.ofEpochMilli(timestamp), Instant.now());",
                "var age = DateTimeOffset.UtcNow - DateTimeOffset.FromUnixTimeMilliseconds(timestamp);",
                "let age = now.saturating_sub(timestamp / 1000);",
            ],
        };
        Some(self.fill(lines[language as usize]))
    }

    /// Puts the names of this remedy in a line.
    fn fill(&self, line: &str) -> String {
        match self {
            // Names come from a header: nothing that ends the string they stand in.
            Self::Prefix(name) | Self::Header(name) => line.replace("{}", &name.replace(['"', '\\'], "")),
            Self::Algorithm(algorithm) => {
                let lower = algorithm.name();
                let go = match algorithm {
                    Algorithm::Sha1 => "sha1.New",
                    Algorithm::Sha256 => "sha256.New",
                    Algorithm::Sha384 => "sha512.New384",
                    Algorithm::Sha512 => "sha512.New",
                };
                line.replace("{sha}", lower)
                    .replace("{SHA}", &lower.to_uppercase())
                    .replace("{Sha}", &lower.replace("sha", "Sha"))
                    .replace("{go}", go)
            }
            Self::Content(scheme) => {
                let signed = scheme.row().signed;
                let joined = |write: fn(&str) -> String| -> String {
                    signed
                        .iter()
                        .map(|part| if part.is_variable() { write(part.name()) } else { part.name().into() })
                        .collect()
                };
                let before: String = joined(|name| if name == "body" { String::new() } else { format!("{{{name}}}") });
                let quoted = |text: String| if signed == [Part::Body] { "body".into() } else { format!("\"{text}\"") };
                let terms: Vec<String> = signed
                    .iter()
                    .map(|part| if part.is_variable() { part.name().into() } else { format!("\"{}\"", part.name()) })
                    .collect();
                let js = joined(|name| format!("${{{name}}}"));
                let py = if before.is_empty() { "body".into() } else { format!("f\"{before}\".encode() + body") };
                let php = if before.is_empty() { "$body".into() } else { quoted(joined(|name| format!("${name}"))) };
                let rb = quoted(joined(|name| format!("#{{{name}}}")));
                let rs = format!("\"{}\"", joined(|name| format!("{{{name}}}")));
                line.replace("{js}", &js)
                    .replace("{py}", &py)
                    .replace("{php}", &php)
                    .replace("{rb}", &rb)
                    .replace("{plus}", &terms.join(" + "))
                    .replace("{rs}", &rs)
            }
            _ => line.to_owned(),
        }
    }
}
