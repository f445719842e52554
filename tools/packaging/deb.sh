# The .deb. Sourced by tools/package.sh, which says version, epoch and where.

write_control() {  # FOLDER: of the package
  local root=$1 work=$2 needs
  mkdir -p "$work/debian" "$root/DEBIAN"
  printf 'Source: parcours\n\nPackage: parcours\nArchitecture: amd64\n' >"$work/debian/control"
  needs=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info "-l$root/usr/lib/parcours" -e "$root/usr/bin/parcours" -e "$root/usr/lib/parcours/libduckdb.so" 2>/dev/null)
  cat >"$root/DEBIAN/control" <<TXT
Package: parcours
Version: $version-1
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: ${needs#shlibs:Depends=}, tzdata
Recommends: fonts-noto-core
Section: science
Priority: optional
Description: draws customer journeys and measures them with your own events
 A journey map is a text file whose touchpoints carry the rules that find them
 in the data: every stage, arrow, emotion and friction has a figure, an interval
 and a date, and the map says where customers are lost and what to do first.
 .
 Maps are YAML, events are Parquet, nothing leaves the machine. In French and
 English.
TXT
}

# What Debian did to it: each version once.
write_debian_changelog() {  # FILE
  printf 'parcours (%s-1) unstable; urgency=low\n\n  * Parcours %s.\n\n -- %s  %s\n' "$version" "$version" "$maintainer" "$(date -uR -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$1"
}

make_deb() {
  local root=$work/deb file=$out/parcours_$version-1_$architecture.deb
  mkdir -p "$root/usr"
  stage_tree "$root/usr"
  write_copyright "$root/usr/share/doc/parcours/copyright"
  write_debian_changelog "$root/usr/share/doc/parcours/changelog.Debian.gz"
  mkdir -p "$root/usr/share/lintian/overrides"
  cp tools/packaging/lintian-overrides "$root/usr/share/lintian/overrides/parcours"
  write_control "$root" "$work/shlibs"
  (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
  settle_modes "$root"
  dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$root" "$file" >/dev/null
  say "$file"
}
