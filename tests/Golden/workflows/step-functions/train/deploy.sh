#!/usr/bin/env bash
# Puts the workflow in place, or brings it up to date.
set -euo pipefail
cd "$(dirname "$0")"
export AWS_REGION=eu-central-1
for job in jobs/*.json; do
  aws batch register-job-definition --cli-input-json "file://$job" > /dev/null
done
machine=arn:aws:states:eu-central-1:123456789012:stateMachine:sample-sample-main-train
settings=(--role-arn arn:aws:iam::123456789012:role/sample-sample-main-states --definition file://state-machine.json --logging-configuration 'level=ALL,includeExecutionData=false,destinations=[{cloudWatchLogsLogGroup={logGroupArn=arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/states/sample-sample-main:*}}]')
if aws stepfunctions describe-state-machine --state-machine-arn "$machine" > /dev/null 2>&1; then
  aws stepfunctions update-state-machine --state-machine-arn "$machine" "${settings[@]}" > /dev/null
else
  aws stepfunctions create-state-machine --name sample-sample-main-train "${settings[@]}" --tags key=stack,value=sample > /dev/null
fi
aws scheduler update-schedule --cli-input-json file://schedule.json > /dev/null 2>&1 ||
  aws scheduler create-schedule --cli-input-json file://schedule.json > /dev/null
