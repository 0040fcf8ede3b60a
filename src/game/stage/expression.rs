//! What a feeling looks like: from mood, patience and occasion to the parts of a face. Pure.

/// What the buyer feels and does, each eased towards what the game says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Feelings {
    /// −1 furious … 1 delighted.
    pub mood: f32,
    /// 0 none left … 1 all the time in the world.
    pub patience: f32,
    /// 0 indifferent … 1 leans in.
    pub interest: f32,
    /// 0 … 1 after a yes.
    pub glad: f32,
    /// 0 silent … 1 speaks.
    pub talking: f32,
    /// 0 … 1 looks down to type.
    pub typing: f32,
    /// 0 faces us … 1 turned away.
    pub turned: f32,
}

/// How the parts of the face stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expression {
    /// −1 drawn down … 1 raised high.
    pub brow_height: f32,
    /// −1 inner ends down (anger) … 1 inner ends up (worry).
    pub brow_slant: f32,
    /// How open the eyes are: 0 shut, 1 as usual, up to 1.25.
    pub lids: f32,
    /// How far the cheeks push the lower lids up in a smile, 0–1.
    pub squint: f32,
    /// Where the pupils look, −1…1 each; x to the right of the picture, y downwards.
    pub gaze: (f32, f32),
    /// −1 frown … 1 smile.
    pub mouth: f32,
    /// 0 closed … 1 wide open.
    pub jaw: f32,
    /// Width of the mouth, as a factor around 1.
    pub mouth_width: f32,
    /// 0–1 each.
    pub blush: f32,
    pub sweat: f32,
    pub vein: f32,
    /// −1 turned to the left of the picture … 1 to the right.
    pub yaw: f32,
    /// Degrees, clockwise on the screen.
    pub tilt: f32,
    /// 0 upright … 1 leans towards us.
    pub lean: f32,
}

