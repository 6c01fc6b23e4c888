// Webhooks: notifies an address that a draw is drawn, void, or that a winner was passed over. Signed as the Standard
// Webhooks specification says, at least once, in order, without names: receivers read the API.
import { randomBytes } from "node:crypto";
import type { Passover } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { Webhook } from "standardwebhooks";
import { isAllowed, literalAddress, type Networks, post } from "../clients/webhook.ts";
import type { WebhookTable } from "../db/schema.ts";
import { passoversOf } from "./after-draw.ts";
import { type Context, protocolTime } from "./context.ts";
import { type Draw, findDraw } from "./repository.ts";
import { viewOf } from "./view.ts";
import {
  addWebhook,
  countDelivered,
  deleteWebhook,
  settleWebhook,
  takeWebhooks,
  wakeMissed,
  wakeWebhooks,
} from "./webhook-queue.ts";

const MOST = 5; // webhooks per draw
const AT_ONCE = 50; // attempts per round
const LEASE = 30_000; // milliseconds, more than an attempt takes
const SECRET = 24; // bytes, as the specification recommends

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds to the next attempt, as the specification recommends; after the last one delivery ends. */
const DELAYS = [5_000, 5 * MINUTE, 30 * MINUTE, ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR)];

const GONE = 410; // specified as: send nothing more

/** This process's webhook state. */
export interface Webhooks {
  /** Networks allowed besides the public internet; with any, http is allowed. */
  networks: Networks;
  /** Draws with events here since the last round. */
  changed: Set<string>;
}

/** A webhook as its organiser sees it. */
export interface WebhookView {
  id: string;
  url: string;
  /** Number of delivered events. */
  delivered: number;
  /** Attempts so far for the next one. */
  attempts: number;
  /** Status of the last answer; null without one. */
  status: number | null;
  nextAttemptAt: string | null;
  ended: WebhookTable["ended"];
}

export function webhookView({ id, url, sent, attempts, status, next_at, ended }: WebhookTable): WebhookView {
  return { id, url, delivered: sent, attempts, status, nextAttemptAt: attempts > 0 ? next_at : null, ended };
}

/** Adds a webhook to a draw; returns the existing one for a known URL. */
export async function addressWebhook(context: Context, draw: Draw, url: string): Promise<Answer<WebhookTable>> {
  const { webhooks, db, newId, clock } = context;
  if (!webhooks) return refused("webhooks_off");
  if (!isAddressable(url, webhooks.networks)) {
    const problem = { at: "url", expected: { code: "public_https" }, found: { code: "another_address" } } as const;
    return refused("malformed", problem);
  }
  const secret = `whsec_${randomBytes(SECRET).toString("base64")}`;
  const row = { id: newId(), draw: draw.id, url, secret, created_at: protocolTime(clock()) };
  const added = await addWebhook(db, row, MOST);
  return added ? answered(added) : refused("too_many_webhooks", { most: MOST });
}

/** Deletes a webhook of a draw. */
export async function removeWebhook({ db }: Context, draw: Draw, id: string): Promise<Answer<null>> {
  if (await deleteWebhook(db, draw.id, id)) return answered(null);
  return refused("no_such_webhook");
}

function isAddressable(text: string, networks: Networks): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const protocols = networks.length > 0 ? ["https:", "http:"] : ["https:"];
  const literal = literalAddress(url);
  return (
    protocols.includes(url.protocol) &&
    url.username === "" &&
    url.password === "" &&
    (literal === null || isAllowed(literal, networks))
  );
}

/** Attempts each due webhook once; returns whether there may be more. */
export async function sendWebhooks(context: Context): Promise<boolean> {
  const { webhooks, db, clock, log } = context;
  if (!webhooks) return false;
  const changed = [...webhooks.changed];
  webhooks.changed.clear();
  const now = protocolTime(clock());
  await wakeWebhooks(db, changed, now);
  const taken = await takeWebhooks(db, now, protocolTime(clock() + LEASE), AT_ONCE);
  const attempts = taken.map((webhook) =>
    attempt(context, webhook, webhooks.networks).catch((error) => {
      log.error({ webhook: webhook.id, err: error }, "a webhook could not be sent");
    }),
  );
  await Promise.all(attempts);
  return taken.length === AT_ONCE;
}

/** Finds events that a crash kept from being sent. */
export async function wakeMissedWebhooks({ webhooks, db, clock }: Context): Promise<void> {
  if (webhooks) await wakeMissed(db, protocolTime(clock()));
}

async function attempt(context: Context, webhook: WebhookTable, networks: Networks): Promise<void> {
  const { db, clock, log } = context;
  const event = await nextEvent(context, webhook);
  if (!event) return settleWebhook(db, webhook, { next_at: null, attempts: 0 });
  const status = await post(new URL(webhook.url), ...signed(webhook, event, new Date(clock())), networks);
  if (status !== null && status >= 200 && status < 300) {
    return countDelivered(db, webhook, status, protocolTime(clock()));
  }
  log.info({ draw: webhook.draw, webhook: webhook.id, status, attempts: webhook.attempts }, "a webhook failed");
  const delay = DELAYS[webhook.attempts - 1];
  if (status === GONE) return settleWebhook(db, webhook, { status, next_at: null, ended: "gone" });
  if (delay === undefined) return settleWebhook(db, webhook, { status, next_at: null, ended: "failed" });
  return settleWebhook(db, webhook, { status, next_at: protocolTime(clock() + delay) });
}

/** An event keeps its id in every attempt, so that receivers can drop duplicates. */
function signed({ id, secret, sent }: WebhookTable, event: Event, at: Date): [Record<string, string>, string] {
  const body = JSON.stringify(event);
  const message = `${id}-${sent}`;
  const headers = {
    "content-type": "application/json",
    "user-agent": "Fairhat",
    "webhook-id": message,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(message, at, body),
  };
  return [headers, body];
}

interface Event {
  type: "draw.drawn" | "draw.void" | "draw.passed_over";
  timestamp: string;
  data: { draw: string; url: string; manifest: string | null } & Partial<Pick<Passover, "position" | "reason">>;
}

/** The next event that a webhook must deliver; null if there is none. */
async function nextEvent(context: Context, { draw: id, sent }: WebhookTable): Promise<Event | null> {
  const draw = await findDraw(context.db, id);
  if (!draw || (draw.state !== "drawn" && draw.state !== "void")) return null;
  const { url, manifest, drawnAt, void: ended } = await viewOf(context, draw);
  const data = { draw: id, url, manifest };
  if (sent === 0 && ended) return { type: "draw.void", timestamp: ended.at, data: { ...data, reason: ended.reason } };
  if (sent === 0) return { type: "draw.drawn", timestamp: drawnAt ?? "", data };
  const passover = (await passoversOf(context.db, id))[sent - 1];
  if (!passover) return null;
  const { at, position, reason } = passover;
  return { type: "draw.passed_over", timestamp: at, data: { ...data, position, reason } };
}
