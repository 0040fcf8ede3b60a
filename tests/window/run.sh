#!/usr/bin/env bash
# Plays the game in a real window. See README.md beside this file.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
huashu=$(realpath "${1:?usage: tests/window/run.sh HUASHU}")
scenario=tea_impatient
replies_file=$here/$scenario.replies
shots=${CI_ARTIFACTS:-$PWD/.artifacts}/window
seed=${HUASHU_SEED:-7}

# shellcheck source=tests/window/desktop.sh
source "$here/desktop.sh"
answered='(buyer turn=\d+ waiting|debrief scenario=)'
rm -rf "$shots"
mkdir -p "$shots"
work=$(mktemp -d)
trap 'status=$?; stop_desktop; rm -rf "$work"; exit $status' EXIT

mapfile -t replies < <(sed '/^# again/,$d' "$replies_file" | grep -v '^#')
again=$(sed '1,/^# again/d' "$replies_file" | head -1)

start_desktop
use_software_vulkan
export HUASHU_DATA=$work/data HUASHU_SEED=$seed HUASHU_LANG=zh-CN NO_COLOR=1
mkdir -p "$HUASHU_DATA"

log=$shots/game.log
start_game "$huashu" --window

echo "- home"
await 'screen=home' 60
await 'focus=' 10
settle
shot 1-home
for _ in $(seq 60); do
    [[ $(logged 'focus=\K\S+' | tail -1) == "$scenario" ]] && break
    seen=$(logged 'focus=' | wc -l)
    key Right
    await_count 'focus=' $((seen + 1)) 5
done
[[ $(logged 'focus=\K\S+' | tail -1) == "$scenario" ]] || fail "no card of $scenario could be focused by keyboard"
key Return

echo "- briefing"
await "screen=briefing.*scenario=$scenario" 10
settle
shot 2-briefing
key Return

echo "- talk"
await 'screen=talk' 10
settle
shot 3-talk-opened
turn=0
for reply in "${replies[@]}"; do
    await_either "buyer turn=$turn waiting" 'debrief scenario=' 40
    [[ -n $(logged 'debrief scenario=') ]] && break
    case $turn in
        0) compose_by_input_method "$reply" ;;
        *) compose_by_clipboard "$reply" ;;
    esac
    settle
    shot "3-talk-$turn"
    if ((turn == 1)); then click_vermilion 640x800+640+600; else key Return; fi
    await "reply turn=$turn\b" 10
    turn=$((turn + 1))
done

echo "- debrief after $turn replies"
await 'debrief scenario=' 40
await 'screen=debrief' 10
settle
shot 4-debrief
line=$(logged '.*debrief scenario=.*' | tail -1)
shown=$(field overall "$line")
outcome=$(field outcome "$line")
transcript=$(field transcript "$line")
[[ $outcome == deal ]] || fail "outcome=$outcome where a deal was to be reached: $line"
[[ -f $transcript ]] || fail "no transcript at '$transcript'"
cp "$transcript" "$shots/"
"$huashu" score "$transcript" --json > "$shots/score.json"
scored=$(jq .overall "$shots/score.json")
[[ $scored == "$shown" ]] || fail "the debrief shows $shown, huashu score says $scored"
[[ $(jq -r .outcome "$shots/score.json") == deal ]] || fail "huashu score names another outcome"
for i in $(seq 0 $((turn - 1))); do
    want=${replies[i]//\\n/$'\n'}
    got=$(jq -r --argjson i "$i" '.turns[$i].reply' "$shots/score.json")
    [[ $got == "$want" ]] || fail "reply $i arrived as '$got', not as '$want'"
done
echo "  outcome=$outcome overall=$shown, the same as huashu score"

echo "- back to the costliest turn"
talks=$(logged 'screen=talk' | wc -l)
answers=$(logged "$answered" | wc -l)
click_vermilion 900x700+360+90 scrolling
await_count 'screen=talk' $((talks + 1)) 10
await_count "$answered" $((answers + 1)) 40
settle
shot 5-rewound
taken=$(logged 'reply turn=' | wc -l)
answers=$(logged "$answered" | wc -l)
compose_by_clipboard "$again"
key Return
await_count 'reply turn=' $((taken + 1)) 15
await_count "$answered" $((answers + 1)) 40
settle
shot 6-another-reply

echo "- close"
close_game
[[ -f $transcript ]] || fail "the saved session is gone after closing the window"
"$huashu" score "$transcript" --json | jq -e ".overall == $shown" > "$work/same" || fail "the saved session changed"
if grep -n 'panicked at' "$log"; then fail "the game panicked"; fi

echo "- no display"
printf '%s\n' "${replies[@]//\\n/ }" > "$work/lines"
plays_in_terminal no-display env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET
insists no-display env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET
echo "- no Vulkan driver"
plays_in_terminal no-driver env VK_DRIVER_FILES=/nonexistent.json VK_ICD_FILENAMES=/nonexistent.json
insists no-driver env VK_DRIVER_FILES=/nonexistent.json VK_ICD_FILENAMES=/nonexistent.json

echo "window test: passed (screenshots in $shots)"
