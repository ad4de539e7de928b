#!/usr/bin/env bash
# Puts the pipeline in place, or brings it up to date. SUBNETS and SECURITY_GROUP are the outputs subnetIds (with commas) and securityGroupId of 'main'.
set -euo pipefail
cd "$(dirname "$0")"
export AWS_REGION=eu-central-1
definition=$(sed -e "s/\"SUBNETS\"/\"${SUBNETS//,/\",\"}\"/" -e "s/SECURITY_GROUP/$SECURITY_GROUP/" pipeline.json)
aws s3 sync --delete --only-show-errors code/ s3://sample-sample-lake-q7vozp/pipelines/code/retrain/
settings=(--pipeline-name sample-sample-main-retrain --role-arn arn:aws:iam::123456789012:role/sample-sample-main-pipelines --pipeline-definition "$definition")
if aws sagemaker describe-pipeline --pipeline-name sample-sample-main-retrain > /dev/null 2>&1; then
  aws sagemaker update-pipeline "${settings[@]}" > /dev/null
else
  aws sagemaker create-pipeline "${settings[@]}" --tags Key=stack,Value=sample > /dev/null
fi
aws scheduler update-schedule --cli-input-json file://schedule.json > /dev/null 2>&1 ||
  aws scheduler create-schedule --cli-input-json file://schedule.json > /dev/null
