using System.Globalization;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>What a machine does when it starts: it mounts the home disk, and watches itself. The same for machines of the stack and for cloud-init files.</summary>
internal static class MachineSetup
{
    public const string Program = "/usr/local/sbin/idle-stop";
    public const string Service = "/etc/systemd/system/idle-stop.service";
    public const string Timer = "/etc/systemd/system/idle-stop.timer";

    public const string ServiceUnit =
        """
        [Unit]
        Description=Stops the machine when nobody uses it
        [Service]
        Type=oneshot
        ExecStart=/usr/local/sbin/idle-stop

        """;

    public const string TimerUnit =
        """
        [Unit]
        Description=Looks every five minutes whether anybody uses the machine
        [Timer]
        OnBootSec=5min
        OnUnitActiveSec=5min
        [Install]
        WantedBy=timers.target

        """;

    /// <summary>All of it in one script.</summary>
    /// <param name="disk">The home disk's device.</param>
    /// <param name="idle">After how long without anybody it stops; null for never.</param>
    public static string Script(string disk, Duration? idle) =>
        Home(disk) + (idle is null ? "" : $"""

            cat >{Program} <<'SCRIPT'
            {IdleStop(idle)}SCRIPT
            chmod +x {Program}
            cat >{Service} <<'UNIT'
            {ServiceUnit}UNIT
            cat >{Timer} <<'UNIT'
            {TimerUnit}UNIT
            systemctl daemon-reload
            systemctl enable --now idle-stop.timer

            """);

    /// <summary>Mounts the home disk, formatted once, and moves what was below <c>/home</c> to it.</summary>
    public static string Home(string disk) =>
        $$"""
        #!/bin/bash
        set -euo pipefail

        disk={{disk}}
        for _ in $(seq 60); do [ -e "$disk" ] && break; sleep 2; done
        blkid "$disk" >/dev/null || mkfs.ext4 -q -L home "$disk"
        mkdir -p /mnt/home
        mount "$disk" /mnt/home
        [ -e /mnt/home/.copied ] || { cp -a /home/. /mnt/home/; touch /mnt/home/.copied; }
        umount /mnt/home
        grep -q LABEL=home /etc/fstab || echo 'LABEL=home /home ext4 defaults,nofail 0 2' >>/etc/fstab
        mount -a

        """;

    /// <summary>
    /// Every five minutes: somebody signed in who typed something, an open SSH connection with traffic, a processor or a GPU at work
    /// all count as use.
    /// </summary>
    public static string IdleStop(Duration idle) =>
        """
        #!/bin/bash
        set -u
        limit=SECONDS_OF_IDLENESS
        stamp=/run/idle-stop
        busy() {
          awk '{ exit !($1 > 0.2 * cores) }' cores="$(nproc)" /proc/loadavg && return 0
          if command -v nvidia-smi >/dev/null; then
            nvidia-smi --query-gpu=utilization.gpu --format=csv,noheader,nounits 2>/dev/null | awk '$1 > 5 { found = 1 } END { exit !found }' && return 0
          fi
          for terminal in /dev/pts/[0-9]*; do
            [ -e "$terminal" ] && [ $(($(date +%s) - $(stat -c %X "$terminal"))) -lt 300 ] && return 0
          done
          return 1
        }
        if busy || [ ! -e "$stamp" ]; then touch "$stamp"; exit 0; fi
        [ $(($(date +%s) - $(stat -c %Y "$stamp"))) -lt "$limit" ] || { logger -t idle-stop "idle for $limit seconds: stopping"; shutdown -h now; }

        """.Replace("SECONDS_OF_IDLENESS", idle.Seconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
