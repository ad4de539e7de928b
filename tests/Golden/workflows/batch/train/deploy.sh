#!/usr/bin/env bash
# Puts the job definitions in place, or brings them up to date.
set -euo pipefail
cd "$(dirname "$0")"
export AWS_REGION=eu-central-1
for job in jobs/*.json; do
  aws batch register-job-definition --cli-input-json "file://$job" > /dev/null
done
