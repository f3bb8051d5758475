// The parts of the window that the keyboard moves between.

const panes = ["#top-bar", "#navigation", "#page"];
const focusable = "a[href], button:not([disabled]), input:not([disabled]), [tabindex='0']";

/** Moves the focus to the next part of the window: top bar, navigation, page. */
export function nextPane(): void {
  const shown = panes.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const current = shown.findIndex((pane) => pane.contains(document.activeElement));
  const next = shown[(current + 1) % shown.length];
  (next?.querySelector<HTMLElement>(focusable) ?? next)?.focus();
}

export function focusPage(): void {
  document.querySelector<HTMLElement>("#page")?.focus();
}
