# Functions of the window test: a desktop to play on, keys and clicks, waiting for what the game logs.
# Sourced by run.sh, which sets: huashu, work, shots, log. Sets: game (process id), window, pids.
# shellcheck shell=bash disable=SC2154
pids=()
game=
window=

fail() {
    echo "window test FAILED: $*" >&2
    if [[ -n ${DISPLAY:-} ]]; then import -window root "$shots/failed.png" 2> /dev/null || true; fi
    if [[ -f ${log:-} ]]; then
        echo "last lines of $log:" >&2
        tail -25 "$log" >&2
    fi
    exit 1
}

start_desktop() {
    export XDG_RUNTIME_DIR=$work/runtime HOME=$work/home
    mkdir -p "$HOME"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    unset WAYLAND_DISPLAY XAUTHORITY
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$work/display" 2> "$shots/xvfb.log" &
    pids+=($!)
    for _ in $(seq 100); do
        [[ -s $work/display ]] && break
        sleep 0.1
    done
    [[ -s $work/display ]] || fail "Xvfb did not start: $(cat "$shots/xvfb.log")"
    DISPLAY=:$(< "$work/display")
    export DISPLAY
    # A window manager without borders: the window fills the screen, and Alt+F4 closes it.
    mkdir -p "$HOME/.config/openbox"
    cat > "$HOME/.config/openbox/rc.xml" << 'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>
XML
    openbox --sm-disable > "$shots/openbox.log" 2>&1 &
    pids+=($!)
    start_input_method
}

start_input_method() {
    export XMODIFIERS=@im=fcitx
    mkdir -p "$HOME/.config/fcitx5"
    cat > "$HOME/.config/fcitx5/profile" << 'INI'
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
INI
    eval "$(dbus-launch --sh-syntax)"
    pids+=("$DBUS_SESSION_BUS_PID")
    # It now and then comes up without its XIM server when the X server is busy: three tries.
    for _ in 1 2 3; do
        fcitx5 -r > "$shots/fcitx5.log" 2>&1 &
        pids+=($!)
        for _ in $(seq 100); do
            # The game asks for an input method once, when its window opens: everything must be there by then.
            xprop -root XIM_SERVERS | grep -q fcitx && grep -q 'Loaded addon pinyin$' "$shots/fcitx5.log" && return
            sleep 0.1
        done
        kill "${pids[-1]}" 2> /dev/null || true
        sleep 1
    done
    fail "fcitx5 did not start"
}

stop_desktop() {
    if [[ -n $game ]]; then kill "$game" 2> /dev/null || true; fi
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2> /dev/null || true; done
    # They write to $work until they have ended.
    wait 2> /dev/null || true
}

use_software_vulkan() {
    local driver
    driver=$(find /usr/share/vulkan/icd.d /etc/vulkan/icd.d -name 'lvp_icd*.json' 2> /dev/null | head -1)
    [[ -n $driver ]] || return 0
    export VK_DRIVER_FILES=$driver VK_ICD_FILENAMES=$driver
}

start_game() { # COMMAND…
    "$@" > "$shots/game.out" 2> "$log" < /dev/null &
    game=$!
    for _ in $(seq 600); do
        kill -0 "$game" 2> /dev/null || fail "the game ended before its window came up"
        window=$(xdotool getactivewindow 2> /dev/null || true)
        [[ -n $window ]] && break
        sleep 0.1
    done
    [[ -n $window ]] || fail "no window within a minute"
    xdotool windowfocus "$window"
}

close_game() {
    key alt+F4
    for _ in $(seq 150); do
        if ! kill -0 "$game" 2> /dev/null; then
            wait "$game" || fail "the game ended with exit code $?"
            game=
            return
        fi
        sleep 0.1
    done
    fail "the game does not close within 15 s"
}

# Everything in the log that matches, one a line.
logged() { grep -oP -- "$1" "$log" || true; }

field() { grep -oP -- "\b$1=\K\S+" <<< "$2" || true; }

