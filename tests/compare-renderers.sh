#!/bin/sh
# compare-renderers.sh SEEFOUR-CLI MODEL...: whether exported SVGs look the same in a browser
# (Chromium) and on the desktop (librsvg), view by view. With KEEP=FOLDER the pictures stay there:
# VIEW-a.png is Chromium's, VIEW-b.png is librsvg's, VIEW-diff.png shows where they differ.
#
# Letters are smoothed differently, so that their edges differ; a missing, moved or wrongly coloured
# part makes whole areas differ, which remain when both pictures are blurred.

set -eu

# The share of the blurred pixels that may differ by more than a twentieth of the scale.
MOST_DIFFERENT=0.002

for program in chromium rsvg-convert convert compare; do
  if ! command -v "$program" > /dev/null; then
    echo "skipped: no $program"
    exit 77
  fi
done

cli=$1
shift
folder=${KEEP:-$(mktemp -d)}
mkdir -p "$folder"
[ -n "${KEEP:-}" ] || trap 'rm -rf "$folder"' EXIT

draw () {
  size=$(sed -n '2s/.* width="\([0-9.]*\)" height="\([0-9.]*\)".*/\1 \2/p' "$1")
  width=$(printf '%.0f' "${size% *}")
  height=$(printf '%.0f' "${size#* }")
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
    --user-data-dir="$folder/profile" --window-size="$width,$height" --screenshot="$2-a.png" \
    "file://$1" > /dev/null 2>&1
  rsvg-convert --width="$width" --height="$height" --background-color=white -o "$2-b.png" "$1"
}

different () {
  compare -metric AE -fuzz 5% "$1-a-soft.png" "$1-b-soft.png" "$1-diff.png" 2>&1 || true
}

status=0
for model in "$@"; do
  rm -rf "$folder/svg"
  "$cli" export --no-stamp -o "$folder/svg" "$model" > "$folder/list"
  while read -r svg; do
    name="$folder/$(basename "$model")-$(basename "$svg" .svg)"
    draw "$(realpath "$svg")" "$name"
    for side in a b; do
      convert "$name-$side.png" -flatten -blur 0x4 "$name-$side-soft.png"
    done
    pixels=$(identify -format '%[fx:w*h]' "$name-a.png")
    share=$(awk -v n="$(different "$name")" -v all="$pixels" 'BEGIN { printf "%.5f", n / all }')
    if awk -v share="$share" -v most="$MOST_DIFFERENT" 'BEGIN { exit !(share > most) }'; then
      echo "not ok $share $svg"
      status=1
    else
      echo "ok     $share $svg"
    fi
  done < "$folder/list"
done
exit $status
