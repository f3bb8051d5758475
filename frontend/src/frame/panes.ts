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

/** Moves the focus to the search box and selects its text. */
export function focusSearch(): void {
  const box = document.querySelector<HTMLElement>("#search");
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
  else box?.click();
}

/** Moves the focus from the search box into the grid of the page, where there is one. */
export function focusGrid(): void {
  const grid = document.querySelector<HTMLElement>("#page [role='grid']");
  (grid?.querySelector<HTMLElement>("[tabindex='0']") ?? grid)?.focus();
}

export function focusPage(): void {
  document.querySelector<HTMLElement>("#page")?.focus();
}
