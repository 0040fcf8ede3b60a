//! Bytes → text, or what encoding it is instead.

use super::{LARGEST_FILE, Source};
use crate::diagnostic::Diagnostic;
use crate::scenario::source::LineIndex;

/// The text without a byte-order mark.
pub fn decode(source: &Source) -> Result<&str, Box<Diagnostic>> {
    let (path, bytes) = (source.path.as_str(), source.bytes.as_slice());
    if bytes.len() > LARGEST_FILE {
        return Err(Box::new(too_large(path, bytes.len() as u64)));
    }
    if looks_like_utf16(bytes) {
        return Err(Box::new(Diagnostic::error(path, "wrong-encoding").with("encoding", "UTF-16").at(1, 1, 1)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => Err(Box::new(refused(path, bytes, error))),
    }
}

/// What is said of a file of this many bytes.
pub fn too_large(path: &str, bytes: u64) -> Diagnostic {
    let mebibytes = i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX);
    Diagnostic::error(path, "too-large").with("size", mebibytes).with("most", (LARGEST_FILE / (1024 * 1024)) as i64)
}

fn refused(path: &str, bytes: &[u8], error: std::str::Utf8Error) -> Diagnostic {
    let (sound, rest) = bytes.split_at(error.valid_up_to());
    let sound = std::str::from_utf8(sound).unwrap_or_default();
    let place = LineIndex::new(sound).place(&(sound.len()..sound.len()));
    let problem = match (error.error_len(), gbk_share(bytes)) {
        // A char begun at the very end: the file was cut there.
        (None, _) => Diagnostic::error(path, "cut-off-char"),
        (Some(_), share) if share >= 98 => Diagnostic::error(path, "wrong-encoding").with("encoding", "GBK / GB18030"),
        (Some(_), _) => {
            Diagnostic::error(path, "not-text").with("byte", format!("0x{:02X}", rest.first().unwrap_or(&0)))
        }
    };
    problem.at(place.line, place.column, 1)
}

/// A byte-order mark of UTF-16, or text of which every second byte is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (fewer, more) = (zeros(0).min(zeros(1)), zeros(0).max(zeros(1)));
    more >= 2 && more * 5 >= head.len() && fewer * 2 <= more
}

/// Of the chars beyond ASCII, the share (in per cent) that is sound GBK: two bytes, or four in GB18030.
fn gbk_share(bytes: &[u8]) -> usize {
    let (mut at, mut sound, mut all) = (0, 0_usize, 0_usize);
    while let Some(&lead) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let length = match (lead, next) {
            (0..=0x7F, _) => {
                at += 1;
                continue;
            }
            (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => 2,
            (0x81..=0xFE, b'0'..=b'9') => 4,
            _ => 0,
        };
        all += 1;
        sound += usize::from(length > 0);
        at += length.max(1);
    }
    (sound * 100).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_which_encoding_it_looks_like() {
        let utf16: Vec<u8> = "(schema: 1, 名)".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(&utf16);
        // "(\n名: 急性" in GBK.
        let gbk = b"(\n\xC3\xFB: \xBC\xB1\xD0\xD4)".to_vec();
        let cut = "(茶".as_bytes()[..3].to_vec();
        for (bytes, code, line, column) in [
            (utf16, "wrong-encoding", 1, 1),
            (marked, "wrong-encoding", 1, 1),
            (gbk, "wrong-encoding", 2, 1),
            (cut, "cut-off-char", 1, 2),
            (b"(a\xFF\x00\x80".to_vec(), "not-text", 1, 3),
            (vec![b'('; LARGEST_FILE + 1], "too-large", 0, 0),
        ] {
            let source = Source { path: "a.ron".into(), bytes };
            let found = decode(&source).map_err(|d| (d.code, d.line, d.column));
            assert_eq!(found, Err((code.to_owned(), line, column)));
        }
        let source = Source { path: "a.ron".into(), bytes: b"\xEF\xBB\xBF(x: 1)".to_vec() };
        assert_eq!(decode(&source), Ok("(x: 1)"));
    }
}
