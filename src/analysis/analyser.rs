//! tmp
use super::*;
pub struct Analyser;
impl Analyser {
    pub fn new() -> Self {
        Self
    }
    pub fn version(&self) -> &str {
        "tmp"
    }
    pub fn read(&self, _c: &Context<'_>, _r: &str) -> Reading {
        Reading::default()
    }
}
