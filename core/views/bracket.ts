// The picture of a knockout bracket: names at the left, one column per round. Styles are in bracket.css.
import type { Place } from "@fairhat/browser/result";

const ROW = 26;
const NAME = 184;
const ROUND = 32;
const LONGEST = 19; // characters that fit into NAME

interface Name {
  y: number;
  /** Shortened to fit; the list below the picture has all of it. */
  text: string;
}

export interface BracketPicture {
  width: number;
  height: number;
  names: Name[];
  /** All lines, as an SVG path. */
  path: string;
}

type Match = (Place | null)[];

/** `matches` of the first round from top to bottom; one side is null if the other has a bye. */
export function bracketPicture(matches: Match[]): BracketPicture {
  const names = matches.flatMap((match, at) => {
    const middle = (2 * at + 1) * ROW;
    const isBye = match.includes(null);
    return match.flatMap((place, side) => {
      return place === null ? [] : nameAt(place, isBye ? middle : (2 * at + side + 0.5) * ROW);
    });
  });
  const rounds = Math.log2(matches.length) + 1;
  return {
    width: NAME + rounds * ROUND,
    height: 2 * matches.length * ROW,
    names,
    path: [...firstRound(matches), ...laterRounds(matches.length)].join(""),
  };
}

function nameAt(place: Place, y: number): Name {
  const whole = typeof place === "object" && "label" in place ? place.label : "";
  const characters = Array.from(new Intl.Segmenter().segment(whole), ({ segment }) => segment);
  const text = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : whole;
  return { y, text };
}

function* firstRound(matches: Match[]): Generator<string> {
  for (const [at, match] of matches.entries()) {
    const [top, middle, bottom] = [(2 * at + 0.5) * ROW, (2 * at + 1) * ROW, (2 * at + 1.5) * ROW];
    if (match.includes(null)) yield `M0 ${middle}H${NAME + ROUND}`;
    else yield `M0 ${top}H${NAME}V${bottom}H0M${NAME} ${middle}h${ROUND}`;
  }
}

function* laterRounds(players: number, round = 1): Generator<string> {
  const apart = ROW * 2 ** round;
  const x = NAME + round * ROUND;
  for (let match = 0; match < players / 2; match++) {
    const top = (2 * match + 0.5) * apart;
    yield `M${x} ${top}v${apart}M${x} ${top + apart / 2}h${ROUND}`;
  }
  if (players > 2) yield* laterRounds(players / 2, round + 1);
}
