#!/usr/bin/env python3
"""Recomputes draws of Fairhat from their published records, trusting nobody.

    python3 fairhat_verify.py FILE.. [--key a=HEX] [--key b=HEX] [--lock FILE] [--passovers FILE] [--receipt FILE]
                              [--json]

FILE is a record or a lock, or the http(s) address of one or of the page of a draw; what an address answers must be of
that draw. --key (repeatable) pins the key of a service that you know from elsewhere; --lock names the lock that you kept
before the draw. Exit status: 0 holds, 1 does not hold, 2 not a record, 3 cannot decide, 4 void, 5 holds so far, 6
erased.

Written from docs/protocol.md alone ("section n" means that text); needs Python 3.9 and nothing else. It shares no code
with the other verifier of Fairhat, so that a mistake has to be made twice to go unseen.
"""
import argparse, bisect, collections, functools, hashlib, hmac, http.client, itertools, json, math, os, re, sys, unicodedata
import urllib.parse, urllib.request
from datetime import datetime, timedelta

MAX = 2**53 - 1

class Fail(Exception):
    """A check failed. Its arguments: what was expected, what was found."""

def require(good, expected, found):
    if not good:
        raise Fail(expected, (found if isinstance(found, str) else json.dumps(found))[:200])

def same(what, expected, found):
    """Two texts are equal. Of long ones the report shows where they part."""
    if expected != found:
        at = max(0, len(os.path.commonprefix([expected, found])) - 20)
        raise Fail(f"{what}: {expected[at:at + 100]}", f"{what}: {found[at:at + 100]}")

# ---- Reading: sections 1 and 9 ----

def parse(file):
    """The bytes of a file -> its text and the object in it. ValueError or RecursionError: it is not a record."""
    text = file.decode("utf-8")
    # parse_int: Python refuses to convert very long integers; they are JSON, and canonical() refuses every float.
    # parse_constant: Python would take NaN and Infinity, which int() refuses. A byte order mark is refused by loads().
    value = json.loads(text, parse_int=lambda n: int(n) if len(n) <= 17 else float(n), parse_constant=int)
    if depth(text) > 32:
        raise ValueError("nested deeper than 32 levels")
    kind = value.get("type") if isinstance(value, dict) else None
    if not isinstance(kind, str) or not re.fullmatch("fairhat/[0-9]+/(record|lock)", kind):
        raise ValueError("no object with a type fairhat/<number>/record or fairhat/<number>/lock")
    return text, value

def depth(text):
    """Levels of a JSON text. Not of the value parsed from it: there the first of two members of one name is gone."""
    level = deepest = 0
    for character in re.sub(r'"[^"]*"', "", re.sub(r"\\.", "", text)):  # without strings
        level += (character in "[{") - (character in "]}")
        deepest = max(deepest, level)
    return deepest

quote = json.JSONEncoder(ensure_ascii=False).encode  # of a str: exactly the escapes of section 1

def canonical(value):
    """RFC 8785, integers only (section 1)."""
    if isinstance(value, str):
        return quote(value)
    if value is None or isinstance(value, bool):  # before int: in Python True is an int
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and abs(value) <= MAX:
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    require(isinstance(value, dict), "only integers from -(2^53-1) to 2^53-1", f"the number {value}")
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(quote(name) + ":" + canonical(value[name]) for name in names) + "}"

def data(value): return canonical(value).encode("utf-8")
def sha256(message): return hashlib.sha256(message).digest()
def digest(value): return sha256(data(value))

# ---- Form: sections 1 to 5 and 8 ----

def fit(value, shape, where):
    """A shape is: a dict, an object of exactly these members; a list of one, that shape or null; a range of integers;
    a text, the pattern of a text; a type; or a function that tests."""
    if isinstance(shape, dict):
        good = isinstance(value, dict) and value.keys() == shape.keys()
        require(good, f"{where}: an object with {', '.join(shape) or 'no members'}", value)
        for name in shape:
            fit(value[name], shape[name], f"{where}.{name}")
    elif isinstance(shape, list):
        return value is None or fit(value, shape[0], where)
    elif isinstance(shape, range):
        require(type(value) is int and value in shape, f"{where}: {shape[0]} to {shape[-1]}", value)  # no bool
    elif isinstance(shape, str):
        require(isinstance(value, str) and re.fullmatch(shape, value, re.DOTALL), f"{where}: {shape}", value)
    else:
        good = type(value) is shape if isinstance(shape, type) else shape(value)
        require(good, f"{where}: {shape.__name__}", value)

def fit_entries(entries):
    """A list is open or private, and no hash is there twice."""
    seen = set()
    for number, entry in enumerate(entries):
        shape = PRIVATE if entries[0].__class__ is dict and "hidden" in entries[0] else OPEN
        more = {name: BESIDE[name] for name in BESIDE if isinstance(entry, dict) and name in entry}
        fit(entry, {**shape, **more}, f"entries[{number}]")
        if shape is PRIVATE:
            require(entry["hidden"] not in seen, f"entries[{number}].hidden: no other entry's", entry["hidden"])
            seen.add(entry["hidden"])

