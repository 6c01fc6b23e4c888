"""Runs the frozen vectors of the rules, the files that are named, through the independent verifier. Prints how many agreed."""
import json, pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "verify"))
import fairhat_verify as fairhat

def agrees(rule, case):
    size = case.get("size") or {"count": case["list"]["count"], "tickets": sum(case["list"]["tickets"] or [case["list"]["count"]])}
    try:
        groups = size.get("groups", case.get("list", {}).get("groups"))
        grouping = groups and [group or None for group in groups]
        draw = fairhat.prepare(rule, case["params"], size["count"], size["tickets"], grouping)
    except fairhat.Fail:
        return "refused" in case
    if "refused" in case:
        return False
    tickets = case["list"]["tickets"] or ([1] * size["count"] if rule in ("raffle/1", "raffle/2") or case["params"].get("tickets") else None)
    return draw(tickets, fairhat.make_below(bytes.fromhex(case["seed"]))) == case["result"]

agreed = 0
for name in sys.argv[1:]:
    vectors = json.loads(pathlib.Path(name).read_text("utf-8"))
    for number, case in enumerate(vectors["cases"]):
        if not agrees(vectors["rule"], case):
            sys.exit(f"{name}: case {number} of {vectors['rule']} differs")
        agreed += 1
print(agreed)
