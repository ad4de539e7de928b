"""Runs the program of steps, whose text is at argv[1], against a server that speaks as much S3 as it needs."""
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse

PROGRAM = sys.argv[1]
OBJECTS, PIECES, FAILURES = {}, {}, [1]


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self, body=b"", code=200, **headers):
        self.send_response(code)
        for name, value in {"Content-Length": len(body), **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def asked(self):
        assert self.headers["authorization"].startswith("AWS4-HMAC-SHA256 Credential=key/"), self.headers
        address = urllib.parse.urlparse(self.path)
        return urllib.parse.unquote(address.path)[len("/lake/"):], dict(urllib.parse.parse_qsl(address.query, keep_blank_values=True))

    def body(self):
        return self.rfile.read(int(self.headers["content-length"]))

    def do_PUT(self):
        (key, query), body = self.asked(), self.body()
        if FAILURES:
            return self.answer(code=500) if FAILURES.pop() else None
        if "partNumber" in query:
            PIECES[int(query["partNumber"])] = body
        else:
            OBJECTS[key] = body
        self.answer(ETag='"one"')

    def do_POST(self):
        (key, query), body = self.asked(), self.body()
        if "uploads" in query:
            return self.answer(b"<r><UploadId>7</UploadId></r>")
        assert body.count(b"<Part>") == len(PIECES)
        OBJECTS[key] = b"".join(PIECES[number] for number in sorted(PIECES))
        self.answer(b"<CompleteMultipartUploadResult/>")

    def do_GET(self):
        key, query = self.asked()
        if "list-type" in query:
            found = sorted(one for one in OBJECTS if one.startswith(query["prefix"]))
            at = int(query.get("continuation-token", 0))
            more = f"<NextContinuationToken>{at + 1}</NextContinuationToken>" if at + 1 < len(found) else ""
            listed = "".join(f"<Contents><Key>{one}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>" for one in found[at:at + 1])
            return self.answer(f'<L xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{listed}{more}</L>'.encode())
        return self.answer(OBJECTS[key]) if key in OBJECTS else self.answer(code=404)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
AROUND = {**os.environ, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "here", "AWS_ENDPOINT_URL_S3": f"http://127.0.0.1:{server.server_port}"}


def run(arguments, program=PROGRAM, **environment):
    return subprocess.run([sys.executable, program, *arguments], env={**AROUND, **environment}, capture_output=True, text=True, check=False)


def spec(**more):
    return json.dumps({"workflow": "train", "step": "one", "run": [["run 1"]], "store": "s3://lake/flows", "command": [["true"]], "environment": [], "outputs": [], "keep": [], "fetch": [], **more})


def well(done):
    assert done.returncode == 0, done
    return done


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    result = folder / "deep" / "result.json"
    shell = "mkdir -p $STRATA_ARTIFACTS/m/sub; echo $MODE$0 > $STRATA_ARTIFACTS/m/sub/f; echo \"$1\" > $STRATA_OUTPUTS/rows"

    # A folder is kept file by file; what is filled in is an argument of its own; the server's one failure is got over.
    words = [["sh"], ["-c"], [shell], ["x"], ["a ", 1, " ", None]]
    well(run([spec(command=words, environment=[["MODE", ["fast"]]], outputs=["rows"], keep=["m"], result=str(result)), '{"k": [1]}', "$(b)"]))
    assert json.loads(result.read_text()) == {"rows": 'a $(b) {"k": [1]}'}
    assert OBJECTS == {"flows/workflows/train/run-1/one/m/sub/f": b"fastx\n"}

    # Found again by the next step, below a name of its own if it is to be; left out, there is nothing.
    well(run([spec(step="two", command=[["sh"], ["-c"], ["test -f $STRATA_ARTIFACTS/one/m/sub/f && ! test -e $STRATA_ARTIFACTS/gone"]], fetch=[["one", "m", "one"], ["one", "gone", ""]])]))
    assert run([spec(keep=["nothing"])]).returncode != 0
    assert "no such file" in run([spec(outputs=["nothing"])]).stderr

    # Outputs in the store, and conditions on them; a number that is not there compares with nothing.
    well(run([spec(step="compare", objects=True, outputs=["gain"], command=[["sh"], ["-c"], ["echo 0.5 > $STRATA_OUTPUTS/gain"]])]))
    gain = {"step": "compare", "output": "gain"}
    for condition, holds in (([">", gain, 0.1], True), (["all", [">", gain, 0.1], ["not", ["==", 0, "dry"]]], False), ([">", {"step": "gone", "output": "x"}, 0.1], False), (["any", ["==", 0, "dry"], ["<", gain, 0]], True)):
        assert ("left out" in well(run([spec(when=condition), "dry"])).stdout) is not holds, condition

    # A list that nobody gave out, where an engine reads it as one.
    well(run([spec(when=["==", 0, "x"], outputs=["files", "n"], lists=["files"], results={"files": 1, "n": 2}), "dry", f"{folder}/r/files", f"{folder}/r/n"]))
    assert (folder / "r" / "files").read_text() == "[]" and (folder / "r" / "n").read_text() == ""

    # Tried again, doubling the wait; stopped when it takes too long; the exit code is the command's.
    again = run([spec(command=[["sh"], ["-c"], [f"echo x >> {folder}/tries; exit 3"]], retries=2, backoff=0)])
    assert again.returncode == 3 and (folder / "tries").read_text() == "x\n" * 3
    assert "may take 1 seconds" in run([spec(command=[["sleep"], ["9"]], timeout=1)]).stderr
    assert "more than the 9 bytes" in run([spec(outputs=["x"], result=str(result), most=9, command=[["sh"], ["-c"], ["echo 1234 > $STRATA_OUTPUTS/x"]])]).stderr

    # The same started by a queue, with its own words; a specification in a file.
    well(run(["sh", "-c", "cp -r $STRATA_ARTIFACTS/m $STRATA_ARTIFACTS/n; echo hi > $STRATA_OUTPUTS/o"], STRATA_FOLDER="s3://lake/flows/workflows/train/run-1", STRATA_STEP="q/0", STRATA_FETCH="one/m", STRATA_KEEP="output:o artifact:n"))
    OBJECTS["flows/workflows/train/run-1/other/m/f"] = b"other"
    well(run(["sh", "-c", "test -f $STRATA_ARTIFACTS/one/m/sub/f && test -f $STRATA_ARTIFACTS/other/m/f && test -f $STRATA_ARTIFACTS/n/sub/f"], STRATA_FOLDER="s3://lake/flows/workflows/train/run-1", STRATA_STEP="best", STRATA_FETCH="one/m other/m q/0/n"))
    assert OBJECTS["flows/workflows/train/run-1/q/0/o"] == b"hi" and OBJECTS["flows/workflows/train/run-1/q/0/n/sub/f"] == b"fastx\n"
    (folder / "spec.json").write_text(spec(environment=[["A", [gain]]], command=[["sh"], ["-c"], ["test $A = 0.5"]]))
    well(run([f"@{folder}/spec.json"]))

    # What is too large for one piece goes in several.
    small = folder / "small.py"
    small.write_text(re.sub(r"PART = 1 << 29", "PART = 4", pathlib.Path(PROGRAM).read_text()))
    well(run([spec(step="big", keep=["w"], command=[["sh"], ["-c"], ["printf 0123456789 > $STRATA_ARTIFACTS/w"]])], str(small)))
    assert OBJECTS["flows/workflows/train/run-1/big/w"] == b"0123456789" and len(PIECES) == 3


main()
print("well")
