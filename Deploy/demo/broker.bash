# shellcheck shell=bash
# Who runs the demonstration's broker and where, and its process. Part of Deploy/quickstart, whose
# variables and words (say, step, die) it uses: $checkout, $demo, $agencies, $port, $health_port.
# shellcheck disable=SC2154  # set there

# --- Who, and where -------------------------------------------------------------------------------

# PostgreSQL does not run as root. A root without a user behind it lends the daemon `nobody`, who is
# on every machine. `as_daemon` begins a command line of the daemon's user, with an environment of
# its own: the daemon takes each variable that begins with THROUGHCARE_ for a setting.
choose_user() {
    as_daemon=(env -i PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 HOME=/)
    daemon_user=$(id -un)
    ((EUID == 0)) || return 0
    daemon_user=nobody
    daemon_group=$(id -gn nobody)
    as_daemon+=(setpriv --reuid="$daemon_user" --regid="$daemon_group" --clear-groups
        --no-new-privs --inh-caps=-all)
}

# With sudo, everything but the packages is done as the user who called, if the checkout is theirs.
become_caller() {
    ((EUID == 0)) && [[ ${SUDO_UID:-0} != 0 && $(stat -c %u "$checkout") == "$SUDO_UID" ]] ||
        return 0
    [[ $action != start ]] || packages
    exec setpriv --reuid="$SUDO_UID" --regid="$SUDO_GID" --init-groups \
        env HOME="$(getent passwd "$SUDO_UID" | cut -d : -f 6)" "$checkout/Deploy/quickstart" "$@"
}

# daemon ARGUMENT...: runs its program as its user; in a directory that is open to all.
daemon() { (cd / && "${as_daemon[@]}" "$home/bin/throughcared" "$@"); }

