// Test draws, with which an organiser rehearses. The mark is part of the title, which the manifest locks: neither the page
// nor a saved record can lose it.
import { text } from "@fairhat/protocol";

const MARK = "[Test] ";
const LONGEST_TITLE = 200; // characters, with the mark

/** A title of a test draw, without its mark. */
export const testTitle = text(1, LONGEST_TITLE - MARK.length);

export function isTest(title: string): boolean {
  return title.startsWith(MARK);
}

export function marked(title: string): string {
  return isTest(title) ? title : MARK + title;
}

export function unmarked(title: string): string {
  return isTest(title) ? title.slice(MARK.length) : title;
}
