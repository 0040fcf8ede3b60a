//! Has the package built again when a file appears in a folder that is embedded whole.

fn main() {
    for folder in ["assets/locales", "scenarios"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
