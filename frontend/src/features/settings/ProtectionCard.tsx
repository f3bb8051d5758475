import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useRefusal } from "../../commands";
import { useCatalogue } from "../../frame";
import { Icon } from "../../ui";
import { type PassphraseChange, PassphraseDialog } from "./PassphraseDialog";

/** Whether the file can be read without Cadastre and a passphrase. */
export function ProtectionCard() {
  const { encrypted, scratch } = useCatalogue();
  const refusal = useRefusal();
  const [asking, setAsking] = useState<PassphraseChange>();
  if (scratch)
    return <p className="quiet">The sample is a scratch copy; it takes no passphrase.</p>;
  const off = refusal !== "";
  return (
    <>
      <p>
        {encrypted
          ? "This catalogue is encrypted: records, history and backups can only be read with its passphrase."
          : "This catalogue is not encrypted. Only you may read its file on this computer, but whoever has a copy of it can read it."}
      </p>
      <div className="row">
        {encrypted ? (
          <>
            <Button disabled={off} icon={<Icon name="key" />} onClick={() => setAsking("change")}>
              Change the passphrase
            </Button>
            <Button disabled={off} onClick={() => setAsking("remove")}>
              Remove the passphrase
            </Button>
          </>
        ) : (
          <Button disabled={off} icon={<Icon name="key" />} onClick={() => setAsking("set")}>
            Set a passphrase
          </Button>
        )}
      </div>
      {off && <p className="quiet">{refusal}</p>}
      {asking && <PassphraseDialog change={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
