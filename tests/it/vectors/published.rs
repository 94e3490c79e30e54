//! One published pair for each scheme: the proof that its row in the table is right.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use makini::secret::Secret;
use makini::webhooks::sign::{Stamp, sign};
use makini::webhooks::{Algorithm, Config, Header, PublicUrl, Reason, Scheme, Secrets, Tolerance, verify};

/// Schemes of no other sender, so that nobody else publishes a pair.
const OWN: &[Scheme] = &[Scheme::Makini, Scheme::RawHmac];

/// A delivery as somebody else published it.
struct Published {
    scheme: Scheme,
    secret: &'static str,
    url: Option<&'static str>,
    id: &'static str,
    time: &'static str,
    body: &'static str,
    /// The signature header, which is the last one that is sent.
    signature: &'static str,
}

const URL: &str = "https://mycompany.com/myapp.php?foo=1&bar=2";
const FORM: &str = "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309";

const STRIPE_EVENT: &str = r#"{
  "id": "evt_123",
  "object": "event",
  "account": "acct_123",
  "api_version": "2017-05-25",
  "created": 1533204620,
  "data": {
    "object": {
      "id": "cus_123",
      "object": "customer",
      "created": 123456789,
      "email": "test@stripe.com",
      "livemode": false,
      "metadata": {}
    }
  },
  "livemode": false,
  "pending_webhooks": 1,
  "request": {
    "id": "req_123",
    "idempotency_key": "idempotency-key-123"
  },
  "type": "customer.created"
}
"#;

