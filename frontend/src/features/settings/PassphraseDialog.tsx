import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useSafety } from "../../frame";
import { ConfirmDialog, ProgressPanel, useJob } from "../../ui";

export type PassphraseChange = "set" | "change" | "remove";

const words = {
  set: { title: "Set a passphrase", confirm: "Encrypt the catalogue" },
  change: { title: "Change the passphrase", confirm: "Change the passphrase" },
  remove: { title: "Remove the passphrase", confirm: "Store it in clear" },
};

const least = 8;

interface Props {
  change: PassphraseChange;
  onClose(): void;
}

/** Asks for the passphrases that a change takes, and says what it means. */
export function PassphraseDialog({ change, onClose }: Props) {
  const { setPassphrase } = useSafety();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [id, setId] = useState<string>();
  const job = useJob(id);
  const isNew = change !== "remove";
  const long = [...next].length >= least;
  const ready = (change === "set" || current !== "") && (!isNew || (long && next === again));
  return (
    <ConfirmDialog
      open
      title={words[change].title}
      confirm={words[change].confirm}
      ready={ready}
      onConfirm={() => setPassphrase(current, isNew ? next : "", setId)}
      onClose={onClose}
    >
      {change !== "set" && (
        <Secret label="Present passphrase" value={current} onChange={setCurrent} />
      )}
      {isNew && (
        <>
          <Secret
            label="New passphrase"
            value={next}
            onChange={setNext}
            hint={`At least ${least} characters. A few words that only you would put together are best.`}
          />
          <Secret
            label="The same again"
            value={again}
            onChange={setAgain}
            fault={again !== "" && again !== next ? "This is not the same." : undefined}
          />
        </>
      )}
      <p>{isNew ? whenNew : whenRemoved}</p>
      {job && !job.finished && <ProgressPanel job={job} />}
    </ConfirmDialog>
  );
}

const whenNew =
  "A forgotten passphrase cannot be recovered by anybody: without it, the catalogue and its backups stay closed for ever. Write it down and keep it in a safe place. The file and its backups are written anew; copies that you made elsewhere stay as they are.";
const whenRemoved =
  "The file and its backups are written anew, so that they can be read without a passphrase.";

interface SecretProps {
  label: string;
  value: string;
  hint?: string;
  fault?: string;
  onChange(value: string): void;
}

function Secret({ label, value, hint, fault, onChange }: SecretProps) {
  return (
    <Field label={label} hint={hint} validationMessage={fault}>
      <Input
        type="password"
        autoComplete="off"
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
    </Field>
  );
}
