#!/usr/bin/env bash
# Builds an image and pushes it under its tag and the commit's; a tag that is there and may not change is left alone.
# usage: build.sh FOLDER REPOSITORY TAG COMMIT OVERWRITE [SOURCE]
# FOLDER has the Dockerfile; OVERWRITE is yes or no, or local: then the image stays on this machine. SOURCE is the folder of code, from where this is called.
set -euo pipefail

folder=$1 repository=$2 tag=$3 commit=$4 overwrite=$5 source=${6-}
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT

cp "$folder/requirements.txt" "$context/"
if [ -n "$source" ]; then
  mkdir -p "$context/$(dirname "$source")"
  cp -R "$source" "$context/$source"
fi

if [ "$overwrite" = local ]; then
  docker build --file "$folder/Dockerfile" --tag "$repository:$tag" "$context"
  exit
fi

tags=()
for name in "$tag" "$commit"; do
  if [ "$overwrite" = no ] && docker buildx imagetools inspect "$repository:$name" >/dev/null 2>&1; then
    echo "$repository:$name is there already."
    if [ "$name" = "$tag" ]; then
      echo "::warning::$repository:$tag may not change: what names it goes on with the image that is there. Give the image another 'tag' in the stack file for what is new to run."
    fi
  else
    tags+=(--tag "$repository:$name")
  fi
done

if [ "${#tags[@]}" -gt 0 ]; then
  docker buildx build --platform linux/amd64 --provenance=false --push --label "org.opencontainers.image.revision=$commit" --file "$folder/Dockerfile" "${tags[@]}" "$context"
fi