const PUBLISHED: &[Published] = &[
    // The Standard Webhooks specification, in the tests of its libraries.
    Published {
        scheme: Scheme::StandardWebhooks,
        secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        url: None,
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        time: "1614265330",
        body: r#"{"test": 2432232314}"#,
        signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    // The same, in the tests of Svix's libraries.
    Published {
        scheme: Scheme::Svix,
        secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        url: None,
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        time: "1614265330",
        body: r#"{"test": 2432232314}"#,
        signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    // EventUtilityTest of stripe-dotnet.
    Published {
        scheme: Scheme::Stripe,
        secret: "webhook_secret",
        url: None,
        id: "",
        time: "1533204620",
        body: STRIPE_EVENT,
        signature: "t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7",
    },
    // GitHub's guide to validating deliveries.
    Published {
        scheme: Scheme::Github,
        secret: "It's a Secret to Everybody",
        url: None,
        id: "",
        time: "",
        body: "Hello, World!",
        signature: "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    },
    // oauth_test.go of bold-commerce/go-shopify.
    Published {
        scheme: Scheme::Shopify,
        secret: "hush",
        url: None,
        id: "",
        time: "",
        body: r#""""#,
        signature: "ZAZ6P4c14f6v798OCPYCodtdf9g8Z+GfthdfCgyhUYg=",
    },
    // Slack's guide to verifying requests.
    Published {
        scheme: Scheme::Slack,
        secret: "8f742231b10e8888abcd99yyyzzz85a5",
        url: None,
        id: "",
        time: "1531420618",
        body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&\
               channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&\
               response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F\
               96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
        signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    },
    // The tests of line-bot-sdk-nodejs.
    Published {
        scheme: Scheme::Line,
        secret: "test_secret",
        url: None,
        id: "",
        time: "",
        body: r#"{"hello":"world"}"#,
        signature: "t7Hn4ZDHqs6e+wdvI5TyQIvzie0DmMUmuXEBqyyE/tM=",
    },
    // ZoomWebhookValidatorTest of the library seguri/x-zm-signature. Its message is the one of Zoom's webhook-sample.
    Published {
        scheme: Scheme::Zoom,
        secret: "secret",
        url: None,
        id: "",
        time: "1697204592920",
        body: r#"{"foo": "bar"}"#,
        signature: "v0=4fbb75111d585a4c58bc193aba49b007ddd7170f9191b0286d9413c1a07a44e8",
    },
    // test_request_validator.py of twilio-python and validation.spec.js of twilio-node: a form,
    Published {
        scheme: Scheme::Twilio,
        secret: "12345",
        url: Some(URL),
        id: "",
        time: "",
        body: FORM,
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    },
    // … a form with one name several times,
    Published {
        scheme: Scheme::Twilio,
        secret: "12345",
        url: Some(URL),
        id: "",
        time: "",
        body: "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
        signature: "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
    },
    // … and JSON, whose digest is in the URL.
    Published {
        scheme: Scheme::Twilio,
        secret: "12345",
        url: Some(
            "https://mycompany.com/myapp.php?foo=1&bar=2&\
             bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620",
        ),
        id: "",
        time: "",
        body: r#"{"property": "value", "boolean": true}"#,
        signature: "a9nBmqA0ju/hNViExpshrM61xv4=",
    },
];

fn url(text: &str) -> PublicUrl {
    text.parse().expect("a URL")
}

impl Published {
    fn config(&self) -> Config {
        Config { tolerance: Tolerance::Unlimited, url: self.url.map(url), ..Config::new(self.scheme) }
    }

    fn secrets(&self) -> Secrets {
        Secrets::all([Secret::new(self.secret)], self.scheme.secret_encoding()).expect("a good secret")
    }

    /// Signs the body as the sender did.
    fn headers(&self) -> Vec<(String, String)> {
        let stamp = Stamp { id: self.id, timestamp: self.time };
        sign(&self.config(), &self.secrets(), self.body.as_bytes(), stamp).expect("signed").headers
    }

    fn holds(&self, config: &Config, headers: &[(String, String)], body: &[u8]) -> bool {
        let headers: Vec<_> = headers.iter().map(|(name, value)| Header::new(name, value.as_bytes())).collect();
        verify(config, &self.secrets(), &headers, body, 0).is_valid()
    }
}

#[test]
fn every_scheme_makes_the_signature_that_was_published() {
    for one in PUBLISHED {
        let headers = one.headers();
        assert_eq!(headers.last().expect("a signature").1, one.signature, "{} {}", one.scheme, one.body);
        assert!(one.holds(&one.config(), &headers, one.body.as_bytes()), "{}", one.scheme);
        let changed = [one.body.as_bytes(), b" "].concat();
        assert!(!one.holds(&one.config(), &headers, &changed), "{}: another body", one.scheme);
        if one.scheme.signs_time() {
            let later: Vec<_> =
                headers.iter().map(|(name, value)| (name.clone(), value.replace(one.time, "1700000000"))).collect();
            assert!(!one.holds(&one.config(), &later, one.body.as_bytes()), "{}: another time", one.scheme);
        }
    }
    for scheme in Scheme::ALL {
        let published = PUBLISHED.iter().any(|one| one.scheme == *scheme);
        assert!(published != OWN.contains(scheme), "{scheme} needs one published pair");
    }
}

#[test]
fn twilio_signs_the_url_with_the_port_or_without() {
    // From the same tests of twilio-python.
    let form = PUBLISHED.iter().find(|one| one.scheme == Scheme::Twilio).expect("a form");
    for (url, signature) in [
        ("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        ("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        ("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w="),
        ("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4="),
    ] {
        let config = Config { url: Some(self::url(url)), ..form.config() };
        let headers = [("x-twilio-signature".to_owned(), signature.to_owned())];
        assert!(form.holds(&config, &headers, FORM.as_bytes()), "{url}");
        let other = Config { url: Some(self::url(&url.replace("foo=1", "foo=2"))), ..form.config() };
        assert!(!form.holds(&other, &headers, FORM.as_bytes()), "{url}");
    }
}

#[test]
fn twilio_without_a_url_is_refused_and_another_body_is_named() {
    let json = PUBLISHED.last().expect("JSON");
    let headers = [Header::new("X-Twilio-Signature", json.signature.as_bytes())];
    let code = |config: &Config, body: &[u8]| {
        let verdict = verify(config, &json.secrets(), &headers, body, 0);
        verdict.reason().map(Reason::code)
    };
    assert_eq!(code(&json.config(), json.body.as_bytes()), None);
    assert_eq!(code(&json.config(), b"{}"), Some("body_digest_mismatch"));
    assert_eq!(code(&Config { url: None, ..json.config() }, json.body.as_bytes()), Some("missing_url"));
    // With SHA-256, as Twilio signs by a shared key.
    let config = Config { algorithm: Algorithm::Sha256, ..json.config() };
    let signed = sign(&config, &json.secrets(), json.body.as_bytes(), Stamp { id: "", timestamp: "" }).expect("signed");
    assert_eq!(STANDARD.decode(&signed.headers[0].1).expect("base64").len(), 32);
}
