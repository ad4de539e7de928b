#!/usr/bin/env python3
"""Says whether the new models of 'tested' are as good as the one before, from what they answered in the last minutes.

usage: analyse.py [--minutes 30] [--minimum 500] [--baseline MODEL] [--errors-allowed 0.5] [--slower-allowed 20]
                  [--prometheus URL]

Exits with 0 to promote, 1 to roll back, 3 to hold: ask again later; 2 when the numbers cannot be had. Nothing is changed: the shares of
the requests are in the stack file of 'sample'. Roll back when a new model fails clearly more often than the old one (a one-sided test of two
shares, at 1 percent), or is slower than is allowed; hold while there are fewer requests than the minimum, or where more fail
than is allowed and chance could still be why.
"""
import argparse
import json
import math
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

# Above these a new model is no good, whatever the old one does; as the stack file's alarms say.
ERROR_PERCENT = None
LATENCY_MS = None
# 1 percent of a normal distribution is above.
SIGNIFICANT = 2.326
PROMOTE, ROLL_BACK, UNKNOWN, HOLD = 0, 1, 2, 3
WORDS = {PROMOTE: "promote", ROLL_BACK: "roll back", HOLD: "hold"}
# The models that answer, with the numbers of Triton.
MODELS = {
    "a": {
        "requests": "(sum(increase(nv_inference_request_success{namespace=\"fraud-prod\",pod=~\"tested-a-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0)) + (sum(increase(nv_inference_request_failure{namespace=\"fraud-prod\",pod=~\"tested-a-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0))",
        "errors": "(sum(increase(nv_inference_request_failure{namespace=\"fraud-prod\",pod=~\"tested-a-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0))",
        "latency_ms": "0.001 * sum(increase(nv_inference_request_duration_us{namespace=\"fraud-prod\",pod=~\"tested-a-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) / sum(increase(nv_inference_request_success{namespace=\"fraud-prod\",pod=~\"tested-a-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW]))",
    },
    "b": {
        "requests": "(sum(increase(nv_inference_request_success{namespace=\"fraud-prod\",pod=~\"tested-b-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0)) + (sum(increase(nv_inference_request_failure{namespace=\"fraud-prod\",pod=~\"tested-b-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0))",
        "errors": "(sum(increase(nv_inference_request_failure{namespace=\"fraud-prod\",pod=~\"tested-b-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) or vector(0))",
        "latency_ms": "0.001 * sum(increase(nv_inference_request_duration_us{namespace=\"fraud-prod\",pod=~\"tested-b-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW])) / sum(increase(nv_inference_request_success{namespace=\"fraud-prod\",pod=~\"tested-b-predictor-[a-z0-9]+-[a-z0-9]{5}\"}[WINDOW]))",
    },
}


def give_up(problem):
    print(problem, file=sys.stderr)
    sys.exit(UNKNOWN)


def value(answer):
    """The one number of a query; None when there is none."""
    results = answer["data"]["result"]
    number = float(results[0]["value"][1]) if results else math.nan
    return None if math.isnan(number) else number


def measure(names, options):
    """Requests, failures and milliseconds of each model."""
    def ask(query):
        query = query.replace("WINDOW", f"{options.minutes}m")
        try:
            with urllib.request.urlopen(f"{options.prometheus.rstrip('/')}/api/v1/query?{urllib.parse.urlencode({'query': query})}", timeout=30) as response:
                return value(json.load(response))
        except (urllib.error.URLError, ValueError, KeyError) as problem:
            give_up(f"{options.prometheus}: {problem}")

    for name in names:
        queries = [MODELS[name]["requests"], MODELS[name]["errors"], MODELS[name]["latency_ms"]]
        yield name, ask(queries[0]) or 0, ask(queries[1]), ask(queries[2])


def judge(old, new, options):
    """What to do with a model, and why."""
    (old_requests, old_errors, old_latency), (requests, errors, latency) = old, new
    if min(old_requests, requests) < options.minimum:
        return HOLD, f"{min(old_requests, requests):.0f} requests, and {options.minimum} are needed of both"
    if errors is None or old_errors is None:
        return HOLD, "how many fail is not known"
    share, old_share = min(1.0, errors / requests), min(1.0, old_errors / old_requests)
    pooled = min(1.0, (errors + old_errors) / (requests + old_requests))
    spread = math.sqrt(pooled * (1 - pooled) * (1 / requests + 1 / old_requests))
    clearly = share > old_share and (spread == 0 or (share - old_share) / spread > SIGNIFICANT)
    said = f"{100 * share:.2f} % fail, of the old one {100 * old_share:.2f} %"
    if ERROR_PERCENT is not None and 100 * share > ERROR_PERCENT:
        return ROLL_BACK, f"{said}; the limit is {ERROR_PERCENT} %"
    if clearly and 100 * (share - old_share) > options.errors_allowed:
        return ROLL_BACK, said
    if latency is None or old_latency is None:
        return HOLD, f"{said}; how long they take is not known"
    said = f"{said}; {latency:.0f} ms, of the old one {old_latency:.0f} ms"
    if LATENCY_MS is not None and latency > LATENCY_MS:
        return ROLL_BACK, f"{said}; the limit is {LATENCY_MS} ms"
    if latency > old_latency * (1 + options.slower_allowed / 100):
        return ROLL_BACK, said
    if 100 * (share - old_share) > options.errors_allowed:
        return HOLD, f"{said}; that may be chance"
    return PROMOTE, said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=30, help="how far to look back")
    parser.add_argument("--minimum", type=int, default=500, help="requests of each model below which nothing is said")
    parser.add_argument("--baseline", choices=list(MODELS), default=next(iter(MODELS)), help="the model that the others are compared with")
    parser.add_argument("--errors-allowed", type=float, default=0.5, help="percent of the requests by which more may fail")
    parser.add_argument("--slower-allowed", type=float, default=20, help="percent by which answers may take longer")
    parser.add_argument("--prometheus", default=os.environ.get("PROMETHEUS_URL"), help="its address; PROMETHEUS_URL when left out")
    options = parser.parse_args()
    if not options.prometheus:
        parser.error("give --prometheus, or set PROMETHEUS_URL")

    numbers = {name: tuple(found) for name, *found in measure(MODELS, options)}
    verdicts = []
    for name in MODELS:
        if name != options.baseline:
            verdict, why = judge(numbers[options.baseline], numbers[name], options)
            print(f"{name}: {WORDS[verdict]} ({why})")
            verdicts.append(verdict)
    sys.exit(ROLL_BACK if ROLL_BACK in verdicts else HOLD if HOLD in verdicts else PROMOTE)


if __name__ == "__main__":
    main()
