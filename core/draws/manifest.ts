import { canonical, digest, digestOfText, type Manifest, type Seal, type Signed } from "@fairhat/protocol";
import type { DrawTable } from "../db/schema.ts";

/** The columns that a lock writes. */
export type Lock = Pick<DrawTable, "manifest" | "manifest_digest" | "locked_at" | "draw_after">;

/** The locked manifest with its digest, which every statement about it names. */
export interface Locked {
  manifest: Manifest;
  M: string;
}

/** The lock in a draw's row. */
export function lockedIn({ manifest, manifest_digest }: Pick<DrawTable, "manifest" | "manifest_digest">): Locked {
  return { manifest: JSON.parse(manifest ?? "null"), M: manifest_digest ?? "" };
}

/** The manifest's inputs. */
export type Lockable = Omit<DrawTable, "state" | "manage_hash" | keyof Lock>;

/** The only place that builds a manifest: docs/protocol.md section 3. */
export function manifestOf(draw: Lockable, lockedAt: string, drawAfter: string | null): Manifest {
  const params: Record<string, unknown> = JSON.parse(draw.params);
  return {
    type: "fairhat/1/manifest",
    draw: draw.id,
    title: draw.title,
    organiser: draw.organiser,
    createdAt: draw.created_at,
    lockedAt,
    drawAfter,
    rule: draw.rule,
    params,
    entries: { count: draw.entry_count, tickets: draw.entry_tickets, root: draw.entry_root },
    seals: { a: sealDigest(draw.seal_a), b: sealDigest(draw.seal_b) },
    policy: { substitutes: params.alternates ? "alternates" : "none", redraw: "void" },
    previous: draw.previous,
    beacon: null,
  };
}

export function lockOf(draw: Lockable, lockedAt: string, drawAfter: string | null): Lock {
  const manifest = canonical(manifestOf(draw, lockedAt, drawAfter));
  return {
    manifest,
    manifest_digest: digestOfText(manifest),
    locked_at: lockedAt,
    draw_after: drawAfter,
  };
}

function sealDigest(seal: string): string {
  return digest((JSON.parse(seal) as Signed<Seal>).statement);
}
