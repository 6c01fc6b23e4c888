import { counter } from "../language.ts";

const count = counter("en");

/** Checking a draw in the browser, on its page and on /verify. */
export const check = {
  begin: "Check this draw",
  promise: "Your own device recomputes the whole draw from its record. You don't have to trust our server.",
  needsScript: "Checking in the page needs JavaScript. Without it, the record and one of the two programs do the same.",
  stop: "Stop",
  again: "Check again",
  progress: "Progress",
  now: {
    fetching: "Fetching the record…",
    fetched: (size: string) => `Fetching the record: ${size} so far.`,
    checking: "Checking…",
    stopped: "Stopped. Nothing was decided.",
    lost: "The record could not be fetched. Are you online? Nothing was decided.",
    notDrawn: "This draw is not drawn yet; its record comes with the result.",
    noDraw: "There is no such draw.",
    refused: (status: number) => `There is no record at this address (answer ${status}).`,
    broken: "The checker failed to load or crashed. Nothing was decided. Try again, or use one of the two programs.",
  },
  /** The checks, in their order. */
  checks: {
    form: {
      name: "Form",
      demand: "The file is a complete record or lock, exactly as it was written.",
      wrong: "The file is not a complete record, or was changed after it was written.",
    },
    signatures: {
      name: "Signatures",
      demand: "Every statement is signed by the service that it names.",
      wrong: "A statement was not signed by the service that it names.",
    },
    keys: {
      name: "Keys",
      demand: "The two services have different keys, and those that you gave, if you gave any.",
      wrong: "Both services have the same key, or a key is not the one that you gave.",
    },
    seals: {
      name: "Envelopes",
      demand: "The numbers that were opened are those that were sealed for this draw.",
      wrong: "The opened numbers are not those that were sealed for this draw.",
    },
    entries: {
      name: "List",
      demand: "The list is the one that was locked, in the same order.",
      wrong: "The list is not the one that was locked.",
    },
    bindings: {
      name: "Lock",
      demand: "Both numbers were bound to this list, this rule and this pair of envelopes.",
      wrong: "The numbers were not both bound to this list, this rule and these envelopes.",
    },
    times: {
      name: "Times",
      demand: "It was sealed, locked and opened in this order, and opened when it was due.",
      wrong: "It was not sealed, locked and opened in this order, or it was opened too early.",
    },
    rule: {
      name: "Rule",
      demand: "The rule is known, can work for this list, and draws no alternates beyond what was promised.",
      wrong: "The rule does not work for this list, or draws alternates that were not promised.",
    },
    seed: {
      name: "Seed",
      demand: "What the draw starts from comes from the lock and both numbers.",
      wrong: "The draw does not start from this lock and these two numbers.",
    },
    result: {
      name: "Result",
      demand: "The rule, run again, gives this result.",
      wrong: "The rule gives another result than this one.",
    },
  },
  about: { draw: "Draw", organiser: "Organiser", more: (number: number) => `and ${number} more` },
  status: {
    waiting: "not yet",
    running: "checking",
    passed: "passed",
    failed: "failed",
    skipped: "not checked",
  },
  numbers: "Show the inputs",
  expected: "Expected",
  found: "Found",
  skipped: {
    form: "There is nothing to check where the form failed.",
    notDrawn: "Nothing was drawn.",
    needs: "It depends on an earlier check that failed.",
    rule: "This checker does not know the rule.",
    lock: "A lock is checked up to its times: nothing is drawn in it.",
  },
  /** What went into the checks, by its name in the verifier. */
  facts: {
    bytes: "Bytes",
    signatures: "Signatures",
    a: "Key of service a",
    b: "Key of service b",
    pinned: "Keys that you gave",
    "sealed a": "Fingerprint of envelope a",
    "sealed b": "Fingerprint of envelope b",
    "secret a": "Number of service a",
    "secret b": "Number of service b",
    count: "Entries",
    tickets: "Tickets",
    root: "Fingerprint of the list",
    M: "M, the fingerprint of all that was locked",
    "seal a": "Digest of seal a",
    "seal b": "Digest of seal b",
    asked: "Draw that was asked for",
    lock: "M of the lock that was kept",
    locked: "Locked",
    due: "Due",
    "issued a": "Sealed by service a",
    "issued b": "Sealed by service b",
    "bound a": "Bound by service a",
    "bound b": "Bound by service b",
    "opened a": "Opened by service a",
    "opened b": "Opened by service b",
    void: "Void",
    rule: "Rule",
    params: "Parameters",
    seed: "Seed",
    result: "Result (places in the list, counted from 0)",
  },
  given: { none: "none", a: "of service a", b: "of service b", "a and b": "of both" },
  verdict: {
    holds: {
      title: "Verified",
      text: "All ten checks passed: the result follows from the locked list, the published rule and both secret numbers.",
    },
    erased: {
      title: "List erased",
      followed: "The result follows from the sealed numbers; the list can't be checked here.",
      unseen: "The sealed numbers are those that were locked; list and result can't be checked here.",
    },
    void: {
      title: "Nothing was drawn",
      text: (reason: string) =>
        `The draw was stopped, and what had been published until then fits together. The reason given: “${reason}”`,
      unbound: "No service had confirmed the lock: anybody who holds the two seals can have made this record.",
      oneOut: "One of the two numbers was out: anyone who held the other one could already know the result.",
      unsigned: "Nobody signs that a draw is void. Ask both services by the draw's id how far it came.",
    },
    bothOut: {
      title: "Stopped with both numbers out",
      text: (reason: string, result: string) =>
        `Both numbers were out before the draw was stopped: the result was fixed, and anybody could compute it. It would have been ${result}. The reason given: “${reason}”`,
    },
    soFar: {
      title: "Verified so far",
      text: "This is the lock of a draw: list, rule and seals, confirmed by both services. Nothing is drawn in it. Keep it: the record must have the same M.",
    },
    failed: {
      title: "Not valid",
      text: (check: string) => `The check “${check}” failed. Do not trust this result.`,
      another: "This is another draw than the one that was asked for.",
      otherLock: "Another list was locked than the one that was kept: somebody was shown another draw.",
      reformatted:
        "The content may still be right: editors often change a file's format when they save it. Use the record exactly as it was downloaded.",
    },
    undecided: {
      title: "This cannot be decided here",
      version:
        "The record is of a version that this checker does not know. That speaks neither for nor against the draw.",
      rule: "Everything else fits, but this checker does not know the rule, so it cannot compute the result again.",
    },
    not: {
      title: "This is not a record",
      empty: "There is nothing in it.",
      picture: "It is a picture. A record is a file whose name ends in .json; a picture of a draw proves nothing.",
      document: "It is a document or an archive. A record is a file whose name ends in .json.",
      page: "It is a web page. Download the record from the page of the draw, and take that file.",
      marked: "It starts with an invisible mark that some editors add. Use the record exactly as it was downloaded.",
      "not text": "It is not text in UTF-8.",
      "cut short":
        "It ends in the middle: the download was interrupted, or the text was not copied completely. Download it again.",
      "not JSON": "It is text, but not JSON.",
      deep: "It nests deeper than a record may.",
      other: "It is JSON, but not a record of Fairhat.",
      large: (most: string) =>
        `It is larger than ${most}, too large to check in a browser. Use one of the two programs.`,
    },
  },
  /** Where the page shows something else than the record that was checked. */
  differs: {
    lock: "The record locks another list, rule or pair of envelopes than this page shows. Do not trust this page.",
    result: "The record gives another result than this page shows. Do not trust this page.",
  },
  know: {
    title: "What this check can't tell you",
    pinned: "Both services signed with the keys that you gave.",
    unknown:
      "Who signed: the keys of both services would have to be known from elsewhere, but they were taken from the record itself. Whoever makes up a whole draw can make up its services, too.",
    give: "Check with keys that you know",
    operators: (a: string, b: string, parties: 1 | 2) =>
      `The services are run by ${a} and ${b}, as they say: ${parties === 2 ? "two parties" : "one party"}.`,
    unnamed: "Neither service says who runs it: that counts as one party.",
    blank: "(blank)",
    announced: (lead: string) =>
      `The draw was announced ${lead} before: for that long list and rule were locked and could be seen.`,
    atOnce: (lead: string) =>
      `Whether there were other tries: this draw was made at once (${lead} between lock and opening), and nothing shows whether others were thrown away before.`,
    overlapping: (lead: string) =>
      `Whether there were other tries: this draw was made at once (one service opened ${lead} before the other had bound), and nothing shows whether others were thrown away before.`,
    list: "Whether the right people are on the list. No computation can tell.",
    page: "This page itself: it comes from the site that made the draw, and could lie. To be sure, check the record on another machine, or with one of the two programs, which share no code.",
    compare: "Whether everyone was shown the same draw. Compare this with others; another M means another draw:",
  },
  act: {
    title: "What to do now",
    distrust: "Do not trust this result, and do not pass it on as one.",
    save: "Keep the record: it is the evidence.",
    ask: "Ask the organiser how this came about, and show them which check failed.",
    compare: "Compare with what others got: download the record on another device, and compare M.",
  },
  breaking: {
    title: "Break it",
    text: "Cheat! Change anything in this copy of the record and see which check catches you. Nothing leaves your device; the real draw stays as it is.",
    tricks: "Some old tricks",
    trick: {
      winner: "Let somebody else win",
      swap: "Swap the first two entries",
      leave: "Leave out the first entry",
      rename: "Rename the first entry",
      secrets: "Swap the two secret numbers",
      secret: "Choose another secret number",
      binding: "Take away a binding",
      signature: "Forge a signature",
      both: "One service plays both",
      early: "Open before the lock",
      rule: "Use another rule",
    },
    fields: "Everything in the record",
    back: "Put it back",
    untouched: "Nothing is changed yet.",
    press: "Check the changed record",
    pressed: "Changed. Press the button to check it.",
    caught: (check: string) => `Caught by the check “${check}”.`,
    notRecord: "Caught at once: this is not even a record any more.",
    undecided: "Not passed: this checker cannot decide it any more.",
    escaped:
      "Not caught. Nobody signs why and when a draw was stopped, and what was never published cannot be missed. No result can be made this way.",
    same: "That is what was there before: everything fits.",
    one: (path: string) => `Change one character of ${path}`,
    more: (items: number) => `${count(items, { one: "more is", other: "more are" })} in the record, not shown here.`,
    groups: {
      record: "Record",
      manifest: "What was locked",
      entries: "List",
      seals: "Envelopes",
      bindings: "Bindings",
      openings: "Opened numbers",
      outcome: "Result",
      void: "Why it is void",
    },
  },
  page: {
    title: "Check a draw",
    description: "Check the record of a draw on your own device, also offline.",
    text: "A record holds everything that a draw is made of. Your own device computes it again; nothing is sent anywhere.",
    file: "The file of a record",
    drop: "or drop it anywhere on this page.",
    paste: "or paste the text of a record, or the link of a draw on this site",
    go: "Check",
    outcome: "Result of the check",
    keys: "Keys that you know from elsewhere",
    keysText:
      "Optional. If the operators gave you their keys, on paper or on a page of their own, the check demands just these.",
    key: (side: string) => `Key of service ${side}`,
    badKey: "A key is 64 characters long, each from 0 to 9 or a to f.",
    nothing: "Choose a file first, or paste something.",
    elsewhere: (host: string) =>
      `That draw is at ${host}. This page asks no other site for anything: download the record there, and take the file.`,
    notLink: "That is neither the text of a record nor the link of a draw.",
    unread: "The file could not be read.",
    offline: "This page now works without a connection, too.",
    programs: "The same by program, without this page",
    programsText:
      "Two programs that share no code check a record in a terminal. Compare their digests with those that others got.",
    python: "The verifier in Python, one file without dependencies",
    node: "The verifier for Node and Bun, one file",
    servicesKeys: "Public keys of this site's two random services",
    keysCompare:
      "Keys from this page prove no more than the page itself. Compare them with what the operators publish elsewhere.",
  },
};
