import { Button } from "@fluentui/react-components";
import { useCatalogue, useGo } from "../../frame";
import { Icon, useCopy } from "../../ui";

/** Which program this is. */
export function AboutCard() {
  const { version } = useCatalogue();
  const go = useGo();
  const [copied, copy] = useCopy();
  const name = `Cadastre ${version}`;
  return (
    <>
      <p>{name}</p>
      <p className="quiet">
        Cadastre works without a network. It sends nothing anywhere and asks no other computer for
        anything.
      </p>
      <div className="row">
        <Button icon={<Icon name="help" />} onClick={() => go.help()}>
          Help
        </Button>
        <Button icon={<Icon name="copy" />} onClick={() => copy(`${name}\n${navigator.userAgent}`)}>
          {copied ? "Copied" : "Copy for a report"}
        </Button>
      </div>
    </>
  );
}
