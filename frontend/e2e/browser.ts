import { type Browser, chromium, type Page } from "playwright-core";

/** Starts Debian's Chromium, or the browser that CHROMIUM names, without a network of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * Collects what goes wrong in a page unnoticed: errors nobody caught, errors on the
 * console (a breach of the content security policy is one), requests to other hosts,
 * and native dialogs that no test has answered.
 */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") {
      faults.push(`asked another host: ${request.url()}`);
    }
  });
  page.on("dialog", (dialog) => {
    faults.push(`unanswered dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return faults;
}
