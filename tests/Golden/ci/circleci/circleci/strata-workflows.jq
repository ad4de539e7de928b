# Rendered by 'strata render ci' from templates/ci/circleci-workflows.jq.sbn: change that, not this file.
# From what the pipeline is for ($action) and the matrix of affected stacks to its workflow: a job for each entry, which waits for all of
# the wave before it. A person approves before the first of prod, when all that comes before it and is not prod is applied.
def named: map("apply \(.name)");
def needs: if length == 0 then {} else {requires: .} end;

def applied:
  . as $all
  | (map(select(.environment == "prod") | .wave) | min) as $prod
  | (if $prod == null then []
     else [{"approve prod": ({type: "approval"} + (map(select(.environment != "prod" and .wave <= $prod)) | named | needs)) }]
     end)
  + map(
      . as $entry
      | ($all | map(select(.wave < $entry.wave) | .wave) | max) as $before
      | {
          apply: ({
            name: "apply \(.name)",
            stacks: .stacks,
            context: (if .environment == "prod" then "strata-apply-prod" else "strata-apply" end),
            "serial-group": "<< pipeline.project.slug >>/strata-apply-\(.name)"
          } + ((($all | map(select(.wave == $before)) | named) + (if .environment == "prod" then ["approve prod"] else [] end)) | needs))
        });

if $action == "preview" then
  {"pull request": {jobs: ["preview", {comment: {context: "strata-comment", requires: [{preview: ["success", "failed"]}] } }] } }
elif $action == "drift" then
  {nightly: {jobs: [{drift: {context: "strata-drift"} }] } }
elif (.include | length) == 0 then
  {merge: {jobs: ["nothing"]} }
else
  {merge: {jobs: (.include | applied)} }
end
