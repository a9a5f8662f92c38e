//! The text that a dataset was read from, which it keeps: most of what it says is said by ranges of it.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// A text that several may hold, and none copies.
#[derive(Clone, Debug)]
pub struct DatasetText(Arc<Cow<'static, str>>);

impl Deref for DatasetText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for DatasetText {
    fn from(text: &'static str) -> Self {
        Self(Arc::new(Cow::Borrowed(text)))
    }
}

impl From<String> for DatasetText {
    fn from(text: String) -> Self {
        Self(Arc::new(Cow::Owned(text)))
    }
}
