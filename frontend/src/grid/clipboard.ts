import type { api } from "../api";

/**
 * Copies a table as soon as it is read, as text and as HTML; a window that takes no HTML gets the text.
 * The clipboard is asked at once, because it obeys only the key that was just pressed.
 */
export async function copyTable(
  reading: Promise<api.Copied>,
  copyText: (text: string) => void,
): Promise<api.Copied> {
  const as = (type: string, of: (copied: api.Copied) => string) =>
    reading.then((copied) => new Blob([of(copied)], { type }));
  try {
    const forms = {
      "text/plain": as("text/plain", ({ text }) => text),
      "text/html": as("text/html", ({ html }) => html),
    };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
  } catch {
    copyText((await reading).text);
  }
  return reading;
}
