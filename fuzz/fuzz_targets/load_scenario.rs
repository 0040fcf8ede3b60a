//! Any bytes as the files of a scenario folder: problems are named inside the file, nothing panics.
//! The first byte chooses the kind of the file; the shipped kinds stand in folders of their own.
#![no_main]

use huashu::scenario::{Source, load};
use libfuzzer_sys::fuzz_target;

const PATHS: [&str; 5] = ["fuzz.ron", "personas/fuzz.ron", "products/fuzz.ron", "scripts/fuzz.ron", "phrases/fuzz.ron"];

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, bytes)) = bytes.split_first() else { return };
    let path = PATHS[usize::from(*kind) % PATHS.len()];
    let loaded = load(&[Source { path: path.to_owned(), bytes: bytes.to_vec() }]);
    // A scenario alone refers to a persona, a product and a script that are not there.
    assert!(loaded.scenarios.is_empty());
    let lines = String::from_utf8_lossy(bytes).lines().count();
    for problem in &loaded.diagnostics {
        assert_eq!(problem.file, path);
        assert!(problem.line <= lines + 1, "{problem:?}");
    }
});
