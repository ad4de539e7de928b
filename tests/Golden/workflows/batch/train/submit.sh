#!/usr/bin/env bash
# Starts a run: submits every step, each waiting for those it needs. Parameters are environment variables: PARAMETER_….
set -euo pipefail
export AWS_REGION=eu-central-1
STRATA_RUN=${STRATA_RUN:-train-$(date -u +%Y%m%d%H%M%S)}
export PARAMETER_MODE="${PARAMETER_MODE-full}"
case "$PARAMETER_MODE" in full|dry) ;; *) echo 'PARAMETER_MODE must be one of full, dry.' >&2; exit 2 ;; esac
for state in SUBMITTED PENDING RUNNABLE STARTING RUNNING; do
  if [ -n "$(aws batch list-jobs --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-status "$state" --query 'jobSummaryList[?contains(`["sample-sample-main-train-pull", "sample-sample-main-train-featurize", "sample-sample-main-train-train-a", "sample-sample-main-train-train-b", "sample-sample-main-train-deploy"]`, jobName)].jobId' --output text)" ]; then
    echo 'The last run goes on: nothing is started.' >&2; exit 0
  fi
done

# Makes JSON of its arguments: text, or pairs of name and value.
text() { python3 -c 'import json, sys; print(json.dumps(sys.argv[1:]))' "$@"; }
variables() { python3 -c 'import json, sys; a = sys.argv[1:]; print(json.dumps([{"name": n, "value": v} for n, v in zip(a[::2], a[1::2])]))' "$@"; }

job_pull=$(aws batch submit-job --job-name sample-sample-main-train-pull --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-definition sample-sample-main-train-pull \
  --container-overrides "{\"command\": $(text strata-step python -m churn.pull --mode "$PARAMETER_MODE"), \
    \"environment\": $(variables STRATA_RUN "$STRATA_RUN" STRATA_FOLDER "s3://sample-sample-lake-q7vozp/runs/train/$STRATA_RUN" STRATA_STEP pull STRATA_KEEP artifact:data)}" --query jobId --output text)
job_featurize=$(aws batch submit-job --job-name sample-sample-main-train-featurize --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-definition sample-sample-main-train-featurize --depends-on "jobId=$job_pull" \
  --container-overrides "{\"command\": $(text strata-step python -m churn.featurize), \
    \"environment\": $(variables STRATA_RUN "$STRATA_RUN" STRATA_FOLDER "s3://sample-sample-lake-q7vozp/runs/train/$STRATA_RUN" STRATA_STEP featurize STRATA_FETCH pull/data STRATA_KEEP artifact:table)}" --query jobId --output text)
job_train_a=$(aws batch submit-job --job-name sample-sample-main-train-train-a --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-definition sample-sample-main-train-train-a --depends-on "jobId=$job_featurize" \
  --container-overrides "{\"command\": $(text strata-step python -m churn.train --kind linear), \
    \"environment\": $(variables STRATA_RUN "$STRATA_RUN" STRATA_FOLDER "s3://sample-sample-lake-q7vozp/runs/train/$STRATA_RUN" STRATA_STEP train-a STRATA_FETCH featurize/table STRATA_KEEP artifact:model-a)}" --query jobId --output text)
job_train_b=$(aws batch submit-job --job-name sample-sample-main-train-train-b --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-definition sample-sample-main-train-train-b --depends-on "jobId=$job_featurize" \
  --container-overrides "{\"command\": $(text strata-step python -m churn.train --kind trees), \
    \"environment\": $(variables STRATA_RUN "$STRATA_RUN" STRATA_FOLDER "s3://sample-sample-lake-q7vozp/runs/train/$STRATA_RUN" STRATA_STEP train-b STRATA_FETCH featurize/table STRATA_KEEP artifact:model-b RUN_NAME 'b of '"$STRATA_RUN")}" --query jobId --output text)
job_deploy=$(aws batch submit-job --job-name sample-sample-main-train-deploy --job-queue arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs --job-definition sample-sample-main-train-deploy --depends-on "jobId=$job_train_a" "jobId=$job_train_b" \
  --container-overrides "{\"command\": $(text strata-step python -m churn.deploy-better), \
    \"environment\": $(variables STRATA_RUN "$STRATA_RUN" STRATA_FOLDER "s3://sample-sample-lake-q7vozp/runs/train/$STRATA_RUN" STRATA_STEP deploy STRATA_FETCH 'train-a/model-a train-b/model-b')}" --query jobId --output text)
echo "$STRATA_RUN"
