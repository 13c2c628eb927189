#!/bin/bash
# Runs every command that the documents show as "sh", in a folder with a model and a workspace, and
# checks every model and workspace that they show as "yaml", and that every picture is there.
#
#   test-docs.sh DOCUMENT...

set -u

documents=("$@")
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
PATH=$(dirname "$SEEFOUR_CLI"):$PATH

# The contents of the blocks of a language, with a line of "%%" between them.
blocks ()
{
  awk -v mark="\`\`\`$1" '$0 == mark { inside = 1; next } /^```/ { if (inside) print "%%"; inside = 0 }
                          inside' "$2"
}

number=0
# report STATUS EXPECTED NAME
report ()
{
  number=$((number + 1))
  if [ "$1" = "$2" ]; then
    echo "ok $number - $3"
  else
    echo "not ok $number - $3: status $1 instead of $2"
    sed 's/^/# /' "$own/said"
  fi
}

# A line may say "# ends with status N".
run_commands ()
{
  local line expected
  while read -r line; do
    case $line in '' | %% | '#'*) continue ;; esac
    expected=$(sed -n 's/.*# ends with status \([0-9]*\)$/\1/p' <<<"$line")
    (cd "$own" && bash -c "$line") >"$own/said" 2>&1 </dev/null
    report $? "${expected:-0}" "$line"
  done < <(blocks sh "$1")
}

check_examples ()
{
  local block
  while IFS= read -r -d '%' block; do
    case $block in
      *primary_system:*) printf '%s\n' "$block" >"$own/example/shop.yaml" ;;
      name:* | $'\n'name:*) printf '%s\n' "$block" >"$own/example/workspace.yml" ;;
      *) continue ;;
    esac
    seefour-cli check "$own/example" >"$own/said" 2>&1
    report $? 0 "an example in ${1##*/}"
  done < <(blocks yaml "$1" | sed 's/^%%$/%/')
}

check_pictures ()
{
  local picture
  while read -r picture; do
    [ -s "$(dirname "$1")/$picture" ]
    report $? 0 "${1##*/} shows $picture"
  done < <(grep -oP '!\[[^]]*\]\(\K[^)]+' "$1")
}

mkdir "$own/models" "$own/example"
cp "$G_TEST_SRCDIR"/data/cli/shop.yaml "$own/"
cp "$G_TEST_SRCDIR"/data/analyze/* "$own/models/"
cat >"$own/example/bank.yaml" <<'END'
meta: { name: Bank, primary_system: bank }
systems: [ { id: bank, name: Bank, kind: internal } ]
END

for document in "${documents[@]}"; do
  run_commands "$document"
  check_examples "$document"
  check_pictures "$document"
done
echo "1..$number"
