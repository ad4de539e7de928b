namespace Strata.Platform.Foundation;

/// <summary>The program that fills a <see cref="GeneratedSecret"/> from inside the cluster. Plain Python, no packages.</summary>
internal static class SecretGenerator
{
    /// <summary>
    /// Reads the secret of <c>SECRET_NAMESPACE</c> and <c>SECRET_NAME</c>, gives every key of <c>SECRET_KEYS</c> (key=length) that has
    /// no value yet letters and digits from the system's random source, and writes the values as files to <c>SECRET_FILES</c> where
    /// that is set, for the next container of the pod.
    /// </summary>
    public const string Program =
        """
        import base64, json, os, secrets, ssl, string, urllib.request

        account = "/var/run/secrets/kubernetes.io/serviceaccount/"
        space, name = os.environ["SECRET_NAMESPACE"], os.environ["SECRET_NAME"]
        url = f"https://kubernetes.default.svc/api/v1/namespaces/{space}/secrets/{name}"
        trust = ssl.create_default_context(cafile=account + "ca.crt")


        def call(method, body=None):
            with open(account + "token") as token:
                headers = {"Authorization": "Bearer " + token.read(), "Content-Type": "application/merge-patch+json"}
            data = None if body is None else json.dumps(body).encode()
            with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), context=trust) as answer:
                return json.load(answer).get("data") or {}


        def value(length):
            return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(length))


        wanted = dict(key.split("=") for key in os.environ["SECRET_KEYS"].split())
        data = call("GET")
        missing = {key: base64.b64encode(value(int(length)).encode()).decode() for key, length in wanted.items() if not data.get(key)}
        if missing:
            data = call("PATCH", {"data": missing})
        if folder := os.environ.get("SECRET_FILES"):
            for key in data:
                with open(os.path.join(folder, key), "wb") as file:
                    file.write(base64.b64decode(data[key]))
        print("made", *missing) if missing else print("nothing to make")
        """;
}
