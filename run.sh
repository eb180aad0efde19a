#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release and starts the console; arguments go to the console.
#   ./run.sh            the embedded default: your own database on this machine
#   ./run.sh --demo     made-up data, thrown away at the end
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] && [[ " $* " != *" --screenshot "* && " $* " != *" --help "* ]]; then
    cat >&2 <<'TEXT'
There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open. You can
  - run this from a desktop session, or over "ssh -X";
  - make a picture of the window:   ./run.sh --demo --screenshot window.png
  - use a display without a screen: apt-get install xvfb xauth && xvfb-run ./run.sh --demo
TEXT
    exit 3
fi
resources/packaging/install-packages.sh
cmake --preset release -DRENEWAL_TESTS=OFF >/dev/null
cmake --build --preset release --target renewal-console renewal-service
exec build/release/bin/renewal-console "$@"
