//! Files on disk: the library of scenarios, saved sessions, careful writing.

pub mod files;
mod library;
mod saves;

pub use files::StoreError;
pub use library::Library;
pub use saves::{Save, Saves};
