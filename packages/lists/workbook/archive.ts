// The parts of a workbook: a ZIP archive whose parts are unpacked on demand, within limits.
import { unzipSync } from "fflate";

/** Why a workbook is refused. */
export type WorkbookRefusal =
  | "workbook_broken"
  | "workbook_encrypted"
  | "workbook_binary"
  | "workbook_too_large"
  | "workbook_too_many_sheets"
  | "workbook_empty"
  | "workbook_no_such_sheet";

/** Thrown to stop reading a workbook. */
export class WorkbookRefused extends Error {
  readonly refusal: WorkbookRefusal;

  constructor(refusal: WorkbookRefusal, cause?: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

/** Maximum bytes of all parts read; a million rows with a name and a number need half of that. */
const MOST_BYTES = 160 * 2 ** 20;

export class Archive {
  readonly #bytes: Uint8Array;
  readonly #sizes = new Map<string, number>();
  #left = MOST_BYTES;

  /** Throws WorkbookRefused. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#unzip(({ name, originalSize }) => {
      this.#sizes.set(name, originalSize);
      return false;
    });
  }

  names(): string[] {
    return [...this.#sizes.keys()];
  }

  has(name: string): boolean {
    return this.#sizes.has(name);
  }

  /**
   * A part's bytes. Throws WorkbookRefused. At most the archive's declared size is unpacked: an understated part is
   * truncated, and then invalid XML.
   */
  part(name: string): Uint8Array {
    const size = this.#sizes.get(name);
    if (size === undefined) throw new WorkbookRefused("workbook_broken");
    if (size > this.#left) throw new WorkbookRefused("workbook_too_large");
    this.#left -= size;
    const part = this.#unzip((file) => file.name === name)[name];
    if (!part) throw new WorkbookRefused("workbook_broken");
    return part;
  }

  #unzip(filter: (file: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#bytes, { filter });
    } catch (error) {
      throw new WorkbookRefused("workbook_broken", error);
    }
  }
}
