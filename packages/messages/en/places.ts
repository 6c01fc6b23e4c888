/** The pages around the draws. */
export const places = {
  draws: {
    title: "Recent draws",
    description: "Draws whose organisers list them here.",
    none: "There are no draws yet.",
    make: "Make one",
    older: "Older ones",
    pages: "Pages",
  },
  rules: {
    title: "Rules",
    description: "The published rules by which draws are made.",
    text: "A rule says how list and numbers become a result. Once published, a version of a rule never changes.",
    example: "Example",
    params: "Parameters",
    entries: "Entries",
    withTickets: (tickets: string) => `with ${tickets} tickets`,
    seed: "Seed",
    result: "Result (places in the list, counted from 0)",
  },
  api: {
    title: "API",
    description: "The JSON API of Fairhat.",
    text: "Everything that the pages do can be done by programs. Errors are",
    data: "The same as data:",
    query: "Query:",
    body: "Body (JSON Schema)",
  },
};
