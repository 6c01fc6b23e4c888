// Bar charts as SVG, readable on white and on black.
interface Bar {
  name: string;
  value: number;
}

const [WIDTH, LEFT, RIGHT, ROW, TOP] = [720, 190, 90, 30, 46];

/** Horizontal bars with the value beside each. */
export function bars(title: string, rows: Bar[]): string {
  const most = Math.max(...rows.map(({ value }) => value));
  const height = TOP + ROW * rows.length + 14;
  const lines = rows.map(({ name, value }, at) => {
    const y = TOP + ROW * at;
    const width = Math.max(1, Math.round(((WIDTH - LEFT - RIGHT) * value) / most));
    return (
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>` +
      `<rect x="${LEFT}" y="${y}" width="${width}" height="20" rx="3" fill="#2f6f5e"/>` +
      `<text x="${LEFT + width + 8}" y="${y + 15}">${value.toLocaleString("en")}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<style>text{font:14px system-ui,sans-serif;fill:#222}.t{font-weight:600}@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#6cc5ad}}</style>
<text class="t" x="10" y="24">${escaped(title)}</text>
${lines.join("\n")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
