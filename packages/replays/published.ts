// Published selections with their inputs and results, as the cited documents give them. Selections that cannot be cited
// digit for digit are omitted: other nominating committees published only a key or a result, or one source in words.
export interface Published {
  title: string;
  /** Date of the selection or document, as precisely as it says. */
  date: string;
  rule: string;
  params: { pool: number; picks: number } & Record<string, unknown>;
  /** The published picks, counted from 1. */
  picks: number[];
  /** What one of the picks meant, if the selection was for that. */
  chosen?: string;
  source: { title: string; url: string };
}

const TEST_CASES = "https://github.com/mcr/rfc3797/blob/91a7694730740f37dd67b3bf3443ad859337ceee";
const SALZ = "https://github.com/richsalz/ietf-rfc3797-code/blob/7673bcf2f21100c40e2c325e5a8de92942d973cb";

export const PUBLISHED: readonly Published[] = [
  {
    title: "RFC 3797, the worked example",
    date: "2004-06",
    rule: "rfc3797/1",
    params: { pool: 25, picks: 16, sources: [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]] },
    picks: [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4],
    source: { title: "RFC 3797, section 6", url: "https://www.rfc-editor.org/rfc/rfc3797#section-6" },
  },
  {
    title: "IANA: the prefix xn-- of internationalised domain names",
    date: "2003-02-11",
    rule: "rfc2777/1",
    params: {
      pool: 18,
      picks: 1,
      sources: [
        [22157],
        [11795],
        [5742],
        [78719],
        [16609],
        [34961],
        [1567],
        [4357],
        [6085],
        [37777],
        [18754],
        [524545],
      ],
    },
    picks: [11],
    chosen: "XN",
    source: {
      title: "Results of IANA Selection of IDNA Prefix, ietf-announce",
      url: "https://mail.spinics.net/lists/ietf-ann/msg08058.html",
    },
  },
  {
    title: "IETF nominating committee 2012",
    date: "2012",
    rule: "rfc3797/1",
    params: {
      pool: 134,
      picks: 12,
      sources: [[17, 20, 22, 35, 38, 48, 36], ["90193202"], ["55598744"], [11, 17, 21, 48, 50, 9, 10]],
    },
    picks: [90, 25, 92, 126, 24, 31, 122, 96, 81, 132, 2, 41],
    source: { title: "NomCom Selection Test Case 2012, by the chair", url: `${TEST_CASES}/testcase-2012.txt` },
  },
  {
    title: "IETF nominating committee 2013: a source with a leading zero",
    date: "2013",
    rule: "rfc3797/1",
    params: {
      pool: 154,
      picks: 10,
      sources: [[7, 8, 11, 17, 19, 25, 46], ["08285182"], ["60115701"], [2, 3, 18, 26, 32, 33, 42]],
    },
    picks: [138, 151, 89, 112, 117, 145, 118, 143, 144, 122],
    source: { title: "NomCom Selection Test Case 2013", url: `${TEST_CASES}/testcase-2013.txt` },
  },
  {
    title: "IETF nominating committee 2022",
    date: "2022-08-02",
    rule: "rfc3797/1",
    params: {
      pool: 267,
      picks: 10,
      sources: [
        [7, 18, 28, 40, 48, 8, 11],
        [15, 21, 31, 36, 65, 16],
        [17, 21, 12, 26, 8, 42, 35, 13],
        [1, 10, 13, 14, 16, 25, 27, 5, 21],
      ],
    },
    picks: [171, 245, 68, 190, 70, 126, 110, 128, 138, 173],
    source: { title: "Seeds and results, by the chair", url: `${SALZ}/2022.results` },
  },
  {
    title: "Colorado: the reference sequence of its audit software",
    date: "2017-07-26",
    rule: "rivest/1",
    params: { seed: "3546311556112163624615351222", pool: 876, picks: 47, repeat: false },
    picks: [
      740, 180, 264, 789, 238, 448, 272, 611, 761, 208, 596, 88, 160, 113, 766, 427, 184, 816, 653, 411, 779, 331, 339,
      487, 594, 235, 65, 527, 821, 490, 461, 251, 471, 414, 174, 567, 300, 134, 144, 357, 786, 792, 218, 550, 787, 537,
      197,
    ],
    source: {
      title: "ColoradoRLA, PseudoRandomNumberGeneratorTest",
      url: "https://github.com/FreeAndFair/ColoradoRLA/blob/0ec3f891f65cd27a1e57ce2c379129f6def19d67/server/eclipse-project/src/test/java/us/freeandfair/corla/crypto/PseudoRandomNumberGeneratorTest.java",
    },
  },
  {
    title: "Rivest's sampler: a ballot that is chosen twice",
    date: "2014-09-08",
    rule: "rivest/1",
    params: { seed: "0", pool: 2, picks: 3 },
    picks: [1, 1, 2],
    source: {
      title: "Test cases for Rivest's sampling algorithm",
      url: "https://github.com/cjerdonek/rivest-sampler-tests/blob/68a415dfbc5cd6138cfd6021a5dda57a158504e3/tests.json",
    },
  },
];
