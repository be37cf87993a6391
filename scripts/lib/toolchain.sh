# shellcheck shell=bash
# Answers: can this machine build Vigil, and what does it still need?
#
# Sourced by the scripts that build. Leaves `swift` on PATH and SQLite's headers installed, or says in
# one sentence on standard error what is missing and exits 69. Nothing here writes to standard output.

set -euo pipefail

# The oldest Swift that builds Vigil.
readonly swift_needed_major=6 swift_needed_minor=3

# Ends with one sentence and the exit code for what is not available.
unavailable() {
  printf '%s\n' "$1" >&2
  exit 69
}

# Finds `swift` on PATH, or where its installers put it.
find_swift() {
  command -v swift >/dev/null 2>&1 && return
  local folder
  for folder in \
    "${SWIFTLY_BIN_DIR:-${HOME:-/}/.local/share/swiftly/bin}" \
    /opt/swift/usr/bin /usr/local/swift/usr/bin /usr/share/swift/usr/bin; do
    if [[ -x $folder/swift ]]; then
      export PATH="$folder:$PATH"
      return
    fi
  done
  unavailable "Vigil needs the Swift 6.3 toolchain: install it from swift.org and run this again."
}

# Refuses a toolchain older than the one that Vigil is written for.
check_swift_version() {
  local said
  said=$(swift --version 2>/dev/null </dev/null) || said=""
  if [[ ! $said =~ Swift\ version\ ([0-9]+)\.([0-9]+) ]]; then
    unavailable "Vigil needs the Swift 6.3 toolchain, and the one here does not say its version: install it from swift.org and run this again."
  fi
  local major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  if ((major < swift_needed_major || (major == swift_needed_major && minor < swift_needed_minor))); then
    unavailable "Vigil needs Swift 6.3 or newer and this is $major.$minor: install it from swift.org and run this again."
  fi
}

# Whether a Debian package is installed (and not merely known, or removed with its settings kept).
is_installed() {
  local said
  said=$(dpkg -s "$1" 2>/dev/null) && [[ $said == *"Status: install ok installed"* ]]
}

# Installs a Debian package, saying so; without the right to, says which command does it.
install_package() {
  local package=$1 said
  local -a as_root=(env DEBIAN_FRONTEND=noninteractive)
  if ! command -v apt-get >/dev/null 2>&1; then
    unavailable "Vigil needs what Debian calls $package: install it with this system's own package manager and run this again."
  fi
  if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null 2>&1 || ! sudo -n true >/dev/null 2>&1; then
      unavailable "Vigil needs $package: run \`sudo apt-get install $package\`, then this again."
    fi
    as_root=(sudo -n "${as_root[@]}")
  fi
  printf 'installing %s\n' "$package" >&2
  # An update that fails for one of several sources may still have brought what is needed.
  "${as_root[@]}" apt-get -qq update >/dev/null 2>&1 </dev/null || true
  if ! said=$("${as_root[@]}" apt-get -qq install --yes --no-install-recommends "$package" 2>&1 </dev/null); then
    printf '%s\n' "$said" >&2
    unavailable "Could not install $package: run \`sudo apt-get install $package\`, then this again."
  fi
}

# SQLite comes from the system, so that its fixes arrive with the system's.
ensure_sqlite() {
  [[ $(uname -s) == Darwin ]] && return  # Part of the macOS SDK.
  if command -v dpkg >/dev/null 2>&1; then
    is_installed libsqlite3-dev && return
  elif [[ -e /usr/include/sqlite3.h ]]; then
    return
  fi
  install_package libsqlite3-dev
}

find_swift
check_swift_version
ensure_sqlite
