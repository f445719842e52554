# What the .deb and the tarball have in common: the tree below usr/. Sourced by tools/package.sh.

# FOLDER: the program, DuckDB, manual pages, completions, documents.
stage_tree() {
  local to=$1 program
  cmake --install build/package --prefix "$to" --strip >/dev/null
  strip --strip-unneeded "$to/lib/parcours/libduckdb.so"
  chmod 644 "$to/lib/parcours/libduckdb.so"
  program=build/package/parcours
  mkdir -p "$to/share/man/man1" "$to/share/man/fr/man1" "$to/share/bash-completion/completions" "$to/share/zsh/vendor-completions" "$to/share/fish/vendor_completions.d"
  gzip -9nc docs/man/parcours.1 >"$to/share/man/man1/parcours.1.gz"
  gzip -9nc docs/man/parcours.fr.1 >"$to/share/man/fr/man1/parcours.1.gz"
  LD_LIBRARY_PATH=.deps/duckdb/lib $program completions bash >"$to/share/bash-completion/completions/parcours"
  LD_LIBRARY_PATH=.deps/duckdb/lib $program completions zsh >"$to/share/zsh/vendor-completions/_parcours"
  LD_LIBRARY_PATH=.deps/duckdb/lib $program completions fish >"$to/share/fish/vendor_completions.d/parcours.fish"
  stage_documents "$to/share/doc/parcours"
}

# FOLDER: the documents as they stand in the repository, so that their links hold; licences.
stage_documents() {
  local to=$1
  mkdir -p "$to"
  git ls-files -z -- docs README.md README.fr.md GLOSSARY.md ':!docs/man' ':!docs/decisions' | xargs -0 cp --parents -t "$to"
  gzip -9nc CHANGELOG.md >"$to/changelog.gz"
}

# FILE: who made what is inside, and under which terms; the form Debian asks for.
write_copyright() {
  {
    cat <<'TXT'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: parcours

Files: *
Copyright: 2026 The Parcours authors
License: Apache-2.0
 On Debian systems the text of this licence is in /usr/share/common-licenses/Apache-2.0; the tarball has it in LICENSE.

Files: lib/parcours/libduckdb.so
Copyright: Stichting DuckDB Foundation
Comment: DuckDB carries parts of other projects, under licences of the same kind: brotli, concurrentqueue, fast_float, FastPForLib, {fmt},
 fsst, httplib, HyperLogLog (Redis), jaro_winkler, libpg_query (PostgreSQL), LZ4, Mbed TLS, miniz, Apache Parquet and Thrift, PCG, pdqsort,
 RE2, ska_sort, skiplist, snappy, t-digest, utf8proc, vergesort, yyjson, Zstandard. Their terms stand in DuckDB's sources, third_party/.
TXT
    echo "License: MIT"
    as_field node_modules/@duckdb/node-bindings-linux-x64/LICENSE
    printf '\nFiles: the typeface Inter, in the program\nCopyright: The Inter Project Authors\nLicense: OFL-1.1\n'
    as_field assets/fonts/LICENSE
    printf '\nFiles: the icons of Lucide, in the program\nCopyright: Lucide Icons and Contributors\nLicense: ISC\n'
    as_field assets/icons/LICENSE
  } >"$1"
}

as_field() { tr -d '\r' <"$1" | sed -e 's/[[:space:]]*$//' -e 's/^$/./' -e 's/^/ /'; }

# FOLDER: files and folders as a package wants them, whatever the umask was.
settle_modes() {
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f ! -path '*/bin/*' -exec chmod 644 {} +
}