def milliseconds(time):
    """Since 1970; ValueError for a date that does not exist. No datetime, for those cannot pass the year 9999."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z", time)
    if not match:
        raise ValueError(time)
    *date, thousandths = map(int, match.groups())
    return (datetime(*date) - datetime(1970, 1, 1)) // timedelta(milliseconds=1) + thousandths

def is_time(value):
    try:
        return isinstance(value, str) and milliseconds(value) >= 0
    except ValueError:
        return False

def signed(name, **members):
    """S: a statement and its signature. Those in a record all name service and draw."""
    return {"statement": {"type": f"fairhat/1/{name}", "service": HASH, "draw": ID, **members}, "signature": HASH * 2}

HASH, ID, NONE = "[0-9a-f]{64}", "[0-9a-f]{32}", type(None)  # a public key and a secret are as long as a hash
TEXT, MAYBE_EMPTY, RULE = ".{1,200}", ".{0,200}", "[a-z]{1,32}/[1-9][0-9]{0,8}"
ANY, COUNT, POSITIVE = range(-MAX, MAX + 1), range(MAX + 1), range(1, MAX + 1)
OPEN, PRIVATE = {"label": TEXT}, {"hidden": HASH, "masked": MAYBE_EMPTY}
BESIDE = {"tickets": range(2, MAX + 1), "group": TEXT}  # members that an entry may have
MANIFEST = {
    "type": "fairhat/1/manifest", "draw": ID, "title": TEXT, "organiser": MAYBE_EMPTY, "createdAt": is_time,
    "lockedAt": is_time, "drawAfter": [is_time], "rule": RULE, "params": dict,
    "entries": {"count": COUNT, "tickets": COUNT, "root": HASH}, "seals": {"a": HASH, "b": HASH},
    "policy": {"substitutes": "none|alternates", "redraw": "never|void"}, "previous": [ID], "beacon": NONE}
SEAL = signed("seal", operator=MAYBE_EMPTY, commitment=HASH, issuedAt=is_time)
BINDING = signed("binding", manifest=HASH, boundAt=is_time)
OPENING = signed("opening", manifest=HASH, secret=HASH, openedAt=is_time)
RECORD = {
    "type": "fairhat/1/record", "state": "drawn|void", "manifest": MANIFEST, "entries": [list],
    "seals": {"a": SEAL, "b": SEAL}, "bindings": {"a": [BINDING], "b": [BINDING]},
    "openings": {"a": [OPENING], "b": [OPENING]}, "outcome": [{"rule": RULE, "seed": HASH, "result": dict}],
    "void": [{"reason": TEXT, "at": is_time}]}
LOCK = {"type": "fairhat/1/lock", "manifest": MANIFEST, "entries": list, "seals": {"a": SEAL, "b": SEAL},
        "bindings": {"a": BINDING, "b": BINDING}}

RECEIPT = {"type": "fairhat/1/receipt", "draw": ID, "manifest": HASH, "index": COUNT, "entry": dict, "label": TEXT,
           "salt": ID, "proof": list}
PASSOVER = {"type": "fairhat/1/passover", "draw": ID, "manifest": HASH, "position": COUNT, "reason": TEXT, "at": is_time}

# ---- What people read: sections 1, 9 and 10. Unicode's White_Space, and its Default_Ignorable_Code_Point ----

SPACE = "[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
IGNORABLE = ("[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
             "\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]")

def is_blank(text):
    """Nothing of the text can be seen."""
    return re.fullmatch(f"({SPACE}|{IGNORABLE}|[\x00-\x1f\x7f-\x9f\ufff9-\ufffb\u2800])*", text) is not None

def folded(name):
    """The form in which names of operators are compared."""
    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).lower().upper().lower())
    return re.sub(f"{SPACE}+", " ", re.sub(IGNORABLE, "", name)).strip(" ")

def count_parties(operators):
    a, b = operators["a"], operators["b"]
    return 1 if is_blank(a) or is_blank(b) or folded(a) == folded(b) else 2

def shown(text):
    return "(blank)" if is_blank(text) else f'"{text}"'

def duration(span):
    """Milliseconds in their two largest units; below a minute in hundredths of a second."""
    if span < 60000:
        return f"{span // 10 / 100:.2f} s"
    units = [(span // 86400000, "d"), (span // 3600000 % 24, "h"), (span // 60000 % 60, "min"), (span // 1000 % 60, "s")]
    first = next(i for i, (count, _) in enumerate(units) if count)
    return " ".join(f"{count} {unit}" for count, unit in units[first:first + 2] if count)

# ---- Ed25519: RFC 8032 section 5.1, as strict as section 1. A point is (X, Y, Z, T): x = X/Z, y = Y/Z, xy = T/Z ----

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, NEUTRAL = -121665 * pow(121666, -1, P) % P, (0, 1, 1, 0)

@functools.lru_cache(maxsize=64)
def decode_point(encoded):
    """32 bytes -> the point, or None when they are not its canonical encoding."""
    sign, y = divmod(int.from_bytes(encoded, "little"), 2**255)
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if x * x % P != xx:
        x = x * pow(2, (P - 1) // 4, P) % P  # times a square root of -1
    if y >= P or x * x % P != xx or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P

def add(p, q):
    """Good for any two points of the curve, equal ones and those of small order included."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

@functools.lru_cache(maxsize=8)
def table(point):
    """0 to 15 times point, 16 times point, 16 * 16 times point ..: kept, for a service signs many records."""
    rows = []
    for _ in range(64):
        rows.append(list(itertools.accumulate([point] * 15, add, initial=NEUTRAL)))
        point = add(rows[-1][15], point)
    return rows

def multiply(scalar, point):
    """scalar < 2**256, four bits at a time."""
    total = NEUTRAL
    for row in table(point):
        total = add(total, row[scalar & 15])
        scalar >>= 4
    return total

def is_small(point):
    """8 times the point is the neutral element."""
    for _ in range(3):
        point = add(point, point)
    return equal(point, NEUTRAL)

def equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0

BASE = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))

def signature_fault(key, message, signature):
    """None for a good signature, else what is wrong with it."""
    a, r, s = decode_point(key), decode_point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None:
        return "key or R is not the canonical encoding of a point"
    if is_small(a) or is_small(r):
        return "key or R is of small order"
    if s >= L:
        return "S is not less than L"
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return None if equal(multiply(s, BASE), add(r, multiply(k, a))) else "not of this key for this statement"

def is_publishable(key):
    """Whether a key may be published or pinned: its order is L, so that it has no part of small order."""
    point = decode_point(key)
    return point is not None and not equal(point, NEUTRAL) and equal(multiply(L, point), NEUTRAL)

# ---- Tree and keystream: sections 1 and 6 ----

def merkle_root(leaves):
    """RFC 6962 section 2.1. The stack has the roots of full trees, one for each 1 in the binary number of leaves,
    the largest first. Joined from the small end they give the split at the largest power of two."""
    stack = []
    for number, leaf in enumerate(leaves):
        stack.append(sha256(b"\x00" + leaf))
        while number & 1:
            stack[-2:] = [sha256(b"\x01" + stack[-2] + stack[-1])]
            number >>= 1
    while len(stack) > 1:
        stack[-2:] = [sha256(b"\x01" + stack[-2] + stack[-1])]
    return stack[0] if stack else sha256(b"")

