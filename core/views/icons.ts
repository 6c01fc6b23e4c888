// Icons of the rules, as lines on 24 by 24, by a rule's name without its version.
const ICONS: Readonly<Record<string, string>> = {
  winners: "M7 4h10v5a5 5 0 0 1-10 0zM7 5H4v2a3 3 0 0 0 3 3M17 5h3v2a3 3 0 0 1-3 3M12 14v4M8 20h8M9.5 18h5",
  raffle:
    "M3 8a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v2a2 2 0 0 0 0 4v2a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-2a2 2 0 0 0 0-4zM9 7v2M9 11v2M9 15v2",
  prizes: "M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7c-2-5-7-4-5-1 1 1 3 1 5 1zM12 7c2-5 7-4 5-1-1 1-3 1-5 1z",
  order: "M3 7h4l10 10h4M3 17h4l3-3M14 10l3-3h4M18.500 4.500 21 7l-2.500 2.500M18.500 14.500 21 17l-2.500 2.500",
  groups:
    "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.500 19a5.500 5.500 0 0 1 11 0zM16 11.500a2.500 2.500 0 1 0 0-5M16.500 14a5 5 0 0 1 5 5H17",
  bracket: "M4 4h6v6H4M4 14h6v6H4M10 7h4v10h-4M14 12h6",
  roundrobin: "M12 3a9 9 0 1 0 9 9M12 3h5M12 3l3-2M12 3l3 2M8 12h8M12 8v8",
  pairs: "M4 7h13M14 4l3 3-3 3M20 17H7M10 14l-3 3 3 3",
  panel:
    "M12 8.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM7.500 14a4.500 4.500 0 0 1 9 0zM4.500 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM19.500 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM3 17h18v3H3z",
  numbers:
    "M8.500 15a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM8 8l1.500-1v5M17 21a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM15.700 15.500a1.400 1.400 0 1 1 2.400 1L15.700 18.500h2.800",
};
const DICE =
  "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8.500 8.500h.01M15.500 8.500h.01M12 12h.01M8.500 15.500h.01M15.500 15.500h.01";

/** The path of a rule's icon. */
export function iconPath(rule: string): string {
  return ICONS[rule.replace(/\/.*$/, "")] ?? DICE;
}
