#!/usr/bin/env bash
# Makes the .deb and the tarball of this commit in out/packages: the same bytes each time. `./dev package` builds first.
set -euo pipefail
cd "$(dirname "$0")/.."
for part in stage deb tarball; do . "tools/packaging/$part.sh"; done

say() { printf '%s\n' "$*" >&2; }

export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
version=$(LD_LIBRARY_PATH=.deps/duckdb/lib build/package/parcours --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture)
maintainer=$(git log -1 --format='%an <%ae>')
out=$PWD/out/packages
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
rm -f "$out"/*

make_deb
make_tarball
(cd "$out" && sha256sum -- * >SHA256SUMS)
command -v lintian >/dev/null || { say "lintian is not installed: the .deb was not looked over"; exit; }
lintian --fail-on error --suppress-tags initial-upload-closes-no-bugs "$out"/*.deb
