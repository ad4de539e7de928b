#!/usr/bin/env bash
# Puts the flows in place, or brings them up to date. METAFLOW_HOME names a folder whose config.json is the stack's output 'config' of 'main'.
set -euo pipefail
cd "$(dirname "$0")"
python3 retrain.py step-functions create --workflow-timeout 43200