def root_from(leaf, index, size, proof):
    """RFC 9162 section 2.1.3.2; None where the proof has another length."""
    found, last = sha256(b"\x00" + leaf), size - 1
    for sibling in proof:
        if last == 0:
            return None
        if index & 1 or index == last:
            found = sha256(b"\x01" + sibling + found)
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            found = sha256(b"\x01" + found + sibling)
        index, last = index >> 1, last >> 1
    return found if last == 0 else None

def hkdf_sha256(salt, key, info, size):
    """RFC 5869: extract, then expand."""
    prk, block, output = hmac.digest(salt, key, "sha256"), b"", b""
    for counter in range(1, -(-size // 32) + 1):
        block = hmac.digest(prk, block + info + bytes([counter]), "sha256")
        output += block
    return output[:size]

def mgf1_sha256(seed):
    """RFC 8017 B.2.1, block by block."""
    for counter in itertools.count():
        yield sha256(seed + counter.to_bytes(4, "big"))

def make_below(seed):
    """The function below(n) of section 6."""
    words = (int.from_bytes(block[i:i + 8], "big") for block in mgf1_sha256(seed) for i in (0, 8, 16, 24))

    def below(n):
        limit = 2**64 // n * n
        return next(v for v in words if v < limit) % n
    return below

# ---- Rules: section 7. Each checks its parameters, and answers whether tickets count, how many are drawn, and the
# function that makes the result of those drawn; numbers/1, pairs/1, panel/1, bracket/1 and roundrobin/1 draw in their own way ----

def shuffle(count, steps, below):
    """The first steps of the loop of order/1 over 0 .. count-1."""
    return list(itertools.islice(shuffling(count, below), steps))

def shuffling(count, below):
    """That loop step by step. moved has list[i] where it is not i."""
    moved = {}
    for i in range(count):
        r = i + below(count - i) if count - i > 1 else i
        drawn = moved.get(r, r)
        moved[r] = moved.pop(i, i)
        yield drawn

def raffle_steps(tickets, steps, below):
    """The first steps of raffle/1."""
    return list(itertools.islice(raffling(tickets, len(tickets), below), steps))

def raffling(tickets, entries, below):
    """The steps of raffle/1 on a Fenwick tree: tree[k] has the tickets left of the entries k - (k & -k) to k-1. So many
    entries have tickets."""
    size, left, tree = len(tickets), sum(tickets), [0, *tickets]
    for k in range(1, size + 1):
        if k + (k & -k) <= size:
            tree[k + (k & -k)] += tree[k]
    for step in range(entries):
        t, k, reach = below(left) if entries - step > 1 else 0, 0, 1 << size.bit_length()
        while reach := reach >> 1:  # k becomes the first entry with t < tickets up to and including it
            if k + reach <= size and tree[k + reach] <= t:
                k += reach
                t -= tree[k]
        left, at = left - tickets[k], k + 1
        while at <= size:
            tree[at] -= tickets[k]
            at += at & -at
        yield k

def order(params, count):
    fit(params, {}, "params")
    return False, count, lambda drawn: {"order": drawn}

def winners(params, count):
    fit(params, {"winners": POSITIVE, "alternates": COUNT}, "params")
    first = params["winners"]
    return False, first + params["alternates"], lambda drawn: {"winners": drawn[:first], "alternates": drawn[first:]}

def raffle(params, count):
    return (True, *winners(params, count)[1:])

def prizes(params, count):
    fit(params, {"prizes": list, "tickets": bool, "alternates": COUNT}, "params")
    require(params["prizes"], "at least one prize", "none")
    for prize in params["prizes"]:
        fit(prize, {"name": TEXT, "quantity": POSITIVE}, "params.prizes")

    def result(drawn):
        rest = iter(drawn)
        parts = [(prize["name"], list(itertools.islice(rest, prize["quantity"]))) for prize in params["prizes"]]
        return {"prizes": [{"name": name, "winners": part} for name, part in parts], "alternates": list(rest)}
    return params["tickets"], sum(prize["quantity"] for prize in params["prizes"]) + params["alternates"], result

def limited(first, params, count, grouping):
    """Version 2 of a rule; answers what prepare() answers. grouping has the group of each entry or None, and is None where
    it is not known."""
    own = {name: value for name, value in params.items() if name not in LIMITS}
    fit({name: value for name, value in params.items() if name in LIMITS}, LIMITS, "params")
    weighted, places, result = first(own, count)
    limit, excluded = params["limit"], params["excluded"]
    for position in excluded:
        fit(position, range(count), "params.excluded")
    ascending = all(before < after for before, after in zip(excluded, excluded[1:]))
    require(ascending, "positions in ascending order, each once", excluded)
    room = count - len(excluded)
    if limit is not None and grouping is not None:
        require(any(group is not None for group in grouping), "entries with a group", "none")
        out = collections.Counter(grouping[position] for position in excluded)
        left = collections.Counter(grouping)
        left.subtract(out)
        room = sum(n if group is None else min(n, max(0, limit - out[group])) for group, n in left.items())
    require(places <= room, f"at most {room} places", f"{places} places")

    def nth_left(n):
        low, high = 0, len(excluded)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if excluded[middle] - middle <= n else (low, middle)
        return n + low

    def draw(tickets, below):
        if weighted:
            hidden = set(excluded)
            steps = raffling([0 if k in hidden else n for k, n in enumerate(tickets)], count - len(hidden), below)
        else:
            steps = map(nth_left, shuffling(count - len(excluded), below))
        if limit is None:
            return result(list(itertools.islice(steps, places)))
        taken, drawn = collections.Counter(grouping[position] for position in excluded), []
        while len(drawn) < places:
            position = next(steps)
            group = grouping[position]
            if group is None or taken[group] < limit:
                taken[group] += 1
                drawn.append(position)
        return result(drawn)
    return weighted, draw

def groups(params, count):
    fit(params, {"groups": [POSITIVE], "size": [POSITIVE]}, "params")
    number, size = params["groups"], params["size"]
    require((number is None) != (size is None), "exactly one of groups and size", params)
    require((number or size) <= count, f"at most {count}", params)
    number = number or -(-count // size)
    return False, count, lambda drawn: {"groups": [drawn[j::number] for j in range(number)]}

def numbers(params, count):
    """Draws from no list, and answers what prepare() answers."""
    fit(params, {"from": ANY, "to": ANY, "count": range(1, 10001), "repeat": bool}, "params")
    start, much, width = params["from"], params["count"], params["to"] - params["from"] + 1
    require(1 <= width <= MAX, "1 to 2^53-1 numbers to draw from", str(width))
    require(count == 0, "an empty list", f"{count} entries")
    require(params["repeat"] or much <= width, f"at most {width} numbers", str(much))
    if params["repeat"]:
        return lambda _, below: {"numbers": [start + below(width) for _ in range(much)]}
    return lambda _, below: {"numbers": [start + n for n in shuffle(width, much, below)]}

def bracket(params, count):
    """Answers what prepare() answers."""
    fit(params, {"seeds": COUNT}, "params")
    seeds = params["seeds"]
    require(2 <= count <= 512, "2 to 512 entries", str(count))
    require(seeds <= count, f"at most {count} seeds", str(seeds))
    lines = [0]
    while len(lines) < count:
        lines = [rank for above in lines for rank in (above, 2 * len(lines) - 1 - above)]

    def result(_, below):
        ranked = [*range(seeds), *(seeds + n for n in shuffle(count - seeds, count - seeds, below))]
        placed = [ranked[rank] if rank < count else None for rank in lines]
        return {"bracket": [placed[line:line + 2] for line in range(0, len(placed), 2)]}
    return result

def roundrobin(params, count):
    """Answers what prepare() answers."""
    fit(params, {"twice": bool}, "params")
    require(2 <= count <= 22, "2 to 22 entries", str(count))

    def result(_, below):
        first, *ring = shuffle(count, count, below) + [None] * (count % 2)
        rounds = []
        for number in range(len(ring)):
            seats = [first, *ring]
            matches = [[seats[j], seats[-1 - j]] for j in range(len(seats) // 2)]
            if number % 2:
                matches[0].reverse()
            rounds.append(matches)
            ring.append(ring.pop(0))
        if params["twice"]:
            rounds += [[match[::-1] for match in matches] for matches in rounds]
        return {"rounds": [[match[::-1] if match[0] is None else match for match in matches] for matches in rounds]}
    return result

def panel(params, count):
    """Answers what prepare() answers."""
    fit(params, {"panels": list}, "params")
    panels = params["panels"]
    require(1 <= len(panels) <= 10000, "1 to 10,000 panels", str(len(panels)))
    for one in panels:
        fit(one, {"positions": list, "weight": POSITIVE}, "params.panels")
        for position in one["positions"]:
            fit(position, range(count), "params.panels.positions")
        require(one["positions"], "at least one position", "none")
        ascending = all(before < after for before, after in zip(one["positions"], one["positions"][1:]))
        require(ascending, "positions in ascending order, each once", one)
    require(sum(len(one["positions"]) for one in panels) <= 100000, "at most 100,000 positions", "more")
    weights = list(itertools.accumulate(one["weight"] for one in panels))
    require(weights[-1] <= MAX, "weights of at most 2^53-1 together", str(weights[-1]))
    return lambda _, below: {"panel": panels[bisect.bisect_right(weights, below(weights[-1]))]["positions"]}

def pairs(params, count):
    """A gift exchange; answers what prepare() answers. may[i] has the receivers that i may have, in ascending order."""
    fit(params, {"forbidden": list}, "params")
    require(2 <= count <= 1000, "2 to 1000 entries", str(count))
    for pair in params["forbidden"]:
        require(isinstance(pair, list) and len(pair) == 2, "pairs", pair)
        for position in pair:
            fit(position, range(count), "params.forbidden")
        require(pair[0] != pair[1], "two positions", pair)
    ascending = all(one < other for one, other in zip(params["forbidden"], params["forbidden"][1:]))
    require(ascending, "pairs in ascending order, each once", params)
    out = {(i, i) for i in range(count)} | set(map(tuple, params["forbidden"]))
    may = [[r for r in range(count) if (i, r) not in out] for i in range(count)]
    require(can_all_receive(may), "an allowed assignment", "none")

    @functools.lru_cache(maxsize=None)
    def ways(i, left):
        return sum(ways(i + 1, left - {r}) for r in may[i] if r in left) if left else 1

    def result(_, below):
        everybody = frozenset(range(count))
        if count > 16 or math.factorial(count) <= 1000 * ways(0, everybody):
            while True:
                receivers = shuffle(count, count, below)
                if not any(pair in out for pair in enumerate(receivers)):
                    return {"pairs": [list(pair) for pair in enumerate(receivers)]}
        left, given = everybody, []
        for i in range(count):
            t, fitting = below(ways(i, left)), [r for r in may[i] if r in left]
            reach = itertools.accumulate(ways(i + 1, left - {r}) for r in fitting)
            given.append([i, next(r for r, sum_to in zip(fitting, reach) if t < sum_to)])
            left -= {given[-1][1]}
        return {"pairs": given}
    return result

def can_all_receive(may):
    """Whether everybody can be given a receiver: for each giver a path of changes to a receiver that is free."""
    giver = {}
    for start in range(len(may)):
        came, queue, free = {}, [start], None
        while queue and free is None:
            one = queue.pop()
            for receiver in may[one]:
                if receiver not in came:
                    came[receiver] = one
                    if receiver not in giver:
                        free = receiver
                        break
                    queue.append(giver[receiver])
        if free is None:
            return False
        while free is not None:
            one = came[free]
            before = next((r for r, g in giver.items() if g == one), None) if one != start else None
            giver[free], free = one, before
    return True

def prepare(name, params, count, total, grouping=None):
    """The function (tickets by entry, below) -> result of a rule; Fail when it cannot work for this list."""
    if name == "numbers/1":
        no_tickets(count, total)
        return numbers(params, count)
    require(count > 0, "at least one entry", "none")
    if name in ("bracket/1", "roundrobin/1", "pairs/1", "panel/1"):
        no_tickets(count, total)
        return RULES[name](params, count)
    if name in ("winners/2", "raffle/2", "prizes/2"):
        weighted, draw = limited(RULES[name], params, count, grouping)
        if not weighted:
            no_tickets(count, total)
        return draw
    weighted, steps, result = RULES[name](params, count)
    require(steps <= count, f"at most the {count} of the list", f"{steps} to draw")
    if weighted:
        return lambda tickets, below: result(raffle_steps(tickets, steps, below))
    no_tickets(count, total)
    return lambda tickets, below: result(shuffle(count, steps, below))

def no_tickets(count, total):
    require(total == count, "no tickets with this rule", f"{total} tickets for {count} entries")

RULES = {"order/1": order, "winners/1": winners, "raffle/1": raffle, "prizes/1": prizes, "groups/1": groups,
         "numbers/1": numbers, "pairs/1": pairs, "bracket/1": bracket, "roundrobin/1": roundrobin,
         "panel/1": panel, "winners/2": winners, "raffle/2": raffle, "prizes/2": prizes}
LIMITS = {"limit": [POSITIVE], "excluded": list, "follows": [HASH]}

# ---- Checks: section 9. Each raises Fail, or returns "skipped", or is good; all but form rely on form ----

class Known:
    """What is demanded of a file: the pinned keys {"a": [..], "b": [..]}, the draw that was asked for, M of a lock; a
    file of passovers to check beside it, and the pinned keys of core; the file of a receipt; the first Draw that it follows."""
    def __init__(self, pins, draw=None, lock=None, passovers=None, core=(), receipt=None,
                 previous=None):
        self.pins, self.draw, self.lock, self.passovers, self.core = pins, draw, lock, passovers, core
        self.receipt, self.previous = receipt, previous

class Draw:
    """A record, or a lock: that has no openings, no outcome, and a state of its own."""
    def __init__(self, text, document, known):
        self.text, self.document, self.known, self.outcomes = text, document, known, {}
        self.locked = document["type"] == "fairhat/1/lock"
        unopened = {"openings": {"a": None, "b": None}, "outcome": None, "void": None} if self.locked else {}
        self.record, self.manifest = {**document, **unopened}, document.get("manifest")
        self.drawn = not self.locked and document.get("state") == "drawn"
        self.erased = not self.locked and document.get("entries", ()) is None

    def signed(self, *kinds):
        """(kind, side, S) of all that is there."""
        every = ((kind, side, self.record[kind][side]) for kind in kinds for side in "ab")
        return [(kind, side, s) for kind, side, s in every if s is not None]

    def statements(self, kind):
        return {side: s["statement"] for _, side, s in self.signed(kind)}

    def seed(self):
        secrets = {side: bytes.fromhex(s["secret"]) for side, s in self.statements("openings").items()}
        return hkdf_sha256(digest(self.manifest), secrets["a"] + secrets["b"], b"fairhat/1/seed", 32)

    def rule(self):
        manifest, listed = self.manifest, self.manifest["entries"]
        entries = self.record["entries"]
        grouping = None if entries is None else [entry.get("group") for entry in entries]
        return prepare(manifest["rule"], manifest["params"], listed["count"], listed["tickets"], grouping)

    def lead(self):
        """Milliseconds from the later binding to the earlier opening; None where one of the four is missing."""
        bound = [milliseconds(s["boundAt"]) for s in self.statements("bindings").values()]
        opened = [milliseconds(s["openedAt"]) for s in self.statements("openings").values()]
        return min(opened) - max(bound) if len(bound) == len(opened) == 2 else None

    def outcome(self):
        """What the rule gives for the seed and the list."""
        listed = self.record["entries"]
        tickets = [1] * self.manifest["entries"]["count"] if self.erased else [one.get("tickets", 1) for one in listed]
        seed = self.seed()
        return {"rule": self.manifest["rule"], "seed": seed.hex(), "result": self.rule()(tickets, make_below(seed))}

    def check_form(self):
        same("file", canonical(self.document), self.text)  # equal text is equal UTF-8, and has no lone surrogates
        # in canonical form only control characters are left with a backslash, but for \\ and \"; U+007F has none
        require(not re.search(r"[\\\x7f]", re.sub(r'\\[\\"]', "", self.text)), "no control characters", "one")
        fit(self.document, LOCK if self.locked else RECORD, "lock" if self.locked else "record")
        fit_entries(self.record["entries"] or [])
        require(self.manifest["previous"] != self.manifest["draw"], "manifest.previous: another draw", "the draw itself")
        if self.locked:
            return
        there = [name for name in ("outcome", "void") if self.record[name] is not None]
        require(there == (["outcome"] if self.drawn else ["void"]), "outcome when drawn, void when void", there)
        bound, opened = self.statements("bindings").keys(), self.statements("openings").keys()
        require(opened <= bound, "no opening without its binding", sorted(opened - bound))
        require(len(opened) == 2 or not self.drawn, "bindings and openings when drawn", sorted(opened))

    def check_signatures(self):
        for kind, side, s in self.signed("seals", "bindings", "openings"):
            key, signature = bytes.fromhex(s["statement"]["service"]), bytes.fromhex(s["signature"])
            fault = signature_fault(key, data(s["statement"]), signature)
            require(fault is None, f"{kind}.{side}: a good signature", f"{kind}.{side}: {fault}")

    def check_keys(self):
        keys = {side: seal["service"] for side, seal in self.statements("seals").items()}
        require(keys["a"] != keys["b"], "two different keys", f"twice {keys['a']}")
        for side, pinned in self.known.pins.items():
            require(not pinned or keys[side] in pinned, f"{side}: {' or '.join(pinned)}", f"{side}: {keys[side]}")

    def check_seals(self):
        seals = self.statements("seals")
        same("the draw that was asked for", self.known.draw or self.manifest["draw"], self.manifest["draw"])
        for kind, side, s in self.signed("seals", "bindings", "openings"):
            same(f"{kind}.{side} service", seals[side]["service"], s["statement"]["service"])
            same(f"{kind}.{side} draw", self.manifest["draw"], s["statement"]["draw"])
        for side, opening in self.statements("openings").items():
            secret = {"type": "fairhat/1/secret", **{name: opening[name] for name in ("service", "draw", "secret")}}
            same(f"commitment of {side}", digest(secret).hex(), seals[side]["commitment"])

    def check_entries(self):
        if self.erased:
            return "skipped"
        entries, listed = self.record["entries"], self.manifest["entries"]
        same("count", str(len(entries)), str(listed["count"]))
        same("tickets", str(sum(entry.get("tickets", 1) for entry in entries)), str(listed["tickets"]))
        same("root", merkle_root(map(data, entries)).hex(), listed["root"])

    def check_bindings(self):
        for side, seal in self.statements("seals").items():
            same(f"manifest.seals.{side}", digest(seal).hex(), self.manifest["seals"][side])
        for kind, side, s in self.signed("bindings", "openings"):
            same(f"{kind}.{side} manifest", digest(self.manifest).hex(), s["statement"]["manifest"])
        same("M of the lock", self.known.lock or digest(self.manifest).hex(), digest(self.manifest).hex())

    def check_times(self):
        times = {name: self.manifest[name] for name in ("createdAt", "lockedAt", "drawAfter")}
        times.update({f"bound {side}": s["boundAt"] for side, s in self.statements("bindings").items()})
        times.update({f"opened {side}": s["openedAt"] for side, s in self.statements("openings").items()})
        times.update({f"sealed {side}": s["issuedAt"] for side, s in self.statements("seals").items()})
        times["void"] = self.record["void"] and self.record["void"]["at"]
        # (earlier, later, seconds of grace)
        demands = [("createdAt", "lockedAt", 0), ("lockedAt", "drawAfter", 0), ("lockedAt", "void", 0)]
        for side in "ab":
            demands += [(f"sealed {side}", f"bound {side}", 0), (f"bound {side}", f"opened {side}", 0)]
            demands += [("lockedAt", f"bound {side}", 60), (f"bound {side}", "lockedAt", 60)]
            demands += [("drawAfter", f"opened {side}", 0), (f"opened {side}", "void", 0)]
        for early, late, grace in demands:
            if times.get(early) and times.get(late):
                good = milliseconds(times[early]) <= milliseconds(times[late]) + 1000 * grace
                require(good, f"{early} <= {late} + {grace} s", f"{times[early]}, {times[late]}")

    def check_rule(self):
        if self.locked or self.manifest["rule"] not in RULES:
            return "skipped"
        self.rule()
        alternates = self.manifest["params"].get("alternates", 0)
        substitutes = self.manifest["policy"]["substitutes"]
        require(alternates == 0 or substitutes != "none", "no alternates without substitutes", f"{alternates} alternates")
        alone = self.manifest["params"].get("follows") is None or self.manifest["previous"] is not None
        require(alone, "manifest.previous: the draw that this one follows", "null")
        if self.drawn:
            same("outcome.rule", self.manifest["rule"], self.record["outcome"]["rule"])

    def check_seed(self):
        if not self.drawn:
            return "skipped"
        same("outcome.seed", self.seed().hex(), self.record["outcome"]["seed"])

    def check_result(self):
        # not with a wrong list, either: a count that is a lie can be 2^53, and the first failure is known by then
        listed = self.manifest["entries"]
        bare = listed["count"] == listed["tickets"] and self.manifest["params"].get("limit") is None
        sound = bare if self.erased else self.outcomes["entries"] == "good"
        if not self.drawn or self.outcomes["rule"] != "good" or not sound:
            return "skipped"
        same("outcome.result", canonical(self.outcome()["result"]), canonical(self.record["outcome"]["result"]))

    def check_passovers(self):
        """Section 12."""
        if self.outcomes["result"] != "good":
            return "skipped"
        file = read_passovers(self.known.passovers)
        held, alternates = self.places()
        after = max(milliseconds(s["openedAt"]) for s in self.statements("openings").values())
        for number, one in enumerate(file["passovers"]):
            where, said = f"passovers[{number}]", one["statement"]
            key = bytes.fromhex(one["key"])
            require(not self.known.core or one["key"] in self.known.core, f"{where}: {' or '.join(self.known.core)}", one["key"])
            fault = signature_fault(key, data(said), bytes.fromhex(one["signature"]))
            require(is_publishable(key) and fault is None, f"{where}: a good signature", f"{where}: {fault}")
            same(f"{where} draw", self.manifest["draw"], said["draw"])
            same(f"{where} manifest", digest(self.manifest).hex(), said["manifest"])
            require(said["position"] in held, f"{where}: the position of an entry that has a place then", said["position"])
            held[held.index(said["position"])] = alternates.pop(0) if alternates else None
            require(milliseconds(said["at"]) >= after, f"{where}: not before what it follows", said["at"])
            after = milliseconds(said["at"])

    def check_receipt(self):
        """Section 13. What was found is the reason, never the label."""
        if self.outcomes["bindings"] != "good":
            return "skipped"
        reason = receipt_fault(self.known.receipt, self.manifest)
        require(reason is None, "a receipt of this draw", reason)

    def check_previous(self):
        """Section 12: known.previous is the record of the first draw, which holds or whose list is erased."""
        first, own = self.known.previous, self.manifest["params"]
        same("previous", first.manifest["draw"], str(self.manifest["previous"]))
        same("params.follows", digest(first.manifest).hex(), str(own.get("follows")))
        for name in ("count", "tickets", "root"):
            same(f"entries.{name}", str(first.manifest["entries"][name]), str(self.manifest["entries"][name]))
        held, alternates = first.places()
        require(held, "a first draw with winners", "none")
        excluded = own.get("excluded")
        require(isinstance(excluded, list), "params.excluded: a list", "none")
        moved = [position for position in alternates if position in excluded]
        same("params.excluded: alternates", str(alternates[:len(moved)]), str(moved))
        wanted = sorted({*first.manifest["params"].get("excluded", []), *held, *moved})
        same("params.excluded", str(wanted), str(excluded))

    def places(self):
        """The positions that hold a place after the draw, and the alternates."""
        result = self.record["outcome"]["result"]
        prizes = result.get("prizes") or [{"winners": result.get("winners", [])}]
        return [position for prize in prizes for position in prize["winners"]], list(result.get("alternates", []))

def read_passovers(file):
    """The object in a file of passovers; Fail where it is none in canonical form."""
    try:
        text = file.decode("utf-8")
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Fail("a file of passovers", str(error))
    same("passovers", canonical(value), text)
    require(not re.search(r"[\\\x7f]", re.sub(r'\\[\\"]', "", text)), "no control characters", "one")
    fit(value, {"type": "fairhat/1/passovers", "passovers": list}, "passovers")
    for number, one in enumerate(value["passovers"]):
        fit(one, {"key": HASH, "statement": PASSOVER, "signature": HASH * 2}, f"passovers[{number}]")
    return value

def receipt_fault(file, manifest):
    """Why the file of a receipt is refused, or None."""
    try:
        text = file.decode("utf-8")
        value = json.loads(text)
        fit(value, RECEIPT, "receipt")
        fit_entries([value["entry"]])
        require("hidden" in value["entry"], "receipt.entry: a private one", "an open one")
        for one in value["proof"]:
            fit(one, HASH, "receipt.proof")
        same("receipt", canonical(value), text)
        require(not re.search(r"[\\\x7f]", re.sub(r'\\[\\"]', "", text)), "no control characters", "one")
    except (Fail, ValueError, RecursionError):
        return "not_a_receipt"
    listed, index, label, salt = manifest["entries"], value["index"], value["label"], value["salt"]
    if value["draw"] != manifest["draw"]:
        return "another_draw"
    if value["manifest"] != digest(manifest).hex():
        return "another_lock"
    if index >= listed["count"]:
        return "index_out_of_range"
    if digest({"label": label, "salt": salt}).hex() != value["entry"]["hidden"]:
        composed = digest({"label": unicodedata.normalize("NFC", label), "salt": salt}).hex()
        return "label_in_another_form" if composed == value["entry"]["hidden"] else "label_not_hidden_so"
    root = root_from(data(value["entry"]), index, listed["count"], [bytes.fromhex(one) for one in value["proof"]])
    if root is None:
        return "proof_of_another_length"
    return None if root.hex() == listed["root"] else "not_in_the_list"

CHECKS = ("form", "signatures", "keys", "seals", "entries", "bindings", "times", "rule", "seed", "result")

# ---- Verdict and command line: section 9 ----

EXIT = {"holds": 0, "does not hold": 1, "not a record": 2, "cannot decide": 3, "void": 4, "holds so far": 5, "erased": 6}

def report(verdict, why, lines=(), **more):
    """The object for --json, the lines for people."""
    return {"check": None, "expected": None, "found": why, "announced": None, "lead": None, "operators": None,
            "parties": None, "outcome": None, "verdict": verdict, **more}, [*lines, f"{verdict} ({why})"]

def verify(file, known):
    """The bytes of a file, and what is demanded of it -> a report. Pinned: keys were given for both."""
    found, lines = decide(file, known)
    return {**found, "signers": "pinned" if all(known.pins.values()) else "unknown"}, lines

def decide(file, known):
    try:
        text, document = parse(file)
    except (ValueError, RecursionError) as error:
        return report("not a record", str(error))
    if document["type"] not in ("fairhat/1/record", "fairhat/1/lock"):
        return report("cannot decide", "a document of another protocol")
    return judge(Draw(text, document, known))

def judge(draw):
    """Runs the checks; the verdict that follows from them."""
    failed, done = None, draw.outcomes
    beside = tuple(name for name in ("passovers", "receipt", "previous") if getattr(draw.known, name) is not None)
    for name in CHECKS + beside:
        try:
            form_failed = done.get("form", "good") != "good"
            done[name] = "skipped" if form_failed else getattr(draw, f"check_{name}")() or "good"
        except Fail as fail:
            done[name] = "FAILED. Expected {}; found {}".format(*fail.args)
            failed = failed or {"check": name, "expected": fail.args[0], "found": fail.args[1]}
    said, lines = describe(draw) if done["form"] == "good" else ({}, [])
    lines += [f"  {name:<10} {outcome}" for name, outcome in done.items()]
    if failed:
        return report("does not hold", failed["check"], lines, **said, **failed)
    if draw.locked:
        return report("holds so far", f"locked by both services, nothing drawn yet; {signed_by(draw)}", lines, **said,
                      found=None)
    if draw.manifest["rule"] not in RULES:
        return report("cannot decide", "this verifier does not know the rule", lines, **said)
    why = "; ".join(filter(None, (None if draw.drawn else stopped(draw), in_advance(draw), signed_by(draw))))
    if draw.drawn and draw.erased:
        followed = done["result"] == "good"
        what = ("the result follows from the sealed numbers; the list" if followed else
                "the sealed numbers are those that were locked; list and result")
        return report("erased", f"list erased: {what} can't be checked here; {why}", lines, **said, found=None)
    if draw.drawn:
        return report("holds", why, lines, **said, found=None)
    outcome = draw.outcome() if len(draw.statements("openings")) == 2 and not draw.erased else None
    return report("void", why, lines, **said, found=draw.record["void"]["reason"], outcome=outcome)

def describe(draw):
    """What the file says of its draw: for --json, for people."""
    operators = {side: seal["operator"] for side, seal in draw.statements("seals").items()}
    parties, lead = count_parties(operators), draw.lead()
    announced = None if lead is None else draw.manifest["drawAfter"] is not None and lead >= 60000
    named = ", ".join(f"{side} {shown(operator)}" for side, operator in operators.items())
    return {"announced": announced, "lead": lead, "operators": operators, "parties": parties}, [
        f"  {'draw':<10} {draw.manifest['draw']} {shown(draw.manifest['title'])}",
        f"  {'operators':<10} {named}: {'two parties' if parties == 2 else 'one party'}, by their own statement"]

def signed_by(draw):
    return "signers pinned" if all(draw.known.pins.values()) else "consistent; signers unknown"

def in_advance(draw):
    """Announced or made at once, with the lead; None where that is not known."""
    lead = draw.lead()
    if lead is None:
        return None
    if lead >= 60000 and draw.manifest["drawAfter"] is not None:
        return f"announced {duration(lead)} before"
    if lead < 0:
        return f"made at once, one service opened {duration(-lead)} before the other had bound"
    return f"made at once, {duration(lead)} between lock and opening"

def stopped(draw):
    """What a void record is worth: section 8."""
    bound, opened = "".join(draw.statements("bindings")), "".join(draw.statements("openings"))
    unsigned = "nobody signs that a draw is void: ask the services by its draw id"
    if len(opened) == 2 and not draw.erased:
        result = canonical(labelled(draw.outcome()["result"], draw.record["entries"]))
        return f"both numbers were out; the result would have been {result[:500]}; {unsigned}"
    if not bound:
        return f"no service had bound it: anybody who holds two seals can have made this record; {unsigned}"
    return f"nothing was drawn: bound by {' and '.join(bound)}, opened by {opened or 'none'}; {unsigned}"

def seen(entry):
    """What everybody sees of an entry."""
    return entry["masked"] if "hidden" in entry else entry["label"]

def labelled(result, entries):
    """A result with labels for positions. Where there is no list its numbers are no positions."""
    if isinstance(result, int) and entries:
        return seen(entries[result])
    if isinstance(result, list):
        return [labelled(member, entries) for member in result]
    return {name: labelled(result[name], entries) for name in result} if isinstance(result, dict) else result

def address(name):
    """The parts of an http(s) address; None for a file."""
    url = urllib.parse.urlsplit(name)
    return url if url.scheme in ("http", "https") else None

def asked_for(name):
    """The draw that an address is of: /draws/<id> in its path, with anything before it and behind it."""
    url = address(name)
    ids = re.findall("/draws/([0-9a-f]{32})(?![^/])", urllib.parse.unquote(url.path).lower()) if url else []
    return ids[-1] if ids else None

def read(name):
    """A file, or what an http(s) address has; a page /draws/<id> stands for the record of that draw."""
    url = address(name)
    if not url:
        with open(name, "rb") as file:
            return file.read()
    page = re.fullmatch("(.*?)(/api)?/draws/([0-9a-f]{32})/?", url.path)
    if page:
        name = f"{url.scheme}://{url.netloc}{page[1]}/api/draws/{page[3]}/record"
    with urllib.request.urlopen(name, timeout=30) as answer:
        return answer.read()

def show(line):
    """Only ASCII: nothing in a stranger's record may move a cursor or turn the writing around."""
    print("".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in line))

def pin(argument):
    if not re.fullmatch("(a|b|core)=[0-9a-f]{64}", argument):
        raise argparse.ArgumentTypeError("a=HEX, b=HEX or core=HEX, HEX being 32 bytes in lower-case hexadecimal")
    if not is_publishable(bytes.fromhex(argument[-64:])):
        raise argparse.ArgumentTypeError("this is no key that a service may publish")
    return argument.split("=")

def kept_lock(name, pins):
    """M of the lock that somebody kept; ValueError or OSError unless it holds so far."""
    file = read(name)
    found, lines = verify(file, Known(pins, asked_for(name)))
    if found["verdict"] != "holds so far":
        raise ValueError(lines[-1])
    return digest(parse(file)[1]["manifest"]).hex()

def first_draw(name, pins):
    """The Draw that another one follows; ValueError or OSError unless its record holds or its list is erased."""
    file, known = read(name), Known(pins, asked_for(name))
    found, lines = verify(file, known)
    if found["verdict"] not in ("holds", "erased"):
        raise ValueError(lines[-1])
    return Draw(*parse(file), known)

def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], allow_abbrev=False)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a record, a lock or the address of a draw")
    parser.add_argument("--key", metavar="SIDE=HEX", type=pin, action="append", default=[], help="a known key")
    parser.add_argument("--lock", metavar="FILE", help="the lock that you kept before the draw")
    parser.add_argument("--passovers", metavar="FILE", help="who was passed over after the draw, as core signed it")
    parser.add_argument("--receipt", metavar="FILE", help="the receipt of an entrant of a private draw")
    parser.add_argument("--previous", metavar="FILE", help="the record of the draw that this one follows")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")
    options = parser.parse_intermixed_args(arguments)  # exits with status 2 when they are wrong
    pins, statuses = {side: [key for s, key in options.key if s == side] for side in "ab"}, []
    try:
        lock = kept_lock(options.lock, pins) if options.lock else None
    except (OSError, ValueError, http.client.HTTPException) as error:
        parser.error(ascii(f"--lock {options.lock}: expected a lock that holds so far, found: {error}"))
    core = [key for side, key in options.key if side == "core"]
    try:
        passovers = read(options.passovers) if options.passovers else None
    except (OSError, ValueError, http.client.HTTPException) as error:
        parser.error(ascii(f"--passovers {options.passovers}: {error}"))
    try:
        receipt = read(options.receipt) if options.receipt else None
    except (OSError, ValueError, http.client.HTTPException) as error:
        parser.error(ascii(f"--receipt {options.receipt}: {error}"))
    try:
        previous = first_draw(options.previous, pins) if options.previous else None
    except (OSError, ValueError, http.client.HTTPException) as error:
        parser.error(ascii(f"--previous {options.previous}: expected a record that holds, found: {error}"))
    for name in options.files:
        try:
            file = read(name)
        except (OSError, ValueError, http.client.HTTPException) as error:
            found, lines = report("not a record", f"cannot be read: {error}")
        else:
            found, lines = verify(file, Known(pins, asked_for(name), lock, passovers, core, receipt,
                                             previous))
        for line in [json.dumps({"file": name, **found})] if options.json else [name, *lines]:
            show(line)
        statuses.append(EXIT[found["verdict"]])
    return 1 if 1 in statuses else next((status for status in statuses if status), 0)

if __name__ == "__main__":
    sys.exit(main())
