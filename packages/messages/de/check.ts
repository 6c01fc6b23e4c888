import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const check: Messages["check"] = {
  begin: "Diese Verlosung prüfen",
  promise:
    "Ihr eigenes Gerät rechnet die ganze Verlosung aus dem Protokoll nach. Sie müssen unserem Server nicht vertrauen.",
  needsScript:
    "Auf der Seite selbst prüft nur JavaScript. Ohne JavaScript leisten das Protokoll und eines der beiden Programme dasselbe.",
  stop: "Abbrechen",
  again: "Noch einmal prüfen",
  progress: "Fortschritt",
  now: {
    fetching: "Das Protokoll wird geholt …",
    fetched: (size) => `Das Protokoll wird geholt: ${size} bis jetzt.`,
    checking: "Wird geprüft …",
    stopped: "Abgebrochen. Nichts ist entschieden.",
    lost: "Das Protokoll ließ sich nicht holen. Besteht eine Verbindung? Nichts ist entschieden.",
    notDrawn: "Diese Verlosung ist noch nicht gezogen; ihr Protokoll kommt mit dem Ergebnis.",
    noDraw: "Diese Verlosung gibt es nicht.",
    refused: (status) => `Unter dieser Adresse ist kein Protokoll zu bekommen (Antwort ${status}).`,
    broken:
      "Der Prüfer ließ sich nicht laden oder ist abgestürzt. Nichts ist entschieden. Bitte noch einmal versuchen oder eines der beiden Programme benutzen.",
  },
  checks: {
    form: {
      name: "Form",
      demand: "Die Datei ist ein vollständiges Protokoll oder eine Sperre, genau so, wie sie geschrieben wurde.",
      wrong: "Die Datei ist kein vollständiges Protokoll, oder sie wurde nachträglich verändert.",
    },
    signatures: {
      name: "Unterschriften",
      demand: "Jede Aussage ist von dem Dienst unterschrieben, den sie nennt.",
      wrong: "Eine Aussage ist nicht von dem Dienst unterschrieben, den sie nennt.",
    },
    keys: {
      name: "Schlüssel",
      demand: "Die zwei Dienste haben verschiedene Schlüssel, und die angegebenen, falls welche angegeben sind.",
      wrong: "Beide Dienste haben denselben Schlüssel, oder ein Schlüssel ist nicht der angegebene.",
    },
    seals: {
      name: "Umschläge",
      demand: "Geöffnet wurden die Zahlen, die für diese Verlosung versiegelt waren.",
      wrong: "Die geöffneten Zahlen sind nicht die, die für diese Verlosung versiegelt waren.",
    },
    entries: {
      name: "Liste",
      demand: "Die Liste ist die festgeschriebene, in derselben Reihenfolge.",
      wrong: "Die Liste ist nicht die, die festgeschrieben wurde.",
    },
    bindings: {
      name: "Sperre",
      demand: "Beide Zahlen wurden an diese Liste, diese Regel und diese zwei Umschläge gebunden.",
      wrong: "Die Zahlen wurden nicht beide an diese Liste, diese Regel und diese Umschläge gebunden.",
    },
    times: {
      name: "Zeiten",
      demand:
        "Versiegelt, festgeschrieben und geöffnet wurde in dieser Reihenfolge, und geöffnet, als es an der Zeit war.",
      wrong: "Versiegelt, festgeschrieben und geöffnet wurde nicht in dieser Reihenfolge, oder zu früh geöffnet.",
    },
    rule: {
      name: "Regel",
      demand: "Die Regel ist bekannt, passt zu dieser Liste und zieht nicht mehr Ersatz, als versprochen war.",
      wrong: "Die Regel passt nicht zu dieser Liste, oder sie zieht Ersatz, der nicht versprochen war.",
    },
    seed: {
      name: "Startwert",
      demand: "Womit die Ziehung beginnt, folgt aus der Sperre und beiden Zahlen.",
      wrong: "Die Ziehung beginnt nicht mit dieser Sperre und diesen zwei Zahlen.",
    },
    result: {
      name: "Ergebnis",
      demand: "Die Regel, noch einmal angewandt, ergibt dieses Ergebnis.",
      wrong: "Die Regel ergibt ein anderes Ergebnis als dieses.",
    },
  },
  about: { draw: "Verlosung", organiser: "Veranstalter", more: (number) => `und ${number} weitere` },
  status: {
    waiting: "noch nicht",
    running: "wird geprüft",
    passed: "bestanden",
    failed: "nicht bestanden",
    skipped: "nicht geprüft",
  },
  numbers: "Verwendete Werte",
  expected: "Erwartet",
  found: "Gefunden",
  skipped: {
    form: "Wo die Form nicht stimmt, gibt es nichts zu prüfen.",
    notDrawn: "Es wurde nichts gezogen.",
    needs: "Dazu fehlt, was eine Prüfung davor nicht gezeigt hat.",
    rule: "Dieser Prüfer kennt die Regel nicht.",
    lock: "Eine Sperre wird bis zu ihren Zeiten geprüft: In ihr ist nichts gezogen.",
  },
  facts: {
    bytes: "Bytes",
    signatures: "Unterschriften",
    a: "Schlüssel von Dienst a",
    b: "Schlüssel von Dienst b",
    pinned: "Angegebene Schlüssel",
    "sealed a": "Fingerabdruck von Umschlag a",
    "sealed b": "Fingerabdruck von Umschlag b",
    "secret a": "Zahl von Dienst a",
    "secret b": "Zahl von Dienst b",
    count: "Einträge",
    tickets: "Lose",
    root: "Fingerabdruck der Liste",
    M: "M, der Fingerabdruck von allem, was festgeschrieben wurde",
    "seal a": "Hashwert von Siegel a",
    "seal b": "Hashwert von Siegel b",
    asked: "Verlosung, nach der gefragt wurde",
    lock: "M der aufbewahrten Sperre",
    locked: "Festgeschrieben",
    due: "Angesetzt",
    "issued a": "Versiegelt von Dienst a",
    "issued b": "Versiegelt von Dienst b",
    "bound a": "Gebunden von Dienst a",
    "bound b": "Gebunden von Dienst b",
    "opened a": "Geöffnet von Dienst a",
    "opened b": "Geöffnet von Dienst b",
    void: "Ungültig",
    rule: "Regel",
    params: "Parameter",
    seed: "Startwert",
    result: "Ergebnis (Plätze der Liste, von 0 an gezählt)",
  },
  given: { none: "keine", a: "von Dienst a", b: "von Dienst b", "a and b": "von beiden" },
  verdict: {
    holds: {
      title: "Es stimmt",
      text: "Alle zehn Prüfungen sind bestanden: Das Ergebnis folgt aus der festgeschriebenen Liste, der veröffentlichten Regel und beiden geheimen Zahlen.",
    },
    erased: {
      title: "Liste gelöscht",
      followed: "Das Ergebnis folgt aus den versiegelten Zahlen; die Liste lässt sich hier nicht mehr prüfen.",
      unseen:
        "Die versiegelten Zahlen sind die, die festgelegt wurden; Liste und Ergebnis lassen sich hier nicht mehr prüfen.",
    },
    void: {
      title: "Es wurde nichts gezogen",
      text: (reason) =>
        `Die Verlosung wurde angehalten, und was bis dahin veröffentlicht war, passt zusammen. Der angegebene Grund: „${reason}“`,
      unbound: "Kein Dienst hatte die Sperre bestätigt: Wer die zwei Siegel hat, kann dieses Protokoll gemacht haben.",
      oneOut: "Eine der zwei Zahlen war offen: Wer die andere kannte, konnte das Ergebnis schon wissen.",
      unsigned:
        "Niemand unterschreibt, dass eine Verlosung ungültig ist. Fragen Sie beide Dienste mit der Kennung der Verlosung, wie weit sie war.",
    },
    bothOut: {
      title: "Angehalten, als beide Zahlen offen waren",
      text: (reason, result) =>
        `Beide Zahlen waren offen, bevor die Verlosung angehalten wurde: Das Ergebnis stand fest, und jeder konnte es berechnen. Es wäre gewesen: ${result}. Der angegebene Grund: „${reason}“`,
    },
    soFar: {
      title: "Bis hierher stimmt es",
      text: "Das ist die Sperre einer Verlosung: Liste, Regel und Siegel, von beiden Diensten bestätigt. Gezogen ist darin nichts. Bewahren Sie sie auf: Das Protokoll muss dasselbe M haben.",
    },
    failed: {
      title: "Es stimmt nicht",
      text: (check) => `Die Prüfung „${check}“ ist nicht bestanden. Trauen Sie diesem Ergebnis nicht.`,
      another: "Das ist eine andere Verlosung als die, nach der gefragt wurde.",
      otherLock:
        "Festgeschrieben war eine andere Liste als die aufbewahrte: Jemandem wurde eine andere Verlosung gezeigt.",
      reformatted:
        "Der Inhalt kann trotzdem richtig sein: Wer eine Datei in einem Editor öffnet und speichert, schreibt sie oft in einer anderen Form. Nehmen Sie das Protokoll noch einmal so, wie es heruntergeladen wurde.",
    },
    undecided: {
      title: "Das lässt sich hier nicht entscheiden",
      version:
        "Das Protokoll hat eine Fassung, die dieser Prüfer nicht kennt. Das spricht weder für noch gegen die Verlosung.",
      rule: "Alles andere passt, aber dieser Prüfer kennt die Regel nicht und kann das Ergebnis nicht nachrechnen.",
    },
    not: {
      title: "Das ist kein Protokoll",
      empty: "Es ist nichts darin.",
      picture:
        "Es ist ein Bild. Ein Protokoll ist eine Datei, deren Name auf .json endet; ein Bild einer Verlosung beweist nichts.",
      document: "Es ist ein Dokument oder ein Archiv. Ein Protokoll ist eine Datei, deren Name auf .json endet.",
      page: "Es ist eine Webseite. Laden Sie von der Seite der Verlosung das Protokoll herunter und nehmen Sie diese Datei.",
      marked:
        "Vor dem ersten Zeichen steht eine unsichtbare Marke, wie manche Editoren sie setzen. Nehmen Sie das Protokoll noch einmal so, wie es heruntergeladen wurde.",
      "not text": "Es ist kein Text in UTF-8.",
      "cut short":
        "Es endet mittendrin: Der Download wurde abgebrochen, oder der Text wurde nicht bis zum Ende kopiert. Laden Sie es noch einmal herunter.",
      "not JSON": "Es ist Text, aber kein JSON.",
      deep: "Es ist tiefer verschachtelt, als ein Protokoll sein darf.",
      other: "Es ist JSON, aber kein Protokoll von Fairhat.",
      large: (most) =>
        `Es ist größer als ${most}; das ist mehr, als ein Browser gut prüfen kann. Die beiden Programme können es.`,
    },
  },
  differs: {
    lock: "Im Protokoll sind eine andere Liste, Regel oder andere Umschläge festgeschrieben, als diese Seite zeigt. Trauen Sie dieser Seite nicht.",
    result: "Das Protokoll gibt ein anderes Ergebnis, als diese Seite zeigt. Trauen Sie dieser Seite nicht.",
  },
  know: {
    title: "Was diese Prüfung nicht zeigen kann",
    pinned: "Beide Dienste unterschrieben mit den Schlüsseln, die Sie angegeben haben.",
    unknown:
      "Wer unterschrieb: Dazu müsste man die Schlüssel beider Dienste von anderswo kennen; genommen wurden sie aus dem Protokoll selbst. Wer eine ganze Verlosung erfindet, kann auch ihre Dienste erfinden.",
    give: "Mit bekannten Schlüsseln prüfen",
    operators: (a, b, parties) =>
      `Die Dienste betreiben nach eigener Angabe ${a} und ${b}: ${parties === 2 ? "zwei Parteien" : "eine Partei"}.`,
    unnamed: "Keiner der Dienste sagt, wer ihn betreibt: Das zählt als eine Partei.",
    blank: "(leer)",
    announced: (lead) =>
      `Die Verlosung war ${lead} vorher angekündigt: So lange waren Liste und Regel festgeschrieben und zu sehen.`,
    atOnce: (lead) =>
      `Ob es andere Versuche gab: Diese Verlosung wurde sofort gezogen (${lead} zwischen Sperre und Öffnen), und nichts zeigt, ob davor andere verworfen wurden.`,
    overlapping: (lead) =>
      `Ob es andere Versuche gab: Diese Verlosung wurde sofort gezogen (ein Dienst öffnete ${lead}, bevor der andere gebunden hatte), und nichts zeigt, ob davor andere verworfen wurden.`,
    list: "Ob die richtigen Leute auf der Liste stehen. Das kann keine Rechnung sagen.",
    page: "Diese Seite selbst: Sie kommt von der Website, auf der die Verlosung entstand, und könnte lügen. Wer sichergehen will, prüft das Protokoll auf einem anderen Gerät oder mit einem der beiden Programme, die keinen Code gemeinsam haben.",
    compare:
      "Ob alle dieselbe Verlosung zu sehen bekamen. Vergleichen Sie dies mit dem, was andere haben; ein anderes M ist eine andere Verlosung:",
  },
  act: {
    title: "Was jetzt zu tun ist",
    distrust: "Trauen Sie diesem Ergebnis nicht, und geben Sie es nicht als eines weiter.",
    save: "Bewahren Sie das Protokoll auf: Es ist das Beweisstück.",
    ask: "Fragen Sie, wer die Verlosung veranstaltet hat, wie es dazu kam, und zeigen Sie, welche Prüfung nicht bestanden ist.",
    compare:
      "Vergleichen Sie mit dem, was andere bekamen: Laden Sie das Protokoll auf einem anderen Gerät herunter und vergleichen Sie M.",
  },
  breaking: {
    title: "Manipulieren Sie es",
    text: "Schummeln Sie! Ändern Sie an dieser Kopie des Protokolls, was Sie wollen, und sehen Sie, welche Prüfung Sie erwischt. Nichts verlässt Ihr Gerät; die echte Verlosung bleibt, wie sie ist.",
    tricks: "Ein paar alte Tricks",
    trick: {
      winner: "Jemand anderen gewinnen lassen",
      swap: "Die ersten zwei Einträge vertauschen",
      leave: "Den ersten Eintrag weglassen",
      rename: "Den ersten Eintrag umbenennen",
      secrets: "Die zwei geheimen Zahlen vertauschen",
      secret: "Eine andere geheime Zahl wählen",
      binding: "Eine Bindung wegnehmen",
      signature: "Eine Unterschrift fälschen",
      both: "Ein Dienst spielt beide",
      early: "Vor der Sperre öffnen",
      rule: "Eine andere Regel nehmen",
    },
    fields: "Alles, was im Protokoll steht",
    back: "Zurück zum Original",
    untouched: "Noch ist nichts geändert.",
    press: "Das geänderte Protokoll prüfen",
    pressed: "Geändert. Der Knopf prüft es.",
    caught: (check) => `Erwischt von der Prüfung „${check}“.`,
    notRecord: "Sofort erwischt: Das ist nicht einmal mehr ein Protokoll.",
    undecided: "Nicht bestanden: Dieser Prüfer kann es nicht mehr entscheiden.",
    escaped:
      "Nicht erwischt. Niemand unterschreibt, warum und wann eine Verlosung angehalten wurde, und was nie veröffentlicht war, kann nicht fehlen. Ein Ergebnis lässt sich so nicht machen.",
    same: "So stand es vorher da: Alles passt.",
    one: (path) => `Ein Zeichen ändern: ${path}`,
    more: (items) =>
      `${count(items, { one: "weiterer steht", other: "weitere stehen" })} im Protokoll und sind hier nicht gezeigt.`,
    groups: {
      record: "Protokoll",
      manifest: "Was festgeschrieben wurde",
      entries: "Liste",
      seals: "Umschläge",
      bindings: "Bindungen",
      openings: "Geöffnete Zahlen",
      outcome: "Ergebnis",
      void: "Warum sie ungültig ist",
    },
  },
  page: {
    title: "Eine Verlosung prüfen",
    description: "Das Protokoll einer Verlosung auf dem eigenen Gerät prüfen, auch ohne Verbindung.",
    text: "Ein Protokoll enthält alles, woraus eine Verlosung besteht. Ihr eigenes Gerät rechnet es nach; nichts wird irgendwohin geschickt.",
    file: "Die Datei eines Protokolls",
    drop: "oder irgendwo auf diese Seite ziehen.",
    paste: "oder den Text eines Protokolls einfügen, oder den Link einer Verlosung auf dieser Website",
    go: "Prüfen",
    outcome: "Ergebnis der Prüfung",
    keys: "Schlüssel, die Sie von anderswo kennen",
    keysText:
      "Optional. Wenn die Betreiber Ihnen ihre Schlüssel gegeben haben, auf Papier oder auf einer eigenen Seite, verlangt die Prüfung genau diese.",
    key: (side) => `Schlüssel von Dienst ${side}`,
    badKey: "Ein Schlüssel hat 64 Zeichen, jedes von 0 bis 9 oder a bis f.",
    nothing: "Wählen Sie zuerst eine Datei, oder fügen Sie etwas ein.",
    elsewhere: (host) =>
      `Diese Verlosung ist bei ${host}. Diese Seite fragt keine andere Website: Laden Sie das Protokoll dort herunter und nehmen Sie die Datei.`,
    notLink: "Das ist weder der Text eines Protokolls noch der Link einer Verlosung.",
    unread: "Die Datei ließ sich nicht lesen.",
    offline: "Diese Seite geht jetzt auch ohne Verbindung.",
    digest: "SHA-256",
    programs: "Dasselbe mit Programmen, ohne diese Seite",
    programsText:
      "Zwei Programme, die keinen Code teilen, prüfen ein Protokoll im Terminal. Vergleichen Sie ihre Prüfsummen mit denen, die andere haben.",
    python: "Das Prüfprogramm in Python, eine Datei ohne Abhängigkeiten",
    node: "Das Prüfprogramm für Node und Bun, eine Datei",
    servicesKeys: "Öffentliche Schlüssel der beiden Zufallsdienste dieser Seite",
    keysCompare:
      "Schlüssel von dieser Seite beweisen nicht mehr als die Seite selbst. Vergleichen Sie sie mit dem, was die Betreiber anderswo veröffentlichen.",
  },
};
