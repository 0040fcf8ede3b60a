//! Small movements over time: breath, blinks, glances, speech, easing. Pure: seconds in, numbers out.

use std::f32::consts::TAU;

use super::expression::{Expression, Feelings};

/// Seconds of one breath, in and out.
const BREATH: f32 = 4.6;

/// Seconds that one blink takes.
const BLINK: f32 = 0.19;

/// One blink falls somewhere into each stretch of this many seconds.
const BLINK_EVERY: f32 = 3.4;

/// One glance at the incense falls into each stretch of this many seconds.
const GLANCE_EVERY: f32 = 5.2;

/// Seconds that a glance takes.
const GLANCE: f32 = 1.3;

/// Patience below which the buyer glances at the incense.
pub const GLANCES_BELOW: f32 = 0.35;

/// Time constant of feelings in seconds: 95 % of a change is done after half a second.
const FEELING: f32 = 0.165;

/// A number from 0 to 1 that looks random and is the same for the same `n`.
pub fn scatter(n: u32) -> f32 {
    let mut x = n.wrapping_mul(0x9E37_79B9) ^ 0x85EB_CA6B;
    x = (x ^ (x >> 16)).wrapping_mul(0x7FEB_352D);
    x = (x ^ (x >> 15)).wrapping_mul(0x846C_A68B);
    ((x ^ (x >> 16)) >> 8) as f32 / (1u32 << 24) as f32
}

/// −1 breathed out … 1 breathed in.
pub fn breath(seconds: f32) -> f32 {
    (seconds * TAU / BREATH).sin()
}

/// Where in its stretch a passing event is, 0–1, if it is on. It starts at a scattered moment of each stretch.
fn passing(seconds: f32, every: f32, length: f32, salt: u32) -> Option<f32> {
    let stretch = (seconds / every).floor();
    let start = scatter((stretch as i64 as u32).wrapping_add(salt)) * (every - length);
    let since = seconds - stretch * every - start;
    (0.0..length).contains(&since).then(|| since / length)
}

/// How far the lids are shut by blinking, 0–1.
pub fn blink(seconds: f32) -> f32 {
    // Shutting is quicker than opening.
    passing(seconds, BLINK_EVERY, BLINK, 17).map_or(0.0, |t| if t < 0.35 { t / 0.35 } else { (1.0 - t) / 0.65 })
}

/// How far the eyes have gone to the incense, 0–1.
pub fn glance(seconds: f32, patience: f32) -> f32 {
    if patience >= GLANCES_BELOW {
        return 0.0;
    }
    passing(seconds, GLANCE_EVERY, GLANCE, 91).map_or(0.0, |t| {
        let (rise, fall) = ((t / 0.18).min(1.0), ((1.0 - t) / 0.18).min(1.0));
        rise * fall
    })
}

/// How far the mouth is open in speech, 0–1: syllables of uneven strength, about four a second.
pub fn speech(seconds: f32) -> f32 {
    let beat = seconds * 4.2;
    let strength = 0.35 + 0.65 * scatter(beat.floor() as i64 as u32 ^ 0x5A5A);
    (beat.fract() * TAU / 2.0).sin() * strength
}

/// Adds what passes within seconds to a face at rest: blinks, glances at the incense, speech.
pub fn enliven(face: &mut Expression, feelings: &Feelings, seconds: f32) {
    let glance = glance(seconds, feelings.patience) * (1.0 - feelings.turned) * (1.0 - feelings.glad);
    face.gaze.0 += (-0.9 - face.gaze.0) * glance;
    face.gaze.1 += (0.85 - face.gaze.1) * glance;
    face.yaw -= 0.22 * glance;
    face.lids *= (1.0 - 0.12 * glance) * (1.0 - blink(seconds));
    let spoken = speech(seconds) * feelings.talking;
    face.jaw = face.jaw.max(0.6 * spoken + 0.3 * face.jaw);
    face.mouth_width *= 1.0 - 0.1 * spoken;
}

