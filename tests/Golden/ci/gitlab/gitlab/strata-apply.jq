# Rendered by 'strata render ci' from templates/ci/gitlab-apply.jq.sbn: change that, not this file.
# From the matrix of affected stacks to a pipeline that applies them: a stage for each wave, a job for each entry.
def waves: reduce .[].WAVE as $wave ([]; if index($wave) then . else . + [$wave] end);
def entry:
  {
    extends: ".strata apply",
    stage: "wave \(.WAVE)",
    variables: {STACKS: .STACKS},
    environment: {name: .ENVIRONMENT},
    resource_group: "strata-apply-\(.NAME)",
    rules: [if .ENVIRONMENT == "prod" then {when: "manual", allow_failure: false} else {when: "on_success"} end]
  };

if length == 0
then {"nothing to apply": {script: ["echo No stack is affected."]}}
else
  {include: [{local: ".gitlab/strata-apply.yml"}], stages: (waves | map("wave \(.)"))}
  + (map({key: "apply \(.NAME)", value: entry}) | from_entries)
end
