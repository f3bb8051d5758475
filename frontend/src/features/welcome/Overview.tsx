import { Button } from "@fluentui/react-components";
import { useAppKey, useBringIn, useCatalogue, useFiles, useFirstSteps, useGo } from "../../frame";
import { useModel } from "../../model";
import { counted, EmptyState, Icon } from "../../ui";
import { FirstSteps } from "./FirstSteps";
import { LatestChanges } from "./LatestChanges";
import { Lists } from "./Lists";
import { RecentRecords } from "./RecentRecords";
import { Upcoming } from "./Upcoming";

/** The open catalogue at a glance: what comes up, what changed, what it holds. */
export function Overview() {
  const { name, path, records } = useCatalogue();
  const files = useFiles();
  const bringIn = useBringIn();
  const [steps] = useFirstSteps();
  const guided = steps === "open";
  return (
    <div className="overview">
      <header className="row spread">
        <div className="stack-tight">
          <h1 className="page-title">{name}</h1>
          <span className="quiet small">
            {counted(records, "record")} in {path}
          </span>
        </div>
        <div className="row">
          <Button icon={<Icon name="import" />} onClick={() => bringIn()}>
            Import a spreadsheet
          </Button>
          <Button icon={<Icon name="backup" />} onClick={files.backup}>
            Back up
          </Button>
        </div>
      </header>
      {guided && (
        <div className="overview-first">
          <FirstSteps />
        </div>
      )}
      {records === 0 ? !guided && <Empty /> : <Glance />}
    </div>
  );
}

function Glance() {
  const model = useModel();
  const app = model.app(useAppKey());
  return (
    <div className="overview-columns">
      <div className="overview-main">
        <Upcoming app={app} />
        <Lists app={app} />
      </div>
      <div className="overview-side">
        <RecentRecords />
        <LatestChanges />
      </div>
    </div>
  );
}

function Empty() {
  const bringIn = useBringIn();
  const go = useGo();
  return (
    <div className="card">
      <EmptyState
        icon="database"
        title="This catalogue is empty"
        text="Bring in the spreadsheet that you keep now, as it is: you see what each row becomes before anything is written. Or begin with one system and add the rest as you go."
        actions={
          <>
            <Button appearance="primary" onClick={() => bringIn()}>
              Import a spreadsheet
            </Button>
            <Button onClick={() => go.record("itsystem", "new")}>Add the first system</Button>
          </>
        }
      />
    </div>
  );
}
