using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Rbac.V1;
using Strata.Kubernetes.Rbac.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>
/// A container beside the SSH server that scales its own pod to nothing when nobody has been connected for a while. Containers of a
/// pod share their network, so it sees the connections; the pod's account may change the number of these pods and nothing else.
/// </summary>
internal static class IdleWatcher
{
    /// <summary>Port 2222 is 08AE in the kernel's table of connections, and state 01 is an established one (Linux documentation, proc_net_tcp).</summary>
    private const string Program =
        """
        import json, os, ssl, time, urllib.request

        account = "/var/run/secrets/kubernetes.io/serviceaccount/"
        trust = ssl.create_default_context(cafile=account + "ca.crt")
        idle, last = int(os.environ["IDLE_SECONDS"]), time.monotonic()


        def is_used():
            for table in ("/proc/net/tcp", "/proc/net/tcp6"):
                with open(table) as lines:
                    next(lines)
                    if any(fields[1].endswith(":08AE") and fields[3] == "01" for fields in map(str.split, lines)):
                        return True
            return False


        def stop():
            with open(account + "namespace") as file:
                url = f"https://kubernetes.default.svc/apis/apps/v1/namespaces/{file.read()}/statefulsets/{os.environ['STATEFUL_SET']}/scale"
            with open(account + "token") as token:
                headers = {"Authorization": "Bearer " + token.read(), "Content-Type": "application/merge-patch+json"}
            request = urllib.request.Request(url, json.dumps({"spec": {"replicas": 0}}).encode(), headers, method="PATCH")
            urllib.request.urlopen(request, context=trust).close()


        while True:
            time.sleep(30)
            if is_used():
                last = time.monotonic()
            elif time.monotonic() - last >= idle:
                print(f"nobody was connected for {idle} seconds: stopping", flush=True)
                stop()
        """;

    public static ContainerArgs Container(string statefulSet, Duration idle) => new()
    {
        Name = "idle-stop",
        Image = ContainerImages.Get("python-3.13").Reference,
        Command = ["python3", "-c", Program],
        Env = [KubernetesJob.Variable("STATEFUL_SET", statefulSet), KubernetesJob.Variable("IDLE_SECONDS", idle.Seconds.ToString(CultureInfo.InvariantCulture))],
        Resources = new ResourceRequirementsArgs { Requests = new() { ["cpu"] = "10m", ["memory"] = "32Mi" }, Limits = new() { ["memory"] = "64Mi" } },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            RunAsUser = 1000,
            Capabilities = new CapabilitiesArgs { Drop = ["ALL"] },
        },
    };

    /// <summary>Lets the pods' account scale the pods of this workspace.</summary>
    public static void AddRights(PodWorkspaceConfig config, ComponentContext context, NamespaceHandle space, PodIdentity identity)
    {
        var name = $"{context.Name}-idle";
        var role = context.Scope.Add(new Role(name, new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            Rules = [new PolicyRuleArgs { ApiGroups = ["apps"], Resources = ["statefulsets/scale"], ResourceNames = [.. config.Users.Select(user => (Input<string>)$"{context.Name}-{user}")], Verbs = ["get", "patch"] }],
        });
        context.Scope.Add(new RoleBinding(name, new ResourceOptions { DependsOn = [role] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, space.Name),
            RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = [new SubjectArgs { Kind = "ServiceAccount", Name = identity.Account, Namespace = space.Name }],
        });
    }
}
