# shellcheck shell=bash
# What must be on the machine, and the programs. Part of Deploy/quickstart, whose variables and words
# (say, step, die) it uses.
# shellcheck disable=SC2154  # set there

# --- Packages -------------------------------------------------------------------------------------

postgresql_package() {
    if apt-cache show postgresql-15 >/dev/null 2>&1; then
        echo postgresql-15
    else
        echo postgresql
    fi
}

has_postgresql() {
    local initdb major
    for initdb in /usr/lib/postgresql/*/bin/initdb; do
        major=${initdb#/usr/lib/postgresql/}
        [[ -x $initdb ]] && ((${major%%/*} >= 15)) && return
    done
    return 1
}

missing_packages() {
    local library
    has_postgresql || postgresql_package
    command -v openssl >/dev/null || echo openssl
    [[ -z $programs ]] || return 0
    command -v git >/dev/null || echo git
    command -v pkg-config >/dev/null || echo pkg-config
    for library in libpq:libpq-dev openssl:libssl-dev libsystemd:libsystemd-dev; do
        pkg-config --exists "${library%:*}" 2>/dev/null || echo "${library#*:}"
    done
}

# Debian starts a database server of its own with the package; nobody here needs one.
install_packages() {
    local as_root=() clusters=/etc/postgresql-common/createcluster.d/throughcare-quickstart.conf
    if ((EUID != 0)); then
        as_root=(sudo)
        [[ -t 0 ]] || as_root=(sudo -n)
        "${as_root[@]}" true 2>/dev/null || return 1
    fi
    "${as_root[@]}" mkdir -p "${clusters%/*}"
    echo "create_main_cluster = false" | "${as_root[@]}" tee "$clusters" >/dev/null
    local status=0
    "${as_root[@]}" apt-get -q update || say "going on with the package lists that are there"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install -y --no-install-recommends "$@" || status=$?
    "${as_root[@]}" rm -f "$clusters"
    return "$status"
}

packages() {
    step "Packages"
    local missing
    mapfile -t missing < <(missing_packages)
    if ((${#missing[@]} > 0)); then
        say "installing ${missing[*]}"
        command -v apt-get >/dev/null ||
            die "these are missing, and this is no Debian: ${missing[*]}" \
                "Install what your system calls them; see Package.swift for the libraries."
        install_packages "${missing[@]}" ||
            die "these packages are missing and could not be installed: ${missing[*]}" \
                "Run this, as root, then Deploy/quickstart again:" \
                "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    fi
    say "all there"
}

# --- Build ----------------------------------------------------------------------------------------

# With sudo, PATH has no toolchain that a user installed.
find_swift() {
    local place
    for place in "" ~/.local/share/swiftly/bin/ /opt/swift/usr/bin/ /usr/local/swift/usr/bin/; do
        if command -v "${place}swift" >/dev/null; then
            swift=${place}swift
            return
        fi
    done
    die "there is no swift on this machine's PATH" \
        "Install a Swift 6.3 toolchain (https://www.swift.org/install/linux/debian/12)," \
        "or name its directory: PATH=/where/it/is/usr/bin:\$PATH Deploy/quickstart"
}

# With Swift's own libraries inside, as one would for a machine that has no toolchain: a program that
# can be copied anywhere, and a daemon that takes some 6% less processor time.
build() {
    step "Build"
    local -a how=(build -c release --static-swift-stdlib --package-path "$checkout")
    if [[ -z $programs ]]; then
        find_swift
        say "$("$swift" --version 2>&1 | grep -m 1 -F 'Swift version')" \
            "a first build takes some minutes, the next ones seconds"
        local product
        for product in throughcared throughcare throughcare-agency; do
            "$swift" "${how[@]}" --product "$product" 9<&- ||
                die "$product does not build; the compiler's words are above" \
                    "If a package could not be fetched, see that this machine reaches github.com." \
                    "If the compiler was killed, there was too little memory for it: close what" \
                    "else runs, or build with swift ${how[*]} -j 1 and run this again."
        done
        programs=$("$swift" "${how[@]}" --show-bin-path)
    fi
    local program
    for program in throughcared throughcare throughcare-agency; do
        [[ -x $programs/$program ]] ||
            die "$programs/$program is not there" "Leave --programs away to build it."
        place_program "$program"
    done
    daemon --version >/dev/null 2>&1 || place_libraries
    say "throughcared $(daemon --version) in $demo/bin"
}

# A running program cannot be overwritten, but replaced.
place_program() {
    mkdir -p "$home/bin"
    cmp -s "$programs/$1" "$home/bin/$1" && return
    cp --reflink=auto "$programs/$1" "$home/bin/$1.new"
    chmod 0755 "$home/bin/$1.new"
    mv "$home/bin/$1.new" "$home/bin/$1"
}

# Programs that were built elsewhere (--programs) may look for Swift's libraries in a toolchain in
# somebody's home, where the daemon's user does not get.
place_libraries() {
    say "Swift's libraries are out of reach for $daemon_user: copying them beside the programs"
    ldd "$programs/throughcared" "$programs/throughcare" "$programs/throughcare-agency" |
        awk '$2 == "=>" && $3 ~ "^/" && $3 !~ "^(/usr)?/lib" { print $3 }' | sort -u |
        xargs -r -d '\n' cp -t "$home/bin"
    daemon --version >/dev/null ||
        die "$home/bin/throughcared does not start" "Try it: $home/bin/throughcared --version"
}
