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

/** The only place that builds a manifest: docs/protocol.md section 3. Its members are in canonical order. */
export function manifestOf(draw: Lockable, lockedAt: string, drawAfter: string | null): Manifest {
  const params: Record<string, unknown> = JSON.parse(draw.params);
  return {
    beacon: null,
    createdAt: draw.created_at,
    draw: draw.id,
    drawAfter,
    entries: { count: draw.entry_count, root: draw.entry_root, tickets: draw.entry_tickets },
    lockedAt,
    organiser: draw.organiser,
    params,
    policy: { redraw: "void", substitutes: params.alternates ? "alternates" : "none" },
    previous: draw.previous,
    rule: draw.rule,
    seals: { a: sealDigest(draw.seal_a), b: sealDigest(draw.seal_b) },
    title: draw.title,
    type: "fairhat/1/manifest",
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
