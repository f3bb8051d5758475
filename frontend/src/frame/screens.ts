// The pages of the program's own to which the navigation of an area leads, by the keys that the model gives them.
import type { IconName } from "../ui";

interface Screen {
  label: string;
  icon: IconName;
  to: "/a/$app/waiting";
}

export const screens = {
  waiting: { label: "Waiting Values", icon: "check", to: "/a/$app/waiting" },
} satisfies Record<string, Screen>;

export type ScreenKey = keyof typeof screens;

/** The pages that the model names and this page has. */
export function screensOf(keys: readonly string[] = []): ScreenKey[] {
  return keys.filter((key): key is ScreenKey => key in screens);
}

/** The page that a path leads to, undefined for any other: "/a/it-system-catalog/waiting". */
export function screenAt(path: string): ScreenKey | undefined {
  return screensOf([path.split("/")[3] ?? ""])[0];
}
