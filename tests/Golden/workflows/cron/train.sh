#!/usr/bin/env bash
# Says nothing when all goes well: cron mails whatever is printed.
set -uo pipefail
STRATA_RUN=train-$(date -u +%Y%m%d%H%M%S)
log=/var/log/strata/train.log
mkdir -p /var/log/strata /run/strata
deadline=$((SECONDS + 86400))
exec 9> /run/strata/train.lock
flock --nonblock 9 || exit 0

# run NAME SECONDS TRIES WAIT COMMAND...
run() {
  local step=$1 limit=$2 tries=$3 wait=$4 left code
  shift 4
  while :; do
    left=$((deadline - SECONDS))
    if ((left <= 0)); then echo "$STRATA_RUN: no time is left for '$step'."; return 124; fi
    timeout --signal=TERM --kill-after=30 "$((limit < left ? limit : left))" "$@" >> "$log" 2>&1 && return 0
    code=$?
    # The client is gone, and the container may not be.
    docker ps --quiet --filter "label=strata.run=$STRATA_RUN" | xargs --no-run-if-empty docker kill > /dev/null 2>&1
    tries=$((tries - 1))
    if ((tries <= 0)); then echo "$STRATA_RUN: '$step' failed with $code; see $log."; return "$code"; fi
    sleep "$wait" 9>&-
    wait=$((wait * 2))
  done
}

failed=0
run train 7200 3 60 \
  docker run --init --rm --label strata.workflow=train --label "strata.run=$STRATA_RUN" --env "STRATA_RUN=$STRATA_RUN" \
  --env MODE='full $(x)' \
  123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-churn:main python -m churn.train --run "$STRATA_RUN" || failed=1
exit "$failed"
