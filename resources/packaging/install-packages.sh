#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages of debian-packages.txt that are missing. "test" as argument adds those for tests.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
wanted=$(grep -v '^#' "$here/debian-packages.txt")
if [ "${1:-}" = test ]; then
    wanted=$(sed 's/ \[test\]//' <<<"$wanted")
else
    wanted=$(grep -v '\[test\]' <<<"$wanted")
fi
missing=()
for package in $wanted; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing and sudo is not here to install them: ${missing[*]}" >&2; exit 1; }
    run=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
"${run[@]}" apt-get update -qq
"${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
