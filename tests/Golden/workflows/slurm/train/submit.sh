#!/usr/bin/env bash
# Starts a run: submits every step, each after those it needs. Parameters are environment variables: PARAMETER_….
set -euo pipefail
cd "$(dirname "$0")"
export PARAMETER_MODE="${PARAMETER_MODE-full}"
case "$PARAMETER_MODE" in full|dry) ;; *) echo 'PARAMETER_MODE must be one of full, dry.' >&2; exit 2 ;; esac
STRATA_HOME=${STRATA_HOME:-$HOME/strata}
if [ -n "$(squeue --me --noheader --format=%k | grep --line-regexp strata:train || true)" ]; then
  echo 'The last run goes on: nothing is started.' >&2
  exit 0
fi
export STRATA_RUN=train-$(date -u +%Y%m%d%H%M%S)
export STRATA_FOLDER=$STRATA_HOME/runs/train/$STRATA_RUN
export STRATA_DEADLINE=$(($(date +%s) + 43200))
mkdir -p "$STRATA_FOLDER/logs"
submit() { sbatch --parsable --export=ALL --kill-on-invalid-dep=yes --comment=strata:train "$@" | cut -d';' -f1; }

job_pull=$(submit --output="$STRATA_FOLDER/logs/pull.txt" steps/pull.sbatch)
job_featurize=$(submit --dependency="afterok:$job_pull" --output="$STRATA_FOLDER/logs/featurize.txt" steps/featurize.sbatch)
job_train_a=$(submit --dependency="afterok:$job_featurize" --output="$STRATA_FOLDER/logs/train-a.txt" steps/train-a.sbatch)
job_train_b=$(submit --dependency="afterok:$job_featurize" --output="$STRATA_FOLDER/logs/train-b.txt" steps/train-b.sbatch)
job_compare=$(submit --dependency="afterok:$job_train_a:$job_train_b" --output="$STRATA_FOLDER/logs/compare.txt" steps/compare.sbatch)
job_deploy=$(submit --dependency="afterok:$job_compare" --output="$STRATA_FOLDER/logs/deploy.txt" steps/deploy.sbatch)
echo "$STRATA_RUN"