/// A value on its way to another after `dt` seconds; there at once when it is as good as there.
pub fn ease(from: f32, to: f32, dt: f32) -> f32 {
    let next = to + (from - to) * (-dt.max(0.0) / FEELING).exp();
    if (next - to).abs() < 0.004 { to } else { next }
}

/// A value moving evenly to another at `speed` per second.
pub fn walk(from: f32, to: f32, speed: f32, dt: f32) -> f32 {
    let step = speed * dt.max(0.0);
    if (to - from).abs() <= step { to } else { from + step.copysign(to - from) }
}

/// Seconds until idle movement next looks different: breath has moved by two fifths of a pixel, or a blink or a
/// glance begins or is under way. `pixels` is how far a whole breath moves on the screen.
pub fn next_change(seconds: f32, patience: f32, pixels: f32) -> f32 {
    const FRAME: f32 = 1.0 / 12.0;
    const LONGEST: f32 = 0.6;
    let here = breath(seconds) * pixels / 2.0;
    let mut ahead = FRAME;
    while ahead < LONGEST {
        let then = seconds + ahead;
        let moved = (breath(then) * pixels / 2.0 - here).abs() >= 0.4;
        let lively = blink(then) > 0.0 || blink(seconds) > 0.0;
        let glancing = (glance(then, patience) - glance(seconds, patience)).abs() > 0.02;
        if moved || lively || glancing {
            break;
        }
        ahead += FRAME / 2.0;
    }
    ahead
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(seconds: f32) -> impl Iterator<Item = f32> {
        (0..(seconds * 100.0) as i32).map(|i| i as f32 / 100.0)
    }

    #[test]
    fn blinks_come_irregularly_and_the_same_every_time() {
        let starts: Vec<f32> = ticks(60.0).filter(|t| blink(*t) > 0.0 && blink(t - 0.01) == 0.0).collect();
        assert!((15..=20).contains(&starts.len()), "{starts:?}");
        let gaps: Vec<f32> = starts.windows(2).map(|w| w[1] - w[0]).collect();
        let (least, most) = gaps.iter().fold((f32::MAX, 0f32), |(a, b), g| (a.min(*g), b.max(*g)));
        assert!(most - least > 1.5, "{gaps:?}");
        assert!(ticks(60.0).all(|t| blink(t) == blink(t) && (0.0..=1.0).contains(&blink(t))));
    }

    #[test]
    fn glances_only_when_patience_is_low() {
        assert!(ticks(30.0).all(|t| glance(t, 0.35) == 0.0));
        assert!(ticks(30.0).any(|t| glance(t, 0.34) == 1.0));
        assert!(ticks(30.0).any(|t| glance(t, 0.1) == 0.0));
    }

    #[test]
    fn feelings_arrive_within_four_to_six_tenths_of_a_second() {
        let mut value = -1.0;
        let mut taken = 0.0;
        while value < 0.9 {
            value = ease(value, 1.0, 0.02);
            taken += 0.02;
        }
        assert!((0.4..=0.6).contains(&taken), "{taken}");
        for dt in [0.0, 0.1, 1.0, 100.0] {
            assert!((-1.0..=1.0).contains(&ease(-1.0, 1.0, dt)));
        }
        assert_eq!(ease(0.5, 0.5, 0.1), 0.5);
    }

    #[test]
    fn idle_movement_asks_for_twelve_frames_a_second_at_most() {
        for t in ticks(20.0) {
            let wait = next_change(t, 0.2, 3.0);
            assert!((1.0 / 12.1..=0.7).contains(&wait), "{t}: {wait}");
        }
        let frames = |pixels| {
            let (mut t, mut n) = (0.0, 0);
            while t < 60.0 {
                t += next_change(t, 1.0, pixels);
                n += 1;
            }
            n
        };
        assert!(frames(1.2) < 60 * 7, "{}", frames(1.2));
    }
}
