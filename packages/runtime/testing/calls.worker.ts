import { HttpRefusal } from "../problem.ts";
import { answerCalls } from "../worker-calls.ts";

answerCalls((question: string): string => {
  if (question === "refuse") throw new HttpRefusal(400, "refused", "it is refused");
  if (question === "fail") throw new Error("it failed");
  if (question === "end") process.exit(1);
  return `answered ${question}`;
});
