// PNG pictures: each is rendered once, in a worker, and the latest are cached.
import { refusal, startWorker, WorkerCalls } from "@fairhat/runtime";

export interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  /** Equal for equal pictures. */
  digest: string;
}

const MOST_KEPT = 200; // of about 40 kB
const MOST_WAITING = 20; // a second or two of work

/** Renders SVG to PNG. Throws HttpRefusal 503 if too many are pending. */
export function pictures(mostWaiting = MOST_WAITING): (svg: string) => Promise<Picture> {
  const calls = new WorkerCalls<string, Uint8Array<ArrayBuffer>>(() => startWorker(import.meta.url, "picture"));
  const kept = new Map<string, Promise<Picture>>();
  let waiting = 0;
  const draw = async (svg: string, digest: string): Promise<Picture> => {
    if (waiting >= mostWaiting) throw refusal("too_many_pictures");
    waiting += 1;
    calls.hold();
    try {
      return { bytes: await calls.ask(svg), digest };
    } finally {
      waiting -= 1;
      calls.release();
    }
  };
  return (svg) => {
    const digest = new Bun.CryptoHasher("sha256").update(svg).digest("hex").slice(0, 32);
    const picture = kept.get(digest) ?? draw(svg, digest);
    kept.delete(digest);
    kept.set(digest, picture);
    picture.catch(() => kept.delete(digest));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return picture;
  };
}
