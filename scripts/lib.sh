# Shared by the scripts: finds Swift, installs the system packages that are missing.
# shellcheck shell=bash

# The oldest Swift that the package builds with.
readonly swift_needed=6.2

# shellcheck disable=SC2034 # used by the scripts that read this file
# What Swift itself needs on a bare Debian, and what sendtop links with.
readonly build_packages=(
    ca-certificates git g++ binutils libcurl4 libxml2 libncurses6 tzdata
    libncurses-dev libsqlite3-dev zlib1g-dev pkg-config
)

# shellcheck disable=SC2034 # used by the scripts that read this file
# What a release build needs besides: the allocator that goes into the binary.
readonly release_packages=("${build_packages[@]}" libjemalloc-dev)

say() {
    printf '==> %s\n' "$*" >&2
}

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Prints what the head of the script says.
about() {
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "scripts/${0##*/}"
}

# Prints that and ends, when the first argument asks for it.
help() {
    case ${1:-} in
    -h | --help) about && exit 0 ;;
    esac
}

# Installs the named Debian packages that are not there yet, and says which.
need_packages() {
    local missing=() package root=()
    command -v dpkg-query >/dev/null || {
        say "This is no Debian: see that these packages, or what they are called here, are installed: $*"
        return
    }
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "These system packages are missing, and there is no sudo to install them:" \
            "${missing[*]}. Install them as root (apt-get install ${missing[*]}) and run this again."
        root=(sudo)
    fi
    say "Installing system packages: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${root[@]}" apt-get update && "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        fail "The system packages could not be installed; the lines above say why." \
            "Install them by hand (apt-get install ${missing[*]}) and run this again."
    fi
    rm -f "$log"
}

# Makes sure that there is a Swift, before anything is installed for it.
need_swift() {
    command -v swift >/dev/null || fail "Swift is missing. Install Swift $swift_needed or newer from" \
        "https://www.swift.org/install/linux/ and see that 'swift' is on the PATH."
}

# Makes sure that the Swift is new enough, once the libraries that it needs to say so are there.
need_swift_version() {
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1) || true
    [ -n "$version" ] || fail "'swift --version' does not work here; try it by hand, it says why."
    [ "$(printf '%s\n%s\n' "$swift_needed" "$version" | sort -V | head -n 1)" = "$swift_needed" ] ||
        fail "Swift $version is too old; install $swift_needed or newer from https://www.swift.org/install/linux/."
}

# Runs a command in silence, and shows its output only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# Builds a product as it is delivered: with Swift's runtime in it, so that it runs where there is no Swift, and with
# jemalloc, which costs intake a good deal less than glibc's allocator.
build_release() {
    local archive object=$PWD/.build/jemalloc.o linked=()
    archive=$(gcc -print-file-name=libjemalloc_pic.a 2>/dev/null) || true
    if [ -f "$archive" ]; then
        # As an object: what comes from an archive is hidden from other libraries, and each of them would take the system's.
        mkdir -p .build
        ld -r --whole-archive "$archive" -o "$object" || fail "$archive cannot be linked; the lines above say why."
        linked=(-Xlinker "$object")
    else
        say "There is no libjemalloc_pic.a here: the binary gets the system's allocator, and is somewhat slower."
    fi
    swift build -c release --product "$1" --static-swift-stdlib "${linked[@]}"
}
