/** Why a draw can be trusted, and how far: for somebody who has never heard of it. */
export const trust = {
  title: "Why you can trust this",
  description:
    "Who holds the secret numbers of a draw, what each of them could do alone, and how you check it yourself.",
  lead: "Two people each write a secret number and seal it in an envelope. Then the list of names is locked. Only now are both envelopes opened, and the two numbers pick the winner.",
  picture: "Two sealed envelopes and a locked list; both envelopes are opened together and give the result.",
  labels: { a: "Secret A", b: "Secret B", list: "Locked list", result: "Result" },
  why: "Nobody knew both numbers while the list could still change. So nobody could make a list that wins, or choose a number that helps.",
  who: "Who runs the two services here",
  one: "One party runs both services here. It could steer a draw; nobody else could. To raise the level, let somebody independent run one of them.",
  two: "Two parties, by their own statement, each run one service. Neither of them can steer a draw alone:",
  unknown: "One of the services does not answer right now, so this page cannot say who runs them.",
  nobody: "not stated",
  service: (side: string) => `Service ${side}`,
  alone: "What each could do alone",
  could: [
    {
      who: "The organiser",
      text: "cannot choose who wins. They could make several draws and show you one. A draw that was announced in advance rules that out, and its page says for how long it was.",
    },
    {
      who: "One service",
      text: "cannot aim the result, because it does not know the other number. It could refuse to open its envelope. Then the draw is void, and everyone sees that.",
    },
    {
      who: "This site",
      text: "cannot change the list after the lock. It could show you a false page. That is why your own device checks the draw, or a program from somewhere else.",
    },
    { who: "Both services together", text: "could choose the result. That is why each draw's page says who ran them." },
  ],
  never: "No draw can show that the people on a list exist, or that the prize was handed over.",
  check: "Check it yourself",
  checkText: "Open any draw and press Check this draw. Then press Break it, and see that a changed record is caught.",
  recent: "See recent draws",
};
