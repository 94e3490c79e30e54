//! Reads our own pages as a browser would: forms with what is in them, links, text.

/// A form with what it would send, and its buttons.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: Option<String>,
    pub fields: Vec<(String, String)>,
    pub buttons: Vec<Button>,
}

/// A button: what it sends and what is written on it.
#[derive(Clone, Debug)]
pub struct Button {
    pub sends: Option<(String, String)>,
    pub text: String,
}

impl Form {
    /// Reads every form of a page.
    pub fn all(html: &str) -> Vec<Self> {
        let bodies = html.split("<form").skip(1).map(|part| part.split("</form>").next().unwrap_or_default());
        bodies.map(Self::read).collect()
    }

    fn read(form: &str) -> Self {
        let (head, body) = form.split_once('>').expect("a whole tag");
        let mut fields = Vec::new();
        for tag in tags(body, "input") {
            let chosen = attribute(tag, "type").as_deref() != Some("radio") || tag.contains(" checked");
            if let Some(name) = attribute(tag, "name").filter(|_| chosen) {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
        }
        let buttons = body.split("<button").skip(1).map(|part| {
            let (tag, rest) = part.split_once('>').expect("a whole tag");
            let sends = attribute(tag, "name").map(|name| (name, attribute(tag, "value").unwrap_or_default()));
            Button { sends, text: text(rest.split("</button>").next().unwrap_or_default()) }
        });
        Self { action: attribute(head, "action"), fields, buttons: buttons.collect() }
    }

    /// Fills in a field, or adds it.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The body that the button with this text sends.
    pub fn body(&self, button: &str) -> String {
        let pressed = self.buttons.iter().find(|known| known.text.contains(button));
        let pressed = pressed.unwrap_or_else(|| panic!("no button `{button}` in {self:?}"));
        let pairs = self.fields.iter().chain(&pressed.sends);
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }
}

fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    html.split(&format!("<{name} "))
        .skip(1)
        .map(|part| part.split('>').next().unwrap_or_default())
        .collect::<Vec<_>>()
        .into_iter()
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[at..].split('"').next().map(unescape)
}

/// The text of a piece of a page.
pub fn text(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    unescape(&words)
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}
