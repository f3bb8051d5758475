import { Button, Tooltip } from "@fluentui/react-components";
import type { api } from "../../api";
import { useCatalogue, useFiles, useOverlays } from "../../frame";
import { ago, folderName, Icon } from "../../ui";

/** The catalogues that were open before, the latest first. */
export function RecentCatalogues() {
  const { recent } = useCatalogue();
  return (
    <section aria-labelledby="recent-catalogues" className="welcome-recent">
      <h2 id="recent-catalogues" className="section-title">
        Recent
      </h2>
      <ul className="plain-list">
        {(recent ?? []).map((r) => (
          <li key={r.path} className="recent-line">
            <Opener recent={r} />
            <Backups recent={r} />
            <Remover recent={r} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opener({ recent: { path, name, opened, missing } }: { recent: api.Recent }) {
  const files = useFiles();
  return (
    <button
      type="button"
      className="recent-open"
      disabled={missing}
      title={path}
      onClick={() => files.openPath(path)}
    >
      <Icon name="database" />
      <span className="stack-tight">
        <span className="recent-name ellipsis">{name}</span>
        <span className="small quiet ellipsis">{folderName(path)}</span>
      </span>
      <span className="recent-when small quiet">{missing ? "File not found" : ago(opened)}</span>
    </button>
  );
}

function Backups({ recent: { path, name } }: { recent: api.Recent }) {
  const { show } = useOverlays();
  return (
    <Tooltip content="Backups" relationship="description">
      <Button
        appearance="subtle"
        size="small"
        aria-label={`Backups of ${name}`}
        icon={<Icon name="history" size={16} />}
        onClick={() => show({ kind: "backups", path, name })}
      />
    </Tooltip>
  );
}

function Remover({ recent: { path, name } }: { recent: api.Recent }) {
  const files = useFiles();
  return (
    <Tooltip content="Remove from this list. The file stays." relationship="description">
      <Button
        appearance="subtle"
        size="small"
        aria-label={`Remove ${name} from this list`}
        icon={<Icon name="dismiss" size={16} />}
        onClick={() => files.forget(path)}
      />
    </Tooltip>
  );
}
