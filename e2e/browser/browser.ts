// Debian's Chromium and its visitors: each has a fresh profile, and all errors of their pages are recorded.
import { expect } from "bun:test";
import { type Browser, chromium, type Page, type Request } from "playwright-core";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** Starts the browser; the setting CHROMIUM names another one than Debian's. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

export interface Look {
  phone?: boolean;
  dark?: boolean;
  /** A browser language: en-GB, de-DE. */
  language?: string;
  javaScript?: boolean;
  reducedMotion?: boolean;
}

export interface Visitor {
  page: Page;
  /** Opens a path of the site and returns its status. */
  open(path: string): Promise<number>;
  /** Fails if a page had an error, violated the policy, lost a request or contacted another host. */
  nothingWrong(): void;
  leave(): Promise<void>;
}

/** A visitor of the site at `url`. */
export async function visitor(browser: Browser, url: string, look: Look = {}): Promise<Visitor> {
  const { phone = false, dark = false, language = "en-GB", javaScript = true, reducedMotion = false } = look;
  const context = await browser.newContext({
    viewport: phone ? PHONE : DESKTOP,
    isMobile: phone,
    hasTouch: phone,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    locale: language,
    timezoneId: "Europe/Berlin",
    javaScriptEnabled: javaScript,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(20_000);
  // The console shows what the policy blocks, but not report-only violations.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`policy broken: ${violatedDirective} ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  const wrong = watch(page, new URL(url).origin);
  return {
    page,
    open: async (path) => (await page.goto(`${url}${path}`))?.status() ?? 0,
    nothingWrong: () => expect(wrong.splice(0)).toEqual([]),
    leave: () => context.close(),
  };
}

/** Everything that goes wrong in a page from now on. */
function watch(page: Page, origin: string): string[] {
  const wrong: string[] = [];
  // The form first requests its summary in place; failing that, it opens the page with the reason.
  const opened = new Set<string>([`${origin}/draws/confirm`]);
  page.on("request", (request) => {
    if (isOwnPage(request)) opened.add(withoutFragment(request.url()));
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && !["data:", "blob:"].includes(protocol)) wrong.push(`asked ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const error = request.failure()?.errorText;
    // Streams and images end with their page, and a download is not a page.
    if (error !== "net::ERR_ABORTED") wrong.push(`failed ${request.url()}: ${error}`);
  });
  page.on("console", (message) => {
    // Chromium reports pages with status 404 or 422 as failed loads; tests check the status.
    const refused =
      message.text().startsWith("Failed to load resource") && opened.has(withoutFragment(message.location().url));
    if (["error", "warning"].includes(message.type()) && !refused) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`error: ${error.stack ?? error.message}`));
  page.on("crash", () => wrong.push("the page crashed"));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return wrong;
}

function isOwnPage(request: Request): boolean {
  return request.isNavigationRequest() && request.frame().parentFrame() === null;
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, "");
}
