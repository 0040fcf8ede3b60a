//! Any bytes as a saved session: it loads up to the damage, or says why not; what was loaded is written back as it was read.
#![no_main]

use huashu::session::Transcript;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((transcript, _)) = Transcript::from_bytes(bytes) {
        let written = transcript.to_bytes();
        assert_eq!(Transcript::from_bytes(&written), Ok((transcript.clone(), None)));
        transcript.replay();
    }
});
