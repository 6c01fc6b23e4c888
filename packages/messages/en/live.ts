/** What a page of a draw says while somebody watches it, and in a hall. */
export const live = {
  /** Said when the draw came to be so while the page was open. */
  changed: {
    open: "The list of the draw changed.",
    locked: "The draw is locked.",
    drawn: "It is drawn. The result is on the page.",
    void: "The draw is void.",
  },
  lost: "Connection lost. Trying again.",
  refresh: "Refresh",
  back: "Connected again.",
  countdown: {
    /** `left` is like "in 5 minutes". */
    in: (left: string) => `The draw runs ${left}.`,
    due: "Drawing now…",
  },
  /** What this browser knows of a draw from before; times are in the visitor's own words. */
  known: {
    distrust: "Do not trust this page.",
    anotherDraw: "It is of another draw than its address names.",
    anotherList: (time: string) =>
      `On ${time} this browser saw the same draw locked with another list, rule or pair of envelopes.`,
    before: (time: string) => `This browser saw this list locked on ${time}, before the draw.`,
  },
  reveal: {
    label: "The result is revealed",
    again: "Reveal again",
    style: "Show as",
    styles: { envelopes: "Envelopes", wheel: "Wheel", names: "Rolling names" },
    next: "Next",
    skip: "Show everything",
    close: "Show the draw",
    sound: "Sound",
    all: "The result",
    winner: "The winner",
    /** One place of several. */
    numbered: {
      winners: (place: number) => `Winner ${place}`,
      order: (place: number) => `Place ${place}`,
      numbers: (place: number) => `Number ${place}`,
    },
  },
  present: {
    description: (title: string) => `To show in a hall: ${title}`,
    scan: "Scan to check it yourself",
    full: "Full screen",
    notFull: "Leave full screen",
    leave: "Back to the draw",
    press: "Press space, or tap, to draw",
    failed: "The draw did not answer. Press again.",
  },
};
