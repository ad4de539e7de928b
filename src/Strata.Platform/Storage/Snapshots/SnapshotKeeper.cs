namespace Strata.Platform.Storage;

/// <summary>The program that takes and clears away snapshots of volume claims in its own namespace. Plain Python, no packages.</summary>
internal static class SnapshotKeeper
{
    /// <summary>
    /// Snapshots every claim that has the name <c>CLAIM</c> or the class <c>CLASS</c>, whichever is set, and keeps the <c>KEEP</c>
    /// newest of each that it took as <c>OWNER</c>.
    /// </summary>
    public const string Program =
        """
        import json, os, ssl, urllib.request

        account = "/var/run/secrets/kubernetes.io/serviceaccount/"
        trust = ssl.create_default_context(cafile=account + "ca.crt")
        with open(account + "namespace") as file:
            space = file.read()
        snapshots = f"/apis/snapshot.storage.k8s.io/v1/namespaces/{space}/volumesnapshots"
        owner, keep = os.environ["OWNER"], int(os.environ["KEEP"])


        def call(method, path, body=None):
            with open(account + "token") as token:
                headers = {"Authorization": "Bearer " + token.read(), "Content-Type": "application/json"}
            data = None if body is None else json.dumps(body).encode()
            request = urllib.request.Request("https://kubernetes.default.svc" + path, data, headers, method=method)
            with urllib.request.urlopen(request, context=trust) as answer:
                return json.load(answer)


        def wanted(claim):
            if "CLAIM" in os.environ:
                return claim["metadata"]["name"] == os.environ["CLAIM"]
            return claim["spec"].get("storageClassName") == os.environ["CLASS"]


        taken = call("GET", snapshots + "?labelSelector=strata%2Fsnapshots%3D" + owner)["items"]
        for claim in filter(wanted, call("GET", f"/api/v1/namespaces/{space}/persistentvolumeclaims")["items"]):
            name = claim["metadata"]["name"]
            call("POST", snapshots, {
                "apiVersion": "snapshot.storage.k8s.io/v1",
                "kind": "VolumeSnapshot",
                "metadata": {"generateName": name[:200] + "-", "labels": {"strata/snapshots": owner}},
                "spec": {"source": {"persistentVolumeClaimName": name}},
            })
            own = [s for s in taken if s["spec"]["source"].get("persistentVolumeClaimName") == name]
            own.sort(key=lambda s: s["metadata"]["creationTimestamp"], reverse=True)
            for old in own[keep - 1:]:
                call("DELETE", snapshots + "/" + old["metadata"]["name"])
        """;
}
