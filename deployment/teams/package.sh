#!/usr/bin/env bash
# Builds the package that is uploaded to Teams, and checks it first.
#   deployment/teams/package.sh BOT_ID WEBSITE [OUTPUT]
#     BOT_ID   the app id of the Azure bot (BotFramework__AppId)
#     WEBSITE  an https address; its /privacy and /terms are shown in Teams unless PRIVACY_URL and TERMS_URL say otherwise
#     OUTPUT   default: artifacts/teams/supportbot.zip
# VERSION in the environment sets the package's version; Teams takes an update only with a higher one. Needs the .NET SDK.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
source="$root/deployment/teams"

fail() {
  echo "package.sh: $1" >&2
  exit 1
}

[ $# -ge 2 ] || fail 'usage: package.sh BOT_ID WEBSITE [OUTPUT]'
bot_id=${1,,}
website=${2%/}
output=${3:-$root/artifacts/teams/supportbot.zip}
version=${VERSION:-1.0.0}
privacy=${PRIVACY_URL:-$website/privacy}
terms=${TERMS_URL:-$website/terms}

hex='[0-9a-f]'
[[ $bot_id =~ ^$hex{8}-$hex{4}-$hex{4}-$hex{4}-$hex{12}$ ]] || fail "'$1' is no app id. Take it from the Azure bot's configuration page."
[[ $bot_id != 00000000-0000-0000-0000-000000000000 ]] || fail 'the app id is all zeros.'
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "the version '$version' must be three numbers such as 1.0.0."
for url in "$website" "$privacy" "$terms"; do
  [[ $url =~ ^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/-]*)?$ && ${#url} -le 2048 ]] || fail "'$url' is no https address."
done

# dimension FILE OFFSET: a big-endian number in a PNG's header.
dimension() {
  od -An -tu1 -j "$2" -N 4 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }'
}

# check_icon NAME SIZE COLOUR_TYPE…
check_icon() {
  local file="$source/icons/$1" size=$2
  shift 2
  [ "$(od -An -tx1 -N 8 "$file" | tr -d ' \n')" = 89504e470d0a1a0a ] || fail "$file is no PNG."
  [ "$(dimension "$file" 16)x$(dimension "$file" 20)" = "${size}x$size" ] || fail "$file must be $size by $size pixels."
  [[ " $* " == *" $(od -An -tu1 -j 25 -N 1 "$file" | tr -d ' ') "* ]] || fail "$file must have a transparent background."
}

check_icon color.png 192 2 6
check_icon outline.png 32 6 # with an alpha channel

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/package"
sed -e "s|{{BOT_ID}}|$bot_id|g" -e "s|{{VERSION}}|$version|g" -e "s|{{WEBSITE_URL}}|$website|g" \
  -e "s|{{PRIVACY_URL}}|$privacy|g" -e "s|{{TERMS_URL}}|$terms|g" "$source/manifest.json" >"$work/package/manifest.json"
! grep -n '{{' "$work/package/manifest.json" || fail 'the manifest has a placeholder that nothing fills.'
cp "$source/icons/color.png" "$source/icons/outline.png" "$work/package/"

# text NAME: the value of a member that stands on one line.
text() {
  grep -o "\"$1\": *\"[^\"]*\"" "$work/package/manifest.json" | tail -n 1 | sed 's/^[^:]*: *"//; s/"$//'
}

# Teams refuses longer ones.
check_length() {
  local longest=$1 what=$2 value=$3
  [ -n "$value" ] || fail "the manifest's $what is missing."
  [ "${#value}" -le "$longest" ] || fail "the manifest's $what has ${#value} characters; Teams takes $longest."
}

name=$(grep '"name": { "short"' "$work/package/manifest.json")
check_length 30 'short name' "$(sed 's/.*"short": "\([^"]*\)".*/\1/' <<<"$name")"
check_length 100 'full name' "$(sed 's/.*"full": "\([^"]*\)".*/\1/' <<<"$name")"
check_length 80 'short description' "$(text short)"
check_length 4000 'full description' "$(text full)"

mkdir -p "$(dirname "$output")"
output=$(cd "$(dirname "$output")" && pwd)/$(basename "$output")
rm -f "$output"
dotnet msbuild "$source/package.proj" -nologo -v:quiet "-p:Folder=$work/package" "-p:Package=$output"
[ -s "$output" ] || fail 'the package could not be written.'
echo "$output"