/// 0 up to `from`, 1 from `to` on (or the other way round), smooth between.
pub fn smooth(from: f32, to: f32, x: f32) -> f32 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// The face of somebody who feels so, at rest: without blinking, glancing and the movement of speech.
pub fn expression(feelings: &Feelings) -> Expression {
    let mood = feelings.mood.clamp(-1.0, 1.0);
    let glad = feelings.glad.clamp(0.0, 1.0);
    let (good, bad) = (smooth(0.0, 1.0, mood), smooth(0.0, -1.0, mood));
    let furious = smooth(-0.55, -0.95, mood) * (1.0 - glad);
    let pressed = smooth(0.4, 0.05, feelings.patience) * (1.0 - glad);
    let interest = feelings.interest.clamp(0.0, 1.0);
    let turned = feelings.turned.clamp(0.0, 1.0);
    let typing = feelings.typing.clamp(0.0, 1.0) * (1.0 - turned);
    let smile = (0.1 + mood * 0.85 + glad * 0.9 - pressed * 0.25).clamp(-1.0, 1.0);
    // A little displeasure looks worried, a lot looks angry: the inner ends of the brows first rise, then sink.
    let worry = smooth(0.05, -0.4, mood) * smooth(-1.0, -0.4, mood);
    Expression {
        brow_height: (0.35 * interest + 0.45 * good + 0.5 * glad - 0.75 * furious - 0.15 * bad).clamp(-1.0, 1.0),
        brow_slant: ((0.55 * worry + 0.3 * pressed - 1.2 * furious) * (1.0 - glad)).clamp(-1.0, 1.0),
        lids: ((1.0 + 0.15 * interest - 0.22 * bad - 0.12 * pressed) * (1.0 - 0.38 * typing) * (1.0 - 0.35 * turned)
            - 0.3 * glad)
            .clamp(0.0, 1.25),
        squint: (0.75 * glad + 0.4 * good + 0.25 * furious).clamp(0.0, 1.0),
        gaze: (-0.75 * turned, (0.95 * typing + 0.2 * turned).clamp(-1.0, 1.0)),
        mouth: smile,
        jaw: (0.55 * glad + 0.16 * good * good).clamp(0.0, 1.0),
        mouth_width: 1.0 + 0.22 * smile.max(0.0) - 0.08 * pressed,
        blush: (0.3 + 0.45 * good + 0.4 * glad + 0.2 * furious).clamp(0.0, 1.0),
        sweat: smooth(0.3, 0.08, feelings.patience) * (1.0 - glad),
        vein: smooth(-0.7, -0.95, mood) * (1.0 - glad),
        yaw: -turned,
        tilt: 2.0 * interest + 2.2 * glad + 1.5 * typing - 3.0 * turned - 1.5 * pressed,
        lean: (interest * (1.0 - 0.6 * turned) + 0.25 * glad - 0.2 * bad).clamp(0.0, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm() -> Feelings {
        Feelings { patience: 1.0, ..Feelings::default() }
    }

    fn with_mood(mood: f32) -> Expression {
        expression(&Feelings { mood, ..calm() })
    }

    #[test]
    fn faces_of_moods() {
        // mood, (smile, brows up, brow slant, vein), each as the sign that a reader of faces would expect
        for (mood, smile, slant, vein) in [
            (1.0, 1, 0, false),
            (0.5, 1, 0, false),
            (0.0, 0, 0, false),
            (-0.35, -1, 1, false),
            (-0.6, -1, 1, false),
            (-1.0, -1, -1, true),
        ] {
            let face = with_mood(mood);
            let sign = |x: f32| if x.abs() < 0.12 { 0 } else { x.signum() as i32 };
            assert_eq!(
                (sign(face.mouth), sign(face.brow_slant), face.vein > 0.05),
                (smile, slant, vein),
                "mood {mood}: {face:?}"
            );
        }
    }

    #[test]
    fn a_better_mood_never_smiles_less_and_a_worse_patience_never_sweats_less() {
        let steps = |n: i32| (0..=n).map(move |i| i as f32 / n as f32);
        for (a, b) in steps(200).zip(steps(200).skip(1)) {
            let (low, high) = (with_mood(a * 2.0 - 1.0), with_mood(b * 2.0 - 1.0));
            assert!(low.mouth <= high.mouth && low.vein >= high.vein && low.squint <= high.squint + 0.01);
            let patient = |patience| expression(&Feelings { patience, ..calm() });
            assert!(patient(a).sweat >= patient(b).sweat && patient(a).mouth <= patient(b).mouth);
            let keen = |interest| expression(&Feelings { interest, ..calm() });
            assert!(keen(a).lean <= keen(b).lean && keen(a).lids <= keen(b).lids);
        }
    }

    #[test]
    fn nothing_jumps() {
        let parts = |e: &Expression| {
            [e.brow_height, e.brow_slant, e.lids, e.squint, e.gaze.0, e.gaze.1, e.mouth, e.jaw, e.mouth_width, e.blush]
                .into_iter()
                .chain([e.sweat, e.vein, e.yaw, e.tilt / 10.0, e.lean])
                .collect::<Vec<_>>()
        };
        type Way = fn(f32) -> Feelings;
        let ways: [(&str, Way); 6] = [
            ("mood", |t| Feelings { mood: t * 2.0 - 1.0, patience: 0.5, ..Feelings::default() }),
            ("patience", |t| Feelings { patience: t, ..Feelings::default() }),
            ("glad", |t| Feelings { glad: t, mood: -0.8, ..Feelings::default() }),
            ("interest", |t| Feelings { interest: t, patience: 1.0, ..Feelings::default() }),
            ("typing", |t| Feelings { typing: t, patience: 1.0, ..Feelings::default() }),
            ("turned", |t| Feelings { turned: t, patience: 0.1, ..Feelings::default() }),
        ];
        for (name, way) in ways {
            for i in 0..500 {
                let (a, b) = (expression(&way(i as f32 / 500.0)), expression(&way((i + 1) as f32 / 500.0)));
                for (x, y) in parts(&a).into_iter().zip(parts(&b)) {
                    assert!((x - y).abs() < 0.03, "{name} jumps at {i}: {x} → {y}");
                }
            }
        }
    }

    #[test]
    fn a_yes_wipes_the_sweat_and_the_anger_away() {
        let face = expression(&Feelings { mood: -0.9, patience: 0.0, glad: 1.0, ..Feelings::default() });
        assert_eq!((face.sweat, face.vein), (0.0, 0.0));
        assert!(face.mouth > 0.0 && face.brow_slant.abs() < 0.05, "{face:?}");
    }

    #[test]
    fn values_outside_their_ranges_do_no_harm() {
        let face = expression(&Feelings {
            mood: -9.0,
            patience: 7.0,
            interest: 5.0,
            glad: -3.0,
            talking: 4.0,
            typing: 9.0,
            turned: 8.0,
        });
        assert_eq!(face.mouth, -0.75);
        assert!((0.0..=1.25).contains(&face.lids) && (0.0..=1.0).contains(&face.lean));
    }
}
