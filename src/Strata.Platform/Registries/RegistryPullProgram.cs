namespace Strata.Platform.Registries;

/// <summary>The program that renews the secret which pods pull with from a registry of another cloud. Plain Python, no packages.</summary>
internal static class RegistryPullProgram
{
    /// <summary>
    /// Exchanges the pod's own token (<c>TOKEN_FILE</c>) for a password of ECR (<c>AWS_ROLE_ARN</c>, <c>AWS_REGION</c>) or of Artifact
    /// Registry (<c>GOOGLE_PROVIDER</c>, <c>GOOGLE_ACCOUNT</c>, <c>GOOGLE_HOST</c>), and puts it into the secret of
    /// <c>SECRET_NAMESPACE</c> and <c>SECRET_NAME</c>.
    /// </summary>
    public const string Text =
        """
        import base64, datetime, hashlib, hmac, json, os, ssl, urllib.parse, urllib.request

        with open(os.environ["TOKEN_FILE"]) as file:
            token = file.read()


        def post(url, body, headers, method="POST", context=None):
            with urllib.request.urlopen(urllib.request.Request(url, body, headers, method=method), context=context, timeout=30) as answer:
                return json.load(answer)


        def sign(key, text):
            return hmac.new(key, text.encode(), hashlib.sha256).digest()


        def signed(host, region, service, body, headers, keys):
            now = datetime.datetime.now(datetime.timezone.utc)
            stamp, day = now.strftime("%Y%m%dT%H%M%SZ"), now.strftime("%Y%m%d")
            headers = {**headers, "host": host, "x-amz-date": stamp, "x-amz-security-token": keys["SessionToken"]}
            names = ";".join(sorted(headers))
            request = "\n".join(["POST", "/", "", *(f"{name}:{headers[name]}" for name in sorted(headers)), "", names, hashlib.sha256(body).hexdigest()])
            scope = f"{day}/{region}/{service}/aws4_request"
            text = "\n".join(["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(request.encode()).hexdigest()])
            key = sign(sign(sign(sign(("AWS4" + keys["SecretAccessKey"]).encode(), day), region), service), "aws4_request")
            mark = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
            headers["authorization"] = f"AWS4-HMAC-SHA256 Credential={keys['AccessKeyId']}/{scope}, SignedHeaders={names}, Signature={mark}"
            return post(f"https://{host}/", body, headers)


        def ecr():
            region = os.environ["AWS_REGION"]
            asked = {
                "Action": "AssumeRoleWithWebIdentity", "Version": "2011-06-15", "RoleArn": os.environ["AWS_ROLE_ARN"],
                "RoleSessionName": "image-pull", "WebIdentityToken": token,
            }
            answer = post(f"https://sts.{region}.amazonaws.com/", urllib.parse.urlencode(asked).encode(), {"Accept": "application/json"})
            keys = answer["AssumeRoleWithWebIdentityResponse"]["AssumeRoleWithWebIdentityResult"]["Credentials"]
            headers = {"content-type": "application/x-amz-json-1.1", "x-amz-target": "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken"}
            given = signed(f"api.ecr.{region}.amazonaws.com", region, "ecr", b"{}", headers, keys)["authorizationData"][0]
            return given["proxyEndpoint"].removeprefix("https://"), given["authorizationToken"]


        def artifact_registry():
            scope = "https://www.googleapis.com/auth/cloud-platform"
            kind = "urn:ietf:params:oauth:"
            asked = {
                "audience": "//iam.googleapis.com/" + os.environ["GOOGLE_PROVIDER"], "grantType": kind + "grant-type:token-exchange",
                "requestedTokenType": kind + "token-type:access_token", "subjectTokenType": kind + "token-type:jwt", "subjectToken": token, "scope": scope,
            }
            plain = {"Content-Type": "application/json"}
            mine = post("https://sts.googleapis.com/v1/token", json.dumps(asked).encode(), plain)["access_token"]
            url = f"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/{os.environ['GOOGLE_ACCOUNT']}:generateAccessToken"
            given = post(url, json.dumps({"scope": [scope]}).encode(), {**plain, "Authorization": "Bearer " + mine})["accessToken"]
            return os.environ["GOOGLE_HOST"], base64.b64encode(f"oauth2accesstoken:{given}".encode()).decode()


        host, login = ecr() if "AWS_ROLE_ARN" in os.environ else artifact_registry()
        config = json.dumps({"auths": {host: {"auth": login}}}).encode()
        account = "/var/run/secrets/kubernetes.io/serviceaccount/"
        with open(account + "token") as file:
            headers = {"Authorization": "Bearer " + file.read(), "Content-Type": "application/merge-patch+json"}
        url = f"https://kubernetes.default.svc/api/v1/namespaces/{os.environ['SECRET_NAMESPACE']}/secrets/{os.environ['SECRET_NAME']}"
        body = json.dumps({"data": {".dockerconfigjson": base64.b64encode(config).decode()}}).encode()
        post(url, body, headers, "PATCH", ssl.create_default_context(cafile=account + "ca.crt"))
        print("renewed the password of", host)
        """;
}