await_count() { # PATTERN COUNT SECONDS
    for _ in $(seq $(($3 * 10))); do
        (($(logged "$1" | wc -l) >= $2)) && return
        kill -0 "$game" 2> /dev/null || fail "the game ended while waiting for '$1'"
        sleep 0.1
    done
    fail "'$1' was not logged $2 times within $3 s"
}

await() { await_count "$1" 1 "$2"; }

await_either() { await_count "($1|$2)" 1 "$3"; }

# The frame that shows what was logged comes after it; animations take up to 600 ms.
settle() { sleep 1; }

key() { xdotool key --window 0 --clearmodifiers "$@"; }

shot() { import -window root "$shots/$1.png"; }

paste() { # TEXT
    printf '%s' "$1" | xclip -selection clipboard -in > /dev/null 2>&1
    key ctrl+v
    sleep 0.8
}

compose_by_clipboard() { # REPLY, with \n for Shift+Enter
    local rest=$1
    while [[ $rest == *'\n'* ]]; do
        paste "${rest%%'\n'*}"
        key shift+Return
        rest=${rest#*'\n'}
    done
    paste "$rest"
}

compose_by_input_method() { # REPLY, which starts with 您好
    [[ $1 == 您好* ]] || fail "the first reply must start with 您好"
    fcitx5-remote -o
    sleep 0.5
    xdotool type --delay 120 ninhao
    sleep 1.5
    shot 3-talk-candidates
    key space
    sleep 0.5
    fcitx5-remote -c
    compose_by_clipboard "${1#您好}"
}

# Clicks the middle of the largest filled block of vermilion in AREA (WxH+X+Y), scrolling down for it if asked to.
click_vermilion() { # AREA [scrolling]
    local place
    for _ in $(seq 20); do
        xdotool mousemove 700 640
        sleep 0.8
        place=$(vermilion "$1")
        if [[ -n $place ]]; then
            # shellcheck disable=SC2086 # two numbers
            xdotool mousemove $place click 1
            return
        fi
        [[ ${2:-} == scrolling ]] || break
        xdotool click --repeat 3 5
        sleep 0.5
    done
    fail "no vermilion button in $1"
}

# Components are listed as `id: WxH+X+Y centre area colour`, largest first; a button is at least 48 × 24 and mostly filled.
vermilion() { # AREA
    import -window root -crop "$1" +repage png:- |
        convert png:- -fuzz 4% -fill black +opaque '#C2402C' -fill white +opaque black -depth 8 -colorspace Gray \
            -define connected-components:verbose=true -define connected-components:area-threshold=600 \
            -connected-components 4 null: |
        awk -v area="$1" '
            BEGIN { split(area, a, /[x+]/) }
            NR > 1 && ($5 ~ /255/ || $5 ~ /white/) {
                split($2, b, /[x+]/)
                if (b[1] >= 48 && b[2] >= 24 && b[1] <= 400 && b[2] <= 80 && $4 * 2 >= b[1] * b[2]) {
                    printf "%d %d\n", a[3] + b[3] + b[1] / 2, a[4] + b[4] + b[2] / 2
                    exit
                }
            }'
}

plays_in_terminal() { # NAME COMMAND-PREFIX…
    local name=$1
    shift
    "$@" "$huashu" < "$work/lines" > "$shots/$name.out" 2> "$shots/$name.err" || fail "$name: exit code $?: $(cat "$shots/$name.err")"
    [[ -s $shots/$name.err ]] || fail "$name: nothing on stderr"
    [[ -s $shots/$name.out ]] || fail "$name: nothing was played"
    if grep -n panicked "$shots/$name.err"; then fail "$name: panicked"; fi
    sed 's/^/  /' "$shots/$name.err"
}

insists() { # NAME COMMAND-PREFIX…
    local name=$1 status=0
    shift
    "$@" "$huashu" --window < /dev/null > "$work/out" 2> "$shots/$name-window.err" || status=$?
    ((status == 2)) || fail "$name: --window ends with $status, not 2"
    [[ -s $shots/$name-window.err ]] || fail "$name: --window says nothing"
    if grep -n panicked "$shots/$name-window.err"; then fail "$name: --window panicked"; fi
}
