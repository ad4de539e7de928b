#!/usr/bin/env bash
# Puts the workflow in place, or brings it up to date.
set -euo pipefail
cd "$(dirname "$0")"
place=(--project acme-ml --location europe-west4)
gcloud workflows deploy sample-sample-main-train "${place[@]}" --source workflow.yaml --service-account sample-sample-main-runner@acme-ml.iam.gserviceaccount.com
schedule=(--schedule '0 3 * * 1-5' --time-zone Europe/Helsinki --uri https://workflowexecutions.googleapis.com/v1/projects/acme-ml/locations/europe-west4/workflows/sample-sample-main-train/executions --http-method POST --message-body '{"argument": "{}"}' --oauth-service-account-email sample-sample-main-starter@acme-ml.iam.gserviceaccount.com)
if gcloud scheduler jobs describe sample-sample-main-train "${place[@]}" > /dev/null 2>&1; then
  gcloud scheduler jobs update http sample-sample-main-train "${place[@]}" "${schedule[@]}"
else
  gcloud scheduler jobs create http sample-sample-main-train "${place[@]}" "${schedule[@]}"
fi
