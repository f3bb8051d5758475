import { readLink } from "../link";

/** The web address that a person means: "example.org" is "https://example.org"; "" when it is none. */
export function webAddress(value: string): string {
  const words = value.trim();
  if (!words || /\s/.test(words)) return "";
  const address = /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}`;
  const link = readLink(address);
  if (typeof link === "string" || !link.site) return "";
  const { hostname } = new URL(address);
  const reachable = hostname.includes(".") || hostname === "localhost" || words.includes("://");
  return reachable ? address : "";
}
