import { Checkbox } from "@fluentui/react-components";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Window } from "../api";
import { type Link, mayLookAlike, readLink } from "../fields";
import { useTrustedSites } from "../frame";
import { ConfirmDialog, useFail, useNotify } from "../ui";

/**
 * How to open an address outside the program, and the question that comes before it. Sites that are trusted
 * are opened at once; what is not opened is told why.
 */
export function useOpenLink(): [open: (address: string) => void, question: ReactNode] {
  const [asked, setAsked] = useState<Link>();
  const [trusted] = useTrustedSites();
  const notify = useNotify();
  const fail = useFail();
  const take = (text: string) => {
    const link = readLink(text);
    if (typeof link === "string")
      notify({ intent: "warning", text: "This link is not opened", detail: `${link} ${text}` });
    else if (trusted.includes(link.site)) Window.OpenLink(link.address).catch(fail);
    else setAsked(link);
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const open = useCallback((text: string) => latest.current(text), []);
  return [open, asked && <Question link={asked} onClose={() => setAsked(undefined)} />];
}

function Question({ link: { address, site }, onClose }: { link: Link; onClose(): void }) {
  const [trusted, setTrusted] = useTrustedSites();
  const [trust, setTrust] = useState(false);
  const open = async () => {
    await Window.OpenLink(address);
    if (trust) setTrusted([...trusted, site]);
  };
  return (
    <ConfirmDialog
      open
      title="Open this address outside Cadastre?"
      confirm="Open"
      onConfirm={open}
      onClose={onClose}
    >
      <p className="form-address">
        <Address address={address} site={site} />
      </p>
      {mayLookAlike(site) && (
        <p>
          The site’s name has letters of other alphabets or with accents, spelled out here. They may
          make it look like another site’s.
        </p>
      )}
      {site && (
        <Checkbox
          label={`Do not ask again for ${site}`}
          checked={trust}
          onChange={(_, { checked }) => setTrust(checked === true)}
        />
      )}
    </ConfirmDialog>
  );
}

/** The whole address, its site stressed. */
function Address({ address, site }: Link) {
  const at = site ? address.indexOf(site) : -1;
  if (at < 0) return address;
  return (
    <>
      {address.slice(0, at)}
      <strong>{site}</strong>
      {address.slice(at + site.length)}
    </>
  );
}
