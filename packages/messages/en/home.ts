/** How it works, in three sentences, for somebody who sees Fairhat for the first time. */
export const home = {
  /** A draw to play with, without typing. */
  tryout: {
    title: "Try it: half a minute, nothing to type",
    text: "Twelve readers, three books. The draw is made, and sealed in these envelopes. Open them, check them, then try to cheat.",
    begin: "Show me",
    open: "Open the envelopes",
    opened: (names: string) => `The books go to ${names}. But is that true? Let your own device find out.`,
    check: "Check it",
    verified:
      "All ten checks passed. Your own device computed the draw again from its record. Now cheat: change something in a copy of the record.",
    caught: "Whatever you change, a check finds it. Try another trick, or make a draw of your own.",
    own: "Make yours",
    failed: "The sample did not load. Are you online? Try again.",
  },
  title: "How nobody can rig it",
  steps: [
    { title: "Seal", text: "Two services each choose a secret number and publish its fingerprint." },
    { title: "Lock", text: "Your list and the rule are fixed. From here on nobody can change them, not even you." },
    { title: "Draw", text: "Both numbers are opened. Numbers and list give the result, and anyone can check it." },
  ],
};
