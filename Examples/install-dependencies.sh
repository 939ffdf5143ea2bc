#!/usr/bin/env bash
# Installs what ChatSunset needs from the system, and nothing that is there already.
#
#   bash Examples/install-dependencies.sh           what the build needs
#   bash Examples/install-dependencies.sh --tests   and what the tests need
#
# Uses apt-get or brew. Elsewhere, or without the rights, it says what is missing and how to get it.
# Exit status: 0 all there, 2 something is missing that this script could not install.
set -euo pipefail

# One thing a line: library, command or python module | its name there | apt package | brew formula | what it is for.
build_needs='
command|git|git|git|gets the Swift packages
command|pkg-config|pkg-config|pkgconf|tells the build where the libraries are
library|libxml-2.0|libxml2-dev|libxml2|reads the XML of an export
library|libpcre2-8|libpcre2-dev|pcre2|matches the patterns of the rules
library|yaml-0.1|libyaml-dev|libyaml|reads rule packs
library|libarchive|libarchive-dev|libarchive|opens retrieve zips and zipped static resources
'
test_needs='
command|rg|ripgrep|ripgrep|is the oracle for the search for keywords
command|xmllint|libxml2-utils|libxml2|is the oracle for XML
command|zip|zip|zip|packs the example org
command|unzip|unzip|unzip|is what archives are compared with
command|mandoc|mandoc|mandoc|reads the manual page
command|zsh|zsh|zsh|reads its completions
command|fish|fish|fish|reads its completions
command|parallel|parallel|parallel|runs the shards of an example
command|chromium|chromium|chromium|opens the HTML reports
library|xlsxwriter|libxlsxwriter-dev|libxlsxwriter|writes workbooks
python|ensurepip|python3-venv|python|holds the packages that read the reports back
'

say() { printf '%s\n' "$*" >&2; }

needs=$build_needs
case "${1:-}" in
  '') ;;
  --tests)
    needs+=$test_needs
    # Not to be had on macOS, where nothing asks for it.
    if [ "$(uname -s)" = Linux ]; then needs+='command|valgrind|valgrind||counts instructions
'; fi
    ;;
  *) say "install-dependencies: unknown option '$1'; the only one is '--tests'"; exit 2 ;;
esac

if [ "$(uname -s)" = Darwin ]; then
  manager=brew
elif command -v apt-get >/dev/null; then
  manager=apt
else
  manager=none
fi

if [ $manager = brew ] && command -v brew >/dev/null; then
  # Homebrew keeps formulas that macOS has too away from the default search path. The build finds
  # them by the providers in Package.swift; this check has to be told.
  prefix=$(brew --prefix)/opt
  PKG_CONFIG_PATH="$prefix/libxml2/lib/pkgconfig:$prefix/libarchive/lib/pkgconfig"
  export PKG_CONFIG_PATH
fi

is_there() {
  case $1 in
    command) command -v "$2" >/dev/null ;;
    python) command -v python3 >/dev/null && python3 -c "import $2" 2>/dev/null ;;
    library) command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
  esac
}

# Prints a line of the table above for each thing that is not there.
missing_lines() {
  local kind name rest
  while IFS='|' read -r kind name rest; do
    if [ -z "$kind" ]; then continue; fi
    is_there "$kind" "$name" || printf '%s|%s|%s\n' "$kind" "$name" "$rest"
  done <<<"$needs"
}

missing=$(missing_lines)
if [ -z "$missing" ]; then
  exit 0
fi

packages=()
say "Missing on this system:"
while IFS='|' read -r kind name apt brew purpose; do
  say "  $name ($kind), which $purpose"
  if [ $manager = brew ]; then packages+=("$brew"); else packages+=("$apt"); fi
done <<<"$missing"

case $manager in
  apt)
    install="apt-get install -y --no-install-recommends ${packages[*]}"
    if [ "$(id -u)" -eq 0 ]; then
      as_root=(env DEBIAN_FRONTEND=noninteractive)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
    else
      say "Installing them needs an administrator. Run this, then start again:"
      say "  sudo apt-get update && sudo $install"
      exit 2
    fi
    say "Installing: ${packages[*]}"
    # An update that fails is no reason to stop: the lists at hand may well do.
    "${as_root[@]}" apt-get update -qq >&2 || say "warning: apt-get update failed; trying with the lists at hand"
    # shellcheck disable=SC2086 # the words of the command are meant to be split
    "${as_root[@]}" $install >&2
    ;;
  brew)
    if ! command -v brew >/dev/null; then
      say "Homebrew is not installed; get it from https://brew.sh and start again, or install these yourself:"
      say "  ${packages[*]}"
      exit 2
    fi
    say "Installing: ${packages[*]}"
    brew install "${packages[@]}" >&2
    ;;
  none)
    say "This script knows apt-get and brew. Install these with your package manager and start again."
    say "  Debian's names:  ${packages[*]}"
    say "  Fedora's names:  libxml2-devel pcre2-devel libyaml-devel libarchive-devel pkgconf-pkg-config"
    exit 2
    ;;
esac

missing=$(missing_lines)
if [ -n "$missing" ]; then
  say "Still missing after the installation:"
  cut -d'|' -f2 <<<"$missing" | sed 's/^/  /' >&2
  exit 2
fi
