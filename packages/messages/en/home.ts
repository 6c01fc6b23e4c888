/** How it works, in three sentences, for somebody who sees Fairhat for the first time. */
export const home = {
  title: "How nobody can rig it",
  steps: [
    { title: "Seal", text: "Two services each choose a secret number and publish its fingerprint." },
    { title: "Lock", text: "Your list and the rule are fixed. From here on nobody can change them, not even you." },
    { title: "Draw", text: "Both numbers are opened. Numbers and list give the result, and anyone can check it." },
  ],
};
