#!/usr/bin/env python3
"""Tests of fairhat_verify: python3 verify/fairhat_verify_test.py

The records are made here by an own, slow reading of docs/protocol.md: other Ed25519 arithmetic, a recursive tree,
rules on plain lists. So what agrees has been written twice.
"""
import contextlib, copy, functools, hashlib, hmac, http.server, io, json, os
import subprocess, sys, tempfile, threading, unittest

sys.dont_write_bytecode = True
import fairhat_verify as f

f.signature_fault = functools.lru_cache(None)(f.signature_fault)  # most of the time, for the same six signatures
NOBODY = {"a": [], "b": []}
NOTHING = f.Known(NOBODY)
DRAW = "0123456789abcdef0123456789abcdef"

# ---- A maker of records ----

def sha(data): return hashlib.sha256(data).digest()
def text_of(x): return json.dumps(x, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
def jcs(x): return text_of(x).encode()
def digest(x): return sha(jcs(x)).hex()

p, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
d = -121665 * pow(121666, p - 2, p) % p
B = (15112221349535400772501151409588531511454012693041857206046113283949847762202,
     46316835694926478169428394003475163141307993866256225615783033603165251855960)

def plus(a, b):
    """RFC 8032 section 3: addition of x and y themselves."""
    e = d * a[0] * b[0] * a[1] * b[1]
    inverse = pow((1 + e) * (1 - e), -1, p)
    return (a[0] * b[1] + b[0] * a[1]) * (1 - e) * inverse % p, (a[1] * b[1] + a[0] * b[0]) * (1 + e) * inverse % p

DOUBLES = [B]
while len(DOUBLES) < 256:
    DOUBLES.append(plus(DOUBLES[-1], DOUBLES[-1]))

def encoded(n):
    """[n]B as 32 bytes."""
    total = (0, 1)
    for i in range(n.bit_length()):
        total = plus(total, DOUBLES[i]) if n >> i & 1 else total
    return (total[1] | (total[0] & 1) << 255).to_bytes(32, "little")

@functools.lru_cache(None)
def sign(secret, message):
    """The public key and the signature."""
    h = hashlib.sha512(secret).digest()
    a = int.from_bytes(h[:32], "little") & (2**254 - 8) | 2**254
    r = int.from_bytes(hashlib.sha512(h[32:] + message).digest(), "little") % L
    key, R = encoded(a), encoded(r)
    k = int.from_bytes(hashlib.sha512(R + key + message).digest(), "little")
    return key, R + ((r + k * a) % L).to_bytes(32, "little")

KEYS = {name: sign(name.encode() * 32, b"")[0].hex() for name in "abc"}

def signed(statement):
    """S, by the service that the statement names."""
    name = next(name for name in KEYS if KEYS[name] == statement["service"])
    return {"statement": statement, "signature": sign(name.encode() * 32, jcs(statement))[1].hex()}

def tree(leaves):
    if len(leaves) < 2:
        return sha(b"\0" + leaves[0]) if leaves else sha(b"")
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return sha(b"\1" + tree(leaves[:k]) + tree(leaves[k:]))

def naive_below(seed):
    position = 0
    def octets(n):
        nonlocal position
        position += n
        return bytes(sha(seed + (i // 32).to_bytes(4, "big"))[i % 32] for i in range(position - n, position))
    def below(n):
        while True:
            v = int.from_bytes(octets(8), "big")
            if v < (2**64 // n) * n:
                return v % n
    return below

def naive_shuffle(full, steps, below):
    full = list(full)
    for i in range(steps):
        if i < len(full) - 1:
            r = i + below(len(full) - i)
            full[i], full[r] = full[r], full[i]
    return full[:steps]

def naive_raffle(tickets, steps, below):
    left, drawn = list(enumerate(tickets)), []
    for _ in range(steps):
        t = below(sum(n for _, n in left)) if len(left) > 1 else 0
        for k, n in left:
            if t < n:
                break
            t -= n
        drawn.append(k)
        left.remove((k, n))
    return drawn

def naive_result(rule, q, tickets, below):
    n = len(tickets)
    if rule == "order/1":
        return {"order": naive_shuffle(range(n), n, below)}
    if rule in ("winners/1", "raffle/1"):
        steps = q["winners"] + q["alternates"]
        drawn = naive_raffle(tickets, steps, below) if rule == "raffle/1" else naive_shuffle(range(n), steps, below)
        return {"winners": drawn[:q["winners"]], "alternates": drawn[q["winners"]:]}
    if rule == "prizes/1":
        steps = sum(prize["quantity"] for prize in q["prizes"]) + q["alternates"]
        drawn = naive_raffle(tickets, steps, below) if q["tickets"] else naive_shuffle(range(n), steps, below)
        given = [{"name": prize["name"], "winners": [drawn.pop(0) for _ in range(prize["quantity"])]}
                 for prize in q["prizes"]]
        return {"prizes": given, "alternates": drawn}
    if rule == "groups/1":
        count = q["groups"] or (n + q["size"] - 1) // q["size"]
        groups = [[] for _ in range(count)]
        for j, k in enumerate(naive_shuffle(range(n), n, below)):
            groups[j % count].append(k)
        return {"groups": groups}
    if rule == "numbers/1" and q["repeat"]:
        return {"numbers": [q["from"] + below(q["to"] - q["from"] + 1) for _ in range(q["count"])]}
    if rule == "numbers/1":
        return {"numbers": naive_shuffle(range(q["from"], q["to"] + 1), q["count"], below)}
    return {"whatever": [1]}

def at(seconds):
    return f"2026-01-02T03:{4 + seconds // 60:02}:{seconds % 60:02}.000Z"

TIMES = {"created": at(0), "sealed a": at(5), "sealed b": at(5), "locked": at(10), "after": None, "bound a": at(11), "bound b": at(12), "opened a": at(13),
         "opened b": at(14), "void": at(15)}

def make(rule="winners/1", params=None, entries=None, bound="ab", opened="ab", void=False, times={}, tamper=None,
         signers="ab"):
    """A record; tamper(part, object) may change the manifest or a statement before it is hashed or signed."""
    tamper = tamper or (lambda part, x: None)
    params = {"winners": 2, "alternates": 1} if params is None else params
    entries = [{"label": name} for name in ("Ann", "Bo", "Cy", "Dée", "Ann")] if entries is None else entries
    times = {**TIMES, **times}
    tickets = [entry.get("tickets", 1) for entry in entries]
    def statement(kind, side, **members):
        x = {"type": f"fairhat/1/{kind}", "service": KEYS[signers["ab".index(side)]], "draw": DRAW, **members}
        tamper(f"{kind} {side}", x)
        return signed(x)
    secrets = {"a": sha(b"secret a"), "b": sha(b"secret b")}
    seals = {}
    for side in "ab":
        secret = {"type": "fairhat/1/secret", "service": KEYS[signers["ab".index(side)]], "draw": DRAW,
                  "secret": secrets[side].hex()}
        seals[side] = statement("seal", side, operator="Op", commitment=digest(secret),
                                issuedAt=times[f"sealed {side}"])
    manifest = {
        "type": "fairhat/1/manifest", "draw": DRAW, "title": "A \"draw\" 🎩", "organiser": "",
        "createdAt": times["created"], "lockedAt": times["locked"], "drawAfter": times["after"],
        "rule": rule, "params": params,
        "entries": {"count": len(entries), "tickets": sum(tickets), "root": tree([jcs(e) for e in entries]).hex()},
        "seals": {side: digest(seals[side]["statement"]) for side in "ab"},
        "policy": {"substitutes": "alternates", "redraw": "never"}, "previous": None, "beacon": None}
    tamper("manifest", manifest)
    m = digest(manifest)
    bindings = {side: statement("binding", side, manifest=m, boundAt=times[f"bound {side}"]) if side in bound else None
                for side in "ab"}
    openings = {side: statement("opening", side, manifest=m, secret=secrets[side].hex(),
                                openedAt=times[f"opened {side}"]) if side in opened else None for side in "ab"}
    prk = hmac.new(bytes.fromhex(m), secrets["a"] + secrets["b"], hashlib.sha256).digest()
    seed = hmac.new(prk, b"fairhat/1/seed\x01", hashlib.sha256).digest()
    outcome = None
    if not void:
        try:
            result = naive_result(rule, params, tickets, naive_below(seed))
        except (LookupError, TypeError, ValueError, ZeroDivisionError, MemoryError, OverflowError):
            result = {}
        outcome = {"rule": rule, "seed": seed.hex(), "result": result}
    return {"type": "fairhat/1/record", "state": "void" if void else "drawn", "manifest": manifest, "entries": entries,
            "seals": seals, "bindings": bindings, "openings": openings, "outcome": outcome,
            "void": {"reason": "no answer", "at": times["void"]} if void else None}

def lock_of(record):
    return {"type": "fairhat/1/lock", **{part: record[part] for part in ("manifest", "entries", "seals", "bindings")}}

def verdict(record, pins=NOBODY, **known):
    found, _ = f.verify(record if isinstance(record, bytes) else jcs(record), f.Known(pins, **known))
    return found["verdict"] + (f" {found['check']}" if found["check"] else "")

def leaves(x, path=()):
    if isinstance(x, (dict, list)) and x:
        for key in x if isinstance(x, dict) else range(len(x)):
            yield from leaves(x[key], path + (key,))
    else:
        yield path, x

def others(x):
    """Values of the same and of other types."""
    values = [None, True, False, 0, 1, "", "0" * 32, at(12), [], [0], {}, {"x": 0}]
    if type(x) is int:
        values += [x + 1, x - 1, str(x), float(x)]
    if isinstance(x, str):
        values += [x[:-1] + ("0" if x[-1:] != "0" else "1"), x[:-1], x + " ", x + "\n", x.upper(), x.lower()]
    return [value for value in values if text_of(value) != text_of(x)]

def changed(record, path, value):
    record = copy.deepcopy(record)
    place = record
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return record

THREE = [{"label": "one"}, {"label": "five", "tickets": 5}, {"label": "many", "tickets": 2**53 - 10}]
TOMBOLA = [{"name": "Car", "quantity": 1}, {"name": "Pen", "quantity": 2}]
GOOD = {  # (rule, params, entries)
    "order": ("order/1", {}, None),
    "order of one": ("order/1", {}, [{"label": "x"}]),
    "winners": ("winners/1", {"winners": 2, "alternates": 1}, None),
    "all win": ("winners/1", {"winners": 3, "alternates": 2}, None),
    "many": ("winners/1", {"winners": 30, "alternates": 10}, [{"label": str(i)} for i in range(70)]),
    "raffle": ("raffle/1", {"winners": 1, "alternates": 1}, THREE),
    "raffle of all": ("raffle/1", {"winners": 1, "alternates": 2}, THREE),
    "raffle of many": ("raffle/1", {"winners": 40, "alternates": 25},
                       [{"label": str(i), **({"tickets": i * i} if i > 1 else {})} for i in range(70)]),
    "raffle of 2^6": ("raffle/1", {"winners": 30, "alternates": 34},
                      [{"label": str(i), "tickets": 2 + i % 3} for i in range(64)]),
    "raffle without tickets": ("raffle/1", {"winners": 1, "alternates": 0}, None),
    "prizes": ("prizes/1", {"prizes": TOMBOLA, "tickets": False, "alternates": 1}, None),
    "prizes with tickets": ("prizes/1", {"prizes": TOMBOLA, "tickets": True, "alternates": 0}, THREE),
    "groups": ("groups/1", {"groups": 2, "size": None}, None),
    "groups of a size": ("groups/1", {"groups": None, "size": 2}, None),
    "group of all": ("groups/1", {"groups": None, "size": 5}, None),
    "dice": ("numbers/1", {"from": 1, "to": 6, "count": 10, "repeat": True}, []),
    "lotto": ("numbers/1", {"from": 1, "to": 49, "count": 6, "repeat": False}, []),
    "all numbers": ("numbers/1", {"from": -2, "to": 2, "count": 5, "repeat": False}, []),
    "many numbers": ("numbers/1", {"from": 0, "to": 9999, "count": 10000, "repeat": True}, []),
    "greatest": ("numbers/1", {"from": f.MAX, "to": f.MAX, "count": 1, "repeat": False}, []),
    "least": ("numbers/1", {"from": -f.MAX, "to": -f.MAX, "count": 1, "repeat": True}, []),
    "widest": ("numbers/1", {"from": 1 - 2**52, "to": 2**52 - 1, "count": 3, "repeat": True}, []),
}
WRONG = {  # that the rule check must refuse
    "too many": ("winners/1", {"winners": 5, "alternates": 1}, None),
    "no winner": ("winners/1", {"winners": 0, "alternates": 1}, None),
    "true is not 1": ("winners/1", {"winners": True, "alternates": 1}, None),
    "negative": ("winners/1", {"winners": 3, "alternates": -1}, None),
    "missing": ("winners/1", {"winners": 1}, None),
    "another": ("winners/1", {"winners": 1, "alternates": 0, "x": 0}, None),
    "tickets": ("winners/1", {"winners": 1, "alternates": 0}, THREE),
    "order with parameters": ("order/1", {"x": 1}, None),
    "order of none": ("order/1", {}, []),
    "order with tickets": ("order/1", {}, THREE),
    "no prizes": ("prizes/1", {"prizes": [], "tickets": True, "alternates": 1}, None),
    "prizes as an object": ("prizes/1", {"prizes": {"a": TOMBOLA}, "tickets": True, "alternates": 1}, None),
    "nameless": ("prizes/1", {"prizes": [{"name": "", "quantity": 1}], "tickets": True, "alternates": 1}, None),
    "no quantity": ("prizes/1", {"prizes": [{"name": "x", "quantity": 0}], "tickets": True, "alternates": 1}, None),
    "tickets 1": ("prizes/1", {"prizes": TOMBOLA, "tickets": 1, "alternates": 1}, None),
    "tickets unused": ("prizes/1", {"prizes": TOMBOLA, "tickets": False, "alternates": 0}, THREE),
    "too many prizes": ("prizes/1", {"prizes": TOMBOLA, "tickets": False, "alternates": 3}, None),
    "groups and size": ("groups/1", {"groups": 2, "size": 2}, None),
    "neither": ("groups/1", {"groups": None, "size": None}, None),
    "more groups than entries": ("groups/1", {"groups": 6, "size": None}, None),
    "greater than the list": ("groups/1", {"groups": None, "size": 6}, None),
    "groups with tickets": ("groups/1", {"groups": 2, "size": None}, THREE),
    "numbers with a list": ("numbers/1", {"from": 1, "to": 6, "count": 1, "repeat": True}, None),
    "too wide": ("numbers/1", {"from": -2**52, "to": 2**52 - 1, "count": 1, "repeat": True}, []),
    "backwards": ("numbers/1", {"from": 2, "to": 1, "count": 1, "repeat": True}, []),
    "too many numbers": ("numbers/1", {"from": 1, "to": 2, "count": 3, "repeat": False}, []),
    "10001": ("numbers/1", {"from": 1, "to": 2, "count": 10001, "repeat": True}, []),
    "no number": ("numbers/1", {"from": 1, "to": 2, "count": 0, "repeat": True}, []),
}

# ---- Tests ----

class Primitives(unittest.TestCase):
    def test_ed25519_rfc_8032_7_1(self):
        for key, message, signature in (
                ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                 "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                 "d25bf5f0595bbe24655141438e7a100b"),
                ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                 "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                 "387b2eaeb4302aeeb00d291612bb0c00"),
                ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                 "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                 "4a7c15e9716ed28dc027beceea1ec40a")):
            key, message, signature = map(bytes.fromhex, (key, message, signature))
            self.assertIsNone(f.signature_fault(key, message, signature))
            for i in range(0, 512, 37):
                bad = bytearray(signature)
                bad[i // 8] ^= 1 << i % 8
                self.assertIsNotNone(f.signature_fault(key, message, bytes(bad)))
            self.assertIsNotNone(f.signature_fault(key, message + b"x", signature))

    def test_ed25519_refusals_in_order(self):
        key, signature = sign(b"k" * 32, b"m")
        self.assertIsNone(f.signature_fault(key, b"m", signature))
        above = (int.from_bytes(signature[32:], "little") + L).to_bytes(32, "little")
        one, minus_zero = (1).to_bytes(32, "little"), (1 + 2**255).to_bytes(32, "little")
        for k, s, fault in (
                (key, signature[:32] + above, "S is not"), (one, signature, "small"), (key, one + above, "small"),
                (minus_zero, signature, "canonical"), (key, minus_zero + above, "canonical"),
                ((p + 1).to_bytes(32, "little"), signature, "canonical"),
                ((2).to_bytes(32, "little"), signature, "canonical"),
                (key, (p + 3).to_bytes(32, "little") + above, "canonical"), (b"\xff" * 32, signature, "canonical")):
            self.assertIn(fault, f.signature_fault(k, b"m", s))
        order_8 = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
        for small in (one, (p - 1).to_bytes(32, "little"), bytes(32), bytes(31) + b"\x80", order_8):
            self.assertIn("small", f.signature_fault(small, b"m", signature))
            self.assertIn("small", f.signature_fault(key, b"m", small + signature[32:]))
        self.assertEqual(f.BASE[:2], B)

    def test_ed25519_without_cofactor(self):
        low = (0, p - 1)  # of order 2; R + low passes only where the equation is taken times 8
        h = hashlib.sha512(b"k" * 32).digest()
        a, r = int.from_bytes(h[:32], "little") & (2**254 - 8) | 2**254, 12345
        x, y, _, _ = f.decode_point(encoded(r))
        x, y = plus((x, y), low)
        R, key = (y | (x & 1) << 255).to_bytes(32, "little"), encoded(a)
        k = int.from_bytes(hashlib.sha512(R + key + b"m").digest(), "little")
        for s in (r + k * a, -r - k * a):  # with the other sign x is right, and only y is wrong
            self.assertIn("not of", f.signature_fault(key, b"m", R + (s % L).to_bytes(32, "little")))
        key, good = sign(b"k" * 32, b"m")
        other = L - int.from_bytes(good[32:], "little")  # here y is right
        self.assertIn("not of", f.signature_fault(key, b"m", good[:32] + other.to_bytes(32, "little")))

    def test_keys_of_mixed_order(self):
        order_8 = f.decode_point(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"))[:2]
        a, small = 5, (0, 1)
        for times in range(8):
            x, y = plus(f.decode_point(encoded(a))[:2], small)
            key = (y | (x & 1) << 255).to_bytes(32, "little")
            self.assertEqual(f.is_publishable(key), times == 0, times)
            self.assertFalse(f.is_publishable((small[1] | (small[0] & 1) << 255).to_bytes(32, "little")))
            small = plus(small, order_8)
        self.assertFalse(f.is_publishable((2).to_bytes(32, "little")))
        self.assertTrue(all(f.is_publishable(bytes.fromhex(key)) for key in KEYS.values()))
        # With R = rB the equation holds where the k that multiplies A is a multiple of 8. The text: k mod L.
        good = {True: 0, False: 0}
        for r in range(1, 200):
            R = encoded(r)
            k = int.from_bytes(hashlib.sha512(R + key + b"m").digest(), "little")
            if (k % L % 8 == 0) == (k % 8 == 0):
                continue
            s = ((r + k * a) % L).to_bytes(32, "little")
            reduced = k % L % 8 == 0
            self.assertEqual(f.signature_fault(key, b"m", R + s) is None, reduced)
            good[reduced] += 1
        self.assertTrue(good[True] and good[False])

    def test_hkdf_rfc_5869_a_1(self):
        okm = f.hkdf_sha256(bytes(range(13)), b"\x0b" * 22, bytes(range(0xf0, 0xfa)), 42)
        self.assertEqual(okm.hex(), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                         "34007208d5b887185865")

    def test_mgf1(self):
        blocks = f.mgf1_sha256(b"bar")
        self.assertEqual((next(blocks) + next(blocks))[:50].hex(), "382576a7841021cc28fc4c0948753fb8312090cea942ea4c"
                         "4e735d10dc724b155f9f6069f289d61daca0cb814502ef04eae1")

    def test_below(self):
        for n in (1, 2, 3, 2**53 - 1, 2**53):
            mine, naive = f.make_below(b"s" * 32), naive_below(b"s" * 32)
            self.assertEqual([mine(n) for _ in range(20)], [naive(n) for _ in range(20)])
        n, mine, naive = 2**63 + 1, f.make_below(b"s"), naive_below(b"s")  # half of the words are read again
        self.assertEqual([mine(n) for _ in range(50)], [naive(n) for _ in range(50)])

    def test_merkle_rfc_6962(self):
        self.assertEqual(f.merkle_root([]).hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        data = [bytes.fromhex(x) for x in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                           "606162636465666768696a6b6c6d6e6f")]
        roots = ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                 "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                 "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                 "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                 "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                 "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                 "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                 "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"]
        self.assertEqual([f.merkle_root(data[:n + 1]).hex() for n in range(8)], roots)
        for n in range(70):
            self.assertEqual(f.merkle_root([bytes([i]) for i in range(n)]), tree([bytes([i]) for i in range(n)]))

    def test_canonical(self):
        self.assertEqual(f.canonical({"\ufb33": 1, "😀": [True, False, None, -0, -5], "€": "", "1": {}, "\r": []}),
                         '{"\\r":[],"1":{},"€":"","😀":[true,false,null,0,-5],"\ufb33":1}')
        self.assertEqual(f.canonical('"\\/\b\t\n\f\r\x00\x1f\x7f\u2028é'),
                         '"\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\u2028é"')
        for bad in (5.0, 2**53, -2**53, float("nan"), [1e2]):
            with self.assertRaises(f.Fail):
                f.canonical(bad)

    def test_times(self):
        for good in ("1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2024-02-29T12:00:00.000Z"):
            self.assertTrue(f.is_time(good))
        for bad in ("1969-12-31T23:59:59.999Z", "2023-02-29T12:00:00.000Z", "2023-13-01T12:00:00.000Z",
                    "0000-01-01T00:00:00.000Z", "2023-01-01T24:00:00.000Z", "2023-01-01T23:59:60.000Z",
                    "2023-01-01T12:00:00Z", "2023-01-01T12:00:00.000z", "2023-01-01T12:00:00.000Z\n",
                    "２023-01-01T12:00:00.000Z", "2023-01-01 12:00:00.000Z", 5, None, ""):
            self.assertFalse(f.is_time(bad), bad)


class TheText(unittest.TestCase):
    """The examples of docs/protocol.md."""
    def setUp(self):
        with open(os.path.join(os.path.dirname(f.__file__), "..", "docs", "protocol.md"), encoding="utf-8") as file:
            blocks = file.read().split("```json ")[1:]
        pairs = (block.split("```")[0].split("\n", 1) for block in blocks)
        self.blocks = {name: json.loads(body) for name, body in pairs}

    def test_record(self):
        self.assertEqual(verdict(self.blocks["record"]), "holds")

    def test_examples(self):
        x, unhex = self.blocks["examples"], bytes.fromhex
        for example in x["canonical"]:
            self.assertEqual(f.canonical(example["value"]), example["form"])
        self.assertEqual(f.digest(x["digest"]["value"]).hex(), x["digest"]["digest"])
        for example in x["tree"]:
            self.assertEqual(f.merkle_root(map(f.data, example["entries"])).hex(), example["root"])
        secret = {"type": "fairhat/1/secret", **x["commitment"]}
        commitment = secret.pop("commitment")
        self.assertEqual(f.digest(secret).hex(), commitment)
        seed = f.hkdf_sha256(unhex(x["seed"]["M"]), unhex(x["seed"]["secret_a"] + x["seed"]["secret_b"]),
                             b"fairhat/1/seed", 32)
        self.assertEqual(seed.hex(), x["seed"]["seed"])
        stream = f.mgf1_sha256(unhex(x["keystream"]["seed"]))
        self.assertEqual(next(stream).hex(), x["keystream"]["first32bytes"])
        below = f.make_below(unhex(x["below"]["seed"]))
        for call in x["below"]["calls"]:
            self.assertEqual(below(call["n"]), call["answer"])


class Receipts(unittest.TestCase):
    def test_the_vectors(self):
        """Section 13: every changed member is refused, with the reason that the other verifier gives."""
        folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        with open(os.path.join(folder, "packages/protocol/vectors/receipts.json"), encoding="utf-8") as file:
            vectors = json.load(file)
        for receipt in vectors["holds"]:
            self.assertIsNone(f.receipt_fault(jcs(receipt), vectors["manifest"]))
        for case in vectors["refused"]:
            self.assertEqual(f.receipt_fault(jcs(case["receipt"]), vectors["manifest"]), case["reason"])
        for file in (b"", b"{}", b"[]", b"\xff", json.dumps(vectors["holds"][0]).encode()):
            self.assertEqual(f.receipt_fault(file, vectors["manifest"]), "not_a_receipt")

    def test_a_last_leaf_without_a_sibling(self):
        leaves = [b"a", b"b", b"c"]
        self.assertEqual(f.root_from(b"c", 2, 3, [f.merkle_root(leaves[:2])]), f.merkle_root(leaves))

class Records(unittest.TestCase):
    def test_holds(self):
        for name, (rule, params, entries) in GOOD.items():
            with self.subTest(name):
                self.assertEqual(verdict(make(rule, params, entries)), "holds")

    def test_parameters_that_cannot_work(self):
        for name, (rule, params, entries) in WRONG.items():
            with self.subTest(name):
                self.assertEqual(verdict(make(rule, params, entries)), "does not hold rule")

    def test_every_leaf_changed(self):
        for name in ("winners", "prizes with tickets", "lotto", "groups of a size"):
            record = make(*GOOD[name])
            for path, x in leaves(record):
                for other in others(x):
                    with self.subTest(name, path=path, other=other):
                        found = verdict(changed(record, path, other)).split()
                        good = {("type",): ["not", "cannot"], ("entries",): ["does", "erased"]}.get(path, ["does"])
                        self.assertIn(found[0], good)

    def test_every_leaf_of_a_void_record_changed(self):
        record = make(void=True, opened="a")
        for path, x in leaves(record):
            for other in others(x):
                if path not in (("type",), ("void", "reason"), ("void", "at")):  # nobody signs the last two
                    self.assertIn("does not hold", verdict(changed(record, path, other)), (path, other))

    def test_every_member_added_or_removed(self):
        record = make(*GOOD["prizes with tickets"])
        def objects(x, path=()):
            if isinstance(x, (dict, list)):
                for key in x if isinstance(x, dict) else range(len(x)):
                    yield from objects(x[key], path + (key,))
            if isinstance(x, dict):
                yield path, x
        for path, x in objects(record):
            more = changed(record, path, {**x, "x": 1}) if path else {**record, "x": 1}
            self.assertIn("does not hold", verdict(more), path)
            for name in x:
                if path or name != "type":
                    less = {k: v for k, v in x.items() if k != name}
                    self.assertIn("does not hold", verdict(changed(record, path, less) if path else less), (path, name))

    def test_void(self):
        for bound, opened in (("", ""), ("a", ""), ("ab", ""), ("ab", "b"), ("ab", "ab")):
            self.assertEqual(verdict(make(void=True, bound=bound, opened=opened)), "void")
        self.assertEqual(verdict(make(void=True, bound="a", opened="b")), "does not hold form")
        for bound, opened, first in (("", "", 10), ("ab", "", 10), ("ab", "a", 13), ("ab", "ab", 14)):
            self.assertEqual(verdict(make(void=True, bound=bound, opened=opened, times={"void": at(first)})), "void")
            early = make(void=True, bound=bound, opened=opened, times={"void": at(first - 1)})
            self.assertEqual(verdict(early), "does not hold times")
        self.assertEqual(verdict({**make(void=True), "outcome": make()["outcome"]}), "does not hold form")
        for bound, opened in (("ab", "a"), ("a", "a"), ("", "")):
            self.assertEqual(verdict(make(bound=bound, opened=opened)), "does not hold form")

    def test_replaces_itself(self):
        def replacing(draw):
            return make(tamper=lambda part, x: part == "manifest" and x.update(previous=draw))
        self.assertEqual(verdict(replacing("f" * 32)), "holds")
        self.assertEqual(verdict(replacing(DRAW)), "does not hold form")

    def test_alternates_only_as_substitutes(self):
        for substitutes, alternates, expected in (
                ("none", 0, "holds"), ("none", 1, "does not hold rule"), ("alternates", 0, "holds"),
                ("alternates", 1, "holds")):
            def policy(part, x):
                if part == "manifest":
                    x["policy"] = {"substitutes": substitutes, "redraw": "never"}
            params = {"winners": 1, "alternates": alternates}
            self.assertEqual(verdict(make(params=params, tamper=policy)), expected)
            self.assertEqual(verdict(make(params=params, tamper=policy, void=True)), expected.replace("holds", "void"))
            self.assertEqual(verdict(make("order/1", {}, tamper=policy)), "holds")

    def test_lead(self):
        after = {"after": at(13)}
        for times, lead, words in (
                ({}, 1000, "made at once, 1.00 s between lock and opening"),
                ({**after, "opened a": at(72)}, 2000, "made at once, 2.00 s between"),
                ({**after, "opened a": at(72), "opened b": at(72)}, 60000, "announced 1 min before"),
                ({"opened a": at(72), "opened b": at(72)}, 60000, "made at once, 1 min between"),
                ({**after, "opened a": at(72).replace("000Z", "999Z"), "opened b": at(71).replace("000Z", "999Z")}, 59999,
                 "made at once, 59.99 s between"),
                ({"bound b": at(14), "opened a": at(11)}, -3000, "one service opened 3.00 s before the other had bound")):
            found, lines = f.verify(jcs(make(times=times)), NOTHING)
            self.assertEqual((found["verdict"], found["lead"]), ("holds", lead))
            self.assertIn(words, lines[-1])
            self.assertIs(found["announced"], words.startswith("announced"))
        for bound, opened in (("", ""), ("a", "a"), ("ab", "a"), ("ab", "")):
            found, lines = f.verify(jcs(make(void=True, bound=bound, opened=opened, times=after)), NOTHING)
            self.assertEqual((found["lead"], found["announced"]), (None, None))
            self.assertNotIn("announced", lines[-1])
            self.assertNotIn("made at once", lines[-1])

    def test_duration(self):
        hour = 3600000
        for span, words in ((0, "0.00 s"), (49, "0.04 s"), (59999, "59.99 s"), (60000, "1 min"), (61999, "1 min 1 s"),
                            (hour - 1, "59 min 59 s"), (hour + 59999, "1 h"), (3 * hour + 779999, "3 h 12 min"),
                            (24 * hour, "1 d"), (24 * hour - 1, "23 h 59 min"), (24000 * hour + hour, "1000 d 1 h")):
            self.assertEqual(f.duration(span), words)

    def test_what_a_void_record_is_worth(self):
        for bound, opened, words in (
                ("", "", "no service had bound it: anybody who holds two seals can have made this record"),
                ("b", "", "nothing was drawn: bound by b, opened by none"),
                ("ab", "a", "nothing was drawn: bound by a and b, opened by a")):
            found, lines = f.verify(jcs(make(void=True, bound=bound, opened=opened)), NOTHING)
            self.assertIn(words, lines[-1])
            self.assertIn("nobody signs that a draw is void", lines[-1])
            self.assertIsNone(found["outcome"])
        drawn = make()
        found, lines = f.verify(jcs(make(void=True)), NOTHING)
        self.assertEqual((found["verdict"], found["outcome"]), ("void", drawn["outcome"]))
        names = [drawn["entries"][at]["label"] for at in drawn["outcome"]["result"]["winners"]]
        self.assertIn('both numbers were out; the result would have been {"alternates":', lines[-1])
        self.assertIn('"winners":' + text_of(names), lines[-1])
        for name in GOOD:
            drawn, stopped = make(*GOOD[name]), make(*GOOD[name], void=True)
            self.assertEqual(f.verify(jcs(stopped), NOTHING)[0]["outcome"], drawn["outcome"])
            self.assertIsNone(f.verify(jcs(drawn), NOTHING)[0]["outcome"])
        _, lines = f.verify(jcs(make(*GOOD["all numbers"], void=True)), NOTHING)
        self.assertIn(text_of(make(*GOOD["all numbers"])["outcome"]["result"]), lines[-1])

    def test_lock(self):
        good = lock_of(make())
        self.assertEqual(verdict(good), "holds so far")
        self.assertEqual(verdict(lock_of(make("solitaire/3", {}))), "holds so far")
        self.assertEqual(verdict(good, {"a": [KEYS["c"]], "b": []}), "does not hold keys")
        for path, x in leaves(good):
            for other in others(x):
                expected = ("does",) if path != ("type",) else ("not", "cannot")
                self.assertIn(verdict(changed(good, path, other)).split()[0], expected, (path, other))
        for bad in ({**good, "bindings": {**good["bindings"], "b": None}}, {**good, "openings": make()["openings"]},
                    {**make(), "type": "fairhat/1/lock"}, {**good, "type": "fairhat/1/record"}, {**good, "state": "drawn"}):
            self.assertEqual(verdict(bad), "does not hold form")
        self.assertEqual(verdict(jcs(good) + b"\n"), "does not hold form")
        self.assertEqual(verdict({**good, "type": "fairhat/2/lock"}), "cannot decide")
        _, lines = f.verify(jcs(good), NOTHING)
        self.assertEqual([line.split()[1] for line in lines[-4:-1]], ["skipped"] * 3)

    def test_what_was_known_before(self):
        record, m = make(), digest(make()["manifest"])
        for file in (record, lock_of(record), make(void=True)):
            self.assertNotIn("not hold", verdict(file, draw=DRAW, lock=m))
            self.assertEqual(verdict(file, draw="f" * 32), "does not hold seals")
            self.assertEqual(verdict(file, lock="0" * 64), "does not hold bindings")
        _, lines = f.verify(jcs(record), f.Known(NOBODY, draw="f" * 32))
        self.assertTrue(any(f"the draw that was asked for: {'f' * 32}" in line for line in lines))

    def test_operators(self):
        def by(a, b):
            return make(tamper=lambda part, x: part.startswith("seal") and x.update(operator=b if part[-1] == "b" else a))
        for a, b, parties in (
                ("Acme", "Acme Ltd", 2), ("Acme", "acme ", 1), ("Acme", "ＡＣＭＥ", 1), ("Acme", "\u200bAc\u00adme\ufeff", 1),
                ("Straße 1", "STRASSE\u00a0 1", 1), ("ẞ", "ss", 1), ("ΟΔΟΣ", "οδος", 1), ("Zoë", "Zoe\u0308", 1), ("ı", "I", 1),
                ("AC ME", "ACME", 2), ("Zoë", "Zoe", 2), ("", "Acme", 1), ("Acme", "\u2800\u3164", 1), ("", "", 1)):
            found, lines = f.verify(jcs(by(a, b)), NOTHING)
            self.assertEqual((found["verdict"], found["parties"]), ("holds", parties), (a, b))
            self.assertEqual(found["operators"], {"a": a, "b": b})
            self.assertIn("two parties" if parties == 2 else "one party", lines[1])
        self.assertIn('a (blank), b "Acme": one party', f.verify(jcs(by("\u2000", "Acme")), NOTHING)[1][1])

    def test_blank_title(self):
        record = make(tamper=lambda part, x: part == "manifest" and x.update(title="\u00a0\u200b"))
        found, lines = f.verify(jcs(record), NOTHING)
        self.assertEqual((found["verdict"], lines[0].split()[-1]), ("holds", "(blank)"))

    def test_unknown_rule(self):
        for void in (False, True):
            self.assertEqual(verdict(make("solitaire/3", {"any": {"thing": [None]}}, void=void)), "cannot decide")
            record = make("solitaire/3", {}, void=void)
            record["seals"]["a"]["signature"] = record["seals"]["b"]["signature"]
            self.assertEqual(verdict(record), "does not hold signatures")
        record = make("winners/9")
        record["outcome"]["seed"] = "0" * 64
        self.assertEqual(verdict(record), "does not hold seed")

    def test_cannot_decide(self):
        for kind in ("fairhat/2/record", "fairhat/10/record", "fairhat/01/record"):
            self.assertEqual(verdict({"type": kind}), "cannot decide")
        for entries in ([{"hidden": 1}], [], [{"hidden": 1}, {"label": "x"}], [{"hidden": 1}, "hidden"], "hidden", ["hidden"], None):
            self.assertEqual(verdict({"type": "fairhat/1/record", "entries": entries}), "does not hold form")

    def test_not_a_record(self):
        good = jcs(make())
        for bad in (b"", b"{", b"null", b"[]", b'"fairhat/1/record"', b"[" * 10**6,
                    b"\xef\xbb\xbf" + good, b"\xff" + good,
                    good + b"}", good.decode().encode("utf-16"), b'{"type":1}', b'{"type":"fairhat//record"}',
                    b'{"type":"fairhat/-1/record"}', b'{"type":"fairhat/x/record"}', b'{"type":"fairhat/1/manifest"}',
                    '{"type":"fairhat/١/record"}'.encode(), b'{"type":"fairhat/1/record\\n"}',
                    *(b'{"type":"fairhat/1/record",%s}' % x for x in (
                        b"", b'"x":NaN', b'"x":-Infinity', b'"x":01', b'"x":"\xed\xa0\x80"', b'"x":"\n"'))):
            self.assertEqual(verdict(bad), "not a record", bad[:60])

    def test_nesting(self):
        for depth, expected in ((32, "does not hold form"), (33, "not a record"), (5000, "not a record")):
            inner = "[" * (depth - 1) + "]" * (depth - 1)
            for file in ('{"type":"fairhat/1/record","x":%s}', '{"x":%s,"x":"]]","type":"fairhat/1/record"}'):
                self.assertEqual(verdict((file % inner).encode()), expected, depth)
        brackets = json.dumps("[" * 40 + '"' + "{" * 40 + "\\")
        self.assertEqual(verdict(('{"type":"fairhat/1/record","x":%s}' % brackets).encode()), "does not hold form")

    def test_form_of_the_file(self):
        good = jcs(make()).decode()
        self.assertEqual(verdict(good.encode()), "holds")
        self.assertEqual(verdict((good + "\n").encode()), "does not hold form")
        count, bo = '"count":5', '{"label":"Bo"}'
        for old, new in (
                ("{", "{ "), (count, '"count":5.0'), (count, '"count":5e0'), (count, '"count":1e999'),
                (count, '"count":-0'), (count, '"count":' + "9" * 5000), (count, '"count":-' + "9" * 5000),
                (count, '"count":5,"count":5'),
                ("Dée", "D\\u00e9e"), ("Bo", "\\ud800"), ("Bo", "\\n"), ("Bo", "\\u0000"), ("Bo", "\x7f"), ("Bo", ""),
                ("Bo", "x" * 201), (bo, '{"label":"Bo","tickets":1}'), (bo, '{"label":"Bo","tickets":null}'),
                (bo, "[]"), (bo, '"label"'), (bo, '{"label":"Bo","tickets":9007199254740992}'), (bo, '{"tickets":2}')):
            self.assertIn(old, good)
            self.assertEqual(verdict(good.replace(old, new).encode()), "does not hold form", new[:40])
        for label in ("x" * 200, "😀" * 200, '\\n"\\', "\x80", " "):
            self.assertEqual(verdict(make(entries=[{"label": label}] * 4)), "holds", label)
        self.assertEqual(verdict(make("x/1", {"text": "\n"})), "does not hold form")
        self.assertEqual(verdict(make("x/1", {"\t": 1})), "does not hold form")
        for name in ("", "winners", "winners/", "/1", "a/b/1", "winners/x", "winners/01", "winners/0", "winners/1 ",
                     "Winners/1", "a" * 33 + "/1", "a/1234567890", "a_b/1"):
            self.assertEqual(verdict(make(name)), "does not hold form")
            self.assertEqual(verdict(changed(make(), ("outcome", "rule"), name)), "does not hold form")
        for name in ("a/1", "a" * 32 + "/999999999"):
            self.assertEqual(verdict(make(name)), "cannot decide")

    def test_each_check_by_name(self):
        def tampering(part, **change):
            return make(tamper=lambda where, x: where == part and x.update(change))
        entries = {"count": 5, "tickets": 5, "root": make()["manifest"]["entries"]["root"]}
        for expected, record in (
                ("keys", make(signers="aa")), ("seals", tampering("opening b", secret="00" * 32)),
                ("seals", tampering("seal a", draw="f" * 32)), ("seals", tampering("binding a", draw="f" * 32)),
                ("seals", tampering("opening b", draw="f" * 32)), ("seals", tampering("manifest", draw="f" * 32)),
                ("seals", tampering("seal b", commitment="00" * 32)),
                ("entries", tampering("manifest", entries={**entries, "count": 6})),
                ("entries", make("order/1", {}, tamper=lambda where, x: where == "manifest" and x.update(
                    entries={**entries, "count": f.MAX, "tickets": f.MAX}))),  # must terminate quickly
                ("seals", tampering("seal a", service=KEYS["c"])), ("seals", tampering("binding a", service=KEYS["c"])),
                ("seals", tampering("opening b", service=KEYS["a"])),
                ("entries", tampering("manifest", entries={**entries, "tickets": 6})),
                ("entries", tampering("manifest", entries={**entries, "root": "00" * 32})),
                ("bindings", tampering("binding a", manifest="00" * 32)),
                ("bindings", tampering("opening b", manifest="00" * 32)),
                ("bindings", tampering("manifest", seals={"a": "00" * 32, "b": "00" * 32}))):
            self.assertEqual(verdict(record), f"does not hold {expected}")
        record = make()
        for expected, change in (
                ("rule", {"rule": "winners/9"}), ("seed", {"seed": "00" * 32}), ("result", {"result": {}})):
            outcome = {**record["outcome"], **change}
            self.assertEqual(verdict({**record, "outcome": outcome}), f"does not hold {expected}")
        other = copy.deepcopy(record)
        for kind in ("seals", "bindings", "openings"):
            other[kind] = {"a": other[kind]["b"], "b": other[kind]["a"]}
        self.assertEqual(verdict(other), "does not hold bindings")

    def test_both_sides_of_every_time(self):
        later = {"after": at(300), "opened a": at(300), "opened b": at(300)}
        for good in (
                {"created": at(10)}, {"locked": at(71)}, {"opened a": at(11)}, later, {**later, "bound b": at(70)},
                {"after": at(10)}, {"bound a": at(70), "opened a": at(70)}, {"sealed a": at(11)},
                {"bound a": at(70), "opened a": at(70), "after": at(10)}):
            self.assertEqual(verdict(make(times=good)), "holds", good)
        for bad in ({"created": at(11)}, {"after": at(9)}, {"locked": at(72)}, {"opened a": at(10)}, {**later, "opened b": at(299)},
                    {**later, "bound b": at(71)}, {"bound a": at(71), "opened a": at(71)}, {"sealed b": at(13)},
                    {"bound a": at(71), "opened a": at(71), "after": at(10)}):
            self.assertEqual(verdict(make(times=bad)), "does not hold times", bad)
        nearly = at(70).replace("000Z", "999Z")
        self.assertEqual(verdict(make(times={"locked": nearly, "bound b": at(11)})), "holds")
        self.assertEqual(verdict(make(times={"locked": at(71).replace("000Z", "001Z")})), "does not hold times")
        last = dict.fromkeys(TIMES, "9999-12-31T23:59:59.999Z")
        self.assertEqual(verdict(make(times=last)), "holds")

    def test_pins(self):
        record = jcs(make())
        for pins, expected, signers in (
                ({"a": [KEYS["a"]], "b": []}, "holds", "unknown"),
                ({"a": [KEYS["b"]], "b": []}, "does not hold keys", "unknown"),
                ({"a": [KEYS["c"], KEYS["a"]], "b": [KEYS["b"]]}, "holds", "pinned"),
                ({"a": [KEYS["b"]], "b": [KEYS["a"]]}, "does not hold keys", "pinned")):
            self.assertEqual(verdict(record, pins), expected)
            self.assertEqual(f.verify(record, f.Known(pins))[0]["signers"], signers)

    def test_announced_and_the_reason_found(self):
        after = {"after": at(100), "opened a": at(100), "opened b": at(100), "void": at(101)}
        later = make(times=after)
        for record, announced, found in (
                (make(), False, None), (later, True, None),
                (changed(later, ("outcome", "seed"), "00" * 32), True, "00"),
                (changed(later, ("void",), 0), None, "0"), (make("x/1", {}), False, "rule"), (None, None, "type"),
                (make("x/1", {}, times=after), True, "rule"), (make(void=True, times=after), True, "no answer"),
                (make(void=True, opened="a", times=after), None, "no answer")):
            report, _ = f.verify(jcs(record), NOTHING)
            self.assertIs(report["announced"], announced)
            self.assertIn(found, report["found"]) if found else self.assertIsNone(report["found"])


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        bad = make()
        bad["outcome"]["result"] = {}
        other = make(tamper=lambda part, x: part == "manifest" and x.update(title="Another"))
        files = {"holds": make(), "void": make(void=True), "bad": bad, "unknown": make("x/1", {}), "garbage": None,
                 "lock": lock_of(make()), "other lock": lock_of(other), "bad lock": {**lock_of(make()), "entries": []}}
        for name, record in files.items():
            with open(self.path(name), "wb") as file:
                file.write(jcs(record))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_main(self, *arguments):
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            try:
                status = f.main(list(arguments))
            except SystemExit as end:
                status = end.code
        return status, output.getvalue().splitlines()

    def test_exit_status(self):
        for names, expected in (("holds", 0), ("bad", 1), ("garbage", 2), ("missing", 2), ("unknown", 3), ("void", 4),
                                ("holds void garbage bad", 1), ("holds void garbage", 4), ("holds holds", 0),
                                ("garbage void", 2), ("lock", 5), ("holds lock void", 5)):
            status, lines = self.run_main("--json", *map(self.path, names.split()))
            self.assertEqual((status, len(lines)), (expected, len(names.split())), names)

    def test_arguments(self):
        x, y = plus(f.decode_point(encoded(5))[:2], (0, p - 1))  # with a part of order 2
        mixed = "a=" + (y | (x & 1) << 255).to_bytes(32, "little").hex()
        for bad in ([], ["--key", "a=00"], ["--key", "c=" + "00" * 32], ["--key", "a=" + "AA" * 32], ["--x"], ["--js"],
                    ["--key", "a=01" + "00" * 31], ["--key", mixed], ["--lock"], ["--lock", self.path("missing")],
                    ["--lock", self.path("holds")], ["--lock", self.path("garbage")], ["--lock", self.path("bad lock")],
                    ["--lock", self.path("lock"), "--key", "a=" + KEYS["c"]]):
            files = [self.path("holds")] if bad else []
            self.assertEqual(self.run_main(*files, *bad)[0], 2, bad)
        self.assertEqual(self.run_main(self.path("holds"), "--json", self.path("void"))[0], 4)

    def test_json(self):
        keys = ["--key", "a=" + KEYS["a"], "--key", "b=" + KEYS["c"], "--key", "b=" + KEYS["b"]]
        _, lines = self.run_main(self.path("holds"), self.path("bad"), "--json", *keys)
        self.assertEqual(json.loads(lines[0]), {
            "check": None, "expected": None, "file": self.path("holds"), "found": None, "signers": "pinned",
            "announced": False, "lead": 1000, "operators": {"a": "Op", "b": "Op"}, "parties": 1, "outcome": None,
            "verdict": "holds"})
        second = json.loads(lines[1])
        self.assertEqual((second["verdict"], second["check"]), ("does not hold", "result"))
        self.assertIn("winners", second["expected"])

    def test_lock(self):
        lock, other = self.path("lock"), self.path("other lock")
        for name, given, expected in (("holds", lock, 0), ("lock", lock, 5), ("void", lock, 4), ("holds", other, 1),
                                      ("void", other, 1), ("lock", other, 1)):
            status, lines = self.run_main(self.path(name), "--lock", given, "--json")
            self.assertEqual(status, expected, (name, given))
            self.assertEqual(json.loads(lines[0])["check"], "bindings" if expected == 1 else None)

    def test_for_people(self):
        status, lines = self.run_main(self.path("holds"))
        self.assertEqual([line.split()[0] for line in lines[1:-1]], ["draw", "operators", *f.CHECKS])
        self.assertEqual(lines[-1], "holds (made at once, 1.00 s between lock and opening; consistent; signers unknown)")
        with open(self.path("terminal"), "wb") as file:
            file.write(jcs(changed(make(times={"after": at(10)}), ("manifest", "draw"), "\x9b2J\u202e")))
        lines = self.run_main(self.path("terminal"))[1]
        self.assertTrue(all(line.isascii() and line.isprintable() for line in lines))
        self.assertIn("\\x9b2J\\u202e", lines[1])
        with open(self.path("terminal"), "wb") as file:
            file.write(jcs(make(void=True, times={"after": at(10)})))
        lines = self.run_main(self.path("terminal"), "--key", "a=" + KEYS["a"], "--key", "b=" + KEYS["b"])[1]
        self.assertTrue(lines[-1].startswith("void (both numbers were out; "))
        self.assertTrue(lines[-1].endswith("; made at once, 1.00 s between lock and opening; signers pinned)"))

    def test_as_a_program(self):
        for name, expected in (("holds", 0), ("bad", 1)):
            found = subprocess.run([sys.executable, f.__file__, self.path(name)], capture_output=True)
            self.assertEqual((found.returncode, found.stderr), (expected, b""))

    def test_address(self):
        asked = []
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(404 if "missing" in self.path else 200)
                self.end_headers()
                self.wfile.write(jcs(make()))
            def log_message(self, *_):
                pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        api = f"/api/draws/{DRAW}/record"
        other = "f" * 32
        for path, expected, status in ((f"/draws/{DRAW}", api, 0), (f"/draws/{DRAW}/?x=1#y", api, 0), (api, api, 0),
                                       (f"/api/draws/{DRAW}", api, 0), (f"/x/draws/{DRAW}", "/x" + api, 0),
                                       (f"/draws/{other}", api.replace(DRAW, other), 1),
                                       (f"/api/draws/{other}/record", api.replace(DRAW, other), 1),
                                       (f"/draws/{other.upper()}/lock", f"/draws/{other.upper()}/lock", 1),
                                       (f"/%64raws/{other}/record", f"/%64raws/{other}/record", 1),
                                       ("/some.json?x=1", "/some.json?x=1", 0), ("/missing", "/missing", 2)):
            self.assertEqual(self.run_main(base + path)[0], status)
            self.assertEqual(asked.pop(), expected)
        self.assertEqual(self.run_main("http://127.0.0.1:1/")[0], 2)
        self.assertEqual(self.run_main("http://[")[0], 2)


if __name__ == "__main__":
    unittest.main()
