#!/usr/bin/env bash
# Rendered by 'strata render ci' from templates/ci/sign-in.sh.sbn: change that, not this file.
# Puts the Pulumi CLI on the path, and hands the job's own identity to the clouds: no keys. To be sourced.
# Takes STRATA_AWS_ROLE and AWS_REGION with STRATA_AWS_TOKEN; STRATA_GCP_PROVIDER and STRATA_GCP_SERVICE_ACCOUNT with STRATA_GCP_TOKEN.
curl -fsSL https://get.pulumi.com/releases/sdk/pulumi-v3.259.0-linux-x64.tar.gz | tar -xz -C "${HOME:-/root}"
export PATH="${HOME:-/root}/pulumi:$PATH"
strata_identity=$(mktemp -d)
chmod 700 "$strata_identity"

if [ -n "${STRATA_AWS_ROLE:-}" ]; then
  printf '%s' "$STRATA_AWS_TOKEN" > "$strata_identity/aws"
  export AWS_ROLE_ARN=$STRATA_AWS_ROLE AWS_WEB_IDENTITY_TOKEN_FILE=$strata_identity/aws
fi

if [ -n "${STRATA_GCP_PROVIDER:-}" ]; then
  printf '%s' "$STRATA_GCP_TOKEN" > "$strata_identity/gcp"
  cat > "$strata_identity/gcp.json" <<END
{
  "type": "external_account",
  "audience": "$STRATA_GCP_PROVIDER",
  "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
  "token_url": "https://sts.googleapis.com/v1/token",
  "service_account_impersonation_url": "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/$STRATA_GCP_SERVICE_ACCOUNT:generateAccessToken",
  "credential_source": { "file": "$strata_identity/gcp" }
}
END
  export GOOGLE_APPLICATION_CREDENTIALS=$strata_identity/gcp.json
fi
