namespace Strata.Platform.Registries;

/// <summary>The program that sets Harbor up through its API. Plain Python, no packages; may run again and again.</summary>
internal static class HarborProgram
{
    public const string Text =
        """
        import base64, json, os, urllib.error, urllib.request

        env = os.environ
        login = base64.b64encode(("admin:" + env["PASSWORD"]).encode()).decode()


        def call(method, path, body=None, fine=()):
            headers = {"Authorization": "Basic " + login, "Content-Type": "application/json"}
            data = None if body is None else json.dumps(body).encode()
            try:
                with urllib.request.urlopen(urllib.request.Request(env["HARBOR"] + path, data, headers, method=method)) as answer:
                    text = answer.read()
                    return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                if error.code not in fine:
                    raise SystemExit(f"{method} {path}: {error.code} {error.read().decode()}")


        def matching(kind, decoration, pattern, **more):
            return {"kind": kind, "decoration": decoration, "pattern": pattern, **more}


        every = {"repository": [matching("doublestar", "repoMatches", "**")]}
        metadata = {"public": "false", "auto_scan": env["SCAN"]}
        call("POST", "/projects", {"project_name": env["PROJECT"], "metadata": metadata}, fine=(409,))
        call("PUT", "/projects/" + env["PROJECT"], {"metadata": metadata})
        project = call("GET", "/projects/" + env["PROJECT"])

        # What no rule retains is deleted: the last images, and whatever was pushed in the last days, tagged or not.
        keep, days = int(env["KEEP"]), int(env["UNTAGGED_DAYS"])
        tagged = matching("doublestar", "matches", "**", extras=json.dumps({"untagged": False}))
        anything = matching("doublestar", "matches", "**", extras=json.dumps({"untagged": True}))
        retention = {
            "algorithm": "or",
            "rules": [
                {"action": "retain", "template": "latestPushedK", "params": {"latestPushedK": keep}, "tag_selectors": [tagged], "scope_selectors": every},
                {"action": "retain", "template": "nDaysSinceLastPush", "params": {"nDaysSinceLastPush": days}, "tag_selectors": [anything], "scope_selectors": every},
            ],
            "trigger": {"kind": "Schedule", "settings": {"cron": "0 0 3 * * *"}, "references": {}},
            "scope": {"level": "project", "ref": project["project_id"]},
        }
        number = (project.get("metadata") or {}).get("retention_id")
        call("PUT", f"/retentions/{number}", {**retention, "id": int(number)}) if number else call("POST", "/retentions", retention)

        rules = f"/projects/{env['PROJECT']}/immutabletagrules"
        for rule in call("GET", rules) or []:
            call("DELETE", f"{rules}/{rule['id']}")
        if env["IMMUTABLE"] == "true":
            call("POST", rules, {
                "action": "immutable", "template": "immutable_template", "disabled": False,
                "tag_selectors": [matching("doublestar", "excludes", "dev-*")], "scope_selectors": every,
            })

        for host, upstream in json.loads(env["PROXIES"]).items():
            call("POST", "/registries", {"name": host, **upstream}, fine=(409,))
            number = next(r["id"] for r in call("GET", "/registries?page_size=100") if r["name"] == host)
            call("POST", "/projects", {"project_name": host, "registry_id": number, "metadata": {"public": "true"}}, fine=(409,))

        # Deleted images free their space once a week.
        collection = {"schedule": {"type": "Weekly", "cron": "0 0 4 * * 0"}, "parameters": {"delete_untagged": False}}
        call("POST", "/system/gc/schedule", collection, fine=(409,))
        print("done")
        """;
}
