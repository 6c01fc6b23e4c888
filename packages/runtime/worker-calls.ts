// Numbered questions to a worker and its answers.
import { HttpRefusal, type Refusal } from "./problem.ts";

interface Call<Question> {
  number: number;
  question: Question;
}

type Answer<Value> = { number: number } & (
  | { value: Value }
  | { refused: { status: number; refusal: Refusal } }
  | { failed: string }
);

interface Waiting<Value> {
  resolve(value: Value): void;
  reject(error: Error): void;
}

const IDLE = 30_000; // milliseconds until an unused worker ends and frees its memory

/** A worker that is started on demand, and again after it has ended. */
export class WorkerCalls<Question, Value> {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting<Value>>();
  #worker: Worker | null = null;
  #next = 0;
  #users = 0;
  #idle: Timer | undefined;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Keeps the worker and its state until `release`. */
  hold(): void {
    this.#users += 1;
    clearTimeout(this.#idle);
  }

  release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#idle = setTimeout(() => this.#end(new Error("the worker is not held")), IDLE);
    this.#idle.unref();
  }

  /** The worker's answer. Ownership of `transfer` passes to the worker. Throws HttpRefusal if the worker does. */
  ask(question: Question, transfer: Transferable[] = []): Promise<Value> {
    const number = this.#next;
    this.#next += 1;
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    this.#waiting.set(number, { resolve, reject });
    const call: Call<Question> = { number, question };
    this.#running().postMessage(call, transfer);
    return promise;
  }

  #running(): Worker {
    this.#worker ??= this.#begin();
    return this.#worker;
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Answer<Value>>) => this.#answered(data);
    worker.onerror = ({ message }) => this.#end(new Error(`a worker failed: ${message}`));
    worker.addEventListener("close", () => {
      if (this.#worker === worker) this.#end(new Error("a worker ended without an answer"));
    });
    (worker as Worker & { unref(): void }).unref(); // Bun's: the process does not wait for it
    return worker;
  }

  #answered(answer: Answer<Value>): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ("value" in answer) waiting?.resolve(answer.value);
    else if ("failed" in answer) waiting?.reject(new Error(answer.failed));
    else waiting?.reject(HttpRefusal.of(answer.refused.status, answer.refused.refusal));
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Inside a worker: answers questions. */
export function answerCalls<Question, Value>(answer: (question: Question) => Value | Promise<Value>): void {
  const worker = self as unknown as Worker;
  worker.onmessage = async ({ data }: MessageEvent<Call<Question>>) => {
    worker.postMessage({ number: data.number, ...(await answerTo(data.question, answer)) });
  };
}

async function answerTo<Question, Value>(question: Question, answer: (question: Question) => Value | Promise<Value>) {
  try {
    return { value: await answer(question) };
  } catch (error) {
    if (error instanceof HttpRefusal) return { refused: { status: error.status, refusal: error.refusal } };
    return { failed: (error instanceof Error && error.stack) || String(error) };
  }
}
