#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Renewal Console authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs all tests.
#   ./test.sh           the dev preset
#   ./test.sh asan      another preset of CMakePresets.json: asan, tsan, coverage, release
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
preset=${1:-dev}
resources/packaging/install-packages.sh test
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
