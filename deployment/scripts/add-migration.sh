#!/usr/bin/env bash
# Adds one migration to the storage projects of all three databases.
#   deployment/scripts/add-migration.sh NAME
#   deployment/scripts/add-migration.sh --restart    replaces everything by one new "Initial" (only before the first release)
set -euo pipefail
cd "$(dirname "$0")/../.."

name=${1:?usage: add-migration.sh NAME | --restart}
restart=false
if [ "$name" = --restart ]; then
  restart=true
  name=Initial
fi

dotnet tool restore
for provider in Sqlite SqlServer PostgreSql; do
  project=backend/SupportBot.Storage.$provider
  if $restart; then
    rm -rf "$project/Migrations"
  fi
  dotnet build "$project" -v quiet --nologo
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" --output-dir Migrations
done
