//! `POST /api/eam/documents`: uploads a file and its name, as a form.

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use serde_json::json;

use super::target::{Target, source};
use super::write::{WriteResponse, add};
use crate::sandbox::auth::ConnectionAuth;
use crate::sandbox::entities::write::Accepted;
use crate::sandbox::error::Error;
use crate::sandbox::state::App;

/// A parsed form. The bytes of the file are counted and dropped: a sandbox stores no files.
#[derive(Debug, Default)]
struct Form {
    name: Option<String>,
    file: Option<File>,
}

#[derive(Debug)]
struct File {
    name: Option<String>,
    kind: Option<String>,
    size: usize,
}

pub(super) async fn create(
    target: Target,
    State(app): State<App>,
    auth: ConnectionAuth,
    form: Result<Multipart, MultipartRejection>,
) -> Result<WriteResponse, Error> {
    let source = source(&auth, &target)?;
    let form = form.map_err(|_| Error::invalid("the body is not a form (multipart/form-data with a boundary)"))?;
    let form = read(form).await?;
    let name = form.name.filter(|name| !name.trim().is_empty());
    let missing = [("file", form.file.is_none()), ("name", name.is_none())];
    let missing: Vec<_> = missing.into_iter().filter(|(_, missing)| *missing).collect();
    let (Some(name), Some(file)) = (name, form.file) else {
        return Err(Error::fields(missing.into_iter().map(|(field, _)| (field, "is required".to_owned()))));
    };
    let kind = file.kind.unwrap_or_else(|| "application/octet-stream".into());
    let mut accepted = Accepted::default();
    accepted.fields.insert("name".into(), name.into());
    accepted.fields.insert("type".into(), file.name.as_deref().map_or("file", ending).into());
    accepted.fields.insert("contentType".into(), kind.into());
    accepted.fields.insert("description".into(), format!("{} bytes", file.size).into());
    accepted.fields.insert("entityKeys".into(), json!([]));
    add(target, &app, &auth, source, (accepted, None))
}

async fn read(mut form: Multipart) -> Result<Form, Error> {
    let broken = |_| Error::invalid("the form is damaged, too large or was cut off");
    let mut found = Form::default();
    while let Some(mut part) = form.next_field().await.map_err(broken)? {
        match part.name() {
            Some("name") => {
                let text = part.text().await.map_err(broken)?;
                found.name = Some(text);
            }
            Some("file") => {
                let mut file = File {
                    name: part.file_name().map(str::to_owned),
                    kind: part.content_type().map(str::to_owned),
                    size: 0,
                };
                while let Some(chunk) = part.chunk().await.map_err(broken)? {
                    file.size += chunk.len();
                }
                found.file = Some(file);
            }
            _ => {}
        }
    }
    Ok(found)
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("file", |(_, ending)| ending)
}
