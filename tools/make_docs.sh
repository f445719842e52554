#!/usr/bin/env bash
# Makes the generated pages (commands, rules, schemas) and the pictures of the documents. `./dev docs` builds first.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${PARCOURS:-build/release/parcours}
tests=${PARCOURS_TESTS:-build/release/tests}

for room in map check cli; do PARCOURS_UPDATE=1 PARCOURS_WRITE_SCHEMAS=1 "$tests/${room}_tests" --gtest_filter='*Page*:*Schema*' >/dev/null; done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pictures=docs/pictures
mkdir -p $pictures
slide=touchpoints,river,emotion,frictions,actions

for template in shop valentine restaurant; do "$program" new "$work/$template" --template $template >/dev/null; done
"$program" -C "$work/shop" simulate shop --customers 4000 --seed 7 --import >/dev/null 2>&1
"$program" --lang en -C "$work/shop" draw --measured --by platform --lanes $slide --width 2000 -o $pictures/shop-measured.png
"$program" --lang fr -C "$work/shop" draw --measured --by platform --lanes $slide --width 2000 -o $pictures/shop-measured-fr.png
"$program" --lang en -C "$work/shop" draw --measured --by platform --theme dark --lanes $slide --width 2000 -o $pictures/shop-dark.png
for theme in contrast print; do
  "$program" --lang en -C "$work/shop" draw --measured --by platform --theme $theme --lanes $slide --width 1400 -o $pictures/shop-$theme.png
done
for page in actions personas; do
  "$program" --lang en -C "$work/shop" draw --measured --$page --width 1400 -o $pictures/shop-$page.png
  "$program" --lang fr -C "$work/shop" draw --measured --$page --width 1400 -o $pictures/shop-$page-fr.png
done
"$program" --lang en -C "$work/shop" draw --wide --measured --lanes $slide --width 2000 -o $pictures/shop-wide.png
"$program" --lang fr -C "$work/shop" draw --wide --measured --lanes $slide --width 2000 -o $pictures/shop-wide-fr.png
"$program" --lang en -C "$work/shop" draw --width 1400 -o $pictures/shop.png
for lang in en fr; do node tools/studio_picture.mjs "$work/shop" $lang "$pictures/studio$([ $lang = fr ] && echo -fr || true).png"; done
for lang in en fr; do node tools/studio_picture.mjs "$work/shop" $lang "$pictures/studio-analyse$([ $lang = fr ] && echo -fr || true).png" analyse; done
# The story in pictures, on the real shop's events where they are.
if [ -e ../shared/data/ecom.csv.gz ]; then PARCOURS=$program node tools/story.mjs ../shared/data/ecom.csv.gz $pictures >/dev/null && node tools/shrink_png.mjs $pictures/story-*.png; fi
"$program" --lang en -C "$work/valentine" draw --width 1400 -o $pictures/valentine.png
"$program" --lang en -C "$work/restaurant" draw --width 1400 -o $pictures/restaurant.png

# A workshop's big screen. It writes views of teams, so it has a shop of its own.
for lang in en fr; do
  "$program" --lang $lang new "$work/workshop-$lang" --template shop
  node tools/workshop_picture.mjs "$work/workshop-$lang" $lang "$pictures/studio-workshop$([ $lang = fr ] && echo -fr || true).png"
done

# How three teams see the shop's customer.
mkdir -p "$work/shop/views"
cp -r examples/views/shop "$work/shop/views/shop"
"$program" --lang en -C "$work/shop" draw --views --width 1400 -o $pictures/views-shop.png 2>/dev/null
"$program" --lang fr -C "$work/shop" draw --views --width 1400 -o $pictures/views-shop-fr.png 2>/dev/null

# The gallery of templates: a small picture of each, in both languages.
for folder in templates/*/; do
  name=$(basename "$folder")
  [ "$name" = empty ] && continue
  cp -r "$folder" "$work/gallery-$name"  # as it stands there: a new workspace would be dated today
  for lang in en fr; do
    picture=docs/templates/$name$([ $lang = fr ] && echo -fr || true).png
    "$program" --lang $lang -C "$work/gallery-$name" draw --lanes how,touchpoints,emotion,frictions --width 880 -o "$picture" 2>/dev/null
  done
done
node tools/shrink_png.mjs docs/templates/*.png

# Several maps: the jeweller's workspace, measured on synthetic customers.
cp -r examples/jeweller "$work/jeweller"
for map in ring checkout appointment; do "$program" -C "$work/jeweller" simulate $map --customers 900 --seed 3 --import >/dev/null 2>&1; done
for lang in en fr; do
  end=$([ $lang = fr ] && echo -fr || true).png
  for page in overview stakeholders impact; do "$program" --lang $lang -C "$work/jeweller" draw --as $page --measured --width 1400 -o $pictures/$page$end >/dev/null; done
  "$program" --lang $lang -C "$work/jeweller" draw --persona thomas --measured --width 1400 -o $pictures/persona-thomas$end >/dev/null
  "$program" --lang $lang -C "$work/jeweller" draw ring --against ring_target --width 1400 -o $pictures/ring-changes$end >/dev/null
  "$program" --lang $lang -C "$work/jeweller" portfolio --as-of 2026-11-22 --width 1400 -o $pictures/portfolio$([ $lang = fr ] && echo -fr || true).png >/dev/null
done

# Calendars, of the templates as they stand: a new workspace would be dated today.
for template in valentine restaurant; do
  cp -r "templates/$template" "$work/plan-$template"
  "$program" --lang en -C "$work/plan-$template" plan --as-of 2026-11-30 --width 1400 -o $pictures/plan-$template.png >/dev/null
  "$program" --lang fr -C "$work/plan-$template" plan --as-of 2026-11-30 --width 1400 -o $pictures/plan-$template-fr.png >/dev/null
done
