// Reads the Groovy that an orchestrating declarative Jenkinsfile needs: blocks in braces, one statement per line.

export interface Block {
  /** The text before the brace: `stage('Tests')`, `steps`. */
  head: string;
  /** Statements and blocks, in order. */
  body: (string | Block)[];
}

const TOKEN = /\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[{}\n;]|[^{}\n;'"/]+|\//g;

/** Reads a Jenkinsfile. Throws on unbalanced braces. */
export function readBlocks(text: string): Block {
  const root: Block = { head: "", body: [] };
  const open = [root];
  let line = "";
  const here = (): Block => {
    const block = open.at(-1);
    if (!block) throw new Error("Jenkinsfile: a brace closes what was never opened");
    return block;
  };
  const end = () => {
    if (line.trim() !== "") here().body.push(line.trim());
    line = "";
  };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith("//")) continue;
    if (token === "{") {
      const block: Block = { head: line.trim(), body: [] };
      here().body.push(block);
      open.push(block);
      line = "";
    } else if (token === "}") {
      end();
      open.pop();
    } else if (token === "\n" || token === ";") end();
    else line += token;
  }
  end();
  if (open.length !== 1) throw new Error("Jenkinsfile: a brace is not closed");
  return root;
}

/** The direct child blocks whose head starts with this text. */
export function inside(block: Block, head: string): Block[] {
  return block.body.filter((part): part is Block => typeof part !== "string" && part.head.startsWith(head));
}
