import { Button } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type api, Import } from "../../api";
import { useRefusal } from "../../commands";
import { keys, useCatalogue } from "../../frame";
import { ErrorNotice, Icon, Modal, useFail, useNotify } from "../../ui";

/** The mappings saved in the open catalogue; undefined until they are known, and while none is open. */
export function useMappings() {
  const { open } = useCatalogue();
  return useQuery({
    queryKey: [...keys.records, "importmapping"],
    queryFn: () => Import.Mappings(),
    enabled: open,
  });
}

/** The saved mappings, each to be taken away. */
export function SavedMappings({ onClose }: { onClose(): void }) {
  const { data, error } = useMappings();
  return (
    <Modal
      title="Saved mappings"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {error && <ErrorNotice error={error} />}
      {data?.length === 0 && <p className="quiet">No mapping is saved in this catalogue.</p>}
      {data && data.length > 0 && (
        <ul className="import-mappings" aria-label="Saved mappings">
          {data.map((mapping) => (
            <Line key={mapping.id} mapping={mapping} />
          ))}
        </ul>
      )}
    </Modal>
  );
}

function Line({ mapping: { id, name, owner } }: { mapping: api.SavedMapping }) {
  const refusal = useRefusal();
  const fail = useFail();
  const notify = useNotify();
  const told = () =>
    notify({ intent: "success", text: `“${name}” is deleted. Undo brings it back.` });
  return (
    <li className="import-mapping">
      <span className="ellipsis">{name}</span>
      <span className="quiet ellipsis">{owner}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="delete" size={16} />}
        aria-label={`Delete the mapping “${name}”`}
        disabledFocusable={refusal !== ""}
        onClick={() => void Import.DeleteMapping(id).then(told, fail)}
      />
    </li>
  );
}
