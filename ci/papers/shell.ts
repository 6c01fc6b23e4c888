// Shell blocks of the papers, taken apart into their simple commands.

const NEVER = /^(do|done|then|else|fi|for|if|while|break|\(|\{)$/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** The words of each simple command of a block: comments, assignments and the shell's own words are left out. */
export function commandsOf(block: string): string[][] {
  return splitAt(block.replace(/\\\n\s*/g, " "))
    .map((words) => words.slice(words.findIndex((word) => !ASSIGNMENT.test(word))))
    .map((words) => (NEVER.test(words[0] ?? "") ? afterShellWord(words) : words))
    .filter(([program = ""]) => program !== "" && !ASSIGNMENT.test(program));
}

// `do ci/stages/$stage` is a command; `for stage in …` is none.
function afterShellWord([word, ...rest]: string[]): string[] {
  return ["do", "then", "else", "if", "while"].includes(word ?? "") ? rest : [];
}

/** Words, cut into commands at what stands between two of them, outside of quotes. */
function splitAt(text: string): string[][] {
  const pieces = text.match(/(?:\$\([^)]*\)|"[^"]*"|'[^']*'|\\.|[^\s"'\\;|&])+|[;|&]+|\n|[^\S\n]+/g) ?? [];
  const commands: string[][] = [[]];
  let comment = false;
  for (const piece of pieces) {
    if (piece === "\n") comment = false;
    if (comment || /^[^\S\n]+$/.test(piece)) continue;
    if (piece.startsWith("#")) comment = true;
    else if (/^([;|&]+|\n)$/.test(piece)) commands.push([]);
    else commands.at(-1)?.push(piece);
  }
  return commands.filter((words) => words.length > 0);
}
