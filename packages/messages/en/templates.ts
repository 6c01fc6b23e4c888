/** Pages for what people look for, by their addresses: the form with a rule chosen, in the words of that kind of draw. */
interface Template {
  /** Of the link to it. */
  name: string;
  /** The title of the window. */
  title: string;
  heading: string;
  description: string;
  text: string;
  /** The example shown in the empty list. */
  example: string;
}

const pages: Readonly<Record<string, Template>> = {
  raffle: {
    name: "Raffle",
    title: "Online raffle draw",
    heading: "Draw a raffle that anyone can check",
    description:
      "Paste the buyers with their tickets, draw the winners, and share a page on which anyone can check the raffle.",
    text: "Write each buyer on a line, with their number of tickets after a comma. Someone with twice as many tickets is twice as likely to be drawn next; a winner leaves with all their tickets. Draw in front of everyone, or schedule the draw so that the list is locked before it.",
    example: "Anna, 3\nBen\nCem, 10",
  },
  giveaway: {
    name: "Giveaway",
    title: "Giveaway winner picker",
    heading: "Pick giveaway winners that nobody doubts",
    description:
      "Paste the names of a giveaway, pick winners at random, and give everyone a page that proves it was fair.",
    text: "Paste the names from your post or form, one per line. Add alternates for winners who do not answer: they come from the same draw, so you never draw again. Put the link to the draw under your post.",
    example: "@anna\n@ben\n@cem",
  },
  "prize-draw": {
    name: "Prize draw",
    title: "Prize draw with several prizes",
    heading: "Draw a winner for each prize",
    description:
      "List your prizes and your entrants: each prize finds a winner, nobody wins twice, and anyone can check the draw.",
    text: "Write the prizes in the order in which they are drawn, with how many there are of each. Alternates step in if a winner cannot take part. Schedule the draw to announce it in the rules of your competition.",
    example: "Anna\nBen\nCem\nDilek",
  },
  teams: {
    name: "Teams",
    title: "Random team generator",
    heading: "Split a list into random teams",
    description:
      "Paste names and split them into fair random teams or groups. Everyone can check that nobody chose their team.",
    text: "Say how many teams there are, or how large they may be. Names are shuffled, then dealt like cards, so that team sizes differ by one at most.",
    example: "Anna\nBen\nCem\nDilek\nEmil\nFatima",
  },
  "random-order": {
    name: "Random order",
    title: "List randomizer: random order",
    heading: "Put a list into a random order",
    description:
      "Shuffle a list: speakers, seeds, a running order or a queue. Anyone can check that nobody chose their place.",
    text: "Each entry has the same chance of each place. Use it for the order of talks, for seeding a tournament, or for a waiting list.",
    example: "First talk\nSecond talk\nThird talk",
  },
  "secret-santa": {
    name: "Secret Santa",
    title: "Secret Santa generator",
    heading: "Draw who gives to whom",
    description: "Paste the names and draw a gift exchange: everyone gives to one person, and nobody draws themselves.",
    text: "Everyone gives to one person and is given to by one. You can name pairs who must not draw each other.",
    example: "Anna\nBen\nCem\nDilek",
  },
  "lottery-numbers": {
    name: "Lottery numbers",
    title: "Random lottery numbers: 6 of 49",
    heading: "Draw six numbers from 1 to 49",
    description: "Draw lottery numbers, by default 6 of 49 without repeats, with a record that anyone can check.",
    text: "Change the range or how many numbers are drawn. Without repeats, each number comes at most once. No list is needed.",
    example: "",
  },
  dice: {
    name: "Dice",
    title: "Roll dice that nobody can load",
    heading: "Roll two dice",
    description: "Roll two dice, or any number of them, and prove to everyone else that the roll was fair.",
    text: "Each roll is a number from 1 to 6, and numbers may repeat. For one die, set the count to 1; for a coin, draw one number from 0 to 1.",
    example: "",
  },
};

export const templates = { more: "Draws that people make", about: "How it works here", pages };
