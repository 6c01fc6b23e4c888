// Three hundred realistic names: many scripts and directions, accents in both Unicode forms, emoji, and duplicates.
// Combined from common given and family names; no real person is meant.

const LATIN_GIVEN = [
  "Zoë",
  "José",
  "Łukasz",
  "Åsa",
  "Nuño",
  "Siân",
  "Ağça",
  "Þóra",
  "Jiří",
  "Thị Ánh",
  "Bình",
  "Mary-Jane",
];
const LATIN_FAMILY = [
  "Müller",
  "García Márquez",
  "O’Brien",
  "O'Neill",
  "d’Alembert",
  "Nguyễn",
  "Işık",
  "Škvorecký",
  "Ó Súilleabháin",
];

/** Given names and family names of a script, and how many of their pairs are used. */
const PAIRS: [string[], string[], number][] = [
  [LATIN_GIVEN, LATIN_FAMILY, 104],
  [LATIN_GIVEN.map(decomposed), LATIN_FAMILY.map(decomposed), 6],
  [["Ольга", "Юрій", "Ђорђе", "Ёлка", "Жанна"], ["Иванова", "Шевченко", "Њего́ш", "Щукин"], 20],
  [["Ελένη", "Γιώργος", "Ἀλέξανδρος", "Μαρία"], ["Παπαδοπούλου", "Καζαντζάκης", "Ξένος", "Ωραιοπούλου"], 16],
  [["محمد", "فاطمة", "عبد الله", "رَنا"], ["الهاشمي", "بن علي", "خوري", "پرویز"], 16],
  [["דוד", "שרה", "יִצְחָק", "מיכל"], ["כהן", "לוי", "בן־דוד", "שפירא"], 16],
  [["अनिल", "प्रिया", "कृष्ण", "श्रद्धा"], ["कुमार", "शर्मा", "त्रिपाठी", "क्षत्रिय"], 16],
  [["สมชาย", "กิ่งแก้ว", "ณัฐพล", "ปิ่น"], ["ใจดี", "ศรีสุข", "ณ อยุธยา", "วงศ์สวัสดิ์"], 16],
  [["王", "李", "歐陽", "张"], ["小明", "伟", "靜宜", "𠮷"], 16],
  [["田中", "𠮷田", "髙橋", "渡邉"], [" 太郎", "　さくら", " ゆうき", " ヴィクトル"], 16],
  [["김", "이", "박", decomposed("최")], ["철수", "영희", "민준", decomposed("하윤")], 16],
  [["ნინო", "გიორგი", "თამარ", "Ⴀნა"], ["ბერიძე", "მაისურაძე", "კაპანაძე", "ჯავახიშვილი"], 16],
];

const OTHERS = [
  ...[
    "👩‍👩‍👧‍👦 The Family",
    "🇬🇪 Team Georgia",
    "👍🏽 Sam",
    "⚽️ FC 1903",
    "Smith, John",
    "Smith; Jane",
    '"Bob" & <Ann>',
    "12345",
  ],
  ...[
    "Ahmed أحمد (IT)",
    "שרה Cohen 3",
    "محمد 7 (ב)",
    "Ada",
    "ada",
    "ADA",
    "ﬁnn",
    "finn",
    "x".repeat(200),
    "名".repeat(200),
  ],
];

const TWICE = ["Zoë Müller", "王小明", "محمد الهاشمي", decomposed("José Nguyễn"), "Ada", "Ada", "김철수", "👍🏽 Sam"];

function decomposed(text: string): string {
  return text.normalize("NFD");
}

function pairs(given: string[], family: string[], most: number): string[] {
  const together = /^[\p{Script=Han}\p{Script=Hangul}\p{M}]+$/u.test(given.join("")) ? "" : " ";
  const all = given.flatMap((first) => family.map((last) => first + together + last));
  return all.slice(0, most);
}

const SINGLE = [...PAIRS.flatMap(([given, family, most]) => pairs(given, family, most)), ...OTHERS];

/** In their original order and form. */
export const NAMES: string[] = [...SINGLE, ...TWICE];
