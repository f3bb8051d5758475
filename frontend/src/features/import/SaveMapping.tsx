import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { type ApiError, type api, asApiError, Import } from "../../api";
import { Modal, useNotify } from "../../ui";
import { session } from "./useSession";

interface Props {
  plan: api.Plan;
  /** The name to begin with. */
  name: string;
  onClose(): void;
}

/** Asks for the name under which it is kept how files are understood. */
export function SaveMapping({ plan, name: first, onClose }: Props) {
  const [name, setName] = useState(first);
  const [error, setError] = useState<ApiError>();
  const notify = useNotify();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await Import.SaveMapping(plan.job, name);
      notify({ intent: "success", text: `“${name.trim()}” is saved in the catalogue.` });
      session.keep(name.trim());
      onClose();
    } catch (reason) {
      setError(asApiError(reason));
    }
  };
  return (
    <Modal
      title="Save how these files are understood"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button appearance="primary" type="submit" form="import-mapping">
            Save
          </Button>
        </>
      }
    >
      <form id="import-mapping" onSubmit={save}>
        <Field
          label="Name"
          required
          validationMessage={error?.message}
          hint="Sheets, columns, keys and the answers about values. It is offered when a file with the same columns comes; one of the same name is replaced."
        >
          <Input
            value={name}
            autoFocus
            onFocus={({ target }) => target.select()}
            onChange={(_, { value }) => setName(value)}
          />
        </Field>
      </form>
    </Modal>
  );
}
