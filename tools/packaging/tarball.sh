# The tarball that runs on any Linux of this architecture with glibc 2.36 or newer: every library but glibc's is in it.

# Those of glibc come with the system, and must match its loader.
is_of_glibc() { case $1 in libc.so.*|libm.so.*|libdl.so.*|libpthread.so.*|librt.so.*|libresolv.so.*|ld-linux*) true ;; *) false ;; esac; }

# FOLDER of the unpacked tree: adds the closure of what the program loads, each library with its licence.
bundle_libraries() {
  local to=$1 name path package
  mkdir -p "$to/share/doc/parcours/licences"
  ldd "$to/bin/parcours" | awk '$2 == "=>" {print $1, $3}' | LC_ALL=C sort | while read -r name path; do
    if is_of_glibc "$name" || [ "$name" = libduckdb.so ]; then continue; fi
    cp -L "$path" "$to/lib/parcours/$name"
    chmod 644 "$to/lib/parcours/$name"
    package=$(owner_of "$path")
    cp -L "/usr/share/doc/$package/copyright" "$to/share/doc/parcours/licences/$package.txt"
    printf '%s\t%s\t%s\n' "$name" "$package" "$(dpkg-query -W -f '${Version}' "$package")" >>"$to/share/doc/parcours/licences/README.tsv"
  done
  sed -i '1i library\tpackage of Debian\tversion' "$to/share/doc/parcours/licences/README.tsv"
}

owner_of() {  # FILE: the package it came with, whichever of /lib and /usr/lib dpkg knows it by
  local real=$(readlink -f "$1") known
  known=$(dpkg-query -S "$real" 2>/dev/null || dpkg-query -S "${real#/usr}")
  echo "${known%%:*}"
}

make_tarball() {
  local name=parcours-$version-linux-x86_64
  local root=$work/$name file=$out/$name.tar.xz
  mkdir -p "$root"
  stage_tree "$root"
  write_copyright "$root/share/doc/parcours/copyright"
  cp LICENSE "$root/LICENSE"
  cp tools/packaging/README.tarball "$root/README"
  mkdir -p "$root/share/parcours"
  cp tools/packaging/fonts.conf "$root/share/parcours/"
  bundle_libraries "$root"
  settle_modes "$root"
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=ustar -C "$work" -c "$name" | xz -6 --threads=1 >"$file"
  say "$file"
  try_tarball "$root"
}

# With nothing of this machine but glibc: no library from elsewhere, and a map is drawn.
try_tarball() {
  local root=$1 strangers
  strangers=$(ldd "$root/bin/parcours" | awk '$2 == "=>" {print $1, $3}' | while read -r name path; do
    case $path in "$root"/*) ;; *) is_of_glibc "$name" || echo "$path" ;; esac
  done)
  if [ -n "$strangers" ]; then echo "the tarball's program loads $strangers" >&2; return 1; fi
  env -i "$root/bin/parcours" new "$work/try" --template shop >/dev/null
  env -i "$root/bin/parcours" -C "$work/try" simulate shop --customers 200 --import >/dev/null 2>&1
  env -i "$root/bin/parcours" -C "$work/try" draw shop --measured -o "$work/try/shop.png" 2>/dev/null
}
