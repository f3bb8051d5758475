/** What an address leads to, as it really is. */
export interface Link {
  /** The whole address, as the system gets it. */
  address: string;
  /** The site as it is called on the net: names in other letters are spelled "xn--…". "" for a mail. */
  site: string;
}

/** What a link may ask of a mail program. Others have it attach files. */
const mailParts = ["to", "cc", "bcc", "subject", "body"];

/** Reads an address, or says in a sentence why it is not opened. Go asks the same again. */
export function readLink(text: string): Link | string {
  const words = text.trim();
  if (!URL.canParse(words)) return "This is no complete address.";
  const url = new URL(words);
  switch (url.protocol) {
    case "http:":
    case "https:":
      return url.username || url.password
        ? `It gives a name before the site ${url.host}, which makes it look like another site.`
        : { address: url.href, site: url.host };
    case "mailto:":
      return readMail(url);
    default:
      return "Only http, https and mailto links are opened.";
  }
}

function readMail(url: URL): Link | string {
  const other = [...url.searchParams.keys()].find((key) => !mailParts.includes(key.toLowerCase()));
  if (other !== undefined) return `It asks the mail program for “${other}”.`;
  if (!/^[^/].*@/.test(url.pathname)) return "It names nobody to write to.";
  return { address: url.href, site: "" };
}

/** Whether a site's name has letters that may look like those of another site. */
export const mayLookAlike = (site: string) =>
  site.split(".").some((part) => part.startsWith("xn--"));