# suits DIRECTORY: whether the daemon can live there: its user gets there, and the paths of sockets
# below it have at most 107 bytes, without what PostgreSQL would take for a separator.
suits() {
    local longest="$1/state/run/.s.PGSQL.5432"
    (($(printf %s "$longest" | wc -c) <= 107)) || return 1
    case $1 in *[\'\"\\,[:cntrl:]]*) return 1 ;; esac
    "${as_daemon[@]}" test -x "$1" 2>/dev/null
}

# .demo is a directory; or a link to one, where the checkout is no place for the daemon: in the home
# of root, or too deep for a socket's path.
choose_home() {
    if [[ ! -e $demo ]]; then
        mkdir -m 0755 "$demo" 2>/dev/null ||
            die "$demo cannot be made" "Give yourself the right to write to $checkout."
        if ! suits "$demo"; then
            rmdir "$demo"
            local place hash
            hash=$(printf %s "$checkout" | cksum | cut -d ' ' -f 1)
            place=/var/tmp/throughcare-demo-$EUID-$hash
            ((EUID != 0)) || place=/var/lib/throughcare-demo-$hash
            install -d -m 0755 "$place"
            [[ -O $place && ! -L $place ]] ||
                die "$place belongs to somebody else" "Remove it, or use another checkout."
            ln -s "$place" "$demo"
        fi
        touch "$demo/made-by-quickstart"
    fi
    home=$(readlink -f "$demo")
    [[ -O $home ]] ||
        die "$demo was made by $(stat -c %U "$home"), and you are $(id -un)" \
            "Go on as $(stat -c %U "$home"), or let them run Deploy/quickstart reset."
    suits "$home" ||
        die "$daemon_user cannot live in $home" "Run Deploy/quickstart reset, then this again."
    log=$home/throughcared.log
    socket=$home/run/admin.sock
}

# One quickstart at a time in a checkout. The lock is on a directory that is always there.
take_lock() {
    exec 9<"$checkout/Deploy"
    flock -n 9 && return
    echo "Another quickstart is at work in this checkout; waiting for it to end."
    flock -w 1800 9 || die "the other quickstart did not end" "See what it does: ps -ef"
}

# --- The daemon's process -------------------------------------------------------------------------

# running: whether the daemon runs; sets `pid`.
running() {
    pid=$(cat "$home/throughcared.pid" 2>/dev/null) || return 1
    # The number can be another process' by now.
    grep -qsF -- "--config $home/throughcare.yaml" \
        <(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline")
}

# ended PID SECONDS: waits for a process to end.
ended() { timeout "$2" tail --pid="$1" -s 0.1 -f /dev/null; }

stop_daemon() {
    if running; then
        say "stopping throughcared, process $pid"
        kill -TERM "$pid"
        if ! ended "$pid" 60; then
            say "it did not stop in a minute, so it is killed; nothing that it receipted is lost"
            kill -KILL "$pid"
            ended "$pid" 10 || die "process $pid cannot be killed" "See dmesg."
        fi
    else
        say "throughcared does not run"
    fi
    rm -f "$home/throughcared.pid"
    # A killed daemon leaves its database behind, for the next one to take over.
    local postmaster
    postmaster=$(head -n 1 "$home/state/postgres/postmaster.pid" 2>/dev/null) || return 0
    if [[ $(readlink "/proc/$postmaster/cwd") == "$home/state/postgres" ]]; then
        say "stopping its database, process $postmaster"
        kill -INT "$postmaster"
        ended "$postmaster" 60 || die "the database, process $postmaster, does not stop"
    fi
}

# is_open PORT: whether something listens there, asked of the kernel: a connection would be logged.
is_open() {
    grep -qsiE "^ *[0-9]+: [0-9A-F]+:$(printf %04X "$1") [0-9A-F]+:0000 0A " \
        /proc/net/tcp /proc/net/tcp6
}

# die_with_log WHY
die_with_log() {
    {
        printf '\nThe end of its log, %s:\n' "$demo/throughcared.log"
        tail -n 15 "$log" | sed 's/^/  | /'
    } >&2
    die "$1" "Mend what the log names and run Deploy/quickstart again;" \
        "or begin anew: Deploy/quickstart reset && Deploy/quickstart"
}

# --- Its start ------------------------------------------------------------------------------------

# What the daemon would have to be started again for.
started_from() {
    (cd "$home" && sha256sum bin/throughcared throughcare.yaml pki/broker.pem pki/ca.pem)
}

start_daemon() {
    step "The broker"
    if running; then
        if [[ $(started_from) == "$(cat "$home/started-from" 2>/dev/null)" ]]; then
            say "runs already, process $pid"
            await_daemon
            return
        fi
        say "what it was started from has changed"
        stop_daemon
    fi
    local number
    for number in "$port" "$health_port"; do
        ! is_open "$number" ||
            die "something else listens on port $number" \
                "Stop it, or choose other ports: Deploy/quickstart --port N --health-port N"
    done
    rm -f "$home/started-from"
    # In its own directory, so that who looks for it finds where it belongs.
    (
        cd "$home" || exit
        close_inherited
        "${as_daemon[@]}" setsid "$home/bin/throughcared" --config "$home/throughcare.yaml" \
            </dev/null >>"$log" 2>&1 &
        echo $! >"$home/throughcared.pid"
    )
    await_daemon
    started_from >"$home/started-from"
    say "throughcared runs as $daemon_user, process $pid, and logs to $demo/throughcared.log"
}

# Our lock, and whatever our caller left open: a daemon that holds it could keep others waiting.
close_inherited() {
    local descriptor
    for descriptor in "/proc/$BASHPID/fd/"*; do
        descriptor=${descriptor##*/}
        # 255 is bash's own, and closed by it.
        ((descriptor <= 2 || descriptor == 255)) || eval "exec $descriptor>&-"
    done
}

# The first start makes a database, which takes seconds; on a slow disk a minute.
await_daemon() {
    local until=$((SECONDS + 120))
    until throughcare status >/dev/null 2>&1 && is_open "$port"; do
        running || die_with_log "throughcared ended as soon as it was started"
        ((SECONDS < until)) || die_with_log "throughcared runs, but was not ready in two minutes"
        sleep 0.2
    done
}

throughcare() { "$home/bin/throughcare" "$@" --socket "$socket"; }
