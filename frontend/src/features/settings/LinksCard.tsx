import { Button } from "@fluentui/react-components";
import { useTrustedSites } from "../../frame";
import { Icon } from "../../ui";

/** The sites whose addresses open without asking. */
export function LinksCard() {
  const [trusted, setTrusted] = useTrustedSites();
  if (trusted.length === 0)
    return (
      <p className="quiet">
        Cadastre shows every address and asks before it opens it in the browser. Sites that you tell
        it not to ask for again are listed here.
      </p>
    );
  return (
    <>
      <p>Addresses of these sites open in the browser without asking.</p>
      <ul className="plain-list" aria-label="Sites that open without asking">
        {trusted.map((site) => (
          <li key={site} className="row settings-path">
            {site}
            <Button
              appearance="subtle"
              size="small"
              icon={<Icon name="dismiss" size={16} />}
              aria-label={`Ask again for ${site}`}
              title={`Ask again for ${site}`}
              onClick={() => setTrusted(trusted.filter((each) => each !== site))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
