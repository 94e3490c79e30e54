//! Enums whose values have names that people type.

use std::str::FromStr;

use crate::exit::Exit;
use crate::failure::Classify;

/// A name that is not on a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{given}`; known: {}", known.join(", "))]
pub struct UnknownName {
    pub(super) what: &'static str,
    pub(super) given: String,
    pub(super) known: Vec<&'static str>,
}

impl UnknownName {
    /// Returns the known names, the closest first.
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

impl Classify for UnknownName {
    fn exit(&self) -> Exit {
        Exit::Usage
    }

    fn hint(&self) -> Option<String> {
        self.known.first().map(|closest| format!("did you mean `{closest}`?"))
    }
}

/// An enum whose values have names: for help, completions and errors that list them.
pub trait Named: Copy + FromStr<Err = UnknownName> + Send + Sync + 'static {
    /// Every value.
    const VALUES: &'static [Self];

    /// Returns the name that people type.
    fn name(self) -> &'static str;
}

/// Declares an enum with names.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident as $what:literal { $($(#[$value_doc:meta])* $value:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $type { $($(#[$value_doc])* $value,)+ }

        impl $type {
            /// Every value.
            pub const ALL: &[Self] = &[$(Self::$value,)+];

            /// Returns the name that people type.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$value => $name,)+ }
            }
        }

        impl $crate::scheme::Named for $type {
            const VALUES: &'static [Self] = Self::ALL;

            fn name(self) -> &'static str {
                self.name()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::scheme::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                use $crate::text;
                Self::ALL.iter().copied().find(|value| value.name().eq_ignore_ascii_case(name)).ok_or_else(|| {
                    let mut known: Vec<_> = Self::ALL.iter().map(|value| value.name()).collect();
                    $crate::suggest::sort(name, &mut known);
                    $crate::scheme::UnknownName { what: $what, given: text::shown(name.as_bytes()), known }
                })
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(super) use named;
